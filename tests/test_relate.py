"""Relations: every pattern's own examples, the clause frames, posts, names, documents, dates, places and events."""
from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kg.model import Article, Entity, Mention, Reading, Ref, Sentence, Statement
from kg.relate import EXTRACTORS, find_statements
from kg.relate.patterns import Pattern, load_patterns, load_table, parse_example, run_pattern
from kg.relate.skeleton import Skeleton, fold, skeletons

AGENT = {"Agency", "Organization"}
SIGNATURES = {
    "issues": (AGENT, {"Regulation", "Publication"}),
    "drafts": (AGENT, {"Regulation"}),
    "administers": (AGENT, {"Programme"}),
    "participatesIn": (AGENT, {"Programme"}),
    "partOf": (AGENT | {"Programme"}, AGENT | {"Programme"}),
    "basedOn": ({"Regulation", "Programme"}, {"Regulation", "Programme"}),
    "concerns": ({"Regulation", "Publication"}, {"Programme"}),
    "replaces": ({"Regulation"}, {"Regulation"}),
    "holdsPostAt": ({"Person"}, AGENT),
    "appliesIn": ({"Programme", "Regulation"}, {"Place"}),
    "issuedOn": ({"Regulation", "Publication", "Programme"}, {"date"}),
    "effectiveFrom": ({"Regulation", "Publication", "Programme"}, {"date"}),
    "startedOn": ({"Regulation", "Publication", "Programme"}, {"date"}),
}


def read(*lines: str, headline: str | None = None, day: date | None = None, names: dict[str, str] | None = None) -> Reading:
    """A reading of marked lines, one sentence each, all in one paragraph; ``names`` gives full names for printed ones."""
    from kg.nlp.times import find_times

    names = names or {}
    sentences, mentions = [], []
    for index, (line, role) in enumerate([(headline, "headline")] * bool(headline) + [(line, "body") for line in lines]):
        text, items = parse_example(line)
        sentences.append(Sentence(text, ((0, len(text)),), 0 if role == "headline" else 1, role))
        mentions += [
            Mention(index, m.start, m.end, m.type, m.text, names.get(m.text, m.text)) for m in items if isinstance(m, Mention)
        ]
    entities: dict[Ref, Entity] = {}
    for mention in mentions:
        before = entities.get(mention.ref)
        aliases = {*(before.aliases if before else ()), mention.text} - {mention.name}
        entities[mention.ref] = Entity(mention.type, mention.name, tuple(sorted(aliases)))
    article = Article("d.txt", 1, sentences[0].text if headline else None, day, None, tuple(sentences))
    return Reading(article, tuple(mentions), entities, tuple(() for _ in sentences), find_times(article))


def told(reading: Reading, *predicates: str) -> set[tuple[str, str, str]]:
    """What is found, as short rows."""
    rows = set()
    for statement in find_statements(reading):
        if not predicates or statement.predicate in predicates:
            thing = statement.object if isinstance(statement.object, str) else statement.object.name
            rows.add((statement.subject.name, statement.predicate, thing))
    return rows


def run_example(pattern: Pattern, line: str) -> list[Statement]:
    text, items = parse_example(line)
    skeleton = Skeleton(0, 0, "body", *fold(text, items))
    article = Article("d.txt", 1, None, date(2026, 1, 1), None, (Sentence(text, ((0, len(text)),), 0),))
    return list(run_pattern(pattern, skeleton, Reading(article, (), {}, ((),), ((),))))


@pytest.mark.parametrize("pattern", load_patterns(), ids=lambda pattern: pattern.id)
def test_pattern_examples(pattern: Pattern) -> None:
    assert pattern.yes and pattern.no, "each pattern carries lines that must fire and lines that must not"
    for line in pattern.yes:
        assert run_example(pattern, line), line
    for line in pattern.no:
        assert not run_example(pattern, line), line


def test_pattern_ids_are_unique_and_respect_domain_and_range() -> None:
    patterns = load_patterns()
    assert len({pattern.id for pattern in patterns}) == len(patterns)
    for pattern in patterns:
        for line in pattern.yes:
            for statement in run_example(pattern, line):
                assert_allowed(statement)


def assert_allowed(statement: Statement) -> None:
    domain, range_ = SIGNATURES[statement.predicate]
    assert statement.subject.type in domain, statement
    if isinstance(statement.object, str):
        assert range_ == {"date"} and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", statement.object), statement
    else:
        assert statement.object.type in range_, statement
        assert statement.subject != statement.object


def test_no_template_begins_with_a_wide_class() -> None:
    for pattern in load_patterns():
        assert not re.match(r"\[\^|\.\*|\.\{", pattern.regex.pattern), pattern.id


def test_verbs_of_one_class_have_one_relation() -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in load_table("frames.toml")["verb"]:
        for word in row["words"]:
            for kind in row["objects"]:
                assert seen.setdefault((word, kind), row["relation"]) == row["relation"], word


def test_names_fold_to_one_character_with_their_marks() -> None:
    reading = read("<Agency 教育部>印发《<Regulation 通知>》（以下简称《<Regulation 通知>》）。")
    assert [len(row.text) for row in skeletons(reading)] == [len("甲印发乙。")]


def test_private_use_characters_of_the_text_are_no_mentions() -> None:
    assert told(read("\ue000印发《<Regulation 通知>》，\ue002说，\ue0072024年启动\ue005。")) == set()


def test_joint_issuers_each_issue_each_regulation() -> None:
    reading = read("近日，<Agency 财政部>、<Agency 教育部>联合印发《<Regulation 甲办法>》《<Regulation 乙办法>》。")
    assert told(reading, "issues") == {(a, "issues", r) for a in ("财政部", "教育部") for r in ("甲办法", "乙办法")}


def test_a_clause_that_opens_with_its_verb_inherits_the_subject() -> None:
    reading = read("<Agency 省民政厅>聚焦急难愁盼，深入开展<Programme 暖冬行动>。", "同时，印发《<Regulation 救助办法>》。")
    assert ("省民政厅", "administers", "暖冬行动") in told(reading)
    assert ("省民政厅", "issues", "救助办法") in told(reading)


def test_other_actors_end_the_inheritance() -> None:
    reading = read("<Agency 省民政厅>召开会议，各地要开展<Programme 暖冬行动>。")
    assert told(reading, "administers") == set()
    reading = read("根据<Agency 党中央>、<Agency 国务院>部署，开展<Programme 试点>。")
    assert told(reading, "administers") == set()


def test_speech_belongs_to_the_speakers_body() -> None:
    names = {"商务部": "商务部", "商务部流通司": "商务部流通司"}
    reading = read("<Agency 商务部流通司>司长<Person 李明>表示，将启动<Programme 消费季>。", "<Agency 商务部>的数据显示增长。", names=names)
    assert ("商务部", "administers", "消费季") in told(reading)
    assert ("商务部流通司", "partOf", "商务部") in told(reading)


def test_an_unknown_body_does_not_break_the_chain() -> None:
    reading = read("<Agency 省医保局>会同人民银行、<Agency 省税务局>近日印发《<Regulation 通知>》。")
    assert told(reading) == {("省医保局", "issues", "通知"), ("省税务局", "issues", "通知")}


def test_drafts_are_not_issued() -> None:
    reading = read("<Agency 司法部>起草了《<Regulation 仲裁法修订草案>》，公开征求意见。")
    assert told(reading) == {("司法部", "drafts", "仲裁法修订草案")}


def test_what_is_planned_is_not_issued() -> None:
    assert told(read("下一步，<Agency 国家发展改革委>将制定出台《<Regulation 管理办法>》。"), "issues") == set()
    assert told(read("<Agency 省民政厅>将优化服务，出台《<Regulation 管理办法>》。"), "issues") == set()


def test_what_a_regulation_tells_is_not_its_issuers_work() -> None:
    reading = read("<Agency 国务院办公厅>印发《<Regulation 意见>》。", "《<Regulation 意见>》指出，要创新，全面实施<Programme 技能行动>。")
    assert told(reading, "administers") == set()


def test_a_duty_to_draw_up_is_no_issue() -> None:
    assert told(read("<Agency 国家医保局>承担制定<Regulation 试点方案>的职责。"), "issues") == set()


def test_a_regulation_is_issued_by_the_bodies_in_its_title() -> None:
    title = "中共中央 国务院关于促进民营经济发展壮大的意见"
    names = {"中共中央": "中国共产党中央委员会"}
    reading = read(
        f"<Agency 国家发展改革委>出台《<Regulation {title}>》。", "这由<Agency 中共中央>和<Agency 国务院>决定。", names=names,
    )
    assert told(reading, "issues") == {("中国共产党中央委员会", "issues", title), ("国务院", "issues", title)}


@pytest.mark.parametrize(("line", "posts"), [
    ("<Agency 市医保局>党组书记、局长<Person 王明>说", {("王明", "党组书记", "市医保局"), ("王明", "局长", "市医保局")}),
    ("<Agency 网信办>、<Agency 公安部>总工程师<Person 李兰>说", {("李兰", "总工程师", "网信办"), ("李兰", "总工程师", "公安部")}),
    ("<Agency 工程院>院士、<Organization 某研究所>所长<Person 张平>说", {("张平", "院士", "工程院"), ("张平", "所长", "某研究所")}),
    ("<Organization 某医院>神经外科副主任医师<Person 赵刚>说", {("赵刚", "副主任医师", "某医院")}),
    ("<Agency 中共某县委>副书记、县长<Person 王明>说", {("王明", "副书记", "中国共产党某县委员会")}),
    ("<Agency 市医保局>原局长<Person 王明>说", {("王明", "原局长", "市医保局")}),
    ("<Agency 甲国议会>副议长<Person 王明>说", {("王明", "副议长", "甲国议会")}),
    ("<Organization 甲律师事务所>律师<Person 王明>认为", {("王明", "律师", "甲律师事务所")}),
    ("打击<Organization 甲组织>总部，打死其领导人<Person 王明>", {("王明", "领导人", "甲组织")}),
    ("<Agency 甲部>经济研究所所长<Person 王明>说", set()),
    ("原<Agency 某市委>常委、副书记<Person 王明>任评审人", {("王明", "原常委", "某市委"), ("王明", "原副书记", "某市委")}),
    ("前<Agency 某组织>秘书长<Person 王明>出席", {("王明", "原秘书长", "某组织")}),
    ("<Agency 甲部>总工程师<Person 王明>、新闻发言人<Person 李兰>介绍", {("王明", "总工程师", "甲部"), ("李兰", "新闻发言人", "甲部")}),
    ("<Agency 中共某县委>副书记、县长<Person 王明>主持召开<Agency 某县人民政府>会议",
     {("王明", "副书记", "中国共产党某县委员会"), ("王明", "县长", "某县人民政府")}),
])
def test_posts(line: str, posts: set[tuple[str, str, str]]) -> None:
    reading = read(line, names={"中共某县委": "中国共产党某县委员会"})
    found = {(s.subject.name, s.title, s.object.name) for s in find_statements(reading) if isinstance(s.object, Ref)}
    assert found == posts


def test_names_tell_departments_parts_topics_and_places() -> None:
    reading = read(
        "<Agency 国家医保局大数据中心>属于<Agency 国家医保局>。",
        "《<Regulation 河北省影像云平台管理办法>》谈到<Programme 影像云平台>和<Programme 影像云平台跨省调阅>，在<Place 河北省>。",
        "<Programme 全国生态日活动>迎接<Programme 全国生态日>。",
    )
    rows = told(reading)
    assert ("国家医保局大数据中心", "partOf", "国家医保局") in rows
    assert ("影像云平台跨省调阅", "partOf", "影像云平台") in rows
    assert ("河北省影像云平台管理办法", "concerns", "影像云平台") in rows
    assert ("河北省影像云平台管理办法", "appliesIn", "河北省") in rows
    assert ("全国生态日活动", "partOf", "全国生态日") not in rows


def test_an_official_document_tells_issuer_date_and_what_it_encloses() -> None:
    title = "市政府办公厅关于印发就业促进方案的通知"
    reading = read(
        "现将《<Regulation 就业促进方案>》印发给你们。", "<Agency 市政府办公厅>2024年3月5日",
        headline=f"<Regulation {title}>",
    )
    rows = told(reading)
    for regulation in (title, "就业促进方案"):
        assert ("市政府办公厅", "issues", regulation) in rows
        assert (regulation, "issuedOn", "2024-03-05") in rows


def test_a_law_tells_its_decree_its_day_and_its_scope() -> None:
    reading = read(
        "2020年12月9日<Agency 国务院>第117次常务会议通过", "2021年1月15日<Agency 国务院>令第735号公布", "2021年5月1日施行",
        "第二条本条例适用于<Programme 基本医保基金>、<Programme 医疗救助基金>等<Programme 医疗保障基金>使用。",
        "《<Regulation 基金管理暂行规定>》同时废止。", headline="<Regulation 医疗基金监督管理条例>",
    )
    rows = told(reading)
    assert ("医疗基金监督管理条例", "replaces", "基金管理暂行规定") in rows
    assert ("医疗基金监督管理条例", "issuedOn", "2020-12-09") not in rows
    assert ("国务院", "issues", "医疗基金监督管理条例") in rows
    assert ("医疗基金监督管理条例", "issuedOn", "2021-01-15") in rows
    assert ("医疗基金监督管理条例", "effectiveFrom", "2021-05-01") in rows
    assert ("医疗基金监督管理条例", "concerns", "医疗救助基金") in rows
    assert ("医疗救助基金", "partOf", "医疗保障基金") in rows


@pytest.mark.parametrize(("line", "dates"), [
    ("<Agency 商务部>3月5日印发《<Regulation 通知>》。", {("通知", "issuedOn", "2025-03-05")}),
    ("2024年8月，<Agency 国务院>发布《<Regulation 意见>》。", {("意见", "issuedOn", "2024-08")}),
    ("<Regulation 办法>将于2025年6月1日起施行。", {("办法", "effectiveFrom", "2025-06-01")}),
    ("<Agency 商务部>印发《<Regulation 通知>》，该政策于9月1日起正式执行。", {("通知", "effectiveFrom", "2025-09-01")}),
    ("8月，计划实施<Programme 助学工程>，发放救助金。", set()),
    ("自2022年6月5日《<Regulation 乙法>》正式实施以来，各地建成系统。", {("乙法", "effectiveFrom", "2022-06-05")}),
    ("2022年6月5日，<Agency 甲部>就《<Regulation 乙法>》实施后的问题作答。", set()),
    ("2024年12月1日起施行的新修改的《<Regulation 乙条例>》作出规定。", {("乙条例", "effectiveFrom", "2024-12-01")}),
    ("<Agency 甲部>印发《<Regulation 通知>》，自6月1日起，对购买住房减税。", {("通知", "effectiveFrom", "2025-06-01")}),
    ("<Agency 甲部>印发《<Regulation 通知>》，从2023年起，个人不再缴费。", set()),
    ("4月9日，<Place 甲市>召开<Programme 推进大会>，发布《<Regulation 方案>》。",
     {("推进大会", "startedOn", "2025-04-09"), ("方案", "issuedOn", "2025-04-09")}),
    ("<Programme 封存工程>自2023年6月1日投用以来，运行平稳。", {("封存工程", "startedOn", "2023-06-01")}),
    ("2002年，<Place 甲省>在全国率先开展<Programme 乙改革>。", {("乙改革", "startedOn", "2002")}),
    ("2002年，<Place 甲省>开展<Programme 乙改革>。", set()),
    ("3月7日，<Programme 消费季>在<Place 上海>启动。", {("消费季", "startedOn", "2025-03-07")}),
    ("<Agency 公安部>从2020年开始开展<Programme 打击行动>、<Programme 护航行动>等行动。",
     {("打击行动", "startedOn", "2020"), ("护航行动", "startedOn", "2020")}),
    ("自2021年以来，<Programme 健康列车>第六次开行。", {("健康列车", "startedOn", "2021")}),
    ("<Programme 进博会>将于11月5日至10日在<Place 上海>举办。", {("进博会", "startedOn", "2025-11-05")}),
    ("11月5日至10日，<Programme 进博会>将在<Place 上海>举办。", {("进博会", "startedOn", "2025-11-05")}),
    ("2025年<Programme 暑运>从7月1日开始到8月31日，共62天。", {("暑运", "startedOn", "2025-07-01")}),
    ("4月9日，在<Place 青岛>举行的<Programme 海洋论坛>开幕式上，<Agency 市水务局>发布了消息。", {("海洋论坛", "startedOn", "2025-04-09")}),
    ("4月9日，<Agency 省水利厅>厅长<Person 李青>在<Programme 防汛专场发布会>上表示，汛情平稳。", {("防汛专场发布会", "startedOn", "2025-04-09")}),
    ("记者从4月9日举行的<Programme 防汛专场发布会>上获悉，汛情平稳。", {("防汛专场发布会", "startedOn", "2025-04-09")}),
    ("4月9日，在<Programme 环城高速>上，一辆客车避让前车。", set()),
    ("2021年，<Place 西藏>启动<Place 拉萨><Programme 荒山绿化工程>，这是大工程。", {("荒山绿化工程", "startedOn", "2021")}),
    ("<Agency 市数据局>自4月起开设“<Programme 代办专区>”，受理诉求。", {("代办专区", "startedOn", "2025-04")}),
    ("<Programme 读书日活动>自2006年起，已连续举办19届。", {("读书日活动", "startedOn", "2006")}),
    ("<Agency 市应急局>定于2025年4月至6月，在全市范围内开展<Programme 安全体检行动>。", {("安全体检行动", "startedOn", "2025-04")}),
    ("2025年1月至2月，<Agency 市应急局>开展<Programme 安全体检行动>。", set()),
    ("11月5日至10日，<Regulation 办法>公开征求意见。", set()),
    ("3月7日，<Agency 商务部>近日印发《<Regulation 通知>》。", set()),
    ("<Programme 防汛发布会>于3月7日上午10时召开。", {("防汛发布会", "startedOn", "2025-03-07")}),
    ("3月7日，由<Agency 甲局>主办的“<Place 乙省><Programme 交易推进会>”在<Place 丙市>召开。", {("交易推进会", "startedOn", "2025-03-07")}),
    ("3月7日，<Person 王明>在<Place 丙市>主持召开<Programme 流域座谈会>时强调，要保护。", {("流域座谈会", "startedOn", "2025-03-07")}),
    ("<Programme 消费季>启动仪式3月7日在<Place 上海>举行。", {("消费季", "startedOn", "2025-03-07")}),
    ("<Programme 电影周>暨首届电影论坛3月7日在<Place 上海>开幕。", {("电影周", "startedOn", "2025-03-07")}),
    ("2021年，《<Regulation 规划>》颁布实施。", {("规划", "issuedOn", "2021")}),
    ("截至3月7日，<Programme 消费季>开展顺利。", set()),
    ("《<Regulation 办法>》自2025年6月1日起施行，<Agency 商务部>印发的《<Regulation 规定>》同时废止。", {("办法", "effectiveFrom", "2025-06-01")}),
    ("3月7日，<Agency 商务部>举行发布会，介绍《<Regulation 方案>》。", set()),
    ("我国从2024年开展<Programme 光网试点>，成效明显。", {("光网试点", "startedOn", "2024")}),
    ("<Agency 民政部>于2023年8月至2024年12月开展<Programme 专项行动>。", {("专项行动", "startedOn", "2023-08")}),
    ("自2024年4月10日<Programme 专项行动>部署以来，成效明显。", {("专项行动", "startedOn", "2024-04-10")}),
    ("3月7日起，由<Agency 甲部>制定的《<Regulation 卫生要求>》等3项行业标准正式施行。", {("卫生要求", "effectiveFrom", "2025-03-07")}),
    ("3月7日起，<Agency 甲厅>、<Agency 乙厅>联合印发的《<Regulation 母婴室规范>》实施。", {("母婴室规范", "effectiveFrom", "2025-03-07")}),
    ("<Programme 免罚制度>3月7日在全市首推，该制度依据《<Regulation 处罚法>》制定。", set()),
])
def test_dates(line: str, dates: set[tuple[str, str, str]]) -> None:
    reading = read(line, day=date(2025, 3, 10))
    assert told(reading, "startedOn", "issuedOn", "effectiveFrom") == dates


def test_places_of_lists_and_events() -> None:
    rows = told(read("<Place 宁夏>、<Place 河南>等地均启动<Programme 集采>。"))
    assert rows == {("集采", "appliesIn", "宁夏"), ("集采", "appliesIn", "河南")}
    assert told(read("<Programme 论坛>在<Place 上海>举行。")) == {("论坛", "appliesIn", "上海")}
    assert not told(read("<Agency 甲省教育厅>开展<Programme 护苗行动>，<Place 甲省>各校参加。"), "appliesIn")
    chosen = "<Agency 交通部>启动<Programme 强链工作>，聚焦<Programme 主骨架>，确定了<Place 天津>、<Place 石家庄>，<Place 宁波>首批3个支持城市。"
    assert told(read(chosen), "appliesIn") == {("强链工作", "appliesIn", place) for place in ("天津", "石家庄", "宁波")}
    shares = "其中，9000万元支持<Place 福建>、<Place 广东>救灾；2亿元支持<Place 四川>抗旱。"
    rows = told(read("<Agency 财政部>预拨3亿元<Programme 救灾资金>。", shares), "appliesIn")
    assert rows == {("救灾资金", "appliesIn", place) for place in ("福建", "广东", "四川")}
    reading = read("<Place 重庆市>6月印发的《<Regulation 方案>》提出目标。", day=date(2023, 8, 1))
    assert told(reading, "appliesIn") == {("方案", "appliesIn", "重庆市")}


def test_speakers_take_part_in_the_event_unless_they_host_it() -> None:
    reading = read(
        "9月9日，<Programme 网络保护论坛>在<Place 广州>举行。", "<Organization 基金会>副秘书长<Person 陈民>表示，要加强保护。",
        "<Agency 网信办>主任<Person 李立>指出问题。", "本次活动由<Agency 网信办>主办。",
    )
    assert told(reading, "participatesIn", "administers") == {
        ("基金会", "participatesIn", "网络保护论坛"), ("网信办", "administers", "网络保护论坛"),
    }


def test_evidence_holds_the_sentence_that_names_the_subject() -> None:
    reading = read("<Agency 省民政厅>聚焦民生。", "深入开展<Programme 暖冬行动>。")
    statement = next(s for s in find_statements(reading) if s.predicate == "administers")
    assert [e.sentence for e in statement.evidence] == [0, 1]
    assert statement.confidence < 0.9


SEEDS = Path(__file__).parent.parent / "seeds"
GOLD = Path(__file__).parent / "gold"


@pytest.mark.parametrize("gold", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem[:3])
def test_seeds_keep_domain_range_and_order(gold: Path) -> None:
    from tests.oracle import gold_readings

    for reading in gold_readings(gold, SEEDS / f"{gold.stem}.txt"):
        statements = find_statements(reading)
        assert statements == find_statements(reading)
        for statement in statements:
            assert_allowed(statement)
            assert statement.evidence and 0 < statement.confidence <= 1


def test_extractors_have_docstrings() -> None:
    assert all(extract.__doc__ for extract in EXTRACTORS)


def test_a_post_at_the_company_named_before() -> None:
    reading = read("<Agency 市监局>一行来到<Organization 湖南某某酒业有限公司>。", "临别时，公司董事长<Person 沈力>表示感谢。")
    assert ("沈力", "holdsPostAt", "湖南某某酒业有限公司") in told(reading)


def test_who_reports_at_a_meeting_takes_part() -> None:
    reading = read(
        "<Date 8月17日>，<Programme 节水工作联席会议>在<Agency 省水利厅>召开。",
        "会上，<Agency 省水利厅>汇报了情况，<Agency 省教育厅>、<Agency 省科技厅>等汇报了进展。", day=date(2023, 8, 20),
    )
    assert {(a, "participatesIn", "节水工作联席会议") for a in ("省水利厅", "省教育厅", "省科技厅")} <= told(reading)
    assert ("节水工作联席会议", "startedOn", "2023-08-17") in told(reading)


def test_what_is_held_within_an_event_is_part_of_it() -> None:
    reading = read("<Programme 品牌论坛>在<Place 雄安>举行。", "围绕主题，设置主论坛和“<Programme 金融报告会>”等2个分论坛。")
    assert ("金融报告会", "partOf", "品牌论坛") in told(reading)


def test_grounds_open_the_sentence_that_tells_what_was_made() -> None:
    reading = read("依据《<Regulation 仲裁法>》等法律法规、<Agency 国务院办公厅>《<Regulation 意见>》和《<Regulation 章程>》，修订了《<Regulation 规则>》。")
    assert {("规则", "basedOn", title) for title in ("仲裁法", "意见", "章程")} <= told(reading)
    assert ("国务院办公厅", "issues", "意见") in told(reading)


def test_counted_lists_go_on() -> None:
    reading = read("今年，<Agency 国家林草局>出台《<Regulation 甲规范>》等国家标准2个、《<Regulation 乙规程>》等行业标准5个。")
    assert told(reading, "issues") == {("国家林草局", "issues", "甲规范"), ("国家林草局", "issues", "乙规程")}


def test_listed_regulations_take_effect_together() -> None:
    reading = read("会议通过了《<Regulation 甲条例>》《<Regulation 乙规定>》，自<Date 2023年10月1日>起施行。", day=date(2023, 7, 25))
    assert {(title, "effectiveFrom", "2023-10-01") for title in ("甲条例", "乙规定")} <= told(reading)


def test_places_among_others_do_not_act_in_later_sentences() -> None:
    reading = read("其中，<Place 甲市>、<Place 乙市>建成36套系统。", "组织召开<Programme 丙座谈会>。")
    assert not told(reading, "appliesIn")


def test_a_place_whose_people_open_a_name_is_none_where_it_applies() -> None:
    for name, places in (("香港投资者境内投资试点", set()), ("香港科技创新试点", {"香港"})):
        rows = told(read(f"<Agency 甲局>在<Place 香港>介绍<Programme {name}>。"), "appliesIn")
        assert {place for _, _, place in rows} == places


def test_a_governed_place_acts_in_later_sentences() -> None:
    reading = read("<Place 昭通市>坚持因户施策。", "产业方面，大力实施<Programme 倍增计划>。")
    assert ("倍增计划", "appliesIn", "昭通市") in told(reading)


def test_partners_in_a_chain_are_no_subject() -> None:
    reading = read("<Place 江西>深化合作，与<Place 湖北>、<Place 安徽>及有关单位建立<Programme 协作机制>。")
    assert ("协作机制", "appliesIn", "安徽") not in told(reading)


def test_a_stretch_applies_at_both_ends() -> None:
    reading = read("<Programme 重庆至宜宾高速铁路>通车，<Place 重庆>到<Place 宜宾>更近了。")
    assert {("重庆至宜宾高速铁路", "appliesIn", place) for place in ("重庆", "宜宾")} <= told(reading)


def test_people_in_a_list_share_the_title() -> None:
    reading = read("<Agency 全国政协>副主席<Person 甲某>、<Person 乙某>和<Person 丙某>出席。")
    assert told(reading, "holdsPostAt") == {(person, "holdsPostAt", "全国政协") for person in ("甲某", "乙某", "丙某")}


def test_members_of_the_party_group_and_ministers() -> None:
    reading = read("<Agency 市生态环境局>党组成员、副局长<Person 甲某>和<Agency 外交部>长<Person 乙某>出席。")
    titles = {(s.subject.name, s.title) for s in find_statements(reading) if s.predicate == "holdsPostAt"}
    assert titles == {("甲某", "党组成员"), ("甲某", "副局长"), ("乙某", "部长")}


def test_the_head_of_state_holds_no_post_at_the_party() -> None:
    reading = read("<Agency 中共中央>总书记、国家主席、<Agency 中央军委>主席<Person 甲某>出席。")
    assert {(s.object, s.title) for s in find_statements(reading) if s.predicate == "holdsPostAt"} == {
        (Ref("Agency", "中共中央"), "总书记"), (Ref("Agency", "中央军委"), "主席"),
    }


def test_what_a_place_does_that_opens_a_clause_applies_there_and_no_further() -> None:
    line = "<Place 河南>依托基地，实施<Programme 春风行动>，<Place 河北>打造<Programme 养老平台>；各地推进<Programme 厂校改革>。"
    assert told(read(line), "appliesIn") == {("春风行动", "appliesIn", "河南"), ("养老平台", "appliesIn", "河北")}
    assert told(read("据统计显示<Place 河南>开展<Programme 春风行动>"), "appliesIn") == {("春风行动", "appliesIn", "河南")}  # no place opens a clause
    assert told(read("今年，<Place 河南>将打好<Programme 治沙攻坚战>。"), "appliesIn") == {("治沙攻坚战", "appliesIn", "河南")}


def test_what_is_to_be_made_is_drafted() -> None:
    reading = read("<Agency 四川省国资委>主任<Person 冯文生>表示，下一步，将制定<Regulation 支持振兴发展实施方案>，推动发展。")
    assert ("四川省国资委", "drafts", "支持振兴发展实施方案") in told(reading)


@pytest.mark.parametrize(("line", "drafts"), [
    ("<Agency 甲部>将于近期出台<Regulation 乙意见>。", {("甲部", "drafts", "乙意见")}),
    ("<Agency 甲部>将严控增量，加快推动出台《<Regulation 乙计划>》。", {("甲部", "drafts", "乙计划")}),
    ("<Agency 甲局>组织专家起草《<Regulation 乙法>》草案文本。", {("甲局", "drafts", "乙法")}),
    ("<Agency 甲局>正在推进《<Regulation 乙法>》立法工作。", {("甲局", "drafts", "乙法")}),
    ("<Agency 甲局>将打造一批网点，近日印发《<Regulation 乙意见>》。", set()),
    ("<Agency 甲局>将按照日前印发的《<Regulation 乙意见>》推进工作。", set()),
])
def test_what_is_still_to_come_is_drafted(line: str, drafts: set[tuple[str, str, str]]) -> None:
    assert told(read(line), "drafts") == drafts


def test_a_plans_years_start_nothing() -> None:
    assert not told(read("“十三五”以来，通过开展<Programme 海湾整治>，水质改善。", day=date(2024, 5, 1)), "startedOn")


def test_what_a_regulation_orders_goes_on_in_the_sentences_behind() -> None:
    reading = read(
        "《<Regulation 若干措施>》提出，优化营商环境。", "推进<Programme 水价改革>，实施<Programme 节水贷>。",
        "专家认为措施有力。", "落实<Programme 以旧换新>。",
    )
    assert told(reading, "concerns") == {("若干措施", "concerns", "水价改革"), ("若干措施", "concerns", "节水贷")}


def test_what_a_regulation_stresses_behind_another_clause() -> None:
    reading = read("<Agency 省政府>印发《<Regulation 指导意见>》，对乡村振兴作出安排，强调要实施<Programme 结对帮扶行动>，惠及山区。")
    assert told(reading, "concerns") == {("指导意见", "concerns", "结对帮扶行动")}


def test_what_a_document_orders_under_its_numbers() -> None:
    reading = read(
        "现就有关工作通知如下：一、继续实施<Programme 稳岗返还>。", "二、拓宽<Programme 培训补贴>范围。", "（一）<Programme 集中采购>，以量换价。",
        headline="<Regulation 关于做好稳岗工作的通知>",
    )
    title = "关于做好稳岗工作的通知"
    assert told(reading, "concerns") == {(title, "concerns", "稳岗返还"), (title, "concerns", "培训补贴")}


def test_what_is_done_all_over_a_place_applies_in_the_last_one_of_its_kind() -> None:
    reading = read("<Place 江西省>和<Place 九江市>召开会议。", "全省税务部门深入推进<Programme 春雨行动>。", "全县开展<Programme 清河行动>。")
    assert told(reading, "appliesIn") == {("春雨行动", "appliesIn", "江西省")}
    other = read("<Place 九江市>召开会议。", "<Agency 赣州市税务局>指导全市企业开展<Programme 春雨行动>。")
    assert not told(other, "appliesIn")


@pytest.mark.parametrize(("line", "held"), [
    ("《<Regulation 乙意见>》提出，到2027年，全省有效灌溉面积达3000万亩。", {("乙意见", "appliesIn", "江西省")}),
    ("<Agency 江西省水利厅>印发《<Regulation 乙意见>》，要求全省各地补短板。", {("乙意见", "appliesIn", "江西省")}),
    ("<Agency 国务院办公厅>印发《<Regulation 乙意见>》，全省各地认真学习。", set()),
    ("<Agency 赣州市水利局>印发《<Regulation 乙意见>》，要求全省各地补短板。", set()),
])
def test_what_is_ruled_all_over_a_place_applies_there(line: str, held: set[tuple[str, str, str]]) -> None:
    assert told(read("<Place 江西省>召开会议。", line), "appliesIn") == held


@pytest.mark.parametrize(("line", "places"), [
    ("<Place 甲省>列入首批试点。", {"甲省"}), ("把<Place 甲市>、<Place 乙市>两市作为试点地区。", {"甲市", "乙市"}),
    ("本次试点包括<Place 甲市>、<Place 乙市>等。", {"甲市", "乙市"}),
    ("<Place 甲省>、<Place 乙省>等9个省（区）为首批试点地区。", {"甲省", "乙省"}), ("<Place 甲省>的企业列入首批试点。", set()),
])
def test_places_that_are_taken_for_the_pilot_told_before(line: str, places: set[str]) -> None:
    for pilot in ("<Programme 乙改革>试点", "<Programme 乙改革试点>"):
        reading = read(f"<Agency 丙部>开展{pilot}工作。", line)
        assert {place for _, _, place in told(reading, "appliesIn")} == places
    assert not told(read("<Agency 丙部>开展<Programme 乙改革>。", line), "appliesIn")


def test_who_speaks_at_a_press_conference_that_another_holds_takes_part() -> None:
    for host in ("<Agency 甲办>举行的恢复和扩大消费的措施", "<Agency 甲办>今天（8月1日）举行的"):
        reading = read(f"<Agency 乙部>副部长<Person 张某>在{host}<Programme 政策例行吹风会>上说，消费恢复。")
        assert ("乙部", "participatesIn", "政策例行吹风会") in told(reading)
    reading = read("在<Agency 甲办>举行的<Programme 新闻发布会>上，<Agency 乙部>有关负责人表示，产量增长。")
    assert ("乙部", "participatesIn", "新闻发布会") in told(reading)
    assert told(read("<Programme 新闻发布会>上，<Agency 乙部>的数据表示增长。"), "participatesIn") == set()
    reading = read("<Date 昨天>的<Programme 新闻发布会>上，<Agency 乙部>、<Agency 丙部>等部门介绍，产量增长。")
    assert told(reading, "participatesIn") == {("乙部", "participatesIn", "新闻发布会"), ("丙部", "participatesIn", "新闻发布会")}


def test_a_noun_that_ends_like_a_preposition_hides_no_body() -> None:
    reading = read("四部门整治不规范行为<Agency 甲部>今天部署开展<Programme 规范管理行动>，重点清理问题。")
    assert ("甲部", "administers", "规范管理行动") in told(reading)
    reading = read("<Agency 甲部>印发通知，对<Place 乙省>、<Place 丙省>启动<Programme 四级应急响应>。")
    assert ("甲部", "administers", "四级应急响应") in told(reading)


def test_a_press_office_at_the_head_of_a_sentence_is_no_paper() -> None:
    reading = read("国务院新闻办公室昨天（27日）举行发布会。")
    assert "国务院新闻办公室" in skeletons(reading)[0].text
    assert "人民新闻" not in skeletons(read("人民新闻北京消息（记者张某）举行发布会。"))[0].text


def test_media_of_a_country_are_partners_and_no_place() -> None:
    line = "<Organization 甲台>与<Place 法国>{}在<Place 巴黎>举办<Programme 乙活动>。"
    assert told(read(line.format("多家媒体")), "appliesIn") == {("乙活动", "appliesIn", "巴黎")}
    assert ("乙活动", "appliesIn", "法国") in told(read(line.format("")), "appliesIn")


def test_a_press_office_does_not_run_what_others_tell_at_its_conference() -> None:
    reading = read("<Agency 国务院新闻办公室>举行<Programme 新闻发布会>。", "持续深化<Programme 千村工程>。")
    assert told(reading, "administers") == {("国务院新闻办公室", "administers", "新闻发布会")}


def test_who_is_urged_acts_in_the_clauses_behind() -> None:
    urged = read("<Agency 人民银行>印发《<Regulation 指导意见>》，鼓励金融机构做好服务，用好<Programme 养老再贷款>。")
    assert not told(urged, "administers")


def test_since_when_a_clause_may_open() -> None:
    rows = told(read("<Agency 工信部>提高水平，从2019年起定期开展<Programme 第三方评估>。"), "administers")
    assert rows == {("工信部", "administers", "第三方评估")}


def test_counted_departments_act_in_the_next_clause() -> None:
    reading = read("为加强保护，经研究，<Agency 版权局>、<Agency 公安部>四部门，将从8月至11月联合启动<Programme 清网行动>。", day=date(2023, 8, 1))
    assert {(body, "administers", "清网行动") for body in ("版权局", "公安部")} <= told(reading)


def test_a_body_that_follows_a_teaching_is_a_subject() -> None:
    reading = read("近年来，<Agency 市公安局>深入贯彻<Person 某某>生态文明思想，全面推进“<Programme 护湖>”专项行动。")
    assert ("市公安局", "administers", "护湖") in told(reading)


def test_what_a_place_does_by_means_of_a_programme_applies_there_but_not_what_its_people_do() -> None:
    reading = read("<Place 辽中>通过<Programme 监测云平台>推送信息。", "<Place 抚松>群众通过<Programme 督查平台>反映，道路破损。")
    assert told(reading, "appliesIn") == {("监测云平台", "appliesIn", "辽中")}
    assert not told(read("<Place 秘鲁>愿同各方一道，推进<Programme 绿色走廊>建设。"), "appliesIn")


def test_a_body_whose_name_opens_a_programme_runs_it_and_is_no_guest() -> None:
    reading = read(
        "3月2日，<Programme 省气象局2025年汛期发布会>召开，<Agency 省气象局>副局长<Person 王青>介绍情况。",
        "<Person 王青>表示，汛情平稳。",
    )
    assert told(reading, "administers", "participatesIn") == {("省气象局", "administers", "省气象局2025年汛期发布会")}


def test_a_list_of_speakers_may_end_in_places() -> None:
    reading = read(
        "<Date 3日>，<Programme 水网建设推进会>在<Place 泰安>召开。",
        "<Agency 省水利厅>、<Agency 省住建厅>、省水务数据集成站、<Place 济宁>作了典型发言。",
    )
    assert {row[0] for row in told(reading, "participatesIn")} == {"省水利厅", "省住建厅"}


def test_a_title_applies_in_the_place_behind_its_issuer() -> None:
    reading = read("<Agency 国务院>印发《<Regulation 国务院关于支持滨湖新区开放的批复>》，<Place 滨湖新区>将建口岸。")
    assert ("国务院关于支持滨湖新区开放的批复", "appliesIn", "滨湖新区") in told(reading)


def test_what_is_run_in_a_place_applies_there_and_not_in_all_of_the_runners() -> None:
    reading = read("<Agency 贵州省医保局>为方便群众，在<Place 龙里县>、<Place 惠水县>开展<Programme 处方流转试点>。", "<Place 贵州省>将推广经验。")
    assert ("贵州省医保局", "administers", "处方流转试点") in told(reading)
    assert told(reading, "appliesIn") == {("处方流转试点", "appliesIn", "龙里县"), ("处方流转试点", "appliesIn", "惠水县")}


def test_a_place_that_acts_leaves_a_nearer_place_alone() -> None:
    reading = read("<Place 青海省>保护草原，科学放牧，在<Place 贵南县>开展<Programme 草产业试点>。")
    assert told(reading, "appliesIn") == {("草产业试点", "appliesIn", "贵南县")}


def test_what_a_session_of_a_congress_passes_is_issued_by_the_congress() -> None:
    session, body = "甲市第五届人民代表大会常务委员会第四次会议", "甲市人民代表大会常务委员会"
    reading = read(
        f"<Date 2024年7月25日>，<Agency {body}>举行<Programme {session}>。",
        "会议表决通过了《<Regulation 甲市河道条例>》，听取了报告；表决通过《<Regulation 甲市公园条例>》。", "会议审议了《<Regulation 甲市湖泊条例>》。")
    assert {row for row in told(reading, "issues", "issuedOn")} == {
        (body, "issues", "甲市河道条例"), (body, "issues", "甲市公园条例"),
        ("甲市河道条例", "issuedOn", "2024-07-25"), ("甲市公园条例", "issuedOn", "2024-07-25")}
    law = read(f"《<Regulation 甲法>》已由<Programme {session}>于<Date 2024年8月11日>通过。", f"<Agency {body}>负责解释。")
    assert told(law, "issues", "issuedOn") == {(body, "issues", "甲法"), ("甲法", "issuedOn", "2024-08-11")}


@pytest.mark.parametrize(("line", "parts"), [
    ("<Programme 甲水运工程><Programme 乙船闸>开工。", {("乙船闸", "partOf", "甲水运工程")}),
    ("<Programme 国家重大水利工程>——<Programme 丙水库>蓄水。", {("丙水库", "partOf", "国家重大水利工程")}),
    ("开展“<Programme 甲水运工程>”“<Programme 乙护岸行动>”等活动。", set()),
])
def test_a_programme_right_behind_another_is_part_of_it(line: str, parts: set[tuple[str, str, str]]) -> None:
    assert told(read(line), "partOf") == parts


def test_who_is_appointed_holds_the_post_from_then_on() -> None:
    assert told(read("任命<Person 王甲>为<Agency 乙局>局长。", "<Person 李丙>同志任<Agency 丁局>副局长。"), "holdsPostAt") == {
        ("王甲", "holdsPostAt", "乙局"), ("李丙", "holdsPostAt", "丁局")}
    assert not told(read("<Date 2015年>，<Person 李丙>任<Agency 丁局>副局长。"), "holdsPostAt")
    list_of = read("任命<Person 王甲>为<Agency 乙局>局长、<Person 李丙>为<Agency 丁局>党组书记。", "<Agency 戊部>部长为<Person 赵己>，已到任。")
    assert {(s.subject.name, s.object.name, s.title) for s in find_statements(list_of) if s.predicate == "holdsPostAt"} == {
        ("王甲", "乙局", "局长"), ("李丙", "丁局", "党组书记"), ("赵己", "戊部", "部长")}
    change = read("<Date 8月8日>，<Person 王甲>同志任<Agency 乙委>书记，<Person 李丙>同志不再担任<Agency 乙委>书记。", "<Agency 戊部>部长为<Person 赵己>颁奖。")
    assert {(s.subject.name, s.title) for s in find_statements(change) if s.predicate == "holdsPostAt"} == {("王甲", "书记"), ("李丙", "原书记")}
    now = read("<Person 王甲><Date 今年>已当选<Agency 乙会>副主任，<Person 李丙>已升任<Agency 丁会>副主席。")
    assert told(now, "holdsPostAt") == {("王甲", "holdsPostAt", "乙会"), ("李丙", "holdsPostAt", "丁会")}


def test_who_opens_the_sentences_of_a_report_on_an_education_takes_part_in_it() -> None:
    lines = ("<Programme 甲学习教育>开展以来，各单位一体推进。", "<Organization 乙集团>对照要求，形成清单。", "学习教育启动以来，<Agency 丙部>细化举措。",
             "<Place 丁省>一体推进学查改。", "<Agency 戊局>的干部说，要学在前。", "走访中，<Agency 己委>收集意见。")
    found = told(read(*lines))
    assert {row for row in found if row[1] == "participatesIn"} == {("乙集团", "participatesIn", "甲学习教育"), ("丙部", "participatesIn", "甲学习教育")}
    assert ("甲学习教育", "appliesIn", "丁省") in found
    other = read("<Programme 甲试点>开展以来，各单位一体推进。", "<Organization 乙集团>对照要求，形成清单。")
    assert not [row for row in told(other) if row[1] == "participatesIn"]


def test_state_councillors_are_of_the_state_council() -> None:
    lines = ("<Agency 国务院>副总理<Person 王甲>，国务委员<Person 李丙>、<Person 赵丁>出席。", "国务委员兼<Agency 乙部>部长<Person 钱戊>讲话。",
             "原国务委员<Person 孙己>到场。")
    posts = told(read(*lines, names={"国务院": "中华人民共和国国务院"}), "holdsPostAt")
    assert {person for person, _, body in posts if body == "中华人民共和国国务院"} == {"王甲", "李丙", "赵丁", "钱戊"}
    assert not told(read("国务委员<Person 李丙>出席。"), "holdsPostAt")


@pytest.mark.parametrize(("line", "posts"), [
    ("<Agency 甲局>原党组成员、副局长<Person 王甲>被查。", {("王甲", "原党组成员"), ("王甲", "原副局长")}),
    ("<Agency 甲局>培训中心纪委原书记<Person 王甲>被查。", set()),
    ("<Agency 甲局>草原专家<Person 王甲>介绍。", {("王甲", "草原专家")}),
    ("<Agency 甲局>原主任、现任顾问<Person 王甲>介绍。", {("王甲", "原主任"), ("王甲", "顾问")}),
    ("<Agency 甲政协>委员和专家<Person 王甲>、<Person 李丙>发言。", set()),
    ("<Agency 甲委>对<Agency 乙局>局长<Person 王甲>立案。", {("王甲", "局长")}),
    ("<Agency 甲部>已有部长<Person 王甲>和副部长<Person 李丙>、<Person 赵丁>到任。", {("王甲", "部长"), ("李丙", "副部长"), ("赵丁", "副部长")}),
])
def test_former_posts_are_told_as_such_and_groups_of_people_hold_none(line: str, posts: set[tuple[str, str]]) -> None:
    assert {(s.subject.name, s.title) for s in find_statements(read(line)) if s.predicate == "holdsPostAt"} == posts


def test_a_mayor_told_without_a_place_leads_the_only_government_of_a_city() -> None:
    reading = read("<Agency 甲市人民政府>召开会议，副市长<Person 王甲>、<Person 李丙>出席。", "任命<Person 赵丁>为<Agency 甲市人民政府>副市长。")
    assert {row[0] for row in told(reading, "holdsPostAt")} == {"王甲", "李丙", "赵丁"}


def test_a_spokesperson_of_a_department_speaks_for_its_parent() -> None:
    reading = read("<Agency 甲省水利厅>办公室发布消息。", "<Agency 甲省水利厅办公室>主任、新闻发言人<Person 王甲>介绍。")
    assert told(reading, "holdsPostAt") == {("王甲", "holdsPostAt", "甲省水利厅办公室"), ("王甲", "holdsPostAt", "甲省水利厅")}


def test_grounds_in_several_clauses() -> None:
    reading = read("根据《<Regulation 甲条例>》等法规，依据<Agency 乙局>《<Regulation 丙办法>》，结合实际，制定《<Regulation 丁细则>》。")
    assert told(reading, "basedOn") == {("丁细则", "basedOn", "甲条例"), ("丁细则", "basedOn", "丙办法")}


def test_bodies_and_dates_under_a_title() -> None:
    title = "甲县2023年国民经济和社会发展统计公报"
    reading = read("<Agency 甲县统计局>", "全县经济稳中有进。", headline=f"<Publication {title}>", day=date(2024, 3, 28))
    assert told(reading, "issues", "issuedOn") == {("甲县统计局", "issues", title), (title, "issuedOn", "2024-03-28")}
    notice = read("发文日期：<Date 2024-01-08>", "各镇人民政府：", headline="<Regulation 甲县人民政府关于做好防汛工作的通知>")
    assert told(notice, "issuedOn") == {("甲县人民政府关于做好防汛工作的通知", "issuedOn", "2024-01-08")}


def test_a_notice_of_measures_concerns_what_its_items_name() -> None:
    title = "甲市人民政府关于优化调整稳就业政策措施促发展的通知"
    reading = read("各区政府：", "（一）支持就业。落实<Programme 乙贷款>政策。", headline=f"<Regulation {title}>")
    assert told(reading, "concerns") == {(title, "concerns", "乙贷款")}
    other = read("各区政府：", "（一）支持就业。落实<Programme 乙贷款>政策。", headline="<Regulation 甲市人民政府关于就业的通知>")
    assert not told(other, "concerns")


def test_a_law_concerns_what_the_state_practises() -> None:
    reading = read("第一条为了节约用水，制定本条例。", "第五条国家建立<Programme 用水约束制度>，坚持以水定城。", headline="<Regulation 节约用水条例>")
    assert told(reading, "concerns") == {("节约用水条例", "concerns", "用水约束制度")}


def test_a_body_issues_its_own_rules() -> None:
    reading = read("以《<Regulation 青禾仲裁委员会仲裁规则>》和《<Regulation 青禾仲裁委员会章程>》为核心。", "<Agency 青禾仲裁委员会>开会。")
    assert told(reading, "issues") == {
        ("青禾仲裁委员会", "issues", "青禾仲裁委员会仲裁规则"), ("青禾仲裁委员会", "issues", "青禾仲裁委员会章程")}


def test_who_sends_a_regulation_out_issues_it_with_the_notice() -> None:
    title = "甲省教育厅关于印发〈青禾教材管理办法〉的通知"
    reading = read(f"按照《<Regulation {title}>》要求，执行《<Regulation 青禾教材管理办法>》。", "<Agency 甲省教育厅>负责解释。")
    assert told(reading, "issues") == {("甲省教育厅", "issues", title), ("甲省教育厅", "issues", "青禾教材管理办法")}


def test_a_regulation_is_issued_on_the_day_of_its_promulgation_not_of_its_adoption() -> None:
    line = "（<Date 2019-12-04><Agency 国务院>第73次常务会议通过 <Date 2019-12-30><Agency 国务院>令第724号公布 自<Date 2020-05-01>起施行）"
    reading = read(line, "第一条为了规范工资支付，制定本条例。", headline="<Regulation 工资支付条例>")
    assert ("工资支付条例", "issuedOn", "2019-12-30") in told(reading, "issuedOn")
    assert len(told(reading, "issuedOn")) == 1


def test_what_is_carried_out_and_told_again_is_in_force() -> None:
    line = "落实新修订的《<Regulation 甲管理办法>》，<Regulation 甲管理办法>由<Agency 乙部>公布，自<Date 2024年3月1日>起施行。"
    assert told(read(line), "effectiveFrom") == {("甲管理办法", "effectiveFrom", "2024-03-01")}


def test_the_number_of_a_decree_tells_who_issued_the_regulation() -> None:
    reading = read("依据《<Regulation 甲办法>》（<Agency 乙部>令第12号）和《<Regulation 丙办法>》（<Agency 丁局>备案），企业应当整改。")
    assert told(reading, "issues") == {("乙部", "issues", "甲办法")}


def test_who_passes_a_regulation_on_issues_it_beside_those_in_its_title() -> None:
    reading = read("<Agency 甲省人民政府办公厅>转发《<Regulation 乙省水利厅关于做好灌溉工作的意见>》。", "<Agency 乙省水利厅>负责解释。")
    assert told(reading, "issues") == {
        ("甲省人民政府办公厅", "issues", "乙省水利厅关于做好灌溉工作的意见"), ("乙省水利厅", "issues", "乙省水利厅关于做好灌溉工作的意见")}
    title = "甲省人民政府批转乙省水利厅关于灌溉工作意见的通知"
    assert told(read(f"《<Regulation {title}>》规定，<Agency 甲省人民政府>和<Agency 乙省水利厅>督促落实。"), "issues") == {("甲省人民政府", "issues", title)}


def test_what_a_regulation_orders_behind_another_ones_name_is_still_its_order() -> None:
    reading = read("《<Regulation 甲通知>》要求，严格执行《<Regulation 乙办法>》；完善<Programme 丙津贴>。")
    assert told(reading, "concerns") == {("甲通知", "concerns", "丙津贴")}


def test_a_headline_without_a_stop_is_a_clause_of_its_own() -> None:
    reading = read("<Agency 甲总局>推出新举措支持企业发展<Agency 甲总局>近日公布《<Regulation 乙清单>》。")
    assert told(reading) == {("甲总局", "issues", "乙清单")}
    both = read("<Agency 甲部>部署“<Programme 丙行动>”<Agency 乙局><Date 今天>发布《<Regulation 丁办法>》。")
    assert told(both, "administers", "issues") == {("甲部", "administers", "丙行动"), ("乙局", "issues", "丁办法")}
    chain = read("<Agency 甲部>会同人民银行、<Agency 乙局>、<Agency 丙局>近日印发《<Regulation 丁办法>》。")
    assert told(chain, "issues") == {(body, "issues", "丁办法") for body in ("甲部", "乙局", "丙局")}


@pytest.mark.parametrize(("line", "rows"), [
    ("<Agency 甲局>聚焦维权，通过开展<Programme 乙行动>，减少纠纷。", {("甲局", "administers", "乙行动")}),
    ("<Agency 甲部>优化政策，延续实施<Programme 乙补助>。", {("甲部", "administers", "乙补助")}),
    ("<Agency 甲部>近日会同人民银行、<Agency 乙局>印发《<Regulation 丙方案>》。", {("甲部", "issues", "丙方案"), ("乙局", "issues", "丙方案")}),
    ("<Agency 甲局>在<Agency 乙政府>广场开展<Programme 丙活动>。", {("甲局", "administers", "丙活动")}),
    ("<Agency 甲委>牵头，协同公安、人社、医保、政务等部门组织实施<Programme 乙一件事>。",
     {("甲委", "administers", "乙一件事")}),
    ("<Agency 甲公司>首批货物近日搭乘<Programme 乙班列>出境。", set()),
    ("<Agency 甲厅>发放<Programme 乙补助>2.4亿元。", {("甲厅", "administers", "乙补助")}),
    ("<Agency 甲厅>组织开展了<Programme 乙基金>和<Programme 丙行动>等专项审计。", set()),
    ("<Agency 甲厅>组织开展了<Programme 丙行动>，等待审计。", {("甲厅", "administers", "丙行动")}),
    ("<Programme 乙平台>，是<Agency 甲局>在数字化领域开展的新实践。", {("甲局", "administers", "乙平台")}),
])
def test_means_partners_and_where_it_is_done(line: str, rows: set[tuple[str, str, str]]) -> None:
    assert told(read(line), "administers", "issues") == rows


def test_what_is_told_after_the_leaders_is_not_their_work() -> None:
    names = {"国务院": "中华人民共和国国务院"}
    reading = read("<Agency 国务院>高度重视就业工作，各地积极采取措施。", "新启动实施<Programme 乙计划>，吸纳毕业生。", names=names)
    assert not told(reading, "administers")
    assert told(read("<Agency 国务院>正式启动<Programme 乙计划>。", names=names)) == {(names["国务院"], "administers", "乙计划")}


def test_all_that_is_held_in_the_days_of_an_event_is_part_of_it() -> None:
    reading = read("<Date 5月2日>，<Programme 乙宣传周>在<Place 丙市>开幕。",
                   "宣传周期间，将举办<Programme 丁论坛>、人才招聘会、<Programme 戊大赛>等活动。", day=date(2025, 5, 2))
    assert told(reading, "partOf") == {("丁论坛", "partOf", "乙宣传周"), ("戊大赛", "partOf", "乙宣传周")}


def test_what_goes_on_within_an_event_is_part_of_it_and_not_another_ones_work() -> None:
    reading = read("<Agency 甲部>开展调研。", "<Date 5月2日>，<Programme 乙电影节>在<Place 丙市>开幕。",
                   "本届电影节还将完善培育体系，同时举办<Programme 丁论坛>。", day=date(2025, 5, 2))
    assert told(reading, "administers", "partOf") == {("丁论坛", "partOf", "乙电影节")}


def test_what_is_counted_in_a_month_does_not_begin_in_it() -> None:
    assert not told(read("<Date 5月><Programme 甲班列>开行1724列。", day=date(2024, 6, 2)), "startedOn")
    assert told(read("<Date 5月2日><Programme 甲班列>开行。", day=date(2024, 6, 2)), "startedOn") == {("甲班列", "startedOn", "2024-05-02")}


def test_there_and_in_a_place() -> None:
    reading = read("<Place 甲省>种植小麦千万亩。", "在<Place 乙市>，企业加快集聚，当地推出<Programme 丙计划>。")
    assert told(reading) == {("丙计划", "appliesIn", "乙市")}
    assert told(read("<Place 甲省>种植小麦千万亩。", "当地通过搭建<Programme 丙平台>，方便农户。")) == {("丙平台", "appliesIn", "甲省")}
    assert told(read("连接<Place 甲市>和<Place 乙市>的<Programme 丙铁路>开通。"), "appliesIn") == {
        ("丙铁路", "appliesIn", place) for place in ("甲市", "乙市")}


@pytest.mark.parametrize(("lines", "rows"), [
    (["<Agency 甲政府>总理<Person 王乙>主持召开<Agency 甲政府>常务会议，研究有关工作，审议通过《<Regulation 丙意见>》。"], {("甲政府", "issues", "丙意见")}),
    (["<Agency 甲委员会><Date 3月3日>在<Place 京>召开第四次全体会议。", "会议审议通过了《<Regulation 丙要点>》和《<Regulation 丁计划>》。"],
     {("甲委员会", "issues", "丙要点"), ("甲委员会", "issues", "丁计划")}),
    (["<Agency 甲政府>常务会议审议通过《<Regulation 丙条例（草案）>》。"], {("甲政府", "drafts", "丙条例（草案）")}),
    (["<Agency 甲政府>召开会议，学习《<Regulation 丙条例>》。"], set()),
])
def test_what_a_meeting_passes_its_body_issues(lines: list[str], rows: set[tuple[str, str, str]]) -> None:
    assert told(read(*lines), "issues", "drafts") == rows


def test_a_meeting_goes_on_as_long_as_sentences_open_with_it() -> None:
    opens, passes = "<Agency 甲政府>总理<Person 王乙>主持召开<Agency 甲政府>常务会议。", "会议审议通过《<Regulation 丙意见>》。"
    assert told(read(opens, *["会议指出，要抓好落实。"] * 14, passes), "issues") == {("甲政府", "issues", "丙意见")}
    assert not told(read(opens, *["各地抓好落实。"] * 14, passes), "issues")


def test_a_standard_replaces_what_the_sentence_on_its_making_tells() -> None:
    reading = read(
        "《<Regulation 头盔技术规范>》实施。",
        "该标准由<Agency 甲部>提出并归口，由<Organization 乙中心>牵头起草，<Date 2022年3月1日>发布，代替<Regulation 2010年版标准>。")
    assert told(reading, "drafts", "replaces", "issuedOn") == {
        ("乙中心", "drafts", "头盔技术规范"), ("头盔技术规范", "replaces", "2010年版标准")}


def test_a_headline_runs_into_the_body_that_drafts() -> None:
    reading = read("《<Regulation 丙法（征求意见稿）>》公开征求意见<Agency 甲部>起草的《<Regulation 丙法（征求意见稿）>》日前向社会公开征求意见。")
    assert told(reading, "drafts") == {("甲部", "drafts", "丙法（征求意见稿）")}
    assert not told(read("《<Regulation 丙法（征求意见稿）>》公开征求意见<Agency 甲部>举行吹风会。"), "drafts")


def test_who_leads_runs_what_others_only_help_with() -> None:
    assert told(read("由<Agency 甲局>牵头，<Agency 乙局>、<Agency 丙局>配合，实施<Programme 丁计划>。"), "administers") == {("甲局", "administers", "丁计划")}
    assert told(read("<Agency 乙局>配合<Agency 甲局>工作，实施<Programme 丁计划>。"), "administers") != {("甲局", "administers", "丁计划")}


def test_what_is_sent_by_a_notice_is_issued_and_what_is_sent_as_a_draft_is_drafted() -> None:
    assert told(read("<Agency 甲办>印发《<Regulation 丙意见>》的通知，部署工作。"), "issues") == {("甲办", "issues", "丙意见")}
    assert told(read("<Agency 甲办>发布了《<Regulation 丙办法>》的征求意见稿。"), "issues", "drafts") == {("甲办", "drafts", "丙办法")}
    assert not told(read("<Agency 甲办>发布《<Regulation 丙意见>》的解读。"), "issues")
    reading = read("《<Regulation 丙意见>》<Date 8月1日>对外公布。", day=date(2023, 8, 2))
    assert told(reading, "issuedOn") == {("丙意见", "issuedOn", "2023-08-01")}


def test_what_a_text_rests_on_is_not_in_force_with_it() -> None:
    own = "<Agency 甲市>发布《<Regulation 甲市租房办法>》。"
    rows = told(read(own, "为规范管理，根据《<Regulation 租房办法>》制定。", "本办法自<Date 2022年6月1日>起施行。"), "effectiveFrom")
    assert rows == {("甲市租房办法", "effectiveFrom", "2022-06-01")}
    rows = told(read(own, "该办法依据<Agency 乙部>《<Regulation 租房办法>》制定，自<Date 2022年6月1日>起施行。"), "effectiveFrom")
    assert rows == {("甲市租房办法", "effectiveFrom", "2022-06-01")}


def test_a_numbered_meeting_of_a_commission_passes_what_the_commission_issues() -> None:
    reading = read("<Agency 甲改革委员会>主任主持召开<Programme 甲改革委员会第二次会议>。", "会议审议通过了《<Regulation 丙意见>》等文件。")
    assert told(reading, "issues") == {("甲改革委员会", "issues", "丙意见")}


def test_a_session_whose_word_is_followed_is_not_the_one_that_goes_on() -> None:
    session, body = "中国共产党甲市第五届委员会第三次全体会议", "中国共产党甲市委员会"
    opens, passes = "<Agency 甲改革委员会>召开第三次会议。", "会议审议通过了《<Regulation 丙规则>》。"
    reading = read(opens, f"<Agency {body}><Programme {session}>精神要学深。", passes)
    assert told(reading, "issues") == {("甲改革委员会", "issues", "丙规则")}
    assert told(read(f"<Agency {body}><Programme {session}>召开。", passes), "issues") == {(body, "issues", "丙规则")}


def test_each_law_is_passed_by_its_own_session() -> None:
    bodies = ("甲市人民代表大会常务委员会", "乙省人民代表大会常务委员会")
    first, second = "甲市第七届人民代表大会常务委员会第三次会议", "乙省第四届人民代表大会常务委员会第二次会议"
    reading = read(
        f"<Agency {bodies[0]}>和<Agency {bodies[1]}>发布消息。",
        f"该《<Regulation 丙条例>》先于<Date 6月9日>经<Programme {first}>通过，并于<Date 7月6日>经<Programme {second}>批准。", day=date(2025, 8, 1))
    assert told(reading, "issues", "issuedOn") == {(bodies[0], "issues", "丙条例"), ("丙条例", "issuedOn", "2025-06-09")}
    assert (bodies[1], "administers", second) in told(reading, "administers")


@pytest.mark.parametrize(("lines", "hosts"), [
    (["<Programme 甲运动会>在<Place 乙市>开幕。", "本届运动会由<Agency 丙局>主办，省游泳中心、<Agency 丁局>承办。"], {"丙局", "丁局"}),
    (["由<Agency 丙局>指导、<Organization 戊社>和<Agency 丁局>共同主办的<Programme 甲电影节>开幕。"], {"戊社", "丁局"}),
    (["<Programme 甲论坛>在<Place 乙市>开幕，主题为“合作”，由中国<Agency 丙局>、<Place 乙市>文旅局共同主办。"], {"丙局"}),
    (["<Programme 甲论坛>在<Place 乙市>开幕。", "由<Agency 丙局>主办的《乙讲堂》节目播出。"], set()),
    (["由<Agency 丙部>主管、<Organization 戊会>发起的“<Programme 甲助学计划>”启动。"], {"丙部", "戊会"}),
    (["由<Agency 丙局>组织、<Agency 丁中心>承担的<Programme 甲集采>开标。"], {"丙局", "丁中心"}),
    (["由<Agency 丙部>组织部署、<Organization 戊社>采写的<Programme 甲活动>报道刊出。"], set()),
    (["<Agency 丙局>启动<Programme 甲质量活动>。", "本次活动以“增强质量意识”为主题，由<Agency 丙局>、<Agency 丁委>等18个部门联合主办。"], {"丙局", "丁委"}),
    (["“<Programme 甲送清凉活动>”是<Programme 乙安全月活动>系列活动之一，由<Organization 丙总工会>主办。"], {"丙总工会"}),
])
def test_hosts_by_their_roles(lines: list[str], hosts: set[str]) -> None:
    assert {body for body, _, _ in told(read(*lines), "administers")} == hosts


@pytest.mark.parametrize(("lines", "guests"), [
    (["<Programme 甲推进会>在<Place 乙市>召开。", "<Agency 丙厅>副厅长<Person 王丁>，<Organization 戊校>校长<Person 李己>出席会议并讲话。"], {"丙厅", "戊校"}),
    (["<Programme 甲推进会>在<Place 乙市>召开。", "<Agency 丙厅>主要负责同志在会上发言。"], {"丙厅"}),
    (["<Programme 甲推进会>在<Place 乙市>召开。", "张三委员代表<Organization 戊会>发言建议，完善制度。"], {"戊会"}),
    (["<Agency 丙厅>厅长<Person 王丁>在<Programme 甲吹风会>上表示，将加大力度。"], {"丙厅"}),
    (["<Programme 甲推进会>在<Place 乙市>召开。", "<Agency 丙厅>、<Agency 戊局>、<Place 乙市>科创办等14个部门负责同志，就问题一一作答。"], {"丙厅", "戊局"}),
    (["<Programme 甲吹风会>在<Place 乙市>召开，<Agency 丙厅>负责人介绍情况。"], {"丙厅"}),
    (["<Programme 甲推进会>在<Place 乙市>召开。", "<Agency 丙厅>厅长<Person 王丁>表示慰问，群众参加劳动。"], {"丙厅"}),
    (["<Agency 丙厅>厅长<Person 王丁>表示，将学习<Programme 甲大会>精神。"], set()),
])
def test_who_comes_to_an_event(lines: list[str], guests: set[str]) -> None:
    assert {body for body, _, _ in told(read(*lines), "participatesIn")} == guests


def test_a_bank_is_not_above_its_former_supervisor() -> None:
    assert not told(read("<Organization 甲银行>按照<Agency 甲银行保险监督管理委员会>的要求整改。"), "partOf")


def test_what_the_words_behind_its_issue_say_is_done_concerns_a_regulation() -> None:
    reading = read("<Agency 甲部>印发《<Regulation 乙通知>》，通过延续实施<Programme 丙政策>、优化<Programme 丁补贴>，支持企业。")
    assert told(reading, "concerns") == {("乙通知", "concerns", "丙政策"), ("乙通知", "concerns", "丁补贴")}


def test_what_is_told_long_after_an_event_does_not_bear_its_day() -> None:
    lines = ("<Date 5月2日>，<Programme 甲大会>在<Place 乙市>举行。", "会上还发布了《<Publication 丙报告>》。", "各地来了很多人。")
    assert told(read(*lines, "发布《<Regulation 丁意见>》，规范管理。", day=date(2025, 5, 2)), "issuedOn") == {("丙报告", "issuedOn", "2025-05-02")}


def test_a_decision_replaces_what_its_title_amends() -> None:
    listed = "《<Regulation 乙管理办法>》、《<Regulation 丙管理规定>》、《<Regulation 丁管理条例>》如下。"
    reading = read("<Regulation 甲部关于修改〈乙管理办法〉〈丙管理规定〉的决定>公布。", listed)
    title = "甲部关于修改〈乙管理办法〉〈丙管理规定〉的决定"
    assert told(reading, "replaces") == {(title, "replaces", "乙管理办法"), (title, "replaces", "丙管理规定")}


def test_offices_that_are_no_departments_of_the_government_in_their_name() -> None:
    reading = read("<Agency 国务院>、<Agency 国务院办公厅>、<Agency 国务院新闻办>、<Agency 国务院食品安全委员会办公室>出席。")
    assert told(reading, "partOf") == {("国务院办公厅", "partOf", "国务院")}


@pytest.mark.parametrize(("line", "runs"), [
    ("近日，<Agency 甲部>、<Agency 乙部>联合部署加强<Programme 出行安全整治>工作。", {("甲部", "出行安全整治"), ("乙部", "出行安全整治")}),
    ("<Agency 甲部>发行<Programme 储蓄国债>，总额300亿元。", {("甲部", "储蓄国债")}),
])
def test_more_verbs_of_running(line: str, runs: set[tuple[str, str]]) -> None:
    assert {(body, programme) for body, _, programme in told(read(line), "administers")} == runs


def test_what_a_body_fits_to_a_place_is_still_its_own_work() -> None:
    reading = read("<Agency 甲局>经过调研，同时结合<Place 乙市>实际，出台了《<Regulation 丙办法>》。")
    assert told(reading, "issues") == {("甲局", "issues", "丙办法")}


def test_who_sent_up_what_a_reply_approves_drafted_it() -> None:
    reply = read("<Agency 甲省人民政府>、<Agency 乙部>：", "你们关于报请审批《<Regulation 甲新区总体规划>》的请示收悉。", headline="批复")
    assert told(reply, "drafts") == {("甲省人民政府", "drafts", "甲新区总体规划"), ("乙部", "drafts", "甲新区总体规划")}
    other = read("<Agency 甲省人民政府>：", "《<Regulation 甲新区总体规划>》印发后，你省的请示收悉。")
    assert told(other, "drafts") == set()


def test_a_round_is_part_of_the_series_and_a_work_of_the_works_whose_name_it_bears() -> None:
    rows = told(read("<Programme 第十批国家组织药品集采>启动。", "<Programme 国家组织药品集采>扩围。"), "partOf")
    assert rows == {("第十批国家组织药品集采", "partOf", "国家组织药品集采")}
    works = told(read("<Programme 引河济川工程>通水。", "<Programme 引河济川输配水工程>在建。", "<Programme 引河济川提质行动>启动。"), "partOf")
    assert works == {("引河济川输配水工程", "partOf", "引河济川工程")}
    assert told(read("<Programme 全民健身>深入开展。", "<Programme 全民健身日>将至。"), "partOf") == set()


def test_what_is_told_of_a_place_that_a_sentence_is_set_in_applies_there() -> None:
    reading = read("在<Place 甲省><Place 乙市>，总投资3亿元的<Programme 丙水库工程>正加紧推进；而在<Place 丁县>，<Programme 戊铁路>已通车。",
                   "在<Place 丁县>，来自各地的<Programme 巡回医疗>队前来。")
    assert told(reading, "appliesIn") == {("丙水库工程", "appliesIn", "乙市"), ("戊铁路", "appliesIn", "丁县")}


def test_one_of_the_events_of_a_series_has_its_own_host() -> None:
    reading = read("“<Programme 甲送清凉活动>”是<Programme 乙安全月活动>系列活动之一，由<Organization 丙总工会>主办。")
    assert told(reading, "administers", "partOf") == {("丙总工会", "administers", "甲送清凉活动"), ("甲送清凉活动", "partOf", "乙安全月活动")}


@pytest.mark.parametrize(("lines", "rows"), [
    (["<Agency 甲部>公布《<Regulation 判定标准>》，自<Date 5月15日>起施行。", "<Date 2017年>原<Agency 乙局>印发的《<Regulation 旧标准>》同时废止。"],
     {("判定标准", "replaces", "旧标准")}),
    (["<Agency 甲厅>出台的《<Regulation 排查细则>》于<Date 7月1日>起执行。", "<Date 2018年>印发的《<Regulation 管理细则>》不再执行。"],
     {("排查细则", "replaces", "管理细则")}),
    (["《<Regulation 判定标准>》和《<Regulation 处罚办法>》施行。", "<Date 2017年>印发的《<Regulation 旧标准>》同时废止。"], set()),
    (["各地学习《<Regulation 判定标准>》。", "《<Regulation 旧标准>》同时废止。"], set()),
])
def test_what_the_sentence_before_repeals(lines: list[str], rows: set[tuple[str, str, str]]) -> None:
    assert told(read(*lines), "replaces") == rows


def test_what_is_repealed_is_not_issued_by_who_repeals_it() -> None:
    assert not told(read("<Agency 甲局>决定废止<Date 2019年10月8日>公布的《<Regulation 旧细则>》。"), "issues")
    assert told(read("<Agency 甲局>公布《<Regulation 新细则>》，原细则废止。"), "issues") == {("甲局", "issues", "新细则")}


@pytest.mark.parametrize("between", [
    "由<Agency 甲市水务局>起草，<Date 6月9日>经", "由<Agency 甲市教委>会同<Agency 甲市司法局>起草，于<Date 6月9日>由", "<Date 6月9日>",
])
def test_what_one_body_drafts_a_session_passes(between: str) -> None:
    body, session = "甲市人民代表大会常务委员会", "甲市第七届人民代表大会常务委员会第三次会议"
    reading = read(f"<Agency {body}>发布消息。", f"《<Regulation 丙条例>》{between}<Programme {session}>通过。", day=date(2025, 8, 1))
    assert told(reading, "issues", "issuedOn") == {(body, "issues", "丙条例"), ("丙条例", "issuedOn", "2025-06-09")}


def test_a_draft_is_told_again_by_its_kind() -> None:
    reading = read("<Agency 甲厅>就《<Regulation 省级统筹办法（征求意见稿）>》公开征求意见。", "该办法由<Agency 甲厅>会同<Agency 乙厅>起草。")
    assert told(reading, "drafts") == {(body, "drafts", "省级统筹办法（征求意见稿）") for body in ("甲厅", "乙厅")}


def test_what_only_sounds_like_a_plan_is_issued() -> None:
    for before in ("批复<Agency 乙委>拟定的方案", "介绍虚拟电厂情况", "会见将士代表"):
        assert told(read(f"<Agency 甲局>{before}，制定了《<Regulation 丙办法>》并印发。"), "issues", "drafts") == {("甲局", "issues", "丙办法")}
    assert told(read("<Agency 甲局>拟加强管理，制定了《<Regulation 丙办法>》。"), "drafts") == {("甲局", "drafts", "丙办法")}


@pytest.mark.parametrize(("line", "rows"), [
    ("<Organization 甲银行>、<Organization 乙银行>等6家银行上线了<Programme 数字货币>服务。",
     {("甲银行", "participatesIn", "数字货币"), ("乙银行", "participatesIn", "数字货币")}),
    ("<Organization 甲银行>已开办<Programme 丙卡业务>。", {("甲银行", "participatesIn", "丙卡业务")}),
    ("<Organization 甲银行>上线<Programme 丙平台>。", {("甲银行", "administers", "丙平台")}),
    ("<Agency 甲局>开通<Programme 丙卡业务>。", {("甲局", "administers", "丙卡业务")}),
])
def test_a_bank_brings_a_scheme_to_its_clients(line: str, rows: set[tuple[str, str, str]]) -> None:
    assert told(read(line), "administers", "participatesIn") == rows


@pytest.mark.parametrize(("lines", "hosts"), [
    (["3月1日，由<Agency 甲局>、<Agency 乙局>联合主办，<Organization 丙公司>具体承办的<Place 丁省><Programme 技能大赛>举行。"], ("甲局", "乙局", "丙公司")),
    (["由<Agency 甲局>，<Agency 乙局>主办的<Programme 护河论坛>开幕。"], ("甲局", "乙局")),
    (["<Programme 书法大赛>在<Place 丁市>举行。", "该赛事由<Agency 甲局>主办，<Organization 丙公司>协办。"], ("甲局", "丙公司")),
    (["<Programme 招聘大会>在<Place 丁市>举行。", "此次大会是<Agency 甲局>主办的重要活动。"], ("甲局",)),
    (["<Programme 招聘大会>由<Agency 甲局>主办，<Agency 乙局>牵头，<Organization 丙公司>协办。"], ("甲局", "乙局", "丙公司")),
])
def test_hosts_in_chains_and_of_what_a_noun_means(lines: list[str], hosts: tuple[str, ...]) -> None:
    assert {who for who, _, _ in told(read(*lines), "administers")} == set(hosts)


def test_the_activity_without_a_name_is_the_articles_event() -> None:
    rows = told(read("<Programme 甲日主场活动>在<Place 丙市>举行。", "众人启动<Programme 主题实践活动>。", "活动由<Agency 乙厅>主办。"), "administers")
    assert rows == {("乙厅", "administers", "甲日主场活动")}


@pytest.mark.parametrize(("lines", "places"), [
    (["<Programme 技能大赛>在<Place 甲市>设立主会场，<Place 乙市>、<Place 丙市>设分会场。"], ("甲市", "乙市", "丙市")),
    (["<Programme 消费季活动>3月1日举行。", "活动在<Place 甲市>设主会场。"], ("甲市",)),
    (["<Programme 环境大会>8日在<Place 甲国>首都<Place 乙城>开幕。"], ("乙城",)),
    (["<Place 甲区>首府<Place 乙城>日前举行<Programme 新春音乐会>。"], ("乙城",)),
])
def test_where_events_are_held(lines: list[str], places: tuple[str, ...]) -> None:
    assert {place for _, _, place in told(read(*lines), "appliesIn")} == set(places)


@pytest.mark.parametrize("line", [
    "将于4月2日联合<Agency 乙办>、<Agency 丙政府>在<Place 丁市>举办<Programme 甲日主场活动>。",
    "将会同<Agency 乙办>、<Agency 丙政府>启动<Programme 甲日主场活动>。",
])
def test_our_ministry_acts_with_partners(line: str) -> None:
    reading = read("<Agency 甲部>举行发布会，<Agency 甲部>司长<Person 李明>主持。", "我部" + line.replace("于4月2日", ""))
    assert {who for who, _, _ in told(reading, "administers")} == {"甲部", "乙办", "丙政府"}


@pytest.mark.parametrize("words", ["我们启动了", "“我们还将深入开展"])
def test_what_we_do_is_the_speakers_bodys(words: str) -> None:
    reading = read(f"<Agency 甲局>局长<Person 李明>说，{words}<Programme 暖冬行动>，惠及群众。")
    assert told(reading, "administers") == {("甲局", "administers", "暖冬行动")}


@pytest.mark.parametrize(("lines", "day"), [
    (["3月2日是首个护河日。", "当天，<Programme 护河大会>在<Place 丁市>举行。"], "2025-03-02"),
    (["3月2日，会议召开。", "会议提出要求。", "当日，<Programme 护河大会>举行。"], "2025-03-02"),
    (["<Agency 甲局>于3月1日至4月10日在全市开展为期一个月的<Programme 护河行动>。"], "2025-03-01"),
    (["<Programme 甲水库工程>、<Programme 乙水库工程>5日开工建设。"], "2025-03-05"),
    (["3月4日，<Programme 护河大会>暨水利展览会启动仪式在<Place 丁市>举行。"], "2025-03-04"),
    (["3月4日上午，<Programme 护河宣传活动>在湿地公园拉开序幕。"], "2025-03-04"),
])
def test_days_of_what_began(lines: list[str], day: str) -> None:
    assert {then for _, _, then in told(read(*lines, day=date(2025, 3, 10)), "startedOn")} == {day}


@pytest.mark.parametrize(("title", "titles"), [
    ("总兽医师", {"总兽医师"}), ("首席预报员", {"首席预报员"}), ("党组成员、督察长", {"党组成员", "督察长"}), ("教授、博士生导师", {"教授", "博士生导师"}),
    ("局长，全国人大代表", {"局长"}),
])
def test_titles_of_specialists(title: str, titles: set[str]) -> None:
    assert {s.title for s in find_statements(read(f"<Agency 甲局>{title}<Person 王明>说"))} == titles


def test_people_are_called_by_the_title_behind_their_name() -> None:
    assert told(read("<Agency 甲局><Person 余宗南>副局长表示，将加强监管。"), "holdsPostAt") == {("余宗南", "holdsPostAt", "甲局")}
    assert not told(read("<Agency 甲局><Person 余宗南>局长家里说。"), "holdsPostAt")
