// Opens what is folded around the place that the address names, and lights the whole of a mark.

addEventListener("hashchange", show);
show();

function show() {
  document.querySelectorAll(".lit").forEach((piece) => piece.classList.remove("lit"));
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.closest("[hidden]")?.removeAttribute("hidden");
  target.dispatchEvent(new CustomEvent("shown", { bubbles: true }));
  pieces(target).forEach((piece) => piece.classList.add("lit"));
  target.scrollIntoView({ block: target.matches("a, span") ? "center" : "start" });
}

// A mark that others overlap is in several pieces; only the first has its id.
function pieces(target) {
  const kind = ["d", "v", "q"].find((name) => target.classList.contains(name));
  const found = [];
  let piece = target;
  while (kind && piece instanceof Element && piece.classList.contains(kind)) {
    found.push(piece);
    piece = piece.nextSibling;
  }
  return found;
}
