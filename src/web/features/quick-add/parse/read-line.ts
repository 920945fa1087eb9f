import type { Connection } from '#contract/connection';
import { vendorRules, type Channel, type Priority } from '#contract/vendors';

import type { DueParts } from '../../../tasks/due/due-parts';
import { findDue } from './find-due';
import { findUnread } from './find-unread';
import { nameCandidates } from './name-candidates';

/** What a line of text was understood to say. Every word that is not a due, a priority or a tool stays in the title. */
export type Line = {
  title: string;
  channel: Channel | null;
  /** `unread` in it: words that were meant as a due, and of which there is none. */
  due: DueParts | null;
  priority: Priority | null;
  /** The connections that an @word names; null where there is none. */
  tools: readonly Connection[] | null;
  /** Whose name it may be, likeliest first. */
  names: readonly string[];
};

export type Around = {
  connections: readonly Connection[];
  /** Reads a whole text as a due, or not at all; null where no due can be read. */
  readDue: ((text: string) => DueParts | null) | null;
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

/** With what a line of a pasted list begins: "- ", "• ", "2. ", "[ ] ". */
export const listMark =
  /^\s*([-*+•–—]\s+|\d{1,2}[.)]\s+(?!\d|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))?(\[[ x]?\]\s+)?/iu;

/** Reads "call Hans Müller tomorrow 10am !high @lemlist"; any text will do. */
export function readLine(text: string, { connections, readDue }: Around): Line {
  const words = text
    .replace(listMark, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const priority = words.flatMap((word) => priorityOf(word) ?? []).at(-1) ?? null;
  const named = words.flatMap((word) => {
    const tools = toolsOf(word, connections);
    return tools.length > 0 ? [{ word, tools }] : [];
  });
  const chosen = named.at(-1) ?? null;
  const plain = words.filter((word) => priorityOf(word) === null && word !== chosen?.word);
  const { due, rest } = dueOf(plain, readDue);
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

function dueOf(words: readonly string[], readDue: Around['readDue']): ReturnType<typeof findDue> {
  if (readDue === null) return { due: null, rest: words };
  const unread = findUnread(words, readDue);
  if (unread === null) return findDue(words, readDue);
  return { due: { date: '', time: '', unread: unread.text }, rest: unread.rest };
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
