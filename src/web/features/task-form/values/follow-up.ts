import { addToDate, dateIn } from '#contract/dates';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';
import type { Vendor } from '#contract/vendors';

import type { DueParts } from '../../../tasks/due/due-parts';
import { taskTitle } from '../../../tasks/face/task-words';
import type { FormParent, TaskFormValues } from './form-values';
import { formValuesOfTask } from './form-values';
import { knowsTime, startingType } from './starting-values';

const inWorkingDays = 2;
const morning = '09:00';

/** What follows on a task: the same person, tool and way to reach them, due two working days on, with nothing written yet. */
export function followUpValues(task: Task, now: Date, zone: string): Partial<TaskFormValues> {
  const { connectionId, parents, assigneeId, priority } = formValuesOfTask(task, zone);
  const from = { vendor: task.vendor, type: task.vendorType };
  return {
    connectionId,
    parents: linkable(task.vendor, parents),
    assigneeId,
    priority,
    type: startingType(task.vendor, { from, last: task.vendorType }),
    title: vendorRules[task.vendor].title === 'none' ? '' : followUpTitle(task),
    due: workingDaysOn(task, now, zone),
  };
}

/** As many of a task's records as a new one can have: a task of a campaign comes with its contact and its lead. */
export function linkable(vendor: Vendor, parents: readonly FormParent[]): FormParent[] {
  const { kinds, max } = vendorRules[vendor].parents;
  const rank = ({ kind }: FormParent) => kinds.indexOf(kind);
  const known = parents.filter((parent) => rank(parent) !== -1);
  return known.toSorted((a, b) => rank(a) - rank(b)).slice(0, max);
}

function followUpTitle(task: Task): string {
  const title = taskTitle(task);
  return /^follow[ -]?up\b/i.test(title) ? title : `Follow up: ${title}`;
}

function workingDaysOn({ vendor }: Task, now: Date, zone: string): DueParts {
  let date = dateIn(zone, now);
  for (let left = inWorkingDays; left > 0;) {
    date = addToDate(date, 1);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return { date, time: knowsTime(vendor) ? morning : '' };
}
