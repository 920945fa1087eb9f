import { ChevronDown } from 'lucide-react';

import type { TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { statusNames } from '../../../tasks/moves/moves';
import { Button } from '../../../ui/button';
import { Menu, MenuChoice } from '../../../ui/menu';
import { reachNames, withReach } from './reach-names';

type Props = { status: TaskStatus; filter: TaskFilter; onFilter: (next: TaskFilter) => void };

/** How far back the closed columns reach; both share it. */
export function ReachMenu({ status, filter, onFilter }: Props) {
  const reach = filter.closed ?? 'today';
  const name = reachNames.find(([one]) => one === reach)?.[1];
  const trigger = (
    <Button
      look="ghost"
      size="small"
      className="text-meta"
      aria-label={`${statusNames[status]} shows: ${name}`}
    >
      {name}
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
  return (
    <Menu align="end" trigger={trigger}>
      {reachNames.map(([one, words]) => (
        <MenuChoice
          key={one}
          kind="one"
          checked={one === reach}
          onSelect={() => onFilter(withReach(filter, one))}
        >
          {words}
        </MenuChoice>
      ))}
    </Menu>
  );
}
