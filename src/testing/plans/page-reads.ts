import { randomUUID } from 'node:crypto';

import { facetFields, syncStates, taskSorts } from '#contract/task-filter';

/** One question of a page. `column`: no index knows the answer, so an open column may be read through. `board`: it counts all there is. */
export type PageRead = { what: string; path: string; reach?: 'column' | 'board' };

// eslint-disable-next-line typescript/no-explicit-any -- each answer has a shape of its own
type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<any>;
type Get = (path: string) => ReturnType<Ask>;

const zone = 'tz=Europe/Berlin';
const dues = ['overdue', '..today', 'today', 'tomorrow', 'week', 'none', 'snoozed', '2026-03-01..'];
const fields = [
  'channel=call',
  'priority=high,medium',
  'vendor=leadlex,lemlist',
  'type=call',
  'assignee=me',
  'assignee=none',
  'campaign=any',
  'campaignState=running',
  'phone=123',
  'linkedin=/in/',
  'name=Contact 780',
  'name=/tact 780$/',
  'email=contact780@company78.example',
];

/** Everything that a page of the board asks the server, on a board that `insertManyTasks` filled; three tasks are completed for it. */
export async function pageReads(ask: Ask): Promise<PageRead[]> {
  const get: Get = (path) => ask('GET', path);
  return [
    ...(await pages(get)),
    ...filters(),
    ...searches(),
    ...totals(),
    ...(await singles(get)),
    ...(await changes(ask)),
  ];
}

async function pages(get: Get): Promise<PageRead[]> {
  const firsts = [
    ...taskSorts.map((sort) => [`Pending by ${sort}`, `status=pending&sort=${sort}`]),
    ...['completed', 'ignored'].flatMap((status) =>
      ['today', '7d', '30d', 'all'].map((closed) => [
        `${status}, closed ${closed}`,
        `status=${status}&closed=${closed}`,
      ]),
    ),
  ];
  const reads: PageRead[] = [];
  for (const [what, query] of firsts) {
    const path = `/api/tasks?${query}&limit=50&${zone}`;
    const { nextCursor } = await get(path);
    reads.push({ what: `page of 50: ${what}`, path });
    if (nextCursor === null) continue;
    reads.push({ what: `the page after it: ${what}`, path: `${path}&cursor=${nextCursor}` });
  }
  return reads;
}

function filters(): PageRead[] {
  const all = [...fields, ...dues.map((due) => `due=${due}`), ...syncStates.map((state) => `state=${state}`)];
  return all.map((filter) => ({
    what: `page of 50 under the filter ${filter}`,
    path: `/api/tasks?status=pending&${encodeURI(filter)}&limit=50&${zone}`,
    reach: 'column',
  }));
}

function searches(): PageRead[] {
  return ['12340', 'contact780@', 'invoice'].flatMap((word): PageRead[] => {
    // A word that is in many rows leaves it to the planner to look for it in the order of the column.
    const reach = word === 'invoice' ? ({ reach: 'column' } as const) : {};
    return [
      {
        what: `search for “${word}”: page of 50`,
        path: `/api/tasks?status=pending&q=${word}&limit=50&${zone}`,
        ...reach,
      },
      { what: `search for “${word}”: counts`, path: `/api/tasks/counts?q=${word}&${zone}`, ...reach },
    ];
  });
}

function totals(): PageRead[] {
  return [
    { what: 'counts of the columns and of the due buckets', path: `/api/tasks/counts?${zone}` },
    { what: 'counts, closed 7d', path: `/api/tasks/counts?closed=7d&${zone}` },
    // So much of the board that reading it through is the shorter way.
    { what: 'counts, closed 30d', path: `/api/tasks/counts?closed=30d&${zone}`, reach: 'board' },
    { what: 'counts of all there is', path: `/api/tasks/counts?closed=all&${zone}`, reach: 'board' },
    {
      what: 'counts under a filter',
      path: `/api/tasks/counts?channel=call&priority=high&${zone}`,
      reach: 'column',
    },
    ...facetFields.map((field): PageRead => ({
      what: `facets of ${field}`,
      path: `/api/tasks/facets?field=${field}&${zone}`,
      reach: 'column',
    })),
    { what: 'facets under a search', path: `/api/tasks/facets?field=channel&q=12340&${zone}` },
    { what: 'kinds of open tasks', path: `/api/tasks/kinds?status=pending&${zone}` },
    { what: 'kinds of completed tasks', path: `/api/tasks/kinds?status=completed&${zone}` },
    { what: 'counts of the views', path: '/api/views/counts?tz=Europe/Berlin', reach: 'column' },
    { what: 'the day in numbers', path: `/api/stats?${zone}` },
    { what: 'the day in numbers under a filter', path: `/api/stats?channel=call&${zone}`, reach: 'column' },
  ];
}

async function singles(get: Get): Promise<PageRead[]> {
  const { items } = await get(`/api/tasks?status=completed&closed=all&limit=1&${zone}`);
  const id: string = items[0].id;
  return [
    { what: 'one task', path: `/api/tasks/${id}` },
    { what: 'what was done to it', path: `/api/tasks/${id}/history` },
    { what: 'the other tasks of its person', path: `/api/tasks/${id}/person?${zone}` },
    { what: 'what the rep did last', path: '/api/commands' },
    { what: 'the connections', path: '/api/connections' },
    { what: 'the views', path: '/api/views' },
  ];
}

async function changes(ask: Ask): Promise<PageRead[]> {
  const { revision } = await ask('GET', `/api/tasks/changes?${zone}`);
  const { items } = await ask('GET', `/api/tasks?status=pending&limit=3&${zone}`);
  const taskIds = items.map(({ id }: { id: string }) => id);
  await ask('POST', '/api/commands', { id: randomUUID(), kind: 'complete', taskIds });
  return [{ what: 'what changed since a moment ago', path: `/api/tasks/changes?since=${revision}&${zone}` }];
}
