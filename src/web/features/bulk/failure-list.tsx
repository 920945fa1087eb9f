import { personName } from '../../tasks/face/task-words';
import { shortName } from '../../tasks/steps/step-words';
import type { Failure } from './stand';

type Props = { failures: readonly Failure[]; unlisted: number };

/** Which tasks did not go through, by name, each with the reason. */
export function FailureList({ failures, unlisted }: Props) {
  return (
    <ul aria-label="Not done" className="flex flex-col gap-1.5 pr-2 pb-1">
      {failures.map(({ task, why }) => (
        <li key={task.id} dir="auto" className="break-words">
          <span className="font-medium">{shortName(task)}</span>
          {personName(task) !== '' && <span className="text-muted"> · {personName(task)}</span>}
          <span className="block text-meta text-muted">{why}</span>
        </li>
      ))}
      {unlisted > 0 && <li className="text-meta text-muted">And {unlisted.toLocaleString()} more.</li>}
    </ul>
  );
}
