import type { ComponentProps } from 'react';

import { QuickAddDialog } from '../../features/quick-add/quick-add-dialog';
import type { TaskFormRequest } from '../../features/task-form/values/form-plan';
import { formKnowledge, formValuesOf } from './form-knowledge';

type Props = Pick<ComponentProps<typeof QuickAddDialog>, 'takeTyped' | 'onClose'> & {
  onForm: (request: TaskFormRequest) => void;
};

/** Quick add with what the form knows; a line that needs more goes on there. */
export function QuickAddWindow({ takeTyped, onClose, onForm }: Props) {
  return (
    <QuickAddDialog
      knowledgeOf={formKnowledge}
      takeTyped={takeTyped}
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
