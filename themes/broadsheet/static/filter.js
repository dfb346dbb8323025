// Filters entries by kind, outlet and words. The choice is kept in the page's address.

const form = document.getElementById("filter");
if (form) start(form);

function start(form) {
  const entries = [...document.querySelectorAll(":is(.differences, .entries, .filtered) > li")];
  const status = document.getElementById("filter-status");
  restore(form);
  form.hidden = false;
  form.addEventListener("input", () => {
    apply();
    remember(form);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();

  function apply() {
    const wanted = choice(form);
    const shown = entries.filter((entry) => {
      entry.hidden = !matches(entry, wanted);
      return !entry.hidden;
    });
    status.textContent = shown.length < entries.length ? form.dataset.shown.replace("{shown}", shown.length).replace("{all}", entries.length) : "";
    // What was asked for is not left in a fold.
    const asked = Object.values(wanted).some((choices) => choices.length);
    if (asked) for (const entry of shown) entry.closest("details")?.setAttribute("open", "");
  }
}

function choice(form) {
  const data = new FormData(form);
  const words = (data.get("words") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return { kinds: data.getAll("kind"), outlets: data.getAll("outlet"), words };
}

function matches(entry, { kinds, outlets, words }) {
  const names = entry.dataset.outlets?.split("|");
  const text = words.length ? entry.textContent.toLowerCase() : "";
  return (
    (!kinds.length || kinds.includes(entry.dataset.kind)) &&
    outlets.every((outlet) => names.includes(outlet)) &&
    words.every((word) => text.includes(word))
  );
}

function remember(form) {
  const address = new URL(location.href);
  for (const name of ["kind", "outlet", "words"]) {
    address.searchParams.delete(name);
    for (const value of new FormData(form).getAll(name)) if (value) address.searchParams.append(name, value);
  }
  history.replaceState(null, "", address);
}

function restore(form) {
  const wanted = new URL(location.href).searchParams;
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = wanted.getAll(field.name).includes(field.value);
    if (field.checked && field.closest("details")) field.closest("details").open = true;
    if (field.type === "search") field.value = wanted.get(field.name) ?? "";
  }
}
