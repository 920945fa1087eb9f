import type { Page } from 'playwright/test';

import type { Visit } from './visit';

export type Dropped = { painted: number; worstFrame: number };
declare const regionOf: (name: string) => Element | undefined;

export type Scrolled = { blank: number; droppedFrames: number };

const perSecond = 60;
const frameMs = 1000 / perSecond;

/** Drags the first card of Pending to Completed: ms from the release to the frame that shows it there, and the longest frame on the way. */
export async function dropFirstCard({ page }: Visit): Promise<Dropped> {
  const card = page.getByRole('region', { name: 'Pending' }).getByRole('article').first();
  const target = page.getByRole('region', { name: 'Completed' });
  const from = await middle(card);
  const to = await middle(target);
  await watchDrop(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 6, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 60 });
  await page.mouse.up();
  return page.evaluate(() => (window as unknown as { dropped: Promise<Dropped> }).dropped);
}

async function middle(locator: ReturnType<Page['getByRole']>): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('What is to be dragged, or where to, is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function watchDrop(page: Page): Promise<void> {
  return page.evaluate(() => {
    let dragged: string | undefined;
    let worstFrame = 0;
    let before = 0;
    let isDragging = true;
    const frame = (now: number) => {
      if (before > 0) worstFrame = Math.max(worstFrame, now - before);
      before = now;
      if (isDragging) requestAnimationFrame(frame);
    };
    addEventListener(
      'dragstart',
      (event) => {
        dragged = (event.target as HTMLElement).closest<HTMLElement>('[data-task-id]')?.dataset.taskId;
        requestAnimationFrame(frame);
      },
      { capture: true, once: true },
    );
    const painted = (since: number, done: (ms: number) => void) => {
      const column = regionOf('Completed');
      if (column?.querySelector(`[data-task-id="${dragged}"]`)) {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => done(performance.now() - since));
        port1.start();
        port2.postMessage(null);
      } else requestAnimationFrame(() => painted(since, done));
    };
    const dropped = new Promise((done) => {
      addEventListener(
        'drop',
        ({ timeStamp }) => {
          isDragging = false;
          requestAnimationFrame(() => painted(timeStamp, (ms) => done({ painted: ms, worstFrame })));
        },
        { capture: true, once: true },
      );
    });
    Object.assign(window, { dropped });
  });
}

/** Scrolls Pending by so many pixels in five seconds: samples without a card, and frames that were not drawn, in per cent. */
export async function scrollPending({ page, cdp }: Visit, pixels: number, seconds = 5): Promise<Scrolled> {
  const { x, y } = await middle(page.getByRole('region', { name: 'Pending' }).getByRole('article').first());
  // In the first of its two lanes, halfway down.
  const column = { x, y: y + 350 };
  await watchScroll(page, column);
  await cdp.send('Input.synthesizeScrollGesture', {
    ...column,
    yDistance: -pixels,
    speed: Math.round(Math.abs(pixels) / seconds),
    gestureSourceType: 'mouse',
  });
  return page.evaluate((ms) => {
    const { samples } = window as unknown as { samples: { frames: number[]; blank: number } };
    const late = samples.frames
      .map((frame) => Math.max(0, Math.round(frame / ms) - 1))
      .reduce((a, b) => a + b, 0);
    const shown = samples.frames.length;
    return { blank: (100 * samples.blank) / shown, droppedFrames: (100 * late) / (shown + late) };
  }, frameMs);
}

function watchScroll(page: Page, at: { x: number; y: number }): Promise<void> {
  return page.evaluate(({ x, y }) => {
    const samples = { frames: [] as number[], blank: 0 };
    let before = 0;
    const sample = (now: number) => {
      if (before > 0) samples.frames.push(now - before);
      before = now;
      const heights = [-200, -100, 0, 100, 200];
      const seen = heights.some((height) => document.elementFromPoint(x, y + height)?.closest('article'));
      if (!seen) samples.blank += 1;
      requestAnimationFrame(sample);
    };
    requestAnimationFrame(sample);
    Object.assign(window, { samples });
  }, at);
}

/** Types the last letter of a search: ms from the key to the frame in which every card of Pending matches. */
export async function filterByKey({ page }: Visit, word: string): Promise<number> {
  const box = page
    .getByRole('textbox', { name: 'Search tasks' })
    .or(page.getByRole('searchbox', { name: 'Search tasks' }));
  await box.fill(word.slice(0, -1));
  await page.waitForTimeout(1500);
  await page.evaluate((searched) => {
    const painted = new Promise<number>((done) => {
      const matches = () =>
        [...(regionOf('Pending')?.querySelectorAll('article') ?? [])].every((card) =>
          card.textContent?.toLowerCase().includes(searched),
        );
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            if (!matches()) return void requestAnimationFrame(look);
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => done(performance.now() - timeStamp));
            port1.start();
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
    Object.assign(window, { painted });
  }, word.toLowerCase());
  await box.press(word.slice(-1));
  const ms = await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
  await box.fill('');
  return ms;
}
