import { useQuery } from '@tanstack/react-query';

import { builtInViews } from '#contract/view';

import { useDeviceShift } from '../device/use-device-board';
import { useInFlight } from '../ledger/use-in-flight';
import { filterOfView } from './current-view';
import { useViews } from './use-views';
import { viewQueries } from './view-queries';

/** How many open tasks a view shows, by its id, with what waits for the line counted where it is drawn; null until known. */
export function useViewCounts(): (id: string) => number | null {
  const { data: counts } = useQuery(viewQueries.counts());
  const saved = useViews() ?? [];
  const shiftOf = useDeviceShift(useInFlight());
  return (id) => {
    const count = counts?.[id] ?? null;
    if (count === null) return null;
    const own = saved.find((view) => view.id === id);
    const filter = own ? filterOfView(own) : builtInViews.find((view) => view.id === id)?.filter;
    return filter ? Math.max(0, count + shiftOf(filter)) : count;
  };
}
