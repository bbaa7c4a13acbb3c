// The finder's answer as it is drawn: one list, part by part, every suggestion with its reason and its source.

import { ranked } from "./finder-rules.js";
import { element, link } from "./elements.js";

const root = new URL("..", import.meta.url);
const LOCAL_SHOWN = 8;
const NATIONAL_SHOWN = 4;
const UNKNOWN = "Ikke oppgitt";

const HEADINGS = {
  danger: "Først: fare for liv eller helse",
  pathway: "Forløpet som passer",
  offers: "Tilbud pasienten kan bruke",
  consider: "Husk også",
  escalate: "Når og hvor du henviser videre",
  referral: "Henvisningen",
  instrument: "Verktøy som kan hjelpe",
};
const TIERS = { own: (name) => `I ${name}`, shared: () => "Deles med andre kommuner", county: () => "For hele fylket", nation: () => "For hele landet" };

/** The address of a page from the site's root. */
export const address = (path) => new URL(path, root).href;

const badge = (mark) => (mark ? element("span", { className: `badge badge-${mark.force}` }, mark.word) : "");
const edition = (document) => (document ? element("span", { className: "edition" }, document.year ?? document.name) : "");

/**
 * Draw an answer in ``list``; gives the offers that it suggests, those not drawn yet included.
 * ``about`` holds the rules that fit, the case, the choice as it was made, what is known, the municipality, the offers
 * for the whole country, and the ids that are picked for the patient's sheet.
 */
export function drawAnswer(list, about) {
  const of = (part) => about.rules.filter((rule) => rule.part === part);
  const offers = fittingOffers(about);
  const parts = {
    danger: ruleItems(of("danger"), about),
    pathway: pathwayItems(of("pathway"), about),
    offers: offerItems(offers, about, of("offers")),
    ...Object.fromEntries(["consider", "escalate", "referral", "instrument"].map((part) => [part, ruleItems(of(part), about)])),
  };
  for (const [part, found] of Object.entries(parts)) {
    if (found.length) found[0].prepend(element("h2", { className: "part-heading", id: `del-${part}`, tabIndex: -1 }, HEADINGS[part]));
    for (const item of found) item.classList.add(`part-${part}`);
  }
  list.replaceChildren(...Object.values(parts).flat());
  return offers.map(({ offer }) => offer);
}

/** Links to the parts of an answer, for one who looks for one of them. */
export function partLinks(list) {
  return [...list.querySelectorAll(".part-heading")].map((heading) => {
    const button = element("button", { type: "button", className: "button-quiet" }, heading.textContent);
    button.addEventListener("click", () => { heading.scrollIntoView(); heading.focus({ preventScroll: true }); });
    return element("li", {}, button);
  });
}

/** A suggestion: a list item that carries its record, and whose first link leads to it. */
function suggestion(target, ...content) {
  const item = element("li", { className: "suggestion" });
  if (target) {
    item.dataset.recordKind = target.kind;
    item.dataset.recordId = target.id;
    item.append(element("p", { className: "suggestion-title" }, link(address(target.url), target.title), target.place ? element("small", { className: "kind" }, ` ${target.place}`) : ""));
  }
  item.append(...content.filter(Boolean));
  return item;
}

/** The same target suggested by several rules stands once, with every reason. */
function byTarget(rules) {
  const found = new Map();
  for (const rule of rules) {
    for (const target of rule.targets.length ? rule.targets : [ownTarget(rule)]) {
      const key = `${target.kind} ${target.id}`;
      if (!found.has(key)) found.set(key, { target, rules: [] });
      found.get(key).rules.push(rule);
    }
  }
  return [...found.values()];
}

/** A rule that points at no record of its own stands for the recommendation it rests on. */
function ownTarget(rule) {
  const [first] = rule.recommendations;
  return { kind: "recommendation", id: first.id, title: rule.title, url: first.url };
}

function ruleItems(rules, about) {
  const told = new Set(); // what a rule says stands once, however many records it points at
  return byTarget(rules).map(({ target, rules: mine }) => {
    const fresh = mine.filter((rule) => !told.has(rule.id));
    for (const rule of fresh) told.add(rule.id);
    const call = target.contacts?.[0];
    return suggestion(
      target,
      call && element("p", {}, `${target.when} `, link(call.href, call.words, "crisis-number")),
      ...fresh.map((rule) => said(rule, target)),
      why(mine, about),
    );
  });
}

/** What a rule says, with how strongly and in which edition. */
function said(rule, target) {
  const words = rule.title === target.title ? "" : rule.title;
  const exception = rule.exception ? element("strong", { className: "exception" }, "Unntak. ") : "";
  return element("p", {}, badge(rule.badge), rule.printed ? element("small", { className: "kind" }, ` «${rule.printed}» `) : " ", exception, words, " ", edition(rule.document));
}

/** «Hvorfor dette forslaget»: the rule, the facts it used, and its sources. */
function why(rules, about) {
  return element("details", { className: "why" }, element("summary", {}, "Hvorfor dette forslaget"), ...rules.map((rule) => reasons(rule, about)));
}

function reasons(rule, about) {
  const used = factsUsed(rule.when, about);
  const line = (...parts) => element("li", {}, ...parts);
  return element("ul", {},
    line(rule.why),
    ...(rule.criterion ? [line("Kriterium: ", link(address(rule.criterion.url), rule.criterion.text), rule.criterion.differs ? ` Endret fra 2014: ${rule.criterion.differs}` : "")] : []),
    line(used ? `Brukte det du valgte: ${used}.` : "Gjelder uansett hva du velger."),
    ...(rule.document ? [line("Følger ", link(address(rule.document.url), rule.document.name), rule.document.replaced ? ", som er erstattet; den nye er ikke lest på dette punktet." : ".")] : []),
    ...rule.recommendations.map((one) => line(badge(one.badge), " ", link(address(one.url), one.title))),
    ...rule.provisions.map((one) => line(link(address(one.url), one.title))),
    ...rule.sources.map((source) => line("Kilde: ", link(address(source.url), source.name), source.place ? `, ${source.place}` : "")),
    element("li", { className: "kind" }, "Regel: ", link(address(`fastlege/regler/#${rule.id}`), rule.id)));
}

/** The choices a rule looked at, in words. */
function factsUsed(when, { choice, known }) {
  return [
    when.topics ? choice.topics.map((id) => `«${known.topics.get(id).title}»`).join(" og ") : "",
    when.severity ? known.words[choice.severity] : "",
    when.duration ? known.words[choice.duration] : "",
    when.age_min !== undefined || when.age_max !== undefined ? `${choice.age} år` : "",
    ...(when.facts ?? []).map((fact) => known.words[fact]),
  ].filter(Boolean).join(", ");
}

function pathwayItems(rules, about) {
  const found = byTarget(rules);
  const certain = !found[0]?.rules[0].alternative;
  return found.map(({ target, rules: mine }, number) => {
    const best = certain && number === 0;
    const asks = new Map(mine.flatMap((rule) => rule.recommendations).map((one) => [one.id, one]));
    const item = suggestion(
      target,
      element("p", { className: "kind" }, best ? "Passer best" : certain ? "Kan også passe" : "Kan passe"),
      ...mine.map((rule) => element("p", {}, rule.title, " ", edition(rule.document))),
      ...[...asks.values()].map((one) => element("p", {}, badge(one.badge), " ", link(address(one.url), one.title), " ", edition(one.document))),
      best && duties(about.known.pathways[target.id]),
      why(mine, about),
    );
    item.classList.toggle("best", best);
    return item;
  });
}

/** What it takes to suggest a main pathway, where none is suggested. */
export function hint(rules, { wanted, severity, facts }) {
  if (rules.some((rule) => rule.part === "pathway")) return "";
  if (facts.has("minor")) return "Hovedforløpene gjelder voksne over 18 år. Se under «Husk også».";
  if (!wanted.length) return "";
  return severity ? "Reglene peker ikke ut et hovedforløp for dette." : "Velg alvorlighet, så ser du hvilket hovedforløp det svarer til.";
}

function duties(pathway) {
  if (!pathway.duties.length) return "";
  const items = pathway.duties.map((duty) => element("li", {}, link(address(duty.url), duty.actor), ": ", badge(duty.badge), ` ${duty.text} `, edition(duty.document)));
  return element("details", { className: "why" }, element("summary", {}, "Hvem har ansvar for hva"), element("ul", {}, ...items));
}

/** The offers to suggest, best first: every local one, and the best of those for the whole country. */
function fittingOffers({ place, national, chosen, known }) {
  const found = ranked([...(place?.offers ?? []), ...national.filter((offer) => !offer.crisis)], chosen, known.topics);
  const local = found.filter(({ offer }) => offer.tier !== "nation");
  return [...local, ...found.filter(({ offer }) => offer.tier === "nation").slice(0, NATIONAL_SHOWN)];
}

/** The offers as items; the first of those from one level carries its heading. The last local ones wait behind a button. */
function offerItems(offers, about, rules) {
  const drawn = ({ offer, reasons: because }, number) => {
    const item = offerItem(offer, because, about.picked);
    if (offers[number - 1]?.offer.tier !== offer.tier) item.prepend(element("h3", { className: "tier" }, TIERS[offer.tier](about.place?.title)));
    return item;
  };
  const local = offers.filter(({ offer }) => offer.tier !== "nation").length;
  const waiting = ({ number }) => number >= LOCAL_SHOWN && number < local;
  const numbered = offers.map((one, number) => ({ one, number }));
  const items = numbered.filter((each) => !waiting(each)).map(({ one, number }) => drawn(one, number));
  const rest = numbered.filter(waiting);
  if (rest.length) items[LOCAL_SHOWN - 1].append(showMore(rest.length, () => rest.map(({ one, number }) => drawn(one, number))));
  return about.place && !local ? [noLocal(about, rules), ...items] : items;
}

/** A button that draws the offers that were left out, after the item it stands in. */
function showMore(count, drawn) {
  const button = element("button", { type: "button", className: "button-quiet" }, `Vis ${count} lokale tilbud til`);
  button.addEventListener("click", () => {
    const more = drawn();
    for (const item of more) item.classList.add("part-offers");
    button.closest("li").after(...more);
    button.remove();
    more[0].querySelector("a").focus();
  });
  return button;
}

/** Nothing known here: say so, name the neighbours that have something, and what the municipality is asked to have. */
function noLocal({ place, chosen }, rules) {
  const topics = chosen.wanted;
  const count = (other) => (topics.length ? Math.max(...topics.map((id) => other.topics[id] ?? 0)) : Object.keys(other.topics).length);
  const near = place.neighbours.filter((other) => count(other) > 0);
  const links = near.map((other) => element("li", {}, link(address(other.url), other.title), ` (${other.km} km)${topics.length ? `: ${count(other)} tilbud for dette` : ""}`));
  const item = suggestion(
    { kind: "municipality", id: place.id, title: place.title, url: place.url },
    element("p", {}, element("strong", {}, `Vi kjenner ingen lokale tilbud${topics.length ? " for dette" : ""} i ${place.title}.`), " Det betyr ikke at det ikke finnes. Ring kommunen."),
    ...(near.length ? [element("p", {}, "Nabokommuner som har noe:"), element("ul", {}, ...links)] : []),
    ...rules.map((rule) => element("p", {}, badge(rule.badge), ` ${rule.title} `, edition(rule.document), " ", link(address(rule.recommendations[0].url), "Anbefalingen"))),
  );
  item.classList.add("none");
  return item;
}

function offerItem(offer, because, picked) {
  const tick = element("input", { type: "checkbox", id: `ark-${offer.id}`, checked: picked.has(offer.id) });
  tick.addEventListener("change", () => { if (tick.checked) picked.add(offer.id); else picked.delete(offer.id); });
  const from = (name) => (offer.inherited?.[name] ? element("small", { className: "kind" }, `(gjelder ${offer.inherited[name].title})`) : "");
  const contacts = (offer.contacts ?? []).map((one) => element("span", { className: "contact" }, `${one.label}: `, one.href ? link(one.href, one.words) : one.words));
  const facts = [
    ["access", "Hvem kan ta kontakt", "referral", offer.referral_text, ...(offer.how ?? [])],
    ["access_professional", "For fagfolk", "", ...(offer.how_professional ?? [])],
    ["contacts", "Kontakt", "", ...contacts],
    ["kinds", "Hva det er", "", offer.kind_words?.join(", ")],
    ["age", "Alder", "age", offer.age_text],
    ["cost", "Pris", "cost", offer.cost],
    ["waiting", "Ventetid", "", ...(offer.waiting ?? [])],
    ["as_of", "Hvor gammelt", "", offer.age_line],
  ].map(([name, label, inherits, ...values]) => ({ name, label, values: [...values.filter(Boolean), from(inherits)].filter(Boolean), origin: offer.inherited?.[inherits]?.id }));
  const missing = facts.filter(({ values }) => !values.length);
  return suggestion(
    { kind: "offer", id: offer.id, title: offer.title, place: offer.place, url: `tilbud/${offer.id}/` },
    offer.summary && element("p", {}, offer.summary),
    element("dl", { className: "facts facts-short" }, ...facts.filter(({ values }) => values.length).map(knownFact)),
    missing.length && element("p", { className: "unknown-rest" }, `${UNKNOWN}: `, ...missing.flatMap((one, number) => [number ? ", " : "", unknownFact(one)]), "."),
    element("label", { className: "pick" }, tick, "Ta med på arket til pasienten"),
    element("details", { className: "why" }, element("summary", {}, "Hvorfor dette forslaget"), element("p", {}, `${because.join("; ")}.`), element("p", { className: "kind" }, "Rekkefølge: nærmest først, så det som gjelder temaet, er laget for pasienten, er sikrest opplyst og er lettest å komme inn på.")),
  );
}

function knownFact({ name, label, values, origin }) {
  const row = element("div", {}, element("dt", {}, label), element("dd", {}, ...values.flatMap((value, number) => [number ? " " : "", value])));
  row.dataset.field = name;
  if (origin) row.dataset.inherited = origin;
  return row;
}

function unknownFact({ name, label }) {
  const words = element("span", {}, label.toLowerCase());
  words.dataset.field = name;
  words.dataset.unknown = "";
  return words;
}
