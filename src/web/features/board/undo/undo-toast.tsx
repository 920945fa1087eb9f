import { History } from 'lucide-react';

import { CountdownLine } from '../../../tasks/face/countdown-line';
import { useReopen } from '../../../tasks/moves/use-reopen';
import { reopensLater, stepWords } from '../../../tasks/steps/step-words';
import type { Step } from '../../../tasks/steps/steps';
import { secondsLeft } from '../../../tasks/task-state';
import { useNow } from '../../../tasks/use-now';
import { Button, IconButton } from '../../../ui/button';
import { Toast } from '../../../ui/toast';
import { holdOf } from './use-spoken-step';

type Props = {
  step: Step;
  onUndo: () => void;
  onOpen: (taskId: string) => void;
  onRecent: () => void;
};

/** How long after the hold a step that the vendor can reopen is still offered to be. */
const offerMs = 8000;
/** Without an answer the step stays on the list of what waits; the toast would stand in the way for as long as nobody answers. */
const unansweredMs = 8000;

/** The newest step with the time that is left to take it back; then, where the vendor allows, the way to reopen. */
export function UndoToast({ step, onUndo, onOpen, onRecent }: Props) {
  const now = useNow();
  const { commandId, kind, tasks, count, until } = step;
  const answered = until !== null;
  // Among a thousand cards nobody sees where a new one has come.
  const made = kind === 'create' && count === 1 && answered ? tasks[0] : undefined;
  const left = answered ? secondsLeft(holdOf(step), now) : null;
  if (!answered && now - step.at > unansweredMs) return null;
  if (left !== null && left <= 0) {
    return answered && now < until + offerMs && reopensLater(kind, tasks) ? (
      <ReopenToast step={step} />
    ) : null;
  }
  return (
    <Toast words={stepWords(kind, tasks, step, count)}>
      {left !== null && (
        <span aria-hidden className="shrink-0 text-muted tabular">
          {left} s
        </span>
      )}
      {made !== undefined && (
        <Button size="small" onClick={() => onOpen(made.id)}>
          Show
        </Button>
      )}
      <Button size="small" data-tip="Undo (U)" onClick={onUndo}>
        Undo
      </Button>
      <IconButton
        label="Recent changes"
        size="small"
        className="!w-7"
        icon={<History size={16} />}
        onClick={onRecent}
      />
      {answered && <CountdownLine key={commandId} command={holdOf(step)} />}
    </Toast>
  );
}

function ReopenToast({ step: { kind, tasks, count } }: { step: Step }) {
  const reopen = useReopen();
  return (
    <Toast words={stepWords(kind, tasks, {}, count)}>
      <Button size="small" onClick={() => reopen(tasks.map(({ id }) => id))}>
        Reopen
      </Button>
    </Toast>
  );
}
