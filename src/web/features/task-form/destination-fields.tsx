import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import { connectionName } from '../../tasks/face/connection-name';
import { ChoiceField } from './fields/choice-field';
import type { TaskFormControl } from './fields/field-error';
import { ParentField } from './fields/parent-field';
import { TypeField } from './fields/type-field';
import type { UnsureParent } from './parent-picker/unsure-parents';
import { creatableTypes } from './values/starting-values';

type Props = {
  control: TaskFormControl;
  connections: readonly Connection[];
  /** Where it goes, once that is chosen. */
  connection: Connection | undefined;
  unsure: readonly UnsureParent[];
  /** The focus starts at the first of them that is open. */
  startsHere: boolean;
  onChooseConnection: (id: string) => void;
  onChooseType: (type: string) => void;
};

/** What is decided once, when a task is made: where it goes, as what, and whom it is about. */
export function DestinationFields({
  control,
  connections,
  connection,
  unsure,
  startsHere,
  ...choose
}: Props) {
  const rules = connection === undefined ? null : vendorRules[connection.vendor];
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          control={control}
          name="connectionId"
          label="Send to"
          placeholder="Choose a connection"
          required
          startsHere={startsHere && connection === undefined}
          choices={connectionChoices(connections)}
          onChoose={choose.onChooseConnection}
        />
        {rules?.freeType ? (
          <TypeField control={control} types={rules.types} required={false} />
        ) : (
          <ChoiceField
            control={control}
            name="type"
            label="Type"
            placeholder="Choose where to send it first"
            required
            disabled={connection === undefined}
            choices={connection === undefined ? [] : creatableTypes(connection.vendor)}
            onChoose={choose.onChooseType}
          />
        )}
      </div>
      <ParentField
        control={control}
        connection={connection}
        unsure={unsure}
        startsHere={startsHere && connection !== undefined}
      />
    </>
  );
}

/** By their names, with the vendor's where there are several vendors. */
function connectionChoices(connections: readonly Connection[]) {
  const several = new Set(connections.map(({ vendor }) => vendor)).size > 1;
  return connections.map(({ id, label, vendor }) => ({
    value: id,
    label: several ? connectionName({ vendor, label }) : label,
  }));
}
