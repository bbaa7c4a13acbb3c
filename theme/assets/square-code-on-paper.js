// The page's own address as squares, for those who get the page on paper. It is drawn when the browser has nothing else to
// do, not when someone prints: a page on its way to paper does not wait for what must be fetched.

const place = document.querySelector("[data-square-code]");

async function draw() {
  const { drawSquareCode } = await import("./square-code.js");
  drawSquareCode(place, document.querySelector("[data-on-web]").textContent);
}

(window.requestIdleCallback ?? setTimeout)(draw);
