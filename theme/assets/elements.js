// What scripts that draw share: elements, safe links and copying. Texts are text, never markup.

/** An element with properties and children; texts are text, never markup. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

/** «1 234», as the pages write it; the browser's own way costs a slow phone 70 ms the first time. */
export const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");

const SAFE = ["http:", "https:", "tel:", "sms:", "mailto:"];

/** A link; an address of another scheme than the known ones becomes plain words. */
export function link(href, words, className = "") {
  const { protocol, host } = new URL(href, location.href);
  if (!SAFE.includes(protocol)) return element("span", {}, words);
  const away = host && host !== location.host; // «tel:» and the like have no host
  return element("a", { href, ...(away && { rel: "noopener" }), ...(className && { className }) }, words);
}

export async function copied(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
}
