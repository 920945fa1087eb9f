import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Connection } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';

import type { FormKnowledge } from '../form-knowledge';
import { readLine, type Around, type Line } from '../parse/read-line';
import { personQuery, type Found } from '../person/find-person';
import type { Row } from './rows-draft';
import { personOf, toolOf, type Question } from './understand';

const pauseMs = 250;

export type Reading = {
  line: Line;
  connection: Connection | null;
  person: ParentMatch | null;
  /** Whether the person is being looked for. */
  searching: boolean;
  question: Question | null;
};

/** What a row is understood to say while it is typed; the person is looked for when the typing pauses. */
export function useRowReading(row: Row, { connections, readDue }: Around, knowledge: FormKnowledge): Reading {
  const client = useQueryClient();
  const line = readLine(row.text, { connections, readDue });
  const connection = toolOf(line, row, connections, knowledge.lastConnection);
  const wanted = line.names.join('\n');
  const settled = useAfterPause(wanted);
  const query = personQuery(client, connection, settled === '' ? [] : settled.split('\n'));
  const { data, isFetching } = useQuery({ ...query, enabled: query.enabled === true && row.person === null });
  const behind = settled !== wanted || isFetching;
  const found = behind ? null : (data ?? null);
  const person = wanted === '' && row.person === null ? null : personOf(row, found);
  return {
    line,
    connection,
    person,
    searching: behind && person === null && wanted !== '',
    question: questionOf(row, { line, connection, person, behind, found }, connections),
  };
}

function questionOf(
  row: Row,
  {
    line,
    connection,
    person,
    behind,
    found,
  }: Pick<Reading, 'line' | 'connection' | 'person'> & {
    behind: boolean;
    found: Found | null;
  },
  connections: readonly Connection[],
): Question | null {
  if (row.text.trim() === '') return null;
  if (connection === null) return { kind: 'tool', among: line.tools ?? connections };
  if (person !== null || behind) return null;
  const [name = ''] = line.names;
  return { kind: 'person', name, part: found?.name ?? name, among: found?.matches ?? [] };
}

function useAfterPause(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
