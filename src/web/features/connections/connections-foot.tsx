import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';

import type { Connection } from '#contract/connection';

import { connectionQueries } from '../../tasks/queries';
import { Button, IconButton } from '../../ui/button';
import { ConnectionRow } from './connection-row';
import { PracticeEntry } from './practice-entry';

type Props = {
  onAdd: () => void;
  onEdit: (connection: Connection) => void;
  onPractice: () => void;
};

/** The foot of the rail: where the tasks come from and how fresh they are; in a folded rail a mark for each. */
export function ConnectionsFoot({ onAdd, onEdit, onPractice }: Props) {
  const { data: connections, error, refetch } = useQuery(connectionQueries.list());
  return (
    <section
      aria-label="Connections"
      // The rail waits with its foot until it has its height, so that nothing in it jumps.
      data-unread={(connections === undefined && error === null) || undefined}
      className="@container flex flex-col gap-0.5 p-2"
    >
      <div className="flex items-center justify-between pl-2 @max-[6rem]:hidden">
        <h2 className="text-meta font-medium text-muted">Connections</h2>
        <IconButton
          size="small"
          className="!w-7 pointer-coarse:!w-11"
          label="Add a connection"
          icon={<Plus size={16} />}
          onClick={onAdd}
        />
      </div>
      {connections === undefined && error !== null && (
        <div className="flex flex-col items-start gap-1 px-2 @max-[6rem]:hidden">
          <p className="text-meta text-muted">Not read: {error.message}</p>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
      {connections?.length === 0 && (
        <p className="px-2 text-meta text-muted @max-[6rem]:hidden">None yet. Add one to see its tasks.</p>
      )}
      {connections !== undefined && connections.length > 0 && (
        <ul className="flex flex-col gap-0.5">
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} onEdit={() => onEdit(connection)} />
          ))}
        </ul>
      )}
      {connections?.some(({ sandbox }) => sandbox) && <PracticeEntry onOpen={onPractice} />}
    </section>
  );
}
