import { useEffect, useState } from 'react';

const pauseMs = 200;

/** What is typed, a short pause after its last letter: so that not each letter is a question to the server. */
export function useAfterPause(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
