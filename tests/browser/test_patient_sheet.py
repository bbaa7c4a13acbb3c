"""What the patient takes along on paper, and what goes into the journal from an offer's page."""

import html
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

CRISIS_NUMBERS = ["tel:113", "tel:116117", "tel:116123"]
TWO = ("trondheim-rph", "trondheim-link")
THREE = ("trondheim-rph", "trondheim-mestringstilbudet", "trondheim-link")
A4 = b"595"
QR_OF = """async address => {
  const { qrcode } = await import(new URL('assets/vendor/qrcode.mjs', document.querySelector('[data-rules]').dataset.rules.replace('fastlege/data/regler.json', '') + '.'
    ? new URL('../', location.href) : location.href));
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  return code.createSvgTag({ cellSize: 3, margin: 6, scalable: true }).match(/ d="([^"]*)"/)[1];
}"""
PRINTED = "window.print = () => { document.documentElement.dataset.printed = 'true' }"
