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

/**
 * Sends what the dialog made; a complaint goes to its field, one without a field into `refusal`. A key that could not be
 * tried leaves `unchecked`: why, and how it is saved all the same.
 */
export function useSaveConnection({ connection, setError, onSaved }: Options) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [unchecked, setUnchecked] = useState<{ words: string; saving: ConnectionSaving } | null>(null);
  const connect = useConnect();
  const change = useChangeConnection();
  const client = useQueryClient();

  const send = ({ add, change: changes }: ConnectionSaving, anyway: { unchecked?: true }) => {
    if (add !== null) return connect.mutateAsync({ ...add, ...anyway });
    if (connection === null || Object.keys(changes).length === 0) return Promise.resolve(null);
    return change.mutateAsync({ id: connection.id, changes: { ...changes, ...anyway } });
  };
  const refuse = (error: NonNullable<typeof connect.error>, saving: ConnectionSaving) => {
    const words = error.fields['unchecked'];
    if (words !== undefined) {
      setUnchecked({ words, saving });
      return 'refused' as const;
    }
    const wrong = fields.filter((field) => error.fields[field] !== undefined);
    for (const [index, field] of wrong.entries()) {
      setError(field, { type: 'server', message: error.fields[field] ?? '' }, { shouldFocus: index === 0 });
    }
    if (wrong.length === 0) setRefusal(error.detail);
    return 'refused' as const;
  };
  const save = async (saving: ConnectionSaving, anyway: { unchecked?: true } = {}) => {
    setRefusal(null);
    setUnchecked(null);
    const saved = await send(saving, anyway).catch((error: NonNullable<typeof connect.error>) =>
      refuse(error, saving),
    );
    if (saved === 'refused') return;
    if (saved !== null) {
      const items = client.getQueryData(connectionQueries.list().queryKey) ?? [];
      toast(savedWords(items.find(({ id }) => id === saved.id) ?? saved, saving.add !== null));
    }
    onSaved();
  };
  return {
    save: (saving: ConnectionSaving) => save(saving),
    refusal,
    unchecked: unchecked && {
      words: unchecked.words,
      cancel: () => setUnchecked(null),
      saveAnyway: () => void save(unchecked.saving, { unchecked: true }),
    },
  };
}

/** A key is only known to work once the vendor has listed its tasks. */
function savedWords({ vendor, label, lastSyncAt }: Connection, added: boolean): string {
  if (!added) return `The settings of “${label}” are saved.`;
  return lastSyncAt === null
    ? `Saved. ${vendorRules[vendor].label} has not answered yet; the foot of the rail shows when it does.`
    : `“${label}” is connected.`;
}
