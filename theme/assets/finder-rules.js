// The finder's reasoning, without the page: which rules fit what was chosen, and in which order offers stand.
// Rules and offers are data; a choice not made fits no rule that asks for it.

export const PARTS = ["danger", "pathway", "offers", "consider", "escalate", "referral", "instrument"];
const ADULT = 18;

/** A topic and every wider one over it. */
export function withWider(topics, id) {
  const found = [];
  for (let step = topics.get(id); step && !found.includes(step.id); step = topics.get(step.broader)) found.push(step.id);
  return found;
}

/** What was chosen, made ready: the facts hold «minor» when the age says so, the topics every wider one. */
export function asCase(choice, topics) {
  const facts = new Set(choice.facts ?? []);
  if (choice.age !== null && choice.age !== undefined && choice.age < ADULT) facts.add("minor");
  const wanted = choice.topics ?? [];
  return {
    wanted,
    topics: new Set(wanted.flatMap((id) => withWider(topics, id))),
    severity: choice.severity ?? null,
    duration: choice.duration ?? "unknown",
    age: choice.age ?? null,
    facts,
  };
}

/** Whether a rule's conditions hold. */
export function fits(when, chosen) {
  if (when.topics && !when.topics.some((id) => chosen.topics.has(id))) return false;
  if (when.topics_unless?.some((id) => chosen.topics.has(id))) return false;
  if (when.severity && !when.severity.includes(chosen.severity)) return false;
  if (when.duration && !when.duration.includes(chosen.duration)) return false;
  if (when.age_min !== undefined && !(chosen.age !== null && chosen.age >= when.age_min)) return false;
  if (when.age_max !== undefined && !(chosen.age !== null && chosen.age <= when.age_max)) return false;
  if (when.facts && !when.facts.every((fact) => chosen.facts.has(fact))) return false;
  return !when.unless?.some((fact) => chosen.facts.has(fact));
}

/** How closely a rule speaks of the case: a topic of its own, and as near the chosen one as can be, before a general word. */
function nearness(rule, chosen, topics) {
  if (!rule.when.topics) return 9;
  const order = [...chosen.topics];
  const places = rule.when.topics.map((id) => order.indexOf(id)).filter((place) => place >= 0);
  return Math.min(...places, 8);
}

/** The rules that fit, in the order of the answer; the newest document before the one it replaced. */
export function suggestions(rules, chosen, topics) {
  const key = (rule) => [
    PARTS.indexOf(rule.part),
    Number(rule.alternative),
    nearness(rule, chosen, topics),
    Number(rule.document?.replaced ?? false),
  ];
  return rules
    .filter((rule) => fits(rule.when, chosen))
    .map((rule, number) => ({ rule, key: [...key(rule), number] }))
    .sort((one, other) => compare(one.key, other.key))
    .map(({ rule }) => rule);
}

function compare(one, other) {
  for (let place = 0; place < one.length; place += 1) if (one[place] !== other[place]) return one[place] < other[place] ? -1 : 1;
  return 0;
}

const TIERS = ["own", "shared", "county", "nation"];
const REFERRALS = ["not_needed", "via_professional", "application", undefined, "required"];
/** How the information stands: read or confirmed lately, only described once, or looked for later and not found. */
const SURE = ["seen", undefined, "not_found"];
/** Kinds that are something else than talking alone with someone. */
const NOT_TALKS = ["kurs", "gruppe", "nettprogram", "app", "selvhjelp", "moteplass", "drop-in", "fysisk-aktivitet", "aktivitet", "foredrag", "undervisning", "arbeidsfellesskap"];
const TALKS = ["samtale", "behandling", "radgivning"];
const NOT_FOR_PATIENTS = ["veiledning-fagfolk", "kompetansesenter"];

/** How well an offer's topics meet the case: 0 is the topic itself or a narrower one, 1 a wider one, 2 help in general, null none. */
function topicMatch(offer, chosen, topics) {
  if (!chosen.wanted.length) return 0;
  const own = offer.topics ?? [];
  if (own.some((id) => withWider(topics, id).some((wider) => chosen.wanted.includes(wider)))) return 0;
  if (own.some((id) => chosen.topics.has(id))) return 1;
  return own.includes("psykisk-helse") ? 2 : null;
}

const outsideAge = (offer, age) => age !== null && offer.age
  && ((offer.age[0] !== null && age < offer.age[0]) || (offer.age[1] !== null && age > offer.age[1]));

const inGroups = (offer) => offer.kinds.some((kind) => NOT_TALKS.includes(kind)) || offer.settings?.includes("group");

/** Only talks alone with someone, as far as the source says. */
export const onlyTalks = (offer) => !inGroups(offer) && offer.kinds.some((kind) => TALKS.includes(kind));

const MADE_FOR_OTHERS = 2;

/** Whom an offer is made for: 0 such a patient, 1 not said, 2 others. What an offer is made for is no limit, but counts. */
function audienceFits(offer, chosen) {
  const made = offer.audience ?? [];
  if (!made.length) return 1;
  const wanted = new Set([chosen.age === null ? null : chosen.age < 13 ? "barn" : chosen.age < ADULT ? "ungdom" : chosen.age < 67 ? "voksne" : "eldre"]);
  if (chosen.age !== null && chosen.age >= ADULT && chosen.age <= 25) wanted.add("ungdom");
  if (chosen.age !== null && chosen.age >= ADULT) wanted.add("voksne");
  if (chosen.facts.has("pregnant")) wanted.add("gravide");
  if (chosen.facts.has("children")) wanted.add("foreldre");
  if (chosen.topics.has("parorende")) wanted.add("parorende");
  return made.some((one) => wanted.has(one)) ? 0 : MADE_FOR_OTHERS;
}

/** Offers that the patient can use, best first: nearest, on the topic, made for the patient, surest, easiest to get into. */
export function ranked(offers, chosen, topics) {
  return offers
    .map((offer) => ({ offer, match: topicMatch(offer, chosen, topics) }))
    .filter(({ offer, match }) => match !== null && !outsideAge(offer, chosen.age)
      && !offer.kinds.some((kind) => NOT_FOR_PATIENTS.includes(kind))
      && !(offer.audience?.length === 1 && offer.audience[0] === "fagfolk"))
    .map(({ offer, match }, number) => ({
      offer,
      match,
      key: [
        TIERS.indexOf(offer.tier),
        chosen.facts.has("no_talks") ? Number(onlyTalks(offer)) : 0,
        Number(audienceFits(offer, chosen) === MADE_FOR_OTHERS),
        match,
        audienceFits(offer, chosen),
        SURE.indexOf(offer.sure),
        REFERRALS.indexOf(offer.referral),
        number,
      ],
    }))
    .sort((one, other) => compare(one.key, other.key))
    .map(({ offer, match }) => ({ offer, reasons: reasons(offer, match, chosen, topics) }));
}

const WHERE = { own: "I kommunen", shared: "Deles med andre kommuner", county: "For hele fylket", nation: "For hele landet" };

/** Why an offer stands where it does, in words. */
function reasons(offer, match, chosen, topics) {
  const found = [WHERE[offer.tier]];
  if (chosen.wanted.length) {
    const name = `«${chosen.wanted.map((id) => topics.get(id).title).join("» eller «")}»`;
    found.push(match === 0 ? `gjelder ${name}` : match === 1 ? `gjelder et videre tema enn ${name}` : "gjelder psykisk helse generelt");
  }
  if (chosen.age !== null) found.push(offer.age ? `alderen passer (${offer.age_text.toLowerCase()})` : "kilden oppgir ingen aldersgrense");
  if (chosen.facts.has("no_talks")) found.push(onlyTalks(offer) ? "er samtaler alene, så langt kilden sier" : "er noe annet enn samtaler alene");
  if (offer.referral === "not_needed") found.push("pasienten kan ta kontakt selv");
  return found;
}
