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

/** An offer for the journal: who may make contact, how, how old it is, where it stands. */
export function journalFacts(offer, url) {
  const how = [offer.referral_text, ...(offer.how_professional ?? offer.how ?? [])].filter(Boolean).join(" ");
  const contacts = (offer.contacts ?? []).map((one) => `${one.label} ${one.words}`).join(", ");
  return [
    `- ${offer.title} (${offer.place})`,
    `  Inngang: ${how || "ikke oppgitt"}`,
    ...(contacts ? [`  Kontakt: ${contacts}`] : []),
    `  ${offer.age_line}. Kilde: ${url}`,
  ];
}
