import { useImperativeHandle, useState, type ReactNode, type Ref } from 'react';

import type { Task, TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { Density } from '../../tasks/face/card-face';
import { UntilContext } from '../../tasks/face/until-context';
import type { BulkBarProps, BulkWish } from '../../tasks/moves/bulk/selected';
import { useUndoKey } from '../../tasks/steps/use-undo-key';
import type { FilterStep } from '../../tasks/use-filter';
import { narrows, withoutFilters } from '../../tasks/views/without-filters';
import type { BoardHandle } from './board-handle';
import { Column } from './column/column';
import { ReachMenu } from './column/reach-menu';
import { useBoardKeys, type PageKeys } from './keys/use-board-keys';
import { useDrag } from './moves/use-drag';
import { ColumnTabs } from './phone/column-tabs';
import { ThumbBar } from './phone/thumb-bar';
import { heirOf, stays, useSelection } from './selection/use-selection';
import { useFocusBack } from './undo/use-focus-back';
import { useSpokenFailures } from './undo/use-spoken-failures';
import { useToldRefusals } from './undo/use-told-refusals';
import { findCard, useBoardRows } from './use-board-rows';
import { useBoardState } from './use-board-state';
import { useBoardWidth, type Layout } from './use-board-width';
import { useFolds } from './use-folds';
import { useSpokenFilter } from './use-spoken-filter';

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
  density: Density;
  /** The task that is open in the panel. */
  openTask: string | null;
  onOpen: (taskId: string) => void;
  onCopy: (task: Task) => void;
  pageKeys: Omit<PageKeys, 'undo'>;
  handle?: Ref<BoardHandle>;
  /** Draws what can be done to the selected cards. */
  bulkBar: (props: BulkBarProps) => ReactNode;
};

/** The three columns: reads the tasks, takes drops, keys and presses, and says what happened. */
export function Board({
  filter,
  onFilter,
  density,
  openTask,
  onOpen,
  onCopy,
  pageKeys,
  handle,
  bulkBar,
}: Props) {
  const { board, layout, lanesBeside } = useBoardWidth(density);
  const { folds, fold } = useFolds(layout);
  const lanes = lanesBeside(Object.values(folds).filter((folded) => !folded).length);
  const columns = useBoardRows(filter, lanes);
  const selection = useSelection(columns, filter);
  const selecting = selection.ids.size > 0;
  // Stays from then on, since it also tells what became of it.
  const [selectedOnce, setSelectedOnce] = useState(false);
  if (selecting && !selectedOnce) setSelectedOnce(true);
  const state = useBoardState({ columns, phone: layout === 'phone', selection, onOpen, onCopy });
  const [wish, setWish] = useState<BulkWish | null>(null);
  useImperativeHandle(handle, () => ({ move: state.actions.move, selection, wish: setWish }));
  const drag = useDrag(({ task, count }, target) =>
    count > 1 ? setWish({ kind: 'drop', target }) : state.actions.move(task, target),
  );
  const after = { onOpen, onCopy, onRecent: pageKeys.recent };
  const undo = useUndoKey(after);
  const [tab, setTab] = useState<TaskStatus>('pending');
  useBoardKeys({
    columns,
    state,
    selection,
    onWish: (kind) => setWish({ kind }),
    page: { ...pageKeys, undo },
    openTask,
  });
  useFocusBack((taskId) => findCard(columns, taskId) && state.requestFocus(taskId));
  useToldRefusals(after);
  useSpokenFailures();

  const { chosen, ...cards } = state;
  const chosenTask = findCard(columns, chosen?.taskId ?? '')?.task ?? null;
  const totals = {
    pending: columns.pending.data.total,
    completed: columns.completed.data.total,
    ignored: columns.ignored.data.total,
  };
  useSpokenFilter(filter, totals);
  const shown = layout === 'phone' ? ([tab] as const) : (['pending', 'completed', 'ignored'] as const);
  return (
    <div
      ref={board}
      className="relative flex min-h-0 min-w-0 grow flex-col"
      data-layout={layout}
      data-dragging={drag.kind === 'lifted' ? (drag.count > 1 ? 'many' : 'one') : undefined}
      data-selecting={selecting || undefined}
    >
      {layout === 'phone' && (
        <div className="px-3 pt-2">
          <ColumnTabs shown={tab} totals={totals} onShow={setTab} />
        </div>
      )}
      <div className="flex min-h-0 grow gap-3 p-3">
        <UntilContext value={filter.due === 'snoozed'}>
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
                selected={selection.ids}
                current={openTask ?? chosen?.taskId ?? null}
                drag={drag}
                filtered={narrows(filter)}
                reach={
                  status === 'pending' ? null : (
                    <ReachMenu status={status} filter={filter} onFilter={onFilter} />
                  )
                }
                folded={folded}
                tabbed={layout === 'phone'}
                onFold={layout === 'phone' || status === 'pending' ? null : (next) => fold(status, next)}
                onClearFilters={() => onFilter(withoutFilters(filter), { view: null })}
                onCreate={pageKeys.create}
                className={columnWidth(layout, status, folded)}
              />
            );
          })}
        </UntilContext>
      </div>
      {selectedOnce &&
        bulkBar({
          tasks: selection.tasks,
          matching: selection.matching,
          offer: selection.offer,
          onWiden: selection.widen,
          wish,
          onWish: setWish,
          onClear: (changed) => {
            const next = stays(filter, changed) ? selection.tasks[0] : heirOf(columns, selection);
            if (isBesideCards()) state.requestFocus(next?.id ?? null);
            selection.clear();
          },
        })}
      {chosenTask && !selecting && (
        <ThumbBar task={chosenTask} passedOnAt={chosen?.passedOnAt ?? null} actions={state.actions} />
      )}
    </div>
  );
}

/** The bar and its menus and questions close, a card may leave. */
const passing = '[data-bulk-bar], [data-task-id], [role=menu], [role=dialog]';

/** Whether the focus is where it will be lost, or on a card that may leave. */
function isBesideCards(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.closest(passing) !== null;
}

function columnWidth(layout: Layout, status: TaskStatus, folded: boolean): string {
  if (folded) return 'w-11 shrink-0';
  if (layout === 'tablet' && status !== 'pending') return 'w-72 shrink-0';
  return status === 'pending' && layout === 'wide' ? 'grow-2 basis-0' : 'grow basis-0';
}
