// What the finder, the patient's sheet and an offer's page share: an offer in plain text.

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
