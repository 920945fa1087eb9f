import type { TaskFilter } from '#contract/task-filter';

import { useFoundTasks } from '../../tasks/found/use-found-tasks';
import type { FilterStep } from '../../tasks/use-filter';
import { useViews } from '../../tasks/views/use-views';
import { announce } from '../../ui/live-region';
import type { EntryGroup } from './entry';
import { personEntries, searchEntry, taskEntries } from './found-entries';
import { matchingGroups, recentFirst } from './matching';
import { recentEntries } from './recent-entries';
import { viewEntries } from './view-entries';

export type PaletteGiven = {
  /** What can be done: with the task in hand, then on the page. */
  commands: readonly EntryGroup[];
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
  onOpen: (taskId: string) => void;
};

export type PaletteGroups = {
  groups: readonly EntryGroup[];
  /** How many entries fit, the way to the search box not counted. */
  count: number;
  looking: boolean;
  trouble: string | null;
};

/**
 * What the palette shows for the words. Commands and views stand before what the server finds, so that nothing moves under the
 * rep's hand when that arrives.
 */
export function usePaletteGroups(words: string, { commands, onFilter, onOpen }: PaletteGiven): PaletteGroups {
  const views = useViews() ?? [];
  const { tasks, looking, trouble } = useFoundTasks(words);
  const recent = recentEntries();
  const show = (filter: TaskFilter, viewId: string | null, name: string) => {
    onFilter(filter, { view: viewId });
    announce(`The board shows ${name}`);
  };
  const still: EntryGroup[] = [...commands, { title: 'Views', entries: viewEntries(views, show) }];
  const q = words.trim();
  if (q === '') return { groups: recentFirst(still, recent), count: -1, looking: false, trouble: null };

  const fitting = [
    ...matchingGroups(still, q, recent),
    { title: 'People', entries: personEntries(tasks, q, (name) => show({ name }, null, `tasks of ${name}`)) },
    { title: 'Tasks', entries: taskEntries(tasks, onOpen) },
  ];
  const search = { title: 'Search', entries: [searchEntry(q, (filter) => onFilter(filter, { view: null }))] };
  return {
    groups: [...fitting, ...(looking ? [] : [search])].filter(({ entries }) => entries.length > 0),
    count: fitting.reduce((sum, { entries }) => sum + entries.length, 0),
    looking,
    trouble,
  };
}
