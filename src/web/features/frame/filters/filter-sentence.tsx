import { useQuery } from '@tanstack/react-query';

import type { Connection } from '#contract/connection';
import type { TaskFilter } from '#contract/task-filter';
import { vendorRules } from '#contract/vendors';

import { connectionQueries } from '../../../tasks/queries';
import { Button } from '../../../ui/button';
import { ScrollRow } from '../../../ui/scroll-row';
import { FilterChip } from './filter-chip';
import {
  channelChoices,
  dueChoices,
  knownChoices,
  priorityChoices,
  vendorChoices,
  type Choice,
} from './filter-words';

type Props = { filter: TaskFilter; onFilter: (next: TaskFilter) => void };

/** What the board shows, as a sentence whose parts are menus: "Calls · assigned to me · due by today". */
export function FilterSentence({ filter, onFilter }: Props) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const given = { filter, onFilter };
  const rules = [...new Set(connections.map(({ vendor }) => vendor))].map((vendor) => vendorRules[vendor]);
  const channels = rules.flatMap(({ types }) => types.map(({ channel }) => channel));
  const priorities = rules.flatMap((rule) => rule.priorities);
  const { closed, tz, ...narrowing } = filter;
  const kept = { ...(closed === undefined ? {} : { closed }), ...(tz === undefined ? {} : { tz }) };
  return (
    <ScrollRow role="group" aria-label="Filters" className="flex min-w-0 items-center gap-0.5 p-0.5">
      <FilterChip
        part="assignee"
        any="Anyone"
        lead="Assigned to "
        choices={assignees(connections)}
        {...given}
      />
      <FilterChip part="vendor" any="Any tool" choices={vendorChoices} {...given} />
      <FilterChip
        part="channel"
        any="Any channel"
        choices={knownChoices(channelChoices, channels, filter.channel)}
        {...given}
      />
      <FilterChip
        part="priority"
        any="Any priority"
        choices={knownChoices(priorityChoices, priorities, filter.priority)}
        {...given}
      />
      <FilterChip part="due" any="Due any time" choices={dueChoices} {...given} />
      <FilterChip part="campaign" any="Any campaign" choices={campaigns(connections)} {...given} />
      {Object.keys(narrowing).length > 0 && (
        <Button look="ghost" size="small" className="underline" onClick={() => onFilter(kept)}>
          Clear filters
        </Button>
      )}
    </ScrollRow>
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
