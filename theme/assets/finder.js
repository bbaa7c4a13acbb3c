// The GP's finder: reads what is chosen, asks finder-rules.js, and lets finder-answer.js draw.
// Nothing chosen leaves the page, is kept, or is written in the address unless a link is asked for.

import { address, drawAnswer, hint, partLinks } from "./finder-answer.js";
import { asCase, suggestions } from "./finder-rules.js";
import { Municipalities, codeIn, fittingTopics, fold } from "./finder-words.js";
import { copied, element, link } from "./elements.js";
import { journalFacts } from "./handover.js";

const form = document.getElementById("pasient");
const list = document.getElementById("forslag");
const status = document.getElementById("resultatstatus");
const tools = document.getElementById("forslag-verktoy");
const toolStatus = document.getElementById("verktoy-status");
const parts = document.getElementById("forslag-deler");
const hintLine = document.getElementById("forslag-hint");
const folder = new URL(".", new URL(form.dataset.rules, location.href));
const municipalities = new Municipalities(document.querySelectorAll("#kommuneliste option"));
const ON_SHEET = 3;
const OLDEST = 120;
const CHOICES_SHOWN = 8;

const SEVERITY = { mild: "mild", moderat: "moderate", alvorlig: "severe" };
const DURATION = { ny: "short", lenge: "long" };
const FACTS = { fare: "danger", gravid: "pregnant", barn: "children", rus: "substance", "ikke-samtale": "no_talks" };

let known; // rules, pathways, and topics by id
let national = [];
let place = null; // the municipality that was chosen, with its offers
let wanted = null; // its number, known before its offers have come
let offers = []; // those suggested
let topics = []; // ids of what the problem was understood as
let code = "";
const picked = new Set(); // offers ticked for the patient's sheet

async function json(name) {
  const answer = await fetch(new URL(name, folder));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

// ---- what is chosen -------------------------------------------------------------------------------------------------

function choice() {
  const age = form.elements.alder.value.trim();
  return {
    topics,
    age: isAge(age) ? Number(age) : null,
    severity: SEVERITY[form.elements.alvorlighet.value] ?? null,
    duration: DURATION[form.elements.varighet.value] ?? "unknown",
    facts: factNames().map((name) => FACTS[name]),
  };
}

const isAge = (text) => /^\d{1,3}$/.test(text) && Number(text) <= OLDEST;
const factField = (name) => form.elements[`forhold-${name}`];
const factNames = () => Object.keys(FACTS).filter((name) => factField(name).checked);

/** Tell under a field what is wrong with it or what to choose between; nothing when all is well. */
function say(name, ...words) {
  const message = document.getElementById(`${name}-melding`);
  message.replaceChildren(...words);
  message.hidden = !words.length;
  form.elements[name].setAttribute("aria-invalid", String(words.length > 0));
}

function choices(found, words, choose) {
  return found.slice(0, CHOICES_SHOWN).map((one) => {
    const button = element("button", { type: "button", className: "button-quiet" }, words(one));
    button.addEventListener("click", () => choose(one));
    return button;
  });
}

function placeWritten() {
  if (!known) return;
  const field = form.elements.kommune;
  const written = field.value.trim();
  const found = municipalities.fitting(written);
  const pick = (number) => { field.value = municipalities.name(number); say("kommune"); choosePlace(number); field.focus(); };
  if (!written || found.length === 1) say("kommune");
  else if (found.length) say("kommune", "Flere kommuner passer: ", ...choices(found, (number) => municipalities.name(number), pick));
  else say("kommune", `Fant ingen kommune som heter «${written}».`);
  choosePlace(found.length === 1 ? found[0] : null);
}

/** Fetch a municipality's offers and draw anew; of several choices in haste, the last one counts. */
async function choosePlace(number) {
  if (wanted === number) return;
  wanted = number;
  list.dataset.ready = "false";
  try {
    const fetched = number === null ? null : await json(`${number}.json`);
    if (wanted !== number) return;
    place = fetched;
  } catch {
    if (wanted !== number) return;
    place = null;
    wanted = null;
    say("kommune", "Fikk ikke hentet tilbudene. Prøv igjen, eller åpne ", link(address("kommune/"), "siden til kommunen"), ".");
  }
  draw();
}

function problemWritten() {
  if (!known) return;
  const field = form.elements.problem;
  const written = field.value.trim();
  const found = fittingTopics(written, known.topics);
  const pick = (id) => { field.value = known.topics.get(id).title; problemWritten(); field.focus(); };
  code = found.length ? codeIn(written) : "";
  topics = found.length === 1 || code ? found : [];
  if (!written || topics.length) say("problem");
  else if (!found.length) say("problem", `Fant ikke «${written}». Prøv et annet ord eller en ICPC-2-kode. `, link(address("tema/"), "Se alle temaene"));
  else say("problem", "Mente du: ", ...choices(found, (id) => known.topics.get(id).title, pick));
  draw();
}

function ageWritten() {
  if (!known) return;
  if (form.elements.alder.value.trim() && choice().age === null) say("alder", "Skriv alderen i hele år, for eksempel 34.");
  else say("alder");
  draw();
}

function clear() {
  form.reset();
  topics = [];
  code = "";
  picked.clear();
  place = null;
  wanted = null;
  for (const name of ["kommune", "problem", "alder"]) say(name);
}

// ---- the answer -----------------------------------------------------------------------------------------------------

/** Whether anything is chosen that says something of the patient; age and time alone do not. */
function asked({ severity, facts }) {
  return Boolean(place || topics.length || severity || facts.length);
}

const fitting = () => suggestions(known.rules, asCase(choice(), known.topics), known.topics);

function draw() {
  if (!known) return;
  const now = choice();
  const chosen = asCase(now, known.topics);
  const rules = asked(now) ? fitting() : [];
  offers = [];
  if (asked(now)) offers = drawAnswer(list, { rules, chosen, choice: now, known, place, national, picked });
  else list.replaceChildren();
  hintLine.textContent = asked(now) ? hint(rules, chosen) : "";
  for (const id of picked) if (!offers.some((offer) => offer.id === id)) picked.delete(id);
  tools.hidden = !offers.length;
  parts.replaceChildren(...partLinks(list));
  status.textContent = asked(now) ? summary(chosen) : "Velg kommune eller problem for å se forslag.";
  list.dataset.ready = String((place?.number ?? null) === wanted); // not while a municipality is on its way
}

function summary(chosen) {
  const best = list.querySelector(".best a");
  const local = offers.filter((offer) => offer.tier !== "nation").length;
  return [
    `${list.querySelectorAll("li[data-record-kind]:not(.none, .part-offers)").length + offers.length} forslag.`,
    list.querySelector(".part-danger") ? "Først: hva du gjør ved fare for liv eller helse." : "",
    best ? `${best.textContent} passer best.` : "",
    place ? `${local || "Ingen"} ${local === 1 ? "lokalt" : "lokale"} tilbud i ${place.title}${chosen.wanted.length ? " for dette" : ""}.` : "",
  ].filter(Boolean).join(" ");
}

// ---- handing over ---------------------------------------------------------------------------------------------------

const onSheet = () => (picked.size ? offers.filter((offer) => picked.has(offer.id)) : offers.slice(0, ON_SHEET));

function caseWords() {
  const now = choice();
  const problem = topics.map((id) => known.topics.get(id).title).join(" eller ");
  return [place?.title, code ? `${code} (${problem})` : problem, now.age === null ? "" : `${now.age} år`, known.words[now.severity], now.duration === "unknown" ? "" : known.words[now.duration], ...now.facts.map((name) => known.words[name])].filter(Boolean).join("; ");
}

function ruleForJournal(rule) {
  const target = rule.targets[0];
  return [
    `- ${target && target.title !== rule.title ? `${target.title}: ` : ""}${rule.badge ? `${rule.badge.word.toUpperCase()}. ` : ""}${rule.title}`,
    ...(rule.criterion ? [`  Kriterium: ${rule.criterion.text}`] : []),
    `  Kilde: ${rule.sources.map((source) => [source.full ?? source.name, source.place].filter(Boolean).join(", ")).join("; ")}`,
  ];
}

function journal() {
  const told = fitting().filter((rule) => ["danger", "pathway", "escalate"].includes(rule.part));
  return [
    `Forslag fra ${document.querySelector("meta[property='og:site_name']").content}, ${new Date().toLocaleDateString("nb-NO")}`,
    `Valgt: ${caseWords()}`,
    "",
    ...told.flatMap(ruleForJournal),
    "",
    "Tilbud:",
    ...onSheet().flatMap((offer) => journalFacts(offer, address(`tilbud/${offer.id}/`))),
    "",
    "Støtter og erstatter ikke den kliniske vurderingen. Tilbudene er slik de var beskrevet i året som står.",
  ].join("\n");
}

const query = (values) => new URLSearchParams(values.filter(([, value]) => value)).toString().replaceAll("%2C", ",");

/** The state as a fragment: numbers, codes and names of topics, never what was written. */
function fragment() {
  const { age } = choice();
  return query([
    ["kommune", place?.number],
    code ? ["icpc", code] : ["tema", topics.join(",")],
    ["alder", age === null ? "" : String(age)],
    ["alvorlighet", form.elements.alvorlighet.value],
    ["varighet", form.elements.varighet.value],
    ["forhold", factNames().join(",")],
  ]);
}

document.getElementById("ark").addEventListener("click", () => {
  location.href = address(`pasientark/#${query([["kommune", place?.number], ["tilbud", onSheet().map((offer) => offer.id).join(",")]])}`);
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
async function arrive(state) {
  clear();
  const number = municipalities.number(state.get("kommune") ?? "") ?? null;
  form.elements.kommune.value = municipalities.name(number);
  topics = (state.get("tema") ?? "").split(",").filter((id) => known.topics.has(id));
  form.elements.problem.value = topics.map((id) => known.topics.get(id).title).join(" / ");
  const given = codeIn(state.get("icpc") ?? "");
  if (given && !topics.length) {
    topics = fittingTopics(given, known.topics);
    code = topics.length ? given : "";
    form.elements.problem.value = code;
  }
  if (isAge(state.get("alder") ?? "")) form.elements.alder.value = state.get("alder");
  for (const name of ["alvorlighet", "varighet"]) {
    const field = [...form.elements[name]].find((one) => one.value === state.get(name));
    if (field) field.checked = true;
  }
  const facts = (state.get("forhold") ?? "").split(",");
  for (const name of Object.keys(FACTS)) factField(name).checked = facts.includes(name);
  if (number === null) draw();
  else await choosePlace(number);
}

/** While one writes: act on what is certain, and on a field that was emptied; the rest waits until the field is left. */
const certain = (field, found, does) => () => { if (known && (!field.value.trim() || found(field.value).length === 1)) does(); };
const forget = () => { if (location.hash) history.replaceState(null, "", location.pathname); }; // the address never lags behind what is chosen
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", forget);
form.elements.kommune.addEventListener("change", placeWritten);
form.elements.kommune.addEventListener("input", certain(form.elements.kommune, (written) => municipalities.fitting(written), placeWritten));
form.elements.problem.addEventListener("change", problemWritten);
form.elements.problem.addEventListener("input", certain(form.elements.problem, (written) => fittingTopics(written, known.topics), problemWritten));
form.elements.alder.addEventListener("input", ageWritten);
for (const field of form.querySelectorAll("input[type=radio], input[type=checkbox]")) field.addEventListener("change", draw);
document.getElementById("se-forslag").addEventListener("click", () => {
  const heading = document.getElementById("svaret");
  heading.parentElement.scrollIntoView();
  heading.focus({ preventScroll: true });
});
document.getElementById("tom").addEventListener("click", () => { clear(); forget(); draw(); form.elements.kommune.focus(); });
window.addEventListener("hashchange", () => { if (location.hash.includes("=")) arrive(new URLSearchParams(location.hash.slice(1))); });

const given = location.hash.length > 1 ? location.hash.slice(1) : location.search.slice(1);
if (location.search) history.replaceState(null, "", `${location.pathname}#${given}`); // at once, so that no reload sends it
try {
  const [rules, wide] = await Promise.all([json("regler.json"), json("nasjonale.json")]);
  known = { ...rules, topics: new Map(rules.topics.map((topic) => [topic.id, { ...topic, folded: topic.words.map(fold) }])) };
  national = wide;
  document.getElementById("problemliste").append(...[...known.topics.values()].map((topic) => element("option", { value: topic.title, label: [topic.clinical, topic.icpc.join(", ")].filter(Boolean).join(" · ") })));
  if (given) await arrive(new URLSearchParams(given));
  else for (const written of [placeWritten, problemWritten, ageWritten]) written(); // what was written while the rules were fetched
} catch {
  status.replaceChildren("Fikk ikke hentet reglene. Prøv igjen, eller bruk ", link(address("fastlege/tema/"), "tabellene"), ".");
}
