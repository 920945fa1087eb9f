import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { CopyButton } from './copy-button';
import { PanelSection } from './panel-section';
import { linkedText } from './words/linked-text';

/** The text of the task as it was written. */
export function MessageBlock({ task: { text, vendor } }: { task: Task }) {
  const { textLabel } = vendorRules[vendor];
  if (text.trim() === '') return null;
  return (
    <PanelSection title={textLabel} action={<CopyButton what={textLabel} text={text} className="-my-1" />}>
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
