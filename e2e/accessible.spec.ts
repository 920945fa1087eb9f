import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

import { expect, test } from './test';

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.target.join(' ')) }));
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`board, panel, form and keys are clean for assistive technology in the ${theme} theme`, async ({
    page,
    lemlist,
    form,
    title,
  }) => {
    await page.addInitScript((name) => localStorage.setItem('outboard.theme', name), theme);
    await lemlist.give(page, { title, campaign: true });
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('article', { name: title }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: title })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await form.open('lemlist');
    await form.create.click();
    await expect(form.linkedTo).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
  });
}
