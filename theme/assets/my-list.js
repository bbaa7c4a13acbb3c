// «Min liste»: offers and recommendations that someone keeps, as ids in this browser and nowhere else. On every page: the
// count in the header, and a button where an offer or a recommendation stands. What the ids stand for is read from their
// own pages when the list is opened.

import { element } from "./elements.js";

const KEY = "lavterskel.minliste";
const MOST = 40;
const NAMES = { offer: "tilbud", recommendation: "anbefaling" };
const ID = /^(offer|recommendation)\/[a-z0-9]+(-[a-z0-9]+)*$/;
const CHANGED = "minliste";

export const root = new URL("..", import.meta.url);

/** Ids that are whole, each once: «offer/sandnes-sovnkurs». */
export const wholeIds = (ids) => [...new Set(ids)].filter((id) => typeof id === "string" && ID.test(id)).slice(0, MOST);

/** Where a record's page is. */
export function addressOf(id) {
  const [kind, name] = id.split("/");
  return new URL(`${NAMES[kind]}/${name}/`, root);
}

/** What is kept. Nothing where storage is switched off or spoilt. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? wholeIds(found) : [];
  } catch { return []; }
}

/** Keep these ids; an empty list leaves no trace. Says whether the browser let us. */
export function keep(ids) {
  try {
    if (ids.length) localStorage.setItem(KEY, JSON.stringify(wholeIds(ids))); else localStorage.removeItem(KEY);
  } catch { return false; }
  document.dispatchEvent(new Event(CHANGED));
  return true;
}

/** Call when the list has changed, here or in another window. */
export function whenChanged(act) {
  document.addEventListener(CHANGED, act);
  window.addEventListener("storage", act);
}

function toggled(id) {
  const ids = kept();
  if (ids.includes(id)) return keep(ids.filter((one) => one !== id)) ? "Tatt bort fra listen." : "";
  if (ids.length >= MOST) return `Listen har plass til ${MOST}. Ta bort noe først.`;
  return keep([...ids, id]) ? "Lagt i listen." : "Nettleseren lar oss ikke lagre listen.";
}

/** A button that puts a record in the list and takes it out; `title` is the record's name, for those who hear it. */
function listButton(id, title, status) {
  const button = element("button", { type: "button", className: "list-button" });
  const show = () => {
    const inList = kept().includes(id);
    button.setAttribute("aria-pressed", String(inList));
    button.textContent = inList ? "★ I min liste" : "☆ Legg i min liste";
    button.setAttribute("aria-label", `${inList ? "I min liste" : "Legg i min liste"}: ${title}`);
  };
  button.addEventListener("click", () => { status.textContent = toggled(id); });
  whenChanged(show);
  show();
  return button;
}

/** Put a button on every card and record page below a node that has none yet. */
function addButtons(node) {
  for (const item of node.querySelectorAll('li.card[data-record-kind="offer"]:not([data-has-button])')) {
    item.dataset.hasButton = "";
    item.append(element("p", { className: "card-list screen-only" }, listButton(`offer/${item.dataset.recordId}`, item.querySelector("a").textContent, said)));
  }
  for (const place of node.querySelectorAll("[data-listable]:not([data-has-button])")) {
    place.dataset.hasButton = "";
    const status = element("span");
    status.setAttribute("role", "status");
    const list = element("a", { href: new URL("min-liste/", root) }, "Se listen");
    place.append(listButton(place.dataset.listable, document.querySelector("h1").textContent.trim(), status), " ", list, " ", status);
  }
}

const counter = document.querySelector("[data-my-count]");
const said = element("p", { className: "unseen" }); // what a button on a card did, for those who hear it
said.setAttribute("role", "status");

function showCount() {
  const count = kept().length;
  counter.textContent = count ? String(count) : "";
}

document.querySelector("main").append(said);
addButtons(document);
for (const list of document.querySelectorAll("#tilbudsliste")) new MutationObserver(() => addButtons(list)).observe(list, { childList: true });
if (counter) {
  whenChanged(showCount);
  showCount();
}
