import { afterEach, beforeEach } from 'vitest';

/** Makes each test fail that writes to console.error. One that means to replaces it with a spy of its own. */
export function failOnConsoleError(): void {
  const original = console.error;
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    console.error = (...values: unknown[]) => {
      said.push(values.map(String).join(' '));
      original(...values);
    };
  });
  afterEach(() => {
    console.error = original;
    if (said.length > 0) throw new Error(`The test wrote to console.error: ${said.join('\n')}`);
  });
}
