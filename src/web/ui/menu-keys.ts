import type { KeyboardEvent } from 'react';

const sameWordMs = 1_000;
let typed = { letters: '', at: 0 };

/** Letters go to the next item that begins with them. Radix does it in a timer, which Enter overtakes while the page is busy. */
export function findByLetters(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, timeStamp } = event;
  const isLetter = key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isLetter) {
    typed = { letters: '', at: 0 };
    return;
  }
  event.preventDefault();
  const goesOn = timeStamp - typed.at < sameWordMs;
  typed = { letters: (goesOn ? typed.letters : '') + key.toLowerCase(), at: timeStamp };
  // The same letter again goes on to the next, as a longer word does not.
  const [first = ''] = typed.letters;
  const word = typed.letters === first.repeat(typed.letters.length) ? first : typed.letters;
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]:not([data-disabled])')];
  const here = items.findIndex((item) => item === document.activeElement);
  const from = word.length === 1 ? here + 1 : Math.max(here, 0);
  [...items.slice(from), ...items.slice(0, from)]
    .find((item) => item.textContent.trim().toLowerCase().startsWith(word))
    ?.focus();
}

/** Chooses the item that shows the digit; answers whether there is one. */
export function chooseByDigit(event: KeyboardEvent<HTMLElement>): boolean {
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return false;
  const item = event.currentTarget.querySelector<HTMLElement>(`[aria-keyshortcuts="${event.key}"]`);
  if (item === null) return false;
  event.preventDefault();
  if (item.dataset['disabled'] === undefined) item.click();
  return true;
}
