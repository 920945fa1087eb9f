import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { z } from 'zod';

const seconds = (name: string, fallback: number) =>
  z.coerce.number(`${name} must be a number of seconds.`).min(0).max(3600).default(fallback);

const environment = z.object({
  PORT: z.coerce.number('PORT must be a number.').int().min(0).max(65_535).default(4400),
  HOST: z
    .enum(
      ['127.0.0.1', 'localhost', '::1'],
      'HOST must be 127.0.0.1: Outboard has no accounts yet, so it must not be reachable from other machines.',
    )
    .default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://.')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL must be an http or https address.' })
    .optional(),
  OUTBOARD_SECRET: z.string().min(16, 'OUTBOARD_SECRET must have at least 16 characters.').optional(),
  SANDBOX: z.enum(['on', 'off'], 'SANDBOX must be on or off.').optional(),
  HOLD_SECONDS: seconds('HOLD_SECONDS', 8),
  OUTBOUND_HOLD_SECONDS: seconds('OUTBOUND_HOLD_SECONDS', 20),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = z.infer<typeof environment> & { dataDir: string };

/** Reads the settings from the environment; throws with one line per wrong one, naming it. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  return { ...parsed.data, dataDir: resolve(parsed.data.DATA_DIR) };
}

/** The secret that seals vendor keys: the one given, or one made on the first start and kept in the data directory. */
export function readSecret(config: Config): string {
  if (config.OUTBOARD_SECRET !== undefined) return config.OUTBOARD_SECRET;
  const file = join(config.dataDir, 'secret');
  mkdirSync(config.dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
