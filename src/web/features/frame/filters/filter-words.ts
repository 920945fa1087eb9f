import type { FacetField, SyncState, TaskFilter } from '#contract/task-filter';
import { vendorRules, vendors, type Channel, type Priority } from '#contract/vendors';

/** A value that a filter can take, and how the chip's menu calls it. */
export type Choice = {
  value: string;
  label: string;
  /** Its words in the sentence, where the label alone would not read well. */ phrase?: string;
  /** Other values that mean the same, chosen together with it. */
  also?: readonly string[];
};

export const vendorChoices: readonly Choice[] = vendors.map((vendor) => ({
  value: vendor,
  label: vendorRules[vendor].label,
}));

export const channelChoices: readonly (Choice & { value: Channel })[] = [
  { value: 'email', label: 'Emails' },
  { value: 'call', label: 'Calls' },
  { value: 'linkedin', label: 'LinkedIn' },
  { value: 'whatsapp', label: 'WhatsApp' },
  { value: 'manual', label: 'Manual tasks' },
];

export const priorityChoices: readonly (Choice & { value: Priority })[] = [
  { value: 'urgent', label: 'Urgent' },
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'low', label: 'Low' },
  { value: 'none', label: 'No priority' },
];

export const dueChoices: readonly Choice[] = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Today', phrase: 'Due today' },
  { value: '..today', label: 'By today', phrase: 'Due by today' },
  { value: 'tomorrow', label: 'Tomorrow', phrase: 'Due tomorrow' },
  { value: 'week', label: 'This week', phrase: 'Due this week' },
  { value: 'none', label: 'No date' },
  { value: 'snoozed', label: 'Snoozed' },
];

export const stateChoices: readonly (Choice & { value: SyncState })[] = [
  { value: 'held', label: 'Held' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'failed', label: 'Failed' },
  { value: 'checking', label: 'Checking' },
  { value: 'elsewhere', label: 'Closed at the tool' },
  { value: 'board-only', label: 'Board only' },
];

/** A part of the filter that is a list of values, or one of several. */
export type ChipPart = FacetField;

export function chosenValues(filter: TaskFilter, part: ChipPart): readonly string[] {
  const value = filter[part];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The values after a press on a choice: it comes in, or goes with all that mean the same. */
export function toggled(values: readonly string[], { value, also = [] }: Choice): readonly string[] {
  const same = [value, ...also];
  const rest = values.filter((one) => !same.includes(one));
  return rest.length < values.length ? rest : [...values, ...same];
}

/** The choices with those before them that the filter names and nobody offers: what is excluded, what is gone. */
export function withUnoffered(choices: readonly Choice[], values: readonly string[]): readonly Choice[] {
  const offered = new Set(choices.flatMap(({ value, also = [] }) => [value, ...also]));
  const others = values.filter((value) => !offered.has(value));
  return [...others.map((value) => ({ value, label: wordFor(value, choices) })), ...choices];
}

/** The filter with other values in one part; none takes the part away. */
export function withValues(filter: TaskFilter, part: ChipPart, values: readonly string[]): TaskFilter {
  const { [part]: _, ...rest } = filter;
  if (values.length === 0) return rest;
  return { ...rest, [part]: part === 'due' ? values[0] : values };
}

/** The choices that a connected vendor knows, all while none is connected; what the address already names stays. */
export function knownChoices(
  choices: readonly Choice[],
  known: readonly string[],
  chosen: readonly string[] = [],
): readonly Choice[] {
  if (known.length === 0) return choices;
  return choices.filter(({ value }) => known.includes(value) || chosen.includes(value));
}

/** A chip's words: "Calls", "Calls or LinkedIn", "Calls or 2 more". Values without a choice are shown as they are. */
export function chipWords(values: readonly string[], choices: readonly Choice[]): string {
  const words = new Set(values.map((value) => wordFor(value, choices)));
  const [first = '', second, ...more] = words;
  if (second === undefined) return first;
  return more.length === 0 ? `${first} or ${second}` : `${first} or ${more.length + 1} more`;
}

function wordFor(value: string, choices: readonly Choice[]): string {
  const known = choices.find((choice) => choice.value === value || choice.also?.includes(value));
  if (known) return known.phrase ?? known.label;
  return value.startsWith('-') ? `not ${wordFor(value.slice(1), choices)}` : value;
}
