import * as Popover from '@radix-ui/react-popover';
import { useState, type FormEvent, type RefObject } from 'react';

import { fieldErrors } from '#contract/errors';
import { filterParams } from '#contract/filter/filter-query';
import { taskFilter, type TaskFilter } from '#contract/task-filter';

import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { contactLabels, contactParts, withContact } from './contact-filter';
import { dueRange } from './due-range';

export type FilterForm = 'contact' | 'due';

type Props = {
  form: FilterForm;
  /** Where it stands, and where the focus goes when it closes. */
  anchor: RefObject<HTMLElement | null>;
  filter: TaskFilter;
  onFilter: (next: TaskFilter) => void;
  onClose: () => void;
};

type Values = Record<string, string>;

/** What a menu cannot ask for: words about the person, or two dates. */
export function FilterPopover({ form, anchor, filter, onFilter, onClose }: Props) {
  const [values, setValues] = useState<Values>(() => startOf(form, filter));
  const [errors, setErrors] = useState<Values>({});
  const apply = (next: Values) => {
    const wanted = filterFrom(form, filter, next);
    const parsed = taskFilter.safeParse(Object.fromEntries(filterParams(wanted)));
    if (!parsed.success)
      return setErrors(
        Object.fromEntries(
          fieldErrors(parsed.error).map(({ path, message }) => [path === 'due' ? 'to' : path, message]),
        ),
      );
    onFilter(parsed.data);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(values);
  };
  const isEmpty = Object.values(values).every((value) => value === '');
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal container={document.querySelector('main')}>
        <Popover.Content
          aria-label={form === 'contact' ? 'Filter by contact' : 'Filter by due dates'}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          className="z-50 w-80 max-w-[calc(100vw-16px)] rounded-card border border-edge bg-raised p-3 shadow-float"
        >
          <form onSubmit={submit} noValidate className="flex flex-col gap-3">
            {fieldsOf(form).map(({ name, label, type }) => (
              <Field key={name} label={label} error={errors[name]}>
                {(control) => (
                  <Input
                    {...control}
                    type={type}
                    value={values[name] ?? ''}
                    onChange={({ target }) => setValues({ ...values, [name]: target.value })}
                    className={type === 'date' ? 'tabular' : ''}
                  />
                )}
              </Field>
            ))}
            <p className="text-meta text-muted">
              {form === 'contact'
                ? 'The whole value, such as anna@weber.example; or a pattern between slashes, such as /@weber/.'
                : 'Leave one empty for an open end. Both days are included.'}
            </p>
            <div className="flex justify-between gap-2">
              <Button size="small" look="ghost" disabled={isEmpty} onClick={() => apply({})}>
                Clear
              </Button>
              <Button size="small" look="primary" type="submit">
                Show tasks
              </Button>
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function fieldsOf(form: FilterForm): { name: string; label: string; type: 'text' | 'date' }[] {
  if (form === 'contact')
    return contactParts.map((name) => ({ name, label: contactLabels[name], type: 'text' as const }));
  return [
    { name: 'from', label: 'From', type: 'date' },
    { name: 'to', label: 'To', type: 'date' },
  ];
}

function startOf(form: FilterForm, filter: TaskFilter): Values {
  if (form === 'contact') return Object.fromEntries(contactParts.map((part) => [part, filter[part] ?? '']));
  const { from = '', to = '' } = dueRange(filter.due) ?? {};
  const asDate = (end: string) => (end === 'today' ? '' : end);
  return { from: asDate(from), to: asDate(to) };
}

function filterFrom(form: FilterForm, filter: TaskFilter, values: Values): TaskFilter {
  const { name = '', email = '', phone = '', linkedin = '', from = '', to = '' } = values;
  if (form === 'contact') return withContact(filter, { name, email, phone, linkedin });
  const { due: _, ...rest } = filter;
  return from === '' && to === '' ? rest : { ...rest, due: `${from}..${to}` };
}
