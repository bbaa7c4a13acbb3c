// A term's explanation is shown on hover and focus by the style sheet alone; this lets Escape put it away.

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".term:hover, .term:focus-within")) term.classList.add("is-away");
});
for (const type of ["mouseout", "focusout"]) {
  document.addEventListener(type, (event) => event.target.closest?.(".term")?.classList.remove("is-away"));
}
