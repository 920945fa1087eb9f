import type { CDPSession, Locator, Page } from 'playwright/test';

type Point = { x: number; y: number };

/** One finger on a touch screen; unlike a tap it can stay, and move while it is down. */
export class Finger {
  readonly #cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async down(at: Point): Promise<void> {
    await this.#touch('touchStart', [at]);
  }

  /** Moves in small steps, as a finger does. */
  async move(from: Point, to: Point, steps = 8): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps;
      await this.#touch('touchMove', [
        { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
      ]);
    }
  }

  async up(): Promise<void> {
    await this.#touch('touchEnd', []);
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

/** The middle of what is on the screen, once it stands still there. */
export async function middleOf(element: Locator): Promise<Point> {
  await (await element.elementHandle())?.waitForElementState('stable');
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
