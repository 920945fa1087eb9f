import { pino, type Logger } from 'pino';

/** JSON lines on standard output; whatever is named like a secret is left out, however deep an error carries it. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        'key',
        'key_sealed',
        'authorization',
        'headers.authorization',
        '*.key',
        '*.key_sealed',
        '*.authorization',
        '*.headers.authorization',
      ],
      censor: '[secret]',
    },
  });
}
