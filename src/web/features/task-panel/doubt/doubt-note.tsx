import { useQuery } from '@tanstack/react-query';
import { Clock } from 'lucide-react';

import type { OpenCommand, Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { connectionQueries } from '../../../tasks/queries';
import { useDecide } from '../../../tasks/use-decide';
import { useNow } from '../../../tasks/use-now';
import { Button } from '../../../ui/button';
import { Note } from '../parts/note';
import { doubtWords } from './doubt-words';

type Props = { task: Task; command: OpenCommand; onGone: () => void };

/** A command whose answer was lost: Outboard looks at the vendor's list; where that cannot tell, the rep is asked. */
export function DoubtNote({ task, command, onGone }: Props) {
  const { data: connections } = useQuery(connectionQueries.list());
  const connection = connections?.find(({ id }) => id === task.connectionId);
  const { decide, deciding } = useDecide();
  const { words, choices } = doubtWords(command, {
    label: vendorRules[task.vendor].label,
    readable: connection === undefined || connection.trouble === null,
    now: useNow(),
  });
  return (
    <Note icon={<Clock size={16} />} tone="wait">
      <p>{words}</p>
      {choices.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {choices.map(({ as, label }) => (
            <Button
              key={as}
              size="small"
              disabled={deciding}
              onClick={() => {
                decide({ commandId: command.id, taskId: task.id, as });
                if (as === 'off') onGone();
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
    </Note>
  );
}
