import { CountdownLine } from '../../../tasks/face/countdown-line';
import type { UndoStep } from '../../../tasks/ledger/ledger';
import { useReopen } from '../../../tasks/moves/use-reopen';
import { secondsLeft } from '../../../tasks/task-state';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { Toast } from '../../../ui/toast';
import { reopensLater, stepWords } from './undo-words';
import { holdOf } from './use-spoken-step';

type Props = { step: UndoStep; onUndo: () => void };

/** How long after the hold a step that the vendor can reopen is still offered to be. */
const offerMs = 8000;

/** The newest step with the time that is left to take it back; then, where the vendor allows, the way to reopen. */
export function UndoToast({ step, onUndo }: Props) {
  const now = useNow();
  const { commandId, kind, tasks, until } = step;
  const answered = until !== null;
  const left = answered ? secondsLeft(holdOf(step), now) : null;
  if (left !== null && left <= 0) {
    return answered && now < until + offerMs && reopensLater(kind, tasks) ? (
      <ReopenToast step={step} />
    ) : null;
  }
  return (
    <Toast words={stepWords(kind, tasks, step.snoozedTo)}>
      {left !== null && (
        <span aria-hidden className="shrink-0 text-muted tabular">
          {left} s
        </span>
      )}
      <Button size="small" data-tip="Undo (U)" onClick={onUndo}>
        Undo
      </Button>
      {answered && <CountdownLine key={commandId} command={holdOf(step)} />}
    </Toast>
  );
}

function ReopenToast({ step: { kind, tasks } }: { step: UndoStep }) {
  const reopen = useReopen();
  return (
    <Toast words={stepWords(kind, tasks)}>
      <Button size="small" onClick={() => reopen(tasks.map(({ id }) => id))}>
        Reopen
      </Button>
    </Toast>
  );
}
