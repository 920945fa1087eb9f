/** What a task says: `[title, description, task type]`; {first}, {name}, {company}, {deal} and {event} are filled in. */
export type TaskText = readonly [string, string, string];

/** By what a task is about. */
export const taskTexts: Record<'contact' | 'deal' | 'company' | 'event', readonly TaskText[]> = {
  contact: [
    [
      'Follow up with {name}',
      '{first} asked for two references from the same industry. Partner has approved them.',
      'follow_up',
    ],
    [
      'Call {name} about the newsletter article',
      'Opened it three times. Ask whether the new rule touches their depots.',
      'call',
    ],
    ['Invite {first} to lunch', 'Last seen at the round table. Prefers Thursdays; no shellfish.', 'meeting'],
    [
      'Send {first} the checklist',
      'Hi {first},\n\nas discussed, the two-page checklist. Page 2 is the part that your board will ask about.',
      'email',
    ],
    ['Congratulate {name} on the new role', 'A note by hand from the partner, not a mail.', 'follow_up'],
    ['Connect with {first} on LinkedIn', 'Mention the panel on energy law.', 'linkedin'],
    [
      'Ask {first} for a directory reference',
      'Deadline of the directory is at the end of the month. Keep it to five questions.',
      'email',
    ],
    [
      'Prepare the briefing on {name}',
      'Career, matters with us, who else in the firm knows them.',
      'research',
    ],
  ],
  deal: [
    [
      'Send the fee proposal: {deal}',
      'Fixed fee for phase 1, capped hours after that. Conflict check is clear.',
      'email',
    ],
    ['Run the conflict check: {deal}', 'All subsidiaries too; the list is in the data room.', 'research'],
    [
      'Rehearse the pitch: {deal}',
      'Ten minutes each, then the questions that we hope nobody asks.',
      'meeting',
    ],
    [
      'Chase the signed engagement letter: {deal}',
      'Sent twelve days ago. Call before writing again.',
      'call',
    ],
    ['Debrief after the pitch: {deal}', 'Ask what the others offered and what decided it.', 'call'],
  ],
  company: [
    [
      'Update the account plan of {company}',
      'Three practice groups work for them and none knows of the others.',
      'research',
    ],
    ['Find the new general counsel of {company}', 'The old one retired in spring.', 'research'],
    ['Offer {company} an in-house training', 'Half a day, two topics, no charge for key clients.', 'email'],
  ],
  event: [
    ['Send the invitations: {event}', 'Personal lines for the first twenty; the rest as usual.', 'email'],
    ['Seat the guests: {event}', 'One partner at each table, competitors apart.', 'meeting'],
    ['Thank the guests: {event}', 'Within two days, with the slides.', 'email'],
  ],
};
