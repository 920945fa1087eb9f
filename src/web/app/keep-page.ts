/** After the board stands: what is kept for later should not delay what is wanted now. */
const idleMs = 3000;

/** Has the browser keep the page itself, so that it opens without a network (`public/sw.js`). Not every address may: then it does not. */
export function keepPage(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    setTimeout(() => void navigator.serviceWorker.register('/sw.js').catch(() => {}), idleMs);
  });
}
