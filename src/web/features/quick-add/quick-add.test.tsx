import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { Connection } from '#contract/connection';
import { newTask } from '#contract/new-task';
import { taskPage } from '#contract/task';
import { vendorTaskType } from '#contract/vendors';
import type { WantedWorkspace } from '#testing/browser-server';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { dueFromParts } from '../../tasks/due/due-parts';
import { Toasts } from '../../ui/toast';
import type { FormKnowledge } from './form-knowledge';
import { QuickAddDialog } from './quick-add-dialog';
import type { MoreInForm } from './quick-row';

const dialog = page.getByRole('dialog', { name: 'Quick add' });
const line = dialog.getByRole('textbox', { name: 'Task', exact: true });
const understood = dialog.getByRole('list', { name: 'Understood' });
const onMore = vi.fn<MoreInForm>();

/** As the form has it, with a phone call as the type and the first member as the one who does it. */
function knowledgeOf(connections: readonly Connection[]): FormKnowledge {
  const [first] = connections;
  return {
    lastConnection: first?.id ?? null,
    typeOf: ({ vendor }, channel) =>
      channel === 'whatsapp' ? null : vendorTaskType(vendor, vendor === 'leadlex' ? 'call' : 'phone'),
    dueOf: (_, due) => ({ date: '2040-03-10', time: '09:00', ...due }),
    check: ({ connection, words, due, priority, parents }, id) => {
      const parsed = newTask.safeParse({
        vendor: connection.vendor,
        id,
        connectionId: connection.id,
        type: 'phone',
        title: words,
        due: dueFromParts(due?.time ? due : { date: due?.date ?? '2040-03-10', time: '09:00' }, 'UTC'),
        priority: priority ?? 'none',
        assigneeId: connection.members[0]?.id,
        parents,
      });
      return parsed.success
        ? { body: parsed.data, errors: null }
        : { body: null, errors: parsed.error.issues.map(({ message }) => ({ path: '', message })) };
    },
    remember: () => {},
  };
}

async function open(wanted: WantedWorkspace) {
  await openWorkspace(wanted);
  return await show();
}

async function show(typed = '') {
  let ahead = typed;
  const takeTyped = () => {
    const taken = ahead;
    ahead = '';
    return taken;
  };
  return await mount(
    <>
      <QuickAddDialog knowledgeOf={knowledgeOf} takeTyped={takeTyped} onMore={onMore} onClose={() => {}} />
      <Toasts />
    </>,
  );
}

async function titles() {
  const answer = await (await fetch('/api/tasks?status=pending&limit=200')).json();
  return taskPage.parse(answer).items.map(({ title }) => title);
}

const hans = { title: 'Known', name: 'Hans Müller', email: 'hans@weber.example' };
const anna = { title: 'Known too', name: 'Anna Weber', email: 'anna@weber.example' };

beforeEach(() => localStorage.removeItem('outboard:quick-add'));

test('letters typed before it stood are in its last line, and make no task by themselves', async () => {
  await open({ tasks: [anna] }).then(({ unmount }) => line.fill('call Anna Weber').then(unmount));
  await show('email Anna Weber\n');
  const second = dialog.getByRole('textbox', { name: 'Task 2' });
  await expect.element(second).toHaveValue('email Anna Weber');
  await expect.element(second).toHaveFocus();
  await userEvent.keyboard(' !low');
  await expect.element(second).toHaveValue('email Anna Weber !low');
  await expect.element(dialog.getByRole('textbox', { name: 'Task 1' })).toHaveValue('call Anna Weber');
  expect(await titles()).toEqual(['Known too']);
});

test('what is typed is shown as it is understood, and Enter makes the task', async () => {
  await open({ tasks: [hans, anna] });
  await line.fill('call Hans Müller tomorrow 10am !high');
  await expect.element(understood.getByText('Hans Müller')).toBeVisible();
  await expect.element(understood.getByText(/10:00\sAM$/)).toBeVisible();
  await expect.element(understood.getByText('High priority')).toBeVisible();
  await expect.element(understood.getByText('Phone call')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Task created.', { exact: true }).first()).toBeVisible();
  await expect.element(line).toHaveValue('');
  await expect.element(line).toHaveFocus();
  expect(await titles()).toContain('Call Hans Müller');
});

test('of two people of the same name the rep says which one', async () => {
  await open({ tasks: [hans, { ...hans, title: 'Other', email: 'other@else.example' }] });
  await line.fill('call Hans Müller');
  await expect.element(dialog.getByText('Which Hans Müller?')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('Say who it is about.');
  await dialog.getByRole('button', { name: /other@else\.example/ }).click();
  await expect.element(understood.getByText('Hans Müller')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect.element(line).toHaveValue('');
  expect((await titles()).filter((title) => title === 'Call Hans Müller')).toHaveLength(1);
});

test('a name that nobody bears is asked about, and can be searched in place', async () => {
  await open({ tasks: [anna] });
  await line.fill('call Nobody Known');
  await expect.element(dialog.getByText(/lemlist knows nobody called “Nobody Known”/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Search for the person' }).fill('Anna');
  await dialog.getByRole('button', { name: /Anna Weber/ }).click();
  await expect.element(understood.getByText('Anna Weber')).toBeVisible();
});

test('Enter takes nobody whom only an older search found', async () => {
  await open({ tasks: [anna] });
  await line.fill('call Nobody Known');
  const search = dialog.getByRole('textbox', { name: 'Search for the person' });
  await search.fill('Anna');
  await expect.element(dialog.getByRole('button', { name: /Anna Weber/ })).toBeVisible();
  await search.fill('Zoraida');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByText('Nobody is called “Zoraida”.')).toBeVisible();
  await expect.element(understood.getByText('Anna Weber')).not.toBeInTheDocument();
});

test('a name that another tool knows can be sent there', async () => {
  await open({
    tasks: [anna],
    leadlex: [{ title: 'There', name: 'Sébastien Noël', email: 's@noel.example' }],
  });
  await line.fill('call Sébastien Noël');
  await expect.element(dialog.getByText(/lemlist knows nobody called “Sébastien Noël”/)).toBeVisible();
  const there = dialog.getByText('This name is known at:').element().parentElement;
  await page
    .elementLocator(there ?? document.body)
    .getByRole('button')
    .click();
  await expect.element(understood.getByText('Sébastien Noël')).toBeVisible();
  await expect.element(understood.getByRole('img', { name: 'LeadLex' })).toBeVisible();
});

test('many pasted lines become a list; those that fail stay with their reason and are tried again alone', async () => {
  await open({ tasks: [hans, anna] });
  await line.click();
  const data = new DataTransfer();
  data.setData('text/plain', 'call Hans Müller fri\n\ncall Nobody Known\r\ncall Anna Weber @lemlist\n');
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  await dialog.getByRole('button', { name: 'Create 3 tasks' }).click();
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('Say who it is about.');
  await expect.element(line).toHaveValue('call Nobody Known');
  expect(await titles()).toEqual(expect.arrayContaining(['Call Hans Müller', 'Call Anna Weber']));
  await line.fill('call Anna Weber again');
  await expect.element(understood.getByText('Anna Weber')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect.element(line).toHaveValue('');
  expect(await titles()).toHaveLength(5);
});

test('a date that there is not is told at the line, which becomes no task', async () => {
  await open({ tasks: [hans] });
  await line.fill('call Hans Müller 31 feb 9am');
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('“31 feb 9am” is no date.');
  await expect.element(understood.getByText('Hans Müller')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect.element(line).toHaveValue('call Hans Müller 31 feb 9am');
  expect(await titles()).toEqual(['Known']);
});

test('a due in the past is remarked on', async () => {
  await open({ tasks: [hans] });
  await line.fill('call Hans Müller yesterday');
  await expect.element(understood.getByText(/\(in the past\)$/)).toBeVisible();
});

test('while nobody can be looked up that is said, and whoever is meant is found once it goes again', async () => {
  await open({ tasks: [hans] });
  const real = window.fetch;
  window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  try {
    await line.fill('call Hans Müller');
    const why = '“Hans Müller” cannot be looked up while Outboard does not answer. The line is kept.';
    await expect.element(dialog.getByText(why)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByRole('alert')).toHaveTextContent(why);
  } finally {
    window.fetch = real;
  }
  await expect.element(understood.getByText('Hans Müller')).toBeVisible();
  await expect.element(line).toHaveValue('call Hans Müller');
});

test('a type that is guessed has its own picture', async () => {
  await open({ tasks: [hans] });
  await line.fill('prepare the deck');
  const guessed = understood.getByRole('listitem').filter({ hasText: 'Phone call' });
  await expect.element(guessed).toBeVisible();
  expect(guessed.element().querySelector('svg')?.classList).toContain('lucide-phone');
});

test('what is typed is there again after it was closed, and goes on in the form', async () => {
  await open({ tasks: [anna] }).then(({ unmount }) => line.fill('call Anna Weber !low').then(unmount));
  await show();
  await expect.element(dialog.getByRole('textbox', { name: 'Task 1' })).toHaveValue('call Anna Weber !low');
  await expect.element(understood.getByText('Anna Weber')).toBeVisible();
  await dialog.getByRole('button', { name: 'More in the form' }).first().click();
  expect(onMore).toHaveBeenCalledWith(
    expect.objectContaining({ text: 'call Anna Weber !low' }),
    expect.objectContaining({ words: 'Call Anna Weber', priority: 'low' }),
  );
});

test('beside what was left behind the typing begins on a line of its own', async () => {
  await open({ tasks: [anna] }).then(({ unmount }) => line.fill('call Anna Weber').then(unmount));
  await show();
  const second = dialog.getByRole('textbox', { name: 'Task 2' });
  await expect.element(second).toHaveFocus();
  await userEvent.keyboard('email Anna Weber');
  await expect.element(dialog.getByRole('textbox', { name: 'Task 1' })).toHaveValue('call Anna Weber');
  await expect.element(second).toHaveValue('email Anna Weber');
});

test('a priority that the tool does not know is told at the line, before anything is sent', async () => {
  await open({ tasks: [anna] });
  await line.fill('call Anna Weber !urgent');
  await expect.element(understood.getByText('Anna Weber')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect
    .element(dialog.getByRole('alert'))
    .toHaveTextContent('lemlist knows none, low, medium and high.');
  await expect.element(line).toHaveValue('call Anna Weber !urgent');
});

test('double Enter makes one task', async () => {
  await open({ tasks: [anna] });
  await line.fill('call Anna Weber once');
  await expect.element(understood.getByText('Anna Weber')).toBeVisible();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(line).toHaveValue('');
  expect((await titles()).filter((title) => title === 'Call Anna Weber once')).toHaveLength(1);
});
