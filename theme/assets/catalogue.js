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

/** Put a state read from an address into the form; values that no offer has are kept, so that the answer is honest. */
function choose(parameters) {
  for (const field of form.elements) {
    if (!FACETS.includes(field.name)) continue;
    const values = (parameters.get(field.name) ?? "").split(",").filter(Boolean);
    if (field.type === "checkbox") field.checked = values.includes(field.value);
    else {
      const value = values[0] ?? "";
      if (value && ![...field.options].some((option) => option.value === value)) {
        const label = field.name === "alder" && /^\d+$/.test(value) ? `${value} år` : value;
        field.append(new Option(label, value));
        field.lastElementChild.dataset.label = label;
      }
      field.value = value;
    }
  }
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
      label.querySelector(".count").textContent = count;
      label.parentElement.classList.toggle("none", count === 0 && !field.checked);
    } else if (field.tagName === "SELECT") {
      for (const option of field.options) {
        const index = table.facets[field.name].indexOf(option.value);
        if (option.value && index >= 0) option.textContent = `${option.dataset.label} (${counts[field.name][index]})`;
      }
    }
  }
}

function drawChosen(state) {
  const chips = FACETS.flatMap((name) => [...state[name]].map((value) => {
    const field = [...form.elements].find((one) => one.name === name && (one.value === value));
    const label = (field?.type === "checkbox" ? field.dataset.label : field?.selectedOptions?.[0]?.dataset.label) ?? value;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.setAttribute("aria-label", `Ta bort ${label}`);
    button.addEventListener("click", () => {
      if (field.type === "checkbox") field.checked = false; else field.value = "";
      changed();
      (chosenLine.querySelector("button") ?? countLine).focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  chosenLine.replaceChildren(...chips);
  chosenLine.hidden = chips.length === 0;
}

async function fetched() {
  if (table) return;
  const get = async (address) => (await fetch(address)).json();
  get(form.dataset.summaries).then((texts) => {
    summaries = texts;
    for (const item of list.children) {
      const line = item.querySelector(".card-summary");
      if (!line.textContent && table) line.textContent = summaries[table.id.indexOf(item.dataset.recordId)] ?? "";
    }
  });
  table = await get(form.dataset.source);
}


async function changed() {
  shown = STEP;
  const state = chosen();
  const wanted = fragment(state);
  const onLanding = form.dataset.facet;
  const here = new URL(onLanding ? new URL(form.dataset.catalogue, location.href) : location.href);
  here.hash = wanted;
  here.search = "";
  if (onLanding) { location.href = here; return; }
  if (location.hash.slice(1) !== wanted) { history.replaceState(null, "", wanted ? `#${wanted}` : location.pathname); }
  await fetched();
  draw(chosen());
}

async function arrived() {
  const query = new URLSearchParams(location.search);
  if (FACETS.some((name) => query.has(name))) {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const name of FACETS) if (query.has(name)) kept.set(name, query.get(name));
    history.replaceState(null, "", `${location.pathname}#${kept.toString().replace(/%2C/g, ",")}`);
  }
  const parameters = new URLSearchParams(location.hash.slice(1));
  if (form.dataset.facet && !parameters.size) parameters.set(form.dataset.facet, form.dataset.value);
  choose(parameters);
  if (form.dataset.facet) return; // a list of its own already shows what it is about
  if (parameters.size) { shown = STEP; await fetched(); draw(chosen()); }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", changed);
more.querySelector("button").addEventListener("click", () => {
  const first = shown;
  shown += STEP;
  draw(chosen());
  list.children[first]?.querySelector("a").focus();
});
window.addEventListener("hashchange", async () => {
  choose(new URLSearchParams(location.hash.slice(1)));
  await fetched();
  draw(chosen());
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
