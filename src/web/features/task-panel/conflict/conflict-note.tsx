import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';

import type { OpenCommand, Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { useClock } from '../../../tasks/clock/use-clock';
import { connectionQueries } from '../../../tasks/queries';
import { useRetryCommand } from '../../../tasks/use-command';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { notDoneWord } from '../command-words';
import { Note } from '../parts/note';
import { bothValues } from './both-values';

type Props = { task: Task; command: OpenCommand; onAmend: (command: OpenCommand) => void };

/** A change that waited while someone else changed the same field: both values, and which of them is to stay. */
export function ConflictNote({ task, command, onAmend }: Props) {
  const { data: connections } = useQuery(connectionQueries.list());
  const { retry, dismiss } = useRetryCommand();
  const { label } = vendorRules[task.vendor];
  const both = bothValues(task, command, {
    vendor: task.vendor,
    vendorLabel: label,
    members: connections?.find(({ id }) => id === task.connectionId)?.members ?? [],
    now: new Date(useNow(60_000)),
    clock: useClock(),
  });
  return (
    <Note icon={<GitCompareArrows size={16} />} tone="bad">
      <p>
        {notDoneWord(command.kind)}: someone else changed the same at {label} meanwhile.
      </p>
      <dl className="mt-1 flex flex-col gap-1">
        {both.map(({ label: field, theirs, yours }) => (
          <div key={field}>
            <dt className="font-medium">{field}</dt>
            <dd className="line-clamp-4">
              There: <bdi>“{theirs}”</bdi>
            </dd>
            <dd className="line-clamp-4">
              Yours: <bdi>“{yours}”</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => retry(command.id, task.id)}>
          Keep mine
        </Button>
        <Button size="small" onClick={() => dismiss(command.id, task.id)}>
          Take theirs
        </Button>
        {command.kind === 'edit' && (
          <Button size="small" look="ghost" onClick={() => onAmend(command)}>
            Edit
          </Button>
        )}
      </div>
    </Note>
  );
}
