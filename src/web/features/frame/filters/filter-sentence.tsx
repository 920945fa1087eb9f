import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { ListFilter } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import { connectionQueries } from '../../../tasks/queries';
import type { FilterStep } from '../../../tasks/use-filter';
import { narrows, withoutFilters } from '../../../tasks/views/without-filters';
import { Button, IconButton } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { Menu, MenuItem } from '../../../ui/menu';
import { ScrollRow } from '../../../ui/scroll-row';
import { ChipButton } from './chip-button';
import { contactWords } from './contact-filter';
import { FilterChip } from './filter-chip';
import type { FilterForm } from './filter-popover';

const FilterPopover = lazyPart(async () => (await import('./filter-popover')).FilterPopover);

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
  /** What else can be done with the filter. */
  children?: ReactNode;
};

/** Always there; the others come when they are asked for. */
const usual = ['assignee', 'channel', 'due', 'priority', 'vendor', 'campaign'] as const;
const further = ['type', 'campaignState', 'state'] as const;
const furtherNames = {
  type: 'Type of task',
  campaignState: 'Campaign state',
  state: 'Held, waiting, failed …',
};

/** What the board shows, as a sentence whose parts are menus: "Assigned to me · Calls · Due by today". */
export function FilterSentence({ filter, onFilter, children }: Props) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const [asked, setAsked] = useState<(typeof further)[number] | null>(null);
  const [form, setForm] = useState<FilterForm | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  /** What the closing menu has been asked to open. */
  const next = useRef<(() => void) | null>(null);
  const openNext = (event: Event) => {
    if (next.current === null) return;
    event.preventDefault();
    next.current();
    next.current = null;
  };
  const openForm = (wanted: FilterForm, chip: string) => {
    anchor.current = group.current?.querySelector<HTMLElement>(`[data-chip="${chip}"]`) ?? null;
    setForm(wanted);
  };
  const given = { connections, filter, onFilter };
  const clear = () => onFilter(withoutFilters(filter), { view: null });
  const contact = contactWords(filter);
  const shown = further.filter((part) => filter[part] !== undefined || part === asked);
  return (
    <div ref={group} className="flex min-w-0 items-center">
      <ScrollRow role="group" aria-label="Filters" className="flex min-w-0 items-center gap-0.5 p-0.5">
        {usual.map((part) => (
          <FilterChip key={part} part={part} {...given} onCloseAutoFocus={openNext}>
            {part === 'due' && (
              <MenuItem onSelect={() => (next.current = () => openForm('due', 'due'))}>
                Between two dates…
              </MenuItem>
            )}
          </FilterChip>
        ))}
        {shown.map((part) => (
          <FilterChip
            key={part}
            part={part}
            {...given}
            startOpen={part === asked}
            onClose={() => setAsked(null)}
          />
        ))}
        {contact !== null && (
          <ChipButton
            data-chip="contact"
            by="contact"
            words={contact}
            on
            onClick={() => openForm('contact', 'contact')}
          />
        )}
        <Menu
          trigger={
            <IconButton data-chip="more" size="small" label="More filters" icon={<ListFilter size={16} />} />
          }
          onCloseAutoFocus={openNext}
        >
          {further.map((part) => (
            <MenuItem key={part} onSelect={() => (next.current = () => setAsked(part))}>
              {furtherNames[part]}
            </MenuItem>
          ))}
          <MenuItem
            onSelect={() => (next.current = () => openForm('contact', contact === null ? 'more' : 'contact'))}
          >
            Name, email, phone, LinkedIn…
          </MenuItem>
        </Menu>
        {children}
        {narrows(filter) && <ClearFilters className="sm:hidden" onClear={clear} />}
        {form !== null && (
          <FilterPopover form={form} anchor={anchor} {...given} onClose={() => setForm(null)} />
        )}
      </ScrollRow>
      {narrows(filter) && <ClearFilters className="max-sm:hidden" onClear={clear} />}
    </div>
  );
}

/** Beside the row, so that it is in sight however long the sentence gets; on a phone, where there is no room for both, at its end. */
function ClearFilters({ className, onClear }: { className: string; onClear: () => void }) {
  return (
    <Button look="ghost" size="small" className={clsx('shrink-0 underline', className)} onClick={onClear}>
      Clear filters
    </Button>
  );
}
