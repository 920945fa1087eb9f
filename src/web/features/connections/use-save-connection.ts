import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormSetError } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import { connectionQueries } from '../../tasks/queries';
import { useChangeConnection, useConnect } from '../../tasks/use-connections';
import { toast } from '../../ui/toast';
import type { ConnectionSaving, ConnectionValues } from './connection-form';

type Options = {
  connection: Connection | null;
  setError: UseFormSetError<ConnectionValues>;
  onSaved: () => void;
};

const fields = ['vendor', 'label', 'key', 'me', 'plan'] as const;

/** Sends what the dialog made; a complaint goes to its field, one without a field into `refusal`. */
export function useSaveConnection({ connection, setError, onSaved }: Options) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const connect = useConnect();
  const change = useChangeConnection();
  const client = useQueryClient();

  const send = (saving: ConnectionSaving) => {
    if (saving.add !== null) return connect.mutateAsync(saving.add);
    if (connection === null || Object.keys(saving.change).length === 0) return Promise.resolve(null);
    return change.mutateAsync({ id: connection.id, changes: saving.change });
  };
  const refuse = (error: NonNullable<typeof connect.error>) => {
    const wrong = fields.filter((field) => error.fields[field] !== undefined);
    for (const [index, field] of wrong.entries()) {
      setError(field, { type: 'server', message: error.fields[field] ?? '' }, { shouldFocus: index === 0 });
    }
    if (wrong.length === 0) setRefusal(error.detail);
    return 'refused' as const;
  };
  const save = async (saving: ConnectionSaving) => {
    setRefusal(null);
    const saved = await send(saving).catch(refuse);
    if (saved === 'refused') return;
    if (saved !== null) {
      const items = client.getQueryData(connectionQueries.list().queryKey) ?? [];
      toast(savedWords(items.find(({ id }) => id === saved.id) ?? saved, saving.add !== null));
    }
    onSaved();
  };
  return { save, refusal };
}

/** A key is only known to work once the vendor has listed its tasks. */
function savedWords({ vendor, label, lastSyncAt }: Connection, added: boolean): string {
  if (!added) return `The settings of “${label}” are saved.`;
  return lastSyncAt === null
    ? `Saved. ${vendorRules[vendor].label} has not answered yet; the foot of the rail shows when it does.`
    : `“${label}” is connected.`;
}
