// Narrows a list that is already on the page. The state is kept in the address's fragment, which is never sent.

const form = document.querySelector("[data-list-form]");
const count = document.querySelector("[data-list-count]");
const empty = document.querySelector("[data-list-empty]");
const fields = [...form.elements].filter((field) => field.name);
const NAMES = fields.map((field) => field.name);
const groups = [...document.querySelectorAll("[data-list-group]")];
const rows = [...document.querySelectorAll("li.row")].map((item) => ({ item, values: valuesOf(item) }));

/** What a row says of itself: facet name → set of values. */
function valuesOf(item) {
  return Object.fromEntries(NAMES.map((name) => [name, new Set((item.dataset[name] ?? "").split(" "))]));
}

const number = (found) => `${found.toLocaleString("nb-NO")} ${found === 1 ? count.dataset.one : count.dataset.many}`;

/** Hide the rows that lack a chosen value, and the groups that are left without rows; count what each choice would give. */
function draw() {
  const chosen = fields.filter((field) => field.value).map(({ name, value }) => [name, value]);
  const counts = Object.fromEntries(NAMES.map((name) => [name, new Map()]));
  let found = 0;
  for (const { item, values } of rows) {
    const missing = chosen.filter(([name, value]) => !values[name].has(value)).map(([name]) => name);
    item.hidden = missing.length > 0;
    if (!missing.length) found += 1;
    if (missing.length > 1) continue;
    for (const name of missing.length ? missing : NAMES) for (const value of values[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  }
  for (const field of fields) {
    for (const option of field.options) {
      if (option.value) option.textContent = option.textContent.replace(/ \(\d+\)$/, ` (${counts[field.name].get(option.value) ?? 0})`);
    }
  }
  for (const group of groups) {
    const shown = group.querySelectorAll("li.row:not([hidden])").length;
    const heading = group.querySelector("h2 .count, h3 .count, summary .count");
    group.hidden = !shown;
    if (heading) heading.textContent = shown;
    if (group.tagName === "DETAILS" && chosen.length) group.open = !group.hidden;
  }
  empty.hidden = found > 0;
  count.textContent = number(found);
}

/** The state in an address: only the names this form knows. */
function stated(text) {
  const parameters = new URLSearchParams(text);
  return NAMES.filter((name) => parameters.has(name)).map((name) => [name, parameters.get(name)]);
}

function choose(state) {
  const wanted = new Map(state);
  for (const field of fields) {
    const value = wanted.get(field.name) ?? "";
    field.value = [...field.options].some((option) => option.value === value) ? value : "";
  }
  draw();
}

const fragment = () => fields.filter((field) => field.value).map((field) => `${field.name}=${encodeURIComponent(field.value)}`).join("&");

function changed() {
  draw();
  history.pushState(null, "", fragment() ? `#${fragment()}` : location.pathname);
}

form.addEventListener("change", changed);
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("[data-list-reset]").addEventListener("click", () => { form.reset(); changed(); fields[0].focus(); });
window.addEventListener("hashchange", () => {
  const state = stated(location.hash.slice(1));
  if (state.length || !location.hash) choose(state);
  else if (fragment()) history.replaceState(null, "", `#${fragment()}`); // «#innhold» is no choice
});
window.addEventListener("popstate", () => { if (!location.hash) choose([]); });

const asked = stated(location.search);
if (asked.length) {
  choose(asked);
  history.replaceState(null, "", fragment() ? `${location.pathname}#${fragment()}` : location.pathname);
} else {
  const state = stated(location.hash.slice(1));
  if (state.length) choose(state);
}
