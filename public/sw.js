// Keeps the page of the newest build, so that it opens without a network. Never what it shows: that is the page's own affair.
// The document comes from the server whenever it answers; the files under /assets/ are named by their content and never change.
// To be rid of it, serve in its place: self.registration.unregister().
const store = 'outboard-page';
const patienceMs = 3000;
const fixed = ['/theme.js', '/favicon.svg'];

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(fetch('/', { cache: 'no-cache' }).then(keep));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (pathname === '/') event.respondWith(page(event));
  else if (pathname.startsWith('/assets/') || fixed.includes(pathname)) event.respondWith(file(event));
});

async function page(event) {
  const asked = fetch(event.request, { signal: AbortSignal.timeout(patienceMs) });
  try {
    const answer = await asked;
    if (answer.ok) event.waitUntil(keep(answer.clone()));
    if (answer.status < 500) return answer;
  } catch {
    // Nobody answers, or not in time: the page that is kept is better than none.
  }
  return (await caches.match('/')) ?? fetch(event.request);
}

async function file(event) {
  const { pathname } = new URL(event.request.url);
  const kept = await caches.match(pathname);
  if (kept === undefined) return fetch(event.request);
  if (fixed.includes(pathname)) event.waitUntil(refresh(pathname));
  return kept;
}

async function refresh(path) {
  const cache = await caches.open(store);
  await cache.add(path).catch(() => {});
}

// A page is kept only when all of its files are; those of the page before stay for the tabs that still show it.
async function keep(answer) {
  const cache = await caches.open(store);
  const html = await answer.clone().text();
  const before = await (await cache.match('/'))?.text();
  if (!answer.ok || html === before) return;
  const needed = await keepAll(cache, [...fixed, ...assetsIn(html)]);
  await cache.put('/', answer);
  const kept = new Set([...needed, ...assetsIn(before ?? ''), '/']);
  for (const { url } of await cache.keys()) if (!kept.has(new URL(url).pathname)) await cache.delete(url);
}

async function keepAll(cache, paths, seen = new Set()) {
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!(await cache.match(path))) await cache.add(path);
    if (path.endsWith('.js')) await keepAll(cache, assetsIn(await (await cache.match(path)).text()), seen);
  }
  return seen;
}

function assetsIn(text) {
  return [...text.matchAll(/\/([\w.-]+-[\w-]{8}\.(?:js|css|woff2))/g)].map(([, name]) => `/assets/${name}`);
}
