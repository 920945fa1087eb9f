import { useId } from 'react';

import type { PracticeFault, PracticeFaultName } from '#contract/practice-faults';

import { useSwitchFaults } from '../../tasks/practice/use-switch-faults';
import { Switch } from '../../ui/switch';
import { endWords, faultWords } from './fault-words';

type Props = {
  name: PracticeFaultName;
  /** What the sandbox knows of it; null while it is off. */
  on: PracticeFault | null;
  connectionId: string;
  calls: number | null;
};

/** A switch with what a rep will see while it is on. */
export function FaultSwitch({ name, on, connectionId, calls }: Props) {
  const id = useId();
  const { mutate, isPending, variables, error } = useSwitchFaults();
  const words = faultWords[name];
  // The press shows at once; after it the switch is as the sandbox says.
  const checked = isPending ? variables.change.on !== undefined : on !== null;
  const flip = () => {
    if (isPending) return;
    const change = on === null ? { on: { name, calls } } : { off: [name] };
    mutate({ connectionId, change });
  };
  return (
    <li>
      <label
        htmlFor={id}
        className="flex min-h-11 cursor-pointer items-start gap-3 rounded-control p-2 hover:bg-hover"
      >
        <Switch
          id={id}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-effect`}
          checked={checked}
          onChange={flip}
          // Clear of the team's name, which stays at the top.
          className="scroll-mt-14"
        />
        <span className="min-w-0 grow">
          <span className="flex items-baseline justify-between gap-2">
            <span id={`${id}-name`} className="font-medium">
              {words.name}
            </span>
            {on !== null && <span className="shrink-0 text-meta text-today tabular">{endWords(on)}</span>}
          </span>
          <span id={`${id}-effect`} className="block text-meta text-muted">
            {words.effect}
          </span>
        </span>
      </label>
      {error !== null && (
        <p role="alert" className="px-2 pb-2 text-meta text-danger">
          Not switched: {error.detail}
        </p>
      )}
    </li>
  );
}
