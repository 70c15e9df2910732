"""IRIs come from content: nothing collides, nothing depends on the machine."""
from __future__ import annotations

import re
from dataclasses import replace

from gold_kb import seeds_kb
from hypothesis import given
from hypothesis import strategies as st
from small_kb import AGENCY, small_kb

from kg.identifiers import Minter, digest, slug
from kg.model import Ref


def test_same_name_in_another_class_is_another_thing():
    assert Minter().entity(Ref("Agency", "大数据中心")) != Minter().entity(Ref("Organization", "大数据中心"))


def test_long_names_with_the_same_beginning_stay_apart():
    name = "关于加强全省各级各类医疗机构医保影像云索引上传与共享调阅工作的通知"
    assert Minter().entity(Ref("Regulation", name)) != Minter().entity(Ref("Regulation", name + "（征求意见稿）"))


def test_names_without_letters_and_with_marks_alone_still_have_their_own_iris():
    iris = {Minter().entity(Ref("Programme", name)) for name in ("“”", "《》", "", "“12356”", "12356")}
    assert len(iris) == 5


@given(st.text(), st.text())
def test_every_iri_is_fit_for_an_iri_and_readable(name, other):
    iri = Minter().entity(Ref("Programme", name))
    assert re.fullmatch(r"https://w3id\.org/policy-kg/id/Programme-(?:[^\s<>\"{}|\\^`%/#?-]+-)*[a-z2-7]{20}", iri)
    assert (iri == Minter().entity(Ref("Programme", other))) == (name == other)


@given(st.lists(st.text()), st.lists(st.text()))
def test_parts_are_framed(left, right):
    assert (digest(*left) == digest(*right)) == (left == right)


def test_slug_keeps_chinese():
    assert slug("《“十四五”全民医疗保障规划》") == "十四五-全民医疗保障规划"


def test_evidence_is_no_part_of_identity():
    figure = small_kb().figures[0]
    assert Minter().figure(figure) == Minter().figure(replace(figure, evidence=(), stated_by=AGENCY))
    assert Minter().figure(figure) != Minter().figure(replace(figure, indicator="用户数"))
    assert Minter().figure(figure) != Minter().figure(replace(figure, period=None))


def test_two_posts_of_one_person_are_two_statements():
    post = small_kb().statements[1]
    assert Minter().statement(post) != Minter().statement(replace(post, title="党组书记"))


def test_base_iri_is_all_that_changes():
    here, there = Minter(), Minter("https://example.org/x#")
    for entity in seeds_kb(0).entities:
        assert here.entity(entity.ref).removeprefix(here.base) == there.entity(entity.ref).removeprefix(there.base)
