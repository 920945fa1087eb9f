import { ExternalLink, Mail, Phone } from 'lucide-react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';

import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { ChannelIcon } from '../../../tasks/face/channel-icon';
import { initials, personName } from '../../../tasks/face/task-words';
import { callAddress, mailAddress } from '../../../tasks/reach/reach-addresses';
import { webAddress } from '../../../tasks/reach/web-address';
import { CopyButton } from './copy-button';

/** Who the task is about, with every way to reach them. */
export function PersonBlock({ task }: { task: Task }) {
  const { person } = task;
  const name = personName(task);
  const roles = [...new Set([person.jobTitle, person.company])].filter((part) => part && part !== name);
  const role = roles.join(' · ');
  const nobody =
    task.parents.length === 0
      ? `${vendorRules[task.vendor].label} does not tell who this task is about.`
      : 'Nobody is named';
  const profile = webAddress(person.linkedin);
  return (
    <section aria-label="Person" className="flex flex-col gap-2 border-t px-5 py-4">
      <div className="flex items-center gap-3">
        <span
          aria-hidden
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken font-name text-muted inset-ring inset-ring-sunken-edge"
        >
          {initials(name) || '?'}
        </span>
        <div className="min-w-0">
          <p
            dir="auto"
            className={name === '' ? 'text-muted' : 'truncate text-left font-name'}
            data-tip={name || undefined}
          >
            {name || nobody}
          </p>
          {role !== '' && (
            <p className="truncate text-muted" data-tip={role}>
              {roles.map((part, index) => (
                <Fragment key={part}>
                  {index > 0 && ' · '}
                  <bdi>{part}</bdi>
                </Fragment>
              ))}
            </p>
          )}
        </div>
      </div>
      <ul className="flex flex-col empty:hidden">
        {person.email && (
          <Reach
            icon={<Mail size={16} />}
            what="Email"
            text={person.email}
            href={mailAddress(person.email)}
          />
        )}
        {person.phone && (
          <Reach
            icon={<Phone size={16} />}
            what="Phone"
            text={person.phone}
            href={callAddress(person.phone)}
          />
        )}
        {person.linkedin && (
          <Reach
            icon={<ChannelIcon channel="linkedin" />}
            what="LinkedIn address"
            text={person.linkedin.replace(/^https?:\/\/(www\.)?/, '')}
            copied={person.linkedin}
            href={profile}
            away
          />
        )}
      </ul>
    </section>
  );
}

type ReachProps = {
  icon: ReactNode;
  what: string;
  text: string;
  copied?: string;
  href: string | null;
  away?: boolean;
};

function Reach({ icon, what, text, copied = text, href, away = false }: ReachProps) {
  const target = away ? ({ target: '_blank', rel: 'noreferrer' } as const) : {};
  return (
    <li className="flex min-h-8 items-center gap-2.5">
      <span aria-hidden className="text-muted">
        {icon}
      </span>
      {href === null ? (
        <span className="min-w-0 grow truncate">{text}</span>
      ) : (
        <a
          href={href}
          {...target}
          className="flex min-h-6 min-w-0 grow items-center gap-1.5 rounded-control text-accent-text hover:underline pointer-coarse:min-h-11"
        >
          <span className="truncate" dir="ltr">
            {text}
          </span>
          {away && <ExternalLink size={13} className="shrink-0" aria-label="opens in a new tab" />}
        </a>
      )}
      <CopyButton what={what} text={copied} />
    </li>
  );
}
