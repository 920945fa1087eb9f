import type { DefaultError } from '@tanstack/react-query';

import type { Connection } from '#contract/connection';
import type { Parent, ParentMatch } from '#contract/parent';
import { vendorRules } from '#contract/vendors';

import { unreadWords } from '../../../tasks/due/unread-words';
import { channelNames } from '../../../tasks/face/channel-icon';
import type { FormKnowledge, Wish } from '../form-knowledge';
import type { Line } from '../parse/read-line';
import type { Found } from '../person/find-person';
import type { Row } from './rows-draft';

/** What a row still has to be asked. */
export type Question =
  | { kind: 'tool'; among: readonly Connection[] }
  | {
      kind: 'person';
      /** As it was typed. */
      name: string;
      /** What of it was found. */
      part: string;
      among: readonly ParentMatch[];
      /** The other tools that know somebody of this name, and those that the line allows. */
      elsewhere: readonly Connection[];
      allowed: readonly Connection[];
    }
  | {
      kind: 'unreached';
      name: string;
      /** Why nobody could be looked for. */
      why: DefaultError;
    };

/** That nobody could be looked for, and why. */
export function unreachedWords(name: string, { kind, message }: DefaultError): string {
  return kind === 'offline'
    ? `“${name}” cannot be looked up while Outboard does not answer. The line is kept.`
    : `“${name}” could not be looked up. ${message} The line is kept.`;
}

/** Where the row's task goes: as the rep said, as the line says, else where the last one went. */
export function toolOf(
  { tools }: Line,
  row: Row,
  connections: readonly Connection[],
  last: string | null,
): Connection | null {
  const among = tools ?? connections;
  const said = connections.find(({ id }) => id === row.connectionId);
  if (said !== undefined && among.includes(said)) return said;
  if (among.length === 1) return among[0] ?? null;
  return among.find(({ id }) => id === last) ?? null;
}

/** The one whom the row is about; null where it must be asked. */
export function personOf(row: Row, found: Found | null): ParentMatch | null {
  if (row.person !== null) return row.person;
  return found?.sure ? (found.matches[0] ?? null) : null;
}

/** Why the line cannot become a task, of this tool where one is known; null where it can. */
export function refusalOf(
  { channel, due }: Line,
  connection: Connection | null,
  { typeOf }: FormKnowledge,
): string | null {
  if (due?.unread !== undefined) return unreadWords(due.unread);
  if (channel === null || connection === null || typeOf(connection, channel) !== null) return null;
  const { label } = vendorRules[connection.vendor];
  return `${label} has no tasks of the type ${channelNames[channel]}. Name another tool with @, or begin with another word.`;
}

export function wishOf(line: Line, connection: Connection, { kind, id, name }: Parent): Wish {
  const { channel, title, due, priority } = line;
  return { connection, channel, words: title, due, priority, parents: [{ kind, id, name }] };
}
