import { useState } from 'react';
import type { UseFormSetError } from 'react-hook-form';

import type { Connection } from '#contract/connection';

import { useChangeConnection, useConnect } from '../../tasks/use-connections';
import { toast } from '../../ui/toast';
import type { ConnectionSaving, ConnectionValues } from './connection-form';

type Options = {
  connection: Connection | null;
  setError: UseFormSetError<ConnectionValues>;
  onSaved: () => void;
};

const fields = ['vendor', 'label', 'key', 'me'] as const;

/** Sends what the dialog made; a complaint goes to its field, one without a field into `refusal`. */
export function useSaveConnection({ connection, setError, onSaved }: Options) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const connect = useConnect();
  const change = useChangeConnection();

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
    if (saving.add !== null) toast(`${saving.add.label} is connected. Its tasks are being read.`);
    onSaved();
  };
  return { save, refusal };
}
