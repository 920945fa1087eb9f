import { useState } from 'react';

import type { OpenCommand } from '#contract/task';

type Props = { command: Pick<OpenCommand, 'createdAt' | 'holdUntil'>; className?: string };

/**
 * A thin line that runs out with the hold. One CSS animation of `transform`, started part of the way through; give it the
 * command's id as key. With reduced motion it is not drawn, the word on the card counts alone.
 */
export function CountdownLine({ command, className }: Props) {
  const [{ total, gone }] = useState(() => {
    const total = Date.parse(command.holdUntil) - Date.parse(command.createdAt);
    return { total, gone: Math.min(Math.max(Date.now() - Date.parse(command.createdAt), 0), total) };
  });
  if (total <= 0) return null;
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute inset-x-0 bottom-0 h-0.5 motion-reduce:hidden ${className ?? ''}`}
    >
      <span
        className="block h-full origin-left bg-accent rtl:origin-right"
        style={{ animation: `run-out ${total}ms linear -${gone}ms both` }}
      />
    </span>
  );
}
