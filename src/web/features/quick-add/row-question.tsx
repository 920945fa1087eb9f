import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';

import type { Connection } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';
import { vendorRules } from '#contract/vendors';

import { connectionName } from '../../tasks/face/connection-name';
import { useAfterPause } from '../../tasks/found/use-after-pause';
import { parentQueries } from '../../tasks/queries';
import { Button } from '../../ui/button';
import { Input } from '../../ui/input';
import { unreachedWords, type Question } from './rows/understand';

type Props = {
  question: Question;
  connection: Connection | null;
  onTool: (connection: Connection) => void;
  onPerson: (person: ParentMatch) => void;
};

const most = 6;

/** What is missing or could be two things, asked under the line itself. */
export function RowQuestion({ question, connection, onTool, onPerson }: Props) {
  if (question.kind === 'tool') {
    return (
      <div role="group" aria-label="Which tool?" className="flex flex-wrap items-center gap-2">
        <span className="text-muted">Which tool?</span>
        {question.among.map((one) => (
          <Button key={one.id} size="small" onClick={() => onTool(one)}>
            {connectionName(one)}
          </Button>
        ))}
      </div>
    );
  }
  if (question.kind === 'unreached')
    return <p className="wrap-anywhere text-muted">{unreachedWords(question.name, question.why)}</p>;
  if (connection === null) return null;
  return (
    <WhichPerson
      key={question.name}
      {...question}
      connection={connection}
      onTool={onTool}
      onPerson={onPerson}
    />
  );
}

type WhichPersonProps = Omit<Extract<Question, { kind: 'person' }>, 'kind'> & {
  connection: Connection;
  onTool: Props['onTool'];
  onPerson: Props['onPerson'];
};

function WhichPerson({
  name,
  part,
  among,
  elsewhere,
  allowed,
  connection,
  onTool,
  onPerson,
}: WhichPersonProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const q = useAfterPause(typed.trim());
  const { data, isPlaceholderData } = useQuery({
    ...parentQueries.search(connection.id, q),
    placeholderData: (before) => before,
    retry: false,
  });
  const { label, parents } = vendorRules[connection.vendor];
  const searched = typed.trim().length >= 2;
  // While older matches stand there, they are not those of what is typed.
  const isAnswered = searched && q === typed.trim() && !isPlaceholderData;
  const known = (searched ? (data ?? []) : among).filter(({ kind }) => parents.kinds.includes(kind));
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span id={id} className="min-w-0 wrap-anywhere text-muted">
          {questionWords(name, part, among.length, label)}
        </span>
        <Input
          aria-label="Search for the person"
          placeholder="Search"
          className="!w-44 max-w-full"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            const [first] = known;
            if (isAnswered && first !== undefined) onPerson(first);
          }}
        />
      </div>
      {isAnswered && data?.length === 0 && <p className="text-muted">Nobody is called “{q}”.</p>}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {known.slice(0, most).map((match) => (
          <Button
            key={`${match.kind} ${match.id}`}
            size="small"
            className="max-w-full min-w-0"
            onClick={() => onPerson(match)}
          >
            <span className="truncate">
              <bdi>{match.name}</bdi> <span className="text-muted">{match.detail || match.kind}</span>
            </span>
          </Button>
        ))}
      </div>
      {elsewhere.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-muted">This name is known at:</span>
          {elsewhere.map((one) =>
            allowed.includes(one) ? (
              <Button key={one.id} size="small" onClick={() => onTool(one)}>
                {connectionName(one)}
              </Button>
            ) : (
              <span key={one.id}>{connectionName(one)}</span>
            ),
          )}
        </div>
      )}
    </div>
  );
}

function questionWords(name: string, part: string, matches: number, label: string): string {
  if (name === '') return 'Who is it about?';
  if (matches === 0) return `${label} knows nobody called “${name}”. Who is it about?`;
  const isWholeName = part === name || !/\p{Lu}/u.test(name);
  return isWholeName ? `Which ${part}?` : `${label} knows nobody called “${name}”. Is it one of these?`;
}
