import type { FieldError } from '#contract/errors';

export type RefusalCode =
  | 'malformed'
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'too-large'
  | 'vendor';

/** An error that a person can meet and mend: the message is theirs to read, `errors` names the fields to blame. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly errors: FieldError[];

  constructor(code: RefusalCode, message: string, errors: FieldError[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.errors = errors;
  }
}
