"""The same facts, however a document prints its digits, marks and spaces, and quoted as it prints them."""
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers.punctuation import plain

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
HAN = "\u4e00-\u9fff"


def wide(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in text)


FORMS: dict[str, Callable[[str], str]] = {
    "２０２５年": lambda text: re.sub(r"\d", lambda digit: wide(digit[0]), text),
    "5．1％": lambda text: re.sub(r"(?<=\d)\.(?=\d)|%", lambda mark: wide(mark[0]), text),
    "2025 年": lambda text: re.sub(rf"(?<=[{HAN}])(?=\d)|(?<=\d)(?=[{HAN}])", " ", text),
    "2025\u00a0年": lambda text: re.sub(rf"(?<=[{HAN}])(?=\d)|(?<=\d)(?=[{HAN}])", "\u00a0", text),
    "二〇二五年": lambda text: re.sub(r"(?<!\d)20\d\d(?=年)", lambda year: "".join("〇一二三四五六七八九"[int(digit)] for digit in year[0]), text),
    "甲,乙;": lambda text: text.translate(str.maketrans("，：；？！", ",:;?!")),
    "甲(乙)": lambda text: text.translate(str.maketrans("（）", "()")),
    '"甲"': lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")),
    "「甲」": lambda text: text.translate(str.maketrans("“”‘’", "「」『』")),
    "1－7月": lambda text: re.sub(r"(?<=[\d月])[-—–](?=\d)", "－", text),
    "甲•乙": lambda text: text.replace("·", "•"),
    "甲\u200b乙": lambda text: text.replace("，", "，\u200b").replace("医", "医\u00ad"),
    "甲--乙": lambda text: text.replace("——", "--"),
    "8月5号": lambda text: re.sub(r"(?<=\d月)(\d{1,2})日", r"\1号", text),
    "依次为": lambda text: re.sub("分别(?=为|占|增长|下降)", "依次", text),
    "甲日于乙地举行": lambda text: re.sub(rf"(?<=[日午会坛])在(?=[{HAN}]{{2,8}}?(?:举行|召开|举办))", "于", text),
}


def told(document: Document) -> set[tuple[str, ...]]:
    """The facts of a document in plain letters."""
    found = set()
    for article in extract(document).articles:
        facts = article.facts
        found |= {("statement", one.subject.name, one.predicate, str(getattr(one.object, "name", one.object))) for one in facts.statements}
        found |= {("figure", one.indicator, str(one.value), str(one.unit), str(one.period), one.about.name if one.about else "") for one in facts.figures}
        found |= {("target", one.statement, str(one.deadline), one.of.name if one.of else "") for one in facts.targets}
    return {tuple(re.sub(r"\s", "", plain(part)) for part in fact) for fact in found}


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem)
def seed(request) -> tuple[str, set[tuple[str, ...]]]:
    text = request.param.read_text("utf-8")
    return text, told(Document("a.txt", text, ""))


@pytest.mark.parametrize("form", FORMS)
def test_facts_do_not_depend_on_the_form(seed, form: str):
    text, facts = seed
    assert told(Document("a.txt", FORMS[form](text), "")) == facts


@pytest.mark.parametrize("form", FORMS)
def test_sentences_are_quoted_as_printed(seed, form: str):
    text = FORMS[form](seed[0])
    whole = "".join(text.split())
    for article in extract(Document("a.txt", text, "")).articles:
        for sentence in article.article.sentences:
            assert "".join("".join(text[start:end] for start, end in sentence.fragments).split()) == "".join(sentence.text.split())
            assert len(sentence.fragments) > 1 or "".join(sentence.text.split()) in whole


@pytest.mark.parametrize(("printed", "read"), [
    ('他说"甲"和"乙"', "他说“甲”和“乙”"),
    ('“甲"工程', "“甲”工程"),
    ("It's 5'10 high", "It's 5'10 high"),
    ("“十五五”'开局'", "“十五五”‘开局’"),
    ('"甲。\n乙"丙"丁', '“甲。\n乙“丙”丁'),
    ("二○二五年十一月二十二日", "2025年十一月二十二日"),
    ("一九二五—一九四九年", "1925—1949年"),
    ("一二三四年", "一二三四年"),
    ("某部(Ministry)与(二)某局", "某部（Ministry）与（二）某局"),
    ("f(x) and (y)", "f(x) and (y)"),
    ("GB／T 1234－2020", "GB/T 1234—2020"),
    ("今日(8月5日)截止8月4日，报名截止，今日头条", "今天（8月5日）截至8月4日，报名截止，今日头条"),
    ("甲&nbsp;乙", "甲&nbsp;乙"),
    ("APP,甲", "APP，甲"),
    ("http://a.cn/b,c", "http://a.cn/b,c"),
])
def test_each_mark_is_read_at_its_place(printed: str, read: str):
    assert plain(printed) == read
    assert len(plain(printed)) == len(printed)
