// Shows the sentence behind a cell of the matrix, taken from the account on the same page.

const table = document.getElementById("coverage");
let note = null;
let opener = null;

table?.addEventListener("click", (event) => {
  const cell = event.target.closest(".matrix td a");
  if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const again = cell === opener;
  close();
  if (!again) open(cell);
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !note) return;
  const back = opener;
  close();
  back.focus();
});
addEventListener("click", (event) => {
  if (note && !note.contains(event.target) && !event.target.closest?.(".matrix td a")) close();
});

function open(cell) {
  const paragraph = document.getElementById(cell.hash.slice(1));
  if (!paragraph) {
    location.hash = cell.hash;
    return;
  }
  const [offset, length] = cell.dataset.at.split(",").map(Number);
  note = document.createElement("div");
  note.className = "peek";
  note.append(quotation(paragraph.textContent, offset, length), link(cell));
  document.body.append(note);
  place(note, cell);
  opener = cell;
  note.querySelector("a").focus({ preventScroll: true });
}

function close() {
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
  const quotation = document.createElement("q");
  const mark = document.createElement("mark");
  quotation.dir = "auto";
  mark.textContent = words;
  quotation.append(before.slice(from).trimStart(), mark, to < 0 ? after : after.slice(0, to + 1));
  return quotation;
}

function link(cell) {
  const line = document.createElement("p");
  const siglum = document.createElement("span");
  const there = document.createElement("a");
  siglum.className = `s ${[...cell.classList].find((name) => /^w\d$/.test(name))}`;
  siglum.textContent = heading(cell);
  there.href = cell.hash;
  there.textContent = table.dataset.read;
  there.addEventListener("click", close);
  line.append(siglum, " ", there);
  return line;
}

// The letters at the head of the cell's column.
function heading(cell) {
  return cell.closest("table").tHead.rows[0].cells[cell.parentElement.cellIndex].textContent.trim();
}

function place(note, cell) {
  const at = cell.getBoundingClientRect();
  const left = Math.min(at.left, document.documentElement.clientWidth - note.offsetWidth - 16);
  note.style.left = `${Math.max(16, left) + scrollX}px`;
  note.style.top = `${at.bottom + scrollY + 10}px`;
}
