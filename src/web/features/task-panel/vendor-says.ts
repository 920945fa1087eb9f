/** A vendor's answer as a sentence that names who says it, once. */
export function vendorSays(label: string, message: string | undefined): string {
  if (message === undefined || message === '') return `${label} did not take it and gave no reason.`;
  return message.toLowerCase().startsWith(label.toLowerCase()) ? message : `${label} says: ${message}`;
}
