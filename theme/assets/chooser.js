// The municipality chooser: a name, also a former one, leads to the municipality's page.

const fold = (text) => text.trim().toLowerCase().replace(/\s+kommune$/, "").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a");

const choices = new Map(); // folded name → municipality → the name as written in the list
const names = new Map(); // municipality → its own name, which the list has before its former and other ones
for (const option of document.querySelectorAll("#kommuneliste option")) {
  const name = fold(option.value);
  if (!choices.has(name)) choices.set(name, new Map());
  choices.get(name).set(option.dataset.id, option.value);
  if (!names.has(option.dataset.id)) names.set(option.dataset.id, option.value);
}

/** The municipalities whose name is, or else begins with, what was written. */
function fitting(written) {
  const name = fold(written);
  if (!name) return new Map();
  return choices.get(name) ?? new Map([...choices].filter(([key]) => key.startsWith(name)).flatMap(([, found]) => [...found]));
}

const root = new URL("..", import.meta.url);
const address = (id) => new URL(`kommune/${id}/`, root).href;
const MANY = 8;
const words = (id, name) => (names.get(id) === name ? name : `${name} (${names.get(id)})`);

for (const form of document.querySelectorAll("[data-chooser]")) {
  const field = form.querySelector("input");
  const message = form.querySelector(".chooser-message");
  const go = () => {
    const found = [...fitting(field.value)];
    message.hidden = found.length === 1;
    field.setAttribute("aria-invalid", String(found.length === 0));
    if (found.length === 1) location.href = address(found[0][0]);
    else if (found.length) {
      const links = found.slice(0, MANY).flatMap(([id, name]) => [" ", Object.assign(document.createElement("a"), { href: address(id), textContent: words(id, name) })]);
      message.replaceChildren(`${found.length} kommuner passer. Velg her, eller skriv mer av navnet:`, ...links);
    } else message.textContent = field.value.trim() ? `Fant ingen kommune som heter «${field.value.trim()}». Se etter en skrivefeil, eller velg fra listen under.` : "Skriv navnet på kommunen først.";
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  // A name picked from the browser's list leads on at once; leaving the field does not.
  field.addEventListener("input", (event) => { if (event.inputType === "insertReplacementText" && choices.has(fold(field.value))) go(); });
}
