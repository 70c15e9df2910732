"""Programmes and events: where a name begins, lists under one head, who holds what is denied or only looked into, who is there and when it began."""
from __future__ import annotations

from datetime import date

import pytest
from test_reading import named, told

DAY = date(2024, 5, 20)
SCHOOLS, HEALTH, POLICE = "中华人民共和国教育部", "中华人民共和国国家卫生健康委员会", "中华人民共和国公安部"
MEETING, ROUND = "第三届中国康复大会", "优质服务基层行"


@pytest.mark.parametrize(("text", "programme", "hosts"), [
    ("教育部公示“强师”项目名单。", "“强师”项目", set()),
    ("教育部总结“强师”项目经验。", "“强师”项目", set()),
    ("教育部评估“强师”项目成效。", "“强师”项目", set()),
    ("教育部表彰“强师”项目先进个人。", "“强师”项目", set()),
    ("教育部终止“强师”项目。", "“强师”项目", set()),
    ("某某公司入围“强师”项目。", "“强师”项目", set()),
    ("市委组织部表彰“强师”项目。", "“强师”项目", set()),
    ("上海市公安局响应“守护”专项行动。", "“守护”专项行动", set()),
    ("上海市公安局验收“强基”工程。", "“强基”工程", set()),
    ("教育部组织“强师”项目。", "“强师”项目", {SCHOOLS}),
    ("教育部公示全国第三批“强师”试点名单。", "“强师”试点", {SCHOOLS}),
    ("公安部开展全国“扫黄打非”行动。", "全国“扫黄打非”行动", {POLICE}),
    ("公安部开展环境整治“百日攻坚”行动。", "环境整治“百日攻坚”行动", {POLICE}),
    ("公安部启动“平安中国”建设示范工程。", "“平安中国”建设示范工程", {POLICE}),
    ("上海市民政局推出“爱心敲门”志愿服务项目。", "“爱心敲门”志愿服务项目", {"上海市民政局"}),
])
def test_no_verb_opens_a_name_and_compound_heads_end_one(text: str, programme: str, hosts: set[str]) -> None:
    assert named(text, "Programme") == {programme}
    assert told(text, "administers") == {(host, "administers", programme) for host in hosts}


@pytest.mark.parametrize(("text", "programme", "place"), [
    ("广东省建设“粤省事”平台，服务1亿人。", "“粤省事”平台", "广东省"),
    ("湖北省启动“荆楚有爱”文明实践行动。", "“荆楚有爱”文明实践行动", "湖北省"),
    ("四川省建设“蜀智通”数字平台。", "“蜀智通”数字平台", "四川省"),
])
def test_what_a_province_builds_applies_there(text: str, programme: str, place: str) -> None:
    assert told(text, "appliesIn") == {(programme, "appliesIn", place)}


@pytest.mark.parametrize("text", ["上海市税务局提供“一对一”服务项目。", "上海市税务局推出“最后一公里”服务项目。"])
def test_how_something_is_done_is_no_name(text: str) -> None:
    assert named(text, "Programme") == set()


@pytest.mark.parametrize(("text", "programmes"), [
    ("公安部部署“云剑2024”“昆仑2024”专项行动。", {"云剑2024", "昆仑2024"}),
    ("公安部开展“净网”“护苗”两大专项行动。", {"净网", "护苗"}),
    ("公安部开展“净网”“护苗”“秋风”三个专项行动。", {"净网", "护苗", "秋风"}),
    ("公安部实施“一村一品”“一县一业”融合发展工程。", {"“一村一品”“一县一业”融合发展工程"}),
])
def test_quoted_names_under_one_head_are_one_each(text: str, programmes: set[str]) -> None:
    assert named(text, "Programme") == programmes
    assert told(text, "administers") == {(POLICE, "administers", programme) for programme in programmes}


def test_what_a_campaign_is_divided_into_is_part_of_it() -> None:
    text = "江苏省公安厅开展“净土行动”。“净土行动”下设“清塘”“护田”两个专项行动。"
    assert told(text, "partOf") == {("清塘", "partOf", "净土行动"), ("护田", "partOf", "净土行动")}


@pytest.mark.parametrize(("event", "hosts"), [
    ("第三届中国电子博览会", set()),
    ("第六届中国移动互联网大会", set()),
    ("第十届中国移动全球合作伙伴大会", {"中国移动通信集团有限公司"}),
    ("第三届中国科协年会", {"中国科学技术协会"}),
])
def test_a_firm_is_no_word_in_the_name_of_a_numbered_event(event: str, hosts: set[str]) -> None:
    text = f"{event}在深圳举行。"
    assert named(text, "Organization") == hosts
    assert told(text, "administers") == {(host, "administers", event) for host in hosts}


@pytest.mark.parametrize(("text", "hosts"), [
    ("商务部表示暂无计划开展“家电下乡”活动。", set()),
    ("商务部否认将启动“家电下乡”活动。", set()),
    ("商务部暂停实施“家电下乡”活动。", set()),
    ("商务部叫停“家电下乡”活动。", set()),
    ("国家卫健委评估上海市开展的“家电下乡”活动。", set()),
    ("按照要求，教育部组织各地开展“家电下乡”活动。", {SCHOOLS}),
    ("教育部评估后启动“家电下乡”活动。", {SCHOOLS}),
    ("教育部取消审批事项并实施“家电下乡”活动。", {SCHOOLS}),
    ("教育部在上海开展的“家电下乡”活动取得成效。", {SCHOOLS}),
])
def test_who_denies_or_looks_into_something_does_not_run_it(text: str, hosts: set[str]) -> None:
    assert {body for body, _, _ in told(text, "administers")} == hosts


@pytest.mark.parametrize(("text", "hosts"), [
    (f"{MEETING}在沈阳召开，中国残联、辽宁省政府共同主办。", {"中国残疾人联合会", "辽宁省人民政府"}),
    (f"{MEETING}在沈阳召开，中国残联主办，辽宁省政府承办。", {"中国残疾人联合会", "辽宁省人民政府"}),
    (f"中国残联主办的{MEETING}在沈阳召开，辽宁省残联承办。", {"中国残疾人联合会", "辽宁省残疾人联合会"}),
    (f"{MEETING}在沈阳召开，中国残联主办的展览同期举行。", set()),
])
def test_hosts_are_told_in_the_clause_behind(text: str, hosts: set[str]) -> None:
    assert told(text, "administers") == {(host, "administers", MEETING) for host in hosts}


@pytest.mark.parametrize(("text", "places"), [
    ("国家疾控局5月8日在济南召开全国结核病防治工作会议。", {"济南市"}),
    ("教育部在北京召开视频会，部署在新疆开展“强师”行动。", {"新疆维吾尔自治区"}),
    ("国家医保局启动“飞检”专项行动，天津、河北首批参与。", {"天津市", "河北省"}),
    ("国家医保局启动“飞检”专项行动，北京、天津的患者参加。", set()),
])
def test_places_of_meetings_and_of_those_who_come_first(text: str, places: set[str]) -> None:
    assert {place for _, _, place in told(text, "appliesIn")} == places


@pytest.mark.parametrize(("text", "day"), [
    ("3月至12月，市场监管总局在全国开展“守护安全”专项行动。", "2024-03"),
    ("2024年4月至2025年3月，农业农村部开展“护耕”专项行动。", "2024-04"),
    ("4月至11月，文化和旅游部举办“四季村晚”活动。", "2024-04"),
    ("1月至4月，农业农村部开展“护耕”专项行动。", None),
    ("1月至4月，“护耕”专项行动查处案件300起。", None),
    ("3月至12月，农业农村部开展“护耕”专项行动，查处案件300起。", None),
    ("2015年启动的“光明行”公益项目已惠及10万人。", "2015"),
    ("2015年启动的“光明行”项目二期已惠及10万人。", None),
    ("公安部去年3月启动的“青山”专项行动将于6月结束。", "2023-03"),
    ("公安部于2018年发起“青山”专项行动。", "2018"),
    ("全国总工会组织开展“送清凉”活动，6月1日启动。", "2024-06-01"),
    ("全国总工会组织开展“送清凉”活动，6月1日公布结果。", None),
    ("2024年全国节能宣传周定于5月13日至19日，全国低碳日为5月15日。", None),
])
def test_when_programmes_began(text: str, day: str | None) -> None:
    assert {begun for _, _, begun in told(text, "startedOn", day=DAY)} == ({day} if day else set())


@pytest.mark.parametrize(("behind", "guests"), [
    ("北京协和医院参加。", {"北京协和医院"}),
    ("参与单位包括北京协和医院、华西医院。", {"北京协和医院", "四川大学华西医院"}),
    ("北京协和医院院长介绍经验。", set()),
    ("北京协和医院的患者参加。", set()),
])
def test_who_takes_part_is_told_in_the_clause_behind(behind: str, guests: set[str]) -> None:
    text = f"国家卫健委启动“{ROUND}”活动，{behind}"
    assert told(text, "administers", "participatesIn") == {(HEALTH, "administers", ROUND), *((guest, "participatesIn", ROUND) for guest in guests)}


@pytest.mark.parametrize(("text", "statements"), [
    ("浙江省人力社保厅配合人社部开展“百日千万招聘专项行动”。", {
        ("中华人民共和国人力资源和社会保障部", "administers", "百日千万招聘专项行动"),
        ("浙江省人力资源和社会保障厅", "participatesIn", "百日千万招聘专项行动")}),
    ("财政部支持中国残联实施“阳光家园计划”。", {("中国残疾人联合会", "administers", "阳光家园计划")}),
    ("财政部支持中国残联依法维权，实施“阳光家园计划”。", {("中华人民共和国财政部", "administers", "阳光家园计划")}),
    ("宁波市公安局会同市消防救援局召开会议，该局开展“护航”专项行动。", {("宁波市公安局", "administers", "“护航”专项行动")}),
    ("宁波市公安局会同市消防救援局、市应急管理局召开会议，该局开展“护航”专项行动。", {("宁波市公安局", "administers", "“护航”专项行动")}),
    ("宁波市公安局把线索移送市税务局，该局启动“护航”专项行动。", {("国家税务总局宁波市税务局", "administers", "“护航”专项行动")}),
])
def test_who_helps_and_who_is_meant(text: str, statements: set[tuple[str, str, str]]) -> None:
    assert told(text, "administers", "participatesIn") == statements


@pytest.mark.parametrize(("text", "parts"), [
    ("“蓝盾”专项行动属于“平安中国”行动的子项目。", {"“蓝盾”专项行动"}),
    ("“蓝盾”专项行动属于公安部“平安中国”行动。", {"“蓝盾”专项行动"}),
    ("“蓝盾”专项行动是“平安中国”行动的子行动。", {"“蓝盾”专项行动"}),
    ("“蓝盾”专项行动是“平安中国”行动的重要内容之一。", {"“蓝盾”专项行动"}),
    ("“平安中国”行动包括“蓝盾”专项行动、“青山”专项行动和“护航”专项行动。", {"“蓝盾”专项行动", "“青山”专项行动", "“护航”专项行动"}),
    ("公安部将“蓝盾”专项行动纳入年度考核。", set()),
])
def test_what_is_part_of_a_campaign(text: str, parts: set[str]) -> None:
    assert told(text, "partOf") == {(part, "partOf", "“平安中国”行动") for part in parts}
