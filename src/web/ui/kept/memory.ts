import type * as z from 'zod/mini';

/** What the storage of this browser did not take; it holds as long as the page. */
const unstored = new Map<string, string | null>();

/** The text that this browser keeps under a key; null for none. */
export function keptText(key: string): string | null {
  const held = unstored.get(key);
  if (held !== undefined) return held;
  try {
    return localStorage.getItem(key);
  } catch {
    // There may be no storage, or none that the page may read.
    return null;
  }
}

/** Keeps it for all tabs, which follow at once; null keeps nothing. Storage that is full or switched off breaks nothing. */
export function keepText(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
  // Browsers tell the other tabs only.
  window.dispatchEvent(new StorageEvent('storage', { key }));
}

/** Calls when what is kept under the key becomes another, here or in another tab; answers how to stop it. */
export function followKept(key: string, listener: () => void): () => void {
  const hear = (event: StorageEvent) => {
    // All is forgotten where no key is named.
    if (event.key === key || event.key === null) listener();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** The value that this browser keeps under a key; null when there is nothing or it cannot be read. */
export function readMemory<T>(key: string, shape: z.ZodMiniType<T>): T | null {
  return readText(keptText(key), shape);
}

export function keepMemory(key: string, value: unknown): void {
  keepText(key, JSON.stringify(value));
}

export function dropMemory(key: string): void {
  keepText(key, null);
}

/** The value that a kept text holds; null when it holds none of that shape. */
export function readText<T>(text: string | null, shape: z.ZodMiniType<T>): T | null {
  try {
    const parsed = shape.safeParse(text === null ? null : JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
