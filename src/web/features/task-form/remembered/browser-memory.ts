import type { z } from 'zod';

/** What this browser keeps under a key; null when there is nothing or it cannot be read. */
export function readMemory<T>(key: string, shape: z.ZodType<T>): T | null {
  try {
    const stored = localStorage.getItem(key);
    const parsed = shape.safeParse(stored === null ? null : JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a value in this browser; where its storage is full or switched off, nothing is kept and nothing breaks. */
export function keepMemory(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The form works on, without a memory.
  }
}

export function dropMemory(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is switched off: there was nothing.
  }
}
