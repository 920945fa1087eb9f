import { useEffect, useRef, useState } from 'react';

import { useUndo } from '../../../tasks/use-command';
import { announce } from '../../../ui/live-region';
import { toast } from '../../../ui/toast';
import type { FormKnowledge } from '../form-knowledge';
import type { Around } from '../parse/read-line';
import { dropRow, type Row } from './rows-draft';
import { useCreateRow } from './use-create-row';
import { useRowList } from './use-row-list';

export type Rows = {
  rows: readonly Row[];
  /** What is wrong with a row that was sent, by its id. */
  errors: Readonly<Record<string, string>>;
  sending: boolean;
  /** What the last sending made; null before it and while the next is under way. */
  made: { words: string; undo: (() => void) | null } | null;
  change: (id: string, part: Partial<Row>) => void;
  /** Several lines at once: the row becomes as many rows. */
  split: (id: string, text: string) => void;
  remove: (id: string) => void;
  createAll: () => void;
};

/** The lines and their way to tasks: each is sent under its own id, those that fail stay with the reason. */
export function useRows(around: Around, knowledge: FormKnowledge): Rows {
  const create = useCreateRow(around, knowledge);
  const { undo } = useUndo();
  const { rows, put, drop, split } = useRowList();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [sending, setSending] = useState(false);
  const [made, setMade] = useState<Rows['made']>(null);
  const busy = useRef(false);
  const isOpen = useIsOpen();

  const change = (id: string, part: Partial<Row>) => {
    put(id, part);
    setErrors((known) => without(known, id));
  };
  const remove = (id: string) => {
    drop(id);
    setErrors((known) => without(known, id));
  };
  const createAll = async () => {
    const wanted = rows.filter(({ text }) => text.trim() !== '');
    if (busy.current || wanted.length === 0) return;
    busy.current = true;
    setSending(true);
    setErrors({});
    setMade(null);
    const held: string[] = [];
    let count = 0;
    for (const row of wanted) {
      const outcome = await create(row);
      if (outcome.made) {
        count += 1;
        held.push(...outcome.held);
        remove(row.id);
        // The dialog may be closed by now.
        dropRow(row.id);
      } else {
        put(row.id, { sent: row.sent || outcome.sent });
        setErrors((known) => ({ ...known, [row.id]: outcome.why }));
      }
    }
    busy.current = false;
    setSending(false);
    if (!isOpen.current && count < wanted.length)
      toast('Not all tasks were created. Quick add has kept the lines that are left.');
    if (count === 0) return;
    const words = count === 1 ? 'Task created.' : `${count} tasks created.`;
    const undoAll = () => {
      for (const id of held) undo(id);
      setMade(null);
    };
    setMade({ words, undo: held.length === 0 ? null : undoAll });
    if (isOpen.current) announce(words);
    else toast(words);
  };
  return { rows, errors, sending, made, change, split, remove, createAll: () => void createAll() };
}

function useIsOpen() {
  const open = useRef(false);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  return open;
}

function without(errors: Rows['errors'], id: string): Rows['errors'] {
  return Object.fromEntries(Object.entries(errors).filter(([row]) => row !== id));
}
