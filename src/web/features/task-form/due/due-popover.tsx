import * as Popover from '@radix-ui/react-popover';
import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import type { RefObject } from 'react';

import type { VendorRules } from '#contract/vendors';

import type { DueParts } from '../../../tasks/due/due-parts';
import { Button, IconButton } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { lazyPart } from '../../../ui/lazy-part';
import { Skeleton } from '../../../ui/skeleton';

const DueCalendar = lazyPart(
  async () => (await import('./due-calendar')).DueCalendar,
  <Skeleton className="h-64 w-56" />,
);

type Props = {
  value: DueParts;
  rule: VendorRules['due'];
  zone: string;
  /** Inside the dialog that traps the focus. */
  host: RefObject<HTMLElement | null>;
  onChange: (value: DueParts) => void;
};

/** The calendar behind a button, with the time of day where the vendor takes one. */
export function DuePopover({ value, rule, zone, host, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const timed = rule.kinds.includes('instant');
  const needsTime = !rule.kinds.includes('date');
  const chooseDay = (date: string) => {
    onChange({ date, time: value.time || (needsTime ? '09:00' : '') });
    if (!timed) setOpen(false);
  };
  const onOpenChange = (next: boolean) => {
    setLayer(host.current?.closest<HTMLElement>('[role="dialog"]') ?? null);
    setOpen(next);
  };
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>
        <IconButton
          label="Choose the date"
          look="secondary"
          className="shrink-0"
          icon={<CalendarDays size={16} aria-hidden />}
        />
      </Popover.Trigger>
      <Popover.Portal container={layer}>
        <Popover.Content
          aria-label="Due"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 flex max-h-(--radix-popover-content-available-height) flex-col gap-3 overflow-y-auto rounded-card border border-edge bg-raised p-3 shadow-float max-[22.5rem]:px-2"
        >
          <DueCalendar date={value.date} zone={zone} onChoose={chooseDay} />
          {timed && (
            <Field label="Time" required={needsTime}>
              {(described) => (
                <Input
                  {...described}
                  type="time"
                  value={value.time}
                  disabled={value.date === ''}
                  onChange={({ target }) => onChange({ date: value.date, time: target.value })}
                  className="tabular"
                />
              )}
            </Field>
          )}
          <div className="flex justify-between gap-2">
            {rule.required ? (
              <span />
            ) : (
              <Button size="small" onClick={() => onChange({ date: '', time: '' })}>
                No due
              </Button>
            )}
            <Button size="small" onClick={() => setOpen(false)}>
              Done
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
