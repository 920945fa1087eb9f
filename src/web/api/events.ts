import { checkLine, heard, isLineDown, subscribeToLine } from './line';

export type LiveState = 'connecting' | 'live' | 'offline';

interface EventListener {
  /** Tasks changed, or may have while the line was down. */
  onChange?: () => void;
  /** Connections changed, or may have while the line was down. */
  onConnections?: () => void;
  /** Saved views changed, or may have while the line was down. */
  onViews?: () => void;
  onState?: () => void;
}

const longestPauseMs = 15_000;

const listeners = new Set<EventListener>();
let source: EventSource | null = null;
let reopening: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let state: LiveState = 'connecting';
let leaveLine = () => {};

/** Whether the live line stands; changes are told by `onState`. */
export function liveState(): LiveState {
  return isLineDown() ? 'offline' : state;
}

/**
 * Listens to `GET /api/events`. All listeners of a tab share one stream, opened by the first and closed with the last.
 * An event says only that something changed. Each (re)connection counts as a change of everything, as events may have been missed.
 */
export function subscribeToEvents(listener: EventListener): () => void {
  listeners.add(listener);
  if (!source && reopening === undefined) {
    leaveLine = subscribeToLine(followLine);
    open();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) close();
  };
}

function open(): void {
  reopening = undefined;
  const opened = new EventSource('/api/events');
  source = opened;
  opened.addEventListener('hello', () => {
    failures = 0;
    heard();
    become('live');
    tell('onChange');
    tell('onConnections');
    tell('onViews');
  });
  opened.addEventListener('change', () => tell('onChange'));
  opened.addEventListener('connections', () => tell('onConnections'));
  opened.addEventListener('views', () => tell('onViews'));
  opened.addEventListener('error', () => {
    become('offline');
    checkLine();
    if (opened.readyState === EventSource.CLOSED) reopenLater();
  });
}

/** The browser reconnects by itself after a cut line, but never after an answer that is no stream. */
function reopenLater(): void {
  source = null;
  failures += 1;
  reopening = setTimeout(open, Math.min(500 * 2 ** failures, longestPauseMs));
}

/** The line goes and comes for requests first; the stream then need not wait out its pause. */
function followLine(): void {
  tell('onState');
  if (isLineDown() || reopening === undefined) return;
  clearTimeout(reopening);
  open();
}

function close(): void {
  leaveLine();
  source?.close();
  source = null;
  clearTimeout(reopening);
  reopening = undefined;
  failures = 0;
  become('connecting');
}

function become(next: LiveState): void {
  if (state === next) return;
  state = next;
  tell('onState');
}

function tell(what: keyof EventListener): void {
  for (const listener of listeners) listener[what]?.();
}
