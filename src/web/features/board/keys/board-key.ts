import type { Direction } from '../column/rows';

export type CardKey = 'complete' | 'ignore' | 'reopen' | 'snooze' | 'move' | 'open';

/** What a key asks for; `null` for keys that mean nothing here. */
export type BoardKey =
  | { kind: 'go'; direction: Direction }
  | { kind: 'far'; by: 'list' | 'screen'; to: 'up' | 'down' }
  | { kind: 'card'; action: CardKey }
  | { kind: 'page'; action: 'create' | 'search' | 'help' | 'undo' | 'recent' };

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
  m: { kind: 'card', action: 'move' },
  Enter: { kind: 'card', action: 'open' },
  n: { kind: 'page', action: 'create' },
  '/': { kind: 'page', action: 'search' },
  '?': { kind: 'page', action: 'help' },
  u: { kind: 'page', action: 'undo' },
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function boardKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): BoardKey | null {
  if (ctrlKey || metaKey)
    return key.toLowerCase() === 'z' && !shiftKey && !altKey ? { kind: 'page', action: 'undo' } : null;
  if (altKey) return null;
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
      { keys: ['M'], does: 'Move to another column or day' },
    ],
  },
  {
    title: 'Everywhere',
    keys: [
      { keys: ['N'], does: 'New task' },
      { keys: ['U', 'Ctrl Z'], does: 'Undo, several steps back' },
      { keys: ['Shift U'], does: 'Recent changes' },
      { keys: ['?'], does: 'Show these keys' },
    ],
  },
];
