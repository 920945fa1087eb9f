import { Mail, Phone } from 'lucide-react';

import type { Task } from '#contract/task';

import { ChannelIcon } from '../../tasks/face/channel-icon';
import { waysToReach, type Way } from '../../tasks/reach/reach-addresses';
import { useKeyWorks } from '../../ui/letter-keys';
import { BarButton, BarFace, barLook } from './bar-button';

const kinds: readonly Way['kind'][] = ['call', 'email', 'linkedin'];
const faces = {
  call: { icon: <Phone size={16} />, label: 'Call', unknown: 'No phone number is known' },
  email: { icon: <Mail size={16} />, label: 'Email', unknown: 'No email address is known' },
  linkedin: {
    icon: <ChannelIcon channel="linkedin" />,
    label: 'LinkedIn',
    unknown: 'No LinkedIn address is known',
  },
};

/** Call, write, look up: what is not known keeps its place. The key O takes the task's own way. */
export function ReachLinks({ task: { person, channel } }: { task: Task }) {
  const ways = waysToReach(person, channel);
  const works = useKeyWorks();
  return kinds.map((kind) => {
    const { icon, label, unknown } = faces[kind];
    const way = ways.find((one) => one.kind === kind);
    if (way === undefined)
      return <BarButton key={kind} icon={icon} label={label} name={unknown} low disabled />;
    const first = way === ways[0];
    return (
      <a
        key={kind}
        href={way.href}
        {...(kind === 'linkedin' ? { target: '_blank', rel: 'noreferrer' } : {})}
        {...(first ? { 'data-first-way': true } : {})}
        {...(first && works('O') ? { 'aria-keyshortcuts': 'O' } : {})}
        data-tip={way.text}
        aria-label={`${label} ${way.text}`}
        className={barLook({ low: true })}
      >
        <BarFace icon={icon} label={label} {...(first ? { hint: 'O' } : {})} />
      </a>
    );
  });
}
