import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readConfig, readSecret } from './config';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outboard-config-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('the settings', () => {
  it('have the documented values where nothing is set or set to nothing', () => {
    for (const env of [{}, { PORT: '', HOST: '', DATABASE_URL: '', SANDBOX: '' }])
      expect(readConfig(env)).toMatchObject({
        PORT: 4400,
        HOST: '127.0.0.1',
        DATA_DIR: '.data',
        HOLD_SECONDS: 8,
        OUTBOUND_HOLD_SECONDS: 20,
      });
    expect(readConfig({}).DATABASE_URL).toBeUndefined();
    expect(readConfig({}).SANDBOX).toBeUndefined();
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['HOST', '0.0.0.0'],
    ['DATABASE_URL', 'mysql://x'],
    ['PUBLIC_URL', 'ftp://x'],
    ['OUTBOARD_SECRET', 'too short'],
    ['SANDBOX', 'maybe'],
    ['HOLD_SECONDS', '-1'],
    ['OUTBOUND_HOLD_SECONDS', 'long'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s are refused, naming it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: .+`));
  });

  it('that are wrong are named all at once, and no secret is repeated', () => {
    const wrong = () => readConfig({ PORT: 'x', HOST: '0.0.0.0', OUTBOARD_SECRET: 'short-secret' });
    expect(wrong).toThrow(/PORT: .*\nHOST: .*no accounts.*\nOUTBOARD_SECRET: /);
    expect(wrong).not.toThrow(/short-secret/);
  });
});

describe('the secret', () => {
  it('is made on the first start, kept for its owner alone, and the same after that', async () => {
    const config = readConfig({ DATA_DIR: join(dir, 'made', 'here') });
    const secret = readSecret(config);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(readSecret(config)).toBe(secret);
    const file = join(dir, 'made', 'here', 'secret');
    expect((await readFile(file, 'utf8')).trim()).toBe(secret);
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('that is given is used, and none is made', async () => {
    const config = readConfig({ DATA_DIR: join(dir, 'given'), OUTBOARD_SECRET: 'sixteen letters!' });
    expect(readSecret(config)).toBe('sixteen letters!');
    await expect(stat(join(dir, 'given'))).rejects.toThrow('ENOENT');
  });
});
