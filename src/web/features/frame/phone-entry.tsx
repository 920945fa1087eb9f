import type { ReactNode } from 'react';

/** Among the views on a phone: opens what the top bar has no room for there. */
export function PhoneEntry({ icon, label, onOpen }: { icon: ReactNode; label: string; onOpen: () => void }) {
  return (
    <div className="px-4 pt-3 sm:hidden">
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-8 w-full items-center gap-2 rounded-control text-left text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
      >
        {icon}
        {label}
      </button>
    </div>
  );
}
