import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import { currentZone } from '../../tasks/clock/clock';
import { connectionQueries } from '../../tasks/queries';
import { useTask } from '../../tasks/use-task';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Skeleton } from '../../ui/skeleton';
import { readLastUsed } from './remembered/last-used';
import { TaskForm } from './task-form';
import { planForm } from './values/form-plan';
import type { TaskFormRequest } from './values/form-plan';

type Props = {
  request: TaskFormRequest;
  onClose: () => void;
  /** A new task is on the board; called after `onClose`. */
  onCreated: (task: Task) => void;
  /** Opens the form again for the same thing, from a toast that tells of a late refusal. */
  onReopen: () => void;
  /** The same as a line of text, where the page has no room for a button of its own. */
  onQuick?: () => void;
  /** Offered when there is nowhere to send a task. */
  onConnect: () => void;
};

/** The dialog that makes or changes a task; render it while it is open. */
export function TaskFormDialog({ onConnect, ...form }: Props) {
  const { request, onClose } = form;
  const { data: connections, error, refetch } = useQuery(connectionQueries.list());
  if (connections !== undefined && connections.length > 0) {
    return request.kind === 'edit' ? (
      <FreshEdit {...form} task={request.task} connections={connections} />
    ) : (
      <PlannedForm {...form} connections={connections} />
    );
  }
  return (
    <Dialog open onOpenChange={onClose} title={request.kind === 'create' ? 'New task' : 'Edit task'}>
      {connections !== undefined ? (
        <Stop
          words="There is nowhere to send a task yet. Connect one of your outreach tools first."
          button="Connect a tool"
          onPress={onConnect}
        />
      ) : error === null ? (
        <FormSkeleton />
      ) : (
        <Stop
          words={`Your connections could not be read. ${error.message}`}
          button="Try again"
          onPress={() => void refetch()}
        />
      )}
    </Dialog>
  );
}

type PlannedProps = Omit<Props, 'onConnect'> & { connections: readonly Connection[] };

/** Starts from the task as it is now; the request may be older, when the form is opened again after a refusal. */
function FreshEdit({ task, ...rest }: PlannedProps & { task: Task }) {
  const { task: present } = useTask(task.id);
  return <PlannedForm {...rest} request={{ kind: 'edit', task: present ?? task }} />;
}

/** Plans once: what arrives while the rep types changes neither the fields, nor what counts as changed, nor the zone. */
function PlannedForm({ request, ...rest }: PlannedProps) {
  const [zone] = useState(currentZone);
  const [plan] = useState(() =>
    planForm(request, {
      connections: rest.connections,
      lastUsed: readLastUsed(),
      now: new Date(),
      zone,
    }),
  );
  return <TaskForm {...rest} plan={plan} zone={zone} />;
}

function Stop({ words, button, onPress }: { words: string; button: string; onPress: () => void }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{words}</p>
      <Button look="primary" onClick={onPress}>
        {button}
      </Button>
    </div>
  );
}

function FormSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-4">
      {['h-13', 'h-13', 'h-13', 'h-29', 'h-13'].map((height, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Skeleton key={index} className={height} />
      ))}
    </div>
  );
}
