const tails = new Map<string, Promise<unknown>>();

/** Runs the work after all earlier work on any of the same tasks has ended, well or badly; work on other tasks does not wait. */
export function inOrderOfTasks<Result>(
  taskIds: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const before = Promise.allSettled(taskIds.flatMap((id) => tails.get(id) ?? []));
  const mine = before.then(work);
  for (const id of taskIds) tails.set(id, mine);
  return mine.finally(() => {
    for (const id of taskIds) if (tails.get(id) === mine) tails.delete(id);
  });
}
