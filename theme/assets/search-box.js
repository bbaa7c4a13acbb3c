// A search field with suggestions while you type, by the combobox pattern of WAI-ARIA, on every page; and «/» leads to it.
// The engine is fetched when someone goes to the field, not before. What is typed stays in the browser.

import { element } from "./elements.js";

const SHOWN = 6;
const LONGEST = 100; // signs of a question that are repeated
const WAIT = 120; // milliseconds without typing before an answer is sought
const SHORTCUT = "lavterskel.hurtigtast"; // kept only when someone turns the key off

const root = new URL("..", import.meta.url);
let opening;

/** The engine, fetched once however often it is asked for. */
export function engine() {
  opening ??= import("./search-engine.js").then(({ Engine }) => Engine.open(new URL("sok/data/", root)));
  opening.catch(() => { opening = undefined; }); // so that it can be tried again
  return opening;
}

/** Where a question is answered. */
export const answerAt = (question) => new URL(`sok/#q=${encodeURIComponent(question)}`, root);

class Box {
  #form;
  #input;
  #list;
  #said;
  #active = -1;
  #turn = 0;
  #timer;

  constructor(form) {
    this.#form = form;
    this.#input = form.querySelector('input[type="search"]');
    const id = `forslag-${this.#input.id}`;
    this.#list = element("ul", { id, className: "suggest-list", hidden: true });
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Forslag");
    this.#said = element("p", { className: "unseen" });
    this.#said.setAttribute("role", "status");
    this.#input.after(this.#list, this.#said);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) this.#input.setAttribute(name, value);
    this.#input.addEventListener("focus", () => engine().catch(() => {}));
    this.#input.addEventListener("input", () => {
      this.#go(-1); // Enter asks for what is written now, not for what was chosen among answers to less
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#suggest(), WAIT);
    });
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => this.close());
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps its focus
    this.#list.addEventListener("click", (event) => this.#choose(event.target.closest('[role="option"]')));
    form.addEventListener("submit", (event) => this.#submit(event));
  }

  /** Hide the suggestions; an answer on its way is not shown. */
  close() {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#open([]);
  }

  async #suggest() {
    const text = this.#input.value;
    const turn = this.#turn += 1;
    if (!text.trim()) return this.#open([]);
    let options;
    try {
      const asked = await engine();
      const { question, hits } = await asked.search(text, { unfinished: true });
      const found = await asked.shown(hits.slice(0, SHOWN).map((hit) => hit.document));
      options = [
        ...(question.danger ? [option(new URL("krise/", root), "Hjelp nå: numre du kan ringe", "Akutt fare: ring 113", "suggest-help")] : []),
        ...found.map((one) => option(new URL(one.address, root), one.title, [asked.names.kinds[one.kind][0], one.place].filter(Boolean).join(" · "))),
        option(answerAt(text.trim()), `Vis alle treff på «${shortened(text)}»`, "", "suggest-all"),
      ];
    } catch {
      options = []; // without the engine, the field still leads to the search page
    }
    return turn === this.#turn ? this.#open(options) : undefined;
  }

  #open(options) {
    options.forEach((one, number) => { one.id = `${this.#list.id}-${number}`; });
    this.#list.replaceChildren(...options);
    this.#list.hidden = !options.length;
    this.#input.setAttribute("aria-expanded", String(options.length > 0));
    const help = options[0]?.classList.contains("suggest-help") ? "Hjelp nå står øverst. " : "";
    this.#said.textContent = options.length ? `${help}${options.length} forslag` : "";
    this.#go(-1);
  }

  #go(number) {
    const options = [...this.#list.children];
    this.#active = number;
    options.forEach((one, place) => one.setAttribute("aria-selected", String(place === number)));
    if (number < 0) this.#input.removeAttribute("aria-activedescendant");
    else {
      this.#input.setAttribute("aria-activedescendant", options[number].id);
      options[number].scrollIntoView({ block: "nearest" });
    }
  }

  #key(event) {
    const count = this.#list.children.length;
    if (event.key === "Escape" && (count || this.#input.value)) {
      event.preventDefault(); // first the list, then, by the next one, the text
      if (!count) this.#input.value = "";
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!count) this.#suggest();
      else if (event.altKey) { if (event.key === "ArrowUp") this.close(); } else this.#go(next(this.#active, event.key === "ArrowDown" ? 1 : -1, count));
    } else if (event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#list.children[this.#active]);
    }
  }

  #choose(chosen) {
    if (!chosen) return;
    const target = chosen.dataset.target;
    this.close();
    location.assign(target);
  }

  #submit(event) {
    event.preventDefault();
    this.close();
    const onSearchPage = this.#form.hasAttribute("data-search-page");
    if (onSearchPage && !this.#form.dispatchEvent(new CustomEvent("ask", { cancelable: true }))) return;
    location.assign(answerAt(this.#input.value.trim()));
    if (onSearchPage) location.reload(); // its script did not come, and nobody heard
  }
}

/** A question as it is repeated on the page: one that is pasted whole pages long is cut. */
export function shortened(question) {
  const signs = [...question.trim()];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join("")} …` : question.trim();
}

/** The next place among the options; −1 is the field itself. */
function next(active, step, count) {
  const place = active + step;
  return place >= count ? -1 : place < -1 ? count - 1 : place;
}

function option(target, words, more, className = "") {
  const made = element("li", { className }, element("span", { textContent: words }));
  if (more) made.append(element("small", { textContent: more }));
  made.setAttribute("role", "option");
  made.dataset.target = target;
  return made;
}

/** Whether «/» leads to the search; someone may have turned it off. */
function shortcutOn() {
  try { return localStorage.getItem(SHORTCUT) !== "av"; } catch { return true; }
}

function turnShortcut(on) {
  try { if (on) localStorage.removeItem(SHORTCUT); else localStorage.setItem(SHORTCUT, "av"); } catch { /* nothing is kept where storage is switched off */ }
}

function onSlash(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !shortcutOn()) return;
  const field = [...document.querySelectorAll("form[data-search] input[type='search']")].find((one) => one.getClientRects().length);
  event.preventDefault();
  if (field) { field.focus(); field.select(); } else location.assign(new URL("sok/#q", root)); // the field there has the id «q»
}

/** The words and the button on the search page that turn the key off and on. */
function shortcutSwitch(place) {
  const button = place.querySelector("button");
  const show = () => {
    place.firstChild.textContent = shortcutOn() ? "Tasten " : "Hurtigtasten ";
    place.querySelector("kbd").nextSibling.textContent = shortcutOn() ? " går til søkefeltet på alle sider. " : " er slått av i denne nettleseren. ";
    button.textContent = shortcutOn() ? "Slå av hurtigtasten" : "Slå på hurtigtasten";
  };
  button.addEventListener("click", () => {
    turnShortcut(!shortcutOn());
    show();
  });
  show();
}

for (const form of document.querySelectorAll("form[data-search]")) new Box(form);
document.addEventListener("keydown", onSlash);
const place = document.getElementById("hurtigtast");
if (place) shortcutSwitch(place);
