import type { Connection } from '#contract/connection';
import type { TaskFilter } from '#contract/task-filter';
import { vendorRules } from '#contract/vendors';

import {
  channelChoices,
  dueChoices,
  knownChoices,
  priorityChoices,
  stateChoices,
  vendorChoices,
  type ChipPart,
  type Choice,
} from './filter-words';

/** What a part of the filter can be with these connections; values that are found beside them are added by `found`. */
export function choicesFor(
  part: ChipPart,
  connections: readonly Connection[],
  filter: TaskFilter,
): readonly Choice[] {
  const vendors = [...new Set(connections.map(({ vendor }) => vendor))];
  const rules = vendors.map((vendor) => vendorRules[vendor]);
  switch (part) {
    case 'assignee':
      return assignees(connections);
    case 'vendor':
      return knownChoices(vendorChoices, vendors, filter.vendor);
    case 'channel': {
      const channels = rules.flatMap(({ types }) => types.map(({ channel }) => channel));
      return knownChoices(channelChoices, channels, filter.channel);
    }
    case 'priority': {
      const priorities = rules.flatMap((rule) => rule.priorities);
      return knownChoices(priorityChoices, priorities, filter.priority);
    }
    case 'type':
      return types(vendors);
    case 'due':
      return dueChoices;
    case 'campaign':
      return campaigns(connections);
    case 'campaignState':
      return [];
    case 'state':
      return stateChoices;
  }
}

/** Of the parts whose words are free, the values that the board has beside the known ones. */
export function found(part: ChipPart, known: readonly Choice[], values: Iterable<string>): readonly Choice[] {
  if (part !== 'type' && part !== 'campaignState') return [];
  const offered = new Set(known.flatMap(({ value, also = [] }) => [value, ...also]));
  const label = part === 'type' ? (value: string) => value : spaced;
  return [...values].filter((value) => !offered.has(value)).map((value) => ({ value, label: label(value) }));
}

/** A vendor's own word for people: “linkedinInviteAccepted” is “Linkedin invite accepted”. */
function spaced(value: string): string {
  const words = value.replaceAll(/[_\s]+|(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
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
  return [
    { value: 'any', label: 'In a campaign' },
    { value: 'none', label: 'Not in a campaign' },
    ...byName(all),
  ];
}

/** The vendors' types by name; several words of one vendor for the same thing are one choice. */
function types(vendors: readonly (keyof typeof vendorRules)[]): Choice[] {
  const once = new Map<string, Choice>();
  for (const vendor of vendors) {
    for (const { value, label } of vendorRules[vendor].types) {
      const present = once.get(label);
      const also = [...(present?.also ?? []), ...(present && present.value !== value ? [value] : [])];
      once.set(label, { value: present?.value ?? value, label, ...(also.length > 0 && { also }) });
    }
  }
  return [...once.values()].toSorted((a, b) => a.label.localeCompare(b.label));
}

function byName(choices: readonly Choice[]): Choice[] {
  const once = new Map(choices.map((choice) => [choice.value, choice]));
  return [...once.values()].toSorted((a, b) => a.label.localeCompare(b.label));
}
