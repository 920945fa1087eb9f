import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addToDate, type Due } from '#contract/dates';
import { priorityRank } from '#contract/filter/task-order';
import { priorities, type Priority } from '#contract/vendors';
import { sampleTask } from '#testing/sample-task';

import { spread, usualPerDay, workingDays } from './spread';

const on = (date: string): Due => ({ kind: 'date', date });
const at = (text: string): Due => ({ kind: 'instant', at: text });
const taskOf = (title: string, priority: Priority, due: Due | null) =>
  sampleTask({ id: crypto.randomUUID(), title, priority, due });
const titles = (days: ReturnType<typeof spread>) =>
  days.map(({ date, tasks }) => `${date} ${tasks.map(({ title }) => title).join('')}`);

const dates = fc.integer({ min: 0, max: 4000 }).map((days) => addToDate('2024-01-01', days));
const instants = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((moment) => at(moment.toISOString()));
const someTasks = fc.array(
  fc
    .record({ priority: fc.constantFrom(...priorities), due: fc.oneof(dates.map(on), instants) })
    .map(({ priority, due }) => taskOf('', priority, due)),
  { maxLength: 120 },
);
const plans = fc.record({
  today: dates,
  perDay: fc.integer({ min: 1, max: 40 }),
  weekdays: fc.subarray([...workingDays], { minLength: 1 }),
});

describe('overdue tasks', () => {
  it('are each on one day, none is lost, in whatever order they come', () => {
    fc.assert(
      fc.property(someTasks, plans, (tasks, plan) => {
        const days = spread(tasks, plan);
        const ids = days.flatMap((day) => day.tasks.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(tasks.map(({ id }) => id).toSorted());
        expect(spread(tasks.toReversed(), plan)).toEqual(days);
      }),
    );
  });

  it('fill every day before the next, and no day beyond its number', () => {
    fc.assert(
      fc.property(someTasks, plans, (tasks, plan) => {
        const sizes = spread(tasks, plan).map((day) => day.tasks.length);
        expect(sizes.slice(0, -1).every((size) => size === plan.perDay)).toBe(true);
        expect(sizes.every((size) => size >= 1 && size <= plan.perDay)).toBe(true);
      }),
    );
  });

  it('go to chosen days alone, from tomorrow on, none of them left out', () => {
    fc.assert(
      fc.property(someTasks, plans, (tasks, plan) => {
        const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
        const chosen = new Set<number>(plan.weekdays);
        let before = plan.today;
        for (const { date } of spread(tasks, plan)) {
          expect(date > before && chosen.has(weekdayOf(date))).toBe(true);
          for (let between = addToDate(before, 1); between < date; between = addToDate(between, 1))
            expect(chosen.has(weekdayOf(between))).toBe(false);
          before = date;
        }
      }),
    );
  });

  it('keep their order: no task comes before a more urgent one', () => {
    fc.assert(
      fc.property(someTasks, plans, (tasks, plan) => {
        const ranks = spread(tasks, plan).flatMap((day) =>
          day.tasks.map(({ priority }) => priorityRank(priority)),
        );
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('of one priority begin with the one that has waited longest, and skip the weekend', () => {
    const tasks = [
      taskOf('a', 'none', on('2026-03-10')),
      taskOf('b', 'none', at('2026-03-10T09:00:00.000Z')),
      taskOf('c', 'urgent', on('2026-03-12')),
      taskOf('d', 'high', at('2026-03-11T09:00:00.000Z')),
      taskOf('e', 'none', on('2026-03-02')),
    ];
    const plan = { today: '2026-03-12', perDay: 2, weekdays: workingDays };
    expect(titles(spread(tasks, plan))).toEqual(['2026-03-13 cd', '2026-03-16 eb', '2026-03-17 a']);
  });

  it('go nowhere without a day or a number', () => {
    const tasks = [taskOf('a', 'none', on('2026-03-10'))];
    expect(spread(tasks, { today: '2026-03-12', perDay: 5, weekdays: [] })).toEqual([]);
    expect(spread(tasks, { today: '2026-03-12', perDay: 0, weekdays: workingDays })).toEqual([]);
  });
});

describe('the number that is offered', () => {
  const days = (...done: number[]) => done.map((each) => ({ date: '2026-03-01', done: each }));
  it.each([
    ['nothing was done', days(), 5],
    ['little was done', days(1, 2, 0, 1), 5],
    ['weekends were free', days(20, 0, 0, 22, 24, 3), 22],
    ['today has just begun', days(12, 12, 90), 12],
    [
      'much was done three weeks ago',
      days(...Array.from({ length: 7 }, () => 99), ...Array.from({ length: 14 }, () => 8), 1),
      8,
    ],
  ])('when %s', (_, done, offered) => {
    expect(usualPerDay(done)).toBe(offered);
  });
});
