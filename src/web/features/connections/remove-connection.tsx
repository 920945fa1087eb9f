import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import { connectionName } from '../../tasks/face/connection-name';
import { useRemoveConnection } from '../../tasks/use-connections';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

type Props = { connection: Connection; onKeep: () => void; onRemoved: () => void };

/** Asks before a connection and its tasks leave the board. */
export function RemoveConnection({ connection, onKeep, onRemoved }: Props) {
  const remove = useRemoveConnection();
  const { label } = vendorRules[connection.vendor];
  const start = () => {
    if (!remove.isPending) remove.mutate(connection.id, { onSuccess: onRemoved });
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={onKeep}
      title={`Remove ${connectionName(connection)}?`}
      footer={
        <>
          <Button data-autofocus onClick={onKeep}>
            Keep it
          </Button>
          <Button look="danger" aria-disabled={remove.isPending || undefined} onClick={start}>
            {remove.isPending ? 'Removing…' : 'Remove connection'}
          </Button>
        </>
      }
    >
      <p>
        Its tasks and their history leave this board, and its key is forgotten. {lostWords(connection)}{' '}
        Nothing is deleted at {label}.
      </p>
      {remove.error !== null && (
        <p role="alert" className="mt-3 rounded-card bg-overdue-soft px-3 py-2 text-overdue">
          Not removed: {remove.error.detail}
        </p>
      )}
    </Dialog>
  );
}

/** What the vendor has never heard of. */
function lostWords({ vendor }: Connection): string {
  const { label, ignore } = vendorRules[vendor];
  return ignore === 'board'
    ? `What is kept on this board only goes too: tasks that you ignored are still open at ${label}.`
    : 'What is kept on this board only goes too: who completed and ignored what, and when.';
}
