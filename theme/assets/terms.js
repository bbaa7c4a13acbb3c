// A term's explanation is shown on hover and focus by the style sheet alone. This keeps it inside the window, and lets
// Escape put it away.

const SHOWN = ".term:hover, .term:focus-within";

/** Move an explanation sideways into the window, and above the word where there is no room below. */
function place(term) {
  const tip = term.querySelector(".tip");
  tip.style.removeProperty("--shift");
  tip.classList.remove("is-above");
  const box = tip.getBoundingClientRect();
  if (!box.width) return;
  const rightmost = document.documentElement.clientWidth - 8 - box.width;
  tip.style.setProperty("--shift", `${Math.max(8, Math.min(box.left, rightmost)) - box.left}px`);
  tip.classList.toggle("is-above", box.bottom > innerHeight && term.getBoundingClientRect().top > box.height);
}

const termOf = (event) => event.target.closest?.(".term");

for (const type of ["mouseover", "focusin"]) {
  document.addEventListener(type, (event) => { if (termOf(event)) place(termOf(event)); });
}
const placeShown = () => document.querySelectorAll(SHOWN).forEach(place);
addEventListener("scroll", placeShown, { passive: true });
new ResizeObserver(placeShown).observe(document.body); // rows above take their real height when they come into view
for (const type of ["mouseout", "focusout"]) {
  document.addEventListener(type, (event) => termOf(event)?.classList.remove("is-away"));
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(SHOWN)) term.classList.add("is-away");
});
