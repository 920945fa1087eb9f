import { keepText, keptText } from './kept/memory';
import { useKeptText } from './kept/use-kept';

/** `off` when none of them works. */
const allPlace = 'outboard.letter-keys';
/** The names of those that are off each by itself, with commas in between. */
const somePlace = 'outboard.letter-keys-off';

/** What lists call a key that is one character, without Ctrl or Cmd: "E", "?", "Shift U". */
const letterKey = /^(?:Shift )?[\p{L}/?]$/u;
const letter = /^\p{L}$/u;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Whether what was pressed is one of these keys, and switched off (WCAG 2.1.4). */
export function isLetterKeyOff({ key, ctrlKey, metaKey, shiftKey }: Pressed): boolean {
  if (key.length !== 1 || ctrlKey || metaKey) return false;
  const name = `${shiftKey && letter.test(key) ? 'Shift ' : ''}${key.toUpperCase()}`;
  return !allOn() || keysOff().includes(name);
}

/** Whether the key of this name can be switched: "E" and "?" can, "Ctrl K" and "Enter" cannot. */
export function isLetterKey(name: string): boolean {
  return letterKey.test(name);
}

/** Whether the key of this name does something at the moment. */
export function keyWorks(name: string): boolean {
  return !isLetterKey(name) || (allOn() && !keysOff().includes(name));
}

/** The same, followed; this browser keeps the choice, for all of its tabs. */
export function useKeyWorks(): (name: string) => boolean {
  const [all] = useLetterKeys();
  const [off] = useKeysOff();
  return (name) => !isLetterKey(name) || (all && !off.includes(name));
}

/** All of them as one choice. */
export function useLetterKeys(): [on: boolean, choose: (on: boolean) => void] {
  return [useKeptText(allPlace) !== 'off', (on) => keepText(allPlace, on ? null : 'off')];
}

/** Each by itself: the names of those that are off, and how to switch one. */
export function useKeysOff(): [names: readonly string[], choose: (name: string, on: boolean) => void] {
  return [parted(useKeptText(somePlace)), choose];
}

function allOn(): boolean {
  return keptText(allPlace) !== 'off';
}

function keysOff(): readonly string[] {
  return parted(keptText(somePlace));
}

function parted(names: string | null): readonly string[] {
  return (names ?? '').split(',').filter((name) => name !== '');
}

function choose(name: string, on: boolean): void {
  const others = keysOff().filter((one) => one !== name);
  keepText(somePlace, [...others, ...(on ? [] : [name])].toSorted().join(',') || null);
}
