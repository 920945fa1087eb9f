/** Chance that falls the same way for the same seed, so that the demo looks alike everywhere. */
export type Dice = {
  /** From 0 up to, not including, 1. */
  roll(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks by weight: `[[item, weight], …]`. */
  weigh<Item>(items: readonly (readonly [Item, number])[]): Item;
};

export function makeDice(seed: number): Dice {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  return {
    roll,
    between,
    pick: (items) => at(items, between(0, items.length - 1)),
    weigh: (items) => {
      let left = roll() * items.reduce((sum, [, weight]) => sum + weight, 0);
      const index = items.findIndex(([, weight]) => (left -= weight) < 0);
      return at(items, Math.max(0, index))[0];
    },
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new RangeError('Nothing to pick from');
  return items[index] as Item;
}
