// Norwegian words: letters, stems, compounds, spelling and phrases. The same rules as hooks/lavterskel/norwegian/, which
// made the index; what they are fed with comes from there too, and a test compares the two.

import { NorwegianStemmer } from "./vendor/norwegian-stemmer.js";

const LETTERS = "0-9a-zß-öø-ɏ";
const WORD = new RegExp(`[${LETTERS}]+`, "g");
const ANY_CASE = new RegExp(`[${LETTERS}A-ZÀ-ÖØ-Þ]+`, "g");
const SINGLE = { æ: "a", ø: "o", ß: "ss", đ: "d", ŋ: "n", ŧ: "t" };
const DOUBLE = { aa: "a", ae: "a", oe: "o" };

const DASHES = /[‐‑‒–—−]/g;

/** The text composed, with plain hyphens and no soft ones. */
const composed = (text) => text.normalize("NFC").replace(DASHES, "-").replace(/\u00ad/g, "");

/** The text in composed lower case. */
export const lowered = (text) => composed(text).toLowerCase();

/** The words of a text, in lower case. */
export const wordTexts = (text) => lowered(text).match(WORD) ?? [];

/** The words of a text, and where they stand in `lowered(text)`. */
export const words = (text) => [...lowered(text).matchAll(WORD)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));

/** The words of a text as they are written: «KOR» and «kor» are two. */
export const casedWords = (text) => composed(text).match(ANY_CASE) ?? [];

/** Whether a word is written in capitals, as «DU» and «KOR» are where they are names. */
export const isAbbreviation = (word) => word.length > 1 && isUpper(word);

/** Whether a word has letters, and all are capitals. */
export const isUpper = (word) => word === word.toUpperCase() && word !== word.toLowerCase();

/** A function that remembers what it answered. */
function remembering(answer) {
  const known = new Map();
  return (word) => {
    if (!known.has(word)) known.set(word, answer(word));
    return known.get(word);
  };
}

/** «søvn», «soevn» and «sovn» alike become «sovn»: æ, ø and å as they are written without them, no accents. */
export const plain = remembering((word) => {
  if (/^[\x20-\x7f]*$/.test(word) && !/aa|ae|oe/.test(word)) return word;
  const single = (text) => text.replace(/[æøßđŋŧ]/g, (letter) => SINGLE[letter]);
  let bare = single(single(word).normalize("NFD").replace(/[\u0300-\u036f]/g, "")); // twice: «ǿ» has an accent on it
  while (/aa|ae|oe/.test(bare)) bare = bare.replace(/aa|ae|oe/g, (pair) => DOUBLE[pair]);
  return bare;
});

const WHOLE = /^(.{3,}lov|(?:fast|tann|over|hus|vakt|skole|allmenn|kommune|bydels|bedrifts|turnus|syke?hus|hjems|nød|stasjons)leg(?=[ea]))(?:a|as|e|es|en|ens|s|er|ers|ene|enes|ar|ars|ane|anes)?$/; // Snowball takes them for endings
const LIKE = /^(.{2,}l)(?:ig(?:e|t|s|er|en|ens|ene|ere|est|este|het|heten|heter|hetene)?|eg(?:t|are|ast|aste|heit|heita)?)$/; // of which Snowball leaves too little
const DEFINITE = /(?<=..)(?<!j)(?<!mod)(?<!int)(?<!kst)erne$/; // «brukerne», which Snowball does not know
const stemmer = new NorwegianStemmer();

/** The stem of a word, by Snowball; compounds of «lov» and «lege» keep them, and adjectives «-lig». */
export const stem = remembering((word) => {
  const whole = word.match(WHOLE);
  if (whole) return whole[1];
  const like = word.match(LIKE);
  return like ? `${like[1]}ig` : stemmer.stemWord(word.replace(DEFINITE, "er"));
});

/** The stem in plain letters: what two spellings and forms of one word have in common. */
export const key = remembering((word) => plain(stem(word)));

/** What is left when Snowball is asked again of its own answer: «brukeren» and «bruker» share «bruk». */
export const root = remembering((stemmed) => {
  const again = stem(stemmed);
  return plain(again === stemmed ? again : stem(again));
});

/** Takes compounds apart into words that the site itself uses alone: «depresjonskurs» is «depresjon» and «kurs». */
export class Splitter {
  #rules;
  #parts;
  #never;
  #known = new Map();

  constructor(rules, parts, never) {
    this.#rules = rules;
    this.#parts = parts;
    this.#never = never;
  }

  /** The stems of the parts, two or more; empty when the word is no compound of known parts. */
  split(word) {
    if (word.length < this.#rules.shortest) return [];
    if (!this.#known.has(word)) {
      const stemmed = stem(word);
      const found = this.#never.has(stemmed) ? [] : this.#split(stemmed, this.#rules.most);
      this.#known.set(word, found.length > 1 ? found : []);
    }
    return this.#known.get(word);
  }

  /** The split into fewest parts, the longest last part among those. */
  #split(stemmed, most) {
    let best = [];
    for (let cut = this.#rules.part; cut <= stemmed.length - this.#rules.part; cut += 1) {
      const last = stemmed.slice(cut);
      if (!this.#parts.has(last)) continue;
      const before = this.#first(stemmed.slice(0, cut), most - 1);
      if (before.length && (!best.length || before.length + 1 < best.length)) best = [...before, last];
    }
    return best;
  }

  /** What stands before the last part, as one part or several. */
  #first(text, most) {
    const { links, part: shortest } = this.#rules;
    for (const link of links) {
      const part = text.slice(0, text.length - link.length);
      if (text.endsWith(link) && part.length >= shortest && this.#parts.has(part)) return [part];
    }
    if (most < 2) return [];
    for (const link of links.slice(0, 3)) {
      const found = text.endsWith(link) ? this.#split(text.slice(0, text.length - link.length), most) : [];
      if (found.length) return found;
    }
    return [];
  }
}

/** How many letters to add, take away, change or swap with the next; `most + 1` when it takes more. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      let cost = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) cost = Math.min(cost, before[column - 2] + 1);
      now.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last] = [last, now];
  }
  return Math.min(last[other.length], most + 1);
}

/** The least number of errors at which any is found, and all at that distance in their order; none beyond `most`. */
export function nearest(word, among, most) {
  let errors = most;
  let found = [];
  for (const candidate of among) {
    const needed = distance(word, candidate, errors);
    if (needed < errors) [errors, found] = [needed, [candidate]];
    else if (needed === errors) found.push(candidate);
  }
  return { errors, found };
}

/** Phrases by the keys of their words, with every meaning each has: «har det tungt», «hol», «Nordre Follo». */
export class Phrases {
  #meanings;
  #stopwords;
  #keyOf;
  #longest;

  constructor(meanings, stopwords = new Set(), keyOf = key) {
    this.#meanings = new Map(Object.entries(meanings).map(([phrase, codes]) => [phrase, codes.split(" ")]));
    this.#longest = Math.max(1, ...Object.keys(meanings).map((phrase) => phrase.split(" ").length));
    this.#stopwords = stopwords;
    this.#keyOf = keyOf;
  }

  /** What a single key means. */
  meanings(phrase) { return this.#meanings.get(phrase) ?? []; }

  has(phrase) { return this.#meanings.has(phrase); }

  /** Every phrase's keys and meanings. */
  get all() { return this.#meanings; }

  /** The phrases in a question, none overlapping a longer one, in order of place. */
  find(all, keys = all.map(this.#keyOf)) {
    const places = [...all.keys()];
    const content = places.filter((place) => !this.#stopwords.has(all[place]));
    const found = [];
    for (const run of [places, content]) {
      for (let first = 0; first < run.length; first += 1) {
        for (let last = Math.min(run.length, first + this.#longest); last > first; last -= 1) {
          const meanings = this.meanings(run.slice(first, last).map((place) => keys[place]).join(" "));
          if (meanings.length) found.push({ start: run[first], end: run[last - 1] + 1, meanings });
        }
      }
    }
    found.sort((one, other) => (one.start - one.end) - (other.start - other.end) || one.start - other.start);
    const taken = new Set();
    const kept = found.filter(({ start, end }) => {
      const span = Array.from({ length: end - start }, (_, place) => start + place);
      if (span.some((place) => taken.has(place))) return false;
      for (const place of span) taken.add(place);
      return true;
    });
    return kept.sort((one, other) => one.start - other.start);
  }
}

/** Finds the first age in a question: «14 år», «14-åring», «fjortenåring», «sønnen min på 14». */
export class Ages {
  #rules;
  #years;

  constructor(rules) {
    this.#rules = rules;
    this.#years = new RegExp(rules.years);
  }

  find(all) {
    for (let start = 0; start < all.length; start += 1) {
      const found = this.#at(all, start);
      if (found && found.years <= this.#rules.oldest && !this.#rules.notBefore.includes(all[found.end])) return found;
    }
    return null;
  }

  #at(all, start) {
    const { notAfter, lasted, numbers } = this.#rules;
    const word = all[start];
    const before = all[start - 1] ?? "";
    const ofPerson = this.#ofPerson(all, start);
    if ((notAfter.includes(before) && !ofPerson) || /^[0-9]+$/.test(before)) return null;
    const number = /^[0-9]{1,3}$/.test(word) ? Number(word) : Object.hasOwn(numbers, word) ? numbers[word] : null;
    if (number !== null) {
      const after = (all[start + 1] ?? "").match(this.#years);
      if (after && !after[1]) return !ofPerson && all.slice(0, start).some((one) => lasted.includes(one)) ? null : { years: number, start, end: start + 2 };
      return ofPerson ? { years: number, start, end: start + 1 } : null;
    }
    const joined = word.match(this.#years);
    if (joined?.[1]) return { years: Number(joined[1]), start, end: start + 1 };
    for (const [name, years] of Object.entries(numbers)) {
      if (word !== name && word.startsWith(name) && this.#years.test(word.slice(name.length))) return { years, start, end: start + 1 };
    }
    return null;
  }

  /** Whether the number at a place is said of someone: «gutt 14», «sønnen min på 14», «jeg er 82». */
  #ofPerson(all, start) {
    const { persons, someone, speakers, near } = this.#rules;
    const before = all[start - 1];
    const earlier = all.slice(Math.max(0, start - 1 - near), Math.max(0, start - 1));
    if (persons.includes(before)) return true;
    if (before === "på") return earlier.some((one) => persons.includes(one)) || someone.includes(earlier.at(-1));
    return before === "er" && earlier.some((one) => persons.includes(one) || speakers.includes(one));
  }
}

/** Finds places in a question: «kurs i Trondheim», «Nordre Follo kommune», «Oslos psykologer». */
export class Places {
  #names;
  #doubtful;
  #rules;

  constructor(names, doubtful, rules) {
    this.#names = names;
    this.#doubtful = doubtful;
    this.#rules = rules;
  }

  /** The ids of the places named, how they are written, and the words that are left without them. */
  find(words, capitals) {
    const { before: prepositions, on, after: kommune, between } = this.#rules;
    const ids = new Set();
    const written = [];
    const taken = new Set();
    for (const match of this.#names.find(words, words.map((word) => this.#nameKey(word)))) {
      const before = words[match.start - 1] ?? "";
      const after = (words[match.end] ?? "").startsWith(kommune);
      const name = words.slice(match.start, match.end);
      if (!after && words.length > 1 && !this.#certain(name, before, capitals)) continue;
      for (const id of match.meanings) ids.add(id);
      written.push(name.join(" "));
      const leads = before === on || prepositions.includes(before) || (between.includes(before) && taken.size > 0);
      for (let place = match.start - Number(leads); place < match.end + Number(after); place += 1) taken.add(place);
    }
    return { ids: [...ids], text: written.join(" og "), rest: words.filter((_, place) => !taken.has(place)) };
  }

  #certain(name, before, capitals) {
    if (!this.#doubtful.has(plain(name.join(" "))) || capitals.has(name[0])) return true;
    return this.#rules.before.includes(before) && !this.#rules.idioms.includes(name[0]);
  }

  #nameKey(word) {
    const whole = plain(word);
    return !this.#names.has(whole) && whole.endsWith("s") && this.#names.has(whole.slice(0, -1)) ? whole.slice(0, -1) : whole;
  }
}
