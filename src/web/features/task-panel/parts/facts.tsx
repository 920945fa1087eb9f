import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import type { Connection } from '#contract/connection';
import type { DueBucket } from '#contract/dates';
import type { Task } from '#contract/task';
import { vendorRules, vendorTaskType } from '#contract/vendors';

import { useClock } from '../../../tasks/clock/use-clock';
import { connectionName } from '../../../tasks/face/connection-name';
import { dueWords } from '../../../tasks/face/due-words';
import { priorityNames, PriorityMark } from '../../../tasks/face/priority-mark';
import { TypeIcon } from '../../../tasks/face/type-icon';
import { Moment } from '../../../tasks/moment/moment';
import { taskQueries } from '../../../tasks/queries';
import { useNow } from '../../../tasks/use-now';
import { PanelSection } from './panel-section';
import { linkedRecords } from './words/linked-records';

const nearWords: Record<DueBucket, { word: string; look: string } | null> = {
  overdue: { word: 'overdue', look: 'font-medium text-overdue' },
  today: { word: 'today', look: 'font-medium text-today' },
  tomorrow: { word: 'tomorrow', look: 'text-muted' },
  week: null,
  later: null,
  none: null,
};

/** What is known of the task besides its person and its text. */
export function Facts({ task, connection }: { task: Task; connection: Connection | undefined }) {
  const rules = vendorRules[task.vendor];
  const { label } = rules;
  const due = dueWords(task.due, new Date(useNow(60_000)), useClock());
  const records = linkedRecords(task.parents);
  const { data: history } = useQuery(taskQueries.history(task.id));
  const madeHere = [...task.commands, ...(history?.items ?? [])].some(({ kind }) => kind === 'create');
  const near = nearWords[due.bucket];
  return (
    <PanelSection title="Details">
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1.5">
        <Fact name="Due">
          {due.full}
          {task.status === 'pending' && near !== null && <span className={near.look}> · {near.word}</span>}
        </Fact>
        <Fact name="Type">
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="contents">
              <TypeIcon task={task} />
            </span>
            {vendorTaskType(task.vendor, task.vendorType).label}
          </span>
        </Fact>
        {rules.progress && task.status === 'pending' && (
          <Fact name="Progress">{task.progress ? 'In progress' : 'Not begun'}</Fact>
        )}
        <Fact name="Priority">
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="contents">
              <PriorityMark priority={task.priority} />
            </span>
            {priorityNames[task.priority]}
          </span>
        </Fact>
        {(rules.assignee !== 'none' || task.assignee !== null) && (
          <Fact name="Assignee">
            {assigneeWords(task, connection)}
            {!rules.edit.includes('assigneeId') && (
              <span className="text-muted"> · changed in {label} only</span>
            )}
          </Fact>
        )}
        {task.campaign !== null && (
          <Fact name="Campaign">
            <bdi>{task.campaign.name || 'Without a name'}</bdi>
            {task.campaign.state && <span className="text-muted"> · {stateWords(task.campaign.state)}</span>}
          </Fact>
        )}
        {records.length > 0 && (
          <Fact name="Linked to">
            {records.map(({ name, kinds }) => (
              <span key={`${name} ${kinds}`} className="block">
                <bdi>{name || 'Without a name'}</bdi> <span className="text-muted">· {kinds}</span>
              </span>
            ))}
          </Fact>
        )}
        <Fact name="From">
          <bdi>{connection === undefined ? label : connectionName(connection)}</bdi>
          {connection?.sandbox && <span className="text-muted"> · practice data</span>}
        </Fact>
        <Fact name={madeHere ? 'Created' : 'First seen'}>
          <Moment at={task.createdAt} />
        </Fact>
        {task.closedAt !== null && (
          <Fact name={task.status === 'ignored' ? 'Ignored' : 'Completed'}>
            <Moment at={task.closedAt} />
            {task.boardOnly && <span className="text-muted"> · on this board only</span>}
          </Fact>
        )}
      </dl>
    </PanelSection>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

/** lemlist's word for a campaign in trouble is "errors", which says nothing beside a name. */
function stateWords(state: string): string {
  return state === 'errors' ? 'has errors' : state;
}

function assigneeWords({ assignee }: Task, connection: Connection | undefined): string {
  if (assignee === null) return 'Nobody';
  const name = assignee.name || 'Someone who left the team';
  return assignee.id === connection?.me ? `${name} (me)` : name;
}
