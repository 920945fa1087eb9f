import { useQuery } from '@tanstack/react-query';

import type { OpenCommand, Task } from '#contract/task';

import { actionRules } from '../../features/task-panel/action-rules';
import { CommandNotes } from '../../features/task-panel/command-notes';
import { HistoryList } from '../../features/task-panel/history/history-list';
import { OutboundWarning } from '../../features/task-panel/outbound-warning';
import { Facts } from '../../features/task-panel/parts/facts';
import { MediaLinks } from '../../features/task-panel/parts/media-links';
import { MessageBlock } from '../../features/task-panel/parts/message-block';
import { PersonBlock } from '../../features/task-panel/parts/person-block';
import { connectionQueries } from '../../tasks/queries';

type Props = { task: Task; onAmend: (task: Task, command: OpenCommand) => void };

const block = 'min-w-0 overflow-hidden rounded-card border bg-surface *:first:border-t-0';

/** What the panel knows of a task, spread out: who and what at the left, what was done and the rest at the right. */
export function FocusDetails({ task, onAmend }: Props) {
  const { data: connections } = useQuery(connectionQueries.list());
  const connection = connections?.find(({ id }) => id === task.connectionId);
  const { warning } = actionRules(task);
  return (
    <div className="flex flex-col gap-4">
      <div className="-mx-5 -mb-4 empty:hidden">
        <CommandNotes task={task} onAmend={(command) => onAmend(task, command)} onGone={() => {}} />
      </div>
      <OutboundWarning words={warning} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div className={block}>
          <PersonBlock task={task} />
          <MessageBlock task={task} />
          <MediaLinks task={task} />
        </div>
        <div className={block}>
          <HistoryList task={task} connection={connection} />
          <Facts task={task} connection={connection} />
        </div>
      </div>
    </div>
  );
}
