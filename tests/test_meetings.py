"""Meetings of governments and on documents, briefings, talks between governments, and events that are held as one."""
from __future__ import annotations

import pytest
from test_reading import named, told

RULES, STATE = "青禾市场管理条例", "中华人民共和国国务院"
FEAST, FAIR = "第五届青禾文化节", "首届湖东美食节"


@pytest.mark.parametrize(("text", "facts"), [
    ("国务院总理李强9月9日主持召开国务院常务会议，审议通过《青禾市场管理条例》。",
     {(STATE, "administers", "国务院常务会议"), (STATE, "issues", RULES), ("国务院常务会议", "startedOn", "2024-09-09")}),
    ("国务院第12次常务会议审议通过《青禾市场管理条例》。", {(STATE, "administers", "国务院第12次常务会议"), (STATE, "issues", RULES)}),
    ("8月20日，湖南省政府第34次常务会议审议通过《湖南省青禾保护办法》。",
     {("湖南省人民政府", "administers", "湖南省人民政府第34次常务会议"), ("湖南省人民政府", "issues", "湖南省青禾保护办法"),
      ("湖南省人民政府第34次常务会议", "startedOn", "2024-08-20")}),
    ("8月20日，襄阳市市长李文青主持召开襄阳市政府常务会议，研究青禾保护工作。",
     {("襄阳市人民政府", "administers", "襄阳市人民政府常务会议"), ("襄阳市人民政府常务会议", "startedOn", "2024-08-20")}),
    ("8月20日，襄阳市政府第12次常务会在襄阳召开。",
     {("襄阳市人民政府", "administers", "襄阳市人民政府第12次常务会议"), ("襄阳市人民政府第12次常务会议", "startedOn", "2024-08-20")}),
    ("8月20日，襄阳市人民政府第12次常务会议审议通过《襄阳市青禾保护办法》。会议还审议通过了《襄阳市湖东保护办法》。",
     {("襄阳市人民政府", "administers", "襄阳市人民政府第12次常务会议"), ("襄阳市人民政府", "issues", "襄阳市青禾保护办法"),
      ("襄阳市人民政府", "issues", "襄阳市湖东保护办法"), ("襄阳市人民政府第12次常务会议", "startedOn", "2024-08-20")}),
    ("9月9日召开的国务院常务会议审议通过《青禾市场管理条例》。",
     {(STATE, "administers", "国务院常务会议"), (STATE, "issues", RULES), ("国务院常务会议", "startedOn", "2024-09-09")}),
])
def test_executive_meetings_and_what_they_pass(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, "administers", "issues", "startedOn") == facts


@pytest.mark.parametrize("text", [
    "会议传达学习了国务院常务会议精神。", "襄阳市人民政府办公室落实国务院常务会议精神，推进青禾保护工作。", "襄阳市人民政府常务会议厅昨天启用。",
    "商务部召开常务会议，研究青禾保护工作。", "襄阳市人大常委会召开常务会议。", "李文青主持召开商务部常务会议。",
    "国务院总理李强主持召开国务院常务会议委员李文青出席。",
])
def test_what_is_only_told_of_an_executive_meeting_is_none(text: str) -> None:
    assert named(text, "Programme") == set()


def test_who_comments_on_an_executive_meeting_takes_no_part_in_it() -> None:
    text = "国务院总理李强9月9日主持召开国务院常务会议。商务部部长李文青表示，将推进青禾保护工作。"
    assert told(text, "participatesIn", "administers") == {(STATE, "administers", "国务院常务会议")}


@pytest.mark.parametrize("printed", ["国新办今天举行国务院政策例行吹风会", "国新办今天举行政策例行吹风会", "国务院新闻办公室今天举行例行政策吹风会",
                                     "国务院新闻办公室今天召开政策吹风会", "国务院新闻办今天召开国务院政策吹风会"])
def test_briefings_on_policy_are_those_of_the_state_council(printed: str) -> None:
    assert told(f"{printed}，财政部副部长李文青介绍青禾保护情况。", "administers", "participatesIn", "startedOn") == {
        ("国务院新闻办公室", "administers", "国务院政策例行吹风会"), ("中华人民共和国财政部", "participatesIn", "国务院政策例行吹风会"),
        ("国务院政策例行吹风会", "startedOn", "2024-09-10")}


@pytest.mark.parametrize("text", [
    "湖南省政府新闻办今天举行政策例行吹风会。", "商务部举行政策吹风会。", "国新办表示，近期将举行多场政策吹风会。", "国新办今天举行新闻吹风会。",
])
def test_briefings_of_others_or_of_any_sort_are_none_of_it(text: str) -> None:
    assert named(text, "Programme") == set()


@pytest.mark.parametrize(("told_as", "name"), [
    ("《青禾市场管理办法》宣贯会", "《青禾市场管理办法》宣贯会"),
    ("《青禾市场管理办法》（以下简称《办法》）政策解读会", "《青禾市场管理办法》政策解读会"),
    ("《青禾市场管理办法》新闻发布会", "《青禾市场管理办法》新闻发布会"),
    ("“青禾助农计划”（二期）推进会", "“青禾助农计划”推进会"),
    ("青湖水质提升暨汛期水质管控会议", "青湖水质提升暨汛期水质管控会议"),
    ("青禾产业园揭牌暨“湖东”项目集中签约仪式", "青禾产业园揭牌暨“湖东”项目集中签约仪式"),
])
def test_meetings_on_a_document_and_for_two_things(told_as: str, name: str) -> None:
    assert told(f"8月20日，襄阳市财政局举行{told_as}，介绍有关情况。", "administers", "startedOn") == {
        ("襄阳市财政局", "administers", name), (name, "startedOn", "2024-08-20")}


def test_a_meeting_for_two_things_may_open_the_sentence() -> None:
    name = "青湖水质提升暨汛期水质管控会议"
    assert told(f"8月20日，{name}在襄阳召开。") == {(name, "appliesIn", "襄阳市"), (name, "startedOn", "2024-08-20")}


@pytest.mark.parametrize("text", [
    "襄阳市财政局召开《青禾市场管理办法》起草组会议。", "襄阳市财政局修订《青禾市场管理办法》，召开推进会。", "襄阳市财政局参加《青禾市场管理办法》宣贯会。",
    "襄阳市财政局召开庆祝青禾建设暨表彰会议。", "襄阳市财政局举行青禾日活动暨湖东技能表彰会。", "襄阳市财政局召开青湖水质提升暨汛期水质管控会议室改造工作。",
    "8月20日，青湖水质提升暨汛期水质管控会员代表举行交流。", "记者参加青湖水质提升暨汛期水质管控会议。",
])
def test_what_is_no_meeting_on_a_document_or_for_two_things(text: str) -> None:
    assert named(text, "Programme") == set()


@pytest.mark.parametrize(("text", "name"), [
    ("9月9日，第四次中塞青禾高层对话在北京举行。", "第四次中塞青禾高层对话"),
    ("9月9日，第七轮中塞政府磋商在北京举行。", "第七轮中塞政府磋商"),
    ("9月9日，第六次中塞青禾经济对话在北京举行。", "第六次中塞青禾经济对话"),
    ("9月9日，第三次中塞领导人年度会晤在北京举行。", "第三次中塞领导人年度会晤"),
    ("9月9日，第28次东盟与中日韩（10+3）领导人会议在北京举行。", "第28次东盟与中日韩领导人会议"),
])
def test_rounds_of_talks_by_their_ordinal(text: str, name: str) -> None:
    assert told(text) == {(name, "appliesIn", "北京市"), (name, "startedOn", "2024-09-09")}


@pytest.mark.parametrize("place", ["在北京同阿加西共同主持", "在北京人民大会堂与阿加西举行", "在京同阿加西举行"])
def test_talks_are_held_where_somebody_presides_over_them_with_others(place: str) -> None:
    assert told(f"王毅{place}第四次中塞青禾高层对话。", "appliesIn") == {("第四次中塞青禾高层对话", "appliesIn", "北京市")}


def test_what_is_told_of_others_tells_no_place_of_talks() -> None:
    assert told("王毅在北京同阿加西会谈。李文青出席第四次中塞青禾高层对话。", "appliesIn") == set()


def test_comrades_in_the_capital_tell_no_place() -> None:
    assert named("在京同志出席了第四次中塞青禾高层对话。", "Place") == set()


@pytest.mark.parametrize("text", [
    "双方举行了第三次会晤。", "双方举行第三次全体会议和青禾对话。", "两国举行第三次部长级会议和战略对话。", "双方举行第三轮会谈对话。",
    "第二次中塞青禾磋商中的分歧已化解。", "第二次中塞青禾对话的成果已公布。", "外方第三次访华同中方进行青禾对话。",
])
def test_what_is_no_round_of_talks(text: str) -> None:
    assert named(text, "Programme") == set()


@pytest.mark.parametrize("text", [
    f"由襄阳市财政局主办的{FEAST}暨{FAIR}9月9日在合肥启动。", f"由襄阳市财政局主办的{FEAST}暨{FAIR}于9月9日在合肥启动。",
    f"9月9日，{FEAST}暨{FAIR}在合肥开幕，活动由襄阳市财政局主办。", f"{FEAST}活动暨{FAIR}于9月9日在合肥启动，由襄阳市财政局主办。",
])
def test_events_held_as_one_share_host_place_and_day(text: str) -> None:
    assert told(text) == {fact for event in (FEAST, FAIR) for fact in (
        ("襄阳市财政局", "administers", event), (event, "appliesIn", "合肥市"), (event, "startedOn", "2024-09-09"))}


def test_all_hosts_of_events_held_as_one_run_both() -> None:
    text = f"由襄阳市财政局、岳阳市财政局联合举办的{FEAST}系列活动暨{FAIR}在合肥启动。"
    assert told(text, "administers", "partOf") == {(host, "administers", event) for host in ("襄阳市财政局", "岳阳市财政局") for event in (FEAST, FAIR)}


def test_events_held_as_one_are_where_somebody_attends_them() -> None:
    text = f"李文青在合肥出席{FEAST}暨{FAIR}开幕式。"
    assert told(text, "appliesIn") == {(FEAST, "appliesIn", "合肥市"), (FAIR, "appliesIn", "合肥市")}


@pytest.mark.parametrize(("text", "facts"), [
    (f"由襄阳市财政局主办的{FEAST}9月9日启动，{FAIR}同期举行。", {("襄阳市财政局", "administers", FEAST), (FEAST, "startedOn", "2024-09-09")}),
    (f"{FEAST}将举行，{FAIR}9月9日在合肥启动。", {(FAIR, "appliesIn", "合肥市"), (FAIR, "startedOn", "2024-09-09")}),
    (f"9月9日，{FEAST}在合肥开幕。{FAIR}将在南宁举行。",
     {(FEAST, "appliesIn", "合肥市"), (FEAST, "startedOn", "2024-09-09"), (FAIR, "appliesIn", "南宁市")}),
])
def test_events_that_are_only_told_beside_each_other_share_nothing(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(("text", "facts"), [
    (f"在9月8日开幕的{FEAST}上，联盟正式成立。", {(FEAST, "startedOn", "2024-09-08")}),
    (f"9月8日举行的{FEAST}吸引了众多游客。", {(FEAST, "startedOn", "2024-09-08")}),
    (f"报告将在9月18日举行的{FEAST}上发布。", {(FEAST, "startedOn", "2024-09-18")}), (f"9月8日举行的{FEAST}系列活动启动。", set()),
])
def test_an_event_begins_on_the_day_on_which_it_is_told_to_be_held(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text, "startedOn") == facts


def test_talks_may_be_called_a_meeting() -> None:
    assert named("双方就第三次中塞青禾高层对话会的安排交换意见。", "Programme") == {"第三次中塞青禾高层对话会"}


def test_what_is_held_while_a_drive_lasts_is_part_of_it_and_not_of_the_press_conference() -> None:
    text = "9月9日，市场监管总局召开“青禾保护服务月”新闻发布会。活动期间，各地共召开青禾企业商业秘密保护座谈会。"
    assert told(text, "partOf") == {("青禾企业商业秘密保护座谈会", "partOf", "青禾保护服务月")}
