import type { TaskType } from '../vocabulary';

/** What the note of a task says, by its type; {first}, {company} and {job} are filled in. Saleshandy's tasks have no title. */
export const notesByType: Record<TaskType, readonly string[]> = {
  '2': [
    'Hi {first}, we spoke after the panel on route planning. Glad to stay in touch.',
    'Mention the shared customer in the first line, no pitch before they accept.',
    'Second try. The first request ran out after three weeks.',
  ],
  '3': [
    'Thank {first} for connecting and ask how {company} handles returns today.',
    'Send the two-minute video, not the long one. Ask which part is missing.',
    '{first} liked our post about no-shows. Pick up from there.',
  ],
  '4': [
    'InMail: subject “{company} and the new depot”, three sentences, one question.',
    'Last InMail credit of the month. Only if the call yesterday stayed unanswered.',
  ],
  '5': [
    'Look at the profile before the call: new role, shared groups, last post.',
    'View only, no request yet.',
  ],
  '6': [
    'Comment on the post about hiring: a question, not a compliment.',
    'Like and share {first}’s article on {company}’s page.',
  ],
  '9': [
    'Find out who signs for {company}. {first} is the {job}, budget sits elsewhere.',
    'Send the printed offer by post, two copies, for the attention of {first}.',
    'Move {company} to the yearly plan in the price sheet before Thursday.',
    'Check with legal whether the March questionnaire still holds.',
  ],
  '11': [
    'First call. Say who recommended us, ask for ten minutes this week.',
    'Introduce the team. {first} asked for one contact for all depots.',
  ],
  '12': [
    'Demo with three sample orders of {company}. Hide the billing tab.',
    'Demo for {first} and the {job} of the sister company; two languages.',
  ],
  '13': [
    'Call to follow up on the proposal sent yesterday.',
    'Ask what the board said. If not decided: which question is open?',
    '{first} wanted to talk to procurement first. Two weeks are over.',
  ],
  '14': [
    'Remind {first} of the appointment tomorrow: address, parking, entrance B.',
    'The trial of {company} ends on Friday. Two of five seats were never used.',
  ],
  '15': [
    'Call back, was in a meeting. Prefers the mobile number after 15:00.',
    'Invoice question from {company}.',
  ],
  '16': [
    'Hi {first}, did the parcel for {company} arrive in one piece? 🙂',
    'Send the address and the time, nothing else.',
  ],
  '17': [
    'Half a minute: congratulate on the new role, name one customer in the region.',
    'Answer the voice message of {first}.',
  ],
  '18': [
    '{first} is abroad and can only be reached by WhatsApp. Not before 10:00 local time.',
    'Short call about the contract draft.',
  ],
};
