// Search; what is looked for is kept in the page's address. Where the site has an index by pagefind, in all of its
// text. Otherwise, and in files opened from a disk, in the small index that every site has: this is no module, since
// browsers refuse modules there.

(async () => {
  const MOST = 50;
  const MOST_PARTS = 3;
  const form = document.getElementById("search");
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  const pagefind = await load();
  const find = pagefind ? findEverywhere : findInIndex;
  const entries = pagefind ? [] : searchIndex.map(([kind, title, url, more]) => ({
    title, url, note: kind === "event" || !more ? form.dataset[kind] : `${form.dataset[kind]} · ${more}`, head: fold(title), text: fold(`${title} ${more}`),
  }));
  let latest = 0;

  if (pagefind) await offerFilters();
  const address = new URL(location.href);
  for (const field of form.elements) if (field.name) field.value = address.searchParams.get(field.name) ?? "";
  document.getElementById("search-lists").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const asked = [...new FormData(form)].filter(([, value]) => value);
    history.replaceState(null, "", `?${new URLSearchParams(asked)}`);
    show();
  });
  await show();

  async function load() {
    if (!form.dataset.pagefind || location.protocol === "file:") return null;
    try {
      const found = await import(new URL(form.dataset.pagefind, location.href));
      await found.init();
      return found;
    } catch {
      return null; // such as in a preview, which has no index
    }
  }

  async function offerFilters() {
    const known = await pagefind.filters();
    for (const select of form.querySelectorAll("select")) {
      const names = Object.keys(known[select.name] ?? {}).sort((a, b) => a.localeCompare(b));
      select.append(...names.map((name) => new Option(name, name)));
      select.closest("label").hidden = !names.length;
    }
  }

  async function show() {
    const number = ++latest;
    const { found, shown } = await find(form.elements.words.value.trim());
    if (number !== latest) return; // somebody has typed on
    results.replaceChildren(...shown.map(line));
    const asked = [...new FormData(form).values()].some(Boolean);
    status.textContent = asked ? form.dataset[found > MOST ? "cut" : "found"].replace("{found}", found).replace("{shown}", MOST) : "";
  }

  function findInIndex(asked) {
    const words = fold(asked).split(/\s+/).filter(Boolean);
    const found = words.length ? entries.filter((entry) => words.every((word) => entry.text.includes(word))) : [];
    const hits = (entry) => words.filter((word) => entry.head.includes(word)).length;
    found.sort((a, b) => hits(b) - hits(a));
    return { found: found.length, shown: found.slice(0, MOST) };
  }

  async function findEverywhere(asked) {
    const filters = {};
    for (const select of form.querySelectorAll("select")) if (select.value) filters[select.name] = select.value;
    if (!asked && !Object.keys(filters).length) return { found: 0, shown: [] };
    const { results: all } = await pagefind.search(asked || null, { filters });
    const pages = await Promise.all(all.slice(0, MOST).map((result) => result.data()));
    const shown = pages.map(({ meta, url, excerpt, sub_results: parts }) => ({
      title: meta.title, url, excerpt, parts: parts.filter((part) => part.url !== url).slice(0, MOST_PARTS),
    }));
    return { found: all.length, shown };
  }

  // Case and accents make no difference.
  function fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function line({ title, url, note = "", excerpt = "", parts = [] }) {
    const item = document.createElement("li");
    item.append(link(title, url), element("span", "quiet", note));
    if (excerpt && !parts.length) item.append(marked(excerpt));
    for (const part of parts) {
      const place = element("p", "part", "");
      place.append(link(part.title, part.url), marked(part.excerpt));
      item.append(place);
    }
    return item;
  }

  function link(text, url) {
    const found = element("a", "", text);
    found.href = new URL(url, location.href);
    return found;
  }

  function element(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.textContent = text;
    return made;
  }

  // Pagefind's excerpts are text in which the words found are between tags and angle brackets are escaped.
  function marked(excerpt) {
    const made = element("span", "excerpt", "");
    excerpt.split(/<\/?mark>/).forEach((piece, at) => {
      made.append(element(at % 2 ? "mark" : "span", "", piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">")));
    });
    return made;
  }
})();
