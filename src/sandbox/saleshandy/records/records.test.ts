import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { saleshandyTeam } from '../saleshandy-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type ProspectPage = {
  payload: { id: string; attributes: { id: string; key: string; value: string }[] }[];
};

describe('prospects', () => {
  test('come in an envelope without a message, with their names among the attributes', async () => {
    const { prospects, read } = await saleshandyTeam(sandbox);
    const id = await prospects.add({
      firstName: 'Anna',
      lastName: 'Weber',
      email: 'anna@weber.example',
      company: 'Nordlicht',
      phone: '+49 30 23125 100',
      jobTitle: 'COO',
      linkedin: 'https://www.linkedin.com/in/anna',
      customFields: { Region: 'DE' },
    });
    const page = await read<ProspectPage>('/prospects');
    const attribute = (key: string, value: string) => ({ id: expect.any(String) as string, key, value });
    const attributes = [
      attribute('First Name', 'Anna'),
      attribute('Last Name', 'Weber'),
      attribute('Company', 'Nordlicht'),
      attribute('Phone Number', '+49 30 23125 100'),
      attribute('Job Title', 'COO'),
      attribute('LinkedIn', 'https://www.linkedin.com/in/anna'),
    ];
    const createdAt = sandbox.clock.now().toISOString();
    const prospect = { id, createdAt, email: 'anna@weber.example', verificationStatus: 'Valid', attributes };
    expect(page).toEqual({ payload: [prospect] });
    expect(await read('/prospects', { includeCustomFields: 'true' })).toEqual({
      payload: [{ ...prospect, attributes: [...attributes, attribute('Region', 'DE')] }],
    });
  });

  test('are found by first name, last name and address', async () => {
    const { prospects, read } = await saleshandyTeam(sandbox);
    await prospects.addAll([
      { id: 'anna', firstName: 'Anna', lastName: 'Weber', email: 'a@nordlicht.example' },
      { id: 'ben', firstName: 'Ben', lastName: 'Okoro', email: 'b@tidewell.example', company: 'Annaberg' },
    ]);
    const find = async (search: string) =>
      (await read<ProspectPage>('/prospects', { search })).payload.map(({ id }) => id);
    expect([
      await find('ANNA'),
      await find('a WE'),
      await find('okoro'),
      await find('@tide'),
      await find('_'),
    ]).toEqual([['anna'], ['anna'], ['ben'], ['ben'], []]);
  });

  test('come in pages, newest first, and by owner when asked', async () => {
    const { prospects, users, read } = await saleshandyTeam(sandbox);
    const [zoe, bea] = await users.addAll([{ name: 'Zoe' }, { name: 'Bea' }]);
    await prospects.addAll(
      Array.from({ length: 130 }, (_, index) => ({
        id: String(1000 + index),
        createdAt: new Date(index * 1000),
        ownerId: index === 7 ? bea : zoe,
      })),
    );
    const ids = async (query: Record<string, string>) =>
      (await read<ProspectPage>('/prospects', query)).payload.map(({ id }) => id);
    const pages = [await ids({}), await ids({ page: '2', pageSize: '500' }), await ids({ page: '3' })];
    expect(pages.map((page) => page.length)).toEqual([100, 30, 0]);
    expect(pages.flat()).toEqual(Array.from({ length: 130 }, (_, index) => String(1129 - index)));
    expect(await ids({ pageSize: '10', sort: 'ASC' })).toEqual(
      Array.from({ length: 10 }, (_, index) => String(1000 + index)),
    );
    expect((await ids({ pageSize: '20', sortBy: 'owner', sort: 'ASC' }))[0]).toBe('1007');
  });

  test.each<Record<string, string>>([{ pageSize: '7' }, { page: '0' }, { sortBy: 'name' }, { sort: 'up' }])(
    'are refused for %j',
    async (query) => {
      const { call } = await saleshandyTeam(sandbox);
      const answer = await call('GET', '/prospects', { query });
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 4000 }]);
    },
  );

  test('cannot be fetched by id', async () => {
    const { prospects, call } = await saleshandyTeam(sandbox);
    expect((await call('GET', `/prospects/${await prospects.add({})}`)).status).toBe(404);
  });
});

test('sequences, members and assignees are those of the team', async () => {
  await (await saleshandyTeam(sandbox)).sequences.add({});
  const { sequences, userId, read } = await saleshandyTeam(sandbox);
  const id = await sequences.add({ name: 'Depots', status: 'Paused' });
  const createdAt = sandbox.clock.now().toISOString();
  expect(await read('/sequences')).toEqual({
    message: 'Sequences fetched successfully',
    payload: [{ id, name: 'Depots', status: 'Paused', createdAt }],
  });
  const ada = { id: userId, name: 'Ada Okonkwo', email: 'ada@team.example' };
  expect(await read('/user/team-member-list')).toEqual({
    message: 'Team members fetched successfully',
    payload: [{ ...ada, role: 'admin' }],
  });
  expect(await read('/tasks/assignee/list')).toEqual({
    message: 'Assignees fetched successfully',
    payload: [ada],
  });
});
