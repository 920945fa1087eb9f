import type { Connection } from '#contract/connection';

import type { TaskFormValues } from './form-values';
import { startingAssignee, startingDue, startingPriority, startingType } from './starting-values';

type Move = {
  values: TaskFormValues;
  from: Connection | undefined;
  /** What was chosen there last time. */
  last: { type: string; assigneeId?: string } | undefined;
  now: Date;
  zone: string;
};

type Moved = Pick<TaskFormValues, 'type' | 'priority' | 'assigneeId' | 'due'>;

/** What a form becomes that goes to another connection: what was chosen stays where it fits, the rest starts anew. */
export function moveTo(to: Connection, { values, from, last, now, zone }: Move): Moved {
  const untouchedDue =
    JSON.stringify(values.due) === JSON.stringify(startingDue(from?.vendor, now, zone)) ||
    (from === undefined && values.due.date === '');
  const untouchedPriority = values.priority === startingPriority(from?.vendor, 'none');
  const type = from === undefined ? undefined : { vendor: from.vendor, type: values.type };
  return {
    type: startingType(to.vendor, { last: last?.type, from: type }),
    priority: startingPriority(to.vendor, untouchedPriority ? 'none' : values.priority),
    assigneeId: startingAssignee(to, last?.assigneeId),
    due: untouchedDue ? startingDue(to.vendor, now, zone) : values.due,
  };
}
