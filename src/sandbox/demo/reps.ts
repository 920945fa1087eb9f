/** The reps that all demo teams share: `[name, address before the @, role]`. */
export const reps: readonly (readonly [string, string, string])[] = [
  ['Ada Okonkwo', 'ada', 'admin'],
  ['Bastien Roux', 'bastien', 'user'],
  ['Carla Montserrat', 'carla', 'user'],
  ['Dmitri Volkov', 'dmitri', 'user'],
  ['Emine Yıldız', 'emine', 'user'],
  ['Freya Lindström', 'freya', 'manager'],
  ['Gábor Szűcs', 'gabor', 'user'],
  ['Hiroko Tanaka', 'hiroko', 'user'],
  ['Ismaël Diarra', 'ismael', 'user'],
  ['Jana Nováková', 'jana', 'user'],
  ['Kwame Mensah', 'kwame', 'user'],
  ['Lena Groß', 'lena', 'manager'],
];
