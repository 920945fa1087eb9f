import * as Popover from '@radix-ui/react-popover';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';

import type { VendorRules } from '#contract/vendors';

import type { FieldControl } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { rememberedFirst, rememberedFor } from '../remembered/name-choices';
import type { FormParent } from '../values/form-values';
import { movedHighlight } from './match-keys';
import { matchId, MatchList } from './match-list';
import { ParentChips } from './parent-chips';
import { namedParents, withParent } from './parent-words';
import { useParentSearch } from './use-parent-search';

type Props = {
  described: FieldControl;
  ref: Ref<HTMLInputElement>;
  connectionId: string;
  rules: VendorRules['parents'];
  value: readonly FormParent[];
  onChange: (parents: FormParent[]) => void;
  /** Left without a choice although something was typed, or with a choice made. */
  onDone: () => void;
  startsHere?: boolean | undefined;
};

/** A combobox over the connection's records (WAI-ARIA: editable, list autocomplete) with the chosen ones as chips above. */
export function ParentPicker({
  described,
  ref,
  connectionId,
  rules,
  value,
  onChange,
  onDone,
  startsHere,
}: Props) {
  const list = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [wanted, setActive] = useState(0);
  const search = useParentSearch(connectionId, typed);
  const found =
    search.state === 'found' ? rememberedFirst(rememberedFor(connectionId, typed), search.matches) : [];
  const settled = ['found', 'failed', 'offline'].includes(search.state);
  const choices: FormParent[] = [...found, ...(settled ? namedParents(rules, typed) : [])];
  const active = Math.min(wanted, Math.max(choices.length - 1, 0));
  const shown = open && typed.trim() !== '';

  const choose = ({ kind, id, name, detail }: FormParent) => {
    onChange(withParent(value, { kind, id, name, detail }, rules));
    setTyped('');
    setOpen(false);
  };
  const move = (index: number) => {
    setActive(index);
    document.getElementById(matchId(list, index))?.scrollIntoView({ block: 'nearest' });
  };
  const onEnter = () => {
    const choice = choices[active];
    if (choice !== undefined) choose(choice);
    else if (search.state === 'failed') search.retry();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const moved = shown ? movedHighlight(event.key, active, choices.length) : null;
    const enters = shown && event.key === 'Enter';
    if (moved !== null) move(moved);
    else if (enters) onEnter();
    else if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
    if (moved !== null || enters) event.preventDefault();
  };

  return (
    <Popover.Root open={shown} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <div ref={anchor} className="flex flex-col gap-1.5">
          <ParentChips
            parents={value}
            onRemove={(gone) => onChange(value.filter((parent) => parent !== gone))}
          />
          <Input
            {...described}
            ref={ref}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown && choices.length > 0}
            aria-controls={choices.length > 0 ? list : undefined}
            aria-activedescendant={shown && choices.length > 0 ? matchId(list, active) : undefined}
            autoComplete="off"
            data-autofocus={startsHere}
            placeholder={placeholderFor(value.length, rules.max)}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setActive(0);
              setHost(anchor.current?.closest<HTMLElement>('[role="dialog"]') ?? null);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false);
              if (typed.trim() !== '' || value.length > 0) onDone();
            }}
          />
        </div>
      </Popover.Anchor>
      <output className="sr-only">{shown ? spoken(search.state, found.length) : ''}</output>
      <Popover.Portal container={host}>
        <Popover.Content
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target))
              event.preventDefault();
          }}
          onPointerDown={(event) => event.preventDefault()}
          className="z-50 w-(--radix-popover-trigger-width) rounded-card border border-edge bg-raised p-1 shadow-float"
        >
          <MatchList
            id={list}
            search={search}
            typed={typed}
            choices={choices}
            active={active}
            onActive={setActive}
            onChoose={choose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function placeholderFor(chosen: number, max: number): string {
  if (chosen === 0) return 'Search by name, email or company';
  return chosen < max ? 'Search for another' : 'Search for a replacement';
}

function spoken(state: string, count: number): string {
  if (state === 'searching') return 'Searching';
  if (state === 'offline') return 'Offline, not searched yet';
  if (state !== 'found') return '';
  return count === 1 ? '1 match' : `${count} matches`;
}
