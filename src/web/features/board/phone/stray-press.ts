/** Longer than the pause between the two taps of a double tap, shorter than it takes to read a card. */
const doubleTapMs = 500;

/**
 * Whether a press was meant for the card before: it is the second of a double press, or came right after the card took the
 * other one's place. `passedOnAt` is that moment on the clock of `timeStamp`; null where the rep chose the card.
 */
export function isStrayPress(
  press: Pick<MouseEvent, 'detail' | 'timeStamp'>,
  passedOnAt: number | null,
): boolean {
  return passedOnAt !== null && (press.detail > 1 || press.timeStamp - passedOnAt < doubleTapMs);
}
