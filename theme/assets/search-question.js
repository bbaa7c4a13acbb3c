// A question understood: what is asked for, where, for what age, and whether someone may be in danger. The same rules as
// hooks/lavterskel/search/question.py; a test compares the two.

import { Dangers } from "./search-danger.js";
import { Ages, Phrases, Places, Splitter, casedWords, isAbbreviation, isUpper, key, lowered, nearest, plain, root, stem, wordTexts } from "./search-words.js";

const share = (percent, of) => Math.floor((percent * of) / 100);
const nameTerm = (words) => `=${words.map(key).join("")}`;
const byCodePoint = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** Words from how many letters each has in common with the start of the one before, and the rest. */
function fromFrontCoded(coded) {
  let last = "";
  return coded.split(" ").map((one) => { last = last.slice(0, Number.parseInt(one[0], 36)) + one.slice(1); return last; });
}

/** Terms by what a function makes of each, in their order. */
function grouped(terms, by) {
  const groups = new Map();
  terms.forEach((term, number) => {
    const name = by(term, number);
    const group = groups.get(name);
    if (group) group.push(term); else groups.set(name, [term]);
  });
  return groups;
}

/** A term's root, from how many letters it has after it; «?» is the few where that does not give it. */
function rootOf(term, cut) {
  if (cut === "?") return root(term);
  const written = plain(term);
  return cut === "0" ? written : written.slice(0, -Number.parseInt(cut, 36));
}

/** What search knows about words, made from the file that the build wrote. */
export class Language {
  constructor(file) {
    Object.assign(this, { weights: file.weights, spelling: file.spelling, groups: file.groups.map((group) => group.map((way) => way.split(" "))), count: file.count });
    this.stopwords = new Set(file.stopwords);
    this.phrases = new Phrases(file.phrases, this.stopwords);
    this.normative = new Phrases(file.normative, new Set(), stem);
    this.placeNames = new Phrases(file.places, new Set(), plain);
    this.places = new Places(this.placeNames, new Set(file.doubtfulPlaces), file.placeWords);
    this.dangers = new Dangers(file.dangers, file.danger);
    this.section = new RegExp(file.section, "g");
    this.sections = new Set(file.sections);
    this.ages = new Ages(file.ages);
    const terms = fromFrontCoded(file.terms);
    this.dictionary = new Map(terms.map((term, number) => [term, file.frequencies[number]]));
    this.byPlain = grouped(terms, plain);
    this.byRoot = grouped(terms, (term, number) => rootOf(term, file.cuts[number]));
    this.splitter = new Splitter(file.compounds, new Set(terms.filter((_, number) => file.parts[number] === "1")), new Set(file.never));
  }
}

/** Understand a question. `asWords` names what is not to be understood as what it is: «kommune», «alder». */
export function understand(text, language, { asWords = [], unfinished = false } = {}) {
  return new Reading(text, language, asWords, unfinished).question();
}

/** One question while it is read: `words` is taken away from as parts of it are understood. */
class Reading {
  constructor(text, language, asWords, unfinished) {
    Object.assign(this, { text, language, asWords, unfinished, spelled: [], onlyPlace: [] });
  }

  question() {
    const { language } = this;
    const written = casedWords(this.text);
    const shouted = written.every(isUpper);
    this.names = new Set(shouted ? [] : written.filter(isAbbreviation).map((word) => word.toLowerCase()));
    const capitals = new Set(shouted ? [] : written.slice(1).filter((word) => isUpper(word[0])).map((word) => word.toLowerCase()));
    const [left, sections] = this.sections(lowered(this.text));
    this.words = wordTexts(left);
    this.allWords = this.words;
    const danger = language.dangers.find(this.allWords, { places: language.placeNames, dictionary: language.dictionary, stopwords: language.stopwords });
    const normative = sections.length > 0 || language.normative.find(this.words).length > 0;
    const { places, placeText } = this.asWords.includes("kommune") ? { places: [], placeText: "" } : this.place(capitals, sections.length > 0);
    const { age, ageText } = this.asWords.includes("alder") ? { age: null, ageText: "" } : this.age();
    this.right = this.words.map((word) => this.respelt(word));
    const matches = language.phrases.find(this.words, this.right.map(key));
    const laws = matches.flatMap((match) => match.meanings).filter((meaning) => meaning.startsWith("§"));
    const units = [
      ...sections.map((section) => this.sectionUnit(section, laws)),
      ...this.units(matches),
      ...this.placeUnit(places, placeText),
      ...this.placeUnit(this.onlyPlace, this.words.join(" ")),
      this.whole(),
    ];
    return { units, places, placeText, age, ageText, danger, normative: normative || laws.length > 0, spelled: this.spelled };
  }

  /** The text without its section numbers, and those: «2-1a». */
  sections(text) {
    const found = [];
    const left = text.replace(this.language.section, (all, marked) => {
      const section = (marked ?? all).replace(/\s+/g, "");
      if (marked === undefined && !this.language.sections.has(section)) return all;
      found.push(section);
      return " ";
    });
    return [left, found];
  }

  sectionUnit(section, laws) {
    const { weights } = this.language;
    const own = laws.map((law) => ({ weight: weights.EXACT, terms: [`${law}-${section}`] }));
    return { text: `§ ${section}`, importance: weights.SECTION, alternatives: [...own, { weight: laws.length ? weights.OTHER_LAW : weights.EXACT, terms: [`§${section}`] }] };
  }

  /** The places named, taken out of the words; alone, they are what to find and not where. Beside a section, a law is no place. */
  place(capitals, law) {
    const { places, phrases } = this.language;
    const nowhere = { places: [], placeText: "" };
    const { ids, text, rest } = places.find(this.words, capitals);
    if (law && text.split(" ").some((word) => phrases.meanings(key(word)).some((meaning) => meaning.startsWith("§")))) return nowhere;
    if (ids.length && !rest.length) {
      this.onlyPlace = ids;
      this.words = text.split(" ");
      return nowhere;
    }
    this.words = rest;
    return { places: ids, placeText: text };
  }

  /** The age named, taken out of the words unless nothing else is asked for. */
  age() {
    const found = this.language.ages.find(this.words);
    const rest = found ? [...this.words.slice(0, found.start), ...this.words.slice(found.end)] : [];
    if (rest.every((word) => this.isStopword(word))) return { age: null, ageText: "" };
    const ageText = this.words.slice(found.start, found.end).join(" ");
    this.words = rest;
    return { age: found.years, ageText };
  }

  /** Whether a word carries no content; one in capitals among others does: «KOR», «DU». */
  isStopword(word) { return this.language.stopwords.has(word) && !this.names.has(word); }

  /** The word, or the nearest there is when nothing like it is known. */
  respelt(word) {
    const { language } = this;
    if (this.isStopword(word) || language.phrases.has(key(word))) return word;
    if (this.spelt(word).length || language.splitter.split(word).length) return word;
    const [near] = this.beginnings(word).length ? [] : this.nearest(word);
    if (near) this.spelled.push([word, near]);
    return near ?? word;
  }

  /** One unit for each word with content and for each phrase of several words. */
  units(matches) {
    const { weights } = this.language;
    const inside = new Map(matches.flatMap((match) => Array.from({ length: match.end - match.start }, (_, place) => [match.start + place, match])));
    const onlyStopwords = this.words.every((word) => this.isStopword(word));
    return this.words.flatMap((word, place) => {
      const match = inside.get(place);
      const several = match !== undefined && match.end - match.start > 1;
      const phrase = several && match.start === place
        ? [{ text: this.words.slice(match.start, match.end).join(" "), importance: weights.WORD, alternatives: best(this.meant(match.meanings, 100)) }] : [];
      if (this.isStopword(word) && !onlyStopwords) return phrase;
      const ways = [...this.ways(place, several || !match ? [] : match.meanings), ...this.joined(place)];
      if (this.unfinished && place === this.words.length - 1) ways.push(...this.beginnings(word, weights.SHORTEST_UNFINISHED));
      return [...phrase, { text: word, importance: several ? weights.INSIDE_PHRASE : this.importance(word), alternatives: best(ways) }];
    });
  }

  /** How much a word weighs: less when it stands in very much of what there is. */
  importance(word) {
    const { weights, dictionary, count } = this.language;
    const percent = Math.floor((100 * (dictionary.get(stem(word)) ?? 0)) / Math.max(1, count));
    return weights.COMMON.find(([least]) => percent >= least)?.[1] ?? weights.WORD;
  }

  /** Every way to find one word. */
  ways(place, meanings) {
    const { weights, phrases, splitter, byRoot } = this.language;
    const word = this.words[place];
    const spelt = this.spelt(word);
    const split = splitter.split(word);
    const begun = spelt.length || split.length ? [] : this.beginnings(word);
    const near = spelt.length || split.length || begun.length ? [] : this.nearest(word);
    const misspelt = near.flatMap((term) => [{ weight: weights.MISSPELT, terms: [term] }, ...this.meant(phrases.meanings(plain(term)), weights.MISSPELT)]);
    const parts = split.flatMap((part, number) => {
      const weight = number === split.length - 1 ? weights.LAST_PART : weights.FIRST_PART;
      return [{ weight, terms: [part] }, ...this.meant(phrases.meanings(plain(part)), weight)];
    });
    const last = split.at(-1);
    const forms = split.length ? (byRoot.get(root(last)) ?? []).filter((term) => term !== last) : [];
    const compound = [
      ...(split.length ? [{ weight: weights.COMPOUND, terms: split }] : []),
      ...forms.map((term) => ({ weight: share(weights.COMPOUND, weights.OTHER_FORM), terms: [...split.slice(0, -1), term] })),
    ];
    return [...begun, ...misspelt, ...spelt, ...this.meant(meanings, 100), ...compound, ...parts];
  }

  /** The word as it stands, with æ, ø and å where plain letters were written, and in forms with another stem. */
  spelt(word) {
    const { weights, dictionary, byPlain, byRoot } = this.language;
    const exact = stem(word);
    const known = dictionary.has(exact);
    const others = word === plain(word) || !known ? (byPlain.get(plain(exact)) ?? []).filter((term) => term !== exact) : [];
    const weight = known ? weights.PERHAPS_OTHER_LETTERS : weights.OTHER_LETTERS;
    const forms = known ? byRoot.get(root(exact)).filter((term) => term !== exact) : [];
    return [
      ...(known ? [{ weight: weights.EXACT, terms: [exact] }] : []),
      ...others.map((term) => ({ weight, terms: [term] })),
      ...forms.map((term) => ({ weight: weights.OTHER_FORM, terms: [term] })),
    ];
  }

  /** The terms nearest in spelling: those that begin alike first, then the most used. Also tried with only its ending gone. */
  nearest(word) {
    const { byPlain, dictionary, weights } = this.language;
    let errors = this.errorsAllowed(word) + 1;
    let found = [];
    for (const wanted of new Set([plain(word).replace(/(?:ene|en|er|et|e)$/, ""), key(word)])) {
      const allowed = Math.min(this.errorsAllowed(wanted), errors - 1);
      if (allowed < 1 || !/^\p{L}+$/u.test(wanted)) continue;
      const near = nearest(wanted, byPlain.keys(), allowed);
      if (near.found.length) ({ errors, found } = near);
    }
    const terms = found.flatMap((one) => byPlain.get(one));
    const unlike = (term) => Number(plain(term)[0] !== plain(word)[0]);
    return terms.sort((one, other) => unlike(one) - unlike(other) || dictionary.get(other) - dictionary.get(one) || byCodePoint(one, other)).slice(0, weights.MOST_SPELLINGS);
  }

  /** How many errors a word of this length may have and still be understood. */
  errorsAllowed(word) {
    const { one, two } = this.language.spelling;
    return word.length < one ? 0 : word.length < two ? 1 : 2;
  }

  /** The most used words that begin as a word does that is not known whole, or is still being typed. */
  beginnings(word, shortest = this.language.weights.SHORTEST_BEGINNING) {
    const { weights, byPlain, dictionary } = this.language;
    const begun = plain(word);
    if (begun.length < shortest) return [];
    const terms = [...byPlain].filter(([plainly]) => plainly.startsWith(begun)).flatMap(([, found]) => found);
    terms.sort((one, other) => dictionary.get(other) - dictionary.get(one) || byCodePoint(one, other));
    return terms.slice(0, weights.MOST_BEGINNINGS).map((term) => ({ weight: weights.BEGINNING, terms: [term] }));
  }

  /** The ways to find what a phrase means: a topic's or a law's term, or the ways of a synonym group. */
  meant(meanings, percent) {
    const { weights, groups } = this.language;
    return meanings.flatMap((meaning) => {
      if (!meaning.startsWith("~")) return [{ weight: share(weights.TOPIC, percent), terms: [meaning] }];
      const oneWay = meaning.endsWith("?");
      const group = groups[Number(meaning.replace(/[~?]/g, ""))];
      const weight = share(oneWay ? weights.ONE_WAY_MEANING : weights.SAME_MEANING, percent);
      return (oneWay ? group.slice(0, 1) : group).map((terms) => ({ weight, terms }));
    });
  }

  /** A word as half of one that was written in two: «selv hjelp», «søvn-kurs». */
  joined(place) {
    const { weights, byPlain, phrases } = this.language;
    const halves = (first) => first >= 0 && first + 1 < this.words.length && ![first, first + 1].some((half) => this.isStopword(this.words[half]));
    return [place - 1, place].filter(halves).flatMap((first) => {
      const joined = key(this.words[first] + this.words[first + 1]);
      const terms = (byPlain.get(joined) ?? []).map((term) => ({ weight: weights.JOINED, terms: [term] }));
      return [...terms, ...this.meant(phrases.meanings(joined), weights.JOINED)];
    });
  }

  /** What is in the place asked about is found also when the words are not. */
  placeUnit(places, text) {
    const { weights } = this.language;
    return places.length ? [{ text, importance: weights.PLACE, alternatives: places.map((place) => ({ weight: weights.EXACT, terms: [`#${place}`] })) }] : [];
  }

  /** The question as the whole name of something. */
  whole() {
    const { weights } = this.language;
    const names = [...new Set([this.allWords, this.words, this.right].map(nameTerm))].filter((name) => name.length > 1);
    return { text: "hele navnet", importance: weights.BONUS, alternatives: names.map((name) => ({ weight: weights.WHOLE_NAME, terms: [name] })) };
  }
}

/** Each way once, with its highest weight, the heaviest first. */
function best(ways) {
  const heaviest = new Map();
  for (const { weight, terms } of ways) {
    const name = terms.join(" ");
    heaviest.set(name, { weight: Math.max(weight, heaviest.get(name)?.weight ?? 0), terms });
  }
  const inOrder = (one, other) => {
    for (let place = 0; place < Math.min(one.length, other.length); place += 1) if (one[place] !== other[place]) return byCodePoint(one[place], other[place]);
    return one.length - other.length;
  };
  return [...heaviest.values()].sort((one, other) => other.weight - one.weight || inOrder(one.terms, other.terms));
}
