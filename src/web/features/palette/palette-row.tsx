import { clsx } from 'clsx';
import { CommandItem } from 'cmdk';

import { Shortcut } from '../../ui/shortcut';
import type { Entry } from './entry';

type Props = {
  entry: Entry;
  /** Whether the key beside it works at the moment. */
  withKey: boolean;
  onChoose: () => void;
};

export function PaletteRow({ entry, withKey, onChoose }: Props) {
  const { id, name, note = '', icon, shortcut } = entry;
  return (
    <CommandItem
      value={id}
      onSelect={onChoose}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-control px-2.5 aria-selected:bg-hover aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent pointer-coarse:min-h-11"
    >
      <span className="flex w-4 shrink-0 justify-center text-muted">{icon}</span>
      <span dir="auto" className="min-w-0 truncate">
        {name}
      </span>
      {note !== '' && (
        <span dir="auto" className="ml-auto max-w-1/2 min-w-0 shrink-0 truncate pl-2 text-meta text-muted">
          {note}
        </span>
      )}
      {shortcut !== undefined && withKey && (
        <span className={clsx('max-sm:hidden', note === '' && 'ml-auto')}>
          <Shortcut>{shortcut}</Shortcut>
        </span>
      )}
    </CommandItem>
  );
}
