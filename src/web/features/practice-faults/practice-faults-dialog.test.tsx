import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { practiceTeams } from '#contract/practice-faults';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { PracticeEntry } from '../connections/practice-entry';
import { PracticeFaultsDialog } from './practice-faults-dialog';

const dialog = page.getByRole('dialog', { name: 'Practice faults' });
const entry = page.getByRole('button', { name: /^Practice faults/ });
const section = (name: string) => dialog.getByRole('region', { name });
const theSwitch = (team: string, name: string) => section(team).getByRole('switch', { name, exact: true });
const close = () => dialog.getByRole('button', { name: 'Done' }).click();

function Foot() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <PracticeEntry onOpen={() => setOpen(true)} />
      {open && <PracticeFaultsDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** A page of its own: it knows only what the server tells. */
async function openPage() {
  await mount(<Foot />);
}

const onAtServer = async () => {
  const { items } = practiceTeams.parse(await (await fetch('/api/practice-faults')).json());
  return items.map(({ on }) => on.map(({ name }) => name));
};

async function open() {
  await openWorkspace({
    tasks: [{ title: 'Call Anna' }],
    saleshandy: [{ name: 'Ben Weber', email: 'ben@weber.example', type: '9', note: 'Call Ben' }],
    leadlex: [{ name: 'Cleo Weber', email: 'cleo@weber.example', title: 'Call Cleo' }],
  });
  await openPage();
  await entry.click();
}

test('a fault that is switched on is still on in a page that is opened later, and ends with all others', async () => {
  await open();
  await expect.element(section('lemlist')).toHaveTextContent('Works as it should');
  await theSwitch('lemlist', 'Loses its answer').click();
  await expect.element(section('lemlist')).toHaveTextContent('Until switched off');
  await dialog.getByLabelText('A fault lasts').selectOptions('The next 3 calls');
  await theSwitch('LeadLex', 'Out of order').click();
  await expect.element(section('LeadLex')).toHaveTextContent('3 calls left');
  await expect.element(section('Saleshandy')).toHaveTextContent('Works as it should');
  await close();
  await expect.element(entry).toHaveTextContent('2 faults on');

  await openPage();
  await entry.last().click();
  await expect.element(theSwitch('lemlist', 'Loses its answer')).toBeChecked();
  await expect.element(theSwitch('LeadLex', 'Out of order')).toBeChecked();
  await expect.element(theSwitch('lemlist', 'Out of order')).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Everything works again' }).click();
  await expect.element(theSwitch('lemlist', 'Loses its answer')).not.toBeChecked();
  await expect.element(section('LeadLex')).toHaveTextContent('Works as it should');
  expect(await onAtServer()).toEqual([[], [], []]);
  await close();
  await expect.element(entry.last()).not.toHaveTextContent('on');
});

test('the keyboard switches, and the words say which fault a call meets first', async () => {
  await open();
  await expect.element(theSwitch('lemlist', 'Slow')).toBeVisible();
  (theSwitch('lemlist', 'Slow').element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(theSwitch('lemlist', 'Slow')).toBeChecked();
  await theSwitch('lemlist', 'Nonsense').click();
  await expect.element(section('lemlist').getByRole('status')).toHaveTextContent('Nonsense, then slow');
  expect(await onAtServer()).toEqual([['nonsense', 'slow'], [], []]);
  await userEvent.keyboard(' ');
  await expect.element(section('lemlist').getByRole('status')).toHaveTextContent(/^Slow$/);
});

test('each vendor has the switches that it knows', async () => {
  await open();
  await expect.element(theSwitch('Saleshandy', 'Refuses one person')).toBeVisible();
  await expect.element(theSwitch('LeadLex', 'Name is ambiguous')).toBeVisible();
  await expect.element(theSwitch('lemlist', 'Refuses one person')).not.toBeInTheDocument();
  await expect.element(theSwitch('lemlist', 'Name is ambiguous')).not.toBeInTheDocument();
});

test('what another page switches shows when this one is looked at again', async () => {
  await open();
  await expect.element(section('lemlist')).toHaveTextContent('Works as it should');
  const body = JSON.stringify([{ kind: 'unauthorized' }]);
  await fetch('/testing/faults', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  });
  // A look while the page is still asking for something older shows that; the next one shows the switch.
  await expect
    .poll(() => {
      window.dispatchEvent(new Event('visibilitychange'));
      return theSwitch('lemlist', 'Key refused').element();
    })
    .toBeChecked();
});

test('a vendor that was disconnected meanwhile has no switches any more', async () => {
  await open();
  await expect.element(theSwitch('lemlist', 'Slow')).toBeVisible();
  const { items } = practiceTeams.parse(await (await fetch('/api/practice-faults')).json());
  await fetch(`/api/connections/${items[0]?.connectionId}`, { method: 'DELETE' });
  await theSwitch('lemlist', 'Slow').click();
  await expect.element(section('lemlist')).not.toBeInTheDocument();
  await expect.element(section('Saleshandy')).toBeVisible();
});
