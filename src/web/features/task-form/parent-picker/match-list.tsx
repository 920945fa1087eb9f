import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import { Button } from '../../../ui/button';
import type { FormParent } from '../values/form-values';
import { DetailWords } from './detail-words';
import { parentKey, parentKindWord } from './parent-words';
import type { ParentSearch } from './use-parent-search';

type Props = {
  id: string;
  search: ParentSearch;
  typed: string;
  /** The matches, and after them what the typed name can stand for: records by their name alone, with an empty id. */
  choices: readonly FormParent[];
  active: number;
  onActive: (index: number) => void;
  onChoose: (choice: FormParent) => void;
};

/** The id of a row, to which the input's `aria-activedescendant` points. */
export const matchId = (list: string, index: number) => `${list}-${index}`;

/** What floats under the input: the matches, or a word on why there are none. */
export function MatchList({ id, search, typed, choices, active, onActive, onChoose }: Props) {
  const remark = (
    <Remark search={search} typed={typed} count={choices.filter((one) => one.id !== '').length} />
  );
  if (choices.length === 0) return remark;
  return (
    <>
      {remark}
      <div
        id={id}
        role="listbox"
        aria-label="Matches"
        className={clsx('max-h-64 overflow-y-auto', search.state === 'found' && search.stale && 'opacity-60')}
      >
        {choices.map((match, index) => (
          // The input keeps the focus and its keys choose; the press is only for the pointer.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={parentKey(match)}
            id={matchId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={clsx(
              'flex cursor-default items-baseline gap-2 rounded-control px-2 py-1.5 pointer-coarse:py-3',
              index === active && 'bg-hover',
            )}
            onPointerMove={() => onActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(match)}
          >
            <span dir="auto" className="max-w-3/5 shrink-0 truncate">
              {match.id === '' ? `Use the name “${match.name}” as typed` : match.name}
            </span>
            <span className="min-w-0 grow truncate text-meta text-muted">
              {match.detail !== undefined && <DetailWords detail={match.detail} />}
            </span>
            <span className="shrink-0 text-meta text-muted">{parentKindWord(match.kind)}</span>
          </div>
        ))}
      </div>
    </>
  );
}

function Remark({ search, typed, count }: { search: ParentSearch; typed: string; count: number }) {
  if (search.state === 'short') return <Note>Type at least two characters of a name.</Note>;
  if (search.state === 'searching') return <Note>Searching…</Note>;
  if (search.state === 'offline')
    return (
      <Note>Offline: this is searched as soon as Outboard answers again. The rest can be filled in.</Note>
    );
  if (search.state === 'failed') return <Failed message={search.message} onRetry={search.retry} />;
  return count === 0 ? <Note>Nothing found for “{typed.trim()}”. Try another part of the name.</Note> : null;
}

function Note({ children }: { children: ReactNode }) {
  return <p className="px-2 py-1 text-muted">{children}</p>;
}

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="flex items-center gap-3 px-2 py-1">
      <p className="grow text-danger">Not searched: {message}</p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
