import { ChevronDown } from 'lucide-react';

import type { TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { statusNames } from '../../../tasks/moves/moves';
import { Button } from '../../../ui/button';
import { Menu, MenuChoice } from '../../../ui/menu';

const reaches = { today: 'Today', '7d': '7 days', '30d': '30 days', all: 'All' } as const;
type Reach = keyof typeof reaches;

type Props = { status: TaskStatus; filter: TaskFilter; onFilter: (next: TaskFilter) => void };

/** How far back the closed columns reach; both share it. */
export function ReachMenu({ status, filter, onFilter }: Props) {
  const reach = filter.closed ?? 'today';
  const trigger = (
    <Button
      look="ghost"
      size="small"
      className="text-meta"
      aria-label={`${statusNames[status]} shows: ${reaches[reach]}`}
    >
      {reaches[reach]}
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
  return (
    <Menu align="end" trigger={trigger}>
      {(Object.keys(reaches) as Reach[]).map((choice) => (
        <MenuChoice
          key={choice}
          kind="one"
          checked={choice === reach}
          onSelect={() => {
            const { closed: _, ...rest } = filter;
            onFilter(choice === 'today' ? rest : { ...rest, closed: choice });
          }}
        >
          {reaches[choice]}
        </MenuChoice>
      ))}
    </Menu>
  );
}
