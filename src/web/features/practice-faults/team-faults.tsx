import { clsx } from 'clsx';
import { useId } from 'react';

import type { Connection } from '#contract/connection';
import type { PracticeTeam } from '#contract/practice-faults';

import { connectionName } from '../../tasks/face/connection-name';
import { VendorMark } from '../../tasks/face/vendor-mark';
import { FaultSwitch } from './fault-switch';
import { stateWords } from './fault-words';

type Props = {
  connection: Pick<Connection, 'vendor' | 'label'>;
  team: PracticeTeam;
  /** How many calls a fault lasts that is switched on; null until it is switched off. */
  calls: number | null;
};

/** One practice vendor: what it does wrong now, and a switch for each way to misbehave. */
export function TeamFaults({ connection, team, calls }: Props) {
  const id = useId();
  const { on, known, connectionId } = team;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1">
      <div className="sticky -top-4 z-10 flex flex-wrap items-center gap-x-2 gap-y-1 border-b bg-raised py-2">
        <VendorMark vendor={connection.vendor} />
        <h3 id={id} className="min-w-0 font-name break-words">
          <bdi>{connectionName(connection)}</bdi>
        </h3>
        <p
          role="status"
          className={clsx('ml-auto text-meta', on.length === 0 ? 'text-done' : 'font-medium text-today')}
        >
          {stateWords(on)}
        </p>
      </div>
      <ul className="-mx-2 grid gap-x-2 sm:grid-cols-2">
        {known.map((name) => (
          <FaultSwitch
            key={name}
            name={name}
            on={on.find((one) => one.name === name) ?? null}
            connectionId={connectionId}
            calls={calls}
          />
        ))}
      </ul>
    </section>
  );
}
