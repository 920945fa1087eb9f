import {
  BellRing,
  CalendarClock,
  ClipboardList,
  Eye,
  Handshake,
  MailPlus,
  MessageSquareText,
  MessagesSquare,
  Mic,
  MousePointerClick,
  PhoneCall,
  PhoneForwarded,
  PhoneOutgoing,
  Presentation,
  Reply,
  ThumbsUp,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';

import type { Task } from '#contract/task';
import { vendorTaskType, type TaskIcon } from '#contract/vendors';

const icons: Record<TaskIcon, LucideIcon> = {
  message: MessageSquareText,
  chat: MessagesSquare,
  voice: Mic,
  'voice-call': PhoneOutgoing,
  invite: UserPlus,
  inmail: MailPlus,
  view: Eye,
  interact: ThumbsUp,
  custom: ClipboardList,
  introduction: Handshake,
  demo: Presentation,
  'follow-up': PhoneForwarded,
  reminder: BellRing,
  call: PhoneCall,
  reply: Reply,
  click: MousePointerClick,
  meeting: CalendarClock,
};

/** The picture of the vendor's own type, beside that of its channel; nothing where the channel says it all. */
export function TypeIcon({ task }: { task: Pick<Task, 'vendor' | 'vendorType'> }) {
  const { icon, label } = vendorTaskType(task.vendor, task.vendorType);
  if (icon === undefined) return null;
  const Icon = icons[icon];
  return <Icon size={14} role="img" aria-label={label} data-tip={label} className="shrink-0 text-muted" />;
}
