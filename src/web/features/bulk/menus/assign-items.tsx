import { choiceName } from '../../../tasks/moves/assign/assign-choices';
import { useAssignChoices } from '../../../tasks/moves/assign/use-assign-choices';
import type { ActProps } from './act-props';
import { BulkItems } from './bulk-items';

/** Where nobody can be chosen, this stands there to say why. */
const nobody = { name: 'Nobody to choose', ids: {} };

/** The people of the teams whose tasks are selected and can be given to another. */
export function AssignItems(props: ActProps) {
  const people = useAssignChoices(props.counted.map(({ subject }) => subject.connectionId));
  const choices = (people.length > 0 ? people : [nobody]).map((person) => ({
    label: choiceName(person),
    action: { kind: 'move', target: { kind: 'assign', person } } as const,
  }));
  return <BulkItems {...props} label="Assign to" choices={choices} brief />;
}
