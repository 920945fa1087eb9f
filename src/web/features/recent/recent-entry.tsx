import { History } from 'lucide-react';

/** Opens the list of what the rep did, where the top bar has no room for it. */
export function RecentEntry({ onOpen }: { onOpen: () => void }) {
  return (
    <div className="px-4 pt-3 sm:hidden">
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-8 w-full items-center gap-2 rounded-control text-left text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
      >
        <History size={14} aria-hidden className="shrink-0" />
        Recent changes
      </button>
    </div>
  );
}
