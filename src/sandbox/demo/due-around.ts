import type { Dice } from './dice';

const DAY = 86_400_000;

/** A quarter of an hour in the working day: some late, a good many today, most in the next days. */
export function dueAround(dice: Dice, now: Date): Date {
  const days = dice.weigh([
    [dice.between(-14, -1), 20],
    [0, 18],
    [1, 12],
    [dice.between(2, 7), 28],
    [dice.between(8, 45), 22],
  ]);
  const due = new Date(now.getTime() + days * DAY);
  due.setUTCHours(dice.between(7, 17), dice.pick([0, 15, 30, 45]), 0, 0);
  return due;
}
