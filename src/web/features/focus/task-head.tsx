import { ChannelIcon, channelNames } from '../../tasks/face/channel-icon';
import { DueLabel } from '../../tasks/face/due-label';
import { PriorityMark } from '../../tasks/face/priority-mark';
import { StateWord } from '../../tasks/face/state-word';
import { personName, surroundings, taskTitle } from '../../tasks/face/task-words';
import { VendorMark } from '../../tasks/face/vendor-mark';
import type { DrawnTask } from '../../tasks/pending';
import { positionId } from './focus-header';

/** What is to be done, for whom and until when; the title takes the focus and says all of it. */
export function TaskHead({ task, titleId }: { task: DrawnTask; titleId: string }) {
  const name = personName(task);
  const around = surroundings(task);
  return (
    <header className="flex flex-col gap-1 pt-2 pb-4">
      <p id={`${titleId}-kind`} className="flex flex-wrap items-center gap-x-2 text-meta text-muted">
        <ChannelIcon channel={task.channel} />
        {channelNames[task.channel]}
        <VendorMark vendor={task.vendor} named />
        <PriorityMark priority={task.priority} />
        <DueLabel due={task.due} />
        <StateWord task={task} />
      </p>
      <h2
        id={titleId}
        tabIndex={-1}
        dir="auto"
        aria-describedby={`${positionId} ${titleId}-who ${titleId}-kind`}
        className="w-fit max-w-full rounded-control text-headline font-name break-words"
      >
        {taskTitle(task)}
      </h2>
      <p id={`${titleId}-who`} className="min-h-5 break-words text-muted">
        {[name, ...around]
          .filter((words) => words !== '')
          .map((words, index) => (
            <span key={words}>
              {index > 0 && ' · '}
              <bdi className={words === name ? 'text-ink' : ''}>{words}</bdi>
            </span>
          ))}
      </p>
    </header>
  );
}
