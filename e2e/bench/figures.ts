/** One line of the result: what was measured, in which unit, over all runs, and what it should be. */
export type Figure = {
  what: string;
  unit: string;
  values: readonly number[];
  /** The largest that is good, or the smallest where `atLeast` says so; absent where it is shown for comparison alone. */
  target?: number;
  atLeast?: boolean;
  /** Which of the values is held against the target: the median unless told otherwise. */
  by?: 'median' | 'p99' | 'worst';
};

/** The value below which this share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[place] ?? Number.NaN;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

function heldAgainstTarget({ values, by = 'median', atLeast = false }: Figure): number {
  if (by === 'median') return median(values);
  if (by === 'p99') return quantile(values, 0.99);
  return atLeast ? Math.min(...values) : Math.max(...values);
}

/** Whether the figure is as good as it should be; null where nothing says how good that is. */
function isMet(figure: Figure): boolean | null {
  if (figure.target === undefined) return null;
  const value = heldAgainstTarget(figure);
  return figure.atLeast === true ? value >= figure.target : value <= figure.target;
}

/** The figures as a table in Markdown, columns of the same width. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    rounded(median(figure.values)),
    rounded(Math.max(...figure.values)),
    figure.unit,
    targetOf(figure),
    { true: 'yes', false: '**no**', null: '' }[`${isMet(figure)}`],
  ]);
  const head = ['work', 'median', 'worst', 'unit', 'target', 'met'];
  const widths = head.map((title, index) =>
    Math.max(...[head, ...rows].map((row) => (row[index] ?? '').length), title.length),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function targetOf({ target, atLeast = false, by = 'median' }: Figure): string {
  if (target === undefined) return '';
  return `${atLeast ? '≥' : '≤'} ${rounded(target)}${by === 'median' ? '' : ` (${by})`}`;
}

const rounded = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));
