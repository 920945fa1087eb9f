import { personOrder, priorityRank } from '#contract/filter/task-order';
import type { TaskStatus } from '#contract/task';
import type { TaskSort } from '#contract/task-filter';

import type { TaskRow } from './task-fields';

/** Where a page ended: the values of the order's columns in its last row. */
export type Position = readonly (Date | number | string)[];

/** The order of a column: by which columns of the table, which way, and a row's place in it. */
export type Order = {
  name: TaskSort | 'closed';
  columns: readonly string[];
  descending: boolean;
  place(row: TaskRow): Position;
};

const orders: Record<Order['name'], Omit<Order, 'name'>> = {
  due: { columns: ['due_sort', 'id'], descending: false, place: (row) => [row.due_sort, row.id] },
  priority: {
    columns: ['priority_sort', 'due_sort', 'id'],
    descending: false,
    place: (row) => [priorityRank(row.priority), row.due_sort, row.id],
  },
  newest: { columns: ['created_at', 'id'], descending: true, place: (row) => [row.created_at, row.id] },
  person: {
    columns: ['person_sort', 'due_sort', 'id'],
    descending: false,
    place: (row) => [personOrder(row.person_name), row.due_sort, row.id],
  },
  closed: {
    columns: ['closed_at', 'id'],
    descending: true,
    place: (row) => [row.closed_at ?? row.due_sort, row.id],
  },
};

/** Pending is in the order that is asked for, by due without one; what is closed begins with the last. */
export function orderOf(status: TaskStatus, sort: TaskSort = 'due'): Order {
  const name = status === 'pending' ? sort : 'closed';
  return { name, ...orders[name] };
}
