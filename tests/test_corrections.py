"""Corrections by an analyst: what each does on a page of known facts, that it holds in the graph, and that wrong ones say so all at once."""
from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_kb import AGENCY, NAME, PERSON, PLATFORM, RULE, small_kb, write_page

from kg.ask import ask
from kg.assemble import merge, merge_entities
from kg.cli import main
from kg.corrections import STEPS, correct
from kg.corrections.rows import FORMS, InvalidCorrections, read_corrections
from kg.exporters import write_build
from kg.model import Evidence, KnowledgeBase, Ref
from kg.pipeline import build_knowledge_base
from kg.rdf import to_graph
from kg.readers import Input, find_corrections, find_inputs
from kg.reload import read_build
from kg.validate import check_shapes, check_statements, validate_build
from kg.vocab import PK

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
OTHER = "版面/b.txt"


def two_pages() -> KnowledgeBase:
    """The page of `small_kb` twice, as two documents that say the same."""
    kb = small_kb()

    def moved(record):
        return replace(record, evidence=tuple(Evidence(f"{OTHER}#1", item.sentence) for item in record.evidence))

    return replace(
        kb,
        documents=(*kb.documents, replace(kb.documents[0], identifier=OTHER)),
        articles=(*kb.articles, replace(kb.articles[0], document=OTHER)),
        entities=tuple(merge_entities([entity, moved(entity)]) for entity in kb.entities),
        statements=tuple(merge([*kb.statements, *map(moved, kb.statements)])),
        figures=tuple(merge([*kb.figures, *map(moved, kb.figures)])),
        targets=tuple(merge([*kb.targets, *map(moved, kb.targets)])),
    )


@pytest.fixture
def corrected(tmp_path: Path):
    def run(toml: str, kb: KnowledgeBase | None = None) -> KnowledgeBase:
        path = tmp_path / "corrections.toml"
        path.write_text(toml, "utf-8")
        return correct(kb or small_kb(), read_corrections([Input(path.name, path)]))

    return run


def entity(kb: KnowledgeBase, ref: Ref):
    return next((entity for entity in kb.entities if entity.ref == ref), None)


def claims(kb: KnowledgeBase) -> set[tuple[object, str, object]]:
    return {(one.subject, one.predicate, one.object) for one in kb.statements}


def test_every_form_has_its_step():
    assert list(STEPS) == list(FORMS)


def test_nothing_to_correct_changes_nothing(tmp_path):
    kb = small_kb()
    assert correct(kb, ()) is kb


def test_rename_moves_all_facts_and_keeps_the_printed_name(corrected):
    kb = corrected('[[rename]]\nname = "省数据局"\nto = "海州省数据和政务服务局"\nnote = "机构改革后的全称。"')
    new = Ref("Agency", "海州省数据和政务服务局")
    found = entity(kb, new)
    assert found and not entity(kb, AGENCY) and set(found.aliases) == {"海州省数据局", "省数据局"}
    assert (new, "issues", RULE) in claims(kb) and (PERSON, "holdsPostAt", new) in claims(kb) and kb.targets[0].by == new
    assert [kb.articles[0].sentences[0].text] == ["机构改革后的全称。"] and found.curated == (Evidence("corrections.toml#1", 0),)
    assert kb.corrections == (("corrections.toml", "rename", 1),)


def test_merge_joins_names_and_evidence(corrected):
    kb = corrected('[[merge]]\nname = "李明"\ninto = "王明"\nnote = "同一人。"',
                   replace(small_kb(), entities=(*small_kb().entities, replace(entity(small_kb(), PERSON), name="王明"))))
    found = entity(kb, Ref("Person", "王明"))
    assert found and found.aliases == ("李明",) and not entity(kb, PERSON)
    assert found.ref in {figure.stated_by for figure in kb.figures} and (found.ref, "holdsPostAt", AGENCY) in claims(kb)


def test_split_gives_one_document_an_entity_of_its_own(corrected):
    kb = corrected(f'[[split]]\nname = "李明"\ninto = "李明（江州）"\nin = ["{OTHER}"]\nnote = "两个人。"', two_pages())
    new = Ref("Person", "李明（江州）")
    assert {item.article for item in entity(kb, new).evidence} == {f"{OTHER}#1"} and entity(kb, new).aliases == ("李明",)
    assert {item.article for item in entity(kb, PERSON).evidence} == {f"{NAME}#1"}
    posts = {one.subject: {item.article for item in one.evidence} for one in kb.statements if one.predicate == "holdsPostAt"}
    assert posts == {PERSON: {f"{NAME}#1"}, new: {f"{OTHER}#1"}}


def test_retype_refuses_what_no_longer_fits(corrected):
    kb = corrected('[[retype]]\nname = "海州省数据局"\nto = "Programme"\nnote = "试。"')
    new = Ref("Programme", "海州省数据局")
    assert entity(kb, new) and not [one for one in kb.statements if new in (one.subject, one.object)] and kb.targets[0].by is None
    refused = dict(kb.refused)
    assert refused["issues: Programme to Regulation is outside of its domain and range"] == 2  # told by two sentences
    assert refused["committedBy: Target to Programme is outside of its domain and range"] == 1


def test_reject_takes_out_an_entity_with_what_hangs_on_it(corrected):
    kb = corrected('[[reject]]\nname = "海州数据平台"\nnote = "不是项目。"')
    assert not entity(kb, PLATFORM) and not [one for one in kb.statements if one.subject == PLATFORM]
    assert {figure.about for figure in kb.figures} == {None} and kb.targets[0].of is None and len(kb.figures) == 2


def test_reject_takes_out_single_facts(corrected):
    kb = corrected("""
[[reject]]
subject = "海州数据平台"
relation = "startedOn"
object = "2024"
note = "年份有误。"
[[reject]]
subject = "李明"
relation = "holdsPostAt"
object = "省数据局"
title = "局长"
note = "已调任。"
[[reject]]
figure = "20万人"
indicator = "海州数据平台用户数"
note = "是目标。"
""")
    assert {predicate for _, predicate, _ in claims(kb)} == {"issues", "issuedOn", "appliesIn"}
    assert [figure.text for figure in kb.figures] == ["约13.5万人"] and kb.targets[0].figure is None
    assert not corrected('[[reject]]\ntarget = "2026年年底前达到20万人"\nnote = "不是目标。"').targets


ADDED = """
[[add]]
name = "江州省数据局"
type = "Agency"
aliases = ["江州数据局"]
note = \"\"\"江州省人民政府
机构设置页。\"\"\"
[[add]]
subject = "江州数据局"
relation = "participatesIn"
object = "海州数据平台"
note = "两省数据局2025年协议。"
[[add]]
subject = "海州省数据管理办法"
relation = "effectiveFrom"
object = 2025-07-01
note = "办法第三十条。"
"""


def test_what_is_added_has_its_note_as_evidence(corrected, tmp_path):
    kb = corrected(ADDED)
    (start,) = (one for one in kb.statements if one.predicate == "effectiveFrom")
    assert start.object == "2025-07-01" and start.confidence == 1 and start.evidence == start.curated
    text = (tmp_path / "corrections.toml").read_text("utf-8")
    notes = next(article for article in kb.articles if article.document == "corrections.toml").sentences
    assert [note.text for note in notes] == ["江州省人民政府 机构设置页。", "两省数据局2025年协议。", "办法第三十条。"]
    assert all("".join(text[slice(*note.fragments[0])].split()) == "".join(note.text.split()) for note in notes)


def test_corrected_build_is_valid_and_tells_its_corrections(corrected, tmp_path):
    kb = corrected(ADDED + '[[merge]]\nname = "海州省"\ninto = "江州"\nnote = "改名。"',
                   replace(small_kb(), entities=(*small_kb().entities, replace(small_kb().entities[-1], name="江州", code=None))))
    graph = to_graph(kb)
    assert not list(check_shapes(graph)) and not list(check_statements(graph)) and len(set(graph.objects(None, PK.curatedBy))) == 4
    told = [row for row in ask(graph, "curated").answers.rows if row[1]]
    assert ("海州省数据管理办法", "pk:effectiveFrom", "2025-07-01", "办法第三十条。") in told and len(told) == 2
    write_page(tmp_path)
    write_build(kb, tmp_path / "out")
    report = validate_build(tmp_path / "out", [tmp_path])
    assert not report.problems and not report.notes
    again = read_build(tmp_path / "out")
    assert [(e.ref, len(e.curated)) for e in again.entities] == [(e.ref, len(e.curated)) for e in kb.entities]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["corrections"] == {"corrections.toml": {"add": 3, "merge": 1}}
    assert [row["format"] for row in manifest["inputs"] if row["identifier"] == "corrections.toml"] == ["corrections"]


WRONG = {
    '[[merge]]\nname = "省数据"\ninto = "李明"\nnote = "注"': "merge 1: no entity is called 省数据; near: 省数据局, 海州省数据局",
    '[[rename]]\nname = "李明"\nto = "李明"\nnote = "注"': "rename 1: there is a Person 李明 already; use [[merge]]",
    '[[retype]]\nname = "李明"\nto = "Persn"\nnote = "注"': "retype 1: to = Persn: no class; the classes are Agency, Organization",
    '[[add]]\nsubject = "李明"\nrelation = "发布"\nobject = "2024"\nnote = "注"': "add 1: relation = 发布: no relation; near: issues",
    '[[add]]\nsubject = "李明"\nrelation = "issues"\nobject = "海州省"\nnote = "注"': "issues: Person to Place is outside of its domain and range",
    '[[add]]\nsubject = "海州数据平台"\nrelation = "startedOn"\nobject = "去年"\nnote = "注"': "object = 去年: no date",
    '[[add]]\nname = "李明"\ntype = "Person"\nnote = "注"': "李明 is there already",
    '[[reject]]\nsubject = "李明"\nrelation = "holdsPostAt"\nobject = "海州省"\nnote = "注"': "it holdsPostAt 海州省数据局",
    '[[reject]]\nfigure = "3人"\nindicator = "海州数据平台用户数"\nnote = "注"': "near: 20万人 of 海州数据平台用户数, 约13.5万人",
    f'[[split]]\nname = "李明"\ninto = "李"\nin = ["{NAME}"]\nnote = "注"': "李明 stands nowhere else; use [[rename]]",
    '[[split]]\nname = "李明"\ninto = "李"\nin = ["a.txt"]\nnote = "注"': f"李明 stands in no document or article a.txt; near: {NAME}",
    '[[merge]]\nname = "李明"\nnote = "注"': "merge 1: into missing",
    '[[merge]]\nname = "李明"\ninto = 1\nwhy = "x"\nnote = "注"': "why unknown; known are name, into, note, type",
    '[[reject]]\nname = "李明"\nnote = "\\u6CE8"': "write the note without backslashes",
    '[[rename]]\nname = "李明"\nto = " 李 "\nnote = "注"': "to must be a text of one line, without space around it",
    '[[merg]]\nname = "李明"': "known are the tables [[retype]], [[rename]]",
}


@pytest.mark.parametrize(("toml", "message"), WRONG.items())
def test_wrong_correction_says_what_to_do(toml, message, corrected):
    with pytest.raises(InvalidCorrections, match=re.escape(message)):
        corrected(toml)


def test_all_problems_are_told_at_once(corrected):
    with pytest.raises(InvalidCorrections) as caught:
        corrected('[[reject]]\nname = "甲局"\nnote = "注"\n[[reject]]\nname = "乙局"\nnote = "注"')
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == ["corrections.toml, reject 1", "corrections.toml, reject 2", "b.pdf"]


def test_files_are_found_beside_the_inputs(tmp_path):
    for place in ("a/x.txt", "a/corrections.toml", "b/sub/y.txt", "b/sub/corrections.toml", "corrections.toml"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("国家医保局", "utf-8")
    found = find_corrections(find_inputs([tmp_path / "a", tmp_path / "b"]))
    assert [row.identifier for row in found] == ["corrections.toml", "sub/corrections.toml"]
    assert len(find_corrections(find_inputs([tmp_path]))) == 3 and len(find_inputs([tmp_path / "a" / "x.txt", tmp_path / "corrections.toml"])) == 1
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert len(find_corrections(find_inputs([tmp_path / "a", tmp_path / "link"]))) == 1
    (tmp_path / "a" / "z.txt").write_text("国家医保局", "utf-8")
    assert len(find_corrections(find_inputs([tmp_path / "a" / "x.txt", tmp_path / "link" / "z.txt"]))) == 1


def test_example_of_the_readme_holds_on_the_seeds(tmp_path, seeds):
    (example,) = [block for block in re.findall(r"```toml\n(.*?)```", README, re.S) if "[[merge]]" in block]
    shutil.copytree(seeds, tmp_path / "in")
    (tmp_path / "in" / "corrections.toml").write_text(example, "utf-8")
    kb = build_knowledge_base([tmp_path / "in"])
    plan = Ref("Regulation", "推动大规模设备更新和消费品以旧换新行动方案")
    assert entity(kb, plan).aliases == ("行动方案",) and (Ref("Agency", "中华人民共和国国务院"), "issues", plan) in claims(kb)
    assert not {"心理健康服务热线", "零工市场"} & {one.name for one in kb.entities}
    assert dict((kind, count) for _, kind, count in kb.corrections) == {"add": 1, "merge": 1, "reject": 1, "rename": 1}


def test_changed_corrections_are_applied_to_what_is_kept(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("医保局发文\n2025年3月1日\n国家医保局局长章轲介绍，国家医保局启动全国医保影像云。\n", "utf-8")
    file, out = tmp_path / "in" / "corrections.toml", tmp_path / "out"

    def build() -> str:
        return CliRunner().invoke(main, ["build", str(tmp_path / "in"), "-o", str(out), "--progress", "json"]).output

    build()
    file.write_text('[[reject]]\nname = "章轲"\nnote = "试一试。"', "utf-8")
    assert '"unchanged"' in (told := build()) and "corrections.toml: reject 1" in told
    assert not [one for one in read_build(out).entities if one.name == "章轲"]
    file.write_text('[[reject]]\nname = "章何"\nnote = "试一试。"', "utf-8")
    assert "no entity is called 章何; near: 章轲" in build()
    file.unlink()
    build()
    assert [one for one in read_build(out).entities if one.name == "章轲"]
