import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { useFilter } from '../../tasks/use-filter';
import { Notices } from './notices';

const home = location.href;
beforeEach(() => {
  document.cookie = 'rep=; Max-Age=0; Path=/';
});
afterEach(() => {
  history.pushState(null, '', home);
  document.cookie = 'rep=; Max-Age=0; Path=/';
});

function Screen() {
  const [, , dropped] = useFilter();
  return <Notices dropped={dropped} />;
}

async function openAt(search: string) {
  const { connectionId } = await openWorkspace({ tasks: [] });
  // The key alone does not tell whose it is.
  const headers = { 'content-type': 'application/json' };
  await fetch(`/api/connections/${connectionId}`, { method: 'PATCH', headers, body: '{"me":null}' });
  history.pushState(null, '', search);
  await mount(<Screen />);
}

test('what an address asks in vain is told, in part or as a whole, and goes with a press', async () => {
  await openAt('?channel=call,fax&colour=red&due=today');
  await expect
    .element(
      page.getByText('Part of the filter “channel” in the address is left out. “fax” is not a channel.'),
    )
    .toBeVisible();
  await expect.element(page.getByText('The filter “colour” in the address is left out.')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect.poll(() => location.search).toBe('?channel=call&due=today');
  await expect.element(page.getByRole('status')).not.toBeInTheDocument();
});

test('an address that names nobody of the teams says so, and goes on without with a press', async () => {
  await openAt('?assignee=me,usr_gone&due=today');
  await expect
    .element(page.getByText('The filter “assignee” names “usr_gone”, who is nobody in the connected teams.'))
    .toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(() => location.search).toBe('?assignee=me&due=today');
});

test('where “me” is nobody the rep is asked who they are, and then sees their tasks', async () => {
  await openAt('?assignee=me&due=..today');
  await expect.element(page.getByText('Outboard does not know who “me” is.')).toBeVisible();
  await page.getByRole('button', { name: 'Say who you are' }).click();
  await page.getByRole('button', { name: /Ada Rep/ }).click();
  await expect.element(page.getByText('Outboard does not know who “me” is.')).not.toBeInTheDocument();
});

test('a name that no team knows is told as such', async () => {
  document.cookie = `rep=${encodeURIComponent(JSON.stringify({ name: 'Zoe Nobody', email: null }))}; Path=/`;
  await openAt('?assignee=me');
  await expect.element(page.getByText(/^Nobody called Zoe Nobody is in the connected teams/)).toBeVisible();
});
