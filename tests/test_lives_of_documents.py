"""Documents: who issues or drafts them and when, since when they are in force, what they replace and what is only cited beside them."""
from __future__ import annotations

from datetime import date

import pytest
from test_reading import told

DAY = date(2024, 5, 20)
MARKET, ROADS, PURSE, CIVIL = "国家市场监督管理总局", "中华人民共和国交通运输部", "中华人民共和国财政部", "中华人民共和国民政部"
JUSTICE, HEALTH = "中华人民共和国司法部", "国家医疗保障局"
RECALL, CABS, LOTTERY, SALES = "消费品召回办法", "出租车管理规定", "彩票管理办法", "彩票发行办法"
NEW, OLD = "甲河治理办法", "乙河治理办法"


def pairs(text: str, predicate: str) -> set[tuple[str, str]]:
    """Subjects and objects of one predicate."""
    return {(subject, thing) for subject, _, thing in told(text, predicate, day=DAY)}


@pytest.mark.parametrize(("text", "who"), [
    ("民政部依据修订后的慈善法制定了《慈善信托管理办法》。", {(CIVIL, "慈善信托管理办法")}),
    ("北京市卫生健康委按照国家卫生健康委发布的《诊疗规范》开展检查。", {("中华人民共和国国家卫生健康委员会", "诊疗规范")}),
    ("海关总署严格执行新颁布的《进出口商品检验办法》。", set()),
    ("市场监管总局贯彻落实国家新出台的《消费品召回办法》。", set()),
    ("商务部解读近日发布的《二手车流通管理办法》。", set()),
    ("财政部依据近日出台的《彩票条例》制定《彩票管理办法》。", {(PURSE, LOTTERY)}),
    ("市场监管总局组织宣贯新发布的《消费品召回办法》。", set()),
    ("民政部印发的《养老办法》明确，要加强服务。", {(CIVIL, "养老办法")}),
    ("国家医保局根据《医疗保障基金使用监督管理条例》印发的《飞行检查办法》自7月1日起施行。", {(HEALTH, "飞行检查办法")}),
])
def test_who_reads_a_document_does_not_issue_it(text: str, who: set[tuple[str, str]]) -> None:
    assert pairs(text, "issues") == who


def test_what_is_made_under_a_revised_law_rests_on_it() -> None:
    assert pairs("民政部依据修订后的慈善法制定了《慈善信托管理办法》。", "basedOn") == {("慈善信托管理办法", "中华人民共和国慈善法")}
    assert pairs("财政部依据近日出台的《彩票条例》制定《彩票管理办法》。", "basedOn") == {(LOTTERY, "彩票条例")}


@pytest.mark.parametrize(("text", "days"), [
    ("《消费品召回办法》代替《产品召回规定》，自6月1日起施行。", {(RECALL, "2024-06-01")}),
    ("《消费品召回办法》废止了《产品召回规定》，自6月1日起施行。", {(RECALL, "2024-06-01")}),
    ("《消费品召回办法》衔接《产品质量法》，自6月1日起施行。", {(RECALL, "2024-06-01")}),
    ("新版《彩票管理办法》替代2012年版，自7月1日起施行。", {(LOTTERY, "2024-07-01")}),
    ("财政部印发《彩票管理办法》，作为《预算法》配套文件，自7月1日起施行。", {(LOTTERY, "2024-07-01")}),
    ("《消费品召回办法》与《产品质量法》相衔接，自6月1日起施行。", {(RECALL, "2024-06-01")}),
    ("《彩票管理办法》是《预算法》的配套规章，自7月1日起施行。", {(LOTTERY, "2024-07-01")}),
    ("财政部印发《彩票管理办法》，进一步细化《预算法》要求，自7月1日起执行。", {(LOTTERY, "2024-07-01")}),
    ("《彩票管理办法》实施细则自7月1日起施行。", set()),
    ("财政部公布关于修改《彩票管理办法》的决定，自7月1日起施行。", set()),
    ("国务院作出关于废止《彩票管理条例》的决定，自7月1日起施行。", set()),
    ("财政部公布《关于修改〈彩票管理办法〉的决定》，自7月1日起施行。", {("关于修改〈彩票管理办法〉的决定", "2024-07-01")}),
    ("《甲乙管理办法》6月1日起施行，《丙丁管理规定》自7月1日起施行。", {("甲乙管理办法", "2024-06-01"), ("丙丁管理规定", "2024-07-01")}),
    ("财政部发布《彩票管理办法》，民政部《慈善管理办法》将于6月1日起施行。", {("慈善管理办法", "2024-06-01")}),
])
def test_what_comes_into_force(text: str, days: set[tuple[str, str]]) -> None:
    assert pairs(text, "effectiveFrom") == days


@pytest.mark.parametrize(("text", "days"), [
    ("民政部2010年印发的《养老机构办法》经修订后，自7月1日起施行。", {("养老机构办法", "2024-07-01")}),
    ("国务院2019年公布的《政府采购条例》新版将于7月1日起施行。", {("政府采购条例", "2024-07-01")}),
    ("《彩票管理办法》2023年12月20日公布，3月1日起施行。", {(LOTTERY, "2024-03-01")}),
    ("财政部2024年12月公布《彩票管理办法》，自2月1日起施行。", {(LOTTERY, "2025-02-01")}),
    ("2019年5月，民政部印发《养老机构办法》，自6月1日起施行。", {("养老机构办法", "2019-06-01")}),
    ("2024年5月10日，财政部发布公告，《彩票管理办法》自3月1日起施行以来成效明显。", {(LOTTERY, "2024-03-01")}),
    ("2024年4月10日，财政部发布通报，《彩票管理办法》已于3月1日起施行。", {(LOTTERY, "2024-03-01")}),
    ("2024年4月10日，财政部发布《彩票管理办法》修订情况，《彩票发行办法》已于3月1日起施行。", {(SALES, "2024-03-01")}),
])
def test_the_year_of_a_day_of_effect(text: str, days: set[tuple[str, str]]) -> None:
    assert pairs(text, "effectiveFrom") == days


@pytest.mark.parametrize("rest", [
    "政策解读", "典型案例", "实施细则", "配套细则", "任务分工方案", "图解", "问答", "宣传手册", "修订说明", "试点名单", "修订稿", "实施条例", "实施情况报告",
    "操作指南", "工作方案", "补充规定", "配套文件", "第1号修改单", "政策解读提出，要加强管理"])
def test_another_document_about_a_regulation_is_not_that(rest: str) -> None:
    assert told(f"5月6日，财政部发布《彩票管理办法》{rest}。", "issues", "issuedOn", "drafts", day=DAY) == set()


@pytest.mark.parametrize("rest", ["全文", "等文件", "（试行）", "国家标准", "及政策解读", "，并作解读"])
def test_the_document_itself_with_a_word_behind_it(rest: str) -> None:
    assert pairs(f"财政部发布《彩票管理办法》{rest}。", "issues") == {(PURSE, LOTTERY)}


def test_a_part_of_a_regulation_is_issued_by_none_who_is_told_for_it() -> None:
    for text in (
            "《彩票管理办法》实施细则由财政部于5月6日印发。",
            "财政部发布的《彩票管理办法》政策解读提出，要加强管理。", "财政部官网发布《彩票管理办法》政策解读。"):
        assert told(text, "issues", "issuedOn", day=DAY) == set(), text


@pytest.mark.parametrize("text", [
    "水利部印发《甲河治理办法》，2019年印发的《乙河治理办法》同时废止。", "《甲河治理办法》取代了《乙河治理办法》。",
    "水利部印发《甲河治理办法》，原《乙河治理办法》停止执行。", "水利部印发《甲河治理办法》，并废止《乙河治理办法》。",
    "水利部印发《甲河治理办法》，自印发之日起施行，同时废止《乙河治理办法》。", "《乙河治理办法》被《甲河治理办法》取代。",
    "《甲河治理办法》（总局令第12号）代替《乙河治理办法》（总局令第3号）。", "水利部出台《甲河治理办法》，明确《乙河治理办法》同时废止。",
    "《乙河治理办法》由水利部于5月10日公布的《甲河治理办法》取代。", "水利部公布《甲河治理办法》。办法共30条。2019年印发的《乙河治理办法》同时废止。",
])
def test_what_replaces_what(text: str) -> None:
    assert pairs(text, "replaces") == {(NEW, OLD)}


@pytest.mark.parametrize("text", [
    "水利部印发《甲河治理通知》，指出《乙河治理办法》已于2015年废止。", "水利部公布《甲河治理办法》。《乙河治理办法》已于2015年废止。",
    "水利部印发《甲河治理办法》，要求清理并废止与《水法》不符的文件。", "《甲河治理办法》自7月1日起施行，《乙河治理办法》继续有效。",
])
def test_what_replaces_nothing(text: str) -> None:
    assert pairs(text, "replaces") == set()


def test_two_repealed_one_after_the_other() -> None:
    text = "水利部公布《甲河治理办法》，自2024年7月1日起施行。《乙河治理办法》同时废止。2012年印发的《丙河治理办法》同时废止。"
    assert pairs(text, "replaces") == {(NEW, OLD), (NEW, "丙河治理办法")}


@pytest.mark.parametrize("kind", ["决定", "通知", "公告"])
def test_a_headline_repeals(kind: str) -> None:
    head = f"民政部关于废止《重庆市救助办法》的{kind}"
    assert pairs(f"{head}\n\n各区县民政局：\n\n经研究，决定废止《重庆市救助办法》。", "replaces") == {(head, "重庆市救助办法")}


@pytest.mark.parametrize(("text", "who"), [
    ("市场监管总局、交通运输部分别发布《消费品召回办法》《出租车管理规定》。", {(MARKET, RECALL), (ROADS, CABS)}),
    ("市场监管总局、交通运输部分别发布了《消费品召回办法》和《出租车管理规定》。", {(MARKET, RECALL), (ROADS, CABS)}),
    ("市场监管总局、交通运输部联合发布《消费品召回办法》《出租车管理规定》。", {(MARKET, RECALL), (MARKET, CABS), (ROADS, RECALL), (ROADS, CABS)}),
    ("市场监管总局、交通运输部分别发布《消费品召回办法》。", {(MARKET, RECALL), (ROADS, RECALL)}),
    ("交通运输部分管领导介绍《出租车管理规定》。", set()),
    ("由市场监管总局牵头，财政部、海关总署参与制定的《消费品召回办法》发布。", {(MARKET, RECALL), (PURSE, RECALL), ("中华人民共和国海关总署", RECALL)}),
    ("《产品召回规定》由市场监管总局于5月10日公布的《消费品召回办法》取代。", {(MARKET, RECALL)}),
    ("《湖北省稳岗方案》是湖北省人社厅为贯彻《就业促进法》制定的。", {("湖北省人力资源和社会保障厅", "湖北省稳岗方案")}),
    ("财政部对《彩票管理办法》进行了修订。", {(PURSE, LOTTERY)}),
    ("财政部对《彩票管理办法》进行了修订，现公开征求意见。", set()),
    ("财政部正在对《彩票管理办法》进行修订。", set()),
    ("《救援规程》已经应急管理部部务会议审议通过，自7月1日起施行。", {("中华人民共和国应急管理部", "救援规程")}),
    ("《彩票管理办法》经财政部部长办公会审议通过。", {(PURSE, LOTTERY)}),
])
def test_who_issues_what(text: str, who: set[tuple[str, str]]) -> None:
    assert pairs(text, "issues") == who


def test_places_each_have_their_own() -> None:
    assert pairs("浙江、江苏分别出台《浙江省价格办法》《江苏省收费规定》。", "appliesIn") == {("浙江省价格办法", "浙江省"), ("江苏省收费规定", "江苏省")}


@pytest.mark.parametrize(("text", "days"), [
    ("《消费品召回办法》由市场监管总局于5月10日公布。", {(RECALL, "2024-05-10")}),
    ("《消费品召回办法》于5月10日由市场监管总局正式公布。", {(RECALL, "2024-05-10")}),
    ("《消费品召回规划》由国务院办公厅于2021年9月23日印发。", {("消费品召回规划", "2021-09-23")}),
    ("《产品召回规定》由市场监管总局于5月10日公布的《消费品召回办法》取代。", {(RECALL, "2024-05-10")}),
    ("财政部计划年内出台《政府采购办法》。", set()),
    ("财政部拟于2025年发布《政府采购办法》。", set()),
    ("财政部5月10日发布《政府采购办法》。", {("政府采购办法", "2024-05-10")}),
])
def test_when_documents_were_issued(text: str, days: set[tuple[str, str]]) -> None:
    assert pairs(text, "issuedOn") == days


@pytest.mark.parametrize("text", [
    "司法部公布《公证程序规则》修订草案，公开征求意见。", "司法部发布《公证程序规则》征求意见稿。", "司法部起草《公证程序规则》修订草案。",
    "司法部就《公证程序规则》修订草案公开征求意见。", "司法部力争2025年底前印发《公证程序规则》。",
    "司法部公布《公证程序规则》（修订草案公开征求意见稿）。",
])
def test_drafts_are_not_issued(text: str) -> None:
    assert told(text, "issues", "drafts", day=DAY) == {(JUSTICE, "drafts", "公证程序规则")}
