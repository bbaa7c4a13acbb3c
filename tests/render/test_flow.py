"""The picture of a pathway: who is responsible for each step, and every handover between levels."""

from hypothesis import given
from hypothesis import strategies as st

from lavterskel.model.pathway import Step
from lavterskel.render.flow import flow, who

SOURCE = {"ref": "napha-2018"}


def step(*actors, by=None, stage=None):
    return Step(title="Gjør noe", actors=actors, by=by, stage=stage, sources=(SOURCE,))


def placed(graph, *steps):
    picture = flow(steps, graph)
    return picture.lanes, [(node.first, node.last, node.arrow, node.away) for node in picture.nodes]


def test_steps_of_one_level_stand_under_each_other(graph):
    assert placed(graph, step("kommune"), step("fastlege")) == (("Kommunen",), [(1, 1, "", 1), (1, 1, "above", 0)])


def test_a_handover_goes_across_to_the_next_lane_and_back(graph):
    lanes, nodes = placed(graph, step(by="Du selv"), step("dps"), step("kommune"))
    assert lanes == ("Du og andre", "Kommunen", "Spesialisthelsetjenesten")
    assert nodes == [(1, 1, "", 1), (3, 3, "left", 2), (2, 2, "right", 1)]


def test_a_step_that_municipality_and_specialists_share_lies_in_both_lanes(graph):
    lanes, nodes = placed(graph, step("kommune", "dps"), step("dps", "fastlege", "politiet"))
    assert lanes == ("Kommunen", "Spesialisthelsetjenesten")
    assert [(first, last) for first, last, *_ in nodes] == [(1, 2), (1, 2)]


def test_the_responsible_decides_the_lane_when_the_others_are_far_off(graph):
    assert placed(graph, step("politiet", "legevakt"))[0] == ("Stat og fylke",)


def test_a_stage_is_named_where_it_begins(graph):
    picture = flow([step("kommune", stage="assessment"), step("kommune", stage="assessment"), step("kommune")], graph)
    assert [node.stage for node in picture.nodes] == ["Kartlegging og utredning", "", ""]


def test_who_acts_is_named_with_the_responsible_first(graph):
    assert who(step("legevakt", "dps", "politiet"), graph).startswith("Legevakten, med ")
    assert who(step(by="Du selv"), graph) == "Du selv"
    assert who(step(), graph) == "Hvem: ikke oppgitt"


@given(
    steps=st.lists(
        st.lists(st.sampled_from(["kommune", "dps", "politiet", "frivillige", "nav", "brukeren"])), max_size=12
    )
)
def test_every_step_is_drawn_once_in_order_inside_the_lanes(graph, steps):
    picture = flow([step(*actors) for actors in steps], graph)
    assert [node.number for node in picture.nodes] == list(range(1, len(steps) + 1))
    for node in picture.nodes:
        assert 1 <= node.first <= node.last <= len(picture.lanes)
        assert node.last - node.first <= 1
    used = {column for node in picture.nodes for column in range(node.first, node.last + 1)}
    assert used == set(range(1, len(picture.lanes) + 1))
