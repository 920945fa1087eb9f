import type { Locator } from 'vitest/browser';

/** Presses a button of a card, which draws its buttons where the pointer is. */
export async function pressOn(card: Locator, name: string): Promise<void> {
  await card.hover();
  await card.getByRole('button', { name }).click();
}
