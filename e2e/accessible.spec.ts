import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

import { expect, test } from './test';

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.target.join(' ')) }));
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`board, panel, practice faults, recent changes and form are clean for assistive technology in the ${theme} theme`, async ({
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

    await page.getByRole('button', { name: 'Practice faults' }).click();
    const faults = page.getByRole('dialog', { name: 'Practice faults' });
    await faults.getByRole('region', { name: 'lemlist' }).getByRole('switch', { name: 'Slow' }).check();
    await expect(faults.getByRole('status').first()).toHaveText('Slow');
    expect(await violations(page)).toEqual([]);
    await faults.getByRole('button', { name: 'Everything works again' }).click();

    await page.keyboard.press('Escape');
    await page.getByRole('article', { name: title }).focus();
    await page.keyboard.press('e');
    await page.keyboard.press('Shift+U');
    const recent = page.getByRole('dialog', { name: 'Recent changes' });
    await expect(recent.getByText(title)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await form.open('lemlist');
    await form.create.click();
    await expect(form.linkedTo).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
  });
}
