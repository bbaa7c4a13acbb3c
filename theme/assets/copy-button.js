// A button that copies what stands elsewhere on the page: how a recommendation or a source is cited.

import { copied } from "./elements.js";

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    button.textContent = await copied(document.querySelector(button.dataset.copy).textContent.trim()) ? "Kopiert" : "Marker teksten og kopier den selv";
  });
}
