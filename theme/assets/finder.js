// The GP's finder: reads what is chosen, asks finder-rules.js, and draws the answer.
// Nothing chosen leaves the page, is kept, or is written in the address unless a link is asked for.

import { asCase, ranked, suggestions } from "./finder-rules.js";
import { copied, element, journalFacts, link } from "./handover.js";

const form = document.getElementById("pasient");
const list = document.getElementById("forslag");
const status = document.getElementById("resultatstatus");
const tools = document.getElementById("forslag-verktoy");
const toolStatus = document.getElementById("verktoy-status");
const root = new URL("..", import.meta.url);
const data = new URL(".", new URL(form.dataset.rules, location.href));
const LOCAL_SHOWN = 8;
const NATIONAL_SHOWN = 4;
const ON_SHEET = 3;

const SEVERITY = { mild: "mild", moderat: "moderate", alvorlig: "severe" };
const DURATION = { ny: "short", lenge: "long" };
const FACTS = { fare: "danger", gravid: "pregnant", barn: "children", rus: "substance", "ikke-samtale": "no_talks" };
const HEADINGS = {
  danger: "Først: fare for liv eller helse",
  pathway: "Forløpet som passer",
  consider: "Husk også",
  escalate: "Når og hvor du henviser videre",
  referral: "Henvisningen",
  instrument: "Verktøy som kan hjelpe",
};

let known; // rules, pathways, topics by id, crisis numbers
let national = [];
let place = null; // the municipality that was chosen, with its offers
let picked = new Set(); // offers ticked for the patient's sheet
let shownOffers = [];
let turn = 0; // counts choices of municipality, so that a slow answer never overwrites a later one

const fold = (text) => text.trim().toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
const json = async (name) => (await fetch(new URL(name, data))).json();
const address = (path) => new URL(path, root).href;

// ---- what is chosen -------------------------------------------------------------------------------------------------

const municipalities = new Map(); // folded name → numbers
const names = new Map(); // number → own name
const numbers = new Map(); // number, or the word in the municipality's address → number
for (const option of document.querySelectorAll("#kommuneliste option")) {
  const { number, id } = option.dataset;
  numbers.set(number, number).set(id, number);
  const key = fold(option.value);
  municipalities.set(key, new Set([...(municipalities.get(key) ?? []), number]));
  if (!names.has(number)) names.set(number, option.value);
}

/** Numbers of the municipalities whose name, or a former one, is or else begins with what was written. */
function fittingPlaces(written) {
  const name = fold(written).replace(/ kommune$/, "");
  if (!name) return [];
  return [...(municipalities.get(name) ?? new Set([...municipalities].filter(([key]) => key.startsWith(name)).flatMap(([, found]) => [...found])))];
}

/** Ids of the topics that what was written names: by ICPC-2 code, by a word of theirs, else by the beginning of one. */
function fittingTopics(written) {
  const code = written.trim().toUpperCase().match(/^[A-Z]\d\d/)?.[0];
  const topics = [...known.topics.values()];
  if (code) {
    const coded = topics.filter((topic) => topic.icpc.includes(code));
    return coded.filter((topic) => !coded.some((other) => other.id === topic.broader)).map((topic) => topic.id);
  }
  const asked = fold(written);
  if (!asked) return [];
  const exact = topics.filter((topic) => topic.folded.includes(asked));
  if (exact.length) return exact.map((topic) => topic.id);
  return topics.filter((topic) => topic.folded.some((word) => asked.length > 2 && (word.startsWith(asked) || ` ${word}`.includes(` ${asked}`)))).map((topic) => topic.id);
}

const state = { topics: [], code: "" };

function choice() {
  const age = form.elements.alder.value.trim();
  return {
    topics: state.topics,
    age: /^\d{1,3}$/.test(age) && Number(age) <= 120 ? Number(age) : null,
    severity: SEVERITY[form.elements.alvorlighet.value] ?? null,
    duration: DURATION[form.elements.varighet.value] ?? "unknown",
    facts: Object.keys(FACTS).filter((name) => form.elements[`forhold-${name}`].checked).map((name) => FACTS[name]),
  };
}

/** Tell under a field what is wrong with it or what to choose between; nothing when all is well. */
function say(name, ...parts) {
  const message = document.getElementById(`${name}-melding`);
  message.replaceChildren(...parts);
  message.hidden = !parts.length;
  form.elements[name].setAttribute("aria-invalid", String(parts.length > 0));
}

function choices(found, words, choose) {
  return found.slice(0, 8).map((one) => {
    const button = element("button", { type: "button", className: "button-quiet" }, words(one));
    button.addEventListener("click", () => choose(one));
    return button;
  });
}

async function placeWritten() {
  const field = form.elements.kommune;
  const found = fittingPlaces(field.value);
  if (!field.value.trim()) { say("kommune"); await choosePlace(null); }
  else if (found.length === 1) { say("kommune"); await choosePlace(found[0]); }
  else {
    const pick = (number) => { field.value = names.get(number); say("kommune"); choosePlace(number); field.focus(); };
    if (found.length) say("kommune", "Flere kommuner passer: ", ...choices(found, (number) => names.get(number), pick));
    else say("kommune", `Fant ingen kommune som heter «${field.value.trim()}».`);
    await choosePlace(null);
  }
}

async function choosePlace(number) {
  if ((place?.number ?? null) === number) return;
  turn += 1;
  const mine = turn;
  list.dataset.ready = "false";
  const fetched = number === null ? null : await json(`${number}.json`);
  if (mine !== turn) return;
  place = fetched;
  draw();
}

function problemWritten() {
  const field = form.elements.problem;
  const found = fittingTopics(field.value);
  state.code = field.value.trim().toUpperCase().match(/^[A-Z]\d\d/)?.[0] ?? "";
  const pick = (id) => { chooseTopic(id); field.focus(); };
  if (!field.value.trim()) say("problem");
  else if (!found.length) say("problem", `Fant ikke «${field.value.trim()}». Prøv et annet ord eller en ICPC-2-kode. `, link(address("tema/"), "Se alle temaene"));
  else if (found.length === 1 || state.code) say("problem");
  else say("problem", "Mente du: ", ...choices(found, (id) => known.topics.get(id).title, pick));
  state.topics = found.length === 1 || state.code ? found : [];
  draw();
}

function chooseTopic(id) {
  form.elements.problem.value = known.topics.get(id).title;
  state.topics = [id];
  state.code = "";
  say("problem");
  draw();
}

// ---- the answer -----------------------------------------------------------------------------------------------------

const asked = () => place || state.topics.length || choice().severity || choice().facts.length;

function draw() {
  const chosen = asCase(choice(), known.topics);
  list.replaceChildren();
  shownOffers = [];
  tools.hidden = true;
  if (asked()) {
    const found = suggestions(known.rules, chosen, known.topics);
    const of = (part) => found.filter((rule) => rule.part === part);
    drawRules("danger", of("danger"));
    drawPathways(of("pathway"), chosen);
    drawOffers(chosen, of("offers"));
    for (const part of ["consider", "escalate", "referral", "instrument"]) drawRules(part, of(part));
    tools.hidden = !shownOffers.length;
  }
  status.textContent = summary(chosen);
  list.dataset.ready = "true";
}

function summary(chosen) {
  if (!asked()) return "Velg kommune eller problem for å se forslag.";
  const count = list.querySelectorAll("li[data-record-kind]").length;
  const parts = [`${count} forslag.`];
  if (list.querySelector(".part-danger")) parts.push("Først: hva du gjør ved fare for liv eller helse.");
  const best = list.querySelector(".best a");
  if (best) parts.push(`${best.textContent} passer best.`);
  if (place) parts.push(`${place.offers.length ? shownOffers.filter((offer) => offer.tier !== "nation").length : "Ingen"} lokale tilbud i ${place.title}${chosen.wanted.length ? " for dette" : ""}.`);
  return parts.join(" ");
}

/** Add a suggestion; the first of a part carries the part's heading. */
function add(item, heading) {
  if (heading) item.prepend(element("h2", { className: "part-heading" }, heading));
  list.append(item);
}

const badge = (mark) => (mark ? element("span", { className: `badge badge-${mark.force}` }, mark.word) : "");
const edition = (document) => (document ? element("span", { className: "edition" }, document.year ?? document.name) : "");

/** The same target suggested by several rules stands once, with every reason. */
function byTarget(rules) {
  const found = new Map();
  for (const rule of rules) {
    for (const target of rule.targets.length ? rule.targets : [null]) {
      const key = target ? `${target.kind} ${target.id}` : rule.id;
      if (!found.has(key)) found.set(key, { target: target ?? ownTarget(rule), rules: [] });
      found.get(key).rules.push(rule);
    }
  }
  return [...found.values()];
}

/** A rule that points at no record of its own stands for the recommendation it rests on. */
function ownTarget(rule) {
  const [first] = rule.recommendations;
  return first ? { kind: "recommendation", id: first.id, title: rule.title, url: first.url } : null;
}

function drawRules(part, rules) {
  const told = new Set(); // what a rule says stands once, however many records it points at
  byTarget(rules).forEach(({ target, rules: mine }, number) => {
    const item = element("li", { className: `suggestion part-${part}` });
    if (target) {
      item.dataset.recordKind = target.kind;
      item.dataset.recordId = target.id;
      item.append(element("p", { className: "suggestion-title" }, link(address(target.url), target.title)));
      const call = target.contacts?.[0];
      if (call) item.append(element("p", {}, `${target.when} `, link(call.href, call.words, "crisis-number")));
    }
    for (const rule of mine) if (!told.has(rule.id)) { told.add(rule.id); item.append(said(rule, target)); }
    item.append(why(mine));
    add(item, number ? "" : HEADINGS[part]);
  });
}

/** What a rule says, with how strongly and in which edition. */
function said(rule, target) {
  const words = rule.title === target?.title ? "" : rule.title;
  const exception = rule.exception ? element("strong", { className: "exception" }, "Unntak. ") : "";
  return element("p", {}, badge(rule.badge), rule.printed ? element("small", { className: "kind" }, ` «${rule.printed}» `) : " ", exception, words, " ", edition(rule.document));
}

/** «Hvorfor dette forslaget»: the rule, the facts it used, and its sources. */
function why(rules) {
  const box = element("details", { className: "why" }, element("summary", {}, "Hvorfor dette forslaget"));
  for (const rule of rules) {
    const lines = element("ul", {}, element("li", {}, rule.why));
    if (rule.criterion) lines.append(element("li", {}, "Kriterium: ", link(address(rule.criterion.url), rule.criterion.text), rule.criterion.differs ? ` Endret fra 2014: ${rule.criterion.differs}` : ""));
    const used = factsUsed(rule.when);
    lines.append(element("li", {}, used ? `Brukte det du valgte: ${used}.` : "Gjelder uansett hva du velger."));
    if (rule.document) lines.append(element("li", {}, "Følger ", link(address(rule.document.url), rule.document.name), rule.document.replaced ? ", som er erstattet; den nye er ikke lest på dette punktet." : "."));
    for (const one of rule.recommendations) lines.append(element("li", {}, badge(one.badge), " ", link(address(one.url), one.title)));
    for (const one of rule.provisions) lines.append(element("li", {}, link(address(one.url), one.title)));
    for (const source of rule.sources) lines.append(element("li", {}, "Kilde: ", link(address(source.url), source.name), source.place ? `, ${source.place}` : ""));
    lines.append(element("li", { className: "kind" }, `Regel: ${rule.id}`));
    box.append(lines);
  }
  return box;
}

const WORDS = { mild: "mild", moderate: "moderat", severe: "alvorlig", short: "ny eller ventes å gå over", long: "har vart lenge", unknown: "varighet ikke vurdert", danger: "akutt fare", pregnant: "gravid", children: "barn i hjemmet", substance: "rus i tillegg", no_talks: "ikke samtaler alene", minor: "under 18 år" };

/** The choices a rule looked at, in words. */
function factsUsed(when) {
  const now = choice();
  return [
    when.topics ? state.topics.map((id) => `«${known.topics.get(id).title}»`).join(" og ") : "",
    when.severity ? WORDS[now.severity] : "",
    when.duration ? WORDS[now.duration] : "",
    when.age_min !== undefined || when.age_max !== undefined ? `${now.age} år` : "",
    ...(when.facts ?? []).map((fact) => WORDS[fact]),
  ].filter(Boolean).join(", ");
}

function drawPathways(rules, chosen) {
  const found = byTarget(rules);
  found.forEach(({ target, rules: mine }, number) => {
    const pathway = known.pathways[target.id];
    const best = number === 0 && !mine[0].alternative;
    const item = element("li", { className: `suggestion part-pathway${best ? " best" : ""}` });
    item.dataset.recordKind = "pathway";
    item.dataset.recordId = target.id;
    item.append(
      element("p", { className: "suggestion-title" }, link(address(target.url), target.title)),
      element("p", { className: "kind" }, best ? "Passer best" : found[0].rules[0].alternative ? "Kan passe" : "Kan også passe"),
      ...mine.map((rule) => element("p", {}, rule.title, " ", edition(rule.document))),
    );
    const asks = mine.flatMap((rule) => rule.recommendations);
    for (const one of new Map(asks.map((ask) => [ask.id, ask])).values()) item.append(element("p", {}, badge(one.badge), " ", link(address(one.url), one.title), " ", edition(one.document)));
    if (best && pathway.duties.length) {
      const duties = element("ul", { className: "duties" });
      for (const duty of pathway.duties) duties.append(element("li", {}, link(address(duty.url), duty.actor), ": ", badge(duty.badge), ` ${duty.text} `, edition(duty.document)));
      item.append(element("details", { className: "why" }, element("summary", {}, "Hvem har ansvar for hva"), duties));
    }
    item.append(why(mine));
    add(item, number ? "" : HEADINGS.pathway);
  });
  if (!found.length && chosen.wanted.length && !chosen.facts.has("minor")) add(element("li", { className: "suggestion hint" }, element("p", {}, "Velg alvorlighet, så ser du hvilket hovedforløp det svarer til.")), HEADINGS.pathway);
}

const TIERS = { own: (name) => `I ${name}`, shared: () => "Deles med andre kommuner", county: () => "For hele fylket", nation: () => "For hele landet" };

function drawOffers(chosen, rules) {
  const found = ranked([...(place?.offers ?? []), ...national.filter((offer) => !offer.crisis)], chosen, known.topics);
  const local = found.filter(({ offer }) => offer.tier !== "nation");
  const wide = found.filter(({ offer }) => offer.tier === "nation").slice(0, NATIONAL_SHOWN);
  let heading = "Tilbud pasienten kan bruke";
  if (place && !local.length) { add(noLocal(chosen, rules), heading); heading = ""; }
  let tier = "";
  const items = ({ offer, reasons }) => {
    const item = offerItem(offer, reasons);
    if (offer.tier !== tier) item.prepend(element("h3", { className: "tier" }, TIERS[offer.tier](place?.title ?? "kommunen")));
    tier = offer.tier;
    return item;
  };
  for (const one of local.slice(0, LOCAL_SHOWN)) { add(items(one), heading); heading = ""; }
  const rest = local.slice(LOCAL_SHOWN);
  if (rest.length) add(showMore(rest, items), "");
  for (const one of wide) { add(items(one), heading); heading = ""; }
  shownOffers = [...local, ...wide].map(({ offer }) => offer);
  picked = new Set([...picked].filter((id) => shownOffers.some((offer) => offer.id === id)));
}

/** A button that draws the local offers that were left out, in its own place. */
function showMore(rest, items) {
  const button = element("button", { type: "button", className: "button-quiet" }, `Vis ${rest.length} lokale tilbud til`);
  const item = element("li", { className: "suggestion" }, button);
  button.addEventListener("click", () => {
    const drawn = rest.map(items);
    item.replaceWith(...drawn);
    drawn[0].querySelector("a").focus();
  });
  return item;
}

/** Nothing known here: say so, name the neighbours that have something, and what the municipality is asked to have. */
function noLocal(chosen, rules) {
  const topics = chosen.wanted;
  const count = (other) => (topics.length ? Math.max(...topics.map((id) => other.topics[id] ?? 0)) : Object.keys(other.topics).length);
  const near = place.neighbours.filter((other) => count(other) > 0);
  const item = element("li", { className: "suggestion none" }, element("p", {}, element("strong", {}, `Vi kjenner ingen lokale tilbud for dette i ${place.title}.`), " Det betyr ikke at det ikke finnes. Ring kommunen."));
  if (near.length) {
    const links = element("ul", {});
    for (const other of near) links.append(element("li", {}, link(address(other.url), other.title), ` (${other.km} km)${topics.length ? `: ${count(other)} tilbud for dette` : ""}`));
    item.append(element("p", {}, "Nabokommuner som har noe:"), links);
  }
  for (const rule of rules) {
    item.append(element("p", {}, badge(rule.badge), ` ${rule.title} `, edition(rule.document)));
    for (const one of rule.recommendations) item.append(element("p", {}, link(address(one.url), "Anbefalingen"), "."));
  }
  return item;
}

const UNKNOWN = "Ikke oppgitt";

function fact(name, label, ...values) {
  const all = values.flat().filter(Boolean);
  const row = element("div", {}, element("dt", {}, label));
  row.dataset.field = name;
  if (!all.length) { row.dataset.unknown = ""; row.append(element("dd", { className: "unknown" }, UNKNOWN)); }
  else row.append(element("dd", {}, ...all.flatMap((value, number) => (number ? [" ", value] : [value]))));
  return row;
}

const from = (offer, name) => (offer.inherited?.[name] ? element("small", { className: "kind" }, `(gjelder ${offer.inherited[name]})`) : "");

function offerItem(offer, reasons) {
  const item = element("li", { className: "suggestion part-offers" });
  item.dataset.recordKind = "offer";
  item.dataset.recordId = offer.id;
  const tick = element("input", { type: "checkbox", id: `ark-${offer.id}`, checked: picked.has(offer.id) });
  tick.addEventListener("change", () => { if (tick.checked) picked.add(offer.id); else picked.delete(offer.id); });
  const contacts = (offer.contacts ?? []).map((one) => element("span", { className: "contact" }, `${one.label}: `, one.href ? link(one.href, one.words) : one.words));
  item.append(
    element("p", { className: "suggestion-title" }, link(address(`tilbud/${offer.id}/`), offer.title), " ", element("small", { className: "kind" }, offer.place)),
    element("p", {}, offer.summary ?? ""),
    element("dl", { className: "facts facts-short" },
      fact("access", "Hvem kan ta kontakt", offer.referral_text, from(offer, "referral"), ...(offer.how ?? [])),
      fact("access_professional", "For fagfolk", ...(offer.how_professional ?? [])),
      fact("contacts", "Kontakt", ...contacts),
      fact("kinds", "Hva det er", offer.kind_words?.join(", ")),
      fact("age", "Alder", offer.age_text, from(offer, "age")),
      fact("cost", "Pris", offer.cost, from(offer, "cost")),
      fact("waiting", "Ventetid", ...(offer.waiting ?? [])),
      fact("as_of", "Hvor gammelt", offer.age_line)),
    element("p", { className: "pick" }, tick, element("label", { htmlFor: tick.id }, "Ta med på arket til pasienten")),
    element("details", { className: "why" }, element("summary", {}, "Hvorfor dette forslaget"), element("p", {}, `${reasons.join("; ")}.`), element("p", { className: "kind" }, "Rekkefølge: nærmest først, så det som gjelder temaet, er laget for pasienten, er sikrest opplyst og er lettest å komme inn på.")),
  );
  return item;
}

// ---- handing over ---------------------------------------------------------------------------------------------------

const onSheet = () => (picked.size ? shownOffers.filter((offer) => picked.has(offer.id)) : shownOffers.slice(0, ON_SHEET));

function caseWords() {
  const now = choice();
  const problem = state.topics.map((id) => known.topics.get(id).title).join(" eller ");
  return [place?.title, state.code ? `${state.code} (${problem})` : problem, now.age === null ? "" : `${now.age} år`, WORDS[now.severity], now.duration === "unknown" ? "" : WORDS[now.duration], ...now.facts.map((name) => WORDS[name])].filter(Boolean).join("; ");
}

function journal() {
  const found = suggestions(known.rules, asCase(choice(), known.topics), known.topics).filter((rule) => ["danger", "pathway", "escalate"].includes(rule.part));
  const lines = [`Forslag fra ${document.title.split(" – ").pop()}, ${new Date().toLocaleDateString("nb-NO")}`, `Valgt: ${caseWords()}`, ""];
  for (const rule of found) {
    const target = rule.targets[0];
    lines.push(`- ${target && target.title !== rule.title ? `${target.title}: ` : ""}${rule.badge ? `${rule.badge.word.toUpperCase()}. ` : ""}${rule.title}`);
    if (rule.criterion) lines.push(`  Kriterium: ${rule.criterion.text}`);
    lines.push(`  Kilde: ${rule.sources.map((source) => [source.name, source.place].filter(Boolean).join(", ")).join("; ")}`);
  }
  lines.push("", "Tilbud:");
  for (const offer of onSheet()) lines.push(...journalFacts(offer, address(`tilbud/${offer.id}/`)));
  lines.push("", "Støtter og erstatter ikke den kliniske vurderingen. Tilbudene er slik de var beskrevet i året som står.");
  return lines.join("\n");
}

/** The state as a fragment: numbers, codes and names of topics, never what was written. */
function fragment() {
  const now = choice();
  const parts = new URLSearchParams();
  if (place) parts.set("kommune", place.number);
  if (state.code) parts.set("icpc", state.code);
  else if (state.topics.length) parts.set("tema", state.topics.join(","));
  if (now.age !== null) parts.set("alder", now.age);
  for (const name of ["alvorlighet", "varighet"]) if (form.elements[name].value) parts.set(name, form.elements[name].value);
  const facts = Object.keys(FACTS).filter((name) => form.elements[`forhold-${name}`].checked);
  if (facts.length) parts.set("forhold", facts.join(","));
  return parts.toString().replaceAll("%2C", ",");
}

document.getElementById("ark").addEventListener("click", () => {
  const parts = new URLSearchParams({ kommune: place?.number ?? "", tilbud: onSheet().map((offer) => offer.id).join(",") });
  location.href = address(`pasientark/#${parts.toString().replaceAll("%2C", ",")}`);
});
document.getElementById("journal").addEventListener("click", async () => {
  toolStatus.textContent = await copied(journal()) ? "Kopiert. Lim inn i journalen." : "Nettleseren lar oss ikke kopiere. Marker teksten og kopier den selv.";
});
document.getElementById("lenke").addEventListener("click", async () => {
  const shared = `${location.origin}${location.pathname}#${fragment()}`;
  toolStatus.textContent = await copied(shared) ? "Lenken er kopiert. Den inneholder det du har valgt, ikke det du har skrevet." : shared;
});

// ---- arriving -------------------------------------------------------------------------------------------------------

/** Put a state from an address into the form. What is not understood is left unchosen. */
async function arrive(parts) {
  const number = numbers.get(parts.get("kommune") ?? "");
  form.elements.kommune.value = names.get(number) ?? "";
  const topics = (parts.get("tema") ?? "").split(",").filter((id) => known.topics.has(id));
  const code = /^[A-Za-z]\d\d$/.test(parts.get("icpc") ?? "") ? parts.get("icpc").toUpperCase() : "";
  if (topics.length) { state.topics = topics; form.elements.problem.value = topics.map((id) => known.topics.get(id).title).join(" / "); }
  else if (code) { form.elements.problem.value = code; state.topics = fittingTopics(code); state.code = code; }
  if (/^\d{1,3}$/.test(parts.get("alder") ?? "")) form.elements.alder.value = parts.get("alder");
  for (const name of ["alvorlighet", "varighet"]) {
    const wanted = [...form.elements[name]].find((one) => one.value === parts.get(name));
    if (wanted) wanted.checked = true;
  }
  const facts = (parts.get("forhold") ?? "").split(",");
  for (const name of Object.keys(FACTS)) form.elements[`forhold-${name}`].checked = facts.includes(name);
  place = number ? await json(`${number}.json`) : null;
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => { if (location.hash) history.replaceState(null, "", location.pathname); }); // the address never lags behind what is chosen
form.elements.kommune.addEventListener("change", placeWritten);
form.elements.kommune.addEventListener("input", () => { if (fittingPlaces(form.elements.kommune.value).length === 1) placeWritten(); });
form.elements.problem.addEventListener("change", problemWritten);
form.elements.problem.addEventListener("input", () => { if (fittingTopics(form.elements.problem.value).length === 1) problemWritten(); });
form.elements.alder.addEventListener("input", () => {
  const written = form.elements.alder.value.trim();
  if (written && choice().age === null) say("alder", "Skriv alderen i hele år, for eksempel 34."); else say("alder");
  draw();
});
for (const field of form.querySelectorAll("input[type=radio], input[type=checkbox]")) field.addEventListener("change", draw);
document.getElementById("tom").addEventListener("click", () => {
  form.reset();
  state.topics = [];
  state.code = "";
  picked.clear();
  place = null;
  turn += 1;
  for (const name of ["kommune", "problem", "alder"]) say(name);
  draw();
  form.elements.kommune.focus();
});

const given = location.hash.length > 1 ? location.hash.slice(1) : location.search.slice(1);
if (location.search) history.replaceState(null, "", `${location.pathname}#${given}`); // at once, so that no reload sends it
const [rules, wide] = await Promise.all([json("regler.json"), json("nasjonale.json")]);
known = { ...rules, topics: new Map(rules.topics.map((topic) => [topic.id, { ...topic, folded: topic.words.map(fold) }])) };
national = wide;
const options = document.getElementById("problemliste");
for (const topic of known.topics.values()) options.append(element("option", { value: topic.title, label: [topic.clinical, topic.icpc.join(", ")].filter(Boolean).join(" · ") }));
form.reset(); // some browsers fill in what was chosen on an earlier visit
await arrive(new URLSearchParams(given));
draw();
window.addEventListener("hashchange", async () => {
  if (!location.hash.includes("=")) return;
  const parts = new URLSearchParams(location.hash.slice(1));
  form.reset();
  state.topics = [];
  state.code = "";
  await arrive(parts);
  draw();
});
