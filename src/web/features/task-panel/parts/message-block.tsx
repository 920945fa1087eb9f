import type { Task } from '#contract/task';

import { CopyButton } from './copy-button';
import { PanelSection } from './panel-section';
import { linkedText } from './words/linked-text';

/** The text of the task as it was written. */
export function MessageBlock({ task: { text } }: { task: Task }) {
  if (text.trim() === '') return null;
  return (
    <PanelSection title="Message" action={<CopyButton what="Message" text={text} className="-my-1" />}>
      <p dir="auto" className="break-words whitespace-pre-wrap">
        {linkedText(text).map(({ text: words, href }, index) =>
          href === null ? (
            words
          ) : (
            <a
              // The same address may stand there twice.
              // oxlint-disable-next-line react/no-array-index-key
              key={`${index} ${href}`}
              href={href}
              target="_blank"
              rel="noreferrer noopener"
              className="rounded-control text-accent-text underline"
            >
              {words}
            </a>
          ),
        )}
      </p>
    </PanelSection>
  );
}
