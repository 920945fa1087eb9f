import { useEffect, useEffectEvent, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import type { FieldError } from '#contract/errors';

import { unsureParents, withNames } from './parent-picker/unsure';
import type { UnsureParent } from './parent-picker/unsure-parents';
import { showServerErrors } from './show-server-errors';
import { placeErrors } from './values/form-path';
import { isShown } from './values/form-plan';
import type { FormPlan } from './values/form-plan';
import type { Saving } from './values/form-schema';
import type { TaskFormValues } from './values/form-values';

type Form = UseFormReturn<TaskFormValues, unknown, Saving>;
/** `summary` has no field on the screen; `unsure` are names that the vendor could not place. */
type Complaints = { summary: string[]; unsure: UnsureParent[] };

/** What the server or the vendor did not like: at the fields, above them, and as a question about names. */
export function useComplaints(
  { setError, getValues }: Form,
  plan: FormPlan,
  connections: readonly Connection[],
) {
  const shownWith = ({ connectionId, type }: TaskFormValues) => {
    const connection = connections.find((candidate) => candidate.id === connectionId);
    return (field: keyof TaskFormValues) => isShown(plan, field, connection, type);
  };
  const [complaints, setComplaints] = useState<Complaints>(() => ({
    summary: placeErrors(plan.complaints, shownWith(plan.start)).rest,
    unsure: unsureParents(plan.complaints, plan.candidates, getValues('parents')),
  }));

  // Only what the vendor said before the form opened; later complaints come with the answer to a submit.
  const showFirst = useEffectEvent(() => {
    showServerErrors({ setError }, plan.complaints, shownWith(plan.start));
  });
  useEffect(() => {
    // The dialog puts the focus at its first field when it opens; the field with the complaint takes it after that.
    showFirst();
    const timer = setTimeout(() => showFirst(), 0);
    return () => clearTimeout(timer);
  }, []);

  const show = (errors: readonly FieldError[]) => {
    const values = getValues();
    const named = withNames(errors, values.parents);
    setComplaints({
      summary: showServerErrors({ setError }, named, shownWith(values)),
      unsure: unsureParents(errors, [], values.parents),
    });
  };
  return {
    ...complaints,
    show,
    /** A new try begins: which record a name means is still to be said. */
    clearSummary: () => {
      setComplaints(({ unsure }) => ({ summary: [], unsure }));
      return true;
    },
    clear: () => setComplaints({ summary: [], unsure: [] }),
  };
}
