// The municipality chooser: a name, also a former one, leads to the municipality's page.

const fold = (text) => text.trim().toLowerCase().replace(/\s+kommune$/, "").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/æ/g, "ae").replace(/ø/g, "o").replace(/å/g, "a");

const choices = new Map();
for (const option of document.querySelectorAll("#kommuneliste option")) choices.set(fold(option.value), option.dataset.id);

/** The only municipality whose name is, or begins with, what was written; undefined when there is none or several. */
function chosen(written) {
  const name = fold(written);
  if (!name) return undefined;
  if (choices.has(name)) return choices.get(name);
  const found = new Set([...choices].filter(([key]) => key.startsWith(name)).map(([, id]) => id));
  return found.size === 1 ? [...found][0] : undefined;
}

const root = new URL("..", import.meta.url);
for (const form of document.querySelectorAll("[data-chooser]")) {
  const field = form.querySelector("input");
  const message = form.querySelector(".chooser-message");
  const go = () => {
    const id = chosen(field.value);
    message.hidden = Boolean(id);
    if (id) location.href = new URL(`kommune/${id}/`, root);
    else message.textContent = field.value.trim() ? `Fant ingen kommune som heter «${field.value.trim()}». Velg fra listen under.` : "Skriv navnet på kommunen først.";
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  field.addEventListener("change", () => { if (choices.has(fold(field.value))) go(); });
}

// What is written in the search field must never reach a server: it travels in the fragment.
for (const form of document.querySelectorAll("[data-search]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${form.action}#q=${encodeURIComponent(form.querySelector("input").value.trim())}`;
  });
}
