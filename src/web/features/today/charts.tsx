import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

const ink = { fill: 'var(--muted)', fontSize: 12 };
const rowHeight = 32;

export type Row = { name: string; value: number; rest?: number; words: string };

/** Lying bars with their words at the end; what is `rest` continues a bar in grey. */
export function RowsChart({ rows, color }: { rows: readonly Row[]; color: string }) {
  return (
    <ResponsiveContainer width="100%" height={rows.length * rowHeight}>
      <BarChart
        data={[...rows]}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
      >
        <XAxis type="number" hide domain={[0, (most: number) => Math.max(most, 1)]} />
        <YAxis type="category" dataKey="name" width={104} axisLine={false} tickLine={false} tick={ink} />
        <Bar dataKey="value" stackId="bar" fill={color} barSize={14} isAnimationActive={false}>
          {rows.every(({ rest }) => rest === undefined) && <RowWords />}
        </Bar>
        {rows.some(({ rest }) => rest !== undefined) && (
          <Bar
            dataKey="rest"
            stackId="bar"
            fill="var(--hover)"
            stroke="var(--edge)"
            barSize={14}
            isAnimationActive={false}
          >
            <RowWords />
          </Bar>
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

function RowWords() {
  return <LabelList dataKey="words" position="right" fill="var(--ink)" fontSize={12} offset={8} />;
}

export type Day = { date: string; name: string; done: number };

/** A standing bar for each day; the day under the pointer says its figure. */
export function DaysChart({ days }: { days: readonly Day[] }) {
  return (
    <ResponsiveContainer width="100%" height={168}>
      <BarChart data={[...days]} accessibilityLayer={false} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
        <XAxis
          dataKey="name"
          axisLine={{ stroke: 'var(--edge)' }}
          tickLine={false}
          tick={ink}
          minTickGap={24}
          interval="preserveStartEnd"
        />
        <YAxis
          allowDecimals={false}
          width={36}
          axisLine={false}
          tickLine={false}
          tick={ink}
          domain={[0, (most: number) => Math.max(most, 1)]}
        />
        <Tooltip cursor={{ fill: 'var(--hover)' }} isAnimationActive={false} content={DayNote} />
        <Bar dataKey="done" fill="var(--done)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

type NoteProps = { active?: boolean; payload?: readonly { payload?: Day }[] };

function DayNote({ active = false, payload }: NoteProps) {
  const day = payload?.[0]?.payload;
  if (!active || day === undefined) return null;
  return (
    <div className="rounded-control border border-edge bg-raised px-2 py-1 text-meta tabular shadow-float">
      {day.name}: {day.done} done
    </div>
  );
}
