import { expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';
import { sampleConnection } from '#testing/sample-connection';

import { useColumn } from '../../tasks/use-column';
import { useLiveChanges } from '../../tasks/use-live-changes';
import { RemoveConnection } from './remove-connection';

const everything = {};

function Titles() {
  useLiveChanges(everything);
  const { tasks, total } = useColumn(everything, 'pending');
  return (
    <p>
      {total} pending: {tasks.map(({ title }) => title).join(', ')}
    </p>
  );
}

test('the cards of a connection that is removed in another tab leave with it', async () => {
  const { tasks } = await openWorkspace({
    tasks: [{ title: 'Call Anna' }],
    leadlex: [{ title: 'Brief Bernd', email: 'bernd@weber.example' }],
  });
  await mount(<Titles />);
  await expect.element(page.getByText('Brief Bernd')).toBeVisible();

  const { items } = (await (await fetch('/api/connections')).json()) as {
    items: { id: string; vendor: string }[];
  };
  const leadlex = items.find(({ vendor }) => vendor === 'leadlex');
  expect(tasks.some(({ connectionId }) => connectionId === leadlex?.id)).toBe(true);
  await fetch(`/api/connections/${leadlex?.id}`, { method: 'DELETE' });

  await expect.element(page.getByText('1 pending: Call Anna')).toBeVisible();
  await expect.element(page.getByText('Brief Bernd')).not.toBeInTheDocument();
});

test('the question names the tool, and what of this board goes with it', async () => {
  const nothing = () => {};
  const connection = sampleConnection({ vendor: 'leadlex', label: 'Sales' });
  await mount(<RemoveConnection connection={connection} onKeep={nothing} onRemoved={nothing} />);
  await expect.element(page.getByRole('dialog', { name: 'Remove LeadLex · Sales?' })).toBeVisible();
  await expect
    .element(
      page.getByText(/kept on this board only goes too: tasks that you ignored are still open at LeadLex/),
    )
    .toBeVisible();
});
