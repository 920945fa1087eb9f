import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { useEffect, useRef } from 'react';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';
import { vendorRules, type EditableField } from '#contract/vendors';

import { useClock } from '../../../tasks/clock/use-clock';
import { dueFromParts } from '../../../tasks/due/due-parts';
import { fieldLabels, valueWords } from '../../../tasks/face/value-words';
import { taskQueries } from '../../../tasks/queries';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import type { TaskFormValues } from '../values/form-values';
import type { Conflict } from './use-conflicts';
import { whoChanged } from './who-changed';

type Props = {
  conflict: Conflict;
  /** The task as it is now, and as the form shows it. */
  task: Task;
  theirs: TaskFormValues;
  connection: Connection | undefined;
  zone: string;
  /** The first one takes the focus when it appears, and again when a rep saves without choosing. */
  first: boolean;
  urged: boolean;
  onChoose: (choice: 'mine' | 'theirs') => void;
};

/** One field that someone else changed too: both values, and which of them is to stay. */
export function ConflictChoice({ conflict, task, theirs, connection, zone, first, urged, onChoose }: Props) {
  const { field, mine, choice } = conflict;
  const { data: history } = useQuery(taskQueries.history(task.id));
  const start = useRef<HTMLButtonElement>(null);
  const { label } = vendorRules[task.vendor];
  const around = {
    vendor: task.vendor,
    vendorLabel: label,
    members: connection?.members ?? [],
    now: new Date(useNow(60_000)),
    clock: { ...useClock(), zone },
  };
  const words = (value: unknown) => valueWords(field, inContract(field, value, zone), around);
  const who = whoChanged(history, task, field);
  const asked = first && urged;
  useEffect(() => {
    if (first || asked) start.current?.focus();
  }, [first, asked]);
  return (
    <div
      role="group"
      aria-label={`Two values for ${fieldLabels[field] ?? field}`}
      className="flex flex-col gap-2 rounded-card bg-today-soft px-3 py-2 text-today"
    >
      <div className="flex gap-2">
        <GitCompareArrows size={16} aria-hidden className="mt-0.5 shrink-0" />
        <div className="min-w-0 break-words">
          <p>
            {fieldLabels[field]}: <bdi>{who ?? `someone at ${label}`}</bdi> changed this to{' '}
            <bdi className="font-medium">“{words(theirs[field])}”</bdi> meanwhile.
          </p>
          <p>
            Yours: <bdi className="font-medium">“{words(mine)}”</bdi>
          </p>
          {urged && choice === null && (
            <p role="alert" className="font-medium text-danger">
              Choose one before you save.
            </p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap gap-2 pl-6">
        <Button ref={start} size="small" aria-pressed={choice === 'mine'} onClick={() => onChoose('mine')}>
          {choice === 'mine' ? '✓ Keep mine' : 'Keep mine'}
        </Button>
        <Button size="small" aria-pressed={choice === 'theirs'} onClick={() => onChoose('theirs')}>
          {choice === 'theirs' ? '✓ Take theirs' : 'Take theirs'}
        </Button>
      </div>
    </div>
  );
}

function inContract(field: EditableField, value: unknown, zone: string): unknown {
  return field === 'due' ? dueFromParts(value as TaskFormValues['due'], zone) : value;
}
