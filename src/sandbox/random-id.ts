import { randomInt } from 'node:crypto';

/** Makes an id from a prefix without its underscore: `opp` → `opp_LyXDV8KHzctQdLFpG`. */
export type RandomId = (prefix: string) => string;

const alphabet = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** Ids in lemlist's form, the prefix, an underscore and 17 letters or digits, from a source of whole numbers below a bound. */
export function idsFrom(below: (bound: number) => number): RandomId {
  return (prefix) =>
    `${prefix}_${Array.from({ length: 17 }, () => alphabet[below(alphabet.length)]).join('')}`;
}

export const randomId: RandomId = idsFrom((bound) => randomInt(bound));
