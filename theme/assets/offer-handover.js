// Handing an offer over from its own page: «Skriv ut på ett ark», and «Kopier til journal», which is what the page says
// of the offer as it was described, as plain text.

import { copied, link } from "./elements.js";
import { journalFacts } from "./handover.js";

for (const place of document.querySelectorAll("[data-sheet]")) {
  const sheet = new URL(`../pasientark/#${place.dataset.sheet}`, import.meta.url).href;
  place.prepend(link(sheet, "Skriv ut på ett ark", "button-quiet"));
}

const tidy = (node) => node.textContent.replace(/\s+/g, " ").trim();
const first = (selector) => { const found = document.querySelector(selector); return found ? tidy(found) : ""; };

/** The values of a field among the page's own answers, one by one; what was found later stands elsewhere. */
function values(name) {
  const field = document.querySelector(`.answers [data-field="${name}"]:not([data-unknown]) dd`);
  if (!field) return [];
  const items = field.querySelector("li") ? field.querySelectorAll("li, .inherited") : field.childNodes;
  return [...items].map(tidy).filter(Boolean);
}

for (const button of document.querySelectorAll("[data-journal]")) {
  button.addEventListener("click", async () => {
    const offer = {
      title: first("h1"),
      place: first(".record-head .eyebrow"),
      standing: first(".record-head .band strong"),
      how: values("access"),
      how_professional: values("access_professional"),
      contacts: values("contacts").map((words) => ({ words })),
      age_line: first(".age-band strong"),
    };
    const done = await copied(journalFacts(offer, document.querySelector("link[rel=canonical]").href).join("\n"));
    document.getElementById("journal-status").textContent = done ? "Kopiert. Lim inn i journalen." : "Nettleseren lar oss ikke kopiere. Marker teksten og kopier den selv.";
  });
}
