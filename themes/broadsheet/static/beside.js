// Puts two accounts side by side. Scrolling one scrolls the other to the same point of the story: where both have
// a version of one remark or of one fact, these stand level.

const form = document.getElementById("beside");
const accounts = document.getElementById("account-texts");
let unlink = () => {};

if (form) {
  form.elements.right.append(...[...form.elements.left.options].map((option) => option.cloneNode(true)));
  const wanted = new URL(location.href).searchParams;
  for (const side of ["left", "right"]) choose(form.elements[side], wanted.get(side));
  form.hidden = false;
  form.addEventListener("change", () => {
    remember();
    lay();
  });
  accounts.addEventListener("shown", (event) => {
    const account = event.target.closest(".account");
    if (!accounts.classList.contains("side") || account.classList.contains("shown")) return;
    form.elements.right.value = "";
    lay();
  });
  lay();
}

function choose(select, value) {
  if (value && [...select.options].some((option) => option.value === value)) select.value = value;
}

function lay() {
  unlink();
  unlink = () => {};
  const left = document.getElementById(form.elements.left.value);
  const right = document.getElementById(form.elements.right.value);
  const side = Boolean(left && right && left !== right);
  accounts.classList.toggle("side", side);
  for (const account of accounts.querySelectorAll(".account")) {
    account.classList.toggle("left", side && account === left);
    account.classList.toggle("right", side && account === right);
    account.classList.toggle("shown", side && (account === left || account === right));
  }
  if (side) {
    left.open = right.open = true;
    unlink = connect(left, right);
  }
}

function remember() {
  const address = new URL(location.href);
  const { left, right } = form.elements;
  for (const select of [left, right]) {
    if (right.value) address.searchParams.set(select.name, select.value);
    else address.searchParams.delete(select.name);
  }
  history.replaceState(null, "", address);
}

function connect(left, right) {
  const stop = new AbortController();
  let leader = left;
  for (const [one, other, from, to] of [[left, right, 0, 1], [right, left, 1, 0]]) {
    for (const sign of ["pointerenter", "focusin", "touchstart"]) {
      one.addEventListener(sign, () => { leader = one; }, { signal: stop.signal, passive: true });
    }
    one.addEventListener("scroll", () => {
      if (leader === one) other.scrollTop = travel(one.scrollTop, points(left, right), from, to);
    }, { signal: stop.signal, passive: true });
  }
  return () => stop.abort();
}

// Pairs of heights that belong together, both rising.
function points(left, right) {
  const found = [];
  for (const mark of left.querySelectorAll('.text :is([href^="#a-"], [href^="#d-"])')) {
    const twin = right.querySelector(`.text a[href="${mark.getAttribute("href")}"]`);
    if (twin) found.push([height(mark, left), height(twin, right)]);
  }
  found.sort((a, b) => a[0] - b[0]);
  const rising = [[0, 0]];
  for (const pair of found) {
    const last = rising[rising.length - 1];
    if (pair[0] > last[0] + 40 && pair[1] > last[1] + 40) rising.push(pair);
  }
  rising.push([left.scrollHeight, right.scrollHeight]);
  return rising;
}

function height(mark, pane) {
  return mark.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop - pane.clientHeight / 3;
}

function travel(at, pairs, from, to) {
  const next = Math.max(1, pairs.findIndex((pair) => pair[from] > at));
  const [a, b] = [pairs[next - 1], pairs[next]];
  return a[to] + ((at - a[from]) / Math.max(1, b[from] - a[from])) * (b[to] - a[to]);
}
