// The search page: the question and the choices stand in the address's fragment, which no server sees. From there the
// results, how the question was understood, and the facets are drawn. Words of danger show help before anything else.

import { element, number } from "./elements.js";
import { FACETS, ownChoices } from "./search-engine.js";
import { engine, shortened } from "./search-box.js";
import { nearTopics, pieces, readAs, wantedTerms } from "./search-marks.js";

const form = document.getElementById("sokeskjema");
const field = document.getElementById("q");
const filters = document.getElementById("filtre");
const list = document.getElementById("resultater");
const status = document.getElementById("resultatstatus");
const underway = document.getElementById("underveis"); // above all that is drawn: what is not there yet cannot be moved
const danger = document.getElementById("fare");
const understood = document.getElementById("forstatt");
const chosenList = document.getElementById("valgte");
const pager = document.getElementById("sider");
const help = document.getElementById("sokehjelp");
const explanation = document.getElementById("forklaring");
const root = new URL("..", import.meta.url);

const PAGE = 10;
const KEYS = ["q", ...FACETS, "ord", "side", "forklar"];
const AS_WORDS = { kommune: "stedet", alder: "alderen" };
const MANY = 8; // values of a facet shown before the rest is folded away
const SLOW = 600; // milliseconds before it is said that an answer is on its way


/** What the address asks: the question, choices by facet, what to read as words, and the page. */
function stateOf(parameters) {
  const values = (name) => (parameters.get(name) ?? "").split(",").filter((one, place, all) => one && all.indexOf(one) === place);
  const chosen = Object.fromEntries(FACETS.map((name) => [name, values(name)]).filter(([, found]) => found.length));
  return { q: parameters.get("q") ?? "", chosen, asWords: values("ord"), page: Math.max(1, Number.parseInt(parameters.get("side"), 10) || 1), explain: parameters.get("forklar") === "1" };
}

function fragmentOf({ q, chosen, asWords = [], page = 1, explain = false }) {
  const parts = [["q", q.trim()], ...FACETS.map((name) => [name, (chosen[name] ?? []).join(",")]), ["ord", asWords.join(",")], ["side", page > 1 ? String(page) : ""], ["forklar", explain ? "1" : ""]];
  return parts.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ",")}`).join("&");
}

let state = stateOf(new URLSearchParams());
let answered; // the last answer: what the facets count
let turn = 0; // the question being answered; an answer to an earlier one is not drawn

function go(changed) {
  const wanted = fragmentOf({ ...state, page: 1, ...changed });
  unready();
  if (location.hash.slice(1) === wanted) answer();
  else location.hash = wanted;
}

/** What stands is no longer the answer: said at once, for the address changes before the answer is made. */
function unready() {
  for (const part of [list, filters]) part.removeAttribute("data-ready");
}

async function answer() {
  const mine = turn += 1;
  unready();
  field.value = state.q;
  const asked = state.q.trim() !== "" || Object.keys(state.chosen).length > 0;
  help.hidden = asked;
  if (!asked) return empty();
  const waiting = setTimeout(() => { if (mine === turn && !list.dataset.ready) underway.textContent = "Henter det søket trenger …"; }, SLOW);
  try {
    const search = await engine();
    const found = await search.search(state.q, state);
    if (mine !== turn) return;
    await draw(search, found, mine);
  } catch (fault) {
    if (mine !== turn) return;
    console.error(fault);
    failed();
  } finally {
    clearTimeout(waiting);
  }
}

/** Without the index no question can be understood, so help is shown whatever was asked. */
function failed() {
  empty();
  const again = element("button", { type: "button", className: "button-quiet", textContent: "Prøv igjen" });
  again.addEventListener("click", () => { status.focus(); answer(); });
  status.textContent = "Fikk ikke hentet det søket trenger. Sjekk nettet og prøv igjen, eller velg et tema under.";
  list.after(element("p", { id: "ingen-treff" }, again));
  danger.hidden = false;
  help.hidden = false;
}

function empty() {
  list.replaceChildren();
  document.getElementById("ingen-treff")?.remove();
  for (const part of [danger, understood, chosenList, pager, filters, explanation]) part.hidden = true;
  for (const line of [status, underway]) line.textContent = "";
  list.dataset.ready = "true";
}

async function draw(search, found, mine) {
  const { question, hits } = found;
  underway.textContent = "";
  drawDanger(search, question);
  const pages = Math.max(1, Math.ceil(hits.length / PAGE));
  const page = Math.min(state.page, pages);
  const shownHits = hits.slice((page - 1) * PAGE, page * PAGE);
  const items = await search.shown(shownHits.map((hit) => hit.document));
  if (mine !== turn) return;
  const wanted = wantedTerms(question);
  list.replaceChildren(...items.map((item, place) => result(search, item, shownHits[place], wanted)));
  list.start = (page - 1) * PAGE + 1;
  drawUnderstood(search, found, items);
  drawPager(page, pages);
  explanation.hidden = !hits.length;
  explanation.firstChild.setAttribute("aria-pressed", String(state.explain));
  status.textContent = said(hits.length, page, pages);
  drawEmpty(search, hits.length);
  filters.hidden = !hits.length && !Object.keys(state.chosen).length; // its place is taken before the counts come
  list.dataset.ready = "true";
  answered = found;
  await drawFacets(search, found, mine).catch((fault) => {
    console.error(fault);
    if (mine === turn) filters.hidden = true; // the results stand
  });
}

function said(count, page, pages) {
  const on = state.q.trim() ? ` på «${shortened(state.q)}»` : "";
  if (!count) return `Ingen treff${on}.`;
  return `${number(count)} treff${on}${pages > 1 ? `, side ${page} av ${pages}` : ""}.`;
}

/** Help before results, whatever else was asked for. */
function drawDanger(search, question) {
  danger.hidden = !question.danger;
  if (!question.danger) return;
  const topic = search.names.topics[question.danger];
  document.getElementById("farelenke").replaceChildren(...(topic ? ["Les mer: ", element("a", { className: "more", href: new URL(`tema/${question.danger}/`, root), textContent: topic })] : []));
}

/** One result: title with kind and place, a line, and why it was found. */
function result(search, item, hit, wanted) {
  const title = pieces(search.language, item.title, wanted);
  const line = pieces(search.language, item.line, wanted);
  const [label] = search.names.kinds[item.kind];
  const about = [label, item.place, item.usable ? "" : "Ikke i bruk da det ble beskrevet"].filter(Boolean).join(" · ");
  const made = element("li", {},
    element("a", { href: new URL(item.address, root) }, ...drawn(title)),
    element("p", { className: "result-kind", textContent: about }));
  made.dataset.recordKind = item.kind;
  made.dataset.recordId = item.id;
  if (item.line) made.append(element("p", { className: "result-line" }, ...drawn(line)));
  const unseen = ![...title, ...line].some((piece) => piece.matches);
  const facts = [...item.facts, ...(unseen ? reason(search, hit) : [])];
  if (facts.length) made.append(element("p", { className: "result-facts", textContent: facts.join(" · ") }));
  if (state.explain) made.append(explained(search, hit));
  return made;
}

const drawn = (parts) => parts.map(({ text, matches }) => (matches ? element("mark", { textContent: text }) : text));

/** Why it was found, when none of the words stands where it can be seen: «Gjelder: Sover dårlig». */
function reason(search, hit) {
  const topics = hit.reasons.flatMap((one) => one.terms).filter((term) => term.startsWith("@")).map((term) => search.names.topics[term.slice(1)]);
  return topics.length ? [`Gjelder: ${[...new Set(topics)].join(", ")}`] : [];
}

/** Points and factors of one hit, for those who look after the search. */
function explained(search, hit) {
  const rows = hit.reasons.map((one) => {
    const places = search.names.fields.filter((_, bit) => one.fields & (1 << bit)).join(", ");
    return element("li", { textContent: `«${one.text}» ved ${one.terms.join(" + ")} i ${places}: ${number(one.points)}` });
  });
  const factors = Object.entries(hit.factors).map(([name, percent]) => `${name} ${percent} %`).join(" · ");
  return element("details", { className: "result-why", open: true }, element("summary", { textContent: `Poeng ${number(hit.score)}` }), element("ul", {}, ...rows), element("p", { textContent: factors }));
}

/** How the question was read, each with one tap to undo. */
function drawUnderstood(search, { question, letGo }, items) {
  const own = ownChoices(question);
  const parts = [];
  if (own.kommune && !state.chosen.kommune) {
    const names = own.kommune.length > 2 ? asTyped(question.placeText) : own.kommune.map((id) => search.names.municipalities[id]).join(" eller ");
    parts.push(understoodPart(letGo ? `Ingen treff i ${names}. Her er treff fra hele landet.` : `Viser det du kan bruke i ${names}.`, "kommune", `Søk på ordet «${asTyped(question.placeText)}» i stedet`));
  }
  if (own.alder && !state.chosen.alder) parts.push(understoodPart(letGo ? `Ingen treff for ${question.age} år. Her er treff for alle aldre.` : `Viser det som passer for ${question.age} år.`, "alder", `Søk på «${asTyped(question.ageText)}» som ord i stedet`));
  for (const name of state.asWords) {
    if (!AS_WORDS[name]) continue;
    const button = element("button", { type: "button", className: "button-quiet", textContent: `Bruk ${AS_WORDS[name]} igjen` });
    button.addEventListener("click", () => { go({ asWords: state.asWords.filter((one) => one !== name) }); status.focus(); });
    parts.push(element("li", {}, button));
  }
  for (const [typed, word] of readAs(question, items)) parts.push(element("li", { textContent: `Viser treff på «${word}» for «${typed}».` }));
  understood.replaceChildren(...parts);
  understood.hidden = !parts.length;
}

/** Words as they stand in the question, capitals and all. */
function asTyped(words) {
  const start = state.q.toLowerCase().indexOf(words);
  return start < 0 ? words : state.q.slice(start, start + words.length);
}

function understoodPart(words, name, undo) {
  const button = element("button", { type: "button", className: "button-quiet", textContent: undo });
  button.addEventListener("click", () => { go({ asWords: [...state.asWords, name] }); status.focus(); });
  return element("li", {}, element("span", { textContent: words }), " ", button);
}

function drawPager(page, pages) {
  pager.hidden = pages < 2;
  const numbers = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  const link = (to, words, rel = "") => element("li", {}, element("a", { href: `#${fragmentOf({ ...state, page: to })}`, textContent: words, rel }));
  pager.firstElementChild.replaceChildren(
    ...(page > 1 ? [link(page - 1, "Forrige", "prev")] : []),
    ...numbers.map((one) => {
      if (one !== page) return link(one, String(one));
      const current = element("span", { textContent: String(one) });
      current.setAttribute("aria-current", "page");
      return element("li", {}, current);
    }),
    ...(page < pages ? [link(page + 1, "Neste", "next")] : []));
}

/** Nothing found is a page too: the nearest topics, and whom to ring. */
function drawEmpty(search, count) {
  document.getElementById("ingen-treff")?.remove();
  if (count) return;
  help.hidden = false;
  const links = nearTopics(search.language, state.q).map((id) => element("li", {}, element("a", { href: new URL(`tema/${id}/`, root), textContent: search.names.topics[id] })));
  const way = Object.keys(state.chosen).length ? "Ta bort et valg, eller skriv færre ord." : "Prøv et annet ord, eller skriv færre ord.";
  list.after(element("div", { id: "ingen-treff", className: "empty" },
    element("h2", { textContent: "Fant ikke det du lette etter" }),
    element("p", { textContent: way }),
    element("p", { textContent: "Kanskje et av disse temaene:" }), element("ul", { className: "chips" }, ...links),
    element("p", {}, "Vil du snakke med noen? Ring ", element("a", { href: "tel:116123", textContent: "116 123" }), ", hele døgnet. ", element("a", { href: new URL("krise/", root), textContent: "Flere steder å ringe" }))));
}

async function drawFacets(search, { ranked, choice }, mine) {
  const counts = await search.counts(ranked, choice);
  if (mine !== turn) return;
  const held = filters.contains(document.activeElement) ? document.activeElement : null;
  const group = held?.closest("[data-group]");
  for (const { name, values } of counts) drawFacet(name, values, new Set(state.chosen[name] ?? []));
  filters.hidden = [...filters.querySelectorAll("[data-group]")].every((one) => one.hidden);
  if (held && !held.isConnected) keepFocus(held, group);
  drawChosen(counts);
  filters.dataset.counted = "";
  filters.dataset.ready = "true";
}

/** Boxes are drawn anew; the one that had the focus has it still. */
function keepFocus(held, group) {
  const same = held.name ? [...group.querySelectorAll("input")].find((one) => one.value === held.value) : group.querySelector(".more-values summary");
  const next = [same, group.querySelector("summary"), status].find((one) => one?.getClientRects().length);
  next.focus();
}

function drawFacet(name, values, chosen) {
  const group = filters.querySelector(`[data-group="${name}"]`);
  const select = group.querySelector("select");
  const usable = values.filter(({ value, own }) => own > 0 || chosen.has(value));
  if (select) {
    const [first = ""] = chosen;
    const options = usable.map(({ value, label, count }) => new Option(`${label} (${number(count)})`, value));
    if (first && !usable.some(({ value }) => value === first)) options.push(new Option(first, first));
    select.replaceChildren(select.options[0], ...options);
    select.value = first;
  } else {
    const extra = [...chosen].filter((value) => !values.some((one) => one.value === value)).map((value) => ({ value, label: unlisted(name, value), count: 0 }));
    const rows = [...usable, ...extra].map(({ value, label, count }) => choiceRow(name, value, label, count, chosen.has(value)));
    const fold = rows.length > MANY + 1;
    const more = fold ? [element("li", {}, element("details", { className: "more-values" }, element("summary", { textContent: `Vis ${rows.length - MANY} til` }), element("ul", {}, ...rows.slice(MANY))))] : [];
    const was = group.querySelector(".more-values")?.open;
    group.querySelector("ul").replaceChildren(...(fold ? rows.slice(0, MANY) : rows), ...more);
    if (was && fold) group.querySelector(".more-values").open = true;
  }
  group.hidden = !usable.length && !chosen.size;
}

/** Words for a value that the facet does not list: an age in years, or whatever the address says. */
const unlisted = (name, value) => (name === "alder" && /^[0-9]+$/.test(value) ? `${value} år` : value);

function choiceRow(name, value, label, count, checked) {
  const box = element("input", { type: "checkbox", name, value, checked });
  const row = element("label", {}, box, ` ${label} `, element("span", { className: "count", textContent: number(count) }));
  return element("li", {}, row);
}

function drawChosen(counts) {
  const chips = counts.flatMap(({ name, values }) => (state.chosen[name] ?? []).map((value) => {
    const label = values.find((one) => one.value === value)?.label ?? unlisted(name, value);
    const button = element("button", { type: "button", textContent: label });
    button.setAttribute("aria-label", `Ta bort ${label}`);
    button.addEventListener("click", () => {
      go({ chosen: { ...state.chosen, [name]: state.chosen[name].filter((one) => one !== value) } });
      status.focus();
    });
    return element("li", {}, button);
  }));
  chosenList.replaceChildren(...chips);
  chosenList.hidden = !chips.length;
}

/** What the form says about one facet; of the others, an address may say more than a list can show. */
function choicesOf(name) {
  return [...filters.elements].filter((one) => one.name === name && (one.type === "checkbox" ? one.checked : one.value)).map((one) => one.value);
}

/** What the address says about search, or nothing when its fragment is about something else («#innhold»). */
function stated() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  return !location.hash.slice(1) || KEYS.some((name) => parameters.has(name)) ? parameters : null;
}

form.addEventListener("ask", (event) => { event.preventDefault(); go({ q: field.value, asWords: [] }); });
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("change", ({ target }) => go({ q: field.value, chosen: { ...state.chosen, [target.name]: choicesOf(target.name) } }));
explanation.querySelector("button").addEventListener("click", () => go({ explain: !state.explain, page: state.page }));
pager.addEventListener("click", (event) => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey; // a tab or window of its own
  if (elsewhere || !event.target.closest("a")) return;
  unready();
  status.focus();
});
status.tabIndex = -1;
window.addEventListener("hashchange", () => {
  const parameters = stated();
  if (parameters) { state = stateOf(parameters); answer(); } else if (answered) history.replaceState(null, "", `#${fragmentOf(state)}`);
});

const toggle = filters.querySelector(".filters-toggle");
toggle.addEventListener("click", () => {
  const open = document.getElementById("filterliste").classList.toggle("is-open");
  toggle.setAttribute("aria-expanded", String(open));
  toggle.textContent = open ? "Skjul valg" : "Vis valg";
});

// An address with the question after «?» is understood once, and moved to the fragment at once.
const arrived = new URLSearchParams(location.search);
const asked = KEYS.some((name) => arrived.has(name)) ? arrived : stated();
state = stateOf(asked ?? new URLSearchParams());
if (location.search) history.replaceState(null, "", `${location.pathname}${fragmentOf(state) ? `#${fragmentOf(state)}` : ""}`);
answer();
