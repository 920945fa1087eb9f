import type { Browser } from 'playwright/test';

import type { Figure } from './figures';
import { costOf, newVisitor, open, type Cost } from './visit';

const runs = 7;
const keptAfterMs = 8_000;

/** What a first visit costs. */
export async function measureColdLoad(browser: Browser, url: string): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const context = await newVisitor(browser);
    const cost = await costOf(await open(context, url));
    // The first one finds the server cold.
    if (run > 0) costs.push(cost);
    await context.close();
  }
  return costs;
}

/** What it costs to come again, with what the browser kept of the first visit. */
export async function measureSecondVisit(browser: Browser, url: string): Promise<Cost[]> {
  const context = await newVisitor(browser);
  const first = await open(context, url);
  await first.page.waitForFunction(
    () => navigator.serviceWorker.controller !== null || performance.now() > 20_000,
  );
  await first.page.waitForTimeout(keptAfterMs);
  await first.page.close();
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run += 1) {
    const again = await open(context, url);
    costs.push(await costOf(again));
    await again.page.close();
  }
  await context.close();
  return costs;
}

export function loadFigures(what: string, costs: readonly Cost[], targets: Partial<Cost> = {}): Figure[] {
  const unit = { cpu: 'ms', nodes: 'nodes', heap: 'MB' } as const;
  const words = { cpu: 'main-thread CPU', nodes: 'DOM nodes', heap: 'JS heap' } as const;
  return (['cpu', 'nodes', 'heap'] as const).map((part) => ({
    what: `${what}: ${words[part]}`,
    unit: unit[part],
    values: costs.map((cost) => cost[part]),
    ...(targets[part] !== undefined && { target: targets[part] }),
  }));
}
