import { CircleAlert, SquarePen, X } from 'lucide-react';
import { useId, type ClipboardEvent } from 'react';

import { IconButton } from '../../ui/button';
import { Input } from '../../ui/input';
import type { FormKnowledge, Wish } from './form-knowledge';
import type { Around } from './parse/read-line';
import { RowChips } from './row-chips';
import { RowQuestion } from './row-question';
import type { Row } from './rows/rows-draft';
import { refusalOf, unreachedWords, type Question } from './rows/understand';
import { useRowReading } from './rows/use-row-reading';
import type { Rows } from './rows/use-rows';

export type MoreInForm = (
  row: Row,
  wish: Omit<Wish, 'connection'> & { connection: Wish['connection'] | null },
) => void;

type Props = {
  row: Row;
  rows: Rows;
  around: Around;
  knowledge: FormKnowledge;
  /** Its field has the focus. */
  onFocus: () => void;
  onMore: MoreInForm;
};

/** One line with what it was understood to say, what is asked back and what went wrong. */
export function QuickRow({ row, rows, around, knowledge, onFocus, onMore }: Props) {
  const id = useId();
  const reading = useRowReading(row, around, knowledge);
  const { line, connection, person, question } = reading;
  const many = rows.rows.length > 1;
  const refusal = refusalOf(line, connection, knowledge);
  const error = rows.errors[row.id] ?? refusal ?? undefined;
  const isEmpty = row.text.trim() === '';
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!pasted.trim().includes('\n')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const from = selectionStart ?? value.length;
    rows.split(row.id, value.slice(0, from) + pasted + value.slice(selectionEnd ?? from));
  };
  const more = () => {
    const { channel, title: words, due, priority } = line;
    onMore(row, { connection, channel, words, due, priority, parents: person === null ? [] : [person] });
  };
  return (
    <li className="flex flex-col gap-2 border-b pb-3 last:border-b-0 last:pb-0">
      <div className="flex items-center gap-1">
        <Input
          aria-label={many ? `Task ${rows.rows.indexOf(row) + 1}` : 'Task'}
          aria-describedby={error === undefined ? `${id}-chips` : `${id}-error ${id}-chips`}
          aria-invalid={error === undefined ? undefined : true}
          data-autofocus={rows.rows.at(-1) === row || undefined}
          placeholder="call Rhys Whitfield tomorrow 10am !high"
          value={row.text}
          readOnly={row.sent || rows.sending}
          onFocus={onFocus}
          onPaste={paste}
          onChange={({ target }) => rows.change(row.id, { text: target.value, person: null })}
        />
        <IconButton
          label="More in the form"
          icon={<SquarePen size={16} />}
          disabled={isEmpty || row.sent}
          onClick={more}
        />
        {many && (
          <IconButton label="Remove this line" icon={<X size={16} />} onClick={() => rows.remove(row.id)} />
        )}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-meta text-danger">
          <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
          {error}
          {row.sent && ' It may be there already; sent again it is not made twice.'}
        </p>
      )}
      {isEmpty ? (
        <p id={`${id}-chips`} className="min-h-6 text-meta text-muted">
          Who, when, !priority and @tool are understood; the rest is the title. Several lines can be pasted at
          once.
        </p>
      ) : (
        <RowChips id={`${id}-chips`} reading={reading} knowledge={knowledge} />
      )}
      {question !== null && !isSaid(question, error) && (
        <RowQuestion
          question={question}
          connection={connection}
          onTool={(tool) => rows.change(row.id, { connectionId: tool.id })}
          onPerson={(one) => rows.change(row.id, { person: one })}
        />
      )}
    </li>
  );
}

function isSaid(question: Question, error: string | undefined): boolean {
  return question.kind === 'unreached' && unreachedWords(question.name, question.why) === error;
}
