/** The lawyers and business developers of the demo firm: `[name, address before the @]`. */
export const members: readonly (readonly [string, string])[] = [
  ['Margarethe Lindqvist', 'margarethe'],
  ['Tobias Achterberg', 'tobias'],
  ['Noor Haddad', 'noor'],
  ['Philippa Thornbury', 'philippa'],
  ['Rafael Quiñones', 'rafael'],
  ['Ivana Horvátová', 'ivana'],
];

/** Two people of one name at two firms, so that a name can mean both: `[first name, last name, address, domain]`. */
export const namesakes: readonly (readonly [string, string, string, string])[] = [
  ['Hans', 'Müller', 'hans.mueller', 'nordlicht-logistik.example'],
  ['Hans', 'Müller', 'h.mueller', 'rheinwerk.example'],
];

export const industries = [
  'Logistics',
  'Insurance',
  'Energy',
  'Food',
  'Software',
  'Health care',
  'Real estate',
  'Manufacturing',
] as const;

/** Contact lists of the firm. */
export const lists = ['list-key-clients', 'list-newsletter', 'list-alumni'] as const;

/** What the firm is asked for; {company} is filled in. */
export const matters = [
  'GDPR audit – {company}',
  'Share purchase, {company}',
  'Office lease renewal – {company}',
  'Works council agreement, {company}',
  'Panel review 2026 – {company}',
  'Trademark watch – {company}',
  'Supply contracts under NIS2, {company}',
  'Secondment to {company}',
] as const;

/** `[[status, stage], weight]` of a deal. */
export const dealStates: readonly (readonly [readonly [string, string], number])[] = [
  [['open', 'Lead'], 25],
  [['open', 'Pitch'], 25],
  [['open', 'Fee proposal'], 20],
  [['open', 'Engagement letter'], 10],
  [['won', 'Closed'], 12],
  [['lost', 'Closed'], 8],
];

export const tags = ['cross-selling', 'referral', 'panel', 'urgent', 'fixed fee'] as const;

/** Where the firm meets people: `[title, place, days from today]`. */
export const events: readonly (readonly [string, string, number])[] = [
  ['Client lunch: what the AI Act asks of insurers', 'Board room, 4th floor', 0],
  ['Breakfast briefing on supply-chain duties', 'Harbour Club', 1],
  ['Alumni evening', 'Roof terrace', 3],
  ['Webinar: employment law update', 'Online', 4],
  ['Golf day with the Chamber of Commerce', 'Gut Kaden', 6],
  ['Round table of general counsel', 'Library', 8],
  ['Seminar: data transfers after the ruling', 'Online', 11],
  ['Real estate dinner', 'Restaurant Lindenhof', 13],
  ['Young professionals quiz night', 'Foyer', 17],
  ['Energy law conference, our panel', 'Exhibition Centre, hall 3', 20],
  ['Concert for clients', 'Philharmonic hall', 24],
  ['Moot court finale', 'University', 27],
  ['M&A outlook', 'Board room, 4th floor', 35],
  ['Tax forum', 'Online', -2],
  ['Start-up clinic', 'Co-working space, 2nd floor', -9],
];
