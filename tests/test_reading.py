"""Small documents read whole, from their lines to the statements, figures and targets: what no single room shows."""
from __future__ import annotations

from datetime import date

import pytest

from kg.extraction import read_article
from kg.layout import split_articles
from kg.model import Document, Facts, Metadata, Reading
from kg.relate import relate


def read(text: str, day: date | None = date(2024, 9, 10)) -> tuple[Reading, Facts]:
    """The one article of a text, with its facts."""
    article, = split_articles(Document("a.txt", text, "0" * 64, "text", Metadata(date=day)))
    reading = read_article(article)
    return reading, relate(reading)


def told(text: str, *predicates: str, day: date | None = date(2024, 9, 10)) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of the statements with some predicates, or of all."""
    return {
        (s.subject.name, s.predicate, s.object if isinstance(s.object, str) else s.object.name)
        for s in read(text, day)[1].statements if not predicates or s.predicate in predicates
    }


def named(text: str, kind: str) -> set[str]:
    return {ref.name for ref in read(text)[0].entities if ref.type == kind}


NOTICE = "青禾市人民政府办公室关于成立青禾市水资源保护领导小组的通知\n\n各县人民政府：\n\n现将组成人员通知如下。\n\n"


def test_members_of_a_body_are_read_line_by_line() -> None:
    text = NOTICE + "组　长：李建国　国家发展改革委副主任\n成　员：王志强　财政部副部长\n　　　　张秀英　水利部副部长\n"
    reading, facts = read(text)
    posts = {(s.subject.name, s.object.name, s.title) for s in facts.statements if s.predicate == "holdsPostAt" and not isinstance(s.object, str)}
    assert {("王志强", "中华人民共和国财政部", "副部长"), ("张秀英", "中华人民共和国水利部", "副部长")} <= posts
    assert "张秀英" in {m.name for m in reading.mentions if m.type == "Person"}


def test_an_office_of_a_government_is_no_government() -> None:
    text = "昆明市财政局会同昆明市人民政府金融办公室、昆明市人民政府外事办公室出台办法。"
    assert named(text, "Agency") == {"昆明市财政局", "昆明市政府金融工作办公室", "昆明市政府外事办公室"}


def test_a_leading_group_is_named_by_its_field() -> None:
    assert "国家应对气候变化工作领导小组" in named("会议由国家应对气候变化工作领导小组召开，部署下一步工作。", "Agency")


PLAN = (
    "安徽省人民政府办公厅关于印发安徽省碳达峰实施方案的通知\n\n各市、县人民政府，省政府各部门、各直属机构：\n\n"
    "《安徽省碳达峰实施方案》已经省政府同意，现印发给你们，请结合本地区、本部门实际，认真贯彻执行，确保各项目标任务落到实处。\n\n安徽省人民政府办公厅\n2022年12月1日\n\n"
    "安徽省碳达峰实施方案\n\n为深入贯彻落实党中央、国务院决策部署，扎实做好全省碳达峰工作，加快推进经济社会发展全面绿色转型，制定本方案。\n\n"
    "（一）绿色低碳出行行动。推广新能源公交车，完善城市慢行交通系统和充电设施，引导公众优先选择公共交通、步行和自行车等方式出行。（省交通运输厅牵头，省财政厅参与）\n\n"
    "（二）实施能源绿色转型行动。加快发展风电和光伏发电，统筹推进抽水蓄能电站建设，提高电力系统调节能力和新能源消纳水平，保障能源安全稳定供应。（省能源局牵头）\n")


def test_what_a_numbered_heading_is_named_after_is_what_the_plan_concerns() -> None:
    plan, transport, energy = "安徽省碳达峰实施方案", "绿色低碳出行行动", "能源绿色转型行动"
    assert told(PLAN, "concerns", "administers", "participatesIn") == {
        (plan, "concerns", transport), (plan, "concerns", energy), ("安徽省交通运输厅", "administers", transport),
        ("安徽省财政厅", "participatesIn", transport), ("安徽省能源局", "administers", energy)}


def test_a_notice_may_send_out_two_plans() -> None:
    text = (
        "教育部 财政部关于印发《“十四五”学前教育发展提升行动计划》和《“十四五”县域普通高中发展提升行动计划》的通知\n\n"
        "各省、自治区、直辖市教育厅（教委）、财政厅（局）：\n\n"
        "现将《“十四五”学前教育发展提升行动计划》和《“十四五”县域普通高中发展提升行动计划》印发给你们，请认真贯彻执行。\n\n教育部 财政部\n2021年12月9日\n")
    issued = {(s, o) for s, _, o in told(text, "issues")}
    plans = ("“十四五”学前教育发展提升行动计划", "“十四五”县域普通高中发展提升行动计划")
    assert {(body, plan) for body in ("中华人民共和国教育部", "中华人民共和国财政部") for plan in plans} <= issued


@pytest.mark.parametrize(("text", "statement"), [
    ("国家防总今天12时针对湖南启动防汛四级应急响应，派出工作组。", ("防汛四级应急响应", "appliesIn", "湖南省")),
    ("国家防总今天12时针对湖南启动防汛四级应急响应，派出工作组。", ("国家防汛抗旱总指挥部", "administers", "防汛四级应急响应")),
    ("国家防总启动针对江苏的防汛四级应急响应。", ("防汛四级应急响应", "appliesIn", "江苏省")),
    ("水利部维持对湖北、四川等十个省份的干旱防御四级应急响应。", ("干旱防御四级应急响应", "appliesIn", "四川省")),
    ("水利部维持对湖北、四川等十个省份的干旱防御四级应急响应。", ("中华人民共和国水利部", "administers", "干旱防御四级应急响应")),
    ("应急管理部针对湖南省严重暴雨洪涝灾害启动国家四级救灾应急响应。", ("国家四级救灾应急响应", "appliesIn", "湖南省")),
    ("自2021年12月3日开通运营以来，中老铁路累计发送旅客2090万人次。", ("中老铁路", "startedOn", "2021-12-03")),
    ("国家卫生健康委举行发布会。医政司司长张志远介绍，目前工作进展顺利。",
     ("张志远", "holdsPostAt", "中华人民共和国国家卫生健康委员会医政司")),
    ("《青禾市促进消费若干措施》由合肥市商务局会同合肥市财政局共同起草，提出18条措施。", ("合肥市财政局", "drafts", "青禾市促进消费若干措施")),
    ("《电梯安全技术规范》今起实施。该标准由工业和信息化部、公安部组织修订，于2024年5月31日由市场监管总局批准发布。",
     ("国家市场监督管理总局", "issues", "电梯安全技术规范")),
    ("《电梯安全技术规范》今起实施。该标准由工业和信息化部、公安部组织修订，于2024年5月31日由市场监管总局批准发布。",
     ("中华人民共和国公安部", "drafts", "电梯安全技术规范")),
    ("《电梯安全技术规范》今起实施。该标准由工业和信息化部、公安部组织修订，于2024年5月31日由市场监管总局批准发布。",
     ("电梯安全技术规范", "issuedOn", "2024-05-31")),
    ("记者获悉，第九届中国—东盟博览会和中国—东盟商务与投资峰会将于9月16日至19日在南宁举办。", ("第九届中国—东盟博览会", "startedOn", "2024-09-16")),
    ("将于9月28日至10月1日在长春举办的第九届中国—东北亚博览会准备就绪。", ("第九届中国—东北亚博览会", "startedOn", "2024-09-28")),
    ("国家医保局确定北京、上海、广州为长期护理保险试点城市。", ("长期护理保险", "appliesIn", "上海市")),
    ("国家医保局确定北京、上海、广州为长期护理保险试点城市。", ("国家医疗保障局", "administers", "长期护理保险")),
    ("“跨省通办”试点扩大到北京、天津等21个省份。", ("“跨省通办”试点", "appliesIn", "天津市")),
    ("浙江省是全国首个数字人民币试点省份。", ("数字人民币", "appliesIn", "浙江省")),
    ("环北部湾广西水资源配置工程在南宁、北海、玉林、钦州四地展开。", ("环北部湾广西水资源配置工程", "appliesIn", "钦州市")),
    ("山东省公安厅近日开展夏季交通安全整治行动区域会战，查处违法行为。", ("山东省公安厅", "administers", "夏季交通安全整治行动区域会战")),
    ("本届中国进出口商品交易会将于4月15日至5月5日在广州举办。", ("中国进出口商品交易会", "startedOn", "2024-04-15")),
    ("首届世界数字教育大会，2月13日在北京开幕。", ("首届世界数字教育大会", "startedOn", "2024-02-13")),
    ("第三届海洋合作论坛定于9月15日在海口举办。", ("第三届海洋合作论坛", "appliesIn", "海口市")),
    ("《商务部等9部门关于促进家政服务消费的若干措施》今天公布。", ("中华人民共和国商务部", "issues", "商务部等9部门关于促进家政服务消费的若干措施")),
    ("江西出台《江西省林长制条例》，全面推行林长制。", ("江西省林长制条例", "concerns", "林长制")),
    ("今年，襄阳市为27个民间投资项目争取补助资金2.2亿元；开展“减材料、减环节”专项行动，压减申请材料。",
     ("“减材料、减环节”专项行动", "appliesIn", "襄阳市")),
    ("8月17日，全市民营经济发展大会召开。襄阳市委书记李建国讲话。", ("襄阳市民营经济发展大会", "startedOn", "2024-08-17")),
    ("支持深圳市开展气候投融资试点。", ("气候投融资试点", "appliesIn", "深圳市")),
    ("今天，纵贯江苏中部的盐泰锡常宜铁路开工建设。", ("盐泰锡常宜铁路", "appliesIn", "江苏省")),
])
def test_statements_of_news(text: str, statement: tuple[str, str, str]) -> None:
    assert statement in told(text, statement[1])


@pytest.mark.parametrize("text", [
    "记者参加第三届海洋合作论坛，2月13日在海口举行了采访。", "第三届海洋合作论坛期间，2月13日在海口举行发布会。",
    "第三届海洋合作论坛，2月13日在海口举行新闻发布会。", "第三届海洋合作论坛申报时间为4月15日至5月5日。",
])
def test_what_is_done_at_an_event_does_not_date_it(text: str) -> None:
    assert not told(text, "startedOn", "appliesIn")


def test_what_anybody_does_is_no_programme_of_a_law() -> None:
    text = (
        "网络交易监督管理办法\n\n第一条 为了规范网络交易活动，制定本办法。\n"
        "第二条 从事网络交易活动，应当遵守本办法。违反规定的，处五千元以上一万元以下罚款。\n")
    reading, facts = read(text)
    assert "网络交易活动" not in {ref.name for ref in reading.entities}
    assert {f.about.name for f in facts.figures if f.about} == {"网络交易监督管理办法"}


@pytest.mark.parametrize(("text", "day"), [
    ("本报讯 6月12日，市商务局召开通气会。2024年青禾市引进首店312家，其中东北首店118家。今年1至5月，全市新引进首店143家。", date(2025, 6, 12)),
    ("7月26日，青禾省召开发布会。2023年上半年，城镇新增就业71.89万人。政策实施期限截至2023年12月31日。", date(2023, 7, 26)),
    ("1月19日，海关召开发布会。据海关统计，2021年，全市进出口总值8876.5亿元，比上年增长27.7%。", date(2022, 1, 19)),
    ("10月18日，记者获悉，2024年全省参保人数稳定。通知明确2025年度居民医保集中缴费期。", date(2024, 10, 18)),
])
def test_the_year_of_a_report_that_does_not_print_it(text: str, day: date) -> None:
    assert read(text, None)[0].article.date == day


@pytest.mark.parametrize(("text", "first"), [
    ("某企业近日公布2023年上半年业绩。今年第二季度，营收30亿元。", "2023-04-01"),
    ("今年上半年，全国风电新增装机30万千瓦。海上风电发展较快。出口保持稳定。投资持续增长。2024年上半年，全行业回升。", "2024-01-01"),
    ("今年上半年，全国风电新增装机30万千瓦。出口保持稳定。投资持续增长。2022年上半年，全行业回升。2023年，新规出台。", None),
])
def test_this_year_of_an_undated_report_is_that_of_the_part_of_it_that_it_tells(text: str, first: str | None) -> None:
    figures = read(text, None)[1].figures
    assert [str(figure.period[0]) if figure.period else None for figure in figures] == [first]


@pytest.mark.parametrize(("text", "day"), [
    ("新修订的《驾驶证使用规定》将从2025年1月1日起实施。记者今天（12月27日）从公安部了解到，办理更加便利。", date(2024, 12, 27)),
    ("记者今天（12月27日）从商务部了解到，两项国家标准于近日公布，2025年3月1日正式实施。", date(2024, 12, 27)),
    ("记者今天（4月13日）了解到，中央网信办印发《2023年数字乡村发展工作要点》。", date(2023, 4, 13)),
])
def test_what_is_to_come_and_yearly_tasks_tell_the_year_of_a_report(text: str, day: date) -> None:
    assert read(text, None)[0].article.date == day


def test_what_the_province_does_behind_a_programme_is_told_of_it() -> None:
    figures = read("河北将“人工智能+”行动作为产业转型升级的关键抓手，全省计划今年培育10个“数字领航”企业，建成100个先进级智能工厂。")[1].figures
    assert {f.about.name if f.about else None for f in figures} == {"河北省"}


def test_a_title_without_its_edition_is_the_same_regulation() -> None:
    text = "中轴线保护传承三年行动计划发布\n\n今天，《中轴线保护传承三年行动计划（2025年—2027年）》正式发布。"
    assert named(text, "Regulation") == {"中轴线保护传承三年行动计划（2025年—2027年）"} and not named(text, "Programme")


@pytest.mark.parametrize(("text", "kind", "names"), [
    ("8月17日，市领导吕义斌、伍义兵、黄进、孟艳清、王芳出席会议。", "Person", {"吕义斌", "伍义兵", "黄进", "孟艳清", "王芳"}),
    ("谷城县、市发改委作会议发言。襄阳市委书记李建国讲话。", "Agency", {"襄阳市发展和改革委员会", "中国共产党襄阳市委员会"}),
    ("中国国家能源局17日发布1—7月份全国电力工业统计数据。", "Publication", {"1—7月份全国电力工业统计数据"}),
    ("自治区副主席玉苏甫江·麦麦提的专访今晚播出。", "Person", {"玉苏甫江·麦麦提"}),
    ("深入推进技能脱贫千校行动和深度贫困地区技能扶贫行动，对学生给予补助。", "Programme", {"技能脱贫千校行动", "深度贫困地区技能扶贫行动"}),
    ("同意建设江苏南京国家农业高新技术产业示范区，规划面积145平方公里。", "Place", {"江苏南京国家农业高新技术产业示范区"}),
    ("浙江省生态环境厅印发《浙江省生物多样性保护战略与行动计划（2023—2035年）》。《战略与行动计划》提出目标。《行动计划》还提出任务。",
     "Regulation", {"浙江省生物多样性保护战略与行动计划（2023—2035年）"}),
    ("国家能源局副司长刘刚31日在北京表示，交易电量增长。", "Place", set()),
    ("商务部印发“十四五”服务贸易发展规划。", "Regulation", {"“十四五”服务贸易发展规划"}),
    ("中国科学院古脊椎动物与古人类研究所发布成果。", "Organization", {"中国科学院古脊椎动物与古人类研究所"}),
    ("副省长周文一主持会议，县长李明一行参加调研。", "Person", {"周文一", "李明"}),
    ("中国选手汪顺摘得金牌，小将陈烨夺得冠军，选手郭清收获银牌。", "Person", {"汪顺", "陈烨", "郭清"}),
    ("中国运动员刘洋成功卫冕，王芳连续三年获奖。", "Person", {"刘洋"}),
    ("中国建设银行湖南长沙河西支行行长王志远介绍情况。", "Organization", {"中国建设银行股份有限公司湖南长沙河西支行"}),
    ("根据上海市优化营商环境条例，政府开展评估。", "Regulation", {"上海市优化营商环境条例"}),
    ("依照甘肃省残疾人保障法实施办法和优化营商环境条例，开展检查。", "Regulation", {"甘肃省残疾人保障法实施办法", "优化营商环境条例"}),
])
def test_names_of_news(text: str, kind: str, names: set[str]) -> None:
    assert named(text, kind) == names


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("全国发电设备累计平均利用2079小时。其中，水电1578小时，比上年同期减少523小时；风电1416小时。", "1416小时", "风电设备累计平均利用小时数"),
    ("上半年，陕西省GDP增速慢于全国水平（5.5%），也慢于一季度。", "5.5%", "全国GDP增速"),
    ("甲类、乙类、丙类等升级类消费实现较快增长，同比分别增长8.4%、17.5%、32.6%，分别高于零售额增速1.6、10.7、25.8个百分点。", "17.5%", "乙类同比增速"),
    ("甲类、乙类、丙类等升级类消费实现较快增长，同比分别增长8.4%、17.5%、32.6%，分别高于零售额增速1.6、10.7、25.8个百分点。",
     "10.7", "乙类增速高于零售额增速"),
    ("装备制造业中占比较大的汽车制造业增长30.5%。", "30.5%", "装备制造业中占比较大的汽车制造业增速"),
    ("长期护理保险已惠及万余位重度失能人员。", "万余位", "惠及重度失能人员数"),
    ("去年就有60多家以光学为基础的企业落户。", "60多家", "企业落户数"),
    ("全省建成8个以龙头企业为核心的产业集群。", "8个", "建成产业集群数"),
    ("货物贸易进出口总额20926.22亿元，其中出口8463.23亿元。", "8463.23亿元", "货物贸易出口"),
    ("高技术制造业增加值增长9.3%，增速超过规模以上工业增速3.5个百分点。", "3.5个百分点", "高技术制造业增加值增速超过规模以上工业增速"),
])
def test_indicators_of_news(text: str, printed: str, indicator: str) -> None:
    assert {f.text: f.indicator for f in read(text)[1].figures}[printed] == indicator


def test_a_name_that_only_tells_the_time_is_no_topic() -> None:
    text = "共建“一带一路”倡议提出十年来，新疆全力推进设施联通，开通国际运输道路118条。"
    figure, = read(text)[1].figures
    assert figure.about and figure.about.name == "新疆维吾尔自治区"


def test_what_stands_under_the_heading_of_goals_is_aimed_at() -> None:
    text = (
        "十五部门关于印发《机器人产业发展规划》的通知\n\n各省、自治区、直辖市人民政府：\n\n现将《机器人产业发展规划》印发给你们，请认真贯彻执行。\n\n2024年9月1日\n\n"
        "（二）发展目标。到2027年，产业综合实力达到国际先进水平。一批核心技术取得突破，机器人产业营业收入年均增速超过20%。\n")
    targets = {t.statement: t.deadline for t in read(text)[1].targets}
    assert targets["一批核心技术取得突破"] == targets["机器人产业营业收入年均增速超过20%"] == date(2027, 12, 31)


def test_the_year_in_an_events_name_dates_nothing() -> None:
    figure, = read("记者了解到，2023年世界互联网大会将吸引1800名嘉宾。")[1].figures
    assert figure.period is None


def test_a_stretch_gone_by_does_not_date_what_is_aimed_at() -> None:
    figures = {f.text: f.period for f in read("2024年1月至7月，全省新增装机215万千瓦。力争并网2500万千瓦。")[1].figures}
    assert figures["215万千瓦"] == (date(2024, 1, 1), date(2024, 7, 31)) and figures["2500万千瓦"] is None


def test_countries_along_a_programme_are_not_its_figures() -> None:
    figure, = read("甲省与共建“一带一路”国家进出口150亿元。")[1].figures
    assert figure.about is None


def facts_about(text: str) -> dict[str, tuple[str, str | None]]:
    """The indicator and the topic of each figure by its printed text."""
    return {f.text: (f.indicator, f.about.name if f.about else None) for f in read(text)[1].figures}


@pytest.mark.parametrize(("text", "printed", "indicator", "about"), [
    ("在上半年的GDP十强城市中，上海（21390亿元）、成都（10705亿元）稳居前七，位居第十的南京（8317亿元）也在发力。", "10705亿元", "GDP", "成都市"),
    ("在上半年的GDP十强城市中，上海（21390亿元）、成都（10705亿元）稳居前七，位居第十的南京（8317亿元）也在发力。", "8317亿元", "GDP", "南京市"),
    ("从财政收入增速来看，全省有3座城市超过8%，分别为合肥（9.1%）、芜湖（8.6%）以及滁州（8.2%）。", "8.6%", "财政收入增速", "芜湖市"),
    ("上半年，陕西全省进出口总额2025亿元。其中，出口1306亿元，下降9.3%。", "9.3%", "出口下降", "陕西省"),
    ("甘肃全省一般公共预算收入536亿元，全省税收收入368亿元。", "536亿元", "一般公共预算收入", "甘肃省"),
    ("上半年，吉林规模以上工业增加值增长5.7%。从黑龙江省统计局公布的数据看，该省第二产业表现不佳，第二产业增加值为2124亿元。",
     "2124亿元", "第二产业增加值", "黑龙江省"),
    ("从GDP增速看，吉林、辽宁增速跑赢全国水平（5.5%）。", "5.5%", "全国GDP增速", None),
    ("杭州在浙江领先。《2022年度浙江广告业发展报告》显示，规模以上企业达到2933户。", "2933户", "规模以上企业数", "浙江省"),
])
def test_statistics_of_several_places(text: str, printed: str, indicator: str, about: str | None) -> None:
    assert facts_about(text)[printed] == (indicator, about)


def test_the_whole_city_is_that_whose_body_makes_its_numbers_known() -> None:
    text = ("7月27日，深圳市统计局发布消息，全市地区生产总值为16297亿元，全市出口大幅增长。官方数据显示，两地排名易位。"
            "制图 贾某7月20日，杭州市统计局发布数据，上半年全市生产总值9602亿元。")
    assert facts_about(text)["9602亿元"][1] == "杭州市"


def test_a_long_name_that_stands_often_and_goes_on_differently_is_a_programme() -> None:
    often = "会议通报新旧动能转换基金运作情况。新旧动能转换基金设立134只。新旧动能转换基金，由省级管理。"
    assert "新旧动能转换基金" in named(often, "Programme")
    assert "新旧动能转换基金" not in named("会议通报新旧动能转换基金运作情况。", "Programme")


def test_a_half_year_told_anywhere_dates_a_report_that_says_nothing_of_this_year() -> None:
    text = "协会数据显示，上半年全国黄金消费量554吨。分品种看，首饰较多。矿山布局优化。生产恢复。2023年上半年，企业生产恢复正常。"
    period = {f.text: f.period for f in read(text, None)[1].figures}
    assert period["554吨"] == (date(2023, 1, 1), date(2023, 6, 30))
    assert read(text.replace("矿山", "今年矿山"), None)[1].figures[0].period is None
