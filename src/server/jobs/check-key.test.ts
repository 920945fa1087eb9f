import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { createTestDatabase, type TestDatabase } from '#testing/database';
import { openDesk, type Desk } from '#testing/desk';

let database: TestDatabase<unknown>;
let desk: Desk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openDesk({ databaseUrl: database.url });
});
afterAll(async () => {
  await desk.stop();
  await database.destroy();
});
beforeEach(() => desk.vendor.misbehave());

const connect = (more: object = {}) =>
  desk.call('POST', '/api/connections', {
    vendor: 'lemlist',
    label: 'Sales',
    key: desk.vendor.key,
    sandbox: true,
    ...more,
  });

it.each([
  ['server-error', 'The key could not be checked: lemlist does not answer.'],
  ['html', 'The key could not be checked: lemlist answers something that Outboard cannot read.'],
] as const)('a key is not kept unseen when nobody could try it: %s', async (kind, message) => {
  await desk.vendor.misbehave({ kind });
  const refused = await connect();
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'unchecked', message }] } });
  expect((await connect({ unchecked: true })).status).toBe(201);
});

it('a key that the vendor does not know is not kept, whatever the rep wants', async () => {
  const refused = await connect({ key: 'a-key-of-nobody', unchecked: true });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'key' }] } });
});
