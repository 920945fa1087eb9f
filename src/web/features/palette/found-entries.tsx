import { Search, UserRound } from 'lucide-react';

import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { ChannelIcon } from '../../tasks/face/channel-icon';
import { personName, taskTitle } from '../../tasks/face/task-words';
import { statusNames } from '../../tasks/moves/moves';
import type { Entry } from './entry';
import { matching } from './matching';

const personCount = 5;
/** What the filter of a name would read as a regular expression, or would not take. */
const unfit = /^\/.*\/$|^.{201,}$/su;

/** The tasks as entries. */
export function taskEntries(tasks: readonly Task[], open: (taskId: string) => void): Entry[] {
  return tasks.map((task) => ({
    id: `task:${task.id}`,
    name: taskTitle(task),
    note: [personName(task), task.status === 'pending' ? '' : statusNames[task.status]]
      .filter((part) => part !== '' && part !== taskTitle(task))
      .join(' · '),
    icon: <ChannelIcon channel={task.channel} named />,
    run: () => open(task.id),
  }));
}

/** The people of some tasks whose name fits the words; choosing one shows the tasks of that name. */
export function personEntries(tasks: readonly Task[], words: string, show: (name: string) => void): Entry[] {
  const people = new Map<string, Entry>();
  for (const { person } of tasks) {
    const name = person.name?.trim() ?? '';
    const id = `person:${name.toLocaleLowerCase()}`;
    if (name === '' || unfit.test(name) || people.has(id)) continue;
    people.set(id, {
      id,
      name,
      note: person.company ?? '',
      icon: <UserRound size={16} aria-hidden />,
      run: () => show(name),
    });
  }
  return matching([...people.values()], words).slice(0, personCount);
}

/** The way on where the list is too short: the board with everything that the words find. */
export function searchEntry(words: string, onFilter: (filter: TaskFilter) => void): Entry {
  return {
    id: 'search:board',
    name: `Show all that “${words}” finds on the board`,
    icon: <Search size={16} aria-hidden />,
    run: () => onFilter({ q: words }),
  };
}
