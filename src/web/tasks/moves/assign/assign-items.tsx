import { Ellipsis, UserRound } from 'lucide-react';

import type { Task } from '#contract/task';

import { MenuItem } from '../../../ui/menu';
import { useZone } from '../../clock/use-clock';
import { useNow } from '../../use-now';
import { moveFor, type MoveTarget } from '../moves';
import { choiceName, firstChoices } from './assign-choices';
import { useAssignChoices } from './use-assign-choices';

type Props = {
  task: Task;
  /** How many people stand there before the way to all of them. */
  most: number;
  onChoose: (target: MoveTarget) => void;
};

/** The people a task can be given to, and the way to the others; where the tool knows no such change it says so. */
export function AssignItems({ task, most, onChoose }: Props) {
  const choices = useAssignChoices([task.connectionId]);
  const asked = moveFor(task, { kind: 'assign', person: 'ask' }, new Date(useNow(60_000)), useZone());
  const { people, more } = firstChoices(
    choices.filter(({ ids }) => ids[task.connectionId] !== task.assignee?.id),
    most,
  );
  if (asked.kind === 'refused' || people.length === 0)
    return (
      <MenuItem
        icon={<UserRound size={16} />}
        refusal={asked.kind === 'refused' ? asked.reason : 'There is nobody else in the team.'}
        onSelect={() => {}}
      >
        Somebody else
      </MenuItem>
    );
  return (
    <>
      {people.map((person) => (
        <MenuItem
          key={JSON.stringify(person.ids)}
          icon={<UserRound size={16} />}
          onSelect={() => onChoose({ kind: 'assign', person })}
        >
          {choiceName(person)}
        </MenuItem>
      ))}
      {more && (
        <MenuItem icon={<Ellipsis size={16} />} onSelect={() => onChoose({ kind: 'assign', person: 'ask' })}>
          Somebody else…
        </MenuItem>
      )}
    </>
  );
}
