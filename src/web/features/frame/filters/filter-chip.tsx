import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';

import type { TaskFilter } from '#contract/task-filter';

import { Menu, MenuChoice, MenuItem, MenuLine } from '../../../ui/menu';
import { chipWords, chosenValues, withValues, type ChipPart, type Choice } from './filter-words';

type Props = {
  part: ChipPart;
  /** The chip's words while nothing is chosen, such as "Any channel". */
  any: string;
  /** Stands before what is chosen: “Assigned to”. */
  lead?: string;
  choices: readonly Choice[];
  filter: TaskFilter;
  onFilter: (next: TaskFilter) => void;
};

/** One part of the sentence that the filter makes; its menu changes it. */
export function FilterChip({ part, any, lead = '', choices, filter, onFilter }: Props) {
  const values = chosenValues(filter, part);
  const name = part === 'vendor' ? 'tool' : part;
  const words = values.length === 0 ? any : lead + chipWords(values, choices);
  const toggle = (value: string) => {
    if (part === 'due') return values.includes(value) ? [] : [value];
    return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  };
  const trigger = (
    <button
      type="button"
      aria-label={`Filter by ${name}: ${words}`}
      className={clsx(
        'flex h-7 max-w-52 shrink-0 items-center gap-1 rounded-control border px-2 transition-colors focus-visible:-outline-offset-2 pointer-coarse:h-11',
        values.length === 0
          ? 'border-transparent text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover'
          : 'border-transparent bg-accent-soft font-medium text-accent-text',
      )}
    >
      <span className="truncate">{words}</span>
      <ChevronDown size={14} aria-hidden className="shrink-0" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {choices.map(({ value, label }) => (
        <MenuChoice
          key={value}
          kind={part === 'due' ? 'one' : 'many'}
          checked={values.includes(value)}
          onSelect={() => onFilter(withValues(filter, part, toggle(value)))}
        >
          {label}
        </MenuChoice>
      ))}
      {values.length > 0 && (
        <>
          <MenuLine />
          <MenuItem onSelect={() => onFilter(withValues(filter, part, []))}>{any}</MenuItem>
        </>
      )}
    </Menu>
  );
}
