import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

import { expect } from './test';

const themes = ['light', 'dark', 'contrast'] as const;

/** Colours and places are final at once. */
export const still = { reducedMotion: 'reduce' } as const;

/** What is wrong with the page as it stands, once nothing on it moves any more. */
export async function violations(page: Page): Promise<{ id: string; at: string[] }[]> {
  await page.emulateMedia(still);
  // Its usual way opens a page of its own for each look, for the sake of frames that the board does not have.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }));
}

/** Looks at the page as it stands in each of the three themes; what is found names the screen, and the journey goes on. */
export async function expectClean(page: Page, screen: string): Promise<void> {
  const html = page.locator('html');
  const chosen = await html.getAttribute('data-theme');
  for (const theme of themes) {
    await html.evaluate((root, name) => root.setAttribute('data-theme', name), theme);
    expect.soft(await violations(page), `${screen}, ${theme} theme`).toEqual([]);
  }
  await html.evaluate((root, name) => root.setAttribute('data-theme', name ?? 'light'), chosen);
}

/** Nothing is wider than the screen, nothing scrolls sideways in a dialog, and a finger meets what it can press. */
export async function expectFitting(page: Page, screen: string): Promise<void> {
  const misfits = await page.evaluate(() => {
    const least = 44;
    const words = (element: Element) =>
      element.getAttribute('aria-label') ?? element.textContent.slice(0, 30);
    const wide = [document.documentElement, ...document.querySelectorAll('[role=dialog] *')].filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        /auto|scroll/.test(
          `${getComputedStyle(element).overflowX} ${element.tagName === 'HTML' ? 'auto' : ''}`,
        ),
    );
    // The mark of a selected card is not met: a tap anywhere on the card does the same.
    const pressed = 'button:not([role=checkbox]), [role^=menuitem], [role=tab]';
    const small = [...document.querySelectorAll(pressed)].filter((element) => {
      const { width, height, top } = element.getBoundingClientRect();
      const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const reached = element.closest('[inert], [aria-hidden=true]') === null && top < innerHeight;
      return seen && reached && width > 1 && Math.min(width, height) < least - 0.5;
    });
    return [
      ...wide.map((one) => `too wide: ${words(one)}`),
      ...small.map((one) => `too small: ${words(one)}`),
    ];
  });
  expect.soft(misfits, screen).toEqual([]);
}
