import { Search } from 'lucide-react';

import type { TaskFilter } from '#contract/task-filter';

import { Notice } from '../../features/frame/notices';
import { useSearchedHere } from '../../tasks/use-column';

/** That a search or filter looks through the cards of this device alone, since nobody answers. */
export function DeviceNotice({ filter }: { filter: TaskFilter }) {
  const here = useSearchedHere(filter);
  if (here === null) return null;
  return (
    <Notice icon={<Search size={16} aria-hidden className="shrink-0" />} spoken={here.words}>
      {here.words}
    </Notice>
  );
}
