import * as z from 'zod/mini';

/** Text of at most so many characters. */
export function textUpTo(most: number, tooLong: string) {
  return z.string().check(z.maxLength(most, tooLong));
}

/** The same, the space around it taken away. */
export function trimmedUpTo(most: number, tooLong: string) {
  return z.string().check(z.trim(), z.maxLength(most, tooLong));
}

/** The same, and not empty. */
export function filledText(empty: string, most: number, tooLong: string) {
  return trimmedUpTo(most, tooLong).check(z.minLength(1, empty));
}

/** A name that a person gives to something of this board. */
export function givenName(empty: string, most: number) {
  const readable = /^[^\p{Cc}\p{Cs}]*$/u;
  return filledText(empty, most, `Keep the name under ${most} characters.`).check(
    z.regex(readable, 'This name holds a character that cannot be kept. Type it anew.'),
  );
}
