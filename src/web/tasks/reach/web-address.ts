/** The address to open for what the vendor gave, with or without its scheme; null for anything that is no web address. */
export function webAddress(given: string | null): string | null {
  const text = given?.trim() ?? '';
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  try {
    const { protocol, href, hostname } = new URL(hasScheme ? text : `https://${text}`);
    return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') ? href : null;
  } catch {
    return null;
  }
}
