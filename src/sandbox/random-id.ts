import { randomInt } from 'node:crypto';

/** Makes an id from a prefix without its underscore: `opp` → `opp_LyXDV8KHzctQdLFpG`. */
export type RandomId = (prefix: string) => string;

const alphabet = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

const letters = (count: number, below: (bound: number) => number) =>
  Array.from({ length: count }, () => alphabet[below(alphabet.length)]).join('');

/** Ids in lemlist's form, the prefix, an underscore and 17 letters or digits, from a source of whole numbers below a bound. */
export function idsFrom(below: (bound: number) => number): RandomId {
  return (prefix) => `${prefix}_${letters(17, below)}`;
}

/** Ids in Saleshandy's form: ten letters or digits, `8PvBmrB7P7`. */
export function shortIdsFrom(below: (bound: number) => number): () => string {
  return () => letters(10, below);
}

export const randomId: RandomId = idsFrom((bound) => randomInt(bound));
export const shortId = shortIdsFrom((bound) => randomInt(bound));
