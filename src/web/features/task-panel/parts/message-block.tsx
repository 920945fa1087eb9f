import type { Task } from '#contract/task';

import { CopyButton } from './copy-button';
import { PanelSection } from './panel-section';

/** The text of the task as it was written. */
export function MessageBlock({ task: { text } }: { task: Task }) {
  if (text.trim() === '') return null;
  return (
    <PanelSection title="Message" action={<CopyButton what="Message" text={text} className="-my-1" />}>
      <p dir="auto" className="break-words whitespace-pre-wrap">
        {text}
      </p>
    </PanelSection>
  );
}
