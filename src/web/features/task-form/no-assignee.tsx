import { FieldGroup } from '../../ui/field';

/** In place of the assignee, where the vendor's API takes none: who it will be is told after the task is made. */
export function NoAssignee({ vendor }: { vendor: string }) {
  return (
    <FieldGroup label="Assignee">
      <p className="text-meta text-muted sm:pt-1.5">{vendor} decides who gets it, and tells afterwards.</p>
    </FieldGroup>
  );
}
