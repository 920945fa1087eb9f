import { useEffect, useRef, useState } from 'react';

import { currentZone } from '../../tasks/clock/clock';
import { tellRefusal, type Refusal } from '../../tasks/ledger/refusals';
import { useCommand } from '../../tasks/use-command';
import type { SpreadDay } from './spread';

export type Refused = Refusal['tasks'];

/** `asked`: how many of the days' commands have no answer yet. */
type Work = { total: number; asked: number; refused: Refused };

/**
 * Moves the tasks of each day in one step. Whom Outboard refused is kept for the one who looks on; once the dialog is closed
 * the page tells it.
 */
export function useSpread() {
  const [work, setWork] = useState<Work | null>(null);
  const watched = useRef(true);
  useEffect(() => {
    watched.current = true;
    return () => {
      watched.current = false;
    };
  }, []);
  const answered = () => setWork((now) => now && { ...now, asked: now.asked - 1 });
  const sizes = useRef(new Map<string, number>());
  const { runTogether } = useCommand({
    onDone: answered,
    onRefused: (refusal) => {
      if (!watched.current) return tellRefusal(refusal);
      setWork((now) => now && { ...now, refused: [...now.refused, ...refusal.tasks] });
      // Of a command that went through in part, the part tells that it is done.
      if (refusal.tasks.length === sizes.current.get(refusal.tasks[0]?.taskId ?? '')) answered();
    },
  });
  const start = (days: readonly SpreadDay[]) => {
    const total = days.reduce((sum, { tasks }) => sum + tasks.length, 0);
    sizes.current = new Map(days.flatMap(({ tasks }) => tasks.map(({ id }) => [id, tasks.length])));
    setWork({ total, asked: days.length, refused: [] });
    runTogether(
      days.map(({ date, tasks }) => ({
        command: { kind: 'snooze', until: { kind: 'day', date, tz: currentZone() } },
        tasks,
      })),
    );
  };
  return { work, start };
}
