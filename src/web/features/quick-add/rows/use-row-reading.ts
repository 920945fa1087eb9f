import { useQuery, useQueryClient, type DefaultError } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

import type { Connection } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';

import { useAfterPause } from '../../../tasks/found/use-after-pause';
import { useLineDown } from '../../../tasks/use-line-down';
import type { FormKnowledge } from '../form-knowledge';
import { readLine, type Around, type Line } from '../parse/read-line';
import { personQuery, type Found } from '../person/find-person';
import type { Row } from './rows-draft';
import { personOf, toolOf, type Question } from './understand';

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
  const names = settled === '' ? [] : settled.split('\n');
  const query = personQuery(client, connection, { names, others: connections });
  const { data, error, isFetching, refetch } = useQuery({
    ...query,
    enabled: query.enabled === true && row.person === null,
  });
  useOnceBack(() => {
    if (error !== null) void refetch();
  });
  const behind = settled !== wanted || isFetching;
  const found = behind ? null : (data ?? null);
  const person = wanted === '' && row.person === null ? null : personOf(row, found);
  return {
    line,
    connection,
    person,
    searching: behind && person === null && wanted !== '',
    question: questionOf(row, { line, connection, person, behind, found, error }, connections),
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
    error,
  }: Pick<Reading, 'line' | 'connection' | 'person'> & {
    behind: boolean;
    found: Found | null;
    error: DefaultError | null;
  },
  connections: readonly Connection[],
): Question | null {
  if (row.text.trim() === '') return null;
  if (connection === null) return { kind: 'tool', among: line.tools ?? connections };
  if (person !== null || behind) return null;
  const [name = ''] = line.names;
  if (error !== null && name !== '') return { kind: 'unreached', name, why: error };
  const { name: part, matches: among, elsewhere } = found ?? { name, matches: [], elsewhere: [] };
  return { kind: 'person', name, part, among, elsewhere, allowed: line.tools ?? connections };
}

/** Calls when the server answers again. */
function useOnceBack(call: () => void): void {
  const isDown = useLineDown();
  const onBack = useEffectEvent(call);
  useEffect(() => {
    if (!isDown) onBack();
  }, [isDown]);
}
