import { useEffect } from 'react';

import type { useBulk } from '../../tasks/moves/bulk/use-bulk';
import { Button } from '../../ui/button';
import { announce } from '../../ui/live-region';

type Props = { matching: ReturnType<typeof useBulk>['matching'] };

/** What Outboard makes of something that is done to all that match: on its way, not done, or done for some only. */
export function BulkMatching({ matching }: Props) {
  const words = wordsOf(matching);
  const { error, result, again, forget } = matching;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words]);
  if (words === null) return null;
  return (
    <div className="pointer-events-auto flex w-[min(100%,36rem)] items-center gap-3 rounded-card border border-edge bg-raised p-2 pl-4 shadow-float">
      <span className="min-w-0 grow break-words tabular">{words}</span>
      {error !== null && (
        <Button size="small" onClick={again}>
          Try again
        </Button>
      )}
      {(error !== null || result !== null) && (
        <Button size="small" look="ghost" onClick={forget}>
          Dismiss
        </Button>
      )}
    </div>
  );
}

function wordsOf({ sending, error, result, asked }: Props['matching']): string | null {
  if (sending) return `Working on ${(asked?.matching.total ?? 0).toLocaleString()} tasks…`;
  if (error !== null) return error.detail;
  if (result === null || result.refused === 0) return null;
  const [first] = result.failures;
  const left = `${result.refused.toLocaleString()} of ${(result.done + result.refused).toLocaleString()} stayed as they were.`;
  return first === undefined ? left : `${left} ${first.message}`;
}
