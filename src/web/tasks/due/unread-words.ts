/** What to say about text in the due field that means no date. */
export function unreadWords(text: string): string {
  if (/^\d{1,2}(:\d{2})?\s?([ap]m)?$/i.test(text.trim()))
    return `“${text.trim()}” is no time of day. Try “10am” or “14:30”.`;
  return `“${text.trim()}” is no date. Try “tomorrow 10am”, “fri” or “24 Dec”.`;
}
