import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, it, onTestFinished } from 'vitest';

import { vendorRules } from '#contract/vendors';

import { failureOf, sendTo, start } from './vendor-under-test';
import type { Conformance } from './vendor-under-test';

/** What is made of a vendor that does not answer well. */
export function describeFailing(subject: Conformance): void {
  describeFaults(subject);
  describeThrottling(subject);
}

function describeFaults(subject: Conformance): void {
  const { ignore, callOutcomes } = vendorRules[subject.adapter.vendor];
  const [outcome = null] = callOutcomes;
  it.each([
    ['auth', 'auth', 'none'],
    ['limited', 'limited', 'none'],
    ['down', 'down', 'unknown'],
    ['silent', 'down', 'unknown'],
    ['html', 'unreadable', 'unknown'],
    ['broken-json', 'unreadable', 'unknown'],
    ['lost-answer', 'down', 'unknown'],
  ] as const)('calls the fault “%s” %s, and the effect of a write %s', async (fault, kind, effect) => {
    const { adapter, vendor, send: patient } = await start(subject);
    const { vendorTaskId } = await adapter.createTask(patient, vendor.newTask);
    const send = fault === 'silent' ? sendTo(adapter, vendor, 60) : patient;
    await vendor.misbehave(fault);
    expect(await failureOf(adapter.listMembers(send), vendor)).toMatchObject({ kind, effect: 'none' });
    for (const write of [
      () => adapter.completeTask(send, vendorTaskId, outcome),
      ...(ignore === 'one-way' ? [() => adapter.ignoreTask(send, vendorTaskId)] : []),
      () => adapter.editTask(send, vendorTaskId, { text: 'Later' }),
      () => adapter.createTask(send, vendor.newTask),
    ]) {
      expect(await failureOf(write(), vendor)).toMatchObject({ kind, effect });
    }
  });

  it('leaves the effect open when the vendor acted and the answer was lost', async () => {
    const { adapter, vendor, send } = await start(subject);
    const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
    await vendor.misbehave('lost-answer');
    expect((await failureOf(adapter.completeTask(send, vendorTaskId, outcome), vendor)).effect).toBe(
      'unknown',
    );
    await expect(vendor.pendingIds()).resolves.toEqual([]);
  });

  it('knows that nothing was sent when the connection was refused', async () => {
    const { adapter, vendor } = await start(subject);
    const send = sendTo(subject.adapter, { ...vendor, baseUrl: await addressOf(null) });
    const failure = await failureOf(adapter.completeTask(send, 'any', outcome), vendor);
    expect(failure).toMatchObject({ kind: 'down', effect: 'none' });
  });
}

function describeThrottling(subject: Conformance): void {
  const [outcome = null] = vendorRules[subject.adapter.vendor].callOutcomes;
  it.each([
    ['seconds', { 'retry-after': '30' }],
    [
      'a date text',
      { 'x-ratelimit-reset': 'Tue Mar 10 2026 10:00:30 GMT+0100 (Central European Standard Time)' },
    ],
    ['epoch seconds', { 'x-ratelimit-reset': '1773133230' }],
  ])('reads when to come back from %s', async (_form, headers) => {
    const { adapter, vendor } = await start(subject);
    const baseUrl = await addressOf({ status: 429, headers });
    const clock = { now: () => new Date('2026-03-10T09:00:00.000Z') };
    const send = sendTo(adapter, { ...vendor, baseUrl, clock });
    const failure = await failureOf(adapter.completeTask(send, 'any', outcome), vendor);
    expect(failure).toMatchObject({ kind: 'limited', effect: 'none' });
    expect(failure.retryAt?.toISOString()).toBe('2026-03-10T09:00:30.000Z');
  });
}

/** Where a server answers everything alike, or, without an answer, where nobody listens any more. */
async function addressOf(
  answer: { status: number; headers: Record<string, string> } | null,
): Promise<string> {
  const server = createServer((_request, response) => {
    if (answer !== null) response.writeHead(answer.status, answer.headers).end('Too many requests');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  if (answer === null) await close();
  else onTestFinished(() => void close());
  return `http://127.0.0.1:${port}`;
}
