import type { Connection } from '#contract/connection';
import { vendorRules, type Channel, type Priority } from '#contract/vendors';

import type { DueParts } from '../../../tasks/due/due-parts';
import { findDue } from './find-due';
import { nameCandidates } from './name-candidates';

/** What a line of text was understood to say. Every word that is not a due, a priority or a tool stays in the title. */
export type Line = {
  title: string;
  channel: Channel | null;
  due: DueParts | null;
  priority: Priority | null;
  /** The connections that an @word names; null where there is none. */
  tools: readonly Connection[] | null;
  /** Whose name it may be, likeliest first. */
  names: readonly string[];
};

export type Around = {
  connections: readonly Connection[];
  /** Reads a whole text as a due, or not at all. */
  readDue: (text: string) => DueParts | null;
};

const verbs: Record<string, Channel> = {
  call: 'call',
  phone: 'call',
  ring: 'call',
  email: 'email',
  mail: 'email',
  linkedin: 'linkedin',
  connect: 'linkedin',
  whatsapp: 'whatsapp',
};

const marks: Record<string, Priority> = {
  '!low': 'low',
  '!medium': 'medium',
  '!high': 'high',
  '!urgent': 'urgent',
};

/** Reads "call Hans Müller tomorrow 10am !high @lemlist"; any text will do. */
export function readLine(text: string, { connections, readDue }: Around): Line {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const priority = words.flatMap((word) => priorityOf(word) ?? []).at(-1) ?? null;
  const named = words.flatMap((word) => {
    const tools = toolsOf(word, connections);
    return tools.length > 0 ? [{ word, tools }] : [];
  });
  const chosen = named.at(-1) ?? null;
  const plain = words.filter((word) => priorityOf(word) === null && word !== chosen?.word);
  const { due, rest } = findDue(plain, readDue);
  const channel = channelOf(rest[0]);
  return {
    title: capital(rest.join(' ')),
    channel,
    due,
    priority,
    tools: chosen?.tools ?? null,
    names: nameCandidates(channel === null ? rest : rest.slice(1)),
  };
}

function channelOf(word = ''): Channel | null {
  const verb = word.toLowerCase().replace(/:$/, '');
  return Object.hasOwn(verbs, verb) ? (verbs[verb] ?? null) : null;
}

function priorityOf(word: string): Priority | null {
  const mark = word.toLowerCase();
  return Object.hasOwn(marks, mark) ? (marks[mark] ?? null) : null;
}

/** A tool by its name, or a connection by its own or a word of it; the beginning is enough. */
function toolsOf(word: string, connections: readonly Connection[]): readonly Connection[] {
  const wanted = plain(word.slice(1));
  if (!word.startsWith('@') || wanted === '') return [];
  const names = ({ vendor, label }: Connection) =>
    [vendorRules[vendor].label, label, ...label.split(/\s+/)].map(plain);
  const whole = connections.filter((one) => names(one).includes(wanted));
  if (whole.length > 0) return whole;
  return connections.filter((one) => names(one).some((name) => name.startsWith(wanted)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** One that would become two letters stays. */
function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (small) => {
    const large = small.toLocaleUpperCase();
    return large.length === small.length ? large : small;
  });
}
