// The phone's service worker: keeps the page itself, so that it opens without a connection. Data is not its business: the
// page keeps the day and what waits to be sent in a database of its own (src/phone/storage.ts).

const SHELL = 'apgaita-shell-1';
/** Every page of the phone is the same file. */
const PAGE = '/my';
/** A weak connection is given so long before the kept page opens, milliseconds. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherCaches().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (url.pathname === PAGE || url.pathname.startsWith(`${PAGE}/`)))
    event.respondWith(openPage());
  else if (isFixed(url.pathname)) event.respondWith(keptOrFetched(request));
});

/** Files whose name changes with their content, and the few beside the page. */
function isFixed(path) {
  return path.startsWith('/assets/') || path === '/favicon.svg' || path === '/manifest.webmanifest' || path.startsWith('/icon-');
}

/** Fetches the page and every file it names, and only then takes them in the place of the old ones. */
async function keepPage() {
  const page = await fetch(PAGE, { cache: 'no-cache', credentials: 'same-origin' });
  if (!page.ok) throw new Error(`the page answered ${page.status}`);
  const html = await page.clone().text();
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path).filter(isFixed);
  const cache = await caches.open(SHELL);
  await cache.addAll(files);
  await cache.put(PAGE, page);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/assets/') && !files.includes(pathname)) await cache.delete(url);
  }
}

/** The newest page where there is a connection, else the kept one. */
async function openPage() {
  const kept = await caches.match(PAGE, { cacheName: SHELL });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  const fetched = fetch(PAGE, { cache: 'no-cache', credentials: 'same-origin' }).then((answer) => {
    if (answer.ok) void keepPage().catch(() => undefined);
    return answer.ok ? answer : (kept ?? answer);
  });
  try {
    return (await (kept ? Promise.race([fetched, late]) : fetched)) ?? fetched;
  } catch {
    return kept ?? Response.error();
  }
}

async function keptOrFetched(request) {
  const kept = await caches.match(request, { cacheName: SHELL });
  return kept ?? fetch(request);
}

async function dropOtherCaches() {
  for (const name of await caches.keys()) if (name !== SHELL) await caches.delete(name);
}
