import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { readRep, repCookie, type Rep } from '#contract/rep';

const aYearSeconds = 365 * 24 * 60 * 60;
const listeners = new Set<() => void>();

/** Who uses this browser, as far as they said so, and how they say it. The server reads the same cookie. */
export function useRep(): [rep: Rep | null, become: (rep: Rep) => void] {
  const client = useQueryClient();
  const text = useSyncExternalStore(subscribe, cookieText);
  const become = (rep: Rep) => {
    const value = encodeURIComponent(JSON.stringify(rep));
    // The Cookie Store API is missing where the page is not served securely.
    // oxlint-disable-next-line unicorn/no-document-cookie
    document.cookie = `${repCookie}=${value}; Max-Age=${aYearSeconds}; Path=/; SameSite=Strict`;
    for (const listener of listeners) listener();
    // "Me" is someone else now.
    void client.invalidateQueries();
  };
  return [readRep(text), become];
}

function cookieText(): string | undefined {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(`${repCookie}=`));
  try {
    return cookie && decodeURIComponent(cookie.slice(repCookie.length + 1));
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
