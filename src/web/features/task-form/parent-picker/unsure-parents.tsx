import type { Parent, ParentMatch } from '#contract/parent';

import { Button } from '../../../ui/button';
import { rememberedFirst, rememberedFor } from '../remembered/name-choices';
import { DetailWords } from './detail-words';
import { parentKey, parentKindWord } from './parent-words';
import { useParentSearch } from './use-parent-search';

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

type WhichProps = UnsureParent & { connectionId: string; onChoose: (meant: ParentMatch) => void };

function WhichOne({ connectionId, parent, candidates, onChoose }: WhichProps) {
  const search = useParentSearch(connectionId, candidates === null ? parent.name : '');
  const found = search.state === 'found' ? search.matches.filter(({ kind }) => kind === parent.kind) : [];
  const choices = rememberedFirst(
    rememberedFor(connectionId, parent.name).filter(({ kind }) => kind === parent.kind),
    candidates ?? found,
  );
  return (
    <div
      role="group"
      aria-label={`Which ${parent.name}?`}
      className="flex flex-col gap-1 rounded-card border border-edge bg-sunken p-2"
    >
      <p className="text-meta text-muted">
        {search.state === 'searching'
          ? `Looking for “${parent.name}”…`
          : choices.length === 0
            ? `No ${parentKindWord(parent.kind).toLowerCase()} of the name “${parent.name}” was found. Take it out and search for another.`
            : `Which ${parent.name}? The choice is remembered.`}
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
          <span className="text-meta font-normal text-muted">{parentKindWord(choice.kind)}</span>
        </Button>
      ))}
    </div>
  );
}
