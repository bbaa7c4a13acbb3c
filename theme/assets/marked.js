// Marked recommendations: kept in this browser only, shown as a cited list that can be printed or copied.

const KEY = "lavterskel.merket";
const root = new URL("..", import.meta.url);

/** What is marked: id, sentence, strength, how it is cited, and whether it is superseded. Nothing where storage is switched off or spoilt. */
function read() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(whole) : [];
  } catch { return []; }
}

function whole(one) {
  return one && [one.id, one.text, one.strength, one.cite].every((part) => typeof part === "string") && /^[a-z0-9-]+$/.test(one.id);
}

function write(items) {
  try { localStorage.setItem(KEY, JSON.stringify(items)); return true; } catch { return false; }
}

const address = (id) => new URL(`anbefaling/${id}/`, root).href;
const isMarked = (id) => read().some((one) => one.id === id);

/** The recommendation of this page, as it is kept. */
function ofPage(id) {
  const page = document.querySelector(`article[data-record-id="${id}"]`);
  return {
    id,
    text: page.querySelector("h1").textContent.trim(),
    strength: page.querySelector(".badge").textContent.trim(),
    cite: document.querySelector("[data-cite-text]").textContent.trim(),
    superseded: page.querySelector(".superseded p")?.textContent.trim() ?? "",
  };
}

function showState(button, id) {
  button.textContent = isMarked(id) ? "★ Merket. Ta bort" : "☆ Merk";
}

function toggle(id) {
  const items = read();
  return write(items.some((one) => one.id === id) ? items.filter((one) => one.id !== id) : [...items, ofPage(id)]);
}

for (const place of document.querySelectorAll("[data-mark]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button-quiet" });
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.addEventListener("click", () => {
    const kept = toggle(place.dataset.mark);
    showState(button, place.dataset.mark);
    status.textContent = !kept ? "Nettleseren lar oss ikke lagre listen." : isMarked(place.dataset.mark) ? "Lagt i listen." : "Tatt bort fra listen.";
  });
  showState(button, place.dataset.mark);
  const list = Object.assign(document.createElement("a"), { href: new URL("merket/", root).href, textContent: "Se listen" });
  place.append(button, " ", list, " ", status);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    button.textContent = await copied(document.querySelector(button.dataset.copy).textContent.trim()) ? "Kopiert" : "Marker teksten og kopier den selv";
  });
}

async function copied(text) {
  try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
}

const list = document.querySelector("[data-marked-list]");
if (list) {
  const items = list.querySelector(".marked-items");
  const status = list.querySelector("[data-marked-status]");
  const empty = list.querySelector("[data-marked-empty]");
  const tools = list.querySelector(".marked-tools");

  const draw = () => {
    const marked = read();
    items.replaceChildren(...marked.map(item));
    empty.hidden = marked.length > 0;
    tools.hidden = marked.length === 0;
  };

  const item = (one) => {
    const row = document.createElement("li");
    row.dataset.recordKind = "recommendation";
    row.dataset.recordId = one.id;
    const link = Object.assign(document.createElement("a"), { href: address(one.id), textContent: one.text });
    const strength = Object.assign(document.createElement("strong"), { textContent: `${one.strength}: ` });
    const cite = Object.assign(document.createElement("p"), { className: "source-line", textContent: one.cite });
    const away = Object.assign(document.createElement("button"), { type: "button", className: "button-quiet screen-only", textContent: "Ta bort" });
    away.setAttribute("aria-label", `Ta bort: ${one.text}`);
    away.addEventListener("click", () => {
      write(read().filter((other) => other.id !== one.id));
      draw();
      status.textContent = "Tatt bort.";
      (items.querySelector("button") ?? empty.querySelector("a")).focus();
    });
    row.append(strength, link, cite);
    if (one.superseded) row.append(Object.assign(document.createElement("p"), { className: "source-line", textContent: one.superseded }));
    row.append(away);
    return row;
  };

  list.querySelector("[data-marked-copy]").addEventListener("click", async () => {
    const text = read().map((one, number) => [`${number + 1}. ${one.strength}: ${one.text}`, one.cite, one.superseded].filter(Boolean).join("\n   ")).join("\n\n");
    status.textContent = await copied(text) ? "Kopiert." : "Nettleseren lar oss ikke kopiere. Skriv ut i stedet.";
  });
  list.querySelector("[data-marked-print]").addEventListener("click", () => print());
  list.querySelector("[data-marked-clear]").addEventListener("click", () => {
    if (!confirm("Ta bort alle de merkede anbefalingene?")) return;
    write([]);
    draw();
    status.textContent = "Listen er tom.";
    empty.querySelector("a").focus();
  });
  window.addEventListener("storage", draw);
  draw();
}
