import { useEffect, useState } from 'react';

import { keyWorks } from './letter-keys';

type Tip = { text: string; left: number; top: number; below: boolean };

const waitMs = 400;
const quietMs = 300;
const afterPressMs = 800;

/**
 * Once at the root: shows the `data-tip` words of whatever is hovered or focused. One host instead of one component
 * per button, because a board draws hundreds of buttons. The words are for the eye alone; the accessible name is the element's own.
 */
export function Tooltips() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => listenForTips(setTip), []);
  if (tip === null) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-50 w-max max-w-72 -translate-x-1/2 rounded-control bg-ink px-2 py-1 text-meta break-words text-canvas shadow-float motion-safe:animate-[appear_120ms_ease-out]"
      style={{
        left: tip.left,
        ...(tip.below ? { top: tip.top } : { bottom: window.innerHeight - tip.top }),
      }}
    >
      {tip.text}
    </div>
  );
}

function listenForTips(show: (tip: Tip | null) => void): () => void {
  let timer = 0;
  let current: Element | null = null;
  let hiddenAt = -Infinity;
  // What is pressed often changes the page, and then another element comes under a pointer that did not move.
  let quietUntil = -Infinity;

  const hide = () => {
    clearTimeout(timer);
    if (current !== null) hiddenAt = performance.now();
    current = null;
    show(null);
  };
  const consider = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
    if (target === current) return;
    const wasShowing = current !== null;
    hide();
    if (performance.now() < quietUntil) return;
    if (target === null || (event.type === 'focusin' && !target.matches(':focus-visible'))) return;
    current = target;
    const soon = wasShowing || performance.now() - hiddenAt < quietMs;
    timer = window.setTimeout(() => target.isConnected && show(place(target)), soon ? 0 : waitMs);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
  };

  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true, capture: true };
  document.addEventListener(
    'pointerover',
    (event) => event.pointerType === 'mouse' && consider(event),
    options,
  );
  document.addEventListener('focusin', consider, options);
  document.addEventListener('focusout', hide, options);
  document.addEventListener('keydown', onKey, options);
  document.addEventListener('pointerdown', () => (quietUntil = performance.now() + afterPressMs), options);
  for (const name of ['pointerdown', 'scroll', 'dragstart'] as const)
    document.addEventListener(name, hide, options);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

/** The key that a tip names in brackets: "Complete (E)". */
const keyInTip = / \((?<key>[^()]+)\)/g;

/** The words of the tip, without a key that is switched off. */
function wordsOf(target: Element): string {
  const text = target.getAttribute('data-tip') ?? '';
  return text.replace(keyInTip, (part, key: string) => (keyWorks(key) ? part : ''));
}

function place(target: Element): Tip | null {
  const text = wordsOf(target);
  if (text === '') return null;
  const isWhole =
    target.textContent === text &&
    target.scrollWidth <= target.clientWidth &&
    target.scrollHeight <= target.clientHeight;
  if (isWhole) return null;
  const box = target.getBoundingClientRect();
  // On a card the words must cover neither its other lines nor its buttons.
  const whole = target.closest('[data-tips="above"]')?.getBoundingClientRect();
  const { top, bottom } = whole ?? box;
  const below = whole === undefined || top < 72 ? bottom + 72 < window.innerHeight : false;
  const half = Math.min(144, text.length * 3.5 + 8);
  const left = Math.min(
    Math.max(box.left + Math.min(box.width, 288) / 2, half + 8),
    window.innerWidth - half - 8,
  );
  return { text, left, top: below ? bottom + 6 : top - 6, below };
}
