"""Who acts and where: bodies told by their field, partners of a clause, news of a broadcast, what is signed and sent out, and all over a place."""
from __future__ import annotations

from datetime import date

import pytest
from test_reading import named, read, told

GUARD, SPROUT = "“青禾守护”专项行动", "“禾苗”专项行动"
STATE, CITY = "国家市场监督管理总局", "襄阳市市场监督管理局"
POLICE, PURSE, TRADE = "襄阳市公安局", "襄阳市财政局", "襄阳市商务局"


def runs(text: str) -> set[tuple[str, str]]:
    """Who runs which programme."""
    return {(body, programme) for body, _, programme in told(text, "administers")}


@pytest.mark.parametrize(("before", "actor", "body"), [
    ("襄阳市人民检察院", "全市检察机关", "襄阳市人民检察院"),
    ("襄阳市人民检察院", "9月8日，全市检察机关", "襄阳市人民检察院"),
    ("国家税务总局襄阳市税务局", "全市税务部门", "国家税务总局襄阳市税务局"),
    ("最高人民检察院、襄阳市人民检察院", "全国检察机关", "中华人民共和国最高人民检察院"),
    ("最高人民检察院、襄阳市人民检察院", "全市检察机关", "襄阳市人民检察院"),
    ("国家市场监管总局、襄阳市市场监管局", "全国市场监管部门", STATE),
    ("国家市场监管总局、襄阳市市场监管局", "全市市场监管部门", CITY),
    ("国家市场监管总局", "市场监管部门", STATE),
    ("农业农村部", "同时，全国农业农村系统", "中华人民共和国农业农村部"),
    ("上海市公安局", "上海警方", "上海市公安局"),
    ("上海市公安局", "警方", "上海市公安局"),
    ("襄阳市公安局、谷城县公安局", "谷城县警方", "谷城县公安局"),
    ("岳阳市公安局、岳阳市公安局交警支队", "岳阳警方", "岳阳市公安局"),
])
def test_bodies_told_by_their_field_act(before: str, actor: str, body: str) -> None:
    assert runs(f"{before}召开会议。{actor}开展{GUARD}。") == {(body, GUARD)}


@pytest.mark.parametrize(("before", "actor"), [
    ("最高人民检察院、襄阳市人民检察院", "检察机关"), ("襄阳市公安局、谷城县公安局", "警方"), ("襄阳市人民检察院", "全国检察机关"),
    ("襄阳市人民检察院", "市公安机关"), ("上海市公安局", "北京警方"), ("上海市公安局", "有关部门"), ("农业农村部", "各农业农村部门"),
    ("农业农村部", "当地农业农村部门"),
])
def test_a_field_of_several_bodies_or_of_none_means_nobody(before: str, actor: str) -> None:
    assert runs(f"{before}召开会议。{actor}开展{GUARD}。") == set()


def test_police_told_by_their_place_act_there() -> None:
    assert told(f"上海市公安局召开会议。上海警方开展{GUARD}。", "appliesIn") == {(GUARD, "appliesIn", "上海市")}


@pytest.mark.parametrize(("text", "who"), [
    (f"{POLICE}会同{PURSE}开展{GUARD}，联合{TRADE}启动{SPROUT}。", {(POLICE, GUARD), (PURSE, GUARD), (POLICE, SPROUT), (TRADE, SPROUT)}),
    (f"{POLICE}召开会议，联合{PURSE}开展{GUARD}，联合{TRADE}启动{SPROUT}。", {(POLICE, GUARD), (PURSE, GUARD), (POLICE, SPROUT), (TRADE, SPROUT)}),
    (f"{POLICE}会同{PURSE}、岳阳市财政局开展{GUARD}，联合{TRADE}启动{SPROUT}。",
     {(POLICE, GUARD), (PURSE, GUARD), ("岳阳市财政局", GUARD), (POLICE, SPROUT), (TRADE, SPROUT)}),
    (f"{POLICE}会同{PURSE}开展{GUARD}，启动{SPROUT}。", {(POLICE, GUARD), (PURSE, GUARD), (POLICE, SPROUT), (PURSE, SPROUT)}),
    (f"{POLICE}、{PURSE}开展{GUARD}，联合{TRADE}启动{SPROUT}。", {(POLICE, GUARD), (PURSE, GUARD), (POLICE, SPROUT), (PURSE, SPROUT), (TRADE, SPROUT)}),
    (f"{POLICE}召开会议，和{PURSE}进行了沟通，启动{SPROUT}。", set()),
])
def test_partners_join_the_clause_that_names_them(text: str, who: set[tuple[str, str]]) -> None:
    assert runs(text) == who


@pytest.mark.parametrize(("text", "who"), [
    (f"{PURSE}今天（9月10日）召开会议。湖东高铁今天（9月10日）开工建设，将启动{SPROUT}。", set()),
    (f"{PURSE}今天（9月10日）召开会议。昨天（9月9日）启动{SPROUT}。", set()),
    (f"{PURSE}今天（9月10日）召开会议。湖东高铁今天开工建设，将启动{SPROUT}。", {(PURSE, SPROUT)}),
    (f"{PURSE}今天（9月10日）召开会议。下一步，将启动{SPROUT}。", {(PURSE, SPROUT)}),
    (f"{PURSE}今天（9月10日）召开会议。{TRADE}今天（9月10日）启动{SPROUT}。", {(TRADE, SPROUT)}),
])
def test_nobody_acts_on_from_one_piece_of_news_into_the_next(text: str, who: set[tuple[str, str]]) -> None:
    assert runs(text) == who


@pytest.mark.parametrize(("second", "owner"), [
    ("青禾产业推进会今天（9月10日）召开，力争到2027年建成基地100个。", None),
    ("青禾产业推进会今天（9月10日）召开。力争到2027年建成基地100个。", None),
    ("青禾产业推进会9月10日召开。力争到2027年建成基地100个。", "国家能源局"),
    ("会议提出，力争到2027年建成基地100个。", "国家能源局"),
])
def test_nobody_aims_at_what_the_next_piece_of_news_tells(second: str, owner: str | None) -> None:
    target, = read(f"国家能源局今天（9月9日）召开会议。{second}")[1].targets
    assert (target.deadline, target.by.name if target.by else None) == (date(2027, 12, 31), owner)


@pytest.mark.parametrize(("text", "titles"), [
    ("中国与塞尔维亚共同签署中塞青禾驾驶证互认换领协议。", {"中塞青禾驾驶证互认换领协议"}),
    ("双方签署2024年青禾种植基地共建合作协议。", {"2024年青禾种植基地共建合作协议"}),
    ("双方在北京签署了青禾航线开放议定书，即日生效。", {"青禾航线开放议定书"}),
    ("中国与15个国家签署青禾种植合作谅解备忘录。", set()), ("中国与塞尔维亚等5个国家签署青禾种植基地共建备忘录。", set()),
    ("襄阳市财政局与岳阳市财政局签署战略合作协议。", set()), ("襄阳市财政局与岳阳市财政局签署相关合作协议。", set()),
    ("双方希望签署青禾种植基地共建合作协议。", set()), ("双方推动签署青禾原料供应协议。", set()), ("双方签署一批青禾原料供应协议。", set()),
    ("双方签署青禾种植的合作协议。", set()), ("双方签署青禾原料供应协议书。", set()), ("双方签署12项青禾种植合作协议。", set()),
])
def test_agreements_signed_without_marks(text: str, titles: set[str]) -> None:
    assert named(text, "Regulation") == titles


def test_an_agreement_dates_from_the_day_on_which_it_is_signed() -> None:
    text = "9月8日，两国在北京签署中塞青禾种植合作谅解备忘录。"
    assert told(text, "issuedOn") == {("中塞青禾种植合作谅解备忘录", "issuedOn", "2024-09-08")}


@pytest.mark.parametrize(("text", "titles"), [
    ("国家医保局印发加强青禾药品管理的紧急通知，要求各地落实。", {"加强青禾药品管理的紧急通知"}),
    ("国家医保局发布做好青禾药品采购的补充通知，要求各地落实。", {"做好青禾药品采购的补充通知"}),
    ("国家医保局印发2024年青禾药品工作要点，明确任务。", {"2024年青禾药品工作要点"}),
    ("国家医保局印发2024年青禾产业发展实施方案。", {"2024年青禾产业发展实施方案"}),
    ("国家医保局发布紧急通知，要求各地落实。", set()), ("国家医保局正在起草加强青禾药品管理的紧急通知，要求各地落实。", set()),
    ("国家医保局印发12项青禾药品管理工作要点。", set()),
    ("国家医保局印发3个青禾产业发展实施方案。", set()), ("国家医保局出台10条青禾产业扶持政策措施。", set()),
])
def test_urgent_notices_and_tasks_of_a_year(text: str, titles: set[str]) -> None:
    assert named(text, "Regulation") == titles
    assert told(text, "issues") == {("国家医疗保障局", "issues", title) for title in titles}


@pytest.mark.parametrize(("text", "places"), [
    (f"湖南省财政厅表示，全省启动{GUARD}。", {(GUARD, "湖南省")}),
    (f"湖南省消费者协会表示，全省开展{GUARD}。", {(GUARD, "湖南省")}),
    (f"襄阳市财政局召开会议。全市开展{GUARD}。", {(GUARD, "襄阳市")}),
    (f"湖南省岳阳市召开会议。全市开展{GUARD}，全省推进{SPROUT}。", {(GUARD, "岳阳市"), (SPROUT, "湖南省")}),
    ("湖南省召开会议。《青禾产业发展规划》提出，到2027年，全省建成基地12个。", {("青禾产业发展规划", "湖南省")}),
    ("湖南省召开会议。《青禾产业发展规划》等提出，到2027年，全省建成基地12个。", set()),
    (f"湖南省财政厅表示，全省首批启动{GUARD}。", set()), (f"湖南省财政厅表示，全省率先启动{GUARD}。", set()),
    (f"湖南省财政厅表示，全省第一个启动{GUARD}。", set()),
    (f"湖南省财政厅要求，全省各级加强管理，全市开展{GUARD}。", set()), (f"全国妇联表示，全省开展{GUARD}。", set()),
    (f"襄阳市公安局召开会议。安徽省消费者协会表示，全市开展{GUARD}。", set()),
])
def test_what_is_done_all_over_a_place_applies_there(text: str, places: set[tuple[str, str]]) -> None:
    assert {(thing, place) for thing, _, place in told(text, "appliesIn")} == places


@pytest.mark.parametrize("body", ["安徽省消费者协会", "安徽省财政厅"])
def test_what_a_body_does_all_over_its_place_does_not_apply_in_the_one_told_before(body: str) -> None:
    assert (GUARD, "appliesIn", "湖南省") not in told(f"湖南省召开会议。{body}表示，全省开展{GUARD}。", "appliesIn")


@pytest.mark.parametrize("text", [
    "青禾可信药业与多家企业签署了青禾原料供应协议。", "中国与塞尔维亚等5国签署青禾种植基地共建备忘录。", "三国签署青禾种植基地共建备忘录。",
])
def test_what_is_signed_with_many_is_no_one_agreement(text: str) -> None:
    assert named(text, "Regulation") == set()


@pytest.mark.parametrize(("text", "kind", "title"), [
    ("国家能源局近日发布煤矿青禾标准体系建设指南，包括五个子体系。", "Regulation", "煤矿青禾标准体系建设指南"),
    ("国家医保局日前印发青禾药品学习教育规划。", "Regulation", "青禾药品学习教育规划"),
    ("活动现场发布了总台人工智能发展白皮书。", "Publication", "总台人工智能发展白皮书"),
    ("今年将编制印发国土绿化空间规划。", "Regulation", None), ("商务部发布2025年第13号公告，公布名单。", "Regulation", None),
])
def test_plans_and_white_papers_without_marks(text: str, kind: str, title: str | None) -> None:
    assert named(text, kind) == ({title} if title else set())


def test_all_over_a_place_is_that_of_the_body_that_says_so() -> None:
    text = "湖南省召开会议。安徽省消费者协会表示，全省开展“青禾守护”专项行动。"
    assert told(text, "appliesIn") == {("“青禾守护”专项行动", "appliesIn", "安徽省")}


def test_bodies_told_by_their_field_are_found_by_the_short_form_of_it() -> None:
    text = "襄阳市市场监督管理局召开会议。全市市场监管部门组织开展“青禾守护”专项行动。"
    assert told(text, "administers") == {("襄阳市市场监督管理局", "administers", "“青禾守护”专项行动")}
