import * as z from 'zod/mini';

import type { TaskStatus } from '#contract/task';

import { keepMemory, readText } from '../../ui/kept/memory';
import { useKeptText } from '../../ui/kept/use-kept';
import type { Layout } from './use-board-width';

const place = 'outboard.folds';
const shape = z.record(z.string(), z.boolean());

type Closed = Exclude<TaskStatus, 'pending'>;

/** Which of the closed columns are folded to a narrow strip: both where there is little room, until the rep says otherwise. */
export function useFolds(layout: Layout): {
  folds: Record<Closed, boolean>;
  fold: (status: Closed, folded: boolean) => void;
} {
  const chosen = readText(useKeptText(place), shape) ?? {};
  const isFolded = (status: Closed) => chosen[`${layout}-${status}`] ?? layout === 'tablet';
  return {
    folds: { completed: isFolded('completed'), ignored: isFolded('ignored') },
    fold: (status, folded) => keepMemory(place, { ...chosen, [`${layout}-${status}`]: folded }),
  };
}
