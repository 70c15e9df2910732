"""Whatever the bytes: a reader gives text or one clear line; whatever the text: extraction ends, and its quotes stand in it."""
from __future__ import annotations

from functools import cache

import pytest
from bad_files import archive, mail, page, pdf, word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableInput
from kg.extraction import extract
from kg.model import Document
from kg.nlp.language import load_language
from kg.readers import read_document
from kg.readers.formats import READERS

SOUND = {".txt": lambda: "国家医保局的通知。".encode("gb18030"), ".md": lambda: "# 通知\n\n国家医保局的通知。".encode(), ".pdf": pdf, ".docx": word,
         ".html": lambda: page("<p>国家医保局近日发布了有关通知，自7月1日起施行。</p>" * 3), ".htm": lambda: page("<h1>通知</h1>"), ".eml": mail}
WORDS = (
    "国家医保局", "河南省", "郑州市", "人民政府", "办公厅", "印发", "《", "》", "管理办法", "试点", "平台", "约13.26亿人", "95%", "2025年", "6月1日", "到",
    "年底", "前", "，", "。", "；", "：", "（", "）", "“", "”", "、", "的", "局长", "李明", "同比增长", "近", "不超过", "新华社北京3月21日电", "记者", "摄",
    "第一章", "第二条", "一、", "（一）", "附件：1.", "抄送：", "〔2025〕3号", "來源", "國家醫保局", "**", "&nbsp;", "\n", "\n\n", "　", " ", "# ",
    "\ufffd", "\u202e", "\u200b", "𠮷", "e\u0301", "｡", "１２",
)


@cache
def sound(suffix: str) -> bytes:
    return SOUND[suffix]()


@pytest.mark.parametrize("suffix", READERS)
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_readers(suffix, data):
    whole = bytearray(sound(suffix))
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=12)):
        whole[at] = byte
    mangled = bytes(whole[:data.draw(st.integers(0, len(whole)))]) + data.draw(st.binary(max_size=40))
    for content in (mangled, data.draw(st.binary(max_size=300))):
        try:
            text, _ = READERS[suffix].read(content)
        except UnreadableInput as error:
            assert str(error) and "\n" not in str(error)
        else:
            assert text


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=8))
def test_archives(tmp_path_factory, changes):
    whole = bytearray(archive(("a.txt", "国家医保局的通知。".encode()), ("b/c.md", "# 通知\n\n国家的".encode())))
    for at, byte in changes:
        whole[at % len(whole)] = byte
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    path.write_bytes(bytes(whole))
    try:
        assert read_document(path / "a.txt", "a.zip/a.txt").text
    except UnreadableInput as error:
        assert "\n" not in str(error)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=6)), max_size=120))
def test_extraction(parts):
    text = "".join(parts)
    for found in extract(Document("a.txt", text, ""), load_language()).articles:
        for sentence in found.article.sentences:
            assert "".join("".join(text[start:end] for start, end in sentence.fragments).split()) == "".join(sentence.text.split())
        cited = [item for facts in (found.entities, found.facts.statements, found.facts.figures, found.facts.targets) for one in facts for item in one.evidence]
        assert all(0 <= item.sentence < len(found.article.sentences) for item in cited)
