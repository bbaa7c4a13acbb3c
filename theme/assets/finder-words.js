// From what a GP writes to what we know: municipalities by their names, also former ones, and topics by words or ICPC-2.

/** Letters alone, lower case, æ, ø and å as they are written without them. */
export const fold = (text) => text.trim().toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();

const CODE = /^[A-Z]\d\d/;
const SHORTEST_PART = 3;

/** The ICPC-2 code that a text begins with, or nothing. */
export const codeIn = (text) => text.trim().toUpperCase().match(CODE)?.[0] ?? "";

/** Municipalities by their names, read from the page's own list: what is found in it goes by number. */
export class Municipalities {
  #byName = new Map(); // folded name → numbers
  #names = new Map(); // number → own name, which the list has before former and other ones
  #numbers = new Map(); // number, or the word in the municipality's address → number

  constructor(options) {
    for (const { value, dataset: { number, id } } of options) {
      const key = fold(value);
      this.#byName.set(key, new Set([...(this.#byName.get(key) ?? []), number]));
      this.#numbers.set(number, number).set(id, number);
      if (!this.#names.has(number)) this.#names.set(number, value);
    }
  }

  name(number) { return this.#names.get(number) ?? ""; }

  number(word) { return this.#numbers.get(word); }

  /** Numbers of those whose name is, or else begins with, what was written. */
  fitting(written) {
    const name = fold(written).replace(/ kommune$/, "");
    if (!name) return [];
    const beginning = () => [...this.#byName].filter(([key]) => key.startsWith(name)).flatMap(([, found]) => [...found]);
    return [...(this.#byName.get(name) ?? new Set(beginning()))];
  }
}

/** Ids of the topics that a text names: by code, by a word of theirs, else by the beginning of one. */
export function fittingTopics(written, topics) {
  const all = [...topics.values()];
  const code = codeIn(written);
  if (code) {
    const coded = all.filter((topic) => topic.icpc.includes(code));
    return coded.filter((topic) => !coded.some((other) => other.id === topic.broader)).map((topic) => topic.id);
  }
  const asked = fold(written);
  const exact = all.filter((topic) => topic.folded.includes(asked));
  const found = exact.length || asked.length < SHORTEST_PART ? exact : all.filter((topic) => topic.folded.some((word) => ` ${word}`.includes(` ${asked}`)));
  return found.map((topic) => topic.id);
}
