import type { Client } from 'pg';

import type { Statement } from './caught-statements';

/** A node of a plan as `explain (analyze, format json)` tells it; rows are those of one of its loops. */
export type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
};

/** How PostgreSQL runs the statement with these values; what the statement changes is taken back. */
export async function explainedNode(client: Client, statement: Statement): Promise<PlanNode> {
  const [row] = await explained(client, 'analyze, timing off, format json', statement);
  return (row as [{ Plan: PlanNode }])[0].Plan;
}

/** The same in lines for people, with times. */
export async function explainedText(client: Client, statement: Statement): Promise<string> {
  return (await explained(client, 'analyze', statement)).join('\n');
}

async function explained(client: Client, how: string, { text, values }: Statement): Promise<unknown[]> {
  await client.query('begin');
  try {
    const { rows } = await client.query(`explain (${how}) ${text}`, values);
    return rows.map((row: Record<string, unknown>) => row['QUERY PLAN']);
  } finally {
    await client.query('rollback');
  }
}
