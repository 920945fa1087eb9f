import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useController } from 'react-hook-form';

import type { VendorRules } from '#contract/vendors';

import type { Clock } from '../../../tasks/clock/clock';
import { useClock } from '../../../tasks/clock/use-clock';
import { dueFromParts } from '../../../tasks/due/due-parts';
import type { DueParts } from '../../../tasks/due/due-parts';
import { dueText } from '../../../tasks/due/due-text';
import { loadDueReader, readTypedDue } from '../../../tasks/due/typed-due';
import { dueWords } from '../../../tasks/face/due-words';
import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { useFieldError } from '../fields/field-error';
import type { TaskFormControl } from '../fields/field-error';
import { DuePopover } from './due-popover';

type Props = {
  control: TaskFormControl;
  rule: VendorRules['due'];
  /** Who the rule is of, for the words. */
  vendorLabel: string;
  /** What no due means, where it may be absent. */
  whenEmpty: string;
  zone: string;
};

/** A due in words with a calendar beside it; underneath stands the day that the words mean. */
export function DueField({ control, rule, vendorLabel, whenEmpty, zone }: Props) {
  const clock = { ...useClock(), zone };
  const { field } = useController({ control, name: 'due' });
  const error = useFieldError(control, 'due');
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<{ text: string; meant: DueParts } | null>(null);
  const timed = rule.kinds.includes('instant');
  const value: DueParts = timed ? field.value : { ...field.value, time: '' };
  const own = typed !== null && same(typed.meant, field.value);

  const write = (text: string) => {
    const meant = readTypedDue(text, { rule, before: field.value, clock });
    setTyped({ text, meant });
    field.onChange(meant);
  };
  const readLate = useEffectEvent(() => {
    if (field.value.unread !== undefined) write(field.value.unread);
  });
  // Fetched with the form, so that it reads from the first key on; who was faster is read then.
  useEffect(
    () =>
      void loadDueReader()
        .then(() => readLate())
        .catch(() => {}),
    [],
  );

  const choose = (meant: DueParts) => {
    setTyped(null);
    field.onChange(meant);
    field.onBlur();
  };
  return (
    <Field
      label="Due"
      error={error}
      required={rule.required || undefined}
      hint={hintFor(value, {
        rule,
        vendorLabel,
        whenEmpty,
        clock,
        timeLeftOut: !timed && field.value.time !== '',
      })}
    >
      {(described) => (
        <div ref={box} className="flex gap-2">
          <Input
            {...described}
            ref={field.ref}
            autoComplete="off"
            placeholder={timed ? 'tomorrow 10am' : 'tomorrow'}
            value={own ? typed.text : dueText(value, clock)}
            onChange={(event) => write(event.target.value)}
            onBlur={() => {
              // Text that was typed before the reader was there is read now; what was read is shown as it was meant.
              if (value.unread === undefined) setTyped(null);
              else write(value.unread);
              field.onBlur();
            }}
            className="min-w-0 grow"
          />
          <DuePopover value={value} rule={rule} zone={zone} host={box} onChange={choose} />
        </div>
      )}
    </Field>
  );
}

/** `timeLeftOut`: a time was typed that the vendor does not take. */
type Words = Omit<Props, 'control' | 'zone'> & { clock: Clock; timeLeftOut: boolean };

function hintFor(value: DueParts, { vendorLabel, whenEmpty, clock, timeLeftOut }: Words): string | undefined {
  if (value.unread !== undefined) return undefined;
  const due = dueFromParts(value, clock.zone);
  if (due === null) return whenEmpty;
  const { full, bucket } = dueWords(due, new Date(), clock);
  const remarks = [
    timeLeftOut ? `${vendorLabel} takes a date without a time.` : '',
    bucket === 'overdue' ? 'This is in the past.' : '',
  ].filter(Boolean);
  return remarks.length === 0 ? full : [`${full}.`, ...remarks].join(' ');
}

function same(one: DueParts, other: DueParts): boolean {
  return one.date === other.date && one.time === other.time && one.unread === other.unread;
}
