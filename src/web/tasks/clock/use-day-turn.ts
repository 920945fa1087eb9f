import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { taskQueries } from '../queries';
import { useToday } from '../use-now';

/** Asks anew what depends on the day: when it is over in the zone, and when the zone becomes another. */
export function useDayTurn(zone: string): void {
  const client = useQueryClient();
  const day = `${useToday(zone)} ${zone}`;
  const shown = useRef(day);
  useEffect(() => {
    if (shown.current === day) return;
    shown.current = day;
    void client.invalidateQueries({ queryKey: taskQueries.columns() });
    void client.invalidateQueries({ queryKey: taskQueries.allCounts() });
    void client.invalidateQueries({ queryKey: taskQueries.people() });
  }, [client, day]);
}
