export type FocusKey =
  | 'complete'
  | 'ignore'
  | 'snooze'
  | 'next'
  | 'previous'
  | 'reach'
  | 'copy'
  | 'follow'
  | 'undo'
  | 'help'
  | 'leave';

const plain: Record<string, FocusKey> = {
  e: 'complete',
  i: 'ignore',
  s: 'snooze',
  j: 'next',
  ArrowRight: 'next',
  k: 'previous',
  ArrowLeft: 'previous',
  o: 'reach',
  c: 'copy',
  n: 'follow',
  u: 'undo',
  '?': 'help',
  Escape: 'leave',
};

/** What a key that is held down may do again and again; the others would run away with the queue. */
const repeats: ReadonlySet<FocusKey> = new Set(['next', 'previous']);

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

/** What a key asks of the focus queue; null for one that means nothing here. */
export function focusKey(pressed: Pressed): FocusKey | null {
  const key = meant(pressed);
  return key !== null && pressed.repeat && !repeats.has(key) ? null : key;
}

function meant({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): FocusKey | null {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'z' && !shiftKey && !altKey ? 'undo' : null;
  if (altKey) return null;
  return plain[key] ?? (shiftKey ? null : (plain[key.toLowerCase()] ?? null));
}
