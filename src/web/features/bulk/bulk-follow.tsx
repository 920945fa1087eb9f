import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';

import type { BulkRun } from '../../tasks/moves/bulk/use-bulk';
import { recentQuery } from '../../tasks/steps/recent-query';
import { useRetryCommand } from '../../tasks/use-command';
import { Button, IconButton } from '../../ui/button';
import { announce } from '../../ui/live-region';
import { FailureList } from './failure-list';
import { stand } from './stand';

type Props = Pick<BulkRun, 'stepId' | 'refused' | 'stayed'> & { onAgain: () => void; onClose: () => void };

/** How much of it the vendors have by now, and at the end which they did not take and why. */
export function BulkFollow({ stepId, refused, stayed, onAgain, onClose }: Props) {
  const { data: steps = [] } = useQuery({ ...recentQuery(), enabled: false });
  const { retry } = useRetryCommand();
  const step = steps.find(({ id }) => id === stepId) ?? null;
  const { words, spoken, over, undone, failures, unlisted } = stand(step, refused);
  useEffect(() => {
    if (spoken !== null) announce(spoken);
  }, [spoken]);
  const close = useEffectEvent(onClose);
  const quiet = over && failures.length === 0;
  const gone = quiet && (stayed === null || undone);
  useEffect(() => {
    if (gone) close();
  }, [gone]);
  const shown = [quiet ? null : words, stayed].filter((part) => part !== null).join(' ');
  if (shown === '' || gone) return null;
  return (
    <section
      aria-label="Progress of the last change to several tasks"
      className="pointer-events-auto flex max-h-[min(24rem,60vh)] w-[min(100%,36rem)] flex-col gap-2 overflow-y-auto rounded-card border border-edge bg-raised p-2 pl-4 shadow-float"
    >
      <div className="flex items-center gap-3">
        <span className="min-w-0 grow break-words tabular">{shown}</span>
        {failures.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              if (failures.some(({ at }) => at === 'vendor')) retry(stepId);
              if (refused.length > 0) onAgain();
            }}
          >
            {tryAgainWords(failures.length + unlisted)}
          </Button>
        )}
        <IconButton label="Dismiss" size="small" className="!w-7" icon={<X size={16} />} onClick={onClose} />
      </div>
      {failures.length > 0 && <FailureList failures={failures} unlisted={unlisted} />}
    </section>
  );
}

function tryAgainWords(count: number): string {
  return count === 1 ? 'Try that one again' : `Try those ${count.toLocaleString()} again`;
}
