// The simple search: every word asked for must begin a word of the title, the line under it, or the words that lead there.
// What is asked stays in the fragment and is never sent.

const form = document.getElementById("sokeskjema");
const field = document.getElementById("q");
const list = document.getElementById("resultater");
const status = document.getElementById("resultatstatus");
const help = document.getElementById("sokehjelp");
const root = new URL("..", import.meta.url);
const SHOWN = 40;
const KINDS = { offer: "Tilbud", municipality: "Kommune", topic: "Tema", programme: "Program", actor: "Aktør", guidance: "Føring", recommendation: "Anbefaling", law: "Lov", provision: "Bestemmelse", term: "Begrep", pathway: "Forløp", instrument: "Verktøy", question: "Spørsmål", checklist: "Sjekkliste" };

const fold = (text) => text.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
const joined = (text) => ` ${words(text).join(" ")} `;

let rows;
let fetching;
let asked = ""; // the question that is being answered

/** The index, fetched once however often it is asked for. */
function fetched() {
  fetching ??= (async () => {
    const raw = await (await fetch(form.dataset.index)).json();
    const topics = raw.topics.map(words);
    rows = raw.rows.map(([kind, id, address, title, line, more, about]) => {
      const of = about.flatMap((number) => topics[number]);
      const names = [...words(title), ...(kind === "topic" ? of : [])]; // a topic is known by all its words
      return { kind, id, address, title, line, names, joined: joined(title), rest: [...words(`${line} ${more}`), ...of] };
    });
  })();
  return fetching;
}

/** A question: its words, side by side; and those after «§» when it asks for a section of a law. */
function question(text) {
  const section = text.lastIndexOf("§");
  return { words: words(text), whole: joined(text), section: section < 0 ? "" : joined(text.slice(section)) };
}

/** How well a row answers: nothing when a word is missing; more for words in the title, whole words, and the section asked for. */
function score(row, asked) {
  let sum = 0;
  for (const word of asked.words) {
    if (row.names.includes(word)) sum += 5;
    else if (row.names.some((one) => one.startsWith(word))) sum += 3;
    else if (row.rest.some((one) => one.startsWith(word))) sum += 1;
    else return 0;
  }
  if (row.joined === asked.whole) sum += 10;
  if (asked.section && row.kind === "provision" && row.joined.includes(asked.section)) sum += row.joined.endsWith(asked.section) ? 20 : 10;
  return sum + (row.kind === "topic" || row.kind === "municipality" ? 1 : 0);
}

function result(row) {
  const item = document.createElement("li");
  item.dataset.recordKind = row.kind;
  item.dataset.recordId = row.id;
  const link = Object.assign(document.createElement("a"), { href: new URL(row.address, root), textContent: row.title });
  const kind = Object.assign(document.createElement("p"), { className: "result-kind", textContent: KINDS[row.kind] });
  const line = Object.assign(document.createElement("p"), { textContent: row.line });
  item.append(link, kind, line);
  return item;
}

async function search() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const query = parameters.get("q") ?? "";
  field.value = query;
  list.removeAttribute("data-ready");
  asked = query;
  const wanted = question(query);
  help.hidden = wanted.words.length > 0;
  if (!query.trim()) { list.replaceChildren(); status.textContent = ""; list.dataset.ready = "true"; return; }
  await fetched();
  if (asked !== query) return; // another question came while the index was on its way
  const found = !wanted.words.length ? [] : rows.map((row) => [score(row, wanted), row]).filter(([points]) => points > 0).sort((a, b) => b[0] - a[0]);
  list.replaceChildren(...found.slice(0, SHOWN).map(([, row]) => result(row)));
  status.textContent = found.length ? `${found.length} treff på «${query}»${found.length > SHOWN ? `. Her er de ${SHOWN} beste` : ""}` : `Ingen treff på «${query}». Prøv et annet ord, eller velg et tema under.`;
  help.hidden = found.length > 0;
  list.dataset.ready = "true";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = `q=${encodeURIComponent(field.value.trim())}`;
  if (location.hash.slice(1) === wanted) search();
  else location.hash = wanted;
});
window.addEventListener("hashchange", () => {
  const elsewhere = location.hash && !new URLSearchParams(location.hash.slice(1)).has("q"); // «#innhold» is no question
  if (elsewhere && asked) history.replaceState(null, "", `#q=${encodeURIComponent(asked)}`);
  else search();
});

// An address with the question after «?» is understood once, and moved to the fragment at once.
const arrived = new URLSearchParams(location.search);
if (arrived.has("q")) history.replaceState(null, "", `${location.pathname}#q=${encodeURIComponent(arrived.get("q"))}`);
search();
