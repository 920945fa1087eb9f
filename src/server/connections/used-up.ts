/** What a card and a connection say when a plan's calls of the day are gone, by the vendor's name. */
export function usedUp(label: string): string {
  return `The calls that the ${label} plan allows today are used up. Outboard goes on by itself after midnight UTC.`;
}
