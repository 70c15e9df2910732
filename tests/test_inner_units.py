"""Inner units of courts, offices and squads, governments told by their heads, ministers from abroad, and who holds which post."""
from __future__ import annotations

import pytest
from test_reading import named, read, told


def posts(text: str) -> set[tuple[str, str, str | None]]:
    """Who holds which post at which body."""
    held = [row for row in read(text)[1].statements if row.predicate == "holdsPostAt"]
    return {(row.subject.name, row.object if isinstance(row.object, str) else row.object.name, row.title) for row in held}


@pytest.mark.parametrize(("text", "body", "unit"), [
    ("岳阳市中级人民法院民事审判庭表示，将加大调解力度。", "岳阳市中级人民法院", "民事审判庭"),
    ("岳阳市中级人民法院第二审判庭就案件开展调解。", "岳阳市中级人民法院", "第二审判庭"),
    ("长汀县人民法院河田法庭组织开展巡回审判。", "长汀县人民法院", "河田法庭"),
    ("平江县公安局城关刑侦中队表示，将开展打击。", "平江县公安局", "城关刑侦中队"),
    ("平江县公安局城关巡逻中队队员介绍了情况。", "平江县公安局", "城关巡逻中队"),
    ("平江县市场监督管理局食品股通过现场检查发现了问题。", "平江县市场监督管理局", "食品股"),
    ("平江县财政局会计科表示，将加快拨付。", "平江县财政局", "会计科"),
    ("湖南省财政厅政法处有关专家表示，将优化流程。", "湖南省财政厅", "政法处"),
])
def test_inner_units_are_part_of_their_body(text: str, body: str, unit: str) -> None:
    assert named(text, "Agency") == {body, body + unit}
    assert told(text) == {(body + unit, "partOf", body)}


@pytest.mark.parametrize(("text", "unit"), [
    ("平江县农业农村局防汛工作专班组织开展检查。", "防汛工作专班"), ("平江县农业农村局城东警务站将开展巡逻。", "城东警务站"),
])
def test_inner_units_are_bodies_of_their_own(text: str, unit: str) -> None:
    assert named(text, "Agency") == {"平江县农业农村局", "平江县农业农村局" + unit}


@pytest.mark.parametrize(("text", "body"), [
    ("平江县农业农村局粮油科技组织开展培训。", "平江县农业农村局"), ("平江县农业农村局粮油科学组织开展培训。", "平江县农业农村局"),
    ("平江县农业农村局粮油科创组织开展培训。", "平江县农业农村局"), ("平江县财政局国有股份将减少。", "平江县财政局"),
    ("平江县财政局国有股权已划转。", "平江县财政局"), ("平江县财政局国有股东通过了方案。", "平江县财政局"),
    ("平江县农业农村局成立防汛工作专班，开展检查。", "平江县农业农村局"), ("平江县农业农村局组建防汛工作专班，开展检查。", "平江县农业农村局"),
    ("平江县农业农村局专项行动工作专班开展检查。", "平江县农业农村局"), ("长汀县人民法院各法庭组织开展巡回审判。", "长汀县人民法院"),
    ("岳阳市公安局局长期关注治安。", "岳阳市公安局"), ("岳阳市人民政府市长李文青到城关派出所开展调研。", "岳阳市人民政府"),
    ("湖南省财政厅直属机关党委召开会议。", "湖南省财政厅"),
])
def test_what_only_begins_or_ends_like_an_inner_unit(text: str, body: str) -> None:
    assert named(text, "Agency") == {body}


@pytest.mark.parametrize(("text", "body", "unit", "title"), [
    ("岳阳市中级人民法院环境资源审判庭庭长李文青介绍了情况。", "岳阳市中级人民法院", "环境资源审判庭", "庭长"),
    ("平江县财政局国库股股长李文青介绍了情况。", "平江县财政局", "国库股", "股长"),
    ("平江县财政局国库股负责人李文青介绍了情况。", "平江县财政局", "国库股", "负责人"),
    ("平江县市场监督管理局瓢里市场监管所书记李文青介绍了情况。", "平江县市场监督管理局", "瓢里市场监管所", "书记"),
    ("湖南省人大常委会法制委员会副主任委员李文青作报告。", "湖南省人民代表大会常务委员会", "法制委员会", "副主任委员"),
    ("湖南省财政厅直属机关党委副书记李文青出席会议。", "湖南省财政厅", "直属机关党委", "副书记"),
    ("湖南省财政厅机关党委常务副书记李文青出席会议。", "湖南省财政厅", "机关党委", "常务副书记"),
])
def test_heads_of_inner_units(text: str, body: str, unit: str, title: str) -> None:
    assert posts(text) == {("李文青", body + unit, title)}
    assert (body + unit, "partOf", body) in told(text, "partOf")


@pytest.mark.parametrize(("text", "part"), [
    ("湖南省人民政府印发通知。湖南省人民政府新闻办公室举行发布会。", {("湖南省人民政府新闻办公室", "partOf", "湖南省人民政府")}),
    ("岳阳市人民政府侨务办公室、岳阳市人民政府召开会议。", {("岳阳市政府侨务办公室", "partOf", "岳阳市人民政府")}),
    ("湖南省人民政府国有资产监督管理委员会、湖南省人民政府召开会议。", {("湖南省人民政府国有资产监督管理委员会", "partOf", "湖南省人民政府")}),
    ("国务院国资委与国务院召开会议。", set()), ("国务院侨务办公室和国务院召开会议。", set()), ("国务院新闻办公室和国务院召开会议。", set()),
])
def test_offices_are_part_of_a_local_government_and_not_of_the_state_council(text: str, part: set[tuple[str, str, str]]) -> None:
    assert told(text, "partOf") == part


@pytest.mark.parametrize(("text", "held"), [
    ("湖南省副省长李文青出席会议并讲话。", {("李文青", "湖南省人民政府", "副省长")}),
    ("湖南省副省长李文青、安徽省副省长张小青出席会议。", {("李文青", "湖南省人民政府", "副省长"), ("张小青", "安徽省人民政府", "副省长")}),
    ("襄阳市常务副市长李文青表示，将加快推进。", {("李文青", "襄阳市人民政府", "常务副市长")}),
    ("襄阳市代市长李文青作报告。", {("李文青", "襄阳市人民政府", "代市长")}),
    ("襄阳市襄城区区长李文青主持会议。", {("李文青", "襄阳市襄城区人民政府", "区长")}),
    ("内蒙古自治区主席李文青出席会议。", {("李文青", "内蒙古自治区人民政府", "主席")}),
    ("襄阳市委副书记、市长李文青主持会议。", {("李文青", "中国共产党襄阳市委员会", "副书记"), ("李文青", "襄阳市人民政府", "市长")}),
    ("湖南省委常委、常务副省长李文青出席会议。", {("李文青", "中国共产党湖南省委员会", "常委"), ("李文青", "湖南省人民政府", "常务副省长")}),
    ("襄阳市委副书记、县长李文青主持会议。", {("李文青", "中国共产党襄阳市委员会", "副书记")}),
    ("襄阳市委书记李文青主持会议。", {("李文青", "中国共产党襄阳市委员会", "书记")}),
    ("襄阳市政协主席李文青主持会议。", {("李文青", "中国人民政治协商会议襄阳市委员会", "主席")}),
    ("湖南省市长李文青出席会议。", set()), ("襄阳市襄城区主席李文青出席会议。", set()),
    ("村民李文青、市长张小青出席会议。", set()), ("襄阳市市长助理李文青出席会议。", set()),
])
def test_governments_told_by_their_heads(text: str, held: set[tuple[str, str, str | None]]) -> None:
    assert posts(text) == held


def test_a_place_keeps_its_name_before_the_head_of_its_government() -> None:
    text = "湖南省副省长李文青出席会议并讲话。"
    assert named(text, "Place") == {"湖南省"} and named(text, "Agency") == {"湖南省人民政府"}


@pytest.mark.parametrize(("text", "held"), [
    ("塞尔维亚副总理兼财政部长马里奇出席会议。", {("马里奇", "塞尔维亚财政部", "部长")}),
    ("德国联邦总理府部长兼财政部长林德纳出席会议。", {("林德纳", "德国财政部", "部长")}),
    ("越南副总理兼外交部长裴青山出席会议，财政部部长李文青参加。", {("裴青山", "越南外交部", "部长"), ("李文青", "中华人民共和国财政部", "部长")}),
    ("财政部副部长李文青同塞尔维亚副总理兼商务部长马里奇会谈。", {("李文青", "中华人民共和国财政部", "副部长"), ("马里奇", "塞尔维亚商务部", "部长")}),
    ("财政部长安娜·马里奇同商务部部长李文青举行会谈。", {("李文青", "中华人民共和国商务部", "部长")}),
    ("财政部长李文青出席会议。", {("李文青", "中华人民共和国财政部", "部长")}),
    ("中国国务委员兼外交部长李文青出席会议。", {("李文青", "中华人民共和国外交部", "部长")}),
    ("国务院副总理兼财政部部长李文青出席会议。", {("李文青", "中华人民共和国国务院", "副总理"), ("李文青", "中华人民共和国财政部", "部长")}),
])
def test_ministers_from_abroad_lead_no_ministry_of_the_country(text: str, held: set[tuple[str, str, str | None]]) -> None:
    assert posts(text) == held


@pytest.mark.parametrize(("text", "bodies"), [
    ("财政部长耶伦出席会议。", set()), ("美国财政部长耶伦出席会议。", {"美国财政部"}), ("财政部长李文青出席会议。", {"中华人民共和国财政部"}),
])
def test_a_foreign_minister_who_is_known_leads_the_ministry_of_the_country_told(text: str, bodies: set[str]) -> None:
    assert named(text, "Agency") == bodies


@pytest.mark.parametrize(("text", "body", "title"), [
    ("湖南省消费者协会法定代表人李文青表示，将加强管理。", "湖南省消费者协会", "法定代表人"),
    ("青禾医药科技有限公司的法定代表人李文青表示，将加大投入。", "青禾医药科技有限公司", "法定代表人"),
    ("青禾医药科技有限公司CEO李文青表示，将加大投入。", "青禾医药科技有限公司", "CEO"),
    ("青禾医药科技有限公司技师李文青介绍情况。", "青禾医药科技有限公司", "技师"),
    ("岳阳市人民医院护士李文青介绍情况。", "岳阳市人民医院", "护士"),
    ("湖南省食品安全委员会成员李文青介绍情况。", "湖南省食品安全委员会", "成员"),
    ("襄阳市财政局党组成员李文青介绍情况。", "襄阳市财政局", "党组成员"),
])
def test_posts_of_members_and_of_those_who_work_there(text: str, body: str, title: str) -> None:
    assert posts(text) == {("李文青", body, title)}


@pytest.mark.parametrize("text", ["家庭成员李文青来到现场。", "组长李文青、成员张小青出席会议。", "襄阳市财政局召开会议，护士李文青参加。"])
def test_who_is_told_by_no_body_holds_no_post(text: str) -> None:
    assert posts(text) == set()
