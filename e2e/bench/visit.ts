import type { Browser, BrowserContext, CDPSession, Page } from 'playwright/test';

/** A page of the board with the means to ask the browser what it cost. */
export type Visit = { page: Page; cdp: CDPSession; context: BrowserContext };

export type Cost = {
  /** Of the main thread since the page began, in ms of processor time. */
  cpu: number;
  nodes: number;
  /** After a collection, in MB. */
  heap: number;
};

const viewport = { width: 1440, height: 900 };
const settings = { viewport, locale: 'en-GB', timezoneId: 'Europe/Berlin' };

/** A visitor whom the browser knows nothing of. */
export function newVisitor(browser: Browser): Promise<BrowserContext> {
  return browser.newContext(settings);
}

/** Opens the address and waits until cards are drawn and the browser has nothing left to do. */
export async function open(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.addInitScript(() => {
    const nameOf = (section: Element) =>
      section.ariaLabel ??
      document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent ??
      '';
    const regionOf = (name: string) =>
      [...document.querySelectorAll('section')].find((one) => nameOf(one).startsWith(name));
    Object.assign(window, { regionOf });
  });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(hasCards, null, { polling: 20 });
  await idle(page);
  return { page, cdp, context };
}

function idle(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => done()))),
  );
}

const hasCards = () => document.querySelectorAll('article').length >= 8;

export async function costOf({ cdp }: Visit): Promise<Cost> {
  const { TaskDuration: cpu = 0 } = await metrics(cdp);
  await cdp.send('HeapProfiler.collectGarbage');
  const { Nodes: nodes = 0, JSHeapUsedSize: heap = 0 } = await metrics(cdp);
  return { cpu: cpu * 1000, nodes, heap: heap / 1_000_000 };
}

async function metrics(cdp: CDPSession): Promise<Record<string, number>> {
  const { metrics: all } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}
