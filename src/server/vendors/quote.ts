const longest = 200;

/** Everything in the authorization headers that must not leave: the values, their tokens, and what those decode to. */
export function secretsIn(headers: Record<string, string>): string[] {
  const found = new Set<string>();
  for (const value of Object.values(headers)) {
    const token = value.slice(value.indexOf(' ') + 1);
    const decoded = Buffer.from(token, 'base64').toString('utf8');
    for (const secret of [value, token, decoded, ...decoded.split(':')]) {
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
        found.add(form);
    }
  }
  return [...found].filter((secret) => secret.length >= 4).toSorted((a, b) => b.length - a.length);
}

/** The text on one line, without control characters and without the secrets. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const line = text
    .replaceAll(/\p{C}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return secrets.reduce((left, secret) => left.replaceAll(secret, '…'), line);
}

/**
 * A vendor's own words for a refusal, at most 200 characters, empty when it had none for people. Reads the layouts
 * `{message}`, `{error: text}`, `{error: {message}}` and plain text; markup is nothing to quote.
 */
export function vendorWords(body: { text: string; json?: unknown }, secrets: readonly string[]): string {
  const raw = body.json === undefined ? body.text : wordsOf(body.json);
  if (/^\s*</.test(raw)) return '';
  return Array.from(withoutSecrets(raw, secrets)).slice(0, longest).join('');
}

function wordsOf(json: unknown): string {
  if (typeof json === 'string') return json;
  if (typeof json !== 'object' || json === null) return '';
  const { message, error } = json as { message?: unknown; error?: unknown };
  return typeof message === 'string' && message !== '' ? message : wordsOf(error);
}
