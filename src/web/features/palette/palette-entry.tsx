import { Command } from 'lucide-react';

/** Opens the palette where the top bar has no room for its button: on a phone, among the views. */
export function PaletteEntry({ onOpen }: { onOpen: () => void }) {
  return (
    <div className="px-4 pt-3 sm:hidden">
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-8 w-full items-center gap-2 rounded-control text-left text-muted hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
      >
        <Command size={14} aria-hidden className="shrink-0" />
        Find or do…
      </button>
    </div>
  );
}
