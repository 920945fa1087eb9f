/** The 14 codes that POST /tasks/create accepts, by the channel that GET /tasks filters by; sources/saleshandy-create-task.txt. */
export const channelOfType = {
  '2': 'linkedin',
  '3': 'linkedin',
  '4': 'linkedin',
  '5': 'linkedin',
  '6': 'linkedin',
  '9': 'custom',
  '11': 'call',
  '12': 'call',
  '13': 'call',
  '14': 'call',
  '15': 'call',
  '16': 'whatsapp',
  '17': 'whatsapp',
  '18': 'whatsapp',
} as const;
export type TaskType = keyof typeof channelOfType;
export type Channel = (typeof channelOfType)[TaskType];

export const taskTypes = Object.keys(channelOfType) as TaskType[];
export const channels = ['linkedin', 'call', 'custom', 'whatsapp'] as const satisfies Channel[];

/** "1" is urgent, "4" low. */
export const priorities = ['1', '2', '3', '4'] as const;
export type Priority = (typeof priorities)[number];

/** How a call ended, in the exact spelling of the page about completing a task; its own example `no-answer` is not among them. */
export const callOutcomes = [
  'Interested',
  'Callback Later',
  'Followup',
  'Not Interested',
  'Wrong Number',
  'No Answer',
  'Left Voicemail',
  'Not In Service',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** What GET /tasks can be asked for; `snoozed` is a status in answers and not here. */
export const listedStatuses = ['upcoming', 'dueToday', 'overdue', 'completed', 'skipped'] as const;
export type ListedStatus = (typeof listedStatuses)[number];
