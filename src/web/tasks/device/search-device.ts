import type { QueryClient } from '@tanstack/react-query';

import { membersWhoAre, type Rep } from '#contract/rep';
import type { TaskFilter } from '#contract/task-filter';

import { cachedTasks } from '../live/board-cache';
import { connectionQueries } from '../queries';
import { deviceBoard, type DeviceBoard } from './device-board';

type Asked = { filter: TaskFilter; now: number; zone: string; rep: Rep | null };

/** What the filter finds among the cards in the page's cache; `now` in milliseconds, `zone` an IANA name. */
export function searchDevice(client: QueryClient, { filter, now, zone, rep }: Asked): DeviceBoard {
  const connections = client.getQueryData(connectionQueries.list().queryKey);
  const me = connections?.flatMap((connection) =>
    membersWhoAre(rep, connection).map((memberId) => ({ connectionId: connection.id, memberId })),
  );
  return deviceBoard(cachedTasks(client), filter, {
    now: new Date(now),
    zone: filter.tz ?? zone,
    me: me ?? null,
  });
}
