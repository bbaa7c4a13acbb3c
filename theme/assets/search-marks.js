// What a result shows of why it was found: which words of a text match, what a misspelt word was read as, which topics lie
// near a question that nothing answers.

import { distance, key, lowered, stem, words } from "./search-words.js";

const LEAST = 60; // a way to find something that counts less than this is not marked: «sørge» for «sorg»
const NEAR = 2; // letters that may differ between a word and a topic's
const SHORTEST = 4;
const MOST_TOPICS = 5;
const GENERAL = ["psykisk-helse", "rus", "parorende"];

/** The words' terms that a question looked for. */
export function wantedTerms(question) {
  return new Set(question.units.flatMap((unit) => unit.alternatives.filter((way) => way.weight >= LEAST).flatMap((way) => way.terms)));
}

/** The text in pieces, each with whether it matches. */
export function pieces(language, text, wanted) {
  const composed = text.normalize("NFC");
  if (lowered(composed).length !== composed.length) return [{ text: composed, matches: false }]; // places would not agree
  const found = [];
  let last = 0;
  for (const word of words(composed)) {
    if (language.stopwords.has(word.text) || !matches(language, word.text, wanted)) continue;
    found.push({ text: composed.slice(last, word.start), matches: false }, { text: composed.slice(word.start, word.end), matches: true });
    last = word.end;
  }
  return [...found, { text: composed.slice(last), matches: false }].filter((piece) => piece.text);
}

const matches = (language, word, wanted) => wanted.has(stem(word)) || language.splitter.split(word).some((part) => wanted.has(part));

/** What misspelt words were read as, in words that stand in the results; empty when there are none. */
export function readAs(question, items) {
  const seen = items.flatMap((item) => words(`${item.title} ${item.line}`)).map((word) => word.text);
  return question.spelled.map(([typed, term]) => [typed, seen.find((word) => stem(word) === term)]).filter(([typed, word]) => word && word !== typed);
}

/** Ids of topics with a word near one of the question's; the general ones when there are none. */
export function nearTopics(language, text) {
  const asked = words(text).map((word) => key(word.text)).filter((one) => one.length >= SHORTEST);
  const found = new Set();
  for (const [phrase, meanings] of language.phrases.all) {
    if (!asked.some((one) => phrase.split(" ").some((word) => word.length >= SHORTEST && (word.startsWith(one) || one.startsWith(word) || distance(one, word, NEAR) <= NEAR)))) continue;
    for (const meaning of meanings) if (meaning.startsWith("@")) found.add(meaning.slice(1));
  }
  return found.size ? [...found].slice(0, MOST_TOPICS) : GENERAL;
}
