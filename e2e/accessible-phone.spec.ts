import type { Page } from 'playwright/test';

import { expectClean, expectFitting, still } from './accessible';
import { expect, test } from './test';

test.slow();

for (const width of [390, 320]) {
  test.describe(`on a phone of ${width} pixels`, () => {
    test.use({ viewport: { width, height: 720 }, hasTouch: true, isMobile: true });

    const look = async (page: Page, screen: string) => {
      await expectFitting(page, screen);
      // What the narrower one shows is the same in other sizes.
      if (width === 390) await expectClean(page, screen);
    };

    test('each screen fits, is clean for assistive technology, and a thumb meets what it presses', async ({
      page,
      lemlist,
      form,
      title,
    }) => {
      await page.emulateMedia(still);
      const long = `${title} Donaudampfschifffahrtsgesellschaftskapitänsmütze اتصل بالعميل`;
      await lemlist.give(page, { title: long, message: 'Hello', campaign: true });
      await look(page, 'board');
      const card = page.getByRole('article', { name: long });
      await card.tap();
      const thumbs = page.getByRole('toolbar', { name: `Actions for ${long}` });
      await expect(thumbs).toBeVisible();
      await look(page, 'a card in hand');
      await thumbs.getByRole('button', { name: 'More' }).tap();
      await expect(page.getByRole('menu')).toBeVisible();
      await look(page, 'menu of a card');
      await page.getByRole('menuitem', { name: 'Select', exact: false }).first().tap();
      await expect(page.getByRole('toolbar', { name: '1 selected' })).toBeVisible();
      await look(page, 'selection');
      // Nothing is chosen or selected any more: a tap on a chosen card would open it.
      await page.reload();
      await card.tap();
      await thumbs.getByRole('button', { name: 'Open' }).tap();
      const sheet = page.getByRole('complementary', { name: long });
      await expect(sheet.getByRole('heading', { name: 'History' })).toBeAttached();
      await look(page, 'sheet');
      await sheet.getByRole('button', { name: 'Close' }).tap();

      await page.getByRole('button', { name: /^Completed/ }).tap();
      await look(page, 'another tab');
      await page.getByRole('button', { name: 'Views', exact: true }).tap();
      await expect(page.getByRole('dialog').getByRole('link', { name: 'My day' })).toBeVisible();
      await look(page, 'views');
      await page.getByRole('button', { name: 'Add a connection' }).tap();
      await expect(page.getByRole('dialog', { name: 'Add a connection' })).toBeVisible();
      await look(page, 'add a connection');
      await form.open('lemlist');
      await look(page, 'form');
      await page.goto('/');
      await page.getByRole('region', { name: 'Today', exact: true }).getByRole('button').first().tap();
      await expect(
        page.getByRole('dialog', { name: 'Today' }).locator('svg.recharts-surface').last(),
      ).toBeAttached();
      await look(page, 'today');
    });
  });
}
