/** The values of a list in an address: `call,email`; a comma within a value is written `\,`. Empty ones are left out. */
export function splitList(text: string): string[] {
  const parts = text.match(/(?:\\[\\,]|[^,])+/g) ?? [];
  return parts.map((part) => part.replaceAll(/\\([\\,])/g, '$1'));
}

/** The other way round. */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(/[\\,]/g, (sign) => `\\${sign}`)).join(',');
}
