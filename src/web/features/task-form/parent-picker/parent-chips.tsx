import { X } from 'lucide-react';

import type { FormParent } from '../values/form-values';
import { DetailWords } from './detail-words';
import { parentKey, parentKindWord } from './parent-words';

type Props = { parents: readonly FormParent[]; onRemove: (parent: FormParent) => void };

/** The chosen records, each with a way to take it out. */
export function ParentChips({ parents, onRemove }: Props) {
  if (parents.length === 0) return null;
  return (
    <ul aria-label="Chosen" className="flex flex-wrap gap-1.5">
      {parents.map((parent) => (
        <li
          key={parentKey(parent)}
          title={parent.detail}
          className="flex h-7 max-w-full items-center gap-1.5 rounded-control border border-edge bg-sunken pl-2 pointer-coarse:h-11"
        >
          <span dir="auto" className="min-w-0 truncate font-medium">
            {parent.name || 'Without a name'}
          </span>
          {parent.detail !== undefined && parent.detail !== '' && (
            // Where there is no room for both, the name stays.
            <span className="min-w-0 shrink-[9999] truncate text-meta text-muted">
              <DetailWords detail={parent.detail} />
            </span>
          )}
          <span className="shrink-0 text-meta text-muted">
            {parentKindWord(parent.kind)}
            {parent.id === '' && ' by name'}
          </span>
          <button
            type="button"
            aria-label={`Remove ${parent.name || 'it'}`}
            data-tip="Remove"
            onClick={() => onRemove(parent)}
            className="flex h-full w-7 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink pointer-coarse:w-11"
          >
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
