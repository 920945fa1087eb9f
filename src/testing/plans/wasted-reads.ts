import type { PlanNode } from './explained';

/** The tables that grow with the work; of the others a whole one is read at once. */
const growing = new Set(['tasks', 'commands', 'records', 'media', 'media_chunks', 'media_uses']);

const timesMore = 5;
const always = 250;

/**
 * What a plan reads of growing tables without need: a table from one end to the other, or far more rows than are answered
 * or counted. `most` is given where no index can know better: so many rows may be read in any case.
 */
export function wastedReads(plan: PlanNode, most = 0): string[] {
  const answered = plan['Actual Rows'] * plan['Actual Loops'];
  return look(plan, Infinity);

  function look(node: PlanNode, wanted: number): string[] {
    const own = growing.has(node['Relation Name'] ?? '') && isScan(node) ? judged(node, wanted) : [];
    // What is counted was wanted; below anything else it is the answer alone.
    const below = node['Node Type'] === 'Aggregate' ? Infinity : node === plan ? answered : wanted;
    return [...own, ...(node.Plans ?? []).flatMap((child) => look(child, below))];
  }

  function judged(node: PlanNode, wanted: number): string[] {
    const loops = node['Actual Loops'];
    const kept = node['Actual Rows'] * loops;
    const read = kept + removedBy(node) * loops;
    const where = `${node['Relation Name']} by ${node['Index Name'] ?? 'itself'} (${node['Node Type']})`;
    if (node['Node Type'].endsWith('Seq Scan')) return [`reads all ${read} rows of ${where}`];
    const enough = Math.max(most, timesMore * Math.min(kept, wanted) + always);
    return read > enough ? [`reads ${read} rows of ${where} and needs ${Math.min(kept, wanted)}`] : [];
  }
}

function isScan(node: PlanNode): boolean {
  return node['Node Type'].endsWith('Scan');
}

function removedBy(node: PlanNode): number {
  return (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
}
