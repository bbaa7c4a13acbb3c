// The search engine in the browser: fetches what a question needs of the index, ranks, filters and counts. The numbers and
// rules are those of hooks/lavterskel/search/; a test compares the answers. What is asked never leaves the browser: only
// numbered files are fetched.

import { Language, understand } from "./search-question.js";

const FIELD_BITS = 7;
const FULL = 31;
const ALL_FIELDS = (1 << FIELD_BITS) - 1;
export const FACETS = ["type", "kommune", "tema", "alder", "henvisning", "pris"];
const NATIONWIDE = "hele-landet";

/** Numbers from the gaps between them. */
function fromGaps(gaps) {
  let last = 0;
  return gaps.map((gap) => { last += gap; return last; });
}

export class Engine {
  #folder;
  #file;
  #table;
  #fetched = new Map(); // name of a file → what is in it, on its way or there
  #postings = new Map(); // term → documents with strength and fields
  #kinds = []; // document → its kind
  #ages; // document → [lowest, highest]
  #unusable;
  #nationwide;

  constructor(folder, file, table) {
    this.#folder = folder;
    this.#file = file;
    this.#table = table;
    this.language = new Language(file);
    for (const [kind, count] of table.kinds) for (let one = 0; one < count; one += 1) this.#kinds.push(kind);
    this.#ages = new Map(fromGaps(table.limited).map((document, place) => [document, table.ages[place]]));
    this.#unusable = new Set(fromGaps(table.unusable));
    this.#nationwide = new Set(fromGaps(table.nationwide));
  }

  /** The engine of a folder, once its language and table have come. */
  static async open(folder) {
    const [file, table] = await Promise.all(["sprak.json", "tabell.json"].map(async (name) => fetched(new URL(name, folder))));
    return new Engine(folder, file, table);
  }

  /** Names and labels that a page shows: kinds, fields, topics, municipalities. */
  get names() { return this.#file; }

  /** What answers a question: how it was understood, the hits best first, and whether its own place or age was let go. */
  async search(text, { chosen = {}, asWords = [], unfinished = false } = {}) {
    const question = understand(text, this.language, { asWords, unfinished });
    const ranked = text.trim() ? await this.#rank(question) : this.#everything();
    const wide = { ...ownChoices(question), ...chosen };
    let choice = wide;
    let tests = await this.#tests(choice);
    let hits = ranked.filter((hit) => tests.every(({ test }) => test(hit.document)));
    if (!hits.length && Object.keys(ownChoices(question)).length) {
      choice = chosen;
      tests = await this.#tests(choice);
      hits = ranked.filter((hit) => tests.every(({ test }) => test(hit.document)));
    }
    return { question, ranked, hits, choice, letGo: choice !== wide && hits.length > 0 };
  }

  /** For each facet: its values with words, and how many hits each would give with the other choices as they are. */
  async counts(ranked, choice) {
    const tests = await this.#tests(choice);
    const facets = await Promise.all(FACETS.map((name) => this.#facet(name)));
    const counts = facets.map((facet) => new Array(facet.values.length).fill(0));
    const everywhere = facets.map(() => 0); // what is for the whole country is for every municipality
    for (const { document } of ranked) {
      const failed = tests.filter(({ test }) => !test(document)).map(({ name }) => name);
      if (failed.length > 1) continue;
      FACETS.forEach((name, number) => {
        if (failed.length && failed[0] !== name) return;
        if (name === "kommune" && this.#nationwide.has(document)) everywhere[number] += 1;
        for (const value of facets[number].of.get(document) ?? []) counts[number][value] += 1;
      });
    }
    return FACETS.map((name, number) => ({
      name,
      values: facets[number].values.map((value, place) => ({
        value, label: facets[number].labels[place],
        own: counts[number][place],
        count: counts[number][place] + (value === NATIONWIDE ? 0 : everywhere[number]),
      })),
    }));
  }

  /** A facet's value in words. */
  async label(name, value) {
    const facet = await this.#facet(name);
    return facet.labels[facet.values.indexOf(value)];
  }

  /** What is shown of some documents, in their order: kind, id, address, title, line, place, facts. */
  async shown(documents) {
    const { block } = this.#table;
    const blocks = new Map(await Promise.all([...new Set(documents.map((one) => Math.floor(one / block)))].map(async (number) => [number, await this.#fetch(`vis/${number}.json`)])));
    return documents.map((one) => {
      const [id, address, title, line = "", place = "", facts = []] = blocks.get(Math.floor(one / block))[one % block];
      return { kind: this.#kinds[one], id, address, title, line, place, facts, usable: !this.#unusable.has(one) };
    });
  }

  #fetch(name) {
    if (!this.#fetched.has(name)) {
      const coming = fetched(new URL(name, this.#folder));
      coming.catch(() => this.#fetched.delete(name)); // so that it can be tried again
      this.#fetched.set(name, coming);
    }
    return this.#fetched.get(name);
  }

  /** A facet: values, labels, and the numbers of each document's values. */
  async #facet(name) {
    const { values, labels, documents } = await this.#fetch(`fasett-${name}.json`);
    const facets = (this.facets ??= new Map());
    if (!facets.has(name)) {
      const of = new Map();
      documents.forEach((gaps, value) => {
        for (const document of fromGaps(gaps)) {
          const own = of.get(document);
          if (own) own.push(value); else of.set(document, [value]);
        }
      });
      facets.set(name, { values, labels, of });
    }
    return facets.get(name);
  }

  /** For each facet that something is chosen of, a test on documents. */
  async #tests(choice) {
    const names = FACETS.filter((name) => choice[name]?.length);
    return Promise.all(names.map(async (name) => {
      const facet = await this.#facet(name);
      const wanted = new Set(choice[name].map((value) => facet.values.indexOf(value)));
      const years = name === "alder" ? choice[name].filter((value) => /^[0-9]+$/.test(value)).map(Number) : [];
      const test = (document) => {
        if ((facet.of.get(document) ?? []).some((value) => wanted.has(value))) return true;
        if (name === "kommune") return this.#nationwide.has(document);
        const limits = this.#ages.get(document);
        return years.some((year) => !limits || (limits[0] <= year && year <= limits[1]));
      };
      return { name, test };
    }));
  }

  #everything() {
    return this.#kinds.map((_, document) => ({ document, score: 0, reasons: [], factors: {} }));
  }

  async #rank(question) {
    const asked = Math.max(1, question.units.reduce((sum, unit) => sum + unit.importance, 0));
    await this.#fetchTerms(question.units.flatMap((unit) => unit.alternatives.flatMap((way) => way.terms)));
    const local = new Set(question.places.flatMap((place) => [...this.#of(`#${place}`).keys()]));
    const found = new Map();
    for (const unit of question.units) {
      for (const [document, { points, reason }] of this.#ofUnit(unit)) {
        let of = found.get(document);
        if (!of) found.set(document, of = { total: 0, covered: 0, reasons: [] });
        of.total += points * Math.max(1, unit.importance);
        of.covered += unit.importance;
        of.reasons.push(reason);
      }
    }
    const hits = [...found].map(([document, points]) => this.#hit(question, document, points, asked, local));
    return hits.filter((hit) => hit.score > 0).sort((one, other) => other.score - one.score || one.document - other.document);
  }

  #hit(question, document, { total, covered, reasons }, asked, local) {
    const factors = this.#factors(question, document, local);
    let score = Math.floor((total * covered) / asked);
    for (const percent of Object.values(factors)) score = Math.floor((score * percent) / 100);
    return { document, score, reasons, factors: { ...factors, dekning: Math.floor((100 * covered) / asked) } };
  }

  #factors(question, document, local) {
    const { weights } = this.language;
    const factors = { slag: (question.normative ? weights.NORMATIVE_PRIOR : weights.PRIOR)[this.#kinds[document]] };
    if (this.#unusable.has(document)) factors["ikke i bruk"] = weights.NOT_USABLE;
    if (local.has(document)) factors.lokalt = weights.LOCAL;
    if (!question.places.length && this.#nationwide.has(document)) factors["hele landet"] = weights.NATIONWIDE;
    if (question.age !== null && this.#ages.has(document)) factors.alder = weights.AGE_STATED;
    return factors;
  }

  /** For each document that has a part of the question: its points and the best reason. */
  #ofUnit(unit) {
    const found = new Map();
    for (const way of unit.alternatives) {
      for (const [document, [strength, fields]] of this.#ofWay(way)) {
        const points = strength * way.weight;
        let of = found.get(document);
        if (!of) found.set(document, of = { best: -1, sum: 0 });
        of.sum += points;
        if (points > of.best) Object.assign(of, { best: points, reason: { text: unit.text, terms: way.terms, fields, points } });
      }
    }
    for (const of of found.values()) of.points = of.best + Math.floor((of.sum - of.best) / this.language.weights.REST);
    return found;
  }

  /** For each document that has all the terms of a way: the weakest term's strength, and the fields of all. */
  #ofWay(way) {
    const [first, ...others] = way.terms.map((term) => this.#of(term));
    if (!others.length) return first;
    const found = new Map();
    for (const [document, [strength, fields]] of first) {
      const also = others.map((of) => of.get(document));
      if (also.every(Boolean)) found.set(document, [Math.min(strength, ...also.map((one) => one[0])), also.reduce((all, one) => all | one[1], fields)]);
    }
    return found;
  }

  /** The documents of a term that has been fetched. */
  #of(term) { return this.#postings.get(term) ?? new Map(); }

  /** Fetch the postings of some terms: each from the shard it stands in by the alphabet. */
  async #fetchTerms(terms) {
    const missing = [...new Set(terms)].filter((term) => !this.#postings.has(term));
    await Promise.all(missing.map(async (term) => {
      const shard = await this.#fetch(`ord/${this.#shardOf(term)}.json`);
      const [rarity, gaps, strengths] = Object.hasOwn(shard, term) ? shard[term] : [0, [], []];
      this.#postings.set(term, new Map(fromGaps(gaps).map((document, place) => [document, [rarity * ((strengths[place] >> FIELD_BITS) & FULL), strengths[place] & ALL_FIELDS]])));
    }));
  }

  #shardOf(term) {
    const { firstTerms } = this.#table;
    let low = 0;
    let high = firstTerms.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (firstTerms[middle] <= term) low = middle; else high = middle - 1;
    }
    return low;
  }
}

/** The facets that a question itself chooses. */
export function ownChoices(question) {
  return { ...(question.places.length ? { kommune: question.places } : {}), ...(question.age === null ? {} : { alder: [String(question.age)] }) };
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address.pathname}`);
  return answer.json();
}
