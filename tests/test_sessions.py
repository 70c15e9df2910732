"""Sessions: numbered meetings of bodies with their full names, and who holds them."""
from __future__ import annotations

import pytest

from kg.model import Article, Sentence
from kg.nlp.annotation import annotate
from tests.test_relate import read, told

CONGRESS = "中华人民共和国第十二届全国人民代表大会"
CONFERENCE = "中国人民政治协商会议"


def sessions(text: str) -> dict[str, str]:
    """Printed and full names of the programmes of one sentence."""
    found, _, _ = annotate(Article("made-up.txt", 1, None, None, None, (Sentence(text, ((0, 1),), 1),)))
    return {m.text: m.name for m in found if m.type == "Programme"}


@pytest.mark.parametrize(("text", "told_as", "full"), [
    ("十二届全国人大五次会议闭幕。", "十二届全国人大五次会议", f"{CONGRESS}第五次会议"),
    ("提请十二届全国人大常委会第八次会议审议。", "十二届全国人大常委会第八次会议", f"{CONGRESS}常务委员会第八次会议"),
    ("决定十二届全国人大常委会第九次委员长会议议程。", "十二届全国人大常委会第九次委员长会议", f"{CONGRESS}常务委员会第九次委员长会议"),
    ("全国政协十二届三次会议开幕。", "全国政协十二届三次会议", f"{CONFERENCE}第十二届全国委员会第三次会议"),
    ("政协第十二届全国委员会常务委员会第六次会议闭幕。", "政协第十二届全国委员会常务委员会第六次会议", f"{CONFERENCE}第十二届全国委员会常务委员会第六次会议"),
    ("十二届全国政协第七次双周协商座谈会召开。", "十二届全国政协第七次双周协商座谈会", f"{CONFERENCE}第十二届全国委员会第七次双周协商座谈会"),
    ("十八届中央纪委四次全会召开。", "十八届中央纪委四次全会", "中国共产党第十八届中央纪律检查委员会第四次全体会议"),
    ("贵州省十三届人大常委会第二次会议通过条例。", "贵州省十三届人大常委会第二次会议", "贵州省第十三届人民代表大会常务委员会第二次会议"),
    ("贵州省政协十二届二次会议开幕。", "贵州省政协十二届二次会议", f"{CONFERENCE}贵州省第十二届委员会第二次会议"),
    ("贵州省委十二届三次全会召开。", "十二届三次全会", "中国共产党贵州省第十二届委员会第三次全体会议"),
    ("出席上海合作组织成员国元首理事会第十九次会议。", "上海合作组织成员国元首理事会第十九次会议", "上海合作组织成员国元首理事会第十九次会议"),
    ("民盟第十三届中央委员会第二次全体会议召开。", "民盟第十三届中央委员会第二次全体会议", "中国民主同盟第十三届中央委员会第二次全体会议"),
    ("农工党十七届二中全会在京闭幕。", "农工党十七届二中全会", "中国农工民主党第十七届中央委员会第二次全体会议"),
    ("九三学社第十二次全国代表大会开幕。", "九三学社第十二次全国代表大会", "九三学社第十二次全国代表大会"),
    ("致信祝贺中国青山协会第三届会员代表大会召开。", "中国青山协会第三届会员代表大会", "中国青山协会第三届会员代表大会"),
    ("国务院新闻办公室今天（6月21日）举行政策例行吹风会。", "政策例行吹风会", "国务院政策例行吹风会"),
    ("从国新办召开的政策例行吹风会上获悉。", "政策例行吹风会", "国务院政策例行吹风会"),
    ("共同主持中俄农业合作委员会第三次会议。", "中俄农业合作委员会第三次会议", "中俄农业合作委员会第三次会议"),
    ("《湿地公约》第14届缔约方大会开幕。", "《湿地公约》第14届缔约方大会", "《湿地公约》第十四届缔约方大会"),
    ("《联合国气候变化框架公约》第28次缔约方大会开幕。", "《联合国气候变化框架公约》第28次缔约方大会", "联合国气候变化迪拜大会"),
])
def test_a_session_has_its_full_name(text: str, told_as: str, full: str) -> None:
    assert sessions(text)[told_as] == full


@pytest.mark.parametrize("text", [
    "某省政府新闻办举行政策例行吹风会。", "选举产生民盟第十三届中央委员会。", "他是中国青山协会第三届会员代表大会代表。", "他们第三次会议无果。",
    "常委会第四次会议将听取报告。", "第十二届全国人民代表大会代表发言。",
])
def test_a_meeting_of_nobody_is_no_session(text: str) -> None:
    assert not sessions(text)


def test_terms_are_told_apart() -> None:
    assert len(set(sessions("十二届全国人大一次会议和十三届全国人大一次会议都通过了决议。").values())) == 2


def test_a_session_is_held_by_its_body_and_does_not_apply_in_the_place_of_its_name() -> None:
    names = {"海州省政协": f"{CONFERENCE}海州省委员会", "十三届二次会议": f"{CONFERENCE}海州省第十三届委员会第二次会议"}
    reading = read("<Place 海州省>的代表到会，<Agency 海州省政协><Programme 十三届二次会议>开幕。", names=names)
    assert told(reading) == {(names["海州省政协"], "administers", names["十三届二次会议"])}


def test_an_association_issues_what_its_congress_passes() -> None:
    names = {"九三学社": "九三学社", "大会决议": "九三学社第十二次全国代表大会决议"}
    reading = read("<Organization 九三学社><Programme 九三学社第十二次全国代表大会>闭幕。大会审议通过了《<Regulation 大会决议>》。", names=names)
    assert {("九三学社", "administers", "九三学社第十二次全国代表大会"), ("九三学社", "issues", names["大会决议"])} <= told(reading)
