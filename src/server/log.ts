import { pino, type DestinationStream, type Logger } from 'pino';

/** JSON lines, on standard output unless told otherwise; whatever is named like a secret is left out, however deep an error carries it. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = {
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
  };
  return to === undefined ? pino(options) : pino(options, to);
}
