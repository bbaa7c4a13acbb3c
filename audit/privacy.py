"""What a visit leaves behind and sends out, and whether the content security policy holds."""

from __future__ import annotations

from playwright.sync_api import Page, Request, Response

from .results import Cell, Cells, judged
from .visit import UNFOLD, Visitor, suggest

POLICY, STORAGE, REQUESTS = "CSP", "lagring", "forespørsler"

WATCH = """addEventListener('securitypolicyviolation', (event) => {
  (window.auditViolations ??= []).push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
}, true)"""
STORED = """async () => [
  ...Object.keys(localStorage).map((key) => `localStorage: ${key}`),
  ...Object.keys(sessionStorage).map((key) => `sessionStorage: ${key}`),
  ...(await indexedDB.databases()).map(({ name }) => `IndexedDB: ${name}`),
  ...(await caches.keys()).map((key) => `Cache: ${key}`),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker: ${scope}`),
]"""


def _use(page: Page) -> None:
    """Do what a reader might: open, search, and go to the end."""
    page.evaluate(UNFOLD)
    suggest(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")


def check(visitor: Visitor, kind: str) -> Cells:
    """One visit, three cells."""
    asked: list[Request] = []
    answers: list[Response] = []
    with visitor.context() as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("request", lambda one: asked.append(one))
        page.on("response", lambda one: answers.append(one))
        visitor.go(page, kind)
        _use(page)
        document = next(answer for answer in answers if answer.request.is_navigation_request())
        policy = (
            document.headers.get("content-security-policy")
            or page.locator('meta[http-equiv="Content-Security-Policy"]').count()
        )
        violated = page.evaluate("window.auditViolations ?? []")
        stored = [*page.evaluate(STORED), *(f"informasjonskapsel: {one.get('name')}" for one in context.cookies())]
    outside = [
        f"utenfra: {one.url}" for one in asked if not one.url.startswith((visitor.site, "data:", "about:", "blob:"))
    ]
    failed = [f"svarte {one.status}: {one.url}" for one in answers if one.status >= 400]
    return {
        POLICY: judged(violated) if policy else Cell("mangler", ("Siden har ingen Content-Security-Policy.",)),
        STORAGE: judged(stored),
        REQUESTS: judged(outside + failed, f"✓ {len(answers)}"),
    }
