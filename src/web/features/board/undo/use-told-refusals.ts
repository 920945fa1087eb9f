import { useQueryClient } from '@tanstack/react-query';

import { useRefusals, type Refusal } from '../../../tasks/ledger/refusals';
import { cachedTask } from '../../../tasks/live/board-cache';
import { canReopen } from '../../../tasks/moves/moves';
import { nameList } from '../../../tasks/steps/step-words';
import { useWays, type Ways } from '../../../tasks/steps/use-ways';
import { toast } from '../../../ui/toast';

type Given = Ways & {
  /** Opens the list of what the rep did. */
  onRecent: () => void;
};

/** Tells what Outboard did not accept; when it was too late for undo, by name and with what can be done instead. */
export function useToldRefusals({ onRecent, ...ways }: Given): void {
  const client = useQueryClient();
  const go = useWays(ways);
  useRefusals((refusal) => {
    const words = refusedWords(refusal);
    if (refusal.kind !== 'undo') return toast(words);
    const [first, ...more] = refusal.tasks;
    if (more.length > 0) return toast(words, { label: 'Recent changes', run: onRecent });
    const task = first && cachedTask(client, first.taskId);
    if (task === undefined) return toast(words);
    if (task.status === 'pending') return toast(words, { label: 'Open', run: () => go('open', [task.id]) });
    if (canReopen(task)) return toast(words, { label: 'Reopen', run: () => go('reopen', [task.id]) });
    toast(words, { label: 'Copy as new', run: () => go('copy', [task.id]) });
  });
}

/** "Too late to undo “Call Anna”: …", "“Call Anna”: Ben completed it just now."; of several each by name. */
function refusedWords({ message, tasks }: Pick<Refusal, 'message' | 'tasks'>): string {
  const named = tasks.flatMap(({ task }) => task ?? []);
  if (named.length === 0) return message;
  const names = nameList(named, tasks.length);
  const late = 'Too late to undo';
  return message.startsWith(late) ? `${late} ${names}${message.slice(late.length)}` : `${names}: ${message}`;
}
