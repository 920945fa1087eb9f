/** The address to open for what the vendor gave, with or without its scheme; null for anything that is no web address. */
export function webAddress(given: string | null): string | null {
  if (given === null || given.trim() === '') return null;
  const text = given.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
