import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { Menu, MenuItem } from './menu';

const chosen: string[] = [];
const focused = () => document.activeElement?.textContent;

/** Keys as a busy page gets them: all before anything else is done. */
function pressAtOnce(...keys: string[]) {
  for (const key of keys)
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
}

async function openMenu(...names: string[]) {
  chosen.length = 0;
  await render(
    <Menu trigger={<button type="button">Snooze</button>}>
      {names.map((name) => (
        <MenuItem key={name} onSelect={() => chosen.push(name)}>
          {name}
        </MenuItem>
      ))}
    </Menu>,
  );
  await page.getByRole('button', { name: 'Snooze' }).click();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe(names[0]);
}

test('Enter in the same moment as a letter takes what the letter finds, and Escape after it takes nothing back', async () => {
  await openMenu('Later today', 'Tomorrow');
  pressAtOnce('t', 'Enter', 'Escape');
  await expect.poll(() => chosen).toEqual(['Tomorrow']);
});

test('a word finds the item that begins with it, the same letter again the next one', async () => {
  await openMenu('Next week', 'Tomorrow', 'Today', 'Tonight');
  pressAtOnce('t');
  expect(focused()).toBe('Tomorrow');
  pressAtOnce('t');
  expect(focused()).toBe('Today');
  await userEvent.keyboard('{Home}');
  pressAtOnce('t', 'o', 'n');
  expect(focused()).toBe('Tonight');
});
