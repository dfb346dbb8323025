// Search in the site's own index. The words are kept in the page's address.

const MOST = 50;
const form = document.getElementById("search");
const status = document.getElementById("search-status");
const results = document.getElementById("search-results");
const entries = (await (await fetch(form.dataset.index)).json()).map(([kind, title, url, more]) => ({
  kind, title, url, more, title_: fold(title), text: fold(`${title} ${more}`),
}));

form.elements.words.value = new URL(location.href).searchParams.get("words") ?? "";
document.getElementById("search-lists").hidden = true;
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  const address = new URL(location.href);
  if (form.elements.words.value) address.searchParams.set("words", form.elements.words.value);
  else address.searchParams.delete("words");
  history.replaceState(null, "", address);
  show();
});
show();

// Case and accents make no difference.
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function show() {
  const words = fold(form.elements.words.value).split(/\s+/).filter(Boolean);
  const found = words.length ? entries.filter((entry) => words.every((word) => entry.text.includes(word))) : [];
  found.sort((a, b) => hits(b, words) - hits(a, words));
  results.replaceChildren(...found.slice(0, MOST).map(line));
  status.textContent = words.length ? `${found.length} found${found.length > MOST ? `, ${MOST} shown` : ""}` : "";
}

function hits(entry, words) {
  return words.filter((word) => entry.title_.includes(word)).length;
}

function line({ kind, title, url, more }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const note = document.createElement("span");
  link.href = new URL(url, new URL(form.dataset.index, location.href));
  link.textContent = title;
  note.className = "quiet";
  note.textContent = kind === "event" || !more ? kind : `${kind} · ${more}`;
  item.append(link, note);
  return item;
}
