"""Newsletters, newspaper pages, web pages and lists of briefs: what is no text there, and where an item begins."""
from __future__ import annotations

from datetime import date

import pytest

from kg.layout import split_articles
from kg.model import Article, Document

HEAD, TEXT = "甲县启动职业技能培训", "4月2日，甲县启动职业技能培训，计划培训劳动者3200人次。\n培训由县人社局组织，持续到今年年底。"
NEXT, MORE = "乙县建成社区食堂86家", "4月3日，乙县建成社区食堂86家，日均服务老年人1.2万人次。"


def split(text: str) -> tuple[Article, ...]:
    return split_articles(Document("page.txt", text, "0" * 64))


def headlines(text: str) -> list[str | None]:
    return [article.headline for article in split(text)]


def roles(article: Article, role: str) -> list[str]:
    return [sentence.text for sentence in article.sentences if sentence.role == role]


@pytest.mark.parametrize("line", [
    "县人社局 张丽", "（县人社局 张丽）", "（本报记者李明）", "（李明 张丽）", "◎文/图 记者赵刚", "文/本报记者孙芳 图/李明",
    "编辑 张三 校对 李四 美编 王五", "文 | 李明",
    "作者：李明　审核：张丽", "2025-04-05 09:12　来源：县人社局　浏览次数：126", "发布时间：2025-04-05 字号：【大 中 小】 分享到：", "放大 缩小 默认", "分享：",
])
def test_small_lines_under_a_headline_are_no_part_of_it(line: str) -> None:
    article, = split(f"{HEAD}\n{line}\n{TEXT}\n")
    assert article.headline == HEAD
    assert "".join(sentence.text for sentence in article.sentences) == HEAD + TEXT.replace("\n", "")


@pytest.mark.parametrize("top", [
    "首页 | 新闻中心 | 政务公开 | 办事服务", "网站首页\n机构概况\n新闻动态\n政策法规", "工作简报\n第5期\n县优化营商环境办公室　　2025年4月9日",
    "信息快报\n（第18期）\n甲县应急管理局 2025年4月9日",
    "《江海矿业报》 第1456期 2025年4月9日 星期三", "【工作动态】", "A02 要闻", "第 1 页 共 4 页", "Jianghai County Government\nHome About News",
])
def test_what_stands_over_a_page_is_no_headline_and_no_text(top: str) -> None:
    article, = split(f"{top}\n{HEAD}\n{TEXT}\n")
    assert article.headline == HEAD
    assert roles(article, "subhead") == roles(article, "subtitle") == []


@pytest.mark.parametrize("foot", [
    "分享到：\n上一条：关于开展安全检查的通知\n下一条：没有了", "编辑 | 王芳\n审核 | 赵刚\n点赞 在看 分享", "往期推荐\n医保钱包怎么用？",
    "Copyright © 2025 Jianghai. All rights reserved.",
    "（县人社局 张丽）", "（县人社局供稿）", "打印本页\n关闭窗口\n网站地图 | 关于我们 | 联系我们\n主办：甲县人民政府办公室\n地址：甲县人民路1号",
    "主编：李强　副主编：王芳　责任编辑：李明\n投稿邮箱：abc@163.com　联系电话：0371-1234567",
])
def test_what_stands_under_a_page_is_no_text(foot: str) -> None:
    article, = split(f"{HEAD}\n{TEXT}\n{foot}\n")
    assert "".join(sentence.text for sentence in article.sentences) == HEAD + TEXT.replace("\n", "")


@pytest.mark.parametrize("top", [
    "《江海矿业报》 第1456期 2025年4月9日 星期三", "每日政策简报（2025年4月9日）",
    "【新闻联播】2025年4月9日", "工作简报\n第5期\n甲县政府办公室 2025年4月9日",
])
def test_an_item_without_a_day_is_of_the_day_of_the_issue(top: str) -> None:
    article, = split(f"{top}\n{HEAD}\n近日，甲县启动职业技能培训，计划培训劳动者3200人次。\n")
    assert article.date == date(2025, 4, 9)


def test_a_page_for_phones_tells_its_day_under_the_headline() -> None:
    line = "原创 宣传科 甲县人民医院 2025年04月08日 17:30 河南"
    assert split(f"甲县人民医院新增床位\n{line}\n4月7日，甲县人民医院新增床位120张。\n")[0].date == date(2025, 4, 7)
    assert split(f"关于医院新增床位的通告\n{line}\n甲县人民医院新增床位120张。\n特此通告。\n")[0].date == date(2025, 4, 8)


def test_who_sent_an_item_in_ends_it() -> None:
    sent = ((3, "县人社局", "刘燕"), (8, "县民政局", "何平"), (9, "县残联", "马丽"))
    items = [f"4月{day}日，{who}召开会议，部署今年的工作，涉及{day}00人。（{who} {name}）" for day, who, name in sent]
    assert headlines("\n".join(items)) == [None, None, None]


def test_who_wrote_an_article_may_stand_below_its_lead() -> None:
    article, = split(f"{HEAD}\n{TEXT.splitlines()[0]}\n（本报记者 王丽）\n{TEXT.splitlines()[1]}\n")
    assert roles(article, "body") == TEXT.splitlines()


def test_a_caption_and_a_byline_break_a_narrow_column() -> None:
    article, = split("A03 民生 2025.4.10 星期四 责编 王芳\n甲市医保“村村通”\n群众看病报销不出村\n□甲市日报记者 王丽\n“以前报销要跑县城，\n"
        "现在在村卫生室就能办。”4\n月9日，甲县乙村村民李大\n爷说。\n"
                     "去年以来，甲市推进医\n保服务“村村通”，建成村级\n医保服务站1860个，办理\n业务36万件。\n▲工作人员在村级服务站为\n群众办理业务。 王丽 摄\n")
    assert article.headline == "甲市医保“村村通”"
    assert roles(article, "body")[0] == "“以前报销要跑县城，现在在村卫生室就能办。”"
    assert roles(article, "caption") == ["▲工作人员在村级服务站为群众办理业务。", "王丽摄"]


def test_a_list_of_contents_is_no_text() -> None:
    for title, first, second in (("本期要目", f"·{HEAD}", f"·{NEXT}"), ("■今日导读", f"{HEAD} 2版", f"{NEXT} 3版"), ("目　录", f"{HEAD}………1", f"{NEXT}………2")):
        articles = split(f"{title}\n{first}\n{second}\n{HEAD}\n{TEXT}\n{NEXT}\n{MORE}\n")
        assert [article.headline for article in articles] == [HEAD, NEXT]
        assert roles(articles[0], "subtitle") == roles(articles[0], "subhead") == []


@pytest.mark.parametrize("text", [
    f"一周要闻\n1. {HEAD}\n{TEXT.splitlines()[0]}\n2. {NEXT}\n{MORE}\n",
    f"医改动态（2025年第6期）\n\n1、{HEAD}\n\n{TEXT.splitlines()[0]}\n\n2、{NEXT}\n\n{MORE}\n",
    f"甲省医保工作动态\n一、{HEAD}\n{TEXT.splitlines()[0]}\n二、{NEXT}\n{MORE}\n",
    f"▲{HEAD} {TEXT.splitlines()[0]}\n▲{NEXT} {MORE}\n",
    f"【{HEAD}】{TEXT.splitlines()[0]}\n【{NEXT}】{MORE}\n",
    f"【{HEAD}】\n{TEXT.splitlines()[0]}\n【{NEXT}】\n{MORE}\n",
    f"标题：{HEAD}\n来源：甲省日报\n正文：{TEXT.splitlines()[0]}\n======\n标题：{NEXT}\n来源：甲省日报\n正文：\n{MORE}\n",
])
def test_each_item_of_a_list_has_its_headline(text: str) -> None:
    articles = split(text)
    assert [article.headline for article in articles] == [HEAD, NEXT]
    assert [roles(article, "body") for article in articles] == [[TEXT.splitlines()[0]], [MORE]]


@pytest.mark.parametrize("mark", ["■", "●", "▲", "1. |2. |3. "])
def test_each_brief_is_an_item_of_its_own(mark: str) -> None:
    marks = mark.split("|") if "|" in mark else [mark] * 3
    texts = ["3月5日，县财政局下达养护资金320万元。", "3月12日，县林业局植树5000株。", "近日，县人社局举办专场招聘会，提供岗位1200个。"]
    articles = split("简讯\n" + "\n".join(map(str.__add__, marks, texts)))
    assert [roles(article, "body") for article in articles] == [[text] for text in texts]
    assert {article.headline for article in articles} == {None}


@pytest.mark.parametrize(("text", "headline"), [  # one article each
    ("甲市2025年医保工作要点\n为做好2025年医保工作，制定本要点。\n1.提高基本医保参保质量\n巩固基本医保参保，提高参保质量，参保率稳定在95%。\n"
     "2.深化支付方式改革\n深化支付方式改革，覆盖所有统筹地区。\n",
     "甲市2025年医保工作要点"),
    ("甲县公布民生实事\n4月1日，甲县公布2025年民生实事：\n■4月起，新建幼儿园3所。\n■5月起，改造老旧小区12个。\n", "甲县公布民生实事"),
    ("关于高考报名的公告\n1. 3月5日，开始网上报名。\n2. 3月20日，报名截止。\n", "关于高考报名的公告"),
    ("甲市养老服务调查\n甲市60岁以上老年人口达86万人。\n【现状】\n全市建成养老机构126家。\n【问题】\n持证护理员仅3600人。\n", "甲市养老服务调查"),
    ("甲市优化营商环境行动方案\n1.压缩办理时限。企业开办压缩至1个工作日。（市场监管局 税务局）\n"
     "2.降低用能成本。全年降低2亿元。（市发展改革委）\n各部门要加强领导。\n", "甲市优化营商环境行动方案"),
    ("【甲省日报讯】3月5日，记者从省财政厅获悉，今年安排就业补助资金28亿元，支持高校毕业生就业。\n", None),
])
def test_what_is_numbered_in_one_text_stays_in_it(text: str, headline: str | None) -> None:
    article, = split(text)
    assert article.headline == headline


def test_a_place_in_brackets_begins_an_item() -> None:
    lines = ["【甲市】4月3日，甲市召开就业工作推进会。", "【乙市】4月8日，乙市检查养老机构86家。", "【丙市】4月9日，丙市签约15万人。"]
    assert [roles(article, "body") for article in split("\n".join(lines))] == [[line] for line in lines]


def test_a_subtitle_behind_a_dash_is_none_of_the_headline() -> None:
    article, = split("引领高质量发展 建设现代化新城\n——甲县经济社会发展综述\n2024年，甲县实现地区生产总值356.8亿元，同比增长6.8%。\n")
    assert article.headline == "引领高质量发展建设现代化新城"
    assert roles(article, "subtitle") == ["——甲县经济社会发展综述"]


def test_minutes_begin_with_who_met() -> None:
    article, = split("县政府第42次常务会议纪要\n时间：2025年3月5日\n地点：第一会议室\n列席人员：县财政局主要负责人\n记录：周明\n"
        "会议听取了汇报。会议议定：\n一、原则同意建设计划。\n二、4月底前印发实施。\n")
    assert article.headline == "县政府第42次常务会议纪要"
    assert "一、原则同意建设计划。" in roles(article, "body")


def test_a_headline_in_two_lines_over_a_byline_is_one() -> None:
    text = ("乙县开展\n“敲门行动”\n□ 本报记者 李明\n\n4月8日，乙县启动“敲门行动”，组\n织村医为65岁以上老年人开展健康\n"
        "体检，惠及老年人3.5万人。\n\n此次行动将持续到9月底，由\n县卫健局牵头实施。\n")
    assert headlines(text) == ["乙县开展“敲门行动”"]


def test_a_sentence_goes_on_over_the_number_of_a_page() -> None:
    text = ("甲县乡村振兴局关于2024年工作情况的报告\n2024年，甲县投入衔接资金1.86亿元，实施项目126个，带\n"
        "动脱贫户2.3万户增收，脱贫人口人均纯收入达到1.68万元，\n\n"
            "- 3 -\n\n同比增长12.5%。全县建成高标准农田12万亩。\n下一步，将继续巩固拓展脱贫攻坚成果。\n")
    article, = split(text)
    assert roles(article, "body")[0].endswith("脱贫人口人均纯收入达到1.68万元，同比增长12.5%。")


def test_numbered_headings_of_a_printed_notice_stand_for_themselves() -> None:
    text = ("关于印发2025年全市卫生健康工作\n要点的通知\n\n各县（市、区）卫生健康委，委直属各单位：\n\n"
        "现将《2025年全市卫生健康工作要点》印发给你们，请\n认真贯彻落实。\n\n甲市卫生健康委员会\n2025年2月20日\n"
            "- 1 -\n2025年全市卫生健康工作要点\n2025年，全市卫生健康工作要坚持以人民健康为中心，\n深化医改，推进健康甲市建设。\n一、深化医药卫生体制改革\n"
            "深入推广三明医改经验，推动公立医院高质量发展。到\n2025年年底，紧密型县域医共体覆盖率达到90%。\n- 2 -\n二、提升公共卫生服务能力\n"
            "基本公共卫生服务经费人均财政补助标准提高至99元。\n")
    article, = split(text)
    assert roles(article, "subhead") == ["2025年全市卫生健康工作要点", "一、深化医药卫生体制改革", "二、提升公共卫生服务能力"]
