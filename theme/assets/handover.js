// What the finder, the patient's sheet and an offer's page share: elements, links, copying, and an offer in plain text.

/** An element with properties and children; texts are text, never markup. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

const SAFE = ["http:", "https:", "tel:", "sms:", "mailto:"];

/** A link; an address of another scheme than the known ones becomes plain words. */
export function link(href, words, className = "") {
  const safe = SAFE.includes(new URL(href, location.href).protocol);
  return safe ? element("a", { href, ...(className && { className }) }, words) : element("span", {}, words);
}

export async function copied(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
}

const ended = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** An offer for the journal: who may make contact, how, how old it is, where it stands. */
export function journalFacts(offer, url) {
  const line = (words, found) => (found.length ? [`  ${words}: ${found.map(ended).join(" ")}`] : []);
  const contacts = (offer.contacts ?? []).map((one) => [one.label, one.words].filter(Boolean).join(" "));
  const patient = [offer.referral_text, ...(offer.how ?? [])].filter(Boolean);
  return [
    `- ${offer.title} (${offer.place})`,
    ...line("Merk", offer.standing ? [offer.standing] : []),
    ...line("Inngang", patient.length ? patient : ["ikke oppgitt"]),
    ...line("Fagfolk", offer.how_professional ?? []),
    ...line("Kontakt", contacts.length ? [contacts.join(", ")] : []),
    `  ${ended(offer.age_line)} Kilde: ${url}`,
  ];
}
