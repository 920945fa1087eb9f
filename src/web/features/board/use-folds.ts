import { useState } from 'react';

import type { TaskStatus } from '#contract/task';

import type { Layout } from './use-board-width';

type Closed = Exclude<TaskStatus, 'pending'>;

/** Which of the closed columns are folded to a narrow strip: both where there is little room, until the rep says otherwise. */
export function useFolds(layout: Layout): {
  folds: Record<Closed, boolean>;
  fold: (status: Closed, folded: boolean) => void;
} {
  const [chosen, setChosen] = useState<Partial<Record<string, boolean>>>(read);
  const isFolded = (status: Closed) => chosen[`${layout}-${status}`] ?? layout === 'tablet';
  return {
    folds: { completed: isFolded('completed'), ignored: isFolded('ignored') },
    fold: (status, folded) => {
      const next = { ...chosen, [`${layout}-${status}`]: folded };
      setChosen(next);
      localStorage.setItem(place, JSON.stringify(next));
    },
  };
}

const place = 'outboard.folds';

function read(): Partial<Record<string, boolean>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
