import { Copy, Mail, Phone, Users } from 'lucide-react';

import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import type { Entry } from '../../../features/palette/entry';
import { ChannelIcon } from '../../../tasks/face/channel-icon';
import { waysToReach } from '../../../tasks/reach/reach-addresses';
import { copyText } from '../../../ui/copy-text';

export type PersonWays = { onPerson: (name: string) => void };

const size = 16;
const reach = {
  call: { name: 'Call', icon: <Phone size={size} /> },
  email: { name: 'Write an email', icon: <Mail size={size} /> },
  linkedin: { name: 'Open LinkedIn', icon: <ChannelIcon channel="linkedin" /> },
} as const;

/** What can be done about the person behind a task: reach them, copy what is known, see all of their tasks. */
export function personEntries(
  { vendor, channel, text, person }: Task,
  inFocus: boolean,
  { onPerson }: PersonWays,
): Entry[] {
  const ways = waysToReach(person, channel).map(({ kind, href, text: note }, at) => ({
    id: `card:reach-${kind}`,
    note,
    ...reach[kind],
    run: () => follow(href, kind === 'linkedin'),
    ...(inFocus && at === 0 ? { shortcut: 'O' } : {}),
  }));
  const { textLabel } = vendorRules[vendor];
  const known = [
    ['text', textLabel, text],
    ['email', 'Email', person.email],
    ['phone', 'Phone', person.phone],
  ] as const;
  const copies = known.flatMap(([id, what, value]) =>
    value === null || value.trim() === ''
      ? []
      : {
          id: `card:copy-${id}`,
          name: `Copy ${what.toLowerCase()}`,
          icon: <Copy size={size} />,
          run: () => void copyText(what, value),
          ...(inFocus && id === 'text' ? { shortcut: 'C' } : {}),
        },
  );
  const name = person.name?.trim() ?? '';
  const all = {
    id: 'card:person',
    name: `All tasks of ${name}`,
    icon: <Users size={size} />,
    run: () => onPerson(name),
  };
  return [...ways, ...copies, ...(name === '' ? [] : [all])];
}

/** As a press on a link would. */
function follow(href: string, elsewhere: boolean): void {
  const link = document.createElement('a');
  link.href = href;
  if (elsewhere) {
    link.target = '_blank';
    link.rel = 'noreferrer';
  }
  link.click();
}
