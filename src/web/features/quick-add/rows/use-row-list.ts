import { useEffect, useState } from 'react';

import { toast } from '../../../ui/toast';
import { keepRows, newRow, readRows, type Row } from './rows-draft';

const mostRows = 100;

export type RowList = {
  rows: readonly Row[];
  put: (id: string, part: Partial<Row>) => void;
  drop: (id: string) => void;
  /** Several lines at once: the row becomes as many rows. */
  split: (id: string, text: string) => void;
};

/** The lines as they are typed, kept in this browser; there is always one to type in. */
export function useRowList(): RowList {
  const [rows, setRows] = useState(startingRows);
  useEffect(() => keepRows(rows), [rows]);
  return {
    rows,
    put: (id, part) => setRows((all) => all.map((row) => (row.id === id ? { ...row, ...part } : row))),
    drop: (id) => setRows((all) => orOne(all.filter((row) => row.id !== id))),
    split: (id, text) => {
      const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
      if (lines.length > mostRows)
        toast(`At most ${mostRows} lines at once. The first ${mostRows} are here.`);
      const [first = '', ...more] = lines.slice(0, mostRows);
      const rest = more.map((line) => newRow(line));
      setRows((all) =>
        all.flatMap((row) => (row.id === id ? [{ ...row, text: first, person: null }, ...rest] : [row])),
      );
    },
  };
}

/** What was left behind stays as it is; the typing begins on a line of its own. */
function startingRows(): Row[] {
  const left = readRows();
  return left.every(({ text }) => text !== '') ? [...left, newRow()] : left;
}

function orOne(rows: Row[]): Row[] {
  return rows.length === 0 ? [newRow()] : rows;
}
