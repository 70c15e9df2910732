"""Notices and laws cut at the width of a printed page are read as if they were not."""
from __future__ import annotations

import random

import pytest

from kg.layout import split_articles
from kg.layout.lines import cut_lines
from kg.layout.notices import put_right, unwrap, without_page_numbers
from kg.model import Document
from kg.readers.punctuation import settle_marks

TITLE = "海州省人民政府办公厅关于印发海州省公共数据共享行动方案（2025—2027年）的通知"
NOTICE = (
    "海政办发〔2025〕18号",
    "各市、县（市、区）人民政府，省政府各部门、各直属机构：",
    "《海州省公共数据共享行动方案（2025—2027年）》已经省政府同意，现印发给你们，请结合实际，认真贯彻执行。",
    "海州省人民政府办公厅",
    "2025年6月1日",
    "（此件公开发布）",
    "海州省公共数据共享行动方案（2025—2027年）",
    "为贯彻落实党中央、国务院关于构建数据基础制度的决策部署，推动公共数据按用途加大供给使用范围，提升治理和服务水平，结合我省实际，制定本方案。",
    "一、总体要求",
    "（一）指导思想。坚持需求导向、问题导向，以共享为原则、不共享为例外，打破部门之间的壁垒，让数据多跑路、群众少跑腿。",
    "（二）工作目标。到2027年底，全省建成统一的公共数据平台，归集数据500亿条，共享率达到95%以上，高频事项“一网通办”比例达到90%。",
    "二、主要任务",
    "（一）编制目录。各部门要在2025年9月底前完成公共数据资源目录的编制，明确共享属性、更新周期和责任单位。（责任单位：省数据局、省直各部门）",
    "（二）建设平台。依托省政务云，建设覆盖省、市、县三级的共享平台，对接国家平台，实现跨层级、跨地域、跨系统、跨部门、跨业务的协同管理和服务。（责任单位：省数据局、省大数据中心）",
    "三、保障措施",
    "省数据局要加强统筹协调，定期调度进展情况。各市、县要压实责任，落实经费，确保各项任务落地见效。",
)
LAW = ("海州省数据条例", "2024年11月28日海州省第十四届人民代表大会常务委员会第十二次会议通过", "第一章　总　则", *(
    f"第{number}条　{text}" for number, text in zip("一二三四五六", (
        "为了规范公共数据管理，促进数据共享和开发利用，保障自然人、法人和非法人组织的合法权益，根据有关法律、行政法规，制定本条例。",
        "本条例适用于本省行政区域内公共数据的归集、共享、开放以及相关监督管理活动。",
        "县级以上人民政府应当加强对公共数据工作的领导，将公共数据发展纳入国民经济和社会发展规划，所需经费列入本级预算。",
        "省数据主管部门负责统筹全省公共数据工作，其他部门在各自职责范围内做好相关工作。",
        "违反本条例规定，拒不共享公共数据的，由主管部门责令改正，处一万元以上五万元以下的罚款；情节严重的，处五万元以上二十万元以下的罚款。",
        "本条例自2025年3月1日起施行。"), strict=True)))
INDENT = "　　"


def printed(paragraphs: tuple[str, ...], width: int, *, indented: bool, rows: int = 6, folio: str = "— {} —") -> str:
    """Paragraphs as lines of so many letters, with the numbers of the pages between them."""
    lines: list[str] = []
    page = 0
    for paragraph in paragraphs:
        rest = INDENT * (indented and len(paragraph) > 20 and not paragraph.startswith("各")) + paragraph
        while rest:
            cut = width
            while cut < len(rest) and (rest[cut] in "，。；：、！？”》）" or (rest[cut].isdigit() and rest[cut - 1].isdigit())):
                cut += 1
            lines.append(rest[:cut])
            rest = rest[cut:]
            if len(lines) % rows == 0 and rest:
                page += 1
                lines += ["", folio.format(page), ""]
    return "\n".join([*lines, *["", folio.format(page + 1)] * (page > 0)]) + "\n"


def told(text: str) -> list[tuple[str | None, str, list[str]]]:
    articles = split_articles(settle_marks(Document("a.txt", text, "")))
    return [(article.headline, str(article.date), [sentence.text for sentence in article.sentences]) for article in articles]


@pytest.mark.parametrize("paragraphs", [(TITLE, *NOTICE), LAW], ids=["notice", "law"])
@pytest.mark.parametrize("folio", ["— {} —", "-{}-", "第{}页 共9页", "{}"])
@pytest.mark.parametrize("indented", [True, False])
@pytest.mark.parametrize("width", [24, 28, 40])
def test_paragraphs_are_put_back(paragraphs: tuple[str, ...], width: int, indented: bool, folio: str):
    assert told(printed(paragraphs, width, indented=indented, folio=folio)) == told("\n".join(paragraphs) + "\n")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_years_of_a_title_are_no_line_of_their_own(gap: str):
    whole = "国务院关于海州新区总体规划（2018—2035年）的批复"
    page = gap.join(["国务院关于海州新区总体规划", "（2018—2035年）的批复", *NOTICE[1:3], "国务院", "2018年12月25日"]) + "\n"
    assert [headline for headline, *_ in told(page)] == [whole]


def test_a_number_alone_is_no_page_number():
    lines = cut_lines(printed((TITLE, *NOTICE), 28, indented=True, rows=99) + "38\n27\n")
    assert without_page_numbers(lines) == lines


def test_newspapers_of_one_column_stay_as_they_are():
    rng = random.Random(1)
    rows = ["".join(rng.choice("某地推进数据共享提升治理水平") for _ in range(rng.randint(11, 19))) for _ in range(40)]
    lines = cut_lines("\n".join(["一、总体情况", *rows, "二、主要做法", *rows, "三、下一步安排", *rows]))
    assert unwrap("\n".join(rows), lines) is lines


@pytest.mark.parametrize("day", ["二〇二五年六月一日", "二○二五年六月一日", "2025-06-01", "2025/6/1", "2025.6.1", "(2025年6月1日)"])
def test_the_day_of_a_notice_in_any_form(day: str):
    found = told("\n".join((TITLE, *(day if paragraph == "2025年6月1日" else paragraph for paragraph in NOTICE))))
    assert [article[:2] for article in found] == [(TITLE, "2025-06-01")]


def test_the_day_of_a_law_in_chinese_numerals():
    found = told("\n".join(("海州省数据条例", "二〇二四年十一月二十八日海州省人民政府令第12号公布", *LAW[2:])))
    assert [article[:2] for article in found] == [("海州省数据条例", "2024-11-28")]


@pytest.mark.parametrize("gap", [" ", "　　", "\t"])
def test_who_signs_beside_the_day(gap: str):
    one = [*NOTICE[:3], f"{NOTICE[3]}{gap}{NOTICE[4]}", *NOTICE[5:]]
    assert told("\n".join((TITLE, *one))) == told("\n".join((TITLE, *NOTICE)))


def test_items_of_one_width_stay_apart():
    items = [f"{number}.海州市{letter}区医疗保障事务服务中心办事大厅窗口" for number, letter in enumerate("甲乙丙丁戊己庚辛壬癸", 1)]
    lines = cut_lines("\n".join([TITLE, *NOTICE[:2], *items]))
    assert [line.text for line in put_right("", lines)][-len(items):] == items


def test_a_line_may_begin_with_an_article_of_a_law():
    wrapped = printed((LAW[0], *LAW[3:7], "第七条　对违反本条例规定以及其他有关法律法规的行为，依照本条例第五条规定给予处罚。"), 28, indented=False)
    assert "依照本条例第五条规定给予处罚。" in told(wrapped)[0][2][-1]
