// «Skriv ut bildet på én side»: the picture alone; the browser's own printing gives the whole page.

const root = document.documentElement;
document.getElementById("skriv-bildet").addEventListener("click", () => { root.classList.add("print-picture"); print(); });
window.addEventListener("afterprint", () => root.classList.remove("print-picture"));
