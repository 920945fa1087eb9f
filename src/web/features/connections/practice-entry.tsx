import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';

import { faultsOn, onWords, practiceQuery } from '../../tasks/practice/practice-faults';

/** Opens the faults of the practice vendors, and says while any is on. Absent where Outboard plays no vendor. */
export function PracticeEntry({ onOpen }: { onOpen: () => void }) {
  const { data: teams = [], error } = useQuery(practiceQuery());
  if (error?.kind === 'refused') return null;
  const count = faultsOn(teams);
  const words = count === 0 ? null : onWords(count);
  return (
    <button
      type="button"
      onClick={onOpen}
      data-tip={words === null ? 'Practice faults' : `Practice faults: ${words}`}
      className="relative flex min-h-8 items-center gap-2 rounded-control pl-1.5 text-left text-muted hover:bg-hover hover:text-ink @max-[6rem]:justify-center @max-[6rem]:p-0 pointer-coarse:min-h-11"
    >
      <FlaskConical size={14} aria-hidden className="shrink-0" />
      <span className="min-w-0 truncate @max-[6rem]:sr-only">Practice faults</span>
      {words !== null && (
        <>
          <span className="mr-1.5 ml-auto shrink-0 rounded-control bg-today-soft px-1.5 text-meta font-medium text-today tabular @max-[6rem]:sr-only">
            {words}
          </span>
          <span
            aria-hidden
            className="absolute top-1 right-1 hidden size-2 rounded-full bg-today forced-color-adjust-none @max-[6rem]:block"
          />
        </>
      )}
    </button>
  );
}
