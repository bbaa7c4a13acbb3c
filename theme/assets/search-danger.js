// Whether a question may be about acute danger. The same rules as hooks/lavterskel/search/danger.py; a test compares the two.

import { distance, key, plain, stem } from "./search-words.js";

/** How many letters two words begin alike with. */
function shared(one, other) {
  let place = 0;
  while (place < one.length && place < other.length && one[place] === other[place]) place += 1;
  return place;
}

/** Whether the words of a phrase stand in order, with at most one other word between each. `of` says where each stands. */
function standsIn([first, ...parts], of) {
  return of(first).some((start) => {
    let place = start;
    return parts.every((part) => {
      const spot = of(part).find((one) => place < one && one <= place + 2);
      if (spot === undefined) return false;
      place = spot;
      return true;
    });
  });
}

export class Dangers {
  #limits;
  #phrases;

  /** `lines` are phrases with the topic whose help is shown first: «overdose tok for mye». */
  constructor(lines, limits) {
    this.#limits = limits;
    this.#phrases = lines.map((line) => {
      const [topic, ...words] = line.split(" ");
      return { topic, parts: words.map((word) => ({ wanted: plain(word), wantedKey: key(word), name: `${plain(word)} ${key(word)}` })), run: words.map(plain).join("") };
    });
  }

  /** The topic of the longest phrase of danger in a question, or null. */
  find(words, { places, dictionary, stopwords }) {
    const written = words.map((word) => ({ plain: plain(word), key: key(word), name: places.has(plain(word)), known: dictionary.has(stem(word)) }));
    const run = runOf(words.map(plain), stopwords);
    const spots = new Map(); // a phrase's word → where it stands; many phrases share it
    const of = (part) => {
      if (!spots.has(part.name)) spots.set(part.name, [...written.keys()].filter((place) => this.#alike(written[place], part)));
      return spots.get(part.name);
    };
    let found = null;
    for (const phrase of this.#phrases) {
      if ((!found || phrase.run.length > found.run.length) && (standsIn(phrase.parts, of) || this.#holds(run, phrase.run))) found = phrase;
    }
    return found?.topic ?? null;
  }

  #alike(word, { wanted, wantedKey }) {
    const { unsure, unsureTwice, begun, ending } = this.#limits;
    if (word.plain === wanted) return true;
    if (word.name) return false;
    if (word.key === wantedKey && shared(word.plain, wanted) > Math.max(word.plain.length, wanted.length) - ending) return true;
    if (wanted.length >= begun && word.plain.startsWith(wanted)) return true;
    const errors = word.known || wanted.length < unsure ? 0 : wanted.length < unsureTwice ? 1 : 2;
    return errors > 0 && distance(word.plain, wanted, errors) <= errors;
  }

  /** Whether the letters stand in the run, from where a word may begin to where one ends. */
  #holds({ text, starts, ends }, run) {
    if (run.length < this.#limits.run) return false;
    for (let start = text.indexOf(run); start >= 0; start = text.indexOf(run, start + 1)) {
      if (ends.has(start + run.length) && (starts.has(start) || run.length >= this.#limits.longRun)) return true;
    }
    return false;
  }
}

/** A question without its spaces, and where words begin and end in it; also after a stop word within a word: «jegvil dø». */
function runOf(words, stopwords) {
  const starts = new Set();
  const ends = new Set();
  let place = 0;
  for (const word of words) {
    starts.add(place);
    for (let cut = 2; cut < word.length; cut += 1) if (stopwords.has(word.slice(0, cut))) starts.add(place + cut);
    place += word.length;
    ends.add(place);
  }
  return { text: words.join(""), starts, ends };
}
