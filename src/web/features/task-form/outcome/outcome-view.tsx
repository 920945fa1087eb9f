import { Check, CircleAlert, Clock } from 'lucide-react';

import { taskState } from '../../../tasks/task-state';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { parentKey } from '../parent-picker/parent-words';
import { madeWords, outcomeWords, refusalOf } from './outcome';
import type { Outcome, OutcomeLine } from './outcome';
import { useOutcome } from './use-outcome';

type Props = { outcome: Outcome; onDone: () => void };

/** After a create for several people: a line for each, and another try for those that were refused. */
export function OutcomeView({ outcome, onDone }: Props) {
  const { outcome: present, failed, sending, trouble, again } = useOutcome(outcome);
  return (
    <Dialog
      open
      onOpenChange={onDone}
      title="New task"
      footer={
        <>
          {failed > 0 && (
            <Button onClick={again} aria-disabled={sending || undefined}>
              {sending ? 'Trying again…' : `Try the ${failed} that failed again`}
            </Button>
          )}
          <Button look="primary" onClick={onDone} data-autofocus>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p role="status" className="font-name">
          {outcomeWords(present)}
        </p>
        {trouble !== null && (
          <p role="alert" className="text-danger">
            Not tried again: {trouble}
          </p>
        )}
        <ul aria-label="What became of each" className="flex flex-col">
          {present.lines.map((line) => (
            <Line key={parentKey(line.parent)} line={line} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Line({ line }: { line: OutcomeLine }) {
  const now = useNow();
  const refusal = refusalOf(line);
  const state = line.task === null ? null : taskState(line.task, now);
  const words = line.takenBack
    ? 'Taken back'
    : (refusal ?? (state === null ? madeWords(line) : `Made here, ${state.word}`));
  const [Icon, look] =
    refusal !== null
      ? [CircleAlert, 'text-danger']
      : state === null
        ? [Check, 'text-done']
        : [Clock, 'text-muted'];
  return (
    <li className="flex items-baseline gap-2 border-b py-1.5 last:border-b-0">
      <Icon size={14} aria-hidden className={`shrink-0 self-center ${look}`} />
      <span dir="auto" className="max-w-2/5 shrink-0 truncate font-medium">
        {line.parent.name || 'Without a name'}
      </span>
      <span className={`min-w-0 grow tabular ${look}`}>{words}</span>
    </li>
  );
}
