import type { Entry } from '../../../features/palette/entry';

/** A command of the page; `also` are other words under which it is found. */
export function actionEntry(
  id: string,
  name: string,
  also: string,
  icon: Entry['icon'],
  does: { run: () => void; shortcut?: string },
): Entry {
  return { id: `action:${id}`, name, also, icon, ...does };
}
