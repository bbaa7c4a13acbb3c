// «Forlat siden»: covers the page at once, leaves for an everyday page, and takes this page's place in the history, so that
// Back does not return to it. By the button, by a link that those who use the keys meet early, or by Shift three times.
// After GOV.UK's «Exit this page».

const PRESSES = 3;
const WITHIN = 5000; // milliseconds from one press to the next
const WORDS = ["", "Shift. Trykk to ganger til for å forlate siden.", "Shift. Trykk én gang til for å forlate siden."];

const button = document.getElementById("forlat");
const said = document.getElementById("forlat-sagt");
let presses = 0;
let clearing;

function leave() {
  document.title = "Ny fane";
  document.body.replaceChildren();
  document.body.className = "left";
  history.replaceState(null, "", new URL("..", import.meta.url)); // what is left in the history says nothing
  location.replace(button.href);
}

/** Anything but Shift alone begins the count anew. */
function count(event) {
  if (event.repeat) return;
  presses = event.key === "Shift" ? presses + 1 : 0;
  clearTimeout(clearing);
  clearing = setTimeout(() => { presses = 0; said.textContent = ""; }, WITHIN);
  if (presses >= PRESSES) leave();
  else said.textContent = WORDS[presses];
}

for (const way of document.querySelectorAll("[data-exit]")) way.addEventListener("click", (event) => { event.preventDefault(); leave(); });
document.addEventListener("keydown", count);
window.addEventListener("pageshow", (event) => { if (event.persisted && document.body.className === "left") location.replace(button.href); });
