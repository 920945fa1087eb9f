import { useEffect } from 'react';

import { CountdownLine } from '../../../tasks/face/countdown-line';
import type { UndoStep } from '../../../tasks/ledger/ledger';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { announce } from '../../../ui/live-region';
import { Toast } from '../../../ui/toast';
import { spokenWords, stepWords } from './undo-words';

type Props = { step: UndoStep; onUndo: () => void };

/** The newest step with the time that is left to take it back; gone when the time is. */
export function UndoToast({ step, onUndo }: Props) {
  const now = useNow();
  const { commandId, kind, tasks, at, until } = step;
  const answered = until !== null;
  useEffect(() => {
    if (answered) announce(spokenWords(kind, tasks, Math.round((until - at) / 1000)));
    // Said once, when the server has told how long it holds.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [commandId, answered]);

  const left = answered ? Math.min(Math.ceil((until - now) / 1000), Math.round((until - at) / 1000)) : null;
  if (left !== null && left <= 0) return null;
  return (
    <Toast words={stepWords(kind, tasks)}>
      {left !== null && (
        <span aria-hidden className="shrink-0 text-muted tabular">
          {left} s
        </span>
      )}
      <Button size="small" data-tip="Undo (U)" onClick={onUndo}>
        Undo
      </Button>
      {answered && (
        <CountdownLine
          key={commandId}
          command={{ createdAt: new Date(at).toISOString(), holdUntil: new Date(until).toISOString() }}
        />
      )}
    </Toast>
  );
}
