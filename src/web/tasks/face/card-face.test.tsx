import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';
import { sampleTask } from '#testing/sample-task';

import { Tooltips } from '../../ui/tooltip';
import { CardFace } from './card-face';

const person = {
  ...sampleTask({ id: 'p' }).person,
  name: 'Annabella Weber-Lüdenscheidt',
  company: 'Grachtenhuis Vastgoed',
};

async function draw(...tasks: Task[]) {
  await render(
    <ul>
      {tasks.map((task) => (
        <li key={task.id} className="h-[84px] w-80">
          <CardFace task={task} titleId={task.id} density="comfortable" />
        </li>
      ))}
    </ul>,
  );
}

test('a status that the vendor does not know is called board only, and why is told', async () => {
  await draw(sampleTask({ id: 'a', vendor: 'leadlex', status: 'ignored', boardOnly: true }));

  const word = page.getByText('board only');
  await expect.element(word).toBeVisible();
  expect(word.element().closest('[data-tip]')?.getAttribute('data-tip')).toBe(
    'LeadLex knows no such status; it is kept on this board alone.',
  );
});

test('a begun task says so while it is pending', async () => {
  const begun = sampleTask({ id: 'a', vendor: 'leadlex', progress: true });
  await draw(begun, { ...begun, id: 'b', status: 'completed' });

  await expect.element(page.getByText('in progress')).toBeVisible();
  expect(page.getByText('in progress').elements()).toHaveLength(1);
});

test('each type of a vendor has a name and a picture of its own', async () => {
  const { types } = vendorRules.saleshandy;
  await draw(
    ...types.map(({ value, channel }) =>
      sampleTask({ id: value, vendor: 'saleshandy', vendorType: value, channel, title: '' }),
    ),
  );

  const pictures = types.map(({ label }) => page.getByRole('img', { name: label, exact: true }).element());
  expect(new Set(pictures.map((picture) => picture.innerHTML)).size).toBe(types.length);
});

test('where a card has no room a long word gives way to its picture and is still read', async () => {
  const closed = sampleTask({
    id: 'a',
    vendor: 'saleshandy',
    status: 'completed',
    closedElsewhere: true,
    title: 'Call about the renewal of the contract',
    othersOfPerson: 2,
  });
  await render(
    <div data-testid="card" className="h-[44px] w-[264px]">
      <CardFace task={closed} titleId="a" density="compact" />
    </div>,
  );

  const word = page.getByText('closed at Saleshandy');
  await expect.element(word).toBeInTheDocument();
  expect(word.element().getBoundingClientRect().width).toBeLessThan(2);
  const title = page.getByText(closed.title).element();
  expect(title.clientWidth).toBeGreaterThan(100);
});

test('a card says how many more there are for its person, and nothing when there are none', async () => {
  await draw(sampleTask({ id: 'a', othersOfPerson: 2 }), sampleTask({ id: 'b' }));

  const mark = page.getByRole('img', { name: /more for this person/ });
  await expect.element(mark).toHaveAccessibleName('2 more for this person');
  expect(mark.elements()).toHaveLength(1);
});

test('a long title takes a second line within the height of the card', async () => {
  const title = 'LinkedIn connection request to everyone who asked about it';
  await draw(sampleTask({ id: 'a', title }), sampleTask({ id: 'b', title: 'Call' }));
  const height = (text: string) => page.getByText(text, { exact: true }).element().clientHeight;
  expect(height(title)).toBeGreaterThan(height('Call'));
  const card = page.getByText(title).element().closest('li');
  expect(card?.scrollHeight).toBeLessThanOrEqual(84);
});

test('what is told about a part of the card covers none of its lines', async () => {
  const task = sampleTask({ id: 'a', title: 'Call about the renewal' });
  await render(
    <>
      <div className="h-40" />
      <article className="h-[84px] w-60">
        <CardFace task={{ ...task, person }} titleId="a" density="comfortable" />
      </article>
      <Tooltips />
    </>,
  );
  await page.getByText('Annabella Weber-Lüdenscheidt').hover();
  const whole = /^Annabella Weber-Lüdenscheidt · Grachtenhuis Vastgoed/;
  await expect.poll(() => page.getByText(whole).elements().length).toBe(2);
  const tip = page
    .getByText(whole)
    .elements()
    .find((one) => one.classList.contains('fixed'));
  const cardTop = page.getByRole('article').element().getBoundingClientRect().top;
  expect(tip?.getBoundingClientRect().bottom).toBeLessThanOrEqual(cardTop);
});

test('a closed card says when it was closed, no longer when it was due', async () => {
  const closedAt = new Date(Date.now() - 3.5 * 3_600_000).toISOString();
  const due = { kind: 'date', date: '2020-01-01' } as const;
  await draw(
    sampleTask({ id: 'a', status: 'completed', due, closedAt }),
    sampleTask({ id: 'b', status: 'ignored', due, closedAt: null, closedElsewhere: true }),
  );
  await expect.element(page.getByText('3 h ago')).toHaveTextContent(/^Completed 3 h ago$/);
  expect(document.querySelectorAll('time')).toHaveLength(1);
});
