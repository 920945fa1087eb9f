import { useId } from 'react';

import { useKeysOff, useLetterKeys } from '../../../ui/letter-keys';
import { Switch } from '../../../ui/switch';

/** Switches the keys of one character off: for those who speak to their computer, or press keys by accident. */
export function LetterKeys() {
  const [on, choose] = useLetterKeys();
  const [off] = useKeysOff();
  const id = useId();
  const hint = `${id}hint`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex min-h-8 items-center justify-between gap-3 pointer-coarse:min-h-11">
        Letter keys
        <Switch
          id={id}
          data-autofocus
          checked={on}
          aria-describedby={hint}
          onChange={({ target }) => choose(target.checked)}
        />
      </label>
      <p id={hint} className="text-meta text-muted">
        {on
          ? 'Switch them off if you dictate or hit keys by accident; or press one key in the list to switch that one off. This browser keeps the choice.'
          : 'Off: letters, / and ? do nothing, on the board and in focus. Arrows, Enter, Esc and keys with Ctrl or Cmd work on; Ctrl K finds every command.'}
        {on && off.length > 0 && ` Off by itself: ${off.join(', ')}.`}
      </p>
    </div>
  );
}
