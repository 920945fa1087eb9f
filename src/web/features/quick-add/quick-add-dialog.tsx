import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef, useState, type FormEvent } from 'react';

import type { Connection } from '#contract/connection';

import { currentClock } from '../../tasks/clock/clock';
import type { DueParts } from '../../tasks/due/due-parts';
import { loadDueReader, readTypedDue } from '../../tasks/due/typed-due';
import { connectionQueries } from '../../tasks/queries';
import { useLineDown } from '../../tasks/use-line-down';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { FormKnowledge } from './form-knowledge';
import type { Around } from './parse/read-line';
import { QuickRow, type MoreInForm } from './quick-row';
import { useRows } from './rows/use-rows';

type Props = {
  /** What the form knows of a new task, with these connections. */
  knowledgeOf: (connections: readonly Connection[]) => FormKnowledge;
  /** What was typed before a line had the focus, with a line break for Enter; a second time nothing. */
  takeTyped: () => string;
  onMore: MoreInForm;
  onClose: () => void;
};

/** A task from a line of text, or many from as many lines. */
export function QuickAddDialog({ knowledgeOf, takeTyped, onMore, onClose }: Props) {
  const { data: connections, error } = useQuery(connectionQueries.list());
  const reader = useDueReader();
  const isUseless = connections === undefined ? error !== null : connections.length === 0;
  const letKeysGo = useEffectEvent(takeTyped);
  useEffect(() => {
    if (isUseless) letKeysGo();
  }, [isUseless]);
  if (connections !== undefined && connections.length > 0 && reader !== 'awaited')
    return (
      <Lines
        connections={connections}
        knowledge={knowledgeOf(connections)}
        readDue={reader === 'there' ? readDue : null}
        takeTyped={takeTyped}
        onMore={onMore}
        onClose={onClose}
      />
    );
  return (
    <Dialog open onOpenChange={onClose} title="Quick add" footer={<Button onClick={onClose}>Close</Button>}>
      <p className="min-h-20">
        {error !== null
          ? `Your connections could not be read. ${error.message}`
          : connections?.length === 0
            ? 'There is nowhere to send a task yet. Connect one of your outreach tools first.'
            : ' '}
      </p>
    </Dialog>
  );
}

type LinesProps = Omit<Props, 'knowledgeOf'> & {
  connections: readonly Connection[];
  knowledge: FormKnowledge;
  readDue: Around['readDue'];
};

function Lines({ connections, knowledge, readDue: reader, takeTyped, onMore, onClose }: LinesProps) {
  const id = useId();
  const around = { connections, readDue: reader };
  const lines = useRows(around, knowledge);
  const { rows, errors, sending, made, createAll } = lines;
  const form = useFocusedLine(rows.map(({ id: row }) => row).join(' '));
  const wanted = rows.filter(({ text }) => text.trim() !== '').length;
  const failed = Object.keys(errors).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    createAll();
  };
  const takeOver = () => {
    // Enter among it makes no task: the rep has not seen yet how the line was understood.
    const typed = takeTyped().replace('\n', '');
    const last = rows.at(-1);
    if (typed !== '' && last !== undefined) lines.change(last.id, { text: last.text + typed });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Quick add"
      footer={
        <>
          {made !== null && (
            <div className="mr-auto flex min-w-0 items-center gap-2">
              <span className="truncate">{made.words}</span>
              {made.undo !== null && (
                <Button size="small" onClick={made.undo}>
                  Undo
                </Button>
              )}
            </div>
          )}
          <Button onClick={onClose}>Close</Button>
          <Button
            type="submit"
            form={id}
            look="primary"
            aria-disabled={sending || wanted === 0 || undefined}
            onMouseDown={(event) => event.preventDefault()}
          >
            {sending ? 'Creating…' : buttonWords(wanted, failed)}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={submit}>
        <ol aria-label="Tasks to create" className="flex flex-col gap-3">
          {rows.map((row) => (
            <QuickRow
              key={row.id}
              row={row}
              rows={lines}
              around={around}
              knowledge={knowledge}
              onFocus={takeOver}
              onMore={onMore}
            />
          ))}
        </ol>
        {reader === null && (
          <p className="mt-3 text-meta text-muted">
            Dates cannot be read while Outboard does not answer: they stay in the title.
          </p>
        )}
        {/* Enter in a line sends the form only where the form has a button of its own. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}

/** Fetches what reads dates; once more when the server is back. */
function useDueReader(): 'awaited' | 'there' | 'missing' {
  const isDown = useLineDown();
  const [reader, setReader] = useState<'awaited' | 'there' | 'missing'>('awaited');
  const isMissing = reader === 'missing';
  useEffect(() => {
    if (isMissing && isDown) return;
    loadDueReader().then(
      () => setReader('there'),
      () => setReader('missing'),
    );
  }, [isDown, isMissing]);
  return reader;
}

/** A line that has become a task takes the focus with it; the next one gets it. */
function useFocusedLine(ids: string) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement.matches('body, [role="dialog"]');
    if (ids !== '' && isLost) form.current?.querySelector('input')?.focus();
  }, [ids]);
  return form;
}

/** Any tool will do here: whether a time is needed is for the tool that is chosen. */
const anyDue = { required: false, kinds: ['date', 'instant'] } as const;

function readDue(text: string): DueParts | null {
  const parts = readTypedDue(text, { rule: anyDue, before: { date: '', time: '' }, clock: currentClock() });
  return parts.unread === undefined && parts.date !== '' ? parts : null;
}

function buttonWords(wanted: number, failed: boolean): string {
  if (failed) return wanted === 1 ? 'Try again' : `Try the ${wanted} again`;
  return wanted < 2 ? 'Create task' : `Create ${wanted} tasks`;
}
