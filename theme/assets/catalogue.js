// The catalogue's filters: they work on a table of columns, at once, and keep their state in the address's fragment.

const form = document.getElementById("filtre");
const list = document.getElementById("tilbudsliste");
const countLine = document.getElementById("antall");
const chosenLine = document.getElementById("valgte");
const empty = document.getElementById("ingen");
const more = document.getElementById("vis-flere");
const pager = document.querySelector(".pager");
const template = document.getElementById("kort");

const FACETS = ["kommune", "tema", "type", "alder", "henvisning", "pris", "kveld", "maalgruppe"];
const STEP = 48;

/** Every value's words, read once from the form: facet and value → words. */
const words = new Map();
for (const field of form.elements) {
  if (field.tagName === "SELECT") for (const option of field.options) words.set(`${field.name} ${option.value}`, option.textContent.replace(/ \(\d+\)$/, ""));
  else if (field.type === "checkbox") words.set(`${field.name} ${field.value}`, field.nextSibling.textContent.trim());
}

/** A value in words; one that no offer has is shown as it stands in the address. */
const inWords = (name, value) => words.get(`${name} ${value}`) ?? (name === "alder" && /^\d+$/.test(value) ? `${value} år` : value);

let table; // the columns, once they have been fetched
let summaries = [];
let shown = STEP;

const asList = (value) => (Array.isArray(value) ? value : [value]);
const number = (count) => `${count.toLocaleString("nb-NO").replace(/\u00a0/g, "\u202f")} tilbud`;

/** What the form says: facet name → set of chosen values. */
function chosen() {
  const state = {};
  for (const name of FACETS) state[name] = new Set();
  for (const field of form.elements) {
    if (!FACETS.includes(field.name)) continue;
    if (field.type === "checkbox" ? field.checked : field.value) state[field.name].add(field.value);
  }
  return state;
}

/** What the address says about facets, or nothing when its fragment is about something else («#innhold»). */
function stated() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return !parameters.size || FACETS.some((name) => parameters.has(name)) ? parameters : null;
}

/** Put a state read from an address into the form. A value the form has no room for is kept beside it, so that the answer is honest. */
function choose(parameters) {
  for (const field of form.querySelectorAll("[data-extra]")) field.remove();
  for (const name of FACETS) {
    const values = new Set((parameters.get(name) ?? "").split(",").filter(Boolean));
    for (const field of [...form.elements].filter((one) => one.name === name)) {
      if (field.type === "checkbox") field.checked = values.delete(field.value);
      else {
        const [first = ""] = values;
        if (![...field.options].some((option) => option.value === first)) field.append(new Option(inWords(name, first), first));
        field.value = first;
        values.delete(first);
      }
    }
    for (const value of values) form.append(extra(name, value));
  }
}

/** A hidden tick for a value that the form does not show. */
function extra(name, value) {
  const field = Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked: true, hidden: true });
  field.dataset.extra = "";
  return field;
}

const fragment = (state) => FACETS.filter((name) => state[name].size)
  .map((name) => `${name}=${[...state[name]].map(encodeURIComponent).join(",")}`).join("&");

/** For each facet, a test on row numbers: does the offer have one of the chosen values? */
function tests(state) {
  return FACETS.filter((name) => state[name].size).map((name) => {
    const wanted = new Set([...state[name]].map((value) => table.facets[name].indexOf(value)));
    const ages = name === "alder" ? [...state[name]].filter((value) => /^\d+$/.test(value)).map(Number) : [];
    const column = table.values[name];
    return { name, test: (row) => asList(column[row]).some((value) => wanted.has(value))
      || (table.ages[row] !== 0 && ages.some((age) => table.ages[row][0] <= age && age <= table.ages[row][1])) };
  });
}

/** Rows that pass every test, and per facet how many offers each value would give with the other facets as they are. */
function filtered(state) {
  const all = tests(state);
  const rows = [];
  const counts = Object.fromEntries(FACETS.map((name) => [name, new Array(table.facets[name].length).fill(0)]));
  for (let row = 0; row < table.id.length; row += 1) {
    let failed = null;
    let failures = 0;
    for (const { name, test } of all) {
      if (!test(row)) { failed = name; failures += 1; if (failures > 1) break; }
    }
    if (failures > 1) continue;
    if (failures === 0) rows.push(row);
    for (const name of failures ? [failed] : FACETS) for (const value of asList(table.values[name][row])) counts[name][value] += 1;
  }
  return { rows, counts };
}

function card(row) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.dataset.recordId = table.id[row];
  const link = item.querySelector("a");
  link.href = new URL(`${table.id[row]}/`, new URL(form.dataset.catalogue, location.href));
  link.textContent = table.title[row];
  item.querySelector(".card-place").textContent = table.words[table.place[row]];
  item.querySelector(".card-summary").textContent = summaries[row] ?? "";
  item.querySelector(".card-facts").replaceChildren(...table.facts[row].map((fact) => Object.assign(document.createElement("li"), { textContent: table.words[fact] })));
  const age = item.querySelector(".card-age");
  const standing = table.words[table.standing[row]];
  if (standing) age.append(Object.assign(document.createElement("strong"), { textContent: standing }), " · ");
  age.append(table.words[table.age_line[row]]);
  return item;
}

function draw(state) {
  const { rows, counts } = filtered(state);
  list.replaceChildren(...rows.slice(0, shown).map(card));
  list.hidden = rows.length === 0;
  empty.hidden = rows.length > 0;
  more.hidden = rows.length <= shown;
  if (pager) pager.hidden = true;
  countLine.textContent = number(rows.length);
  drawCounts(counts);
  drawChosen(state);
}

function drawCounts(counts) {
  for (const field of form.elements) {
    if (field.type === "checkbox" && FACETS.includes(field.name)) {
      const count = counts[field.name][table.facets[field.name].indexOf(field.value)] ?? 0;
      const label = field.closest("label");
      if (!label) continue;
      label.querySelector(".count").textContent = count;
      label.parentElement.classList.toggle("none", count === 0 && !field.checked);
    } else if (field.tagName === "SELECT") {
      for (const option of field.options) {
        const index = table.facets[field.name].indexOf(option.value);
        if (option.value && index >= 0) option.textContent = `${inWords(field.name, option.value)} (${counts[field.name][index]})`;
      }
    }
  }
}

function drawChosen(state) {
  const chips = FACETS.flatMap((name) => [...state[name]].map((value) => {
    const field = [...form.elements].find((one) => one.name === name && (one.value === value));
    const label = inWords(name, value);
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.setAttribute("aria-label", `Ta bort ${label}`);
    button.addEventListener("click", async () => {
      if (field.type === "checkbox") field.checked = false; else field.value = "";
      await changed();
      (chosenLine.querySelector("button") ?? countLine).focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  chosenLine.replaceChildren(...chips);
  chosenLine.hidden = chips.length === 0;
}

const json = async (address) => (await fetch(address)).json();
let fetching;

/** The table, fetched once; the summaries are filled in when they come. */
function fetched() {
  if (fetching) return fetching;
  const texts = json(form.dataset.summaries).catch(() => []);
  fetching = json(form.dataset.source).then((columns) => { table = columns; });
  Promise.all([texts, fetching]).then(([all]) => {
    summaries = all;
    for (const item of list.children) item.querySelector(".card-summary").textContent ||= summaries[table.id.indexOf(item.dataset.recordId)] ?? "";
  }, () => {});
  return fetching;
}

/** Show what the form says, at once or as soon as the table is there. */
async function show() {
  shown = STEP;
  try {
    await fetched();
  } catch {
    fetching = undefined;
    countLine.textContent = "Fikk ikke hentet tilbudene. Prøv igjen.";
    return;
  }
  draw(chosen());
}

async function changed() {
  const wanted = fragment(chosen());
  if (location.hash.slice(1) !== wanted) history.pushState(null, "", wanted ? `#${wanted}` : location.pathname);
  await show();
}

async function arrived() {
  const query = new URLSearchParams(location.search);
  const asked = FACETS.filter((name) => query.has(name));
  const parameters = stated() ?? new URLSearchParams();
  for (const name of asked) parameters.set(name, query.get(name));
  choose(parameters);
  const wanted = fragment(chosen());
  if (asked.length) history.replaceState(null, "", `${location.pathname}#${wanted}`);
  if (parameters.size > 0) await show();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", changed);
more.querySelector("button").addEventListener("click", () => {
  const first = shown;
  shown += STEP;
  draw(chosen());
  list.children[first]?.querySelector("a").focus();
});
window.addEventListener("hashchange", () => {
  const parameters = stated();
  const now = fragment(chosen());
  if (parameters) { choose(parameters); show(); } else if (now) history.replaceState(null, "", `#${now}`);
});

const toggle = form.querySelector(".filters-toggle");
const groups = document.getElementById("filterliste");
toggle.addEventListener("click", () => {
  const open = groups.classList.toggle("is-open");
  toggle.setAttribute("aria-expanded", open);
  toggle.textContent = open ? "Skjul valg" : "Vis valg";
});
countLine.tabIndex = -1;
arrived();
