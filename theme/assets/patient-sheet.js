// The patient's sheet: the offers that the address names, in plain words on one page. Nothing is kept or sent.

import { element, link } from "./elements.js";
import { drawSquareCode } from "./square-code.js";

const sheet = document.getElementById("pasientark");
const list = sheet.querySelector(".sheet-offers");
const status = document.getElementById("ark-status");
const data = new URL(".", new URL(sheet.dataset.rules, location.href));
const root = new URL("..", import.meta.url);
let missing = false; // whether a file of offers did not come
const UNKNOWN = "Vi vet ikke hvordan du starter. Spør fastlegen, eller ring kommunen.";

const MOST_LINES = 4; // of each sort: the rest stands on the page that the code leads to, and the sheet says so
const MORE = "Mer står på nettsiden til tilbudet.";
const ROOMY = 900; // more characters than this, and the sheet is set tighter so that it stays on one page
const TIGHT = 1500;

/** The offers of a file; one that does not come gives none, and is told of. */
async function offersIn(name) {
  try {
    const answer = await fetch(new URL(name, data));
    if (!answer.ok) throw new Error(name);
    const found = await answer.json();
    return found.offers ?? found;
  } catch {
    missing = true;
    return [];
  }
}

/** The first lines of a sort, with a word of it when there are more. */
const most = (lines) => (lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), MORE] : lines);

/** The offers named in the address, in its order; those we do not know are left out. */
async function chosen() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const number = parts.get("kommune") ?? "";
  const ids = new Set((parts.get("tilbud") ?? "").split(",").filter(Boolean));
  const local = /^\d{4}$/.test(number) ? await offersIn(`${number}.json`) : [];
  const known = new Map([...local, ...(await offersIn("nasjonale.json"))].map((offer) => [offer.id, offer]));
  return [...ids].map((id) => known.get(id)).filter(Boolean);
}

function row(words, ...values) {
  const all = values.flat().filter(Boolean);
  return all.length ? [element("dt", {}, words), element("dd", {}, ...all.flatMap((value, number) => (number ? [element("br"), value] : [value])))] : [];
}

function entry(offer) {
  const contacts = (offer.contacts ?? []).map((one) => element("span", {}, `${one.label}: `, one.href ? link(one.href, one.words) : one.words));
  const start = offer.how ?? [offer.referral_text ?? UNKNOWN];
  const item = element("li", { className: "sheet-offer" },
    element("h2", {}, link(new URL(`tilbud/${offer.id}/`, root).href, offer.title), " ", element("small", {}, offer.place)),
    element("p", {}, offer.summary ?? ""),
    element("dl", {},
      ...row("Slik starter du", ...most(start)),
      ...row("Kontakt", ...most(contacts)),
      ...row("Når", offer.hours),
      ...row("Hvem kan komme", offer.age_text),
      ...row("Pris", offer.cost ?? "Vi vet ikke hva det koster. Spør."),
      ...row("Obs", `${offer.age_line}. Ring før du drar, så vet du at det stemmer.`)));
  item.dataset.recordKind = "offer";
  item.dataset.recordId = offer.id;
  return item;
}

function drawAddress(address) {
  drawSquareCode(sheet.querySelector(".sheet-qr"), address);
  sheet.querySelector(".sheet-address").textContent = address;
}

async function draw() {
  missing = false;
  const offers = await chosen();
  list.replaceChildren(...offers.map(entry));
  sheet.hidden = !offers.length;
  const length = list.textContent.length;
  sheet.classList.toggle("is-tight", length > ROOMY && length <= TIGHT);
  sheet.classList.toggle("is-tightest", length > TIGHT);
  document.getElementById("ark-tomt").hidden = offers.length > 0;
  if (offers.length) drawAddress(offers.length === 1 ? new URL(`tilbud/${offers[0].id}/`, root).href : location.href);
  sheet.querySelector(".sheet-day").textContent = new Date().toLocaleDateString("nb-NO", { day: "numeric", month: "long", year: "numeric" });
  status.textContent = missing ? "Fikk ikke hentet alle tilbudene. Prøv igjen." : offers.length ? `${offers.length} tilbud på arket.` : "Ingen tilbud er valgt.";
  sheet.dataset.ready = "true";
}

document.getElementById("stor-skrift").addEventListener("change", (event) => sheet.classList.toggle("is-large", event.target.checked));
document.getElementById("skriv-ut").addEventListener("click", () => print());
window.addEventListener("hashchange", draw);
draw();
