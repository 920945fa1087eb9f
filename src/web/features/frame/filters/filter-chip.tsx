import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import type { Connection } from '#contract/connection';
import type { TaskFilter } from '#contract/task-filter';

import { useClock } from '../../../tasks/clock/use-clock';
import { taskQueries } from '../../../tasks/queries';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../../ui/menu';
import { ChipButton } from './chip-button';
import { choicesFor, found } from './choices';
import { dueRange, dueRangeWords } from './due-range';
import { chipWords, chosenValues, toggled, withUnoffered, withValues, type ChipPart } from './filter-words';

/** Each part's name, its words while nothing is chosen, and what stands before what is chosen. */
const parts: Record<ChipPart, { by: string; any: string; lead?: string }> = {
  assignee: { by: 'assignee', any: 'Anyone', lead: 'Assigned to ' },
  vendor: { by: 'tool', any: 'Any tool' },
  channel: { by: 'channel', any: 'Any channel' },
  type: { by: 'type', any: 'Any type' },
  priority: { by: 'priority', any: 'Any priority' },
  due: { by: 'due', any: 'Due any time' },
  campaign: { by: 'campaign', any: 'Any campaign' },
  campaignState: { by: 'campaign state', any: 'Any campaign state', lead: 'Campaign state ' },
  state: { by: 'state', any: 'Any state' },
};

type Props = {
  part: ChipPart;
  connections: readonly Connection[];
  filter: TaskFilter;
  onFilter: (next: TaskFilter) => void;
  /** Its menu is open from the start, since the rep has just asked for it; it calls back when it closes. */
  startOpen?: boolean;
  onClose?: () => void;
  /** More items at the end of its menu. */
  children?: ReactNode;
  onCloseAutoFocus?: (event: Event) => void;
};

/** One part of the sentence that the filter makes; its menu changes it and says how many tasks each value stands for. */
export function FilterChip({ part, connections, filter, onFilter, startOpen = false, ...rest }: Props) {
  const { onClose, children, onCloseAutoFocus } = rest;
  const clock = useClock();
  const [open, setOpen] = useState(startOpen);
  const { data: counts } = useQuery({ ...taskQueries.facets(part, filter), enabled: open });
  const { by, any, lead = '' } = parts[part];
  const values = chosenValues(filter, part);
  const known = choicesFor(part, connections, filter);
  const choices = withUnoffered([...known, ...found(part, known, counts?.keys() ?? [])], values);
  const range = part === 'due' && !known.some(({ value }) => value === filter.due) && dueRange(filter.due);
  const words = range ? dueRangeWords(range, clock) : lead + chipWords(values, choices);
  const count = ({ value, also = [] }: (typeof choices)[number]) =>
    [value, ...also].reduce((sum, one) => sum + (counts?.get(one) ?? 0), 0);
  return (
    <Menu
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) onClose?.();
      }}
      {...(onCloseAutoFocus && { onCloseAutoFocus })}
      trigger={
        <ChipButton
          data-chip={part}
          by={by}
          words={values.length === 0 ? any : words}
          on={values.length > 0}
        />
      }
    >
      {choices.map((choice) => (
        <MenuChoice
          key={choice.value}
          kind={part === 'due' ? 'one' : 'many'}
          checked={values.includes(choice.value)}
          // The room for the numbers is there before they are.
          note={counts === undefined || choice.value.startsWith('-') ? ' ' : count(choice).toLocaleString()}
          onSelect={() => {
            const next = toggled(
              part === 'due' ? values.filter((one) => one === choice.value) : values,
              choice,
            );
            onFilter(withValues(filter, part, next));
          }}
        >
          {range && choice.value === filter.due ? words : choice.label}
        </MenuChoice>
      ))}
      {choices.length === 0 && (
        <p className="px-2 py-1.5 text-muted">
          {counts === undefined ? 'Looking…' : 'No task here has one.'}
        </p>
      )}
      {(values.length > 0 || Boolean(children)) && <MenuLine />}
      {children}
      {values.length > 0 && (
        <MenuItem onSelect={() => onFilter(withValues(filter, part, []))}>{any}</MenuItem>
      )}
    </Menu>
  );
}
