// The page «Min liste»: what is kept, or what someone shared by a link, read from the records' own pages; side by side,
// on paper, as text, or as a link. A shared list comes after «#», which no server sees, and is kept only when asked for.

import { copied, element } from "./elements.js";
import { addressOf, keep, kept, root, whenChanged, wholeIds } from "./my-list.js";

const page = document.querySelector("[data-my-list]");
const [items, status, empty, tools, shared] = ["items", "status", "empty", "tools", "shared"].map((name) => page.querySelector(`[data-${name}]`));
const COMPARED = {
  offer: ["for_whom", "age", "access", "cost", "waiting", "opening_hours", "areas", "contacts"],
  recommendation: ["strength", "addressees", "legal_basis", "document", "topics"],
};
const read = new Map(); // id → what its page says, once it has been read

const tidy = (node) => node?.textContent.replace(/\s+/g, " ").trim() ?? "";

/** The values of a field on a record's page, one by one. */
function values(field) {
  const items = field.querySelectorAll("dd li");
  const parts = items.length ? [...items] : [...field.querySelectorAll("dd")].flatMap((one) => [...one.childNodes]);
  return parts.map(tidy).filter(Boolean);
}

/** What a record's page says of it. Only text is taken from the page, never markup. */
function said(id, document) {
  const record = document.querySelector("article[data-record-id]");
  const fields = new Map();
  for (const field of record.querySelectorAll("[data-field]")) {
    const name = field.dataset.field; // the first is the record's own; what was found later stands below
    if (!fields.has(name)) fields.set(name, { label: tidy(field.querySelector("dt")), values: values(field) });
  }
  return {
    id,
    title: tidy(record.querySelector("h1")),
    place: tidy(record.querySelector(".record-head > .eyebrow")),
    line: tidy(record.querySelector(".record-head > .lead")),
    strength: tidy(record.querySelector(".record-head .badge")),
    cite: tidy(document.querySelector("[data-cite-text]")),
    superseded: tidy(record.querySelector(":scope > .superseded p")),
    standing: tidy(record.querySelector(".record-head > .band strong")),
    fields,
  };
}

/** What an id stands for; nothing when its page is gone or cannot be fetched. */
async function record(id) {
  if (!read.has(id)) {
    try {
      const answer = await fetch(addressOf(id));
      if (answer.ok) read.set(id, said(id, new DOMParser().parseFromString(await answer.text(), "text/html")));
    } catch { /* no network: shown as not found, and tried again next time */ }
  }
  return read.get(id) ?? { id, title: "", fields: new Map() };
}

/** The ids that a shared address holds, or nothing when the page shows one's own list. */
function sharedIds() {
  const list = new URLSearchParams(location.hash.slice(1)).get("delt");
  return list === null ? null : wholeIds(list.split(","));
}

let turn = 0;

async function draw() {
  const mine = turn += 1;
  const others = sharedIds();
  const ids = others ?? kept();
  page.removeAttribute("data-ready");
  const records = await Promise.all(ids.map(record));
  if (mine !== turn) return;
  items.replaceChildren(...records.map((one) => row(one, others !== null)));
  for (const kind of Object.keys(COMPARED)) compare(kind, records.filter((one) => one.id.startsWith(`${kind}/`) && one.title));
  empty.hidden = ids.length > 0;
  tools.hidden = ids.length === 0;
  tools.querySelector("[data-clear]").hidden = others !== null;
  shared.hidden = others === null;
  page.dataset.ready = "true";
}

function row(one, isShared) {
  const [kind, id] = one.id.split("/");
  const made = element("li");
  made.dataset.recordKind = kind;
  made.dataset.recordId = id;
  if (one.strength) made.append(element("strong", {}, `${one.strength}: `));
  made.append(element("a", { href: addressOf(one.id) }, one.title || "Denne siden finnes ikke lenger, eller kan ikke hentes nå"));
  for (const text of [one.place, one.standing, one.line, firstOf(one, "access"), firstOf(one, "contacts"), one.cite, one.superseded]) if (text) made.append(element("p", { className: "source-line" }, text));
  if (!isShared) made.append(removal(one));
  return made;
}

/** A field's label and values in one line. */
function firstOf(one, name) {
  const field = one.fields.get(name);
  return field?.values.length ? `${field.label}: ${field.values.join(" · ")}` : "";
}

function removal(one) {
  const button = element("button", { type: "button", className: "button-quiet screen-only" }, "Ta bort");
  button.setAttribute("aria-label", `Ta bort: ${one.title || one.id}`);
  button.addEventListener("click", async () => {
    const place = kept().indexOf(one.id);
    keep(kept().filter((id) => id !== one.id));
    await draw();
    status.textContent = "Tatt bort.";
    ([...items.querySelectorAll("button")][place] ?? items.querySelector("li:last-child button") ?? empty.querySelector("a")).focus();
  });
  return button;
}

/** Records of one kind side by side: a row for each thing that someone would choose by. */
function compare(kind, records) {
  const place = page.querySelector(`[data-compared="${kind}"]`);
  place.hidden = records.length < 2;
  if (place.hidden) return;
  const names = COMPARED[kind].filter((name) => records.some((one) => one.fields.has(name)));
  const head = element("tr", {}, element("td"), ...records.map((one) => scoped("col", one.title)));
  const rows = names.map((name) => element("tr", {},
    scoped("row", records.find((one) => one.fields.has(name)).fields.get(name).label),
    ...records.map((one) => element("td", {}, (one.fields.get(name)?.values ?? []).join(" · ") || "Ikke oppgitt"))));
  place.querySelector("table").replaceChildren(element("thead", {}, head), element("tbody", {}, ...rows));
}

const scoped = (scope, words) => element("th", { scope }, words);

/** The list as plain text: what each is, how to start or how it is cited, and where it stands. */
function asText(records) {
  return records.map((one, number) => [
    `${number + 1}. ${one.strength ? `${one.strength}: ` : ""}${one.title}${one.place ? ` (${one.place})` : ""}`,
    one.standing, one.line, firstOf(one, "access"), firstOf(one, "contacts"), one.cite, one.superseded, addressOf(one.id).href,
  ].filter(Boolean).join("\n   ")).join("\n\n");
}

const shown = () => sharedIds() ?? kept();

async function copy(text, done) {
  status.textContent = await copied(text) ? done : "Nettleseren lar oss ikke kopiere. Skriv ut i stedet.";
}

page.querySelector("[data-copy-list]").addEventListener("click", async () => copy(asText(await Promise.all(shown().map(record))), "Kopiert som tekst."));
page.querySelector("[data-share]").addEventListener("click", () => copy(new URL(`min-liste/#delt=${shown().join(",")}`, root).href, "Lenken er kopiert. Den som får den, ser det samme som du."));
page.querySelector("[data-print]").addEventListener("click", () => print());
page.querySelector("[data-clear]").addEventListener("click", async () => {
  const before = kept();
  keep([]);
  await draw();
  const undo = element("button", { type: "button", className: "button-quiet" }, "Angre");
  undo.addEventListener("click", async () => { keep(before); await draw(); status.textContent = "Listen er tilbake."; });
  status.replaceChildren("Listen er tom. ", undo);
  empty.querySelector("a").focus();
});
page.querySelector("[data-keep-shared]").addEventListener("click", () => {
  const done = keep([...kept(), ...(sharedIds() ?? [])]);
  if (done) location.hash = "";
  status.textContent = done ? "Lagt i din egen liste." : "Nettleseren lar oss ikke lagre listen.";
});
whenChanged(draw);
window.addEventListener("hashchange", draw);
draw();
