import { useState } from 'react';

import type { Task, TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { Density } from '../../tasks/face/card-face';
import { Column } from './column/column';
import { ReachMenu } from './column/reach-menu';
import { useBoardKeys, type PageKeys } from './keys/use-board-keys';
import { useDrag } from './moves/use-drag';
import { ColumnTabs } from './phone/column-tabs';
import { ThumbBar } from './phone/thumb-bar';
import { useFocusBack } from './undo/use-focus-back';
import { useToldRefusals } from './undo/use-told-refusals';
import { useUndoKey } from './undo/use-undo-key';
import { findCard, useBoardRows } from './use-board-rows';
import { useBoardState } from './use-board-state';
import { useBoardWidth, type Layout } from './use-board-width';
import { useFolds } from './use-folds';

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter) => void;
  density: Density;
  /** The task that is open in the panel. */
  openTask: string | null;
  onOpen: (taskId: string) => void;
  onCopy: (task: Task) => void;
  pageKeys: Omit<PageKeys, 'undo'>;
};

/** The three columns: reads the tasks, takes drops, keys and presses, and says what happened. */
export function Board({ filter, onFilter, density, openTask, onOpen, onCopy, pageKeys }: Props) {
  const { board, layout, lanesBeside } = useBoardWidth(density);
  const { folds, fold } = useFolds(layout);
  const lanes = lanesBeside(Object.values(folds).filter((folded) => !folded).length);
  const columns = useBoardRows(filter, lanes);
  const state = useBoardState({ columns, phone: layout === 'phone', onOpen, onCopy });
  const drag = useDrag(state.actions.move);
  const after = { onOpen, onCopy, onRecent: pageKeys.recent };
  const undo = useUndoKey(after);
  const [tab, setTab] = useState<TaskStatus>('pending');
  useBoardKeys({ columns, state, page: { ...pageKeys, undo }, openTask });
  useFocusBack((taskId) => findCard(columns, taskId) && state.requestFocus(taskId));
  useToldRefusals(after);

  const { chosen, ...cards } = state;
  const chosenTask = findCard(columns, chosen?.taskId ?? '')?.task ?? null;
  const totals = {
    pending: columns.pending.data.total,
    completed: columns.completed.data.total,
    ignored: columns.ignored.data.total,
  };
  const filtered = Object.keys(filter).some((key) => key !== 'closed' && key !== 'tz');
  const shown = layout === 'phone' ? ([tab] as const) : (['pending', 'completed', 'ignored'] as const);
  return (
    <div
      ref={board}
      className="flex min-h-0 min-w-0 grow flex-col"
      data-layout={layout}
      data-dragging={drag.kind === 'lifted' || undefined}
    >
      {layout === 'phone' && (
        <div className="px-3 pt-2">
          <ColumnTabs shown={tab} totals={totals} onShow={setTab} />
        </div>
      )}
      <div className="flex min-h-0 grow gap-3 p-3">
        {shown.map((status) => {
          const folded = layout !== 'phone' && status !== 'pending' && folds[status];
          return (
            <Column
              key={status}
              {...cards}
              {...columns[status]}
              status={status}
              density={density}
              lanes={status === 'pending' ? lanes : 1}
              current={openTask ?? chosen?.taskId ?? null}
              drag={drag}
              filtered={filtered}
              reach={
                status === 'pending' ? null : (
                  <ReachMenu status={status} filter={filter} onFilter={onFilter} />
                )
              }
              folded={folded}
              tabbed={layout === 'phone'}
              onFold={layout === 'phone' || status === 'pending' ? null : (next) => fold(status, next)}
              onClearFilters={() => onFilter({})}
              onCreate={pageKeys.create}
              className={columnWidth(layout, status, folded)}
            />
          );
        })}
      </div>
      {chosenTask && (
        <ThumbBar task={chosenTask} passedOnAt={chosen?.passedOnAt ?? null} actions={state.actions} />
      )}
    </div>
  );
}

function columnWidth(layout: Layout, status: TaskStatus, folded: boolean): string {
  if (folded) return 'w-11 shrink-0';
  if (layout === 'tablet' && status !== 'pending') return 'w-72 shrink-0';
  return status === 'pending' && layout === 'wide' ? 'grow-2 basis-0' : 'grow basis-0';
}
