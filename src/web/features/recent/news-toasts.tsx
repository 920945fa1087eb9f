import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

import type { RecentStep } from '#contract/recent';

import { recentQuery } from '../../tasks/steps/recent-query';
import { keepText, keptText } from '../../ui/kept/memory';
import { toast } from '../../ui/toast';
import { newest, newsOf } from './recent-news';

/** Up to when this browser has told, so that each is told once, in one of its tabs, also to a rep who comes back later. */
const place = 'outboard.told';

/** Tells a rep when somebody else undid what they did; mounted once, where the toasts are. */
export function NewsToasts({ onRecent }: { onRecent: () => void }) {
  const { data: steps } = useQuery({ ...recentQuery(), enabled: false });
  const tell = useEffectEvent((known: readonly RecentStep[]) => {
    // A tab that nobody looks at leaves it to one that somebody does.
    if (document.visibilityState !== 'visible') return;
    const since = keptText(place);
    const news = since === null ? [] : newsOf(known, since);
    for (const { words } of news) toast(words, { label: 'Recent changes', run: onRecent });
    const upTo =
      news.at(-1)?.at ?? (since === null ? (newest(known.flatMap(({ tasks }) => tasks)) ?? '') : null);
    if (upTo !== null) keepText(place, upTo);
  });
  useEffect(() => {
    if (steps === undefined) return undefined;
    const look = () => tell(steps);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [steps]);
  return null;
}
