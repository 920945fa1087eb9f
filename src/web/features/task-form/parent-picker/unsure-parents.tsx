import { useId } from 'react';

import type { Parent, ParentMatch } from '#contract/parent';

import { Button } from '../../../ui/button';
import { rememberedAs, rememberedFirst, rememberedFor } from '../remembered/name-choices';
import { DetailWords } from './detail-words';
import { parentKey, parentKindWord } from './parent-words';
import { useParentSearch } from './use-parent-search';
import type { ParentSearch } from './use-parent-search';
import { whichWords } from './which-words';

/** A record given by a name that the vendor could not place; candidates that nobody looked for, `null`, are searched for. */
export type UnsureParent = { parent: Parent; candidates: readonly ParentMatch[] | null };

type Props = {
  connectionId: string;
  unsure: readonly UnsureParent[];
  onChoose: (parent: Parent, meant: ParentMatch) => void;
};

/** Asks in place which record a name means. */
export function UnsureParents({ connectionId, unsure, onChoose }: Props) {
  return unsure.map(({ parent, candidates }) => (
    <WhichOne
      key={parentKey(parent)}
      connectionId={connectionId}
      parent={parent}
      candidates={candidates}
      onChoose={(meant) => onChoose(parent, meant)}
    />
  ));
}

/** Why it is not known yet who bears the name; null once it is. */
function unsearchedWords(name: string, search: ParentSearch): string | null {
  if (search.state === 'searching') return `Looking for “${name}”…`;
  if (search.state === 'offline')
    return `Offline: “${name}” is searched for as soon as Outboard answers again.`;
  return search.state === 'failed' ? `“${name}” was not searched for: ${search.message}` : null;
}

type WhichProps = UnsureParent & { connectionId: string; onChoose: (meant: ParentMatch) => void };

function WhichOne({ connectionId, parent, candidates, onChoose }: WhichProps) {
  const htmlId = useId();
  const search = useParentSearch(connectionId, candidates === null ? parent.name : '');
  const found = search.state === 'found' ? search.matches.filter(({ kind }) => kind === parent.kind) : [];
  const choices = rememberedFirst(
    rememberedFor(connectionId, parent.name).filter(({ kind }) => kind === parent.kind),
    candidates ?? found,
  );
  const before = rememberedAs(connectionId, parent.name);
  return (
    <div
      role="group"
      aria-labelledby={htmlId}
      className="flex flex-col gap-1 rounded-card border border-edge bg-sunken p-2"
    >
      <p id={htmlId} className="text-meta text-muted">
        {candidates === null && choices.length === 0
          ? (unsearchedWords(parent.name, search) ?? whichWords(parent, choices))
          : whichWords(parent, choices)}
      </p>
      {choices.map((choice) => (
        <Button
          key={parentKey(choice)}
          look="secondary"
          className="!h-auto min-h-8 w-full !justify-start text-left !whitespace-normal"
          // Leaving the field would take its error away and move this button from under the pointer.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
        >
          <span dir="auto" className="max-w-2/5 shrink-0">
            {choice.name}
          </span>
          <span className="min-w-0 grow text-meta font-normal text-muted">
            <DetailWords detail={choice.detail} />
          </span>
          <span className="text-meta font-normal text-muted">
            {before !== undefined && parentKey(before) === parentKey(choice)
              ? 'Chosen last time'
              : parentKindWord(choice.kind)}
          </span>
        </Button>
      ))}
    </div>
  );
}
