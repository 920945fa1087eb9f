import { QuickAddDialog } from '../../features/quick-add/quick-add-dialog';
import type { TaskFormRequest } from '../../features/task-form/values/form-plan';
import { formKnowledge, formValuesOf } from './form-knowledge';

type Props = { onClose: () => void; onForm: (request: TaskFormRequest) => void };

/** Quick add with what the form knows; a line that needs more goes on there. */
export function QuickAddWindow({ onClose, onForm }: Props) {
  return (
    <QuickAddDialog
      knowledgeOf={formKnowledge}
      onClose={onClose}
      onMore={({ id }, { connection, ...wish }) => {
        const { words, parents } = wish;
        const values =
          connection === null
            ? { title: words, parents: [...parents] }
            : formValuesOf({ connection, ...wish });
        onClose();
        onForm({ kind: 'create', typed: { id, values } });
      }}
    />
  );
}
