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
    vendor,
    title,
  }) => {
    await page.addInitScript((name) => localStorage.setItem('outboard.theme', name), theme);
    await vendor.give(page, { title, campaign: true });
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('article', { name: title }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: title })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'New task' }).click();
    const form = page.getByRole('dialog', { name: 'New task' });
    await form.getByLabel('Send to').selectOption({ label: 'lemlist · Practice team' });
    await form.getByRole('button', { name: 'Create task' }).click();
    await expect(form.getByRole('combobox', { name: 'Linked to' })).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
  });
}
