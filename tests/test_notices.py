"""Official notices after GB/T 9704: their formal elements, and the places of sentences in laws and notices."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rdflib import RDF, Literal

from kg.exporters import write_build
from kg.layout import split_articles
from kg.link import link
from kg.model import Article, Document, KnowledgeBase, Reading, Sentence
from kg.nlp.annotation import annotate
from kg.pipeline import build_knowledge_base
from kg.rdf import read_graph
from kg.relate import relate
from kg.validate import validate_build
from kg.views.notices import notice_elements
from kg.views.sections import sections
from kg.vocab import PK

NOTICE = """河南省人民政府办公厅关于加强公共数据管理的通知
豫政办〔2025〕112号

各省辖市人民政府，省人民政府各部门、各直属机构：
为加强公共数据管理，促进数据共享和开发利用，根据《中华人民共和国数据安全法》等法律法规，结合本省实际，经省人民政府同意，现将有关事项通知如下，请认真贯彻执行。
一、总体要求
（一）主要目标。到2027年年底，全省公共数据共享率达到95%以上，形成统一规范、互联互通、安全可控的公共数据资源体系，为企业和群众办事提供有力支撑。
（二）基本原则。坚持统筹规划、依法合规、分级负责，处理好发展和安全的关系，确保数据从采集、归集、共享到开放、使用、销毁的全过程安全可控。
二、重点任务
（一）建立目录。各级各部门要在2025年9月底前编制公共数据目录，明确数据的来源、格式、更新频率和共享属性，并根据职责变化及时调整，每年至少更新一次。
1.明确标准。省数据局负责制定统一的编制标准，会同有关部门开展培训和检查，对数据质量不高、更新不及时、共享不充分的单位进行通报并督促整改到位。

附件：1.公共数据目录编制指南
2.公共数据共享责任清单

河南省人民政府办公厅
2025年6月1日
（此件公开发布）

抄送：省委各部门，省人大常委会办公厅，省政协办公厅。
河南省人民政府办公厅2025年6月3日印发
"""


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notice.txt").write_text(NOTICE, "utf-8")
    return build_knowledge_base([tmp_path / "in"])


def test_elements_of_a_notice(kb):
    found = [(element.property, element.value) for element in notice_elements(kb)]
    assert {element.of.name for element in notice_elements(kb)} == {"河南省人民政府办公厅关于加强公共数据管理的通知"}
    assert found == [
        ("addressedTo", "各省辖市人民政府"), ("addressedTo", "省人民政府各部门、各直属机构"),
        ("attachment", "公共数据共享责任清单"), ("attachment", "公共数据目录编制指南"),
        ("copiedTo", "省人大常委会办公厅"), ("copiedTo", "省委各部门"), ("copiedTo", "省政协办公厅"),
        ("documentNumber", "豫政办〔2025〕112号"), ("printedOn", "2025-06-03"),
    ]


@pytest.mark.parametrize("above", ["豫政办〔2025〕112号", "河南省人民政府办公厅文件\n\n豫政办〔2025〕112号"])
def test_number_over_the_title(tmp_path, above):
    title, _, rest = NOTICE.split("\n", 2)
    (tmp_path / "a.txt").write_text(f"{above}\n\n{title}\n{rest}", "utf-8")
    kb = build_knowledge_base([tmp_path])
    assert ("documentNumber", "豫政办〔2025〕112号") in {(element.property, element.value) for element in notice_elements(kb)}


@pytest.mark.parametrize("mark", ["附件1", "附："])
def test_what_is_enclosed_with_a_signature_of_its_own_is_part_of_the_notice(tmp_path, mark):
    enclosed = f"""
{mark}
关于公共数据检查情况的报告

省人民政府：
现将检查情况报告如下。全省已经归集公共数据三十类，各市都明确了负责的部门，也都建立了定期检查和通报的制度，数据质量明显好转，共享的范围不断扩大。
河南省数据局
2025年4月20日
"""
    (tmp_path / "a.txt").write_text(NOTICE.split("\n抄送")[0] + enclosed, "utf-8")
    kb = build_knowledge_base([tmp_path])
    assert [article.headline for article in kb.articles] == ["河南省人民政府办公厅关于加强公共数据管理的通知"]
    assert {claim.object for claim in kb.statements if claim.predicate == "issuedOn"} == {"2025-06-01"}


def test_issuer_and_day_are_relations(kb):
    claims = {(claim.predicate, getattr(claim.object, "name", claim.object)) for claim in kb.statements}
    assert ("issuedOn", "2025-06-01") in claims
    assert any(claim.predicate == "issues" and "办公厅" in claim.subject.name for claim in kb.statements)


def test_graph_tells_them_with_their_sentences(kb, tmp_path):
    write_build(kb, tmp_path / "out")
    graph = read_graph(tmp_path / "out")
    (regulation,) = graph.subjects(PK.documentNumber, Literal("豫政办〔2025〕112号"))
    assert graph.value(regulation, PK.printedOn).toPython() == date(2025, 6, 3)
    for element in graph.subjects(RDF.type, PK.NoticeElement):
        assert (regulation, graph.value(element, RDF.predicate), graph.value(element, RDF.object)) in graph
        quote = str(graph.value(graph.value(element, PK.evidence), PK.quote))
        assert graph.value(element, RDF.predicate) == PK.printedOn or str(graph.value(element, RDF.object)) in quote
    places = {str(graph.value(node, PK.quote))[:4]: str(place) for node, place in graph.subject_objects(PK.section)}
    assert places["到202"] == "一、（一）"
    assert validate_build(tmp_path / "out", [tmp_path / "in"]).problems == ()


@pytest.mark.parametrize(("line", "number"), [
    ("国办发〔2019〕2号", "国办发〔2019〕2号"), ("豫政办〔2025〕第7号", "豫政办〔2025〕7号"), ("豫医保发[2024]31号", "豫医保发〔2024〕31号"),
    ("2025年第3号", None), ("按照豫政办〔2025〕112号文件办理", None),
])
def test_document_numbers(kb, tmp_path, line, number):
    (tmp_path / "in" / "notice.txt").write_text(NOTICE.replace("豫政办〔2025〕112号", line), "utf-8")
    found = [element.value for element in notice_elements(build_knowledge_base([tmp_path / "in"])) if element.property == "documentNumber"]
    assert found == ([number] if number else [])


def law(*lines: str) -> Article:
    roles = ("subhead" if line.startswith("第") and line[2] in "章节" else "body" for line in lines)
    sentences = (Sentence(line, ((0, len(line)),), number, role) for number, (line, role) in enumerate(zip(lines, roles, strict=True), 1))
    return Article("a.txt", 1, "海州省数据条例", None, None, tuple(sentences))


def test_places_in_a_law():
    lines = (
        "第一章总则", "第一条为了加强管理，制定本条例。", "第二章共享", "第一节目录", "第二条数据应当共享。", "下列数据除外：", "（一）秘密；", "（二）隐私。",
        "第三条依照第二条规定执行。", "第三章附则", "第四条本条例自7月1日起施行。",
    )
    assert list(sections(law(*lines)).values()) == [
        "第一章", "第一章 第一条", "第二章", "第二章 第一节", "第二章 第一节 第二条 第一款", "第二章 第一节 第二条 第二款",
        "第二章 第一节 第二条 第二款 第（一）项", "第二章 第一节 第二条 第二款 第（二）项", "第二章 第一节 第三条", "第三章", "第三章 第四条",
    ]


def test_running_text_has_no_places():
    assert sections(law("数据局近日发布通知。", "通知自7月1日起施行。")) == {}


def statements(text: str) -> set[tuple[str, str, str]]:
    """What one document tells, by names."""
    article = split_articles(Document("a.txt", text, ""))[0]
    mentions, quantities, times = annotate(article)
    outcome = relate(Reading(article, *link(article, mentions), quantities, times))
    return {(told.subject.name, told.predicate, getattr(told.object, "name", told.object)) for told in outcome.statements}


def objects(told: set[tuple[str, str, str]], title: str, relation: str) -> set[str]:
    return {thing for subject, predicate, thing in told if predicate == relation and subject == title}


def test_a_mayor_signs_a_decree():
    title = "湖州市古桥保护办法"
    told = statements(f"{title}\n\n湖州市人民政府令第9号\n\n《{title}》已经2018年3月1日市人民政府第20次常务会议通过，现予公布，自2018年6月1日起施行。\n\n"
                      "代市长　王大力\n\n二O一八年三月十日\n\n第一条　为了保护古桥，制定本办法。\n\n第二条　市文物局负责古桥保护工作。\n")
    assert {("湖州市人民政府", "issues", title), (title, "issuedOn", "2018-03-10"), ("王大力", "holdsPostAt", "湖州市人民政府")} <= told


@pytest.mark.parametrize(("under", "issuer", "day"), [
    ("（2012年5月30日河南省第十一届人民代表大会常务委员会第二十七次会议通过）", "河南省人民代表大会常务委员会", "2012-05-30"),
    ("（2012年6月11日水利部令第40号公布　自2012年8月1日起施行）", "中华人民共和国水利部", "2012-06-11"),
])
def test_who_adopted_a_law_stands_under_its_title(under, issuer, day):
    title = "水库移民安置条例（试行）"
    told = statements(f"{title}\n\n{under}\n\n第一条　为了做好水库移民安置工作，制定本条例。\n\n第二条　本条例适用于水库移民安置活动。\n")
    assert {(issuer, "issues", "水库移民安置条例"), ("水库移民安置条例", "issuedOn", day)} <= told


def test_all_who_sign_issue_the_notice():
    told = statements("关于印发《湿地保护行动方案》的通知\n\n各省、自治区、直辖市人民政府：\n\n现将《湿地保护行动方案》印发给你们，请遵照执行。\n\n"
                      "财政部　自然资源部\n\n能源局　林草局\n\n2021年9月30日\n")
    issuers = {subject for subject, predicate, thing in told if predicate == "issues" and thing == "湿地保护行动方案"}
    assert issuers == {"中华人民共和国财政部", "中华人民共和国自然资源部", "国家能源局", "国家林业和草原局"}


def test_a_province_opens_its_titles_with_its_level():
    title = "省人民政府关于加快发展养老服务的若干意见"
    told = statements(f"{title}\n黔府发〔2015〕1号\n\n各市、州人民政府：\n为加快贵州省养老服务发展，提出如下意见。\n一、总体要求\n要增加床位。\n2015年3月4日\n")
    assert {("贵州省人民政府", "issues", title), (title, "issuedOn", "2015-03-04")} <= told


def test_brackets_of_a_document_of_the_state_name_its_bureaus_shortly():
    told = statements("国务院办公厅关于促进健康服务的意见\n国办发〔2021〕16号\n\n各省、自治区、直辖市人民政府：\n现提出以下意见。\n\n一、重点任务\n\n"
                      "（一）实施药品追溯体系建设工程。（药监局牵头，卫生健康委、医保局参与）\n\n"
                      "（二）推进国家公园建设工程。（林草局、自然资源部负责）\n\n"
                      "（三）实施健康扶贫工程。由民政部牵头，财政部配合。\n\n"
                      "（四）实施全民参保计划。财政部、税务总局等部门按职责分工负责。\n\n国务院办公厅\n2021年4月2日\n")
    assert {row for row in told if row[1] in ("administers", "participatesIn")} == {
        ("国家药品监督管理局", "administers", "药品追溯体系建设工程"), ("国家林业和草原局", "administers", "国家公园建设工程"),
        ("中华人民共和国国家卫生健康委员会", "participatesIn", "药品追溯体系建设工程"), ("国家医疗保障局", "participatesIn", "药品追溯体系建设工程"),
        ("中华人民共和国自然资源部", "administers", "国家公园建设工程"), ("中华人民共和国民政部", "administers", "健康扶贫工程"),
        ("中华人民共和国财政部", "participatesIn", "健康扶贫工程"), ("中华人民共和国财政部", "administers", "全民参保计划"),
        ("国家税务总局", "administers", "全民参保计划")}


def test_brackets_behind_an_item_tell_who_is_in_charge_of_it():
    told = statements("绍兴市人民政府关于印发民生工作方案的通知\n\n各区、县人民政府：\n现印发给你们。\n\n一、重点任务\n\n"
                      "1.实施农村公路提质工程。新改建农村公路200公里。（市交通运输局牵头，市财政局配合）\n\n"
                      "2.开展全民健身活动周。每年举办赛事100场。（责任单位：市体育局、市教育局）\n\n绍兴市人民政府\n2024年1月2日\n")
    assert {row for row in told if row[1] == "administers"} == {
        ("绍兴市交通运输局", "administers", "农村公路提质工程"),
        ("绍兴市体育局", "administers", "全民健身活动周"), ("绍兴市教育局", "administers", "全民健身活动周")}
    assert ("绍兴市财政局", "participatesIn", "农村公路提质工程") in told


def test_a_line_under_an_item_tells_who_is_in_charge_of_it():
    long = "面向高校毕业生、农民工、退役军人和就业困难人员提供岗位信息、职业指导、技能培训和权益保障等服务，帮助重点群体稳定就业"
    told = statements(f"绍兴市人民政府办公室关于印发绍兴市民生实事方案的通知\n1.实施“春风行动”。{long}，全年举办招聘会30场。\n"
                      f"责任单位：市人力资源和社会保障局、市总工会\n2.实行耕地轮作休耕制度试点。{long}，全年安排3万亩。\n"
                      f"牵头单位：市农业农村局；配合单位：市财政局\n3.发展公共交通。{long}。\n绍兴市人民政府办公室\n2024年1月2日\n")
    assert {row for row in told if row[1] == "administers"} == {
        ("绍兴市人力资源和社会保障局", "administers", "春风行动"), ("绍兴市总工会", "administers", "春风行动"),
        ("绍兴市农业农村局", "administers", "耕地轮作休耕制度试点")}


def test_division_of_labour_in_brackets_charges_who_leads_with_all_that_the_item_sets_up():
    told = statements("绍兴市人民政府关于印发民生工作方案的通知\n\n各区、县人民政府：\n现印发给你们。\n\n一、重点任务\n\n"
                      "1.提升健康水平。实施青少年健身提升工程和全民健康促进行动。（市体育局牵头，市教育局、市财政局按职责分工负责）\n\n"
                      "2.改善出行条件。实施农村公路提质工程。（市交通运输局、市财政局按职责分工负责）\n\n"
                      "3.扩大就业。按每人1000元给予职业介绍补贴。（市人力资源社会保障局负责）\n\n绍兴市人民政府\n2024年1月2日\n")
    assert {row for row in told if row[1] == "administers"} == {
        ("绍兴市人力资源和社会保障局", "administers", "职业介绍补贴"),
        ("绍兴市体育局", "administers", "青少年健身提升工程"), ("绍兴市体育局", "administers", "全民健康促进行动"),
        ("绍兴市交通运输局", "administers", "农村公路提质工程"), ("绍兴市财政局", "administers", "农村公路提质工程")}


@pytest.mark.parametrize(("text", "based"), [
    ("国务院公布《采购条例实施细则》，细化《采购条例》的规定。", {("采购条例实施细则", "采购条例")}),
    ("水利部印发《关于做好〈采购条例〉贯彻实施工作的通知》。《采购条例》自6月1日起施行。", {("关于做好〈采购条例〉贯彻实施工作的通知", "采购条例")}),
    ("水利部印发《关于宣传〈采购条例〉经验的通知》。《采购条例》自6月1日起施行。", set()),
    ("国务院公布《采购条例释义》，解释《采购条例》的规定。", set()),
])
def test_a_title_tells_which_regulation_it_carries_out(text: str, based: set[tuple[str, str]]):
    assert {(one, other) for one, relation, other in statements(text) if relation == "basedOn"} == based


def test_the_line_of_its_time_tells_when_an_event_begins():
    told = statements("教育部办公厅关于举办2021年科技活动周活动的通知\n\n各省、自治区、直辖市教育厅（教委）：\n\n"
                      "为办好2021年科技活动周，现就有关事项通知如下。\n\n"
                      "一、时间和主题\n\n1.时间：2021年4月23日至5月22日\n\n2.主题：好读书\n\n请认真组织2021年科技活动周。\n\n教育部办公厅\n2021年3月2日\n")
    assert [row for row in told if row[1] == "startedOn"] == [("2021年全国科技活动周", "startedOn", "2021-04-23")]


def test_an_article_number_is_no_part_of_a_name():
    told = statements("绍兴市城市更新专项资金管理办法\n\n第一条　为规范绍兴市城市更新专项资金（以下简称专项资金）管理，制定本办法。\n\n"
                      "第二条　专项资金由市财政局管理。\n\n第三条　专项资金的使用应当公开。\n")
    assert not any("第二条" in name or "第三条" in name for row in told for name in row)
    assert ("绍兴市财政局", "administers", "绍兴市城市更新专项资金") in told


def test_listed_attachments_are_no_articles():
    text = ("文化和旅游部办公厅关于开展2025年读书活动的通知\n\n各省、自治区、直辖市文化和旅游厅（局）：\n\n"
            "文化和旅游部将组织开展2025年读书活动，请认真做好落实工作。\n\n特此通知。\n\n文化和旅游部办公厅\n\n2025年4月14日\n\n附件：\n\n1.2025年图书馆读书活动方案\n\n2.2025年文化馆读书活动方案\n")
    articles = split_articles(Document("a.txt", text, ""))
    assert [(article.headline, article.date) for article in articles] == [("文化和旅游部办公厅关于开展2025年读书活动的通知", date(2025, 4, 14))]


@pytest.mark.parametrize(("title", "told_of"), [
    ("南昌市餐厨垃圾管理规定", "南昌市餐厨垃圾管理规定"), ("船员注册规则", "船员注册规则"), ("档案鉴定实施细则（试行）", "档案鉴定实施细则"),
])
def test_the_day_of_a_decree_is_the_day_of_effect_of_what_applies_at_once(title, told_of):
    told = statements(f"{title}\n\n2014年5月6日 国家档案局令第9号公布\n\n第一条　为了规范管理，制定本规定。\n\n第二条　国家档案局负责解释。\n\n"
                      "第三条　本规定自公布之日起施行。\n")
    assert {("国家档案局", "issues", told_of), (told_of, "issuedOn", "2014-05-06"), (told_of, "effectiveFrom", "2014-05-06")} <= told


def test_what_an_exchange_keeps_to_is_issued_by_the_ministry_of_the_decree():
    title = "郑州商品交易所管理规定"
    told = statements(f"{title}\n\n1995年3月2日 经国务院批准\n\n1995年4月5日 中华人民共和国交通部令第3号发布\n\n发布之日施行\n\n第一章　总则\n\n"
                      "第一条　为了加强对郑州商品交易所的管理，制定本规定。\n\n第二条　郑州商品交易所是事业法人。\n")
    assert {row for row in told if row[1] == "issues"} == {("中华人民共和国交通运输部", "issues", title)}
    assert {(title, "issuedOn", "1995-04-05"), (title, "effectiveFrom", "1995-04-05")} <= told


@pytest.mark.parametrize(("opening", "based"), [
    ("根据《乡村民宿管理办法》（青文旅〔2019〕3号）和《乡村民宿条例》，经专家评审，现予公布。", {"乡村民宿管理办法", "乡村民宿条例"}),
    ("按照《乡村民宿管理办法》，现下达你市2019年补助资金。", {"乡村民宿管理办法"}),
    ("违反《乡村民宿管理办法》的，由有关部门处理。", set()),
])
def test_a_notice_is_based_on_what_leads_to_its_order(opening: str, based: set[str]):
    title = "青海省文化和旅游厅关于公布乡村民宿名单的通知"
    told = statements(f"{title}\n\n各市（州）文化和旅游局：\n\n{opening}\n\n青海省文化和旅游厅\n2019年5月5日\n")
    assert objects(told, title, "basedOn") == based


def test_a_plan_carries_out_what_it_deepens():
    title = "青海省乡村民宿发展三年行动方案"
    told = statements(f"{title}\n\n为深入贯彻《乡村振兴战略规划》和《乡村民宿条例》，加快我省乡村民宿发展，制定本方案。\n\n一、总体要求\n\n坚持绿色发展。\n")
    assert {thing for _, predicate, thing in told if predicate == "basedOn"} == {"乡村振兴战略规划", "乡村民宿条例"}


@pytest.mark.parametrize(("line", "repealed"), [
    ("《乡村民宿管理办法》（青文旅〔2015〕3号）自2019年6月1日起废止。", {"乡村民宿管理办法"}),
    ("《乡村民宿管理办法》自本通知施行之日起废止。", {"乡村民宿管理办法"}),
    ("《乡村民宿管理办法》《乡村民宿条例》不再执行。", {"乡村民宿管理办法", "乡村民宿条例"}),
    ("与本通知不一致的，以本通知为准，《乡村民宿管理办法》自2019年6月1日起施行。", set()),
])
def test_a_notice_replaces_what_it_repeals_from_a_day_on(line: str, repealed: set[str]):
    title = "青海省文化和旅游厅关于规范乡村民宿的通知"
    told = statements(f"{title}\n\n各市（州）文化和旅游局：\n\n为规范乡村民宿，现通知如下。\n\n{line}\n\n青海省文化和旅游厅\n2019年5月5日\n")
    assert objects(told, title, "replaces") == repealed


def test_a_local_regulation_is_not_the_one_of_the_state_that_it_rests_on():
    title = "贵州省工伤保险条例"
    told = statements(f"{title}\n\n第一章 总则\n\n第一条 根据《工伤保险条例》等法律、法规，制定本条例。\n\n第二条 本条例自2013年5月1日起施行。\n")
    assert {row for row in told if row[1] == "effectiveFrom"} == {(title, "effectiveFrom", "2013-05-01")}
    assert (title, "basedOn", "工伤保险条例") in told


def test_the_letterhead_of_a_decree_issues_the_regulation_that_it_promulgates():
    title = "铁路车票查验管理办法"
    told = statements(
        f"中华人民共和国交通运输部令\n\n2012年第9号\n\n《{title}》已于2012年3月1日经第2次部务会议通过，现予公布，自2012年6月1日起施行。\n\n"
        f"部长 李盛霖\n2012年3月8日\n\n{title}\n\n第一条 为了规范车票查验，制定本办法。\n第二条 国家铁路局负责铁路车票查验的监督管理工作。\n"
        f"第三条 本办法自2012年6月1日起施行。2001年5月8日以教育部令第2号公布的《{title}》同时废止。\n")
    assert {row for row in told if row[1] in ("issues", "holdsPostAt")} == {
        ("中华人民共和国交通运输部", "issues", title), ("李盛霖", "holdsPostAt", "中华人民共和国交通运输部"),
        ("中华人民共和国教育部", "issues", f"{title}（2001年）")}
    assert (title, "issuedOn", "2012-03-08") in told


def test_the_number_of_an_announcement_is_no_headline_and_no_year():
    title = "甘肃省财政厅 甘肃省税务局关于优化退税办理事项的公告"
    text = (f"{title}\n甘肃省税务局公告2016年第6号\n\n根据《国家税务总局关于退税事项的公告》（国家税务总局公告2016年第23号）等规定，现公告如下：\n"
            "一、退税办理\n退税由主管税务机关办理。\n二、施行\n本公告自2016年5月1日起施行。\n特此公告。\n甘肃省财政厅\n甘肃省税务局\n2016年4月22日\n")
    assert split_articles(Document("a.txt", text, ""))[0].headline == title.replace(" ", "")
    told = statements(text)
    assert {subject for subject, predicate, thing in told if predicate == "issues" and thing == title.replace(" ", "")} == {
        "甘肃省财政厅", "国家税务总局甘肃省税务局"}


def test_an_announcement_is_known_by_its_number():
    told = statements("海关总署公告2024年第68号（关于修订商品注释的公告）\n\n"
                      "为进一步便利企业申报，促进跨境贸易健康有序发展，提高通关效率，根据《中华人民共和国海关法》，现就有关事项公告如下：\n\n"
                      "一、海关总署公告2021年第70号同时废止。\n\n二、本公告自2024年6月1日起施行。\n\n海关总署\n\n2024年5月27日\n")
    own = "海关总署公告2024年第68号"
    assert {("中华人民共和国海关总署", "issues", own), (own, "basedOn", "中华人民共和国海关法"), (own, "replaces", "海关总署公告2021年第70号"),
            (own, "effectiveFrom", "2024-06-01"), (own, "issuedOn", "2024-05-27")} <= told


def test_the_number_of_an_announcement_that_has_a_title_is_another_name_of_it():
    told = statements("财政部关于支持小微企业发展有关税费政策的公告\n\n财政部公告2023年第12号\n\n为支持小微企业发展，现公告如下：\n\n一、减半征收资源税。\n\n"
                      "财政部\n\n2023年8月2日\n")
    assert {thing for _, predicate, thing in told if predicate == "issues"} == {"财政部关于支持小微企业发展有关税费政策的公告"}


def test_a_plan_is_told_by_its_text():
    title = "绍兴市建设数字港口实施方案"
    body = "为贯彻落实《中华人民共和国港口法》，加快建设数字港口，结合本市实际，制定本方案。\n\n一、主要目标\n\n建成数字港口。\n"
    assert (title, "basedOn", "中华人民共和国港口法") in statements(f"{title}\n\n绍政发〔2023〕7号\n\n{body}")
    assert not statements(f"{title}\n\n绍政发〔2023〕7号\n\n{body.replace('，制定本方案', '')}")


def test_a_statistical_office_publishes_its_data():
    title = "国家统计局关于2023年粮食产量数据的公告"
    told = statements(f"{title}\n\n根据对全国各省的调查，2023年全国粮食播种面积、单位面积产量和总产量数据公布如下。\n\n"
                      f"全国粮食总产量69541万吨，比上年增加888万吨。\n\n国家统计局\n\n2023年12月11日\n")
    assert {("国家统计局", "issues", title), (title, "issuedOn", "2023-12-11")} <= told


def test_a_bracket_within_a_paragraph_charges_with_what_went_before_it():
    told = statements("国务院办公厅关于印发食品安全工作安排的通知\n国办发〔2017〕28号\n\n各省、自治区、直辖市人民政府：\n现印发给你们。\n"
                      "国务院办公厅\n2017年4月6日\n\n"
                      "食品安全工作安排\n\n一、净化生产环境\n开展耕地质量提升行动。（农业部负责）办好全国食品安全宣传周。（教育部牵头，公安部等参与）"
                      "在山东济南举办“双安双创”成果展示活动。（商务部负责）\n")
    assert {row for row in told if row[1] in ("administers", "participatesIn")} == {
        ("中华人民共和国农业部", "administers", "耕地质量提升行动"), ("中华人民共和国教育部", "administers", "全国食品安全宣传周"),
        ("中华人民共和国公安部", "participatesIn", "全国食品安全宣传周"), ("中华人民共和国商务部", "administers", "“双安双创”成果展示活动")}


def test_the_item_on_the_range_of_a_pilot_tells_where_and_since_when_it_applies():
    told = statements("国务院关于开展营商环境创新试点的通知\n国发〔2019〕25号\n\n各省、自治区、直辖市人民政府：\n现就有关事项通知如下：\n一、总体要求\n"
                      "（一）指导思想。营商环境创新试点要坚持改革方向，激发活力。\n（二）试点范围和内容。自2019年12月1日起，在上海、广东、天津等自由贸易试验区，分类推进改革。\n"
                      "（三）主要目标。在北京、重庆、河北形成经验。\n国务院\n2019年11月6日\n")
    assert objects(told, "营商环境创新试点", "appliesIn") == {"上海市", "广东省", "天津市"}
    assert objects(told, "营商环境创新试点", "startedOn") == {"2019-12-01"}
    plan = statements("国务院办公厅关于印发推进运输结构调整行动计划的通知\n国办发〔2018〕91号\n\n各省、自治区、直辖市人民政府：\n"
                      "《推进运输结构调整行动计划》已经国务院同意，现印发给你们。\n"
                      "国务院办公厅\n2018年9月17日\n\n"
                      "推进运输结构调整行动计划\n\n一、总体要求\n\n（一）重点区域范围。\n\n长三角地区包括上海、江苏、浙江、安徽4省（市），汾渭平原包括山西、河南、陕西3省。\n")
    assert objects(plan, "推进运输结构调整行动计划", "appliesIn") == {"长江三角洲地区", "汾渭平原"}


def test_all_bodies_in_lines_over_a_decree_issue_it():
    told = statements("网络安全审查办法\n\n国家互联网信息办公室\n中华人民共和国国家发展和改革委员会\n中华人民共和国公安部\n令\n第8号\n\n"
                      "《网络安全审查办法》已经2021年11月16日国家互联网信息办公室室务会议审议通过，现予公布，自2022年2月15日起施行。\n\n"
                      "国家互联网信息办公室主任 庄荣文\n国家发展和改革委员会主任 何立峰\n公安部部长 赵克志\n\n2021年12月28日\n\n网络安全审查办法\n\n"
                      "第一条 为了确保供应链安全，根据《中华人民共和国国家安全法》、《中华人民共和国网络安全法》，制定本办法。\n\n"
                      "第二条 网络安全审查办公室设在国家互联网信息办公室，负责组织审查。\n")
    assert {one for one, relation, other in told if (relation, other) == ("issues", "网络安全审查办法")} == {
        "国家互联网信息办公室", "国家发展和改革委员会", "中华人民共和国公安部"}
    assert objects(told, "网络安全审查办法", "issuedOn") == {"2021-12-28"}
    assert objects(told, "赵克志", "holdsPostAt") == {"中华人民共和国公安部"}


def test_what_is_repealed_together_is_replaced():
    told = statements("国务院办公厅关于印发国家火灾应急预案的通知\n国办函〔2020〕99号\n\n各省、自治区、直辖市人民政府：\n"
                      "《国家火灾应急预案》已经国务院同意，现印发给你们。"
                      "2012年12月17日由国务院办公厅印发的《森林火灾应急预案》，2010年11月1日由原农业部印发的《草原火灾应急预案》同时废止。\n国务院办公厅\n2020年10月26日\n\n国家火灾应急预案\n\n"
                      "依据《中华人民共和国森林法》，制定本预案。\n")
    assert objects(told, "国家火灾应急预案", "replaces") == {"森林火灾应急预案", "草原火灾应急预案"}


def test_the_new_version_of_a_plan_is_sent_out_and_the_old_one_of_its_title_is_replaced():
    told = statements("国务院办公厅关于印发国家火灾应急预案的通知\n国办函〔2020〕99号\n\n各省、自治区、直辖市人民政府：\n"
                      "经国务院同意，现将修订后的《国家火灾应急预案》印发给你们，请认真组织实施。"
                      "2012年10月16日经国务院批准、由国务院办公厅印发的《国家火灾应急预案》同时废止。\n国务院办公厅\n2020年10月26日\n\n国家火灾应急预案\n\n"
                      "1　总则\n\n1.1　编制依据\n\n《中华人民共和国森林法》等。\n")
    assert objects(told, "国家火灾应急预案", "replaces") == {"国家火灾应急预案（2012年）"}
    assert objects(told, "国家火灾应急预案", "basedOn") == {"中华人民共和国森林法"}
    assert objects(told, "国家火灾应急预案", "issuedOn") == {"2020-10-26"}
    assert objects(told, "国家火灾应急预案（2012年）", "issuedOn") == {"2012-10-16"}
    assert not {relation for subject, relation, _ in told if subject == "国家火灾应急预案（2012年）"} & {"basedOn", "replaces"}


def test_a_heading_for_what_a_plan_rests_on_and_a_section_named_after_works():
    told = statements("国务院关于印发节能减排综合工作方案的通知\n国发〔2021〕33号\n\n各省、自治区、直辖市人民政府：\n"
                      "现将《节能减排综合工作方案》印发给你们，请认真贯彻落实。\n"
                      "国务院\n2021年12月28日\n\n节能减排综合工作方案\n\n一、编制依据\n\n《中华人民共和国防洪法》、《自然灾害救助条例》等。\n\n二、主要行动\n\n"
                      "三、实施节能减排重点工程\n\n（一）重点行业绿色升级工程。以钢铁、建材等行业为重点，推进节能改造和污染物深度治理。（生态环境部负责）\n\n"
                      "（二）园区节能环保提升工程。引导工业企业向园区集聚，推动工业园区能源系统整体优化。（工业和信息化部负责）\n")
    assert objects(told, "节能减排综合工作方案", "basedOn") == {"中华人民共和国防洪法", "自然灾害救助条例"}
    for work in ("重点行业绿色升级工程", "园区节能环保提升工程"):
        assert objects(told, work, "partOf") == {"节能减排重点工程"}
    assert not any("主要行动" in row for row in told)


def test_a_reply_tells_where_what_it_agrees_to_applies_and_who_proposed_the_plan():
    told = statements("国务院关于同意深化服务贸易创新发展试点的批复\n国函〔2018〕79号\n\n北京市、天津市人民政府，商务部：\n商务部的请示收悉。现批复如下：\n"
                      "一、原则同意商务部提出的《深化服务贸易创新发展试点总体方案》，同意在北京、天津、威海和河北雄安新区等省市（区域）深化服务贸易创新发展试点。\n国务院\n2018年6月1日\n")
    assert objects(told, "深化服务贸易创新发展试点", "appliesIn") == {"北京市", "天津市", "威海市", "雄安新区"}
    assert objects(told, "中华人民共和国商务部", "drafts") == {"深化服务贸易创新发展试点总体方案"}


def test_what_a_notice_encloses_by_name_is_issued_with_it():
    told = statements(NOTICE)
    enclosed = {"公共数据目录编制指南", "公共数据共享责任清单"}
    assert {other for one, relation, other in told if (one, relation) == ("河南省人民政府办公厅", "issues")} >= enclosed
    assert {one for one, relation, other in told if (relation, other) == ("issuedOn", "2025-06-01")} >= enclosed


def test_a_bracket_behind_a_programme_and_a_clause_tell_who_leads_and_who_helps():
    told = statements("国务院办公厅关于做好技能人才工作的意见\n国办发〔2021〕90号\n\n各省、自治区、直辖市人民政府：\n"
                      "一、推进长期护理保险制度试点（国家医保局牵头，财政部、民政部参与）。\n二、实施全国职业院校技能大赛，由教育部牵头，人力资源社会保障部、水利部参与。\n"
                      "国务院办公厅\n2021年8月2日\n")
    assert {row for row in told if row[1] in ("administers", "participatesIn")} == {
        ("国家医疗保障局", "administers", "长期护理保险"), ("中华人民共和国财政部", "participatesIn", "长期护理保险"),
        ("中华人民共和国民政部", "participatesIn", "长期护理保险"), ("中华人民共和国教育部", "administers", "全国职业院校技能大赛"),
        ("中华人民共和国人力资源和社会保障部", "participatesIn", "全国职业院校技能大赛"),
        ("中华人民共和国水利部", "participatesIn", "全国职业院校技能大赛")}


def test_what_is_made_and_sent_out_at_once_has_the_days_of_the_notice():
    told = statements("国家药监局关于发布中药提取物审查指南（试行）的通告\n2022年第90号\n\n"
                      "国家药监局组织制定了《中药提取物审查指南（试行）》，现予发布，自发布之日起施行。\n"
                      "国家药监局\n2022年2月8日\n")
    guide = "中药提取物审查指南（试行）"
    assert {(guide, "issuedOn", "2022-02-08"), (guide, "effectiveFrom", "2022-02-08"), ("国家药品监督管理局", "issues", guide)} <= told


def test_what_a_sentence_sends_out_is_issued_with_the_notice():
    told = statements("国务院关于印发2个新设自由贸易试验区总体方案的通知\n国发〔2019〕16号\n\n各省、自治区、直辖市人民政府：\n"
                      "现将《中国（山东）自由贸易试验区总体方案》、《中国（江苏）自由贸易试验区总体方案》印发给你们，请认真贯彻执行。\n国务院\n2019年8月2日\n")
    for plan in ("中国（山东）自由贸易试验区总体方案", "中国（江苏）自由贸易试验区总体方案"):
        assert ("中华人民共和国国务院", "issues", plan) in told and (plan, "issuedOn", "2019-08-02") in told


def test_bases_behind_bodies_articles_repealed_and_whom_a_bare_bracket_charges():
    told = statements("深圳市发展和改革委员会关于印发《深圳市促进消费若干措施》的通知\n深发改〔2022〕432号\n\n各区人民政府：\n"
                      "《深圳市促进消费若干措施》已经市政府同意，现予印发。\n深圳市发展和改革委员会\n2022年5月23日\n\n深圳市促进消费若干措施\n\n"
                      "为贯彻落实住房城乡建设部、财政部《关于做好小区改造工作的通知》，促进消费持续恢复，制定如下措施。\n一、开展家电“以旧换新”活动，鼓励企业让利促销。（市商务局、市场监管局）\n"
                      "二、《甲品管理办法》（财税〔2019〕8号）、《乙品管理办法》（财税〔2020〕2号）第一百零六条、《丙品管理办法》同时废止。\n")
    assert objects(told, "深圳市促进消费若干措施", "basedOn") == {"关于做好小区改造工作的通知"}
    assert objects(told, "深圳市促进消费若干措施", "replaces") == {"甲品管理办法", "乙品管理办法", "丙品管理办法"}
    assert {one for one, relation, other in told if (relation, other) == ("administers", "家电“以旧换新”活动")} == {"深圳市商务局", "深圳市市场监督管理局"}


def test_what_is_to_be_done_by_a_regulation_is_not_what_that_tells():
    told = statements("国家医保局关于做好居民医疗保障工作的通知\n医保发〔2022〕20号\n\n各省医保局：\n现将有关事项通知如下：\n"
                      "一、严格按照《清单制度三年行动方案》要求，统一制度框架。推广医保电子凭证。\n国家医保局\n2022年6月30日\n")
    assert not objects(told, "清单制度三年行动方案", "concerns")
