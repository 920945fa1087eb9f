import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import type { PracticeTeam } from '#contract/practice-faults';

import { practiceQuery, faultsOn } from '../../tasks/practice/practice-faults';
import { useClearFaults } from '../../tasks/practice/use-switch-faults';
import { connectionQueries } from '../../tasks/queries';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { TeamFaults } from './team-faults';

/** How long a fault lasts once it is switched on; the value is the number of calls. */
const spans = [
  ['', 'Until switched off'],
  ['1', 'The next call'],
  ['3', 'The next 3 calls'],
] as const;

/** Switches what each practice vendor does wrong; render it while it is open. */
export function PracticeFaultsDialog({ onClose }: { onClose: () => void }) {
  const { data: teams, error, refetch } = useQuery(practiceQuery());
  const clear = useClearFaults();
  const [span, setSpan] = useState('');
  const count = faultsOn(teams ?? []);
  const clearAll = () => {
    if (count > 0 && !clear.isPending) clear.mutate();
  };
  return (
    <Dialog
      open
      size="wide"
      onOpenChange={onClose}
      title="Practice faults"
      description="Let a practice vendor misbehave and watch the board stay true. Real accounts are never touched."
      footer={
        <>
          <Button
            className="mr-auto aria-disabled:opacity-50"
            aria-disabled={count === 0 || clear.isPending || undefined}
            onClick={clearAll}
          >
            Everything works again
          </Button>
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {clear.error !== null && <Trouble>Not switched off: {clear.error.detail}</Trouble>}
        {error !== null && (
          <Trouble>
            {teams === undefined ? 'Not read' : 'This may be old'}: {error.detail}
            <Button size="small" className="mt-2 block" onClick={() => void refetch()}>
              Try again
            </Button>
          </Trouble>
        )}
        {teams?.length === 0 && <p>No practice team is connected. Its faults would be switched here.</p>}
        {teams !== undefined && teams.length > 0 && (
          <>
            <Field
              label="A fault lasts"
              hint="Calls that read the list count too. Where several faults are on, a call meets the one switched on last."
            >
              {(described) => (
                <Select
                  {...described}
                  className="sm:max-w-64"
                  value={span}
                  onChange={(event) => setSpan(event.target.value)}
                >
                  {spans.map(([value, words]) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Teams teams={teams} calls={span === '' ? null : Number(span)} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function Teams({ teams, calls }: { teams: readonly PracticeTeam[]; calls: number | null }) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  return teams.map((team) => {
    const connection = connections.find(({ id }) => id === team.connectionId);
    return connection && <TeamFaults key={connection.id} connection={connection} team={team} calls={calls} />;
  });
}

function Trouble({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="rounded-card bg-overdue-soft px-3 py-2 text-overdue">
      {children}
    </div>
  );
}
