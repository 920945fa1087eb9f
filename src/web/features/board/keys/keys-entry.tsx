import { Keyboard } from 'lucide-react';

import { useKeyWorks } from '../../../ui/letter-keys';

/** Says that there are keys, and lists them; a phone has none. It fits itself to the width of the rail. */
export function KeysEntry({ onOpen }: { onOpen: () => void }) {
  const works = useKeyWorks();
  return (
    <div className="@container px-2 pb-2 max-sm:hidden">
      <button
        type="button"
        onClick={onOpen}
        data-tip="All keys (?)"
        className="flex min-h-8 w-full items-center gap-2 rounded-control pl-1.5 text-left text-muted hover:bg-hover hover:text-ink @max-[6rem]:justify-center @max-[6rem]:p-0 pointer-coarse:min-h-11"
      >
        <Keyboard size={14} aria-hidden className="shrink-0" />
        <span className="min-w-0 truncate @max-[6rem]:sr-only">Keys</span>
        {works('?') && (
          <kbd
            aria-hidden
            className="mr-1.5 ml-auto min-w-6 shrink-0 rounded-control border border-edge bg-surface px-1.5 text-center font-sans text-meta text-muted @max-[6rem]:hidden"
          >
            ?
          </kbd>
        )}
      </button>
    </div>
  );
}
