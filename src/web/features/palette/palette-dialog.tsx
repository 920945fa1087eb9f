import { CommandGroup, CommandInput, CommandList, CommandRoot } from 'cmdk';
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';

import { Dialog } from '../../ui/dialog';
import { useKeyWorks } from '../../ui/letter-keys';
import { announce } from '../../ui/live-region';
import type { Entry } from './entry';
import { PaletteRow } from './palette-row';
import { keepRecent } from './recent-entries';
import { usePaletteGroups, type PaletteGiven, type PaletteGroups } from './use-palette-groups';

type Props = PaletteGiven & {
  /** What was typed before it had the focus, with a line break for Enter; a second time nothing. */
  takeTyped: () => string;
  onClose: () => void;
  /** Closes the palette, puts the focus back where it was, and then does it. */
  onChoose: (run: () => void) => void;
  /** Takes the focus where what had it is gone. */
  returnTo: () => HTMLElement | null;
};

const steps: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Finds tasks, people, views and everything that can be done, by a few letters. */
export function PaletteDialog({ takeTyped, onClose, onChoose, returnTo, ...given }: Props) {
  const [words, setWords] = useState('');
  const [selected, setSelected] = useState('');
  // Until the rep goes to another entry it is the first, also when better ones arrive.
  const [went, setWent] = useState(false);
  const works = useKeyWorks();
  const found = usePaletteGroups(words, given);
  useSpoken(words, found);
  const { groups } = found;
  const entries = groups.flatMap((group) => group.entries);
  const ids = entries.map(({ id }) => id);
  const choose = ({ id, run }: Entry) => {
    if (lasts(id)) keepRecent(id);
    onChoose(run);
  };
  const [hurried, setHurried] = useState(false);
  const take = useEffectEvent(() => {
    setHurried(false);
    if (entries[0] !== undefined) choose(entries[0]);
  });
  useEffect(() => {
    if (!hurried) return undefined;
    const timer = window.setTimeout(() => take());
    return () => clearTimeout(timer);
  }, [hurried]);
  return (
    <Dialog open onOpenChange={onClose} title="Find or do" returnTo={returnTo}>
      <CommandRoot
        label="Find or do"
        shouldFilter={false}
        vimBindings={false}
        loop
        value={went && ids.includes(selected) ? selected : (ids[0] ?? '')}
        onValueChange={setSelected}
        onKeyDown={(event: KeyboardEvent) => steps.has(event.key) && setWent(true)}
        className="-mx-5 -my-4 flex h-[min(30rem,66vh)] flex-col max-sm:h-[calc(100dvh-4.5rem)]"
      >
        <CommandInput
          data-autofocus
          onFocus={() => {
            const typed = takeTyped();
            setWords((before) => before + typed.replace('\n', ''));
            setHurried(typed.endsWith('\n'));
          }}
          dir="auto"
          maxLength={200}
          value={words}
          onValueChange={(next) => {
            setWords(next);
            setWent(false);
          }}
          placeholder="A task, a person, a view or a command"
          className="h-11 shrink-0 border-b bg-transparent px-5 text-body text-ink outline-none placeholder:text-muted focus-visible:-outline-offset-2 pointer-coarse:text-[16px]"
        />
        <Words words={words.trim()} found={found} />
        <CommandList
          label="Found"
          className="min-h-0 grow scroll-py-2 overflow-y-auto overscroll-contain px-2.5 pb-2"
          onPointerMove={() => setWent(true)}
        >
          {groups.map(({ title, entries: within }) => (
            <CommandGroup
              key={title}
              heading={title}
              className="[&>[cmdk-group-heading]]:truncate [&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-3 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-meta [&>[cmdk-group-heading]]:text-muted"
            >
              {within.map((entry) => (
                <PaletteRow
                  key={entry.id}
                  entry={entry}
                  withKey={entry.shortcut !== undefined && works(entry.shortcut)}
                  onChoose={() => choose(entry)}
                />
              ))}
            </CommandGroup>
          ))}
        </CommandList>
      </CommandRoot>
    </Dialog>
  );
}

/** One line for what is not as wanted: nothing found, nobody answers. */
function Words({ words, found: { count, looking, trouble } }: { words: string; found: PaletteGroups }) {
  const text = wordsOf(words, { count, looking, trouble });
  if (text === null) return null;
  return <p className="shrink-0 px-5 pt-3 break-words text-muted">{text}</p>;
}

function wordsOf(words: string, { count, looking, trouble }: Omit<PaletteGroups, 'groups'>): string | null {
  if (trouble !== null) return `Only the tasks that this page has loaded are searched. ${trouble}`;
  if (words === '' || count > 0) return null;
  if (looking) return 'Looking…';
  return `Nothing fits “${words}”. Try a name, a word of the task, or what you want to do.`;
}

/** Says what was found; which entry is in hand the browser says by itself. */
function useSpoken(words: string, found: PaletteGroups): void {
  const { count, looking, trouble } = found;
  const q = words.trim();
  const text = looking || q === '' ? null : (wordsOf(q, { count, looking, trouble }) ?? `${count} found`);
  useEffect(() => {
    if (text !== null) announce(text);
  }, [text]);
}

/** A command or a view is there tomorrow too; what was found, or a task in hand, need not be. */
function lasts(id: string): boolean {
  return id.startsWith('action:') || id.startsWith('view:');
}
