import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { cleanup } from 'vitest-browser-react';

import { openWorkspace } from '#testing/open-workspace';

import { liveState, subscribeToEvents } from './events';

// Pages of other test files may still listen.
beforeEach(() => cleanup());

/** Every stream that the page opens from now on. */
function watchStreams(): EventSource[] {
  const Real = window.EventSource;
  const streams: EventSource[] = [];
  window.EventSource = class extends Real {
    constructor(address: string | URL) {
      super(address);
      streams.push(this);
    }
  };
  onTestFinished(() => {
    window.EventSource = Real;
  });
  return streams;
}

test('all listeners of a page share one stream, which closes with the last', async () => {
  await openWorkspace({});
  const streams = watchStreams();
  const heard: string[] = [];
  const leave = [
    subscribeToEvents({ onChange: () => heard.push('first') }),
    subscribeToEvents({ onChange: () => heard.push('second') }),
  ];

  await expect.poll(() => heard).toEqual(['first', 'second']);
  expect(liveState()).toBe('live');
  expect(streams).toHaveLength(1);
  leave[0]?.();
  expect(streams[0]?.readyState).toBe(EventSource.OPEN);
  leave[1]?.();
  expect(streams[0]?.readyState).toBe(EventSource.CLOSED);
});

test('a line that the browser gives up is opened again, and everything counts as changed', async () => {
  document.cookie = 'workspace=none; path=/';
  const heard: string[] = [];
  const leave = subscribeToEvents({
    onChange: () => heard.push('change'),
    onState: () => heard.push(liveState()),
  });
  onTestFinished(leave);
  await expect.poll(() => heard).toEqual(['offline']);

  await openWorkspace({});

  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['offline', 'live', 'change']);
});
