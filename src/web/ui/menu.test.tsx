import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { Menu, MenuItem } from './menu';

test('Enter in the same moment as a letter takes what the letter finds', async () => {
  const chosen: string[] = [];
  const item = (name: string) => <MenuItem onSelect={() => chosen.push(name)}>{name}</MenuItem>;
  await render(
    <Menu trigger={<button type="button">Snooze</button>}>
      {item('Later today')}
      {item('Tomorrow')}
    </Menu>,
  );
  await page.getByRole('button', { name: 'Snooze' }).click();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('menuitem', { name: 'Later today' })).toHaveFocus();
  for (const key of ['t', 'Enter'])
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  await expect.poll(() => chosen).toEqual(['Tomorrow']);
});
