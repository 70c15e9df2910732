"""Layout repair on the seed pages and on pages set by the tests themselves, whose truth is known to the letter."""
from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from typeset import set_page

from kg.layout import split_articles
from kg.layout.articles import cut_sentences
from kg.model import Article, Document
from kg.readers import find_inputs, read_document


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


def split(text: str, name: str = "a.txt") -> tuple[Article, ...]:
    return split_articles(Document(name, text, ""))


@pytest.fixture(scope="module")
def seed_articles(seeds: Path) -> list[tuple[Document, Article]]:
    documents = [read_document(row.path, row.identifier, row.metadata) for row in find_inputs([seeds])]
    return [(document, article) for document in documents for article in split_articles(document)]


def test_every_sentence_stands_in_its_document(seed_articles: list[tuple[Document, Article]]):
    for document, article in seed_articles:
        for sentence in article.sentences:
            slices = "".join(document.text[start:end] for start, end in sentence.fragments)
            assert squeeze(slices) == squeeze(sentence.text)
            assert sentence.fragments and all(start < end for start, end in sentence.fragments)


def test_headlines_of_the_seeds(seed_articles: list[tuple[Document, Article]]):
    heads = {article.headline for _, article in seed_articles}
    assert "政策拉动显效！消费者购买以旧换新家电近9000万台" in heads
    assert "我省“12356”心理援助热线全面开通" in heads
    assert "﹃网红﹄变长红重在练好内功" in heads
    assert "明年起探索推动职工医保个人账户跨省共济" in heads
    assert len(seed_articles) == 30 or len(seed_articles) == 31


def test_letters_apart_are_joined(seed_articles: list[tuple[Document, Article]]):
    text = "\n".join(article.text for _, article in seed_articles)
    assert "总支出分别为34809.95亿元、29675.92亿元" in text


def test_a_sentence_over_a_headline_is_joined(seed_articles: list[tuple[Document, Article]]):
    text = "\n".join(article.text for _, article in seed_articles)
    assert "“特别要强调的是，我们的跨省直接结算门诊慢特病从5种增加到10种。”颜清辉说" in text


def test_a_paragraph_printed_twice_stands_once(seed_articles: list[tuple[Document, Article]]):
    text = "\n".join(article.text for _, article in seed_articles)
    assert text.count("该平台日均结算量超过2800万人次") == 1


@pytest.mark.parametrize(("style", "headlines", "bounds"), [("narrow", 0.95, 0.90), ("plain", 0.90, 0.75), ("spaced", 0.80, 0.65)])
def test_generated_pages(seed_articles: list[tuple[Document, Article]], style: str, headlines: float, bounds: float):
    """Headlines and bounds of 20 pages a style come back, as far as their leads tell."""
    pool = [(a.headline, a.text.split("\n")) for _, a in seed_articles if a.headline and "﹃" not in a.headline and 100 < len(a.text) < 1500
            and all(p.endswith(("。", "”")) for p in a.text.split("\n"))]
    heads = wholes = count = 0
    for seed in range(20):
        picked = random.Random(seed).sample(pool, 3)
        found = {squeeze(a.headline or ""): squeeze(a.text) for a in split(set_page(picked, style, seed))}
        for head, paragraphs in picked:
            body, got = squeeze("".join(paragraphs)), found.get(squeeze(head), "")
            count += 1
            heads += squeeze(head) in found
            wholes += body[:15] in got and body[-15:] in got and len(got) < 1.1 * len(body)
    assert heads / count >= headlines
    assert wholes / count >= bounds


def test_plain_news_item():
    (article,) = split("省医保局启动影像云建设\n\n新华社郑州2025年3月21日电（记者张三）河南省医保局21日启动影像云建设。\n\n目前已有17个市接入。\n")
    assert article.headline == "省医保局启动影像云建设"
    assert article.date is not None and article.date.isoformat() == "2025-03-21"
    assert article.source == "新华社"


def test_official_notice():
    (article,) = split(
        "某省人民政府办公厅关于推进数据共享的通知\n\n某政办发〔2023〕5号\n\n各市、县人民政府：\n\n为推进数据共享，现就有关事项通知如下。\n\n"
        "一、加快建设。各地要在年底前完成接入。\n\n某省人民政府办公厅\n\n2023年5月8日\n\n（此件公开发布）\n")
    assert article.headline == "某省人民政府办公厅关于推进数据共享的通知"
    assert article.date is not None and article.date.isoformat() == "2023-05-08"
    assert "某政办发〔2023〕5号" in article.text


def test_newsletter_items():
    text = "# 某学会快报\n\n(第3期)\n\n2024年5月6日\n\n" + "\n\n".join(
        f"## {head}\n\n{body}\n\n来源：{source}" for head, body, source in [
            ("某市优化社保服务", "某市人社局优化社保服务，方便群众办事。今年以来服务群众2万人次。", "某省人社厅"),
            ("某县开展就业援助", "某县开展就业援助活动，帮助困难人员就业。活动举办招聘会十场。", "某日报"),
            ("某区推进工伤预防", "某区推进工伤预防培训，覆盖重点企业三百家，培训职工一万人次。", "某区政府网")]) + "\n"
    articles = split(text, "a.md")
    assert [a.headline for a in articles] == ["某市优化社保服务", "某县开展就业援助", "某区推进工伤预防"]
    assert [a.source for a in articles] == ["某省人社厅", "某日报", "某区政府网"]
    assert {a.date.isoformat() if a.date else None for a in articles} == {"2024-05-06"}


def test_no_date_is_invented():
    (article,) = split("某市优化服务\n\n近日，某市优化服务，方便群众办事。\n")
    assert article.date is None


@pytest.mark.parametrize(("body", "day"), [
    ("该井2013年9月正式投产。今天（12月11日），累计产量突破4亿立方米。", None),
    ("今天（2月27日），节目播出。2024年，全村集体经济突破600万元。", "2025-02-27"),
    ("某省8月17日印发《关于印发〈某省第八个五年规划（2021—2025年）〉的通知》。", None),
    ("7月20日下午，某省介绍《三年行动方案（2023-2025年）》。", "2023-07-20"),
    ("今天（12月28日），高速通车。《2026年春节联欢晚会》分会场发布。", "2025-12-28"),
    ("今天（6月24日），“应急先锋·2025”演习举行。", "2025-06-24"),
    ("今天（6月6日），《2023年全国海水利用报告》发布。2022年，规模增长。", "2024-06-06"),
    ("今天（6月6日），试点确定，期限为2025—2027年。2023年全市规模增长。", "2023-06-06"),
    ("7月25日，某市表决通过《某市河道条例》，自2023年10月1日起施行。", "2023-07-25"),
    ("今天（12月20日），某局公布《某办法》，自2024年3月1日起施行。2022年，规模增长。", "2023-12-20"),
    ("今天（10月29日），某部发布，2025年前三季度客运量增长。", "2025-10-29"),
    ("今天（3月26日），某地开行2026年首趟专列。", "2026-03-26"),
    ("2025某江G60走廊对接大会昨天（11月28日）举行。", "2025-11-28"),
    ("今天（7月27日），价格从2021年的8元上涨到2022年的9元。", "2023-07-27"),
    ("今天（12月27日），成绩单公布，2024年客流增长。2025年春运从1月14日开始，预计40天。", "2024-12-27"),
    ("1月25日，记者获悉，2023年，某省完成投资1083亿元。", "2024-01-25"),
    ("7月17日，某局介绍上半年数据，发布《2025年某国专利调查报告》。", "2025-07-17"),
    ("1月13日，某署举行发布会，介绍2024年全年进出口情况。", "2025-01-13"),
    ("3月1日，记者获悉，2023年，全国共有学校49万所。", "2024-03-01"),
    ("8月29日，某市举行2023年发布会。下一步，某市将继续落实规划，2024年再新增学位15万个。", "2023-08-29"),
    ("8月15日，某省发布数据，2022年全省煤炭消费占比重为48.3%。", "2023-08-15"),
    ("8月15日，某省发布数据，2022年全省煤炭消费比重将降至48.3%。", "2022-08-15"),
    ("8月3日，某市介绍，试点于2022年7月开展，将学生儿童纳入。", "2022-08-03"),
    ("1月12日，全会在某地开幕。2025年，全市深化改革取得显著成效。", "2026-01-12"),
    ("8月8日，2023某省人才交流会在某市开幕。", "2023-08-08"),
    ("本报青禾12月18日电 （记者张三）2023青禾改革论坛18日在京举行。“每月一题”机制2021年起实施。", "2023-12-18"),
    ("4月8日，《感动某地2023年度人物盛典》播出。", "2024-04-08"),
    ("本报讯（记者张三）7月28日，在某车企销售大会上，某厅与各方签约。2022年，销量3万辆。", None),
    ("8月8日，某市召开大会，张三任书记。张三2021年4月任某市市长。", None),  # a life told, and not the year of the report
    ("8月16日，运动会在某市开幕。2022年5月，某局印发方案。", None),
    ("8月16日，运动会在某市开幕。2022年7月，某局印发方案。", "2022-08-16"),
    ("7月28日，某市召开座谈会。2022年，全行业实现利润65亿元，同比增长29.8%。", "2023-07-28"),
    ("11月21日，某局介绍，2024年12月以来，云平台建成。", "2025-11-21"),
    ("7月20日，某区介绍，2023年，某厅新建幼儿园。其余14所幼儿园2024年秋季将竣工。", "2023-07-20"),
    ("今天（6月20日），双方会谈，将落实联合国2030年可持续发展议程。2024年上半年，贸易增长。", "2024-06-20"),
    ("今天（5月7日），为2035年基本实现现代化奠定基础。2024年上半年，贸易增长。", "2024-05-07"),
    ("7月11日，某机构预测，2027年全球石油需求将比上年增加134万桶。2026年上半年，需求增长。", "2026-07-11"),
    ("今天（2月25日），如果某党在2029年赢得大选，开支将增加。2024年下半年，支出增长。", "2025-02-25"),
    ("今天（7月10日），四国于1991年建立的共同市场举行会晤。", None),
    ("今天（8月22日），2011年某国爆发危机以来首次举行会谈。", None),
    ("今天（1月19日），某局发布公告，新标准将自2027年1月1日正式实施。", "2026-01-19"),
    ("今天（1月19日），某局公布《某办法》，自2027年2月1日起施行。", "2027-01-19"),
    ("今天（6月22日），2024年上半年物价上涨，5月上涨7.1%，为1992年3月以来最高。", "2024-06-22"),
    ("2024年调整部分商品关税。今天（12月21日），某委公布，2024年1月1日起，对部分商品实施暂定税率。", "2023-12-21"),
])
def test_the_year_is_told_by_what_is_over(body: str, day: str | None):
    (article,) = split(f"某地晒出成绩单\n\n{body}\n")
    assert (article.date.isoformat() if article.date else None) == day


def test_briefs_of_one_broadcast_share_its_day():
    more = "各地各部门加强统筹协调，细化工作举措，完善配套政策，强化要素保障，确保各项任务落到实处、取得实效。"
    items = {
        "今年我国累计灌溉面积超4亿亩": "记者今天（6月6日）从水利部获悉，今年灌溉面积超过4亿亩，实现应灌尽灌。",
        "我国儿童青少年总体近视率下降": "今天（6月6日）是爱眼日，2022年儿童近视率为51.9%，防控工作取得进展。",
        "第二届青禾博览会在海州开幕": "第二届青禾博览会6月3日在海州开幕，来自各地的展商参展，展期持续一周。",
        "首批国家机制试点名单确定": "记者从国家发展改革委了解到，日前，国家确定首批试点，试点期限为2025—2027年。",
        "明天南方再迎降雨 北方有大范围高温": "中央气象台预计，明天（6月7日）起，南方地区将有较强降雨，北方大部有高温天气。",
        "总台发布2024端午特别节目": "中央广播电视总台今天（6月6日）发布端午特别节目，彰显传统文化魅力。",
    }
    page = "".join(f"{headline}\n{body}{more}\n" for headline, body in items.items())
    articles = split("国内联播快讯\n\n央视网消息（新闻联播）：\n" + page)
    assert [article.headline for article in articles] == [headline.replace(" ", "") for headline in items]
    assert {str(article.date) for article in articles} == {"2024-06-06"}


@pytest.mark.parametrize("day", ["2023年8月3日", "2023-08-03", "2023-08-03 10:20"])
def test_a_day_under_the_headline_is_the_articles(day: str):
    text = f"海州举行稳就业新闻发布会\n\n{day}\n\n海州市人力资源和社会保障局介绍，上半年全市城镇新增就业三万人，同比增长百分之二。"
    (article,) = split(text)
    assert (article.headline, str(article.date)) == ("海州举行稳就业新闻发布会", "2023-08-03")


def test_brackets_hold_sentences_together():
    (article,) = split("某市办好实事\n\n他介绍了情况（见图。图略），随后答问。会议于当日结束。\n")
    assert [s.text for s in article.sentences if s.role == "body"] == ["他介绍了情况（见图。图略），随后答问。", "会议于当日结束。"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_title_of_a_notice_may_take_some_lines(gap: str):
    (article,) = split(gap.join(["某省人民政府", "关于深化信用制度建设的", "实施意见", "某政发〔2024〕20号", "各市人民政府，省政府各部门：", "现提出以下意见。",
                                 "一、加强领导。各地要加强领导。", "某省人民政府", "2024年3月5日"]) + "\n")
    assert article.headline == "某省人民政府关于深化信用制度建设的实施意见"


def test_the_day_of_repealed_rules_is_not_the_articles():
    (article,) = split("新规公布\n\n某局22日公布《乙办法》，自2023年12月1日起施行。2016年1月5日公布的《乙办法》同时废止。\n")
    assert article.date is None


@pytest.mark.parametrize(("text", "day"), [
    ("2023年7月5日，某部等五部门发布公告，废止2015年12月31日原某部等印发的《食堂管理办法》。", "2023-07-05"),
    ("某局决定废止2019年10月8日公布的《餐饮办法》。某局2023年7月20日介绍，新办法施行。", "2023-07-20"),
    ("2016年7月1日起施行的《收费办法》已不适应发展需要。", "None"),
])
def test_the_day_of_a_rule_that_a_page_tells_of_is_not_the_pages(text: str, day: str):
    (article,) = split(text + "\n")
    assert str(article.date) == day


def test_notice_without_blank_lines():
    (article,) = split("某省财政厅关于做好补贴工作的通知\n某财〔2024〕12号\n各市财政局：\n为做好补贴工作，现通知如下。\n一、加强领导\n各地要加强领导。\n"
                       "二、明确责任\n各地要明确责任。\n某省财政厅\n2024年5月6日\n")
    assert article.headline == "某省财政厅关于做好补贴工作的通知"
    assert article.date is not None and article.date.isoformat() == "2024-05-06"


def test_a_numbered_heading_stands_between_what_leads_to_it_and_its_items():
    work = "各地财政部门加强协调，建立台账，按月调度，及时足额发放了各项补贴资金，没有发生拖欠的情况，群众反映良好，工作取得了新的进展。"
    (article,) = split("\n".join([
        "某省财政厅关于上半年补贴工作情况的通报", "某财〔2024〕12号", "各市财政局：",
        f"2024年上半年，{work}{work}现将有关情况通报如下：", "一、上半年补贴工作情况",
        f"（一）补贴对象总体平稳。今年新增补贴对象5万人。{work}{work}", f"（二）发放进度加快。{work}", "二、下一步工作要求",
        f"各地要继续做好补贴工作。{work}", "某省财政厅", "2024年7月6日"]) + "\n")
    texts = [sentence.text for sentence in article.sentences]
    assert texts.index("一、上半年补贴工作情况") == texts.index("现将有关情况通报如下：") + 1 == texts.index("（一）补贴对象总体平稳。") - 1


@pytest.mark.parametrize(("told", "headline", "lead"), [
    ("2023-08-05 08:17，正文：原标题：某省启动夏季护苗行动近日，某省启动行动。", "某省启动夏季护苗行动", "近日"),
    ("原标题：某市公布一批典型案例 涉及食品安全某市公布一批典型案例 涉及食品安全 记者从市里获悉，案例已经公布。", "某市公布一批典型案例涉及食品安全", "记者从"),
    ("正文：                原标题：医保谈判规则这样调整了                            本报讯 规则已经公布。", "医保谈判规则这样调整了", "本报讯"),
    ("原标题：三部门挂牌督办十一起污染案央广网北京8月15日消息（记者 张三）三部门挂牌督办案件。", "三部门挂牌督办十一起污染案", "央广网北京"),
    ("原标题：江海市人社局：送岗位进社区江海市人社局把岗位送进社区。", "江海市人社局：送岗位进社区", "江海市人社局把"),
    ("原标题：12月1日起施行！农产品有了新规矩□通讯员 李四 市里公布了新规定。", "12月1日起施行！农产品有了新规矩", "□通讯员"),
    ("原标题：江海港半年吞吐量创新高 同比增长两成原标题：江海港半年吞吐量创新高 同比增长两成江海港公布了数据。",
     "江海港半年吞吐量创新高同比增长两成", "江海港公布"),
    ("原标题：江海市一企业为何赔了三百万？环境修复是大事。", "江海市一企业为何赔了三百万？", "环境修复"),
    ("原标题：挂靠经营要不要担责？ 江海法院这样判！“以后不敢再挂靠了。”8月1日，当事人说。", "挂靠经营要不要担责？江海法院这样判！", "“以后不敢"),
    ("原标题：智能音箱销量下滑2023-08-16 15:00:44 作者：张三 近日，机构发布报告。", "智能音箱销量下滑", "2023-08-16"),
    ("原标题：两部门出手整治网络乱象参考消息网7月25日报道据外媒报道，整治已经开始。", "两部门出手整治网络乱象", "参考消息网"),
    ("原标题：8月10日起，江海排放不合格的车将被罚封面新闻记者 张三8月9日，市里发布通告。", "8月10日起，江海排放不合格的车将被罚", "封面新闻"),
    ("原标题：某区一案例入选年度典型案例上海市市场监管局日前公布年度典型案例。", "某区一案例入选年度典型案例", "上海市市场"),
    ("原标题：远航航空披露7月数据：旅客量翻番上海远航航空近日发布了运营数据。", "远航航空披露7月数据：旅客量翻番", "上海远航航空"),
    ("原标题：税务局扎实开展志愿服务活动“参加志愿服务活动，不仅帮了别人，也提升了自己。”王五说。", "税务局扎实开展志愿服务活动", "“参加志愿"),
])
def test_a_web_page_saved_as_one_line_gets_its_headline_back(told: str, headline: str, lead: str):
    article, = split(told)
    assert article.headline == headline
    body = "".join(sentence.text for sentence in article.sentences if sentence.role == "body")
    assert body.startswith(lead) or lead.startswith("□")
    for sentence in article.sentences:
        assert squeeze("".join(told[start:end] for start, end in sentence.fragments)) == squeeze(sentence.text)


def test_a_line_whose_headline_has_no_end_stays_whole():
    told = "原标题：让百姓倍感温暖和幸福铁路定期票的推出满足了百姓对美好出行的需求。票价不变。"
    article, = split(told)
    assert article.headline is None and article.text == told.removeprefix("原标题：")


@pytest.mark.parametrize(("stamp", "day"), [
    ("2023-08-05 08:17，正文：", "2023-08-05"), ("[2023年08月05日]，正文：", "2023-08-05"),
    ("来源：江海日报  |  2023年08月05日 14:37:32，正文：", "2023-08-05"),
    ("08/05  08:17，正文：", "None"),
])
def test_the_stamp_of_a_web_page_tells_its_day_and_is_no_text(stamp: str, day: str):
    article, = split(stamp + "江海市的医保新规已经公布，参保人可以在网上查询。")
    assert str(article.date) == day and article.text.startswith("江海市")


LONG = "江海市财政局会同有关部门公布了新的办法，明确了补助的对象和标准。" * 3


@pytest.mark.parametrize("foot", [
    "返回搜狐，查看更多责任编辑：", "来源：江海日报返回搜狐，查看更多", "（来源：海山区人民政府网站） 【投稿、区域合作请邮件 24小时内回复。】",
    "分享让更多人看到",
    "江海新闻记者 张明 报道返回搜狐，查看更多", "通讯员 李华 江海晚报网/海山新闻记者 王强校对 赵刚",
    "《江海日报》（2023年08月05日 第2版）[责编：张明]",
    "编辑 张明 二审 李华 三审 王海南返回搜狐，查看更多", "【编辑:张明】更多精彩内容请进入财经频道", "文/江海晚报记者 张明编辑/李华",
    "来源：江海日报客户端记者 张明流程编辑：u028      如遇作品内容、版权等问题，请在30日内与本网联系。",
    "（图片由海山区法院提供）（作者：江海特区报记者 张明）",
])
def test_what_a_web_page_prints_behind_its_text_is_no_text(foot: str):
    article, = split(LONG + foot)
    assert article.text == LONG


@pytest.mark.parametrize("end", ["记者从市里获悉，补助将于下月发放", "来源渠道更加多元，审核更加严格", "编辑部工作人员表示满意",
                                 "（市财政局 市民政局）", "（审核通过后予以公布）"])
def test_what_only_looks_like_the_foot_of_a_web_page_stays(end: str):
    article, = split(LONG + end)
    assert article.text == squeeze(LONG + end)


@pytest.mark.parametrize(("told", "source"), [
    (f"{LONG}来源：江海日报客户端记者 张明流程编辑：u028", "江海日报客户端"), (f"{LONG}（来源：江海检察院）返回搜狐，查看更多", "江海检察院"),
    (f"{LONG}来源 江海新闻客户端 | 作者 张明", "江海新闻客户端"), (f"{LONG}《江海日报》（2023年08月05日 第2版）", "江海日报"),
    (f"{LONG}（江海省税务局官网）返回搜狐，查看更多", "江海省税务局官网"), (f"{LONG}(江海经纬APP)【编辑:张明】", "江海经纬"),
    (f"{LONG}通讯员 李华 扬子晚报网/海山新闻记者 王强校对 赵刚", "扬子晚报网"), (f"{LONG}（总台央视记者 张明）", "总台央视"),
    (f"本文转自：人民网人民网江海7月30日电 （记者张明）{LONG}", "人民网"), (f"来源：人民网－江海频道为做好工作，{LONG}", "人民网"),
    (f"来源：中国新闻网中新社北京8月15日电 (记者 张明){LONG}", "中国新闻网"), (f"江海日报海山新闻记者 张明8月5日，{LONG}", "江海日报海山新闻"),
    (f"中国青年报客户端北京7月25日电（记者张明）{LONG}", "中国青年报客户端"), (f"新京报讯（记者张明）{LONG}", "新京报"),
    (f"荆楚网（湖北日报网）讯（通讯员 张明）{LONG}", "荆楚网"), (f"中国山东网-感知山东8月9日讯{LONG}", "中国山东网"),
    (f"【环球网报道 记者 张明】{LONG}", "环球网"), (f"文/羊城晚报全媒体记者 张明{LONG}", "羊城晚报"),
    (f"7月21日，澎湃新闻从发布会上获悉，{LONG}", "澎湃新闻"), (f"据江海省卫健委网站近日消息，{LONG}", "江海省卫健委网站"),
    (f"本报讯（江海日报全媒体记者 张明）{LONG}", "江海日报"), (f"本报讯（记者 张明）{LONG}", None), (f"记者从江海市国新办新闻发布会上获悉，{LONG}", None),
])
def test_the_outlet_that_a_page_names_is_its_source(told: str, source: str | None):
    article, = split(told)
    assert article.source == source


@pytest.mark.parametrize("caption", ["江海市风光 视觉中国 资料图", "江海市风光。新华社 资料图", "发布会现场 江海新闻记者 张明 摄", "海山区委宣传部 供图"])
def test_a_caption_before_the_text_stands_apart(caption: str):
    article, = split(f"{caption}8月3日，江海市发布了通知。{LONG}")
    assert "".join(sentence.text for sentence in article.sentences if sentence.role == "caption") == squeeze(caption)
    assert next(sentence.text for sentence in article.sentences if sentence.role == "body") == "8月3日，江海市发布了通知。"


def test_pages_glued_in_one_file_are_apart():
    articles = split("\n".join([
        f"2023-08-14，正文：江海日报讯（记者 张明）{LONG}返回搜狐，查看更多", f"，正文：人民网海山7月29日电 {LONG}",
        f"来源：海山网 | 2023-08-16 10:12:01，正文：原标题：海山市出台就业新政近日，{LONG}"]) + "\n")
    assert [(article.number, article.headline, str(article.date), article.source) for article in articles] == [
        (1, None, "2023-08-14", "江海日报"), (2, None, "None", "人民网"), (3, "海山市出台就业新政", "2023-08-16", "海山网")]


@pytest.mark.parametrize("lead", ["6月28日，市里开过一次会。", "2024年1月1日起，新规将施行。", "“再也不怕了。”6月20日，店主在回访中说。"])
def test_a_page_of_the_web_is_of_its_day_whatever_it_looks_back_and_forward_to(lead: str):
    article, = split(f"2023-08-05 08:17，正文：{lead}{LONG}")
    assert str(article.date) == "2023-08-05"


def test_a_dateline_behind_a_stamp_is_found():
    article, = split("2023-08-05 08:17，正文：新华社北京8月4日电（记者张三）有关部门公布了新规。")
    assert (str(article.date), article.source) == ("2023-08-04", "新华社")


def test_rows_of_a_table_are_told_in_words_each_value_under_the_year_of_its_column():
    (article,) = split("某省养老服务规划\n\n为加快发展，制定本规划。\n\n专栏1 主要指标\n\n"
                       "序号 指标 单位 2020年 2025年 属性\n1 养老机构床位数 万张 12 20 预期性\n"
                       "2 护理型床位占比（%） — 48 60 约束性\n\n到2025年，基本养老服务更加完善。\n")
    rows = [sentence.text for sentence in article.sentences if sentence.role == "row"]
    assert rows[:2] == ["2020年养老机构床位数12万张", "2025年养老机构床位数20万张"]
    assert rows[2:] == ["2020年护理型床位占比48%", "2025年护理型床位占比60%"]
    assert article.headline == "某省养老服务规划" and article.sentences[-1].text.startswith("到2025年")


def test_a_column_of_changes_is_told_with_its_words_and_unit():
    (article,) = split("某省2023年统计公报\n\n主要产品产量见表。\n\n表1 主要产品产量\n\n"
                       "指标 单位 绝对数 比上年增长（%）\n发电量 亿千瓦时 3041.91 2.1\n粗钢 万吨 3614.9 -1.2\n")
    rows = [sentence.text for sentence in article.sentences if sentence.role == "row"]
    assert rows == ["发电量3041.91亿千瓦时", "发电量比上年增长2.1%", "粗钢3614.9万吨", "粗钢比上年增长-1.2%"]


def test_the_unit_of_a_table_may_stand_over_its_header():
    (article,) = split("某厅关于下达资金的通知\n\n现将资金下达你们。\n\n附表1 资金分配表\n\n"
                       "单位：万元\n地区 金额 其中：提前下达\n甲市 21040 18512\n乙市 28651 24010\n")
    assert [s.text for s in article.sentences if s.role == "row"] == ["甲市21040万元", "甲市提前下达18512万元", "乙市28651万元", "乙市提前下达24010万元"]


def test_rows_without_values_keep_their_cells_and_a_line_of_prose_is_no_header():
    (article,) = split("某县任务分工表\n\n为落实任务，制定本表。\n\n序号 任务 责任单位\n1 建设数据平台 县大数据局\n2 改造农村公路 县交通局\n")
    assert [sentence.text for sentence in article.sentences if sentence.role == "row"] == ["建设数据平台县大数据局", "改造农村公路县交通局"]
    assert not [s for a in split("某县项目开工\n\n项目 名称 已经公布。\n\n任务 目标 都已明确。\n") for s in a.sentences if s.role == "row"]


def test_a_paragraph_that_begins_with_过去_or_着力_does_not_go_on_with_its_heading():
    long = "，持续推动经济实现质的有效提升和量的合理增长，全市上下团结奋斗，各项工作取得新的成效。"
    (article,) = split(f"某市工作报告\n\n现在报告工作，请予审议{long}\n\n一、2023年工作回顾\n\n过去一年，全市生产总值增长5%{long}\n\n二、工作安排\n\n"
                       f"着力扩大内需{long}\n")
    assert [s.text for s in article.sentences if s.role == "subhead"] == ["一、2023年工作回顾", "二、工作安排"]


def test_a_report_to_an_assembly_is_of_the_day_under_its_title():
    (article,) = split("政府工作报告\n\n——2024年1月22日在某省第十四届人民代表大会第二次会议上\n\n某省省长 王某\n\n各位代表：\n\n"
                       "现在，我代表省人民政府报告工作。\n")
    assert (article.headline, str(article.date)) == ("政府工作报告", "2024-01-22")


@pytest.mark.parametrize("line", ["时间：2023年7月18日（星期二）上午10时", "（2023年7月18日）"])
def test_the_day_of_a_press_conference_stands_over_its_record(line: str):
    (article,) = split(f"新闻发布会实录\n\n{line}\n\n地点：某厅\n\n王某：大家上午好。今年上半年，全省新增就业20万人。\n")
    assert str(article.date) == "2023-07-18"


def test_who_attends_stands_in_a_line_of_his_own():
    (article,) = split("新闻发布会实录\n\n出席：交通运输部副部长 李扬\n交通运输部公路局局长 周荣峰\n农业农村部规划司副司长 刘培磊\n\n李扬：大家下午好。\n")
    assert "交通运输部公路局局长周荣峰" in [sentence.text for sentence in article.sentences]


def test_a_question_is_no_headline():
    (article,) = split("某办法政策解读\n\n近日，省厅印发某办法。\n\n问：适用范围是什么？\n\n答：适用于本省。\n\n某社记者：请问如何落实？\n\n"
                       "李某：谢谢，我们将逐项落实。\n")
    assert article.headline == "某办法政策解读"


def test_a_masthead_tells_day_and_home_of_all_stories():
    page = ("安徽日报\n2024年8月21日 星期三\n农历甲辰年七月十八\n第25871号\n\n某工程全线开工\n总投资168亿元 2026年底完工\n\n"
    "　　本报讯（记者 王某）工程包\n括4大类20个子项目，新建湿地\n"
            "12座，治理河道86公里。\n\n我省新增三家示范园区\n\n"
            "　　本报讯（记者 李某）日前，\n我省三家园区入选。去年，全省\n规模以上文化企业实现营业收入\n2014.6亿元。\n")
    assert [(str(a.date), a.place) for a in split(page)] == [("2024-08-21", "安徽日报")] * 2


def test_the_day_of_an_issue_may_stand_behind_its_publisher():
    long = "，为居民就近办事、休闲、健身提供了更多便利，受到居民欢迎，下一步还将继续完善服务。"
    items = split("某厅工作简报\n\n第17期\n\n某省某厅办公室　　2023年9月28日\n\n甲市推出十条便民措施\n\n"
                  f"甲市某局印发便民措施，自10月1日起施行{long}\n\n乙市首个主题公园建成开放\n\n乙市首个主题公园建成开放{long}\n")
    assert {str(item.date) for item in items} == {"2023-09-28"}


def test_the_body_that_wrote_an_item_is_no_headline_and_organs_over_a_day_publish():
    (article,) = split("江门市探索融合发展新路径\n江门市退役军人事务局\n\n江门市现有退役军人9.8万人，积极创业。\n")
    assert article.headline == "江门市探索融合发展新路径"
    (bulletin,) = split("2023年甲省经济和社会发展统计公报\n\n甲省统计局 国家统计局甲省调查总队\n\n2024年3月19日\n\n2023年，全省经济稳中向好。\n")
    assert (bulletin.headline, str(bulletin.date)) == ("2023年甲省经济和社会发展统计公报", "2024-03-19")


def test_footnote_marks_are_no_letters_and_bullets_open_sentences():
    (article,) = split("某省2023年统计公报[1]\n\n全省实现生产总值[2]5万亿元。●中央补助：每亩1000元●省级补助：每亩500元\n")
    assert article.headline == "某省2023年统计公报"
    assert [s.text for s in article.sentences[1:]] == ["全省实现生产总值5万亿元。", "●中央补助：每亩1000元", "●省级补助：每亩500元"]


def test_the_day_of_a_signature_stays_its_day_before_related_links():
    articles = split("某局关于12批次药品的通告\n\n经检验，12批次药品不符合规定。\n\n特此通告。\n\n某局\n\n2023年5月31日\n\n相关链接：\n\n"
                     "2022年，全国抽检合格率99.4%。\n")
    assert str(articles[0].date) == "2023-05-31"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_decree_and_its_regulation_are_one_document_however_their_lines_are_set(gap: str):
    lines = ["中华人民共和国国务院令", "第728号", "《款项支付条例》已经2020年7月1日国务院第99次常务会议通过，现予公布，自2020年9月1日起施行。", "总理 李明强",
             "2020年7月5日", "款项支付条例", "第一条 为了促进及时支付款项，维护合法权益，优化营商环境，制定本条例。",
             "第二条 机关、事业单位采购货物、工程、服务支付款项，应当遵守本条例。"]
    articles = split(gap.join(lines) + "\n")
    assert [(article.headline, str(article.date)) for article in articles] == [("款项支付条例", "2020-07-05")]


def test_the_stamp_and_the_buttons_of_a_web_page_are_no_headline_and_the_day_of_a_law_goes_before_it():
    law = split("款项支付条例\n2021-02-19 18:30 来源： 中国政府网\n字号：默认 大 超大\n| 打印 | |\n2020年7月1日 国务院第99次常务会议通过\n"
                "2020年7月5日 中华人民共和国国务院令第728号公布\n第一条 为了促进及时支付款项，维护合法权益，优化营商环境，制定本条例。\n"
                "第二条 机关、事业单位采购货物、工程、服务支付款项，应当遵守本条例。\n责任编辑：李明\n")
    assert [(article.headline, str(article.date), article.source) for article in law] == [("款项支付条例", "2020-07-05", "中国政府网")]


def test_chapters_of_an_emergency_plan_are_no_headlines():
    plan = split("国家某灾应急预案\n\n1 总则\n1.1 指导思想\n坚持人民至上、生命至上，依法有力有序有效处置火灾，维护生态安全。\n1.2 编制依据\n"
                 "依据《中华人民共和国森林法》等，制定本预案。\n"
                 "2 主要任务\n2.1 组织灭火行动\n科学运用各种手段扑打明火、清理火线、看守火场，严防次生灾害发生。\n"
                 "3 灾害预警响应\n3.1 Ⅰ级响应\n"
                 "国家指挥部负责组织、协调和指导全国工作，指挥部办公室承担日常工作。\n9.6 预案实施时间\n本预案自印发之日起施行。\n")
    assert [article.headline for article in plan] == ["国家某灾应急预案"]


def test_a_list_that_is_enclosed_by_name_is_no_article_and_issuers_under_a_title_are_no_part_of_it():
    notice = ("国务院办公厅关于转发教育部等部门特殊教育行动计划的通知\n国办发〔2021〕60号\n\n各省、自治区、直辖市人民政府：\n"
              "教育部、民政部《特殊教育行动计划》已经国务院同意，现转发给你们，请结合实际，认真贯彻落实。"
              "各省、自治区、直辖市要加强统筹，压实责任，推动各项任务落地见效，及时报告重大事项。\n"
              "国务院办公厅\n2021年12月31日\n\n特殊教育行动计划\n"
              "教育部 国家发展改革委 民政部 财政部\n国家卫生健康委 中国残联\n\n特殊教育是教育事业的重要组成部分，是衡量社会文明进步的重要标志。"
              "党中央、国务院高度重视特殊教育，普及水平、保障条件和教育质量得到显著提升，特制定本计划。\n\n"
              "附：特殊教育部际联席会议成员名单\n\n特殊教育部际联席会议成员名单\n召集人：王明　教育部部长\n")
    assert [article.headline for article in split(notice)] == ["国务院办公厅关于转发教育部等部门特殊教育行动计划的通知"]


def test_who_is_charged_with_what_went_before_is_a_sentence_of_its_own():
    text = "推动直接入刑。（中央政法委、公安部负责）加快修订条例。（农业部牵头，财政部参与）贯彻落实（见附件）。"
    assert [text[start:end] for start, end in cut_sentences(text)] == [
        "推动直接入刑。", "（中央政法委、公安部负责）", "加快修订条例。", "（农业部牵头，财政部参与）", "贯彻落实（见附件）。"]


def test_what_a_notice_sends_out_by_name_is_no_article_of_its_own():
    page = ("国务院关于印发2个新设自由贸易试验区总体方案的通知\n国发〔2019〕16号\n\n各省、自治区、直辖市人民政府：\n"
            "现将《中国（山东）自由贸易试验区总体方案》、《中国（江苏）自由贸易试验区总体方案》印发给你们，请认真贯彻执行。\n国务院\n2019年8月2日\n\n"
            "中国（山东）自由贸易试验区总体方案\n\n建立中国（山东）自由贸易试验区是党中央、国务院作出的重大决策，是新时代推进改革开放的战略举措。为高标准建设，制定本方案。\n")
    assert [article.headline for article in split(page)] == ["国务院关于印发2个新设自由贸易试验区总体方案的通知"]


def test_what_stands_around_the_text_of_a_web_page_is_no_part_of_it():
    body = "海州市医保局8月5日介绍，上半年全市医保基金总收入12.6亿元，同比增长5.2%，群众看病就医的负担进一步减轻。\n下一步，全市将继续推进医保服务便民化。"
    page = ("首页 > 新闻 > 要闻\n海州上半年医保基金运行平稳\n"
            "2023-08-05 08:17 来源：海州日报\n字号：大 中 小\n分享到：微信 微博 QQ空间\n"
            f"{body}\n（责任编辑：李明）\n阅读 10万+ 点赞 1203\n"
            "相关阅读\n海州市启动“阳光医保”专项行动\n海州省下达补助资金3.5亿元\n主办：海州日报社 版权所有 ICP备10000000号\n")
    (article,) = split(page)
    assert (article.headline, str(article.date), article.text) == ("海州上半年医保基金运行平稳", "2023-08-05", body)


def test_further_reading_with_sentences_is_text():
    article = split("海州推进医保改革\n海州市医保局介绍，改革取得成效。\n延伸阅读\n什么是医保移动支付\n医保移动支付是指用手机支付医保费用。\n")[-1]
    assert "医保移动支付是指用手机支付医保费用。" in article.text
