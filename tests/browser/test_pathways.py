"""Pathways as they are seen and heard: the picture, the steps, the two editions, and who says what."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from lavterskel.render.flow import flow

PICTURED = [("akutt", True), ("hovedforlop-3", True), ("hovedforlop-3", False), ("bergen-livskrise", False)]
"""Pathways with two and four lanes and with steps that are shared, and whether scripts run."""
BOXES = """boxes => boxes.map(box => { const { left, right, top, bottom } = box.getBoundingClientRect(); return { left, right, top, bottom } })"""
READ_ALL = """async ids => Object.fromEntries(await Promise.all(ids.map(async id => {
  const page = new DOMParser().parseFromString(await (await fetch(`${id}/`)).text(), 'text/html');
  const words = node => node.textContent.replace(/\\s+/g, ' ').trim();
  return [id, {
    boxes: [...page.querySelectorAll('.flow > ol > li > .flow-box')].map(box => [box.getAttribute('href'), words(box.querySelector('.flow-title')), words(box)]),
    steps: [...page.querySelectorAll('.steps > li')].map(step => [`#${step.id}`, words(step.querySelector('h3')), words(step)]),
    disputes: [...page.querySelectorAll('.dispute')].map(one => [words(one.querySelector('h2')), [...one.querySelectorAll('[data-field=side]')]
      .map(side => [words(side.querySelector('dt')), words(side.querySelector('dd')), side.querySelectorAll('a[href*="/kilder/"]').length])]),
  }];
})))"""
SHOW_PICTURE = """async id => {
  const page = new DOMParser().parseFromString(await (await fetch(`../${id}/`)).text(), 'text/html');
  document.querySelector('main').replaceWith(page.querySelector('main'));
  document.documentElement.classList.add('print-picture');
}"""
PRINTED = "window.print = () => { document.documentElement.dataset.printed = document.documentElement.matches('.print-picture') }"
NEAR = 1.5


def boxes(page):
    return page.locator(".flow-box").evaluate_all(BOXES)


def same(one, other):
    return abs(one - other) < NEAR


@pytest.fixture
def picture(graph):
    """What the picture of a pathway is made of: its lanes, and its steps in order."""
    return lambda identity: flow(graph.data.all("pathway")[identity].steps, graph)


@pytest.fixture
def with_steps(graph):
    """Every pathway that has steps, by id."""
    return {one.id: one for one in graph.data.all("pathway").values() if one.steps}


@pytest.fixture(scope="module")
def all_pages(browser, server, graph):
    """What every pathway's page holds, read as the browser reads it."""
    page = browser.new_page()
    page.goto(f"{server.url}forlop/")
    yield page.evaluate(READ_ALL, list(graph.data.all("pathway")))
    page.close()


# The picture and the text


def test_every_picture_has_the_steps_of_the_text_in_their_order(all_pages, graph):
    assert sum(bool(page["boxes"]) for page in all_pages.values()) > 50
    for identity, pathway in graph.data.all("pathway").items():
        titles = [" ".join(step.title.split()) for step in pathway.steps]
        page = all_pages[identity]
        assert [box[1] for box in page["boxes"]] == [step[1] for step in page["steps"]] == titles, identity
        assert [box[0] for box in page["boxes"]] == [step[0] for step in page["steps"]], identity
        assert [box[0] for box in page["boxes"]] == [f"#steg-{number}" for number in range(1, len(titles) + 1)]
        for number, (_, title, said) in enumerate(page["boxes"], 1):
            assert said.startswith(f"{number} {title}")


def test_a_box_leads_to_its_step_by_keyboard(open_page, graph):
    page = open_page("forlop/akutt/", width=360)
    page.emulate_media(reduced_motion="reduce")
    title = graph.data.all("pathway")["akutt"].steps[7].title
    page.get_by_role("figure").get_by_role("link", name=title).focus()
    page.keyboard.press("Enter")
    step = page.locator("#steg-8")
    expect(step).to_be_in_viewport()
    expect(step.get_by_role("heading")).to_have_text(title)
    assert page.url.endswith("/forlop/akutt/#steg-8")


def test_every_step_says_who_or_that_no_one_is_named(all_pages, with_steps):
    for identity, pathway in with_steps.items():
        for step, (_, _, said) in zip(pathway.steps, all_pages[identity]["steps"], strict=True):
            assert ("Hvem: ikke oppgitt" in said) is not bool(step.actors or step.by), (identity, step.title)


def test_a_box_says_that_no_one_is_named_too(all_pages, with_steps):
    silent = [
        (identity, title)
        for identity, pathway in with_steps.items()
        for step, (_, title, said) in zip(pathway.steps, all_pages[identity]["boxes"], strict=True)
        if not (step.actors or step.by) and "ikke oppgitt" not in said.lower()
    ]
    assert silent == []


@pytest.mark.parametrize(("identity", "scripts"), PICTURED)
def test_lanes_lie_side_by_side_on_a_wide_screen_and_a_phone_has_one_column(open_page, picture, identity, scripts):
    page = open_page(f"forlop/{identity}/", scripts=scripts)
    drawn = picture(identity)
    assert len(drawn.lanes) > 1
    lanes = page.locator(".flow-lanes span")
    assert tuple(lanes.all_inner_texts()) == drawn.lanes
    columns = lanes.evaluate_all(BOXES)
    assert all(one["right"] < other["left"] for one, other in itertools.pairwise(columns))
    assert all(same(one["top"], columns[0]["top"]) for one in columns)
    found = boxes(page)
    assert {node.first for node in drawn.nodes} | {node.last for node in drawn.nodes} == set(range(1, len(columns) + 1))
    for node, box in zip(drawn.nodes, found, strict=True):
        assert same(box["left"], columns[node.first - 1]["left"]), node.step.title
        assert same(box["right"], columns[node.last - 1]["right"]), node.step.title
    assert all(one["bottom"] < other["top"] for one, other in itertools.pairwise(found))

    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".flow-lanes")).to_be_hidden()
    found = boxes(page)
    assert len(found) == len(drawn.nodes)
    assert all(same(box["left"], found[0]["left"]) and same(box["right"], found[0]["right"]) for box in found)
    assert all(0 <= box["left"] < box["right"] <= 360 for box in found)
    assert all(one["bottom"] < other["top"] for one, other in itertools.pairwise(found))
    for node, words in zip(drawn.nodes, page.locator(".flow-box").all_inner_texts(), strict=True):
        assert node.who in words


@pytest.mark.parametrize("width", [360, 1440])
def test_the_picture_is_read_as_a_list(open_page, picture, width):
    page = open_page("forlop/akutt/", width=width)
    tree = page.context.new_cdp_session(page)
    found = tree.send("Runtime.evaluate", {"expression": "document.querySelector('.flow > ol')"})["result"]
    nodes = tree.send("Accessibility.queryAXTree", {"objectId": found["objectId"]})["nodes"]
    heard = [node for node in nodes if not node["ignored"]]
    roles = [node["role"]["value"] for node in heard]
    assert roles[0] == "list"
    steps = picture("akutt").nodes
    assert roles.count("listitem") == roles.count("link") == len(steps)
    links = [node["name"]["value"] for node in heard if node["role"]["value"] == "link"]
    for node, name in zip(steps, links, strict=True):
        assert name.startswith(f"{node.number} {node.step.title}")
        assert node.who in name
    expect(page.get_by_role("figure", name="Veien på ett bilde")).to_have_count(1)


@pytest.mark.parametrize("identity", ["akutt", "bergen-livskrise"])
def test_text_twice_the_size_stays_in_the_window(open_page, identity):
    page = open_page(f"forlop/{identity}/", width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


# On paper


def test_the_picture_of_every_pathway_is_one_page(open_page, with_steps):
    page = open_page("forlop/akutt/")
    too_long = {}
    for identity in with_steps:
        page.evaluate(SHOW_PICTURE, identity)
        paper = page.pdf(prefer_css_page_size=True)
        count = max(int(found) for found in re.findall(rb"/Count (\d+)", paper))
        if count != 1:
            too_long[identity] = count
    assert too_long == {}


@pytest.mark.parametrize("identity", ["akutt", "hovedforlop-3"])
def test_the_picture_on_paper_is_all_of_it_and_nothing_else(open_page, picture, identity):
    page = open_page(f"forlop/{identity}/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 725, "height": 1050})  # A4 within its margins
    page.evaluate("document.documentElement.classList.add('print-picture')")
    expect(page.locator(".flow-box:visible")).to_have_count(len(picture(identity).nodes))
    in_columns = page.locator(".pathway.longest").count()  # the longest leave the lanes and stand in two columns
    expect(page.locator(".flow-lanes span:visible")).to_have_count(0 if in_columns else len(picture(identity).lanes))
    assert page.locator(".flow-who:visible").all_inner_texts() == [node.who for node in picture(identity).nodes]
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for part in (
        ".steps",
        ".sources",
        ".facts",
        ".criteria",
        ".site-header",
        ".site-footer",
        ".crumbs",
        "#skriv-bildet",
    ):
        expect(page.locator(part).locator("visible=true")).to_have_count(0)
    assert all(0 <= box["left"] < box["right"] <= 725 for box in boxes(page))


def test_the_button_prints_the_picture_and_the_browser_the_whole_page(open_page):
    page = open_page("forlop/akutt/")
    page.evaluate(PRINTED)
    page.get_by_role("button", name="Skriv ut bildet på én side").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "true")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html")).not_to_have_class(re.compile("print-picture"))
    page.emulate_media(media="print")
    expect(page.locator(".steps > li").first).to_be_visible()
    expect(page.locator("#skriv-bildet")).to_be_hidden()


def test_without_scripts_no_button_promises_to_print(open_page):
    expect(open_page("forlop/akutt/", scripts=False).locator("#skriv-bildet")).to_be_hidden()


# Two editions, and more than one voice


@pytest.mark.parametrize("identity", ["hovedforlop-1", "hovedforlop-2", "hovedforlop-3"])
def test_the_criteria_of_both_editions_stand_side_by_side_with_their_years(open_page, graph, identity):
    page = open_page(f"forlop/{identity}/")
    editions = page.locator("section[aria-labelledby=kriterier] .editions > section")
    documents = graph.data.all("guidance")
    criteria = graph.data.all("pathway")[identity].criteria
    expect(editions).to_have_count(2)
    for edition, year in zip(editions.all(), ("2025", "2014"), strict=True):
        expect(edition.get_by_role("heading")).to_contain_text(year)
        printed = [one for one in criteria if documents[one.document].year == year]
        assert edition.locator(".criteria > li").evaluate_all("items => items.map(item => item.id)") == [
            f"kriterium-{one.key}" for one in printed
        ]
        assert printed and edition.locator("li a[href*='/kilder/']").count() >= len(printed)
    expect(editions.first).not_to_contain_text("Erstattet")
    expect(editions.last.get_by_role("heading")).to_contain_text("Erstattet")
    newer, older = editions.evaluate_all(BOXES)
    assert same(newer["top"], older["top"]) and newer["right"] < older["left"]
    page.set_viewport_size({"width": 360, "height": 740})
    newer, older = editions.evaluate_all(BOXES)
    assert same(newer["left"], older["left"]) and newer["bottom"] < older["top"]


def test_what_is_disputed_has_at_least_two_sides_each_with_its_source(all_pages, graph):
    disputed = {one.id: one.disputes for one in graph.data.all("pathway").values() if one.disputes}
    assert len(disputed) > 5
    for identity, disputes in disputed.items():
        shown = all_pages[identity]["disputes"]
        assert len(shown) == len(disputes)
        for dispute, (heading, sides) in zip(disputes, shown, strict=True):
            assert heading == f"Omstridt: {' '.join(dispute.question.split())}"
            assert len(sides) == len(dispute.sides) >= 2
            assert len({said for _, said, _ in sides}) == len(sides)
            for who, said, sources in sides:
                assert re.search(r"\S \(.+\)$", who) and said and sources, (identity, who)


# Actors


def test_every_actor_that_acts_in_a_pathway_leads_to_the_step(site, with_steps):
    acting = [
        (actor, f'href="../../forlop/{identity}/#steg-{number}"')
        for identity, pathway in with_steps.items()
        for number, step in enumerate(pathway.steps, 1)
        for actor in step.actors
    ]
    pages = {actor: (site / f"aktor/{actor}/index.html").read_text(encoding="utf-8") for actor, _ in acting}
    assert len(pages) > 20
    assert [one for one in acting if one[1] not in pages[one[0]]] == []


def test_an_actor_is_followed_to_its_step_and_back(open_page, server):
    page = open_page("aktor/fastlege/", width=360)
    page.emulate_media(reduced_motion="reduce")
    page.locator(".parts-played").get_by_role("link", name=re.compile(r"^Steg \d+$")).first.click()
    page.wait_for_url(re.compile(r"/forlop/[a-z0-9-]+/#steg-\d+$"))
    step = page.locator(f"#{page.url.split('#')[1]}")
    expect(step).to_be_in_viewport()
    step.locator(".steps-who").get_by_role("link", name="Fastlegen").click()
    page.wait_for_url(f"{server.url}aktor/fastlege/")
