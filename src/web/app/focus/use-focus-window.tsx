import { useRef, useState } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { endOfQueue } from '../../features/focus/queue/stand';
import type { TaskFormRequest } from '../../features/task-form/values/form-plan';
import { filterLink } from '../../tasks/filter-link';
import type { UndoWays } from '../../tasks/steps/use-undo-key';
import { useUrlParam, type ParamStep } from '../../tasks/use-filter';
import { useCurrentView } from '../../tasks/views/use-views';
import { FocusWindow, LazyPart } from '../lazy-parts';

type Given = {
  filter: TaskFilter;
  onForm: (request: TaskFormRequest) => void;
  onHelp: () => void;
  undoWays: UndoWays;
};

/** The focus queue as the address says it: how to open it, whether it covers the board, and itself. */
export function useFocusWindow({ filter, onForm, onHelp, undoWays }: Given) {
  const [wanted, setWanted] = useUrlParam('focus');
  const viewName = useCurrentView(filter)?.name ?? 'Filtered';
  const [covers, setCovers] = useState(false);
  const [anew, setAnew] = useState(false);
  const cameFrom = useRef<Element | null>(null);

  const open = () => {
    cameFrom.current = document.activeElement;
    const card = cameFrom.current?.closest('[data-column="pending"] [data-task-id]');
    setAnew(true);
    setWanted(card?.getAttribute('data-task-id') ?? '');
  };
  const leaveFor = (taskId: string) => {
    setWanted(null, { replace: true });
    undoWays.onOpen(taskId);
  };
  const goBack = (lastTask: string) => {
    const card = document.querySelector<HTMLElement>(
      `[data-column] [data-task-id="${CSS.escape(lastTask)}"]`,
    );
    const opener = cameFrom.current?.isConnected ? cameFrom.current : null;
    const target = card ?? opener ?? document.querySelector('[data-focus-button]');
    if (target instanceof HTMLElement) target.focus();
  };
  const focus = (
    <LazyPart>
      {wanted !== null && (
        <FocusWindow
          key={filterLink(filter)}
          filter={filter}
          viewName={viewName}
          wanted={wanted}
          onWant={(taskId) => setWanted(taskId, { replace: true })}
          anew={anew}
          onClose={() => setWanted(null, { back: true })}
          onForm={onForm}
          onHelp={onHelp}
          undoWays={{ ...undoWays, onOpen: leaveFor }}
          onCover={setCovers}
          onGone={goBack}
        />
      )}
    </LazyPart>
  );
  // What is covered takes the focus again in the same moment in which nothing covers it.
  return {
    focus,
    open,
    covers: covers && wanted !== null,
    /** The task that is shown; null at the end and before it is known. */
    task: wanted === '' || wanted === endOfQueue ? null : wanted,
    leave: wanted === null ? null : (how: ParamStep = { back: true }) => setWanted(null, how),
    leaveFor,
  };
}
