import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';
import type { Vendor } from '#contract/vendors';

type FormWords = { title: string; save: string; saving: string; refused: string };

/** What the form calls itself and its button; the button says how many tasks it makes. */
export function formWords(editing: Task | null, vendor: Vendor | undefined, parents: number): FormWords {
  if (editing !== null)
    return { title: 'Edit task', save: 'Save changes', saving: 'Saving…', refused: 'Not saved:' };
  const many = vendor !== undefined && vendorRules[vendor].parents.tasks === 'each' && parents > 1;
  const save = many ? `Create ${parents} tasks` : 'Create task';
  return { title: 'New task', save, saving: 'Creating…', refused: 'Not created:' };
}
