import { CircleAlert, Clock, Send } from 'lucide-react';

import type { OpenCommand, Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { CountdownLine } from '../../tasks/face/countdown-line';
import { personName } from '../../tasks/face/task-words';
import { useRetryCommand, useUndo } from '../../tasks/use-command';
import { useNow } from '../../tasks/use-now';
import { Button } from '../../ui/button';
import { doingWord, heldWords, notDoneWord } from './command-words';
import { ConflictNote } from './conflict/conflict-note';
import { DoubtNote } from './doubt/doubt-note';
import { Note } from './parts/note';
import { useSharedCommand } from './use-shared-command';
import { vendorSays } from './vendor-says';

type Props = {
  task: Task;
  onAmend: (command: OpenCommand) => void;
  /** The task itself is taken back: it was never made at the vendor. */
  onGone: () => void;
};

type NoteOf = Props & { command: OpenCommand };

/** Each command on the task that has not ended well yet, with what can be done about it. */
export function CommandNotes({ task, ...actions }: Props) {
  if (task.commands.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-5 pb-4">
      {task.commands.map((command) => (
        <CommandNote key={command.id} task={task} command={command} {...actions} />
      ))}
    </div>
  );
}

function CommandNote(props: NoteOf) {
  const { task, command } = props;
  const { label } = vendorRules[task.vendor];
  switch (command.state) {
    case 'failed':
      return command.failure?.conflict ? <ConflictNote {...props} /> : <Failed {...props} label={label} />;
    case 'held':
      return <Held {...props} label={label} />;
    case 'sending':
      return (
        <Note icon={<Send size={16} />}>
          {doingWord(command.kind)}: on its way to {label}.
        </Note>
      );
    case 'uncertain':
      return <DoubtNote {...props} />;
    case 'sent':
    case 'cancelled':
      return null;
  }
}

function Failed({ task, command, label, onAmend, onGone }: NoteOf & { label: string }) {
  const { retry, dismiss } = useRetryCommand();
  const discard = () => {
    dismiss(command.id, task.id);
    if (command.kind === 'create') onGone();
  };
  const amendable = command.kind === 'create' || command.kind === 'edit';
  const complaints =
    command.failure?.fields.filter(({ message }) => message !== command.failure?.message) ?? [];
  return (
    <Note icon={<CircleAlert size={16} />} tone="bad">
      <p>
        {notDoneWord(command.kind)}. {vendorSays(label, command.failure?.message)}
      </p>
      {complaints.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => retry(command.id, task.id)}>
          Retry
        </Button>
        {amendable && (
          <Button size="small" onClick={() => onAmend(command)}>
            Edit
          </Button>
        )}
        <Button size="small" look="ghost" onClick={discard}>
          Discard
        </Button>
      </div>
    </Note>
  );
}

function Held({ command, task, label, onGone }: NoteOf & { label: string }) {
  const { undo } = useUndo();
  const shared = useSharedCommand(command.id, task.id);
  const takeBack = (taskId?: string) => {
    undo(command.id, taskId);
    if (command.kind === 'create') onGone();
  };
  const words = heldWords(command, label, task.outbound, useNow());
  return (
    <Note
      icon={<Clock size={16} />}
      action={
        !shared && (
          <Button size="small" onClick={() => takeBack(task.id)}>
            Undo
          </Button>
        )
      }
    >
      <span className="tabular">{words}</span>
      {shared && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" className="max-w-full min-w-0" onClick={() => takeBack(task.id)}>
            <span className="truncate">Undo for {personName(task) || 'this task'}</span>
          </Button>
          <Button size="small" look="ghost" onClick={() => takeBack()}>
            Undo for all
          </Button>
        </div>
      )}
      <CountdownLine key={command.id} command={command} />
    </Note>
  );
}
