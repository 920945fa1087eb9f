import type { Browser } from 'playwright/test';

import type { Figure } from './figures';
import { newVisitor, open } from './visit';
import { dropFirstCard, filterByKey, scrollPending, type Dropped, type Scrolled } from './work';

const runs = 7;
const word = 'invoice';
const rowHeight = 92;
const rows = 5000;

/** What a rep does with the board: drops, scrolls and searches. */
export async function measureWork(
  browser: Browser,
  url: string,
  of: string,
  isLarge = false,
): Promise<Figure[]> {
  const context = await newVisitor(browser);
  const visit = await open(context, url);
  const filtered: number[] = [];
  const dropped: Dropped[] = [];
  const scrolled: Scrolled[] = [];
  for (let run = 0; run < runs; run += 1) filtered.push(await filterByKey(visit, word));
  for (let run = 0; run < runs; run += 1) dropped.push(await dropFirstCard(visit));
  scrolled.push(await scrollPending(visit, rows * rowHeight), await scrollPending(visit, -rows * rowHeight));
  await context.close();
  return [
    { what: `${of}: key to filtered cards`, unit: 'ms', values: filtered, target: isLarge ? 250 : 120 },
    { what: `${of}: drop to painted`, unit: 'ms', values: dropped.map(({ painted }) => painted), target: 50 },
    {
      what: `${of}: worst frame of the drag`,
      unit: 'ms',
      values: dropped.map(({ worstFrame }) => worstFrame),
      target: 25,
    },
    {
      what: `${of}: scroll, samples without a card`,
      unit: '%',
      values: scrolled.map(({ blank }) => blank),
      target: 0,
      by: 'worst',
    },
    {
      what: `${of}: scroll, dropped frames`,
      unit: '%',
      values: scrolled.map(({ droppedFrames }) => droppedFrames),
    },
  ];
}
