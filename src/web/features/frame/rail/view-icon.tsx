import { AlarmClock, CalendarCheck, Flame, Inbox, Phone } from 'lucide-react';

import type { builtInViews } from '#contract/view';

import { ChannelIcon } from '../../../tasks/face/channel-icon';

type Id = (typeof builtInViews)[number]['id'];

const icons = {
  'my-day': CalendarCheck,
  'all-open': Inbox,
  overdue: Flame,
  snoozed: AlarmClock,
  calls: Phone,
};

export function ViewIcon({ view }: { view: Id }) {
  if (view === 'linkedin') return <ChannelIcon channel="linkedin" />;
  const Icon = icons[view];
  return <Icon size={16} aria-hidden />;
}
