// An address as squares that a phone can read.

import { qrcode } from "./vendor/qrcode.js";

/** Draw it in its place. The words beside it say the same to those who cannot scan. */
export function drawSquareCode(place, address) {
  const code = qrcode(0, "M");
  code.addData(address);
  code.make();
  place.innerHTML = code.createSvgTag({ cellSize: 3, margin: 6, scalable: true, alt: "QR-kode til nettsiden" });
}
