import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';

/** What the control must carry so that label, hint and error belong to it. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

type Words = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
};

/** A labelled control with its hint and its error: `<Field label="Title">{(control) => <Input {...control} />}</Field>`. */
export function Field({ children, ...words }: Words & { children: (control: FieldControl) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-meta font-medium text-muted">
        {words.label}
        <Optional {...words} />
      </label>
      {children({ id, 'aria-required': words.required || undefined, ...described(id, words) })}
      <Notes id={id} {...words} />
    </div>
  );
}

/** Several controls under one name, such as a list of files. */
export function FieldGroup({ children, ...words }: Words & { children: ReactNode }) {
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={described(id, words)['aria-describedby']}
      className="flex min-w-0 flex-col gap-1"
    >
      <span id={`${id}-label`} className="text-meta font-medium text-muted">
        {words.label}
        <Optional {...words} />
      </span>
      {children}
      <Notes id={id} {...words} />
    </div>
  );
}

function described(id: string, { hint, error }: Words) {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((part) => part !== '');
  return {
    'aria-describedby': ids.join(' ') || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}

function Optional({ required }: Words) {
  if (required !== false) return null;
  return (
    <span aria-hidden className="font-normal">
      {' '}
      (optional)
    </span>
  );
}

function Notes({ id, hint, error }: Words & { id: string }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-meta text-danger">
          <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted">
          {hint}
        </p>
      )}
    </>
  );
}
