import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';

import type { RecentStep } from '#contract/recent';

import { recentQuery } from '../../../tasks/steps/recent-query';
import { deedWords } from '../../../tasks/steps/step-words';
import { announce } from '../../../ui/live-region';

/** Says what a vendor refused, when that is heard of: the card that says so may be far from the focus. */
export function useSpokenFailures(): void {
  const { data: steps } = useQuery({ ...recentQuery(), enabled: false });
  // What had failed before the page was loaded stands on its card.
  const heard = useRef<ReadonlySet<string>>(null);
  const hear = useEffectEvent((told: readonly RecentStep[]) => {
    // Of many at once their own report tells.
    const failed = told.filter(({ states, tasks }) => tasks.length === 1 && (states.failed ?? 0) > 0);
    const before = heard.current;
    heard.current = new Set(failed.map(({ id }) => id));
    const news = before === null ? undefined : failed.find(({ id }) => !before.has(id));
    if (news === undefined) return;
    const reason = news.tasks[0]?.failure ?? '';
    announce(
      `Not sent: ${deedWords(
        news.kind,
        news.tasks.map(({ task }) => task),
        1,
        news.givenTo,
      )}. ${reason}`.trim(),
    );
  });
  useEffect(() => {
    if (steps !== undefined) hear(steps);
  }, [steps]);
}
