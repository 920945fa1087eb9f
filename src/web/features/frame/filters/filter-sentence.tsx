import { useQuery } from '@tanstack/react-query';

import type { Connection } from '#contract/connection';
import type { TaskFilter } from '#contract/task-filter';

import { connectionQueries } from '../../../tasks/queries';
import { FilterChip } from './filter-chip';
import { channelChoices, dueChoices, priorityChoices, type Choice } from './filter-words';

type Props = { filter: TaskFilter; onFilter: (next: TaskFilter) => void };

/** What the board shows, as a sentence whose parts are menus: "Calls · assigned to me · due by today". */
export function FilterSentence({ filter, onFilter }: Props) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const given = { filter, onFilter };
  return (
    <div
      role="group"
      aria-label="Filters"
      className="flex min-w-0 items-center gap-0.5 overflow-x-auto p-0.5"
    >
      <FilterChip
        part="assignee"
        any="Assigned to anyone"
        lead="Assigned to "
        choices={assignees(connections)}
        {...given}
      />
      <FilterChip part="channel" any="Any channel" choices={channelChoices} {...given} />
      <FilterChip part="priority" any="Any priority" choices={priorityChoices} {...given} />
      <FilterChip part="due" any="Due any time" choices={dueChoices} {...given} />
      <FilterChip part="campaign" any="Any campaign" choices={campaigns(connections)} {...given} />
    </div>
  );
}

function assignees(connections: readonly Connection[]): Choice[] {
  const people = connections.flatMap(({ members }) =>
    members.map(({ id, name }) => ({ value: id, label: name })),
  );
  return [
    { value: 'me', label: 'Me', phrase: 'me' },
    ...byName(people),
    { value: 'none', label: 'Nobody', phrase: 'nobody' },
  ];
}

function campaigns(connections: readonly Connection[]): Choice[] {
  const all = connections.flatMap(({ campaigns }) =>
    campaigns.map(({ id, name }) => ({ value: id, label: name })),
  );
  return [...byName(all), { value: 'none', label: 'No campaign' }];
}

function byName(choices: readonly Choice[]): Choice[] {
  const once = new Map(choices.map((choice) => [choice.value, choice]));
  return [...once.values()].toSorted((a, b) => a.label.localeCompare(b.label));
}
