/** What to say about text in the due field that means no date. */
export function unreadWords(text: string): string {
  return `“${text.trim()}” is no date. Try “tomorrow 10am”, “fri” or “24 Dec”.`;
}
