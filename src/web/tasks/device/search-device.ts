import type { QueryClient } from '@tanstack/react-query';

import { membersWhoAre, type Rep } from '#contract/rep';
import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { cachedRows } from '../live/board-cache';
import { knownRows, type Board } from '../live/changes';
import { drawTask, type InFlight, type Reach } from '../pending';
import { connectionQueries } from '../queries';
import { deviceBoard, type DeviceBoard } from './device-board';
import type { Around } from './device-match';
import { deviceReach } from './device-reach';

type Here = { now: number; zone: string; rep: Rep | null };
type Asked = Here & { filter: TaskFilter };

/** What the filter finds among the cards in the page's cache; `now` in milliseconds, `zone` an IANA name. */
export function searchDevice(client: QueryClient, asked: Asked): DeviceBoard {
  return deviceBoard([...cachedRows(client).values()], asked.filter, aroundOf(client, asked));
}

/** Where the tasks that wait for the line belong on the filter's board. */
export function reachOnDevice(
  client: QueryClient,
  { board, inFlight, ...asked }: Asked & { board: Board; inFlight: readonly InFlight[] },
): Reach {
  const rows = waitingRows(client, inFlight);
  return deviceReach(rows, knownRows(board), asked.filter, aroundOf(client, asked));
}

/** How many more open tasks a filter has than the server said, by what waits for the line. */
export function shiftOnDevice(
  client: QueryClient,
  inFlight: readonly InFlight[],
  here: Here,
): (filter: TaskFilter) => number {
  const pairs = waitingRows(client, inFlight).map((row) => ({ row, drawn: drawTask(row, inFlight) }));
  return (filter) => {
    const { rows, was, is } = deviceReach(
      pairs.map(({ row }) => row),
      new Map(),
      filter,
      aroundOf(client, { ...here, filter }),
    );
    if (rows.length === 0) return 0;
    const isOpen = ({ status }: Task, belongs: boolean) => Number(belongs && status === 'pending');
    return pairs.reduce(
      (sum, { row, drawn }) => sum + isOpen(drawn, is(row, drawn)) - isOpen(row, was(row)),
      0,
    );
  };
}

/** As the server last told them, where any column still holds them. */
function waitingRows(client: QueryClient, inFlight: readonly InFlight[]): Task[] {
  const seen = new Map(
    inFlight
      .filter(({ waitsFor }) => waitsFor !== undefined)
      .flatMap(({ tasks }) => tasks.map((task) => [task.id, task] as const)),
  );
  const cached = cachedRows(client, new Set(seen.keys()));
  return [...seen].map(([id, task]) => cached.get(id) ?? task);
}

function aroundOf(client: QueryClient, { filter, now, zone, rep }: Asked): Around {
  const connections = client.getQueryData(connectionQueries.list().queryKey);
  const me = connections?.flatMap((connection) =>
    membersWhoAre(rep, connection).map((memberId) => ({ connectionId: connection.id, memberId })),
  );
  return { now: new Date(now), zone: filter.tz ?? zone, me: me ?? null };
}
