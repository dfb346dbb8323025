// The preview in an open page: listens for updates, patches what changed, shows the fault of a failed build,
// and says on hovering a mark which plugin made it and why.

const layer = document.createElement("digest-preview");
const shadow = layer.attachShadow({ mode: "open" });
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = "/__digest/preview.css";
shadow.append(style);

let overlay = null;
let version = 0;

// ── updates ─────────────────────────────────────────────────────────────────────────────────────────────

function address() {
  const path = decodeURI(location.pathname).replace(/^\//, "");
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

function listen() {
  const events = new EventSource(`/__digest/events?page=${encodeURIComponent(address())}`);
  events.onmessage = async (message) => {
    const update = JSON.parse(message.data);
    // A server that was started anew counts from one again; what it serves may differ from what is shown.
    const missed = version !== 0 && update.version !== version + 1 && update.version !== version;
    const first = version === 0;
    version = update.version;
    showFaults(update.faults);
    const shown = document.documentElement.dataset.version;
    if (update.faults.length) return;
    if (missed || (first && !document.querySelector("main")) || (!first && update.changed.includes(address()))) {
      await refresh();
    }
    document.documentElement.dataset.version = String(version);
    if (shown !== String(version)) document.dispatchEvent(new CustomEvent("digest:updated"));
  };
}

async function refresh() {
  const response = await fetch(location.href, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const place = landmark();
  patchHead(fresh);
  patchAttributes(document.body, fresh.body);
  patchChildren(document.body, fresh.body);
  document.title = fresh.title;
  if (place) window.scrollBy({ top: place.element.getBoundingClientRect().top - place.top, behavior: "instant" });
  reasons = null;
}

// What the reader looks at stays where it is, even if text above it grew.
function landmark() {
  for (const element of document.querySelectorAll("main [id]")) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return { element, top };
  }
  return null;
}

// ── patching ────────────────────────────────────────────────────────────────────────────────────────────

// A style sheet is exchanged when the new one has arrived, so that the page is never bare.
function patchHead(fresh) {
  const olds = [...document.head.querySelectorAll('link[rel="stylesheet"]')];
  const news = [...fresh.head.querySelectorAll('link[rel="stylesheet"]')];
  for (const next of news) {
    if (olds.some((old) => old.href === next.href)) continue;
    const link = document.importNode(next);
    const stale = olds.filter((old) => path(old) === path(next));
    link.onload = () => stale.forEach((old) => old.remove());
    document.head.append(link);
  }
  for (const old of olds) if (!news.some((next) => path(next) === path(old))) old.remove();
}

const path = (link) => new URL(link.href, location.href).pathname;

// State that people make and the page's source doesn't know.
const KEPT = new Set(["open", "value", "checked", "data-version"]);

function patch(old, next) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  if (old.isEqualNode(next)) return;
  patchAttributes(old, next);
  patchChildren(old, next);
}

function patchAttributes(old, next) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !KEPT.has(name) && !(name === "hidden" && old.dataset.filtered)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (!KEPT.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

// Children are matched by id first, then in order by their kind; what has no match is put in or taken out.
function patchChildren(old, next) {
  const keyed = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
  const wanted = new Set([...next.children].map((child) => child.id).filter(Boolean));
  let cursor = old.firstChild;
  for (const child of [...next.childNodes]) {
    while (cursor && (cursor === layer || (cursor.id && !wanted.has(cursor.id)))) {
      const gone = cursor;
      cursor = cursor.nextSibling;
      if (gone !== layer) gone.remove();
    }
    let match = child.id ? keyed.get(child.id) : undefined;
    if (match) {
      if (match === cursor) cursor = cursor.nextSibling;
      else old.insertBefore(match, cursor);
    } else if (cursor && !cursor.id && !child.id && cursor.nodeName === child.nodeName) {
      match = cursor;
      cursor = cursor.nextSibling;
    } else {
      old.insertBefore(document.importNode(child, true), cursor);
      continue;
    }
    patch(match, child);
  }
  while (cursor) {
    const gone = cursor;
    cursor = cursor.nextSibling;
    if (gone !== layer) gone.remove();
  }
}

// ── faults ──────────────────────────────────────────────────────────────────────────────────────────────

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function showFaults(faults) {
  overlay?.remove();
  overlay = null;
  if (!faults.length) return;
  overlay = element("section", "", "fault");
  overlay.setAttribute("role", "alert");
  overlay.append(element("h2", "The build failed. The page shows the last good one."));
  for (const fault of faults) {
    overlay.append(element("p", fault.message));
    if (fault.file) overlay.append(element("p", `${fault.file}:${fault.line}${fault.column ? `:${fault.column}` : ""}`));
    if (fault.lines.length) {
      const excerpt = element("pre");
      for (const [number, text] of fault.lines) {
        excerpt.append(element("span", `${String(number).padStart(4)}  ${text}\n`, number === fault.line ? "here" : ""));
      }
      overlay.append(excerpt);
    }
  }
  shadow.append(overlay);
}

// ── reasons ─────────────────────────────────────────────────────────────────────────────────────────────

let reasons = null;
let why = null;

async function explain(event) {
  why?.remove();
  const mark = event.target.closest?.("main [id]");
  if (!mark) return;
  reasons ??= fetch(`/__digest/reasons?page=${encodeURIComponent(address())}`).then((response) => response.json());
  const reason = (await reasons)[mark.id];
  if (!reason) return;
  why?.remove();
  why = element("p", reason, "why");
  shadow.append(why);
}

document.documentElement.append(layer);
document.addEventListener("mouseover", explain);
document.addEventListener("focusin", explain);
listen();
