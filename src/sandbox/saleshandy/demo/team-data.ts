/** The sequences of the demo team, each with its status, its age in days and its share of the tasks. */
export const sequences: readonly { name: string; status: string; age: number; share: number }[] = [
  { name: 'Depots with more than 20 vehicles', status: 'Active', age: 28, share: 30 },
  { name: 'Trial users, week two', status: 'Active', age: 12, share: 25 },
  { name: 'Salon de la logistique – relances', status: 'Active', age: 44, share: 20 },
  { name: 'Ehemalige Kunden, Rückgewinnung', status: 'Paused', age: 90, share: 15 },
  { name: 'Partners of partners', status: 'Active', age: 5, share: 10 },
];

/** What became of a prospect; the documents name the filter and none of its values. */
export const prospectOutcomes = ['Interested', 'Meeting Booked', 'Not Interested', 'Do Not Contact'] as const;
