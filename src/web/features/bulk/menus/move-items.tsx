import { Ban, Check, Inbox } from 'lucide-react';

import { taskStatuses } from '#contract/task';

import { statusNames } from '../../../tasks/moves/moves';
import type { ActProps } from './act-props';
import { BulkItems } from './bulk-items';

const icons = { pending: Inbox, completed: Check, ignored: Ban } as const;

export function MoveItems(props: ActProps) {
  const choices = taskStatuses.map((status) => {
    const Icon = icons[status];
    const action = { kind: 'move', target: { kind: 'column', status } } as const;
    return { label: statusNames[status], action, icon: <Icon size={16} /> };
  });
  return <BulkItems {...props} label="Move to" choices={choices} />;
}
