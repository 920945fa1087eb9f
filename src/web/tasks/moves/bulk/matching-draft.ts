import type { MatchingCommand } from '#contract/matching';

import { currentZone } from '../../clock/clock';
import { snoozeUntil, untilAs } from '../snooze-times';
import type { BulkAction } from './bulk-action';

type WithoutMatch<Command> = Command extends unknown ? Omit<Command, 'id' | 'match'> : never;
export type MatchingDraft = WithoutMatch<MatchingCommand>;

const dated = { due: null, kinds: ['date'] } as const;
const timed = { due: null, kinds: ['instant'] } as const;

/** The command that does an action to all that match; null where a date is still to be asked. */
export function matchingDraft(action: BulkAction, now: Date): MatchingDraft | null {
  switch (action.kind) {
    case 'priority':
      return action;
    case 'until':
      return snooze(untilAs(action.until, dated, currentZone()), untilAs(action.until, timed, currentZone()));
    case 'move': {
      const { target } = action;
      if (target.kind === 'column') return { kind: columnKinds[target.status] };
      if (target.kind === 'assign')
        return target.person === 'ask' ? null : { kind: 'assign', assignees: target.person.ids };
      if (target.snooze === 'pick') return null;
      const untilFor = (moved: typeof dated | typeof timed) =>
        target.snooze === 'pick' ? null : snoozeUntil(target.snooze, moved, now, currentZone());
      return snooze(untilFor(dated), untilFor(timed));
    }
  }
}

const columnKinds = { completed: 'complete', ignored: 'ignore', pending: 'reopen' } as const;

function snooze(...untils: readonly ReturnType<typeof snoozeUntil>[]): MatchingDraft {
  const date = untils.find((until) => until?.kind === 'date');
  const instant = untils.find((until) => until?.kind === 'instant');
  return {
    kind: 'snooze',
    until: {
      ...(date?.kind === 'date' && { date: date.date }),
      ...(instant?.kind === 'instant' && { instant: instant.at }),
    },
  };
}
