import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { taskQueries } from '../queries';
import { useToday } from '../use-now';
import { apartMs } from './until-next-minute';

/** Asks anew what depends on the day: soon after it is over in the zone, and at once when the zone becomes another. */
export function useDayTurn(zone: string): void {
  const client = useQueryClient();
  const day = useToday(zone);
  const shown = useRef({ day, zone });
  useEffect(() => {
    if (shown.current.day === day && shown.current.zone === zone) return undefined;
    const ask = () => {
      shown.current = { day, zone };
      void client.invalidateQueries({ queryKey: taskQueries.columns() });
      void client.invalidateQueries({ queryKey: taskQueries.allCounts() });
      void client.invalidateQueries({ queryKey: taskQueries.people() });
    };
    const timer = setTimeout(ask, shown.current.zone === zone ? apartMs : 0);
    return () => clearTimeout(timer);
  }, [client, day, zone]);
}
