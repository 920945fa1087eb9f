import type { Direction } from '../column/rows';

export type CardKey = 'complete' | 'ignore' | 'reopen' | 'snooze' | 'assign' | 'move' | 'open';

/** What a key asks for; `null` for keys that mean nothing here. */
export type BoardKey =
  | { kind: 'go'; direction: Direction; extend?: true }
  | { kind: 'select'; what: 'card' | 'column' | 'nothing' }
  | { kind: 'far'; by: 'list' | 'screen'; to: 'up' | 'down' }
  | { kind: 'card'; action: CardKey }
  | { kind: 'page'; action: 'create' | 'quick' | 'focus' | 'search' | 'help' | 'undo' | 'recent' };

const plain: Record<string, BoardKey> = {
  ArrowUp: { kind: 'go', direction: 'up' },
  k: { kind: 'go', direction: 'up' },
  ArrowDown: { kind: 'go', direction: 'down' },
  j: { kind: 'go', direction: 'down' },
  ArrowLeft: { kind: 'go', direction: 'left' },
  h: { kind: 'go', direction: 'left' },
  ArrowRight: { kind: 'go', direction: 'right' },
  l: { kind: 'go', direction: 'right' },
  Home: { kind: 'far', by: 'list', to: 'up' },
  End: { kind: 'far', by: 'list', to: 'down' },
  PageUp: { kind: 'far', by: 'screen', to: 'up' },
  PageDown: { kind: 'far', by: 'screen', to: 'down' },
  e: { kind: 'card', action: 'complete' },
  i: { kind: 'card', action: 'ignore' },
  r: { kind: 'card', action: 'reopen' },
  s: { kind: 'card', action: 'snooze' },
  a: { kind: 'card', action: 'assign' },
  m: { kind: 'card', action: 'move' },
  Enter: { kind: 'card', action: 'open' },
  x: { kind: 'select', what: 'card' },
  Escape: { kind: 'select', what: 'nothing' },
  n: { kind: 'page', action: 'create' },
  q: { kind: 'page', action: 'quick' },
  f: { kind: 'page', action: 'focus' },
  '/': { kind: 'page', action: 'search' },
  '?': { kind: 'page', action: 'help' },
  u: { kind: 'page', action: 'undo' },
};

const withCtrl: Record<string, BoardKey> = {
  z: { kind: 'page', action: 'undo' },
  a: { kind: 'select', what: 'column' },
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function boardKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): BoardKey | null {
  if (ctrlKey || metaKey) return shiftKey || altKey ? null : (withCtrl[key.toLowerCase()] ?? null);
  if (altKey) return null;
  const arrow = shiftKey && key.startsWith('Arrow') ? plain[key] : undefined;
  if (arrow?.kind === 'go') return { ...arrow, extend: true };
  if (shiftKey && key.toLowerCase() === 'u') return { kind: 'page', action: 'recent' };
  return plain[key] ?? (shiftKey ? null : (plain[key.toLowerCase()] ?? null));
}

/** The list of keys, as the dialog shows it. */
export const keyList: readonly {
  title: string;
  keys: readonly { keys: readonly string[]; does: string }[];
}[] = [
  {
    title: 'Move around',
    keys: [
      { keys: ['↑', '↓', '←', '→'], does: 'Go to the next card or column' },
      { keys: ['H', 'J', 'K', 'L'], does: 'The same with letters: left, down, up, right' },
      { keys: ['Page ↑', 'Page ↓'], does: 'A screen further in the column' },
      { keys: ['Home', 'End'], does: 'The first and the last card of the column' },
      { keys: ['Enter'], does: 'Open the card' },
      { keys: ['/'], does: 'Search' },
    ],
  },
  {
    title: 'Work on the card',
    keys: [
      { keys: ['E'], does: 'Complete' },
      { keys: ['I'], does: 'Ignore' },
      { keys: ['R'], does: 'Reopen, where the tool can' },
      { keys: ['S'], does: 'Snooze' },
      { keys: ['A'], does: 'Assign to somebody' },
      { keys: ['M'], does: 'Move to another column, day or person' },
    ],
  },
  {
    title: 'Select several',
    keys: [
      { keys: ['X'], does: 'Select the card, or no longer' },
      {
        keys: ['Shift ↑', 'Shift ↓'],
        does: 'Select on to the next card; a click with Shift selects up to a card',
      },
      { keys: ['Ctrl A'], does: 'What is loaded of the column; the bar offers all that match' },
      { keys: ['E', 'I', 'R', 'S', 'A', 'M'], does: 'Work on all that are selected' },
      { keys: ['Esc'], does: 'Select nothing' },
    ],
  },
  {
    title: 'Everywhere',
    keys: [
      { keys: ['Ctrl K'], does: 'Find or do: tasks, people, views and all commands (or Cmd K)' },
      { keys: ['N'], does: 'New task' },
      { keys: ['Q'], does: 'Quick add: a task from a line of text' },
      { keys: ['F'], does: 'Focus: this view one task at a time, from the card in hand' },
      { keys: ['U', 'Ctrl Z'], does: 'Undo, several steps back' },
      { keys: ['Shift U'], does: 'Recent changes' },
      { keys: ['?'], does: 'Show these keys' },
    ],
  },
  {
    title: 'In focus',
    keys: [
      { keys: ['E', 'I', 'S'], does: 'Complete, ignore, snooze' },
      { keys: ['J', 'K'], does: 'Next and previous task' },
      { keys: ['O'], does: 'Call, write or open LinkedIn, by the kind of task' },
      { keys: ['C'], does: 'Copy the message' },
      { keys: ['N'], does: 'Follow-up for the same person' },
      { keys: ['Esc'], does: 'Back to the board' },
    ],
  },
];
