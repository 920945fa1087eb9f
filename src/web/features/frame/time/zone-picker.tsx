import { CommandInput, CommandItem, CommandList, CommandRoot } from 'cmdk';
import { Check } from 'lucide-react';
import { useState } from 'react';

import { ownZone } from '../../../tasks/clock/clock';
import { zoneName } from '../../../tasks/clock/zone-name';
import { offsetIn, zonesFor } from './zone-list';

type Props = {
  /** The zone that the rep chose; null while it is the computer's. */
  chosen: string | null;
  onChoose: (zone: string | null) => void;
};

const asComputer = 'as-computer';

/** All zones, to be searched by name or offset; the computer's own and the chosen one stand first. */
export function ZonePicker({ chosen, onChoose }: Props) {
  const [now] = useState(() => new Date());
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(chosen ?? asComputer);
  const q = typed.trim();
  const own = ownZone();
  const found = zonesFor(q, now);
  // Where it stood when the dialog was opened, so that a choice moves nothing under the pointer.
  const [before] = useState(chosen);
  const kept = q === '' && before !== null && !found.includes(before) ? [before] : [];
  const values = [...(q === '' ? [asComputer] : []), ...kept, ...found];
  return (
    <CommandRoot
      label="Time zone"
      shouldFilter={false}
      vimBindings={false}
      value={values.includes(active) ? active : (values[0] ?? '')}
      onValueChange={setActive}
      className="flex flex-col overflow-hidden rounded-control border border-control bg-surface"
    >
      <CommandInput
        data-autofocus
        value={typed}
        onValueChange={setTyped}
        maxLength={60}
        placeholder="Search a city or an offset, such as UTC+2"
        className="h-8 shrink-0 border-b bg-transparent px-2.5 text-body text-ink placeholder:text-muted focus-visible:-outline-offset-2 pointer-coarse:h-11 pointer-coarse:text-[16px]"
      />
      <CommandList label="Time zones" className="h-56 scroll-py-1 overflow-y-auto overscroll-contain p-1">
        {values.map((value) =>
          value === asComputer ? (
            <Row
              key={value}
              value={value}
              name="As this computer"
              note={`${zoneName(own)} · ${offsetIn(own, now)}`}
              chosen={chosen === null}
              onChoose={() => onChoose(null)}
            />
          ) : (
            <Row
              key={value}
              value={value}
              name={zoneName(value)}
              note={offsetIn(value, now)}
              chosen={value === chosen}
              onChoose={() => onChoose(value)}
            />
          ),
        )}
        {values.length === 0 && (
          <p className="px-2 py-1.5 text-muted">No zone is called “{q}”. Try the next large city.</p>
        )}
      </CommandList>
    </CommandRoot>
  );
}

type RowProps = { value: string; name: string; note: string; chosen: boolean; onChoose: () => void };

function Row({ value, name, note, chosen, onChoose }: RowProps) {
  return (
    <CommandItem
      value={value}
      onSelect={onChoose}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 aria-selected:bg-hover aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent pointer-coarse:min-h-11"
    >
      <span className="flex w-4 shrink-0 text-accent-text">
        {chosen && <Check size={16} role="img" aria-label="Chosen" />}
      </span>
      <span className="min-w-0 truncate">{name}</span>
      <span className="ml-auto shrink-0 pl-2 text-meta text-muted tabular">{note}</span>
    </CommandItem>
  );
}
