/** So many rows are written well within the time that a statement is given, on a busy machine too, and fit into one. */
const rowsAtOnce = 1000;

/** Many rows, or their ids, as parts of a size that one statement takes. */
export function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) parts.push(rows.slice(at, at + rowsAtOnce));
  return parts;
}
