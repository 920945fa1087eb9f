import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

import { lockTasks } from './tasks/tasks';
import { transaction } from './transaction';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

describe('two transactions that wait for each other', () => {
  it('both end well: the one that PostgreSQL breaks off is done again', async () => {
    const { ctx } = desk;
    const ids = [(await desk.pulledTask()).id, (await desk.pulledTask()).id];
    let arrived = 0;
    let open: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => {
      open = resolve;
    });
    let runs = 0;
    const lockInOrder = (order: string[]) =>
      transaction(ctx, 'tasks', async (tx) => {
        runs += 1;
        for (const id of order) {
          await lockTasks(tx, ctx.workspaceId, [id]);
          arrived += 1;
          if (arrived === 2) open();
          await bothHoldOne;
        }
        return order;
      });
    const ends = await Promise.all([lockInOrder(ids), lockInOrder(ids.toReversed())]);
    expect(ends).toEqual([ids, ids.toReversed()]);
    expect(runs).toBeGreaterThan(2);
  });
});
