// «Kopier til journal» on an offer's page: what the page says, as plain text.

import { copied, journalFacts } from "./handover.js";

const text = (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent.replace(/\s+/g, " ").trim()).filter(Boolean);
const known = (name) => text(`[data-field="${name}"]:not([data-unknown]) dd`);

for (const button of document.querySelectorAll("[data-journal]")) {
  button.addEventListener("click", async () => {
    const offer = {
      title: text("h1")[0],
      place: text(".record-head .eyebrow")[0],
      how: known("access"),
      how_professional: known("access_professional").length ? known("access_professional") : undefined,
      contacts: known("contacts").map((words) => ({ label: "", words })),
      age_line: text(".age-band strong")[0],
    };
    const done = await copied(journalFacts(offer, document.querySelector("link[rel=canonical]").href).join("\n"));
    document.getElementById("journal-status").textContent = done ? "Kopiert. Lim inn i journalen." : "Nettleseren lar oss ikke kopiere. Marker teksten og kopier den selv.";
  });
}
