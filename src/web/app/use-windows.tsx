import { useState, useSyncExternalStore } from 'react';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import type { TaskFormRequest } from '../features/task-form/values/form-plan';
import { assigneeQuestion } from '../tasks/moves/assign/assignee-question';
import { outcomeQuestion, subscribeToOutcomeQuestion } from '../tasks/moves/outcome-question';
import { snoozeQuestion } from '../tasks/moves/snooze-question';
import { useUrlParam } from '../tasks/use-filter';
import {
  AssigneeDialog,
  ConnectionDialog,
  LazyPart,
  loadQuickAdd,
  OutcomeDialog,
  PracticeFaultsDialog,
  QuickAddWindow,
  RecentDialog,
  SnoozeDialog,
  TaskFormDialog,
  TaskPanel,
  TimeSettings,
  WhoDialog,
} from './lazy-parts';
import { useTypedAhead } from './use-typed-ahead';

/** What opens beside and above the board: the panel of the task in the address, the task form, the connection dialog, the practice faults. */
export function useWindows() {
  const [openTask, setOpenTask] = useUrlParam('task');
  const [creating, setCreating] = useUrlParam('new');
  const [asked, setAsked] = useState<TaskFormRequest | null>(null);
  const [connecting, setConnecting] = useState<Connection | 'new' | null>(null);
  const [quick, setQuick] = useState(false);
  const [practising, setPractising] = useState(false);
  const [recent, setRecent] = useState(false);
  const [who, setWho] = useState(false);
  const [time, setTime] = useState(false);
  const question = useSyncExternalStore(subscribeToOutcomeQuestion, outcomeQuestion);
  const handover = useSyncExternalStore(assigneeQuestion.subscribe, assigneeQuestion.current);
  const sleeper = useSyncExternalStore(snoozeQuestion.subscribe, snoozeQuestion.current);

  const closeQuick = () => setQuick(false);
  const takeTyped = useTypedAhead(quick, closeQuick);
  const openQuick = () => {
    setQuick(true);
    // One that cannot be loaded says so in its place, and must not keep the keys.
    loadQuickAdd().catch(takeTyped);
  };

  const request = asked ?? (creating === null ? null : newTask);
  const copy = (task: Task) => setAsked({ kind: 'create', copyOf: task });
  const closeForm = () => {
    setAsked(null);
    setCreating(null);
  };
  const panel = openTask !== null && (
    <LazyPart>
      <TaskPanel
        taskId={openTask}
        onClose={() => setOpenTask(null)}
        onOpen={setOpenTask}
        onEdit={(task) => setAsked({ kind: 'edit', task })}
        onAmend={(task, command) => setAsked({ kind: 'amend', task, command })}
        onCopy={copy}
      />
    </LazyPart>
  );
  const dialogs = (
    <LazyPart modal>
      {request !== null && (
        <TaskFormDialog
          key={keyOf(request)}
          request={request}
          onClose={closeForm}
          onCreated={(task) => {
            // The task that a refused one was amended to takes its place in the panel.
            if (request.kind === 'amend') setOpenTask(task.id);
            if (request.kind === 'create' && request.typed !== undefined) void forgetLine(request.typed.id);
          }}
          onQuick={() => {
            closeForm();
            openQuick();
          }}
          onReopen={() => setAsked(again(request))}
          onConnect={() => {
            closeForm();
            setConnecting('new');
          }}
        />
      )}
      {quick && <QuickAddWindow takeTyped={takeTyped} onClose={closeQuick} onForm={setAsked} />}
      {connecting !== null && (
        <ConnectionDialog
          connection={connecting === 'new' ? null : connecting}
          onClose={() => setConnecting(null)}
        />
      )}
      {practising && <PracticeFaultsDialog onClose={() => setPractising(false)} />}
      {time && <TimeSettings onClose={() => setTime(false)} />}
      {who && <WhoDialog onClose={() => setWho(false)} />}
      {recent && <RecentDialog onClose={() => setRecent(false)} onOpen={setOpenTask} onCopy={copy} />}
      {question !== null && <OutcomeDialog key={question.outcomes.join()} question={question} />}
      {handover !== null && <AssigneeDialog question={handover} />}
      {sleeper !== null && <SnoozeDialog key={sleeper.task.id} question={sleeper} />}
    </LazyPart>
  );
  return {
    panel,
    dialogs,
    openForm: setAsked,
    quickAdd: openQuick,
    addConnection: () => setConnecting('new'),
    editConnection: setConnecting,
    practise: () => setPractising(true),
    copy,
    showRecent: () => setRecent(true),
    askWho: () => setWho(true),
    chooseTime: () => setTime(true),
  };
}

/** The line of quick add has become a task. */
async function forgetLine(id: string): Promise<void> {
  const { dropRow } = await import('../features/quick-add/rows/rows-draft');
  dropRow(id);
}

const newTask: TaskFormRequest = { kind: 'create' };

/** Opened again, a change starts from the draft that its refusal left. */
function again(request: TaskFormRequest): TaskFormRequest {
  const changes = request.kind === 'amend' && request.command.kind === 'edit';
  return changes ? { kind: 'edit', task: request.task } : request;
}

function keyOf(request: TaskFormRequest): string {
  if (request.kind === 'create')
    return `create ${request.copyOf?.id ?? ''} ${request.followUp?.id ?? ''} ${request.typed?.id ?? ''}`;
  return `${request.kind} ${request.task.id} ${request.kind === 'amend' ? request.command.id : ''}`;
}
