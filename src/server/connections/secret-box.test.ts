import { describe, expect, it } from 'vitest';

import { createSecretBox } from './secret-box';

const box = createSecretBox('a secret for tests only');

describe('a sealed key', () => {
  it('opens for its connection, whatever characters it has', () => {
    for (const key of ['key', '', 'Schlüssel 🗝', 'x'.repeat(500)])
      expect(box.open(box.seal(key, 'one'), 'one')).toBe(key);
  });

  it('shows nothing of the key and is never sealed the same way twice', () => {
    const [first, second] = [box.seal('a-very-long-key', 'one'), box.seal('a-very-long-key', 'one')];
    expect(first.equals(second)).toBe(false);
    expect(first.includes('very-long')).toBe(false);
  });

  it('opens for no other connection, with no other secret, and not when it was changed', () => {
    const sealed = box.seal('key', 'one');
    expect(() => box.open(sealed, 'two')).toThrow(/auth|tag|state|vector/i);
    expect(() => createSecretBox('another secret of tests').open(sealed, 'one')).toThrow(
      /auth|tag|state|vector/i,
    );
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(sealed.readUInt8(index) ^ 1, index);
      expect(() => box.open(changed, 'one')).toThrow(/auth|tag|state|vector/i);
    }
    expect(() => box.open(sealed.subarray(0, 20), 'one')).toThrow(/auth|tag|state|vector/i);
    expect(() => box.open(Buffer.alloc(0), 'one')).toThrow(/auth|tag|state|vector/i);
  });
});
