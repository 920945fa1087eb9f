import { taskTitle } from '../../tasks/face/task-words';
import { useMove } from '../../tasks/moves/use-move';
import { useCommand } from '../../tasks/use-command';
import { useNow } from '../../tasks/use-now';
import { useTask } from '../../tasks/use-task';
import { cardEntries, type CardWays } from './entries/card-entries';
import { PaletteCommands } from './palette-commands';
import type { PaletteProps } from './palette-props';

type Props = PaletteProps & { taskId: string; hasCard: boolean };

/** The palette for one task: that of the focused card, of the panel, or of the focus queue. */
export function TaskPalette({ taskId, hasCard, ...props }: Props) {
  const { openTask, onLeaveFocus, onFilter, onOpen, onForm, onCopy, board } = props;
  const { task } = useTask(taskId);
  const now = new Date(useNow(60_000));
  const move = useMove();
  const { run } = useCommand();
  const inFocus = onLeaveFocus !== null;
  if (task === null) return <PaletteCommands {...props} first={[]} />;

  const ways: CardWays = {
    // On the board the focus goes on to the next card, in the queue to the next task.
    onMove: (one, target) => (inFocus ? move(one, target) : board.current?.move(one, target)),
    onOpen,
    onEdit: (one) => onForm({ kind: 'edit', task: one }),
    onCopy,
    onFollowUp: (one) => onForm({ kind: 'create', followUp: one }),
    onProgress: ({ progress, ...one }) =>
      run({ kind: 'edit', changes: { progress: !progress }, seen: { progress } }, [{ ...one, progress }]),
    onPerson: (name) => onFilter({ name }, { view: null }),
    onSelect: hasCard && !inFocus ? () => board.current?.selection.toggle(task) : null,
    onSelectAll: () => board.current?.selection.selectColumn(task.status),
  };
  const entries = cardEntries(task, { now, isOpen: openTask === task.id && !inFocus, inFocus }, ways);
  return <PaletteCommands {...props} first={[{ title: `This task: ${taskTitle(task)}`, entries }]} />;
}
