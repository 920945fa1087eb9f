import type { VendorFailure } from '#contract/command';

import { NotConnected } from './address-check';
import { VendorError } from './port';

type Kind = VendorFailure['kind'];

/** The body of an answer was larger than the limit. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The kind of a failed answer by its HTTP status. */
export function kindOf(status: number): Kind {
  if (status === 401 || status === 403) return 'auth';
  if (status === 408 || status === 429) return 'limited';
  if (status >= 400 && status < 500) return 'refused';
  // A redirect is not followed: what stands behind it is not the API that the connection names.
  return status >= 500 ? 'down' : 'unreadable';
}

/** Whether the vendor may have acted, once an answer of this kind came to a read or a write. */
export function effectOf(kind: Kind, write: boolean): 'none' | 'unknown' {
  return write && (kind === 'down' || kind === 'unreadable') ? 'unknown' : 'none';
}

/** What a rep reads about a failed answer to a read or a write; `said` is the vendor's own text or empty. */
export function wordsFor(
  kind: Kind,
  { label, said, write }: { label: string; said: string; write: boolean },
): string {
  const quote = said === '' ? '' : `: “${said}”`;
  switch (kind) {
    case 'auth':
      return `${label} does not accept the API key${quote}. Paste a valid key into the connection.`;
    case 'limited':
      return `${label} asks to go slower. Outboard waits and then goes on by itself.`;
    case 'refused':
      return write
        ? `${label} refused this${quote}. Change it and send it again.`
        : `${label} refused to tell this${quote}.`;
    case 'down':
      return `${label} has trouble on its side. ${wayOut(label, write, effectOf(kind, write))}`;
    case 'unreadable':
      return `${label} answered something that Outboard cannot read. Check the address of the connection.`;
  }
}

/** The error for a call that brought no whole answer: not connected, cut off, out of time, or too large. */
export function unanswered(label: string, error: unknown, write: boolean): VendorError {
  if (error instanceof TooLarge) {
    const message = `${label} answered far more than Outboard reads at once. Check the address of the connection.`;
    return new VendorError(
      { kind: 'unreadable', message, fields: [] },
      { effect: effectOf('unreadable', write), cause: bare(error) },
    );
  }
  const blocked = error instanceof Error && error.cause instanceof NotConnected ? error.cause : null;
  const effect = write && blocked === null ? 'unknown' : 'none';
  const message =
    blocked?.reason === 'address'
      ? `${label} is set to an address that Outboard does not call. Correct the connection.`
      : `${label} ${silence(error, blocked)}. ${wayOut(label, write, effect)}`;
  return new VendorError({ kind: 'down', message, fields: [] }, { effect, cause: blocked ?? bare(error) });
}

/** The error for a call that was not made, since what went before it took too long. */
export function outOfTime(label: string): VendorError {
  const message = `${label} takes too long. Outboard goes on by itself.`;
  return new VendorError({ kind: 'down', message, fields: [] }, { effect: 'none' });
}

function silence(error: unknown, blocked: NotConnected | null): string {
  if (blocked !== null) return 'could not be reached';
  return error instanceof Error && error.name === 'TimeoutError'
    ? 'did not answer in time'
    : 'broke off before it answered';
}

function wayOut(label: string, write: boolean, effect: 'none' | 'unknown'): string {
  if (effect === 'unknown') return `Outboard looks at the list of ${label} before it sends this again.`;
  return write ? 'Outboard sends this again by itself.' : 'Outboard keeps trying to reach it.';
}

/** Errors of the HTTP client can hold pieces of the exchange, so only their name and code go on. */
function bare(error: unknown): Error {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(inner instanceof Error)) return new Error('unknown');
  const code = 'code' in inner && typeof inner.code === 'string' ? ` ${inner.code}` : '';
  return new Error(`${inner.name}${code}`);
}
