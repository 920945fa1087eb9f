/** Gives the focus to the next button of a list, the last to the first; without one in focus it begins at that end. */
export function focusNext(list: Element | null, step: 1 | -1): void {
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const from = at === -1 && step === -1 ? 0 : at;
  buttons[(from + step + buttons.length) % buttons.length]?.focus();
}
