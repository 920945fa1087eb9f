import { useQuery } from '@tanstack/react-query';

import type { PersonTasks as PersonTasksAnswer, Task } from '#contract/task';

import { useZone } from '../../../tasks/clock/use-clock';
import { ChannelIcon } from '../../../tasks/face/channel-icon';
import { DueLabel } from '../../../tasks/face/due-label';
import { StateWord } from '../../../tasks/face/state-word';
import { personName, taskTitle } from '../../../tasks/face/task-words';
import { TypeIcon } from '../../../tasks/face/type-icon';
import { VendorMark } from '../../../tasks/face/vendor-mark';
import { useInFlight } from '../../../tasks/ledger/use-in-flight';
import { drawTask } from '../../../tasks/pending';
import { taskQueries } from '../../../tasks/queries';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { Skeleton } from '../../../ui/skeleton';
import { PanelSection } from './panel-section';
import { touchedWords } from './words/touched-words';

type Props = { task: Task; onOpen: (taskId: string) => void };

/** What else there is for the task's person, at any vendor; nothing where this task is all. */
export function PersonTasks({ task, onOpen }: Props) {
  const { data, error, refetch } = useQuery(taskQueries.person(task.id));
  const expected = data === undefined ? task.othersOfPerson : data.items.length;
  if (error === null && expected === 0) return null;
  const name = personName(task);
  return (
    <PanelSection title={name === '' ? 'More for this person' : `More for ${name}`}>
      {data === undefined && error !== null && (
        <div className="flex items-center gap-3">
          <p className="grow text-muted">The other tasks could not be read. {error.message}</p>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
      {data === undefined && error === null && (
        <div className="flex flex-col gap-2 py-1" aria-busy="true">
          {Array.from({ length: expected }, (_, row) => (
            <Skeleton key={row} className="h-6" />
          ))}
        </div>
      )}
      {data !== undefined && <Others task={task} items={data.items} onOpen={onOpen} />}
    </PanelSection>
  );
}

function Others({ task, items, onOpen }: Props & Pick<PersonTasksAnswer, 'items'>) {
  const inFlight = useInFlight();
  const others = items.map((one) => drawTask(one, inFlight));
  const touched = touchedWords([task, ...others], new Date(useNow(60_000)), useZone());
  return (
    <>
      <ul className="-mx-2 flex flex-col">
        {others.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => onOpen(one.id)}
              className="flex min-h-8 w-full items-center gap-2 rounded-control px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
            >
              <span className="flex text-muted">
                <ChannelIcon channel={one.channel} named />
              </span>
              <TypeIcon task={one} />
              <span
                dir="auto"
                data-tip={taskTitle(one)}
                className={`min-w-0 grow truncate ${one.status === 'pending' ? '' : 'text-muted'}`}
              >
                {taskTitle(one)}
              </span>
              <StateWord task={one} />
              <VendorMark vendor={one.vendor} named />
              <span className="flex w-24 shrink-0 justify-end text-meta text-muted">
                {one.status === 'pending' ? <DueLabel due={one.due} /> : `${one.status} today`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {touched !== null && <p className="text-meta text-muted">{touched}</p>}
    </>
  );
}
