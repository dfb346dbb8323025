// Shows what is behind a cell of the matrix, and behind a mark in an account, beside it.

const table = document.getElementById("coverage");
const texts = document.getElementById("account-texts");
let note = null;
let opener = null;

// A cell shows its sentence when it is pressed.
table?.addEventListener("click", (event) => {
  const cell = event.target.closest(".matrix td a");
  if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const again = cell === opener;
  close();
  if (!again) showSentence(cell);
});

// A mark says what it leads to and by which rule it was found when the pointer or the focus is on it. A finger can do
// neither, so a tap shows the same with a link instead of following the mark.
texts?.addEventListener("pointerover", (event) => event.pointerType === "mouse" && explain(event.target));
texts?.addEventListener("pointerout", (event) => event.pointerType === "mouse" && !note?.contains(event.relatedTarget) && close());
texts?.addEventListener("focusin", (event) => explain(event.target));
texts?.addEventListener("focusout", (event) => !note?.contains(event.relatedTarget) && close());
texts?.addEventListener("click", (event) => {
  if (!event.target.closest(".text a")) return;
  close();
  if (event.pointerType !== "touch") return;
  event.preventDefault();
  explain(event.target, texts.dataset.open);
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !note) return;
  if (note.contains(document.activeElement)) opener.focus();
  close();
});
addEventListener("click", (event) => {
  if (note && !note.contains(event.target) && !opener.contains(event.target)) close();
});

function showSentence(cell) {
  const paragraph = document.getElementById(cell.hash.slice(1));
  const [offset, length] = cell.dataset.at.split(",").map(Number);
  const head = cell.closest("table").tHead.rows[0].cells[cell.parentElement.cellIndex];
  const there = link(cell.hash, table.dataset.read);
  const line = element("p");
  line.append(head.firstElementChild.cloneNode(true), " ", there);
  open(cell, quotation(paragraph.textContent, offset, length), line);
  there.focus({ preventScroll: true });
}

function explain(target, going) {
  const mark = target.closest(".text a");
  if (!mark || mark === opener) return;
  const own = mark.host === location.host && mark.pathname === location.pathname;
  const entry = own ? document.getElementById(mark.hash.slice(1)) : null;
  const rule = document.getElementById(mark.dataset.rule)?.lastChild;
  const lines = [entry && (entry.querySelector("h3") ?? entry.lastChild), entry?.querySelector(".rule"), rule].filter(Boolean);
  if (!lines.length && !going) return;
  close();
  open(mark, ...lines.map((line) => element("p", line.textContent.trim())));
  if (going) {
    const line = element("p");
    line.append(link(mark.href, going));
    note.append(line);
  } else {
    note.role = "tooltip";
    note.id = "peek";
    note.addEventListener("pointerleave", close);
    mark.setAttribute("aria-describedby", note.id);
  }
}

function open(at, ...content) {
  note = element("div");
  note.className = "peek";
  note.append(...content);
  document.body.append(note);
  opener = at;
  const place = [...at.getClientRects()].at(-1);
  const left = Math.min(place.left, document.documentElement.clientWidth - note.offsetWidth - 16);
  note.style.left = `${Math.max(16, left) + scrollX}px`;
  note.style.top = `${place.bottom + scrollY}px`;
}

function close() {
  opener?.removeAttribute("aria-describedby");
  note?.remove();
  note = opener = null;
}

// Offsets are code points, as everywhere in this project; JavaScript counts in halves of them.
function quotation(text, offset, length) {
  const points = [...text];
  const before = points.slice(0, offset).join("");
  const words = points.slice(offset, offset + length).join("");
  const after = points.slice(offset + length).join("");
  const from = Math.max(...[". ", "? ", "! ", "” "].map((end) => before.lastIndexOf(end) + 1));
  const to = after.search(/[.?!]["”’]?(\s|$)/);
  const quotation = element("q");
  quotation.dir = "auto";
  quotation.append(before.slice(from).trimStart(), element("mark", words), to < 0 ? after : after.slice(0, to + 1));
  return quotation;
}

function link(address, text) {
  const made = element("a", text);
  made.href = address;
  made.addEventListener("click", close);
  return made;
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
