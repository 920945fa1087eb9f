/** As long as the longest request may take: a server that is slow is not away. */
const patienceMs = 20_000;
const longestPauseMs = 4000;
/** Answered by the server itself, small, and never kept by a cache on the way. */
const probe = '/api/tasks/changes';

const listeners = new Set<() => void>();
let down = false;
let lastHeard: number | null = null;
let probing = false;
let failures = 0;
let wake = () => {};

/** Whether nobody answers at Outboard's address. What the browser calls offline says little of a server on the same machine. */
export function isLineDown(): boolean {
  return down;
}

/** When the server last answered this page, in milliseconds; null when it never has. */
export function lastHeardAt(): number | null {
  return lastHeard;
}

/** Tells when the line goes down or comes back. */
export function subscribeToLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** A request that began at `since` (milliseconds) got an answer with this status, be it a refusal. */
export function answered(status: number, since: number): void {
  if (isGateway(status)) missed(since);
  else heard();
}

/** The server has given a sign of life. */
export function heard(): void {
  lastHeard = Date.now();
  failures = 0;
  become(false);
}

/** The same without any answer; another one may have been answered meanwhile. */
export function missed(since: number): void {
  if (lastHeard !== null && lastHeard >= since) return;
  become(true);
  checkLine();
}

/** Asks the server whether it is there, until it is; when it is being asked already, at once. */
export function checkLine(): void {
  wake();
  if (probing) return;
  probing = true;
  void ask().finally(() => {
    probing = false;
  });
}

/** What stands before Outboard says so with these when Outboard itself is away. */
function isGateway(status: number): boolean {
  return status >= 502 && status <= 504;
}

async function ask(): Promise<void> {
  do {
    if (failures > 0) await pause(Math.min(250 * 2 ** failures, longestPauseMs));
    const since = Date.now();
    try {
      const { status } = await fetch(probe, { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
      answered(status, since);
      if (isGateway(status)) failures += 1;
    } catch {
      failures += 1;
      if (lastHeard === null || lastHeard < since) become(true);
    }
  } while (down);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

function become(next: boolean): void {
  if (down === next) return;
  down = next;
  for (const listener of listeners) listener();
}

// No verdict, but a good moment to look.
globalThis.window?.addEventListener('online', checkLine);
globalThis.window?.addEventListener('offline', checkLine);
