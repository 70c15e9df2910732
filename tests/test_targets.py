"""Targets in sentences: what announces one, its words, its deadline, and what is none."""
from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kg.extraction import extract
from kg.model import Article, Document, Figure, Mention, Metadata, Reading, Ref, Sentence
from kg.nlp.quantities import find_quantities
from kg.nlp.times import find_times
from kg.relate.targets import find_targets


def read(*texts: str, day: date | None = date(2024, 9, 10), mentions: tuple[Mention, ...] = ()) -> list[tuple[str, str | None]]:
    article = Article("a.txt", 1, None, day, None, tuple(Sentence(text, ((0, len(text)),), 1) for text in texts))
    reading = Reading(article, mentions, {}, tuple(find_quantities(text) for text in texts), find_times(article))
    return [(t.statement, t.deadline.isoformat() if t.deadline else None) for t in find_targets(reading, ())]


@pytest.mark.parametrize(("text", "targets"), [
    ("国家医保局将加快建设，力争2027年年底前实现全国医保影像云数据“一张网”。", [("力争2027年年底前实现全国医保影像云数据“一张网”", "2027-12-31")]),
    ("预计到今年年底，各地将实现个人账户的省内共济。", [("预计到今年年底，各地将实现个人账户的省内共济", "2024-12-31")]),
    ("计划新增冠心病等5个病种。", [("计划新增冠心病等5个病种", None)]),
    ("到2030年，产业规模达到5万亿元，培育10家龙头企业。", [("到2030年，产业规模达到5万亿元", "2030-12-31"), ("培育10家龙头企业", "2030-12-31")]),
    ("到2030年全社会研发经费支出相当于GDP的比例提高到5%以上。", [("到2030年全社会研发经费支出相当于GDP的比例提高到5%以上", "2030-12-31")]),
    ("该项目将于明年6月进入试运行阶段。", [("该项目将于明年6月进入试运行阶段", "2025-06-30")]),
    ("到2027年，汽车产业产值跨越万亿台阶。", [("到2027年，汽车产业产值跨越万亿台阶", "2027-12-31")]),
    ("该市提出的“到2025年，达到95%”的目标。", [("到2025年，达到95%", "2025-12-31")]),
    ("全市将收紧政策，直到年中，以实现5%的控制目标。", [("全市将收紧政策，直到年中，以实现5%的控制目标", None)]),
    ("力争到2027年，通过政府购买服务等方式，实现社区养老服务全覆盖。", [("力争到2027年，通过政府购买服务等方式，实现社区养老服务全覆盖", "2027-12-31")]),
    ("已达到该省提出的“到2025年，达到95%”的目标。", [("到2025年，达到95%", "2025-12-31")]),
    ("到2026年，新建学校20所；增加学位1万个。", [("到2026年，新建学校20所", "2026-12-31"), ("增加学位1万个", "2026-12-31")]),
    ("一期工程计划2025年底投入运行。", [("一期工程计划2025年底投入运行", "2025-12-31")]),
    ("各县须于10月10日前完成整改工作。", [("各县须于10月10日前完成整改工作", "2024-10-10")]),
    ("规划明确了“十五五”期间的目标：新增就业6000万人以上。", [("新增就业6000万人以上", "2030-12-31")]),
    ("该市将用三年时间，新建改建幼儿园100所。", [("该市将用三年时间，新建改建幼儿园100所", None)]),
    ("水库预计明年底建成，建成后，每年可供水3000万立方米。",
     [("水库预计明年底建成", "2025-12-31"), ("建成后，每年可供水3000万立方米", None)]),
    ("到2035年，乡村振兴取得显著成效。", [("到2035年，乡村振兴取得显著成效", "2035-12-31")]),
    ("推进付费改革，年底前70%统筹地区开展实际付费。", [("年底前70%统筹地区开展实际付费", "2024-12-31")]),
    ("到2028年，筛查率达到60%，治疗率达到90%；到2030年，筛查率达到80%，治疗率达到95%。",
     [("到2028年，筛查率达到60%，治疗率达到90%", "2028-12-31"), ("到2030年，筛查率达到80%，治疗率达到95%", "2030-12-31")]),
    ("到2030年，氢能客车渗透率达到30%，占总量的20%。", [("到2030年，氢能客车渗透率达到30%，占总量的20%", "2030-12-31")]),
    ("到2026年底，完成8项试点任务，进一步深化改革，总结试点经验，形成一批制度成果。",
     [("到2026年底，完成8项试点任务，进一步深化改革，总结试点经验，形成一批制度成果", "2026-12-31")]),
    ("《通知》要求，巩固参保成果，稳定实现农村人口参保率达到99%以上。", [("稳定实现农村人口参保率达到99%以上", None)]),
    ("《通知》提出，2025年实现机构覆盖率不低于70%。", [("2025年实现机构覆盖率不低于70%", "2025-12-31")]),
    ("《方案》明确，2025年在全省范围内开展免费接种。", [("2025年在全省范围内开展免费接种", "2025-12-31")]),
    ("各市要在10月31日前将实施办法报省厅备案。", [("各市要在10月31日前将实施办法报省厅备案", "2024-10-31")]),
    ("到2027年，该市将建成充电桩10万个，换电站100座，实现乡镇全覆盖。",
     [("到2027年，该市将建成充电桩10万个，换电站100座", "2027-12-31"), ("实现乡镇全覆盖", "2027-12-31")]),
    ("《规划》提出，“十五五”时期，工业能耗下降12%。", [("“十五五”时期，工业能耗下降12%", "2030-12-31")]),
    ("《规划》提出，里程由2020年的6000公里增加到2030年的8000公里；使用率由70%提高到80%。",
     [("里程由2020年的6000公里增加到2030年的8000公里", "2030-12-31"), ("使用率由70%提高到80%", "2030-12-31")]),
    ("2025年6月底前，各区要制定具体实施细则。", [("2025年6月底前，各区要制定具体实施细则", "2025-06-30")]),
    ("一是年底前务必完成排查工作。", [("年底前务必完成排查工作", "2024-12-31")]),
    ("到2027年，服务体系初步建立，供给能力明显提升，带动作用更加突出。",
     [("到2027年，服务体系初步建立，供给能力明显提升，带动作用更加突出", "2027-12-31")]),
    ("到2027年，供给能力明显提升，服务网络全面建成，带动作用更加突出。",
     [("到2027年，供给能力明显提升", "2027-12-31"), ("服务网络全面建成", "2027-12-31")]),
    ("《办法》由市水务局起草，拟定2025年3月提请市政府常务会议审议。", [("拟定2025年3月提请市政府常务会议审议", "2025-03-31")]),
    ("两部门决定用3年时间集中力量支持30个左右城市数字化转型。", [("两部门决定用3年时间集中力量支持30个左右城市数字化转型", None)]),
    ("力争通过2年左右的时间，建成平台10个。", [("力争通过2年左右的时间，建成平台10个", None)]),
    ("计划今年覆盖小区30个，2026年实现全城覆盖。", [("计划今年覆盖小区30个", "2024-12-31"), ("2026年实现全城覆盖", "2026-12-31")]),
    ("某高速公路二期年内将开工建设。", [("某高速公路二期年内将开工建设", "2024-12-31")]),
    ("推动综合保税区年内封关运作。", [("推动综合保税区年内封关运作", "2024-12-31")]),
    ("样车将于年底前下线。", [("样车将于年底前下线", "2024-12-31")]),
    ("9月30日前各省份将全面开放申领。", [("9月30日前各省份将全面开放申领", "2024-09-30")]),
    ("探测器计划于2028年前后实施发射。", [("探测器计划于2028年前后实施发射", "2028-12-31")]),
    ("工程预计10月底可向某市先期供水。", [("工程预计10月底可向某市先期供水", "2024-10-31")]),
    ("力争2027年充电桩不少于5万个，其中公共充电桩不少于1万个。", [("力争2027年充电桩不少于5万个，其中公共充电桩不少于1万个", "2027-12-31")]),
    ("面向“十五五”，该市将构建3个产业集群，力争总产值超4亿元。", [("力争总产值超4亿元", "2030-12-31")]),
    ("根据规划，2027年，发电装机总容量达到30亿千瓦。", [("2027年，发电装机总容量达到30亿千瓦", "2027-12-31")]),
    ("到2027年，该市将累计引进品牌首店1000家以上，打造5个集聚区。",
     [("到2027年，该市将累计引进品牌首店1000家以上", "2027-12-31"), ("打造5个集聚区", "2027-12-31")]),
    ("财政部表示，注册资本将由约252亿元增加至约270亿元。", [("注册资本将由约252亿元增加至约270亿元", None)]),
    ("《措施》要求，许可办理时限由20个工作日压缩至7个工作日。", [("许可办理时限由20个工作日压缩至7个工作日", None)]),
    ("该市2025年再新增学位15万个以上。", [("该市2025年再新增学位15万个以上", "2025-12-31")]),
    ("厅长表示，今年全省铁路完成投资不低于600亿元。", [("今年全省铁路完成投资不低于600亿元", "2024-12-31")]),
    ("会议明确了2025年工作的主要目标：发送旅客43亿人次，同比增长5%；发送货物40亿吨。",
     [("发送旅客43亿人次，同比增长5%", "2025-12-31"), ("发送货物40亿吨", "2025-12-31")]),
    ("到2026年，该市力争规上工业营业收入突破3亿元。", [("到2026年，该市力争规上工业营业收入突破3亿元", "2026-12-31")]),
    ("一是加快制定某某办法，力争年底前完成。", [("加快制定某某办法，力争年底前完成", "2024-12-31")]),
    ("某某高铁全长365公里，计划2026年建成通车。", [("计划2026年建成通车", "2026-12-31")]),
    ("该国今年的财政预算目标为实现160亿元的财政盈余。", [("该国今年的财政预算目标为实现160亿元的财政盈余", "2024-12-31")]),
    ("财政部表示其目标是年底现金余额增至7,500亿元。", [("财政部表示其目标是年底现金余额增至7,500亿元", "2024-12-31")]),
])
def test_targets(text: str, targets: list[tuple[str, str | None]]):
    assert read(text) == targets


def test_a_sentence_that_breaks_off_behind_a_state():
    assert read("到2027年，服务体系初步建立，供给能力明显提升，") == [("到2027年，服务体系初步建立，供给能力明显提升", "2027-12-31")]


def test_targets_of_an_article_without_a_day():
    text = "“十五五”时期，该省将突出创新驱动，研发经费投入年均增长10%以上。"
    assert read(text, day=None) == [("研发经费投入年均增长10%以上", "2030-12-31")]
    text = "力争到2027年，县域基础设施提档升级，内生动力进一步增强，引领作用更加明显。"
    assert read(text, day=None) == [(text.rstrip("。"), "2027-12-31")]


def test_a_day_whose_year_nothing_tells_announces_a_target_without_a_day() -> None:
    assert read("二是立即组织排查，8月底前基本完成现场排查工作。", day=None) == [("8月底前基本完成现场排查工作", None)]
    found = read("计划到今年底，该省培育标杆企业2000家，推进改造企业1万家以上。", day=None)
    assert found == [("计划到今年底，该省培育标杆企业2000家", None), ("推进改造企业1万家以上", None)]
    assert read("“十五五”时期，该省坚持创新，全省计划今年培育10个领航企业。", day=None) == [("全省计划今年培育10个领航企业", None)]


def test_a_day_counted_from_the_documents_own() -> None:
    rows = (("headline", "国务院关于同意某试点的批复"), ("body", "一、要形成试点方案，于批复之日起2个月内报商务部备案。"),
            ("body", "二、有关部门要在本批复印发后10日内出台实施细则。"))
    assert titled(*rows, day=date(2020, 12, 31), mentions=(Mention(0, 0, 14, "Regulation", rows[0][1], rows[0][1]),)) == [
        ("要形成试点方案，于批复之日起2个月内报商务部备案", "2021-02-28"), ("有关部门要在本批复印发后10日内出台实施细则", "2021-01-10")]


@pytest.mark.parametrize("text", [
    "会议拟通过12项具体举措，推动消费。", "第一轮督察用三年时间完成了31个省份的督察。", "列车在南京站一下线，就有30人上车。",
    "截至2023年底，参保人数达13.34亿人。",
    "政策执行期限至2025年12月31日。",
    "该县为全省贡献了5.6%的客源。",
    "建成体系以来，实现所有学段全覆盖。",
    "2023年末，全国共有企业291.6万个。",
    "今年1-7月，共济金额达227亿元。",
    "将进一步加强监管，推动高质量发展。",
    "到2025年能实现多少？",
    "春运首日，全国铁路预计发送旅客1300万人次。",
    "假如连续缴费，到2025年本金共3343元。",
    "三年行动计划投资额共计330亿元。",
    "公司每股收益好于市场预期的1.68元。",
    "截至9月20日，共有35家机构参加。",
    "会议将于9月20日在某市举行，预计200人参加。",
    "国际货币基金组织预计，2025年该国经济将增长5%。",
    "北方大部气温将下降，局地降温将超过12℃。",
    "建成虚拟专网超过3万个。",
    "前十月新开工5万个，占全年计划开工数的99.6%。",
    "为确保35项措施落地，该市逐项明确了责任。",
    "今年，该市将持续打造一流营商环境。",
    "2025年前11个月，全国城镇新增就业超过1200万人。",
    "今年将围绕3个方面提出9条举措。",
    "2025年12月31日期间购置的，每辆免税额不超过3万元。",
    "全国居民平均预期寿命从72.95岁增长到77.93岁。",
    "“十五五”时期是全面建成供水网络的关键阶段。",
    "现将《2025年要完成的20件实事》印发给你们。",
    "机构预计，2027年，用电量达到12万亿千瓦时。",
    "新设企业两年内交易额达到2亿元的，给予奖励。",
    "《措施》明确，单个企业年度资助总额不超过300万元。",
])
def test_no_targets(text: str):
    assert read(text) == []


def test_a_stretch_that_began_before_an_undated_article_is_no_target() -> None:
    assert read("自2014年开通，到2022年，进出口从4亿美元增至8亿美元。", day=None) == []


@pytest.mark.parametrize(("lead", "found"), [("将争取实现三大目标。", True), ("已实现三大目标。", False), ("将争取实现目标。", False)])
def test_numbered_sentences_behind_goals_announced_are_targets(lead: str, found: bool) -> None:
    told = read(f"某局{lead}", "一是年报率达到95%以上。", "二是新增试点15家以上，完善机制。", "全市现有试点20家。")
    assert told == ([("年报率达到95%以上", None), ("新增试点15家以上", None)] if found else [])


def test_told_twice_is_one():
    found = read("到2030年，规模达到5万亿元。", "报告提出，到2030年，规模将达到5万亿元。")
    assert len(found) == 1


def test_belongs_to_the_programme_in_it():
    text = "力争2027年年底前实现医保影像云“一张网”。"
    at = text.index("医保影像云")
    article = Article("a.txt", 1, None, date(2025, 11, 21), None, (Sentence(text, ((0, len(text)),), 1),))
    mention = Mention(0, at, at + 5, "Programme", "医保影像云", "医保影像云")
    reading = Reading(article, (mention,), {}, (find_quantities(text),), find_times(article))
    (target,) = find_targets(reading, ())
    assert target.of == Ref("Programme", "医保影像云")


def test_belongs_to_what_its_figure_is_about_or_to_the_regulation_that_says_it() -> None:
    place, plan = Mention(0, 0, 2, "Place", "甲省", "甲省"), Mention(0, 0, 5, "Regulation", "《甲方案》", "甲方案")
    for text, mention in (("甲省力争到2027年，云网覆盖率达到90%。", place), ("《甲方案》提出，到2027年，云网覆盖率达到90%。", plan)):
        article = Article("a.txt", 1, None, date(2024, 9, 10), None, (Sentence(text, ((0, len(text)),), 1),))
        reading = Reading(article, (mention,), {}, (tuple(find_quantities(text)),), find_times(article))
        figure = Figure("90%", Decimal(90), "%", "云网覆盖率", "share", about=Ref("Place", "甲省"), evidence=reading.evidence(0))
        assert [target.of for target in find_targets(reading, (figure,))] == [mention.ref]


def test_a_word_in_a_name_announces_nothing():
    text = "今年大学生志愿服务某地计划新招4.3万名志愿者。"
    mention = Mention(0, 2, 13, "Programme", text[2:13], text[2:13])
    assert read(text, mentions=(mention,)) == [] and read(text) != []


def test_aims_at_where_it_goes_not_where_it_comes_from():
    text = "到2025年，供水工程由4639处压减到4000处以下。"
    article = Article("a.txt", 1, None, date(2024, 9, 10), None, (Sentence(text, ((0, len(text)),), 1),))
    reading = Reading(article, (), {}, (find_quantities(text),), find_times(article))
    figures = [Figure(q.text, q.value, q.unit, "供水工程", evidence=reading.evidence(0)) for q in reading.quantities[0]]
    (target,) = find_targets(reading, figures)
    assert target.figure is not None and target.figure.value == 4000


def test_a_year_that_is_planned_for_is_a_deadline_in_an_undated_text_too() -> None:
    assert read("东段全长35公里，计划2027年建成通车。", day=None) == [("计划2027年建成通车", "2027-12-31")]
    assert read("2026年产业帮扶资金占比力争达到60%。", day=None) == [("2026年产业帮扶资金占比力争达到60%", "2026-12-31")]
    assert read("预计2026年全球贸易量增长0.5%。", day=None) == []


def test_the_deadline_of_a_plan_holds_for_the_levels_of_its_next_sentence() -> None:
    rows = read("《规划》提出，到2030年，市场竞争力明显增强，核心技术取得重大突破。", "《规划》明确，新车平均电耗降至12千瓦时。")
    assert ("新车平均电耗降至12千瓦时", "2030-12-31") in rows


def test_the_span_of_a_plan_holds_for_levels_told_under_it() -> None:
    ahead = read("“十五五”时期，该省提出21项指标。", "未来五年，该省将坚持创新引领。", "研发经费投入年均增长10%以上，粮食产能达到1400亿斤。", day=None)
    assert ahead == [("研发经费投入年均增长10%以上", "2030-12-31"), ("粮食产能达到1400亿斤", "2030-12-31")]
    assert read("“十三五”时期，该省发展加快。", "粮食产能达到1400亿斤。", day=None) == []


def titled(*rows: tuple[str, str], day: date | None = None, mentions: tuple[Mention, ...] = ()) -> list[tuple[str, str | None]]:
    """The targets of an article of paragraphs with their roles, the first of them its headline."""
    sentences = tuple(Sentence(text, ((0, len(text)),), number, role) for number, (role, text) in enumerate(rows))
    article = Article("a.txt", 1, rows[0][1], day, None, sentences)
    reading = Reading(article, mentions, {}, tuple(find_quantities(s.text) for s in sentences), find_times(article))
    return [(t.statement, t.deadline.isoformat() if t.deadline else None) for t in find_targets(reading, ())]


@pytest.mark.parametrize(("text", "deadline"), [
    ("2025—2030年，全省水土保持率提高12%。", "2030-12-31"),
    ("2026年，林地覆盖率稳定在62%。", "2026-12-31"),
    ("“十五五”时期，水土保持率稳定在62%。", "2030-12-31"),
])
def test_what_a_plan_says_shall_change_by_its_years_is_due_at_their_end(text: str, deadline: str) -> None:
    assert titled(("headline", "青禾省水土保持规划"), ("body", text), day=date(2025, 1, 1)) == [(text[:-1], deadline)]
    assert titled(("headline", "青禾省水土保持见成效"), ("body", text), day=date(2025, 1, 1)) == []


def test_numbered_items_under_a_years_tasks() -> None:
    assert titled(("headline", "2026年甲区民生实事"), ("body", "1.新建公园5座；改造小区20个。")) == [
        ("新建公园5座", "2026-12-31"), ("改造小区20个", "2026-12-31")]
    section = (("headline", "甲区就业工作通知"), ("subhead", "一、2026年主要指标"), ("body", "2、新增就业5万人以上。"))
    assert titled(*section) == [("新增就业5万人以上", "2026-12-31")]


def test_a_plan_that_tells_past_levels_sets_none() -> None:
    told = (("headline", "甲市信息化发展规划"), ("body", "截至2025年底，普及率达到50%。"), ("body", "2025年，交易额达到20亿元。"))
    assert titled(*told, day=date(2026, 3, 1)) == []
    assert titled(("headline", "甲市信息化发展规划"), ("body", "普及率达到50%。")) == [("普及率达到50%", None)]


def test_the_deadline_of_a_plan_does_not_hold_for_what_it_counts() -> None:
    rows = read("《方案》提出，到2030年，建成充电桩10万个。", "《方案》提出五方面18项任务。")
    assert [statement for statement, _ in rows] == ["到2030年，建成充电桩10万个"]


def test_a_day_of_every_year_is_no_deadline() -> None:
    assert read("每年1月底前完成上述工作。") == []


def test_a_line_that_sets_a_year_leads_the_paragraphs_behind_it() -> None:
    led = (("headline", "甲市青禾产业发展规划"), ("body", "2027年主要目标："), ("body", "产业规模达到30亿元。"), ("body", "培育龙头企业10家。"))
    assert titled(*led, day=date(2024, 3, 1)) == [("产业规模达到30亿元", "2027-12-31"), ("培育龙头企业10家", "2027-12-31")]


def test_deeds_that_go_on_with_a_plan_are_its_targets() -> None:
    assert ("新建泊位6个", None) in read("甲市计划投资20亿元建设港区，新建泊位6个。")


def test_what_a_place_will_do_is_a_target_and_what_it_does_with_something_is_none() -> None:
    place = (Mention(0, 3, 5, "Place", "青禾", "青禾省"),)
    text = "今年，青禾将继续支持文旅产业，并围绕服务升级在园区实施20项攻坚，建好环境，培育50家领军企业。"
    assert [statement for statement, _ in read(text, day=None, mentions=place)] == ["并围绕服务升级在园区实施20项攻坚"]
    text = text.replace("建好环境", "打造品牌")
    assert [statement for statement, _ in read(text, day=None, mentions=place)] == ["并围绕服务升级在园区实施20项攻坚", "培育50家领军企业"]
    assert read("今年，青禾将98个项目列入计划，实施改造20处。", day=None, mentions=place) == []
    assert read("全省将建设1500万亩示范区。") == [("全省将建设1500万亩示范区", None)]


def test_a_year_before_a_comma_is_one_by_which_what_will_be_built_is_due() -> None:
    assert read("2026年，青禾将新建泊位12个。") == [("2026年，青禾将新建泊位12个", "2026-12-31")]


def test_two_days_for_two_numbers_are_two_targets() -> None:
    text = "到2025年和2030年，居民素养水平分别不低于22%和30%。"
    assert read(text) == [(text[:-1], "2025-12-31"), (text[:-1], "2030-12-31")]


def test_a_target_ends_at_its_semicolon() -> None:
    text = "力争“十五五”末，粮食产量达到520亿斤，棉花产量稳定在560万吨左右，持续做优1400万吨林果；不断深化合作。"
    assert [statement for statement, _ in read(text)][-1] == "棉花产量稳定在560万吨左右，持续做优1400万吨林果"


PLAN = "青禾省在线经济发展行动方案"
OWN = (Mention(0, 0, len(PLAN), "Regulation", PLAN, PLAN),)


def test_how_many_a_plan_wants_made_is_a_target_of_it() -> None:
    rows = (("headline", PLAN), ("body", "支持龙头企业，打造20个以上工业互联网平台，培育一批应用。"), ("body", "加快培育100家以上创新企业。"))
    assert titled(*rows, mentions=OWN) == [("打造20个以上工业互联网平台", None), ("加快培育100家以上创新企业", None)]
    assert titled(*rows) == []  # news of a plan
    told = (("headline", PLAN), ("body", "“十三五”时期，全省加快建设。"), ("body", "截至2020年底，全省成效显著。新建农村公路147万公里。"))
    assert titled(*told, day=date(2021, 9, 1), mentions=OWN) == []


def test_what_a_plan_looks_back_at_is_no_target() -> None:
    rows = (("headline", PLAN), ("body", "“十三五”期间，参保率稳定在95%以上，定点机构达到4万家。基金支付比例稳定在70%左右。"),
            ("body", "过去五年，床位达到41万张，护理型床位占比提高到55%。"), ("body", "近年来，试验区扩大到105个。"))
    assert titled(*rows, day=date(2021, 9, 1), mentions=OWN) == []
    ahead = ("body", "近年来，覆盖率达到70%，力争到2025年，覆盖率达到90%以上。")
    assert titled(("headline", PLAN), ahead, day=date(2021, 9, 1), mentions=OWN) == [("力争到2025年，覆盖率达到90%以上", "2025-12-31")]


def test_what_a_rule_grants_or_asks_is_no_target() -> None:
    rows = (("headline", PLAN), ("body", "东部地区每个城市补助总额不超过8亿元，中部地区不超过10亿元。其中中央承担不高于90%。"),
            ("body", "公告时间不少于20个工作日，首付不低于30%。2027年12月31日前，对企业执行增值税100%先征后退政策。"))
    assert titled(*rows, day=date(2023, 7, 1), mentions=OWN) == []


def test_what_a_dash_unfolds_is_due_by_the_day_that_it_unfolds() -> None:
    rows = (("headline", PLAN), ("subhead", "二、行动目标"), ("body", "到2025年，产业竞争力显著增强，建成应用高地。"),
            ("body", "——产业规模。产值突破1500亿元，培育企业20家。"))
    assert {("产值突破1500亿元", "2025-12-31"), ("培育企业20家", "2025-12-31")} <= set(titled(*rows, mentions=OWN))
    after = (*rows, ("subhead", "三、保障措施"), ("body", "——资金支持。安排资金5亿元。"))
    assert not [row for row in titled(*after, mentions=OWN) if "5亿元" in row[0]]


def test_all_that_a_report_says_under_its_plans_for_the_year_is_due_at_its_end() -> None:
    rows = (("headline", "政府工作报告"), ("subhead", "一、2023年工作回顾"), ("body", "新建公园12座。"), ("subhead", "二、2024年工作安排"),
            ("body", "今年发展主要预期目标是：生产总值增长5%以上，城镇新增就业10万人以上。"), ("subhead", "（一）全面推进乡村振兴"),
            ("body", "新建和改造提升高标准农田50万亩。"))
    assert titled(*rows, day=date(2024, 1, 22)) == [
        ("生产总值增长5%以上", "2024-12-31"), ("城镇新增就业10万人以上", "2024-12-31"), ("新建和改造提升高标准农田50万亩", "2024-12-31")]


def test_rows_of_a_plans_table_are_due_in_the_year_to_come() -> None:
    rows = (("headline", PLAN), ("subhead", "专栏1“十四五”主要指标"), ("row", "2020年床位数12万张"), ("row", "2025年床位数20万张"), ("row", "事故起数下降20%"))
    assert titled(*rows) == [("2025年床位数20万张", "2025-12-31"), ("事故起数下降20%", "2025-12-31")]


@pytest.mark.parametrize("text", [
    "该桥的合龙为其在年底实现全线贯通奠定基础。", "为年内开通运营做准备。", "今年12月将迎来两国建交10周年。",
    "全市围绕民生出台了100余条政策措施，年底前全部落地。",
])
def test_foundations_anniversaries_and_what_is_done_are_no_targets(text: str) -> None:
    assert [row for row in read(text) if "奠定" in row[0] or "准备" in row[0] or "周年" in row[0] or "100余条" in row[0]] == []


def test_a_year_gone_by_sets_no_level() -> None:
    assert titled(("headline", PLAN), ("body", "2020年人均收入达到17131元。"), day=date(2021, 11, 12)) == []


def test_a_target_keeps_what_its_clause_is_built_of_and_leaves_its_number() -> None:
    assert read("到2027年，基本构建以卫星遥感为主，无人机为补充的监测网。") == [("到2027年，基本构建以卫星遥感为主，无人机为补充的监测网", "2027-12-31")]
    assert read("二、力争到2025年，普及率达到90%。") == [("力争到2025年，普及率达到90%", "2025-12-31")]
    assert read("第五条【建设目标】到2025年，普及率达到90%。") == [("到2025年，普及率达到90%", "2025-12-31")]


@pytest.mark.parametrize("text", [
    "今年，全省粮食播种面积将保持在2亿亩以上。", "该厅将选取15个县开展试点。", "我国将再改造老旧小区5万个。", "力争实现企业超过8万家的目标。",
])
def test_more_that_will_be_done(text: str) -> None:
    assert [statement for statement, _ in read(text)]


def owners(*lines: str) -> list[tuple[str, str | None, str | None]]:
    """What each target of an article belongs to, and who commits to it, by names."""
    facts = extract(Document("a.txt", "\n".join(lines), "0" * 64, "text", Metadata()))
    told = [target for article in facts.articles for target in article.facts.targets]
    return [(t.statement, t.of.name if t.of else None, t.by.name if t.by else None) for t in told]


SENT_OUT = ("浙江省人民政府关于印发浙江省碳达峰实施方案的通知", "各市、县人民政府：", "现将《浙江省碳达峰实施方案》印发给你们，请认真贯彻执行。")


def test_a_target_of_a_plan_belongs_to_its_section_or_to_it_and_is_its_issuers() -> None:
    rows = owners(*SENT_OUT, "一、主要目标", "到2025年，浙江省森林覆盖率达到61%，公共机构能耗下降5%，主要污染物排放总量持续减少，生态环境质量稳步改善。",
                  "二、重点任务", "（一）实施节能降碳行动。到2025年，重点行业能效达标产能比例达到30%，数据中心绿色化水平明显提升，节能审查制度更加完善。")
    plan, government = "浙江省碳达峰实施方案", "浙江省人民政府"
    assert [row[1:] for row in rows] == [(plan, government), (plan, government), ("节能降碳行动", government)]


@pytest.mark.parametrize(("line", "of", "by"), [
    ("浙江省水利厅、浙江省财政厅联合印发《关于水网建设的意见》，提出到2027年，全省供水能力提高到205亿立方米。", "关于水网建设的意见", "浙江省水利厅"),
    ("到2027年，浙江省将建成水库30座。", "浙江省", None),
    ("甬舟铁路将于2027年底建成通车，届时宁波市至舟山市的行车时间将缩短至1小时内。", "甬舟铁路", None),
    ("浙江省实施“春风行动”，浙江省财政厅局长表示，力争到2027年“春风行动”覆盖企业3万家。", "春风行动", "浙江省财政厅"),
])
def test_a_target_of_news_belongs_to_what_sets_it_or_to_what_its_figure_is_about(line: str, of: str, by: str | None) -> None:
    assert {row[1:] for row in owners("浙江推进水网建设", "2024-09-10", line)} == {(of, by)}


def test_a_reply_sets_what_the_plan_that_it_approves_wants() -> None:
    rows = owners("国务院关于《江苏省国土空间规划（2021—2035年）》的批复", "江苏省人民政府：",
                  "一、原则同意规划。江苏省地处长江下游。要坚持新发展理念。要统筹发展和安全。",
                  "二、要守牢安全底线。到2035年，江苏省耕地保有量不低于5977万亩。")
    assert {row[1] for row in rows} == {"江苏省国土空间规划（2021—2035年）"}


def test_a_rate_that_a_plan_wants_reached_is_a_target_without_a_day() -> None:
    rows = (("headline", "国务院办公厅关于印发残疾预防行动计划的通知"), ("body", "孕前健康检查率达80%以上。"))
    assert titled(*rows, day=date(2016, 8, 25)) == [("孕前健康检查率达80%以上", None)]


def test_what_is_listed_behind_the_day_by_which_it_is_to_be_reached():
    rows = (("headline", "国务院办公厅关于推进分级诊疗的指导意见"),
            ("body", "到2027年，试点工作应当达到以下标准：一、建设达标率≥95%；二、基本实现大病不出县；三、县医院建立协作关系。"))
    assert titled(*rows, day=date(2025, 9, 8)) == [
        ("建设达标率≥95%", "2027-12-31"), ("基本实现大病不出县", "2027-12-31"), ("县医院建立协作关系", "2027-12-31")]


def test_what_is_listed_behind_a_day_gone_by_is_told_as_before():
    rows = (("headline", "国务院办公厅关于推进分级诊疗的指导意见"),
            ("body", "到2020年，工作应当达到以下标准：建设达标率到2027年达到95%。"))
    assert titled(*rows, day=date(2025, 9, 8)) == [("建设达标率到2027年达到95%", "2027-12-31")]


@pytest.mark.parametrize(("text", "found"), [
    ("2026年电价再降低10%，宽带资费再降低15%以上。", [("宽带资费再降低15%以上", "2026-12-31")]),  # what energy costs is no target
    ("道路交通万车死亡率下降6%以上。", [("道路交通万车死亡率下降6%以上", None)]),
    ("在2026年12月31日前，退税条件按照本公告第三条规定执行。", []),
    ("2026年6月底前编制完成改造“十五五”规划。", [("2026年6月底前编制完成改造“十五五”规划", "2026-06-30")]),
])
def test_changes_are_levels_of_a_plan_and_rules_are_not(text: str, found: list[tuple[str, str | None]]) -> None:
    assert titled(("headline", "关于重点任务分工方案的通知"), ("body", text), day=date(2026, 3, 1)) == found


def test_a_plan_of_five_years_named_alone_and_the_middle_of_the_century():
    rows = (("headline", "绿色转型"), ("body", "“十五五”，排放将累计降低17%。“十五五”末，产业规模将突破20万亿元。到本世纪中叶，全面建成现代化城市。"))
    assert [deadline for _, deadline in titled(*rows)] == ["2030-12-31", "2030-12-31", "2050-12-31"]


def test_a_target_belongs_to_what_a_title_carries_out():
    rows = owners("国务院关于开展海东营商环境创新试点的意见", "国发〔2021〕24号", "各省、自治区、直辖市人民政府：",
                  "为开展海东营商环境创新试点，提出如下意见。",
                  "一、主要目标", "到2025年，企业开办时间压缩至1个工作日以内，审批事项减少30%以上，营商环境国际竞争力明显提升。", "国务院", "2021年11月25日")
    assert {(of, by) for _, of, by in rows} == {("营商环境创新试点", "中华人民共和国国务院")}


@pytest.mark.parametrize(("title", "text", "found"), [
    ("关于印发某市技能提升行动方案（2024—2026年）的通知", "三年共开展各类培训50万人次以上。", [("三年共开展各类培训50万人次以上", "2026-12-31")]),
    ("某市技能提升行动方案（2024—2026年）", "加强校企合作，三年培训10万名学徒。", [("三年培训10万名学徒", "2026-12-31")]),
    ("关于重点任务分工方案的通知", "2026年底前将商标平均审查周期压缩至5个月以内，高价值专利审查周期压缩至17.5个月以内。",
     [("2026年底前将商标平均审查周期压缩至5个月以内", "2026-12-31"), ("高价值专利审查周期压缩至17.5个月以内", "2026-12-31")]),
])
def test_what_all_years_of_a_plan_are_for_is_due_at_its_end_and_times_that_are_cut_are_levels(title: str, text: str, found: list[tuple[str, str]]) -> None:
    assert titled(("headline", title), ("body", text), day=date(2024, 3, 1)) == found
