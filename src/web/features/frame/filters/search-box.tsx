import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { FilterStep } from '../../../tasks/use-filter';
import { Input } from '../../../ui/input';

type Props = {
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
  input: RefObject<HTMLInputElement | null>;
};

const pauseMs = 200;

/** Filters by text, a short pause after the last letter; Escape empties it, then leaves it. */
export function SearchBox({ filter, onFilter, input }: Props) {
  const asked = filter.q ?? '';
  const [seen, setSeen] = useState(asked);
  const [text, setText] = useState(asked);
  if (seen !== asked) {
    // The address changed under the box: by "back", by a link, or by this box itself.
    setSeen(asked);
    if (text.trim() !== asked) setText(asked);
  }

  const ask = useEffectEvent((next: string) => {
    if (next === asked) return;
    const { q: _, ...rest } = filter;
    onFilter(next === '' ? rest : { ...rest, q: next }, { replace: true });
  });
  useEffect(() => {
    const next = text.trim();
    const timer = window.setTimeout(() => ask(next), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div role="search" className="relative min-w-0 grow sm:max-w-64">
      <Search
        size={16}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-muted"
      />
      <Input
        ref={input}
        type="search"
        aria-label="Search tasks"
        placeholder="Search tasks"
        value={text}
        maxLength={200}
        className="!border-edge !bg-surface !pr-2 !pl-8"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (text === '') event.currentTarget.blur();
          setText('');
        }}
      />
    </div>
  );
}
