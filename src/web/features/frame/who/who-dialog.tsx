import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { rep as repShape, type Rep } from '#contract/rep';

import { connectionQueries } from '../../../tasks/queries';
import { useRep } from '../../../tasks/use-rep';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { isSamePerson, people } from './people';

/** Asks a rep who they are: someone of the connected teams, or another name. */
export function WhoDialog({ onClose }: { onClose: () => void }) {
  const { data: connections = [] } = useQuery(connectionQueries.list());
  const [present, become] = useRep();
  const known = people(connections);
  const choose = (rep: Rep) => {
    become(rep);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Who are you?"
      description="Your name goes into the history of what you do here, and “assigned to me” shows your tasks. It is a name, not a password: anyone at this board can choose any."
    >
      <div className="flex flex-col gap-4">
        {known.length > 0 && (
          <ul className="grid gap-x-2 gap-y-0.5 sm:grid-cols-2">
            {known.map((one) => (
              <li key={`${one.email} ${one.name}`}>
                <Person
                  person={one}
                  chosen={present !== null && isSamePerson(one, present)}
                  onChoose={() => choose(one)}
                />
              </li>
            ))}
          </ul>
        )}
        <AnotherName
          start={present !== null && !known.some((one) => isSamePerson(one, present)) ? present.name : ''}
          onChoose={(name) => choose({ name, email: null })}
        />
      </div>
    </Dialog>
  );
}

function Person({ person, chosen, onChoose }: { person: Rep; chosen: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      data-autofocus={chosen || undefined}
      onClick={onChoose}
      className={clsx(
        'flex min-h-9 w-full items-center gap-2.5 rounded-control px-2.5 py-1 text-left transition-colors pointer-coarse:min-h-11',
        chosen ? 'bg-accent-soft text-accent-text' : 'hover:bg-hover',
      )}
    >
      <span className="min-w-0 grow">
        <bdi className="block truncate font-medium">{person.name}</bdi>
        {person.email !== null && (
          <span className={clsx('block truncate text-meta', !chosen && 'text-muted')}>{person.email}</span>
        )}
      </span>
      {chosen && <Check size={16} aria-hidden className="shrink-0" />}
    </button>
  );
}

function AnotherName({ start, onChoose }: { start: string; onChoose: (name: string) => void }) {
  const [name, setName] = useState(start);
  const [error, setError] = useState<string>();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const checked = repShape.shape.name.safeParse(name);
    if (checked.success) onChoose(checked.data);
    else setError(checked.error.issues[0]?.message);
  };
  return (
    <form noValidate onSubmit={save} className="flex items-start gap-2 border-t pt-4">
      <div className="grow">
        <Field label="Another name" error={error}>
          {(control) => (
            <Input
              {...control}
              value={name}
              autoComplete="name"
              onChange={({ target }) => {
                setName(target.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="mt-6">
        Use this name
      </Button>
    </form>
  );
}
