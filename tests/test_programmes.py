"""Programmes: what the tables hold, what the lexicon and the grammar find, and how an article's names come together."""
from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest

from kg.model import Article, Mention, Sentence
from kg.nlp.programme_tables import bare, programme_rows, read_table, tables
from kg.nlp.programmes import find_programmes
from tests.oracle import gold_readings

SEEDS = Path(__file__).parent.parent / "seeds"
GOLD = Path(__file__).parent / "gold"


def article(*texts: str, headline: str | None = None) -> Article:
    sentences = [Sentence(headline, ((0, 1),), 0, "headline")] if headline else []
    sentences += [Sentence(text, ((0, 1),), 1) for text in texts]
    return Article("made-up.txt", 1, headline, None, None, tuple(sentences))


def names(*texts: str, headline: str | None = None, others: tuple[Mention, ...] = ()) -> set[str]:
    return {m.name for m in find_programmes(article(*texts, headline=headline), others)}


def printed(*texts: str) -> list[tuple[str, str]]:
    return [(m.text, m.name) for m in find_programmes(article(*texts), ())]


# the tables


@pytest.mark.parametrize("name", ["programmes.tsv", "programme_heads.tsv", "cut_words.tsv"])
def test_every_row_has_its_source_and_no_row_twice(name: str) -> None:
    rows = list(read_table(name))
    assert len(rows) > 100
    for row in rows:
        assert None not in row and all(value is not None for value in row.values()), row
        assert row["source"].strip(), row
    keys = [next(iter(row.values())) for row in rows]
    assert len(keys) == len(set(keys))


def test_a_form_belongs_to_one_programme() -> None:
    owner: dict[str, str] = {}
    for row in programme_rows():
        for form in (row.name, *row.forms):
            plain = bare(form.lstrip("?="))
            assert len(plain) > 1, form
            assert owner.setdefault(plain, row.name) == row.name, form


def test_classes_and_scores_agree() -> None:
    known = tables()
    assert set(known.heads.values()) <= {"strong", "ordinary", "loose", "works", "single", "part", "generic", "governed", "marked", "none"}
    assert set(known.cuts.values()) == {"verb", "neutral", "weak", "soft", "deed", "stop", "vague", "whole"}
    assert set(known.heads.values()) - {"none"} <= set(known.scores)
    assert {row["evidence"] for row in read_table("programmes.tsv")} == {"name", "told"}


# the lexicon


def test_a_short_form_has_the_official_name() -> None:
    assert printed("参保人可以使用社保卡。") == [("社保卡", "社会保障卡")]


def test_a_tied_form_needs_another_form_of_its_row() -> None:
    assert names("他在医保大厅排队。") == set()
    assert names("基本医疗保险参保人数增加。", "用医保支付。") == {"基本医疗保险"}


def test_a_quoted_form_needs_quotation_marks() -> None:
    assert names("他拨打了12345。") == set()
    assert "全国12345政务服务便民热线" in names("他拨打了12345热线。")
    assert names("共有12315人报名。") == set()


def test_an_event_takes_its_edition() -> None:
    found = find_programmes(article("第七届进博会在上海开幕。", "进博会吸引了许多客商。"), ())
    assert [(m.text, m.name) for m in found] == [("第七届进博会", "第七届中国国际进口博览会"), ("进博会", "第七届中国国际进口博览会")]


def test_an_event_in_quotation_marks_takes_its_edition() -> None:
    assert "第七届上海“五五购物节”" in names("论坛暨第七届上海“五五购物节”启动。")


def test_a_list_shares_its_head() -> None:
    assert names("全国基本养老、失业、工伤保险参保人数增加。") == {"基本养老保险", "失业保险", "工伤保险"}


def test_what_a_list_leaves_out_is_lacking_nowhere_else() -> None:
    text = "降低失业、工伤保险费率。失业保险参保人数增加。失业人员再就业5万人，登记失业率为3%。"
    assert [m.text for m in find_programmes(article(text), ()) if m.name == "失业保险"] == ["失业", "失业保险"]


def test_games_take_their_city() -> None:
    place = Mention(0, 0, 2, "Place", "巴黎", "巴黎")
    assert {m.name for m in find_programmes(article("巴黎残奥会即将落幕。"), (place,))} == {"巴黎残奥会"}


def test_the_games_behind_the_games_of_a_city_are_its_own() -> None:
    place = Mention(0, 7, 9, "Place", "巴黎", "巴黎")
    assert names("参加2024年巴黎奥运会和残奥会的选手。", others=(place,)) == {"2024年巴黎奥运会", "2024年巴黎残奥会"}


def test_a_pilot_of_a_known_scheme_is_the_scheme() -> None:
    assert printed("县里列入首批国家一刻钟便民生活圈建设试点。") == [("首批国家一刻钟便民生活圈建设试点", "一刻钟便民生活圈")]


@pytest.mark.parametrize(("scheme", "kind"), [("分级诊疗", "通知"), ("一刻钟便民生活圈建设", "意见")])
def test_a_pilot_that_a_title_names_is_a_programme_of_its_own(scheme: str, kind: str) -> None:
    title, body = f"关于推进{scheme}试点工作的{kind}", f"各地要做好{scheme}试点，总结{scheme}的经验。"
    assert f"{scheme}试点" in names(body, headline=title) and f"{scheme}试点" not in names(body, headline=f"各地{scheme}试点见成效")


def test_a_regional_strategy_needs_no_verb() -> None:
    assert names("企业抓住京津冀协同发展机遇。") == {"京津冀协同发展"}


def test_an_event_told_only_in_its_sub_event_is_there_too() -> None:
    event = "2024年国家网络安全宣传周"
    assert names(f"{event}青少年网络保护分论坛举行。") == {event, f"{event}青少年网络保护分论坛"}


def test_party_congresses_have_their_full_names() -> None:
    assert names("党的二十届三中全会提出改革任务。") == {"中国共产党第二十届中央委员会第三次全体会议"}
    assert names("党的十八大以来，成绩显著。") == {"中国共产党第十八次全国代表大会"}


def test_other_names_are_masked() -> None:
    text = "印发《社会保障卡管理办法》。"
    regulation = Mention(0, 2, 13, "Regulation", "《社会保障卡管理办法》", "社会保障卡管理办法")
    assert find_programmes(article(text), (regulation,)) == ()


# the grammar


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全县启动桑蚕产业振兴三年行动，", "桑蚕产业振兴三年行动"),
        ("团市委开展“青松伴读”志愿服务活动。", "“青松伴读”志愿服务活动"),
        ("上线“云帆”税企互动平台，", "“云帆”税企互动平台"),
        ("全省深入实施新一轮乡村渡口提升行动，改善出行。", "新一轮乡村渡口提升行动"),
        ("升级“泉城颐养”综合服务平台，归集数据。", "“泉城颐养”综合服务平台"),
        ("第二轮中央生态环境保护督察反馈意见。", "第二轮中央生态环境保护督察"),
        ("2026国际珠算文化节在蓝田开幕。", "2026国际珠算文化节"),
        ("推出了“小蓝书包”流动图书车项目，", "“小蓝书包”流动图书车项目"),
        ("推进打击河道非法采砂犯罪专项行动，健全机制。", "打击河道非法采砂犯罪专项行动"),
        ("2026年“童声里的家乡”全省少年儿童歌咏活动集中展演昨天举行。", "2026年“童声里的家乡”全省少年儿童歌咏活动集中展演"),
        ("全市推出“十项行动”，", "十项行动"),
        ("发布“最美护林员”先进事迹。", "最美护林员"),
        ("开展为期两年的托位质量提升专项行动，深化结合。", "托位质量提升专项行动"),
        ("自实施成本绩效管理改革以来，累计新设标准。", "成本绩效管理改革"),
        ("要实施山区县域结对共富行动，明确要求。", "山区县域结对共富行动"),
        ("进一步深化外汇流程管理改革，便利经营主体。", "外汇流程管理改革"),
        ("推动国际邮轮靠泊试点，产业回升。", "国际邮轮靠泊试点"),
        ("建立重点民间项目资源库，优化流程。", "重点民间项目资源库"),
        ("2026江城国际花卉节正在江城举办。", "2026江城国际花卉节"),
        ("加快打造“15分钟康养服务圈”。", "15分钟康养服务圈"),
        ("入选全国第二批村级养老互助改革试点名单。", "村级养老互助改革试点"),
        ("全市深入实施“双港联动”开放发展战略，", "“双港联动”开放发展战略"),
        ("接续实施山地省战略、打造品牌。", "山地省战略"),
        ("市商务局召开加快社区托育服务体系建设座谈会，听取意见。", "加快社区托育服务体系建设座谈会"),
        ("某市今年推进2025年某市十件民生实事。", "2025年某市十件民生实事"),
        ("各县深入开展燃气安全大排查大整治，消除隐患。", "燃气安全大排查大整治"),
        ("市商务局召开全市家政服务提质工作推进会，部署任务。", "全市家政服务提质工作推进会"),
        ("省领导出席“双碳”目标下海洋牧场建设座谈会并讲话。", "“双碳”目标下海洋牧场建设座谈会"),
        ("财政局落实渔船更新改造补贴政策，惠及渔民。", "渔船更新改造补贴政策"),
        ("关于延续和优化老旧货车更新奖补政策的公告已经发布。", "老旧货车更新奖补政策"),
        ("市交通局开展渔港停泊秩序专项执法检查行动，消除隐患。", "渔港停泊秩序专项执法检查行动"),
        ("省文旅厅推动非遗工坊分级管理改革，明确标准。", "非遗工坊分级管理改革"),
        ("海州市正式启动冷链物流电子运单试点，覆盖全市。", "冷链物流电子运单试点"),
        ("昨天，2025年海州市山区规划年中调度会在青禾举行。", "2025年海州市山区规划年中调度会"),
        ("今天，海青高铁海州东至青禾段开通运营。", "海青高铁海州东至青禾段"),
        ("2026“山海对话”青年论坛在青禾举行。", "2026“山海对话”青年论坛"),
        ("省检察院持续开展老旧船舶拆解监督专项活动，成效明显。", "老旧船舶拆解监督专项活动"),
        ("市检察院启动“护航青禾”林区专项监督，建立台账。", "“护航青禾”林区专项监督"),
        ("2026年海州山货节推广活动今天（7月14日）在青禾举行。", "2026年海州山货节推广活动"),
        ("代表参观“2035”山海工程建设成果。", "“2035”山海工程"),
        ("通过微信搜索“青禾食安”小程序进行投诉。", "“青禾食安”小程序"),
        ("启动“护苗·整治‘小作坊’不明来源”专项行动，", "“护苗·整治‘小作坊’不明来源”专项行动"),
        ("打造世界级徒步目的地行动2026海州山地旅游发展大会昨天在青禾召开。", "2026海州山地旅游发展大会"),
        ("昨天，“山与海：一座小城的三十年变迁与展望”国际研讨会在青禾举行。", "“山与海：一座小城的三十年变迁与展望”国际研讨会"),
        ("省政协召开“统筹山海协作，推进共同富裕”专题协商会，", "“统筹山海协作，推进共同富裕”专题协商会"),
        ("山海联运货物追溯研究工程启动，", "山海联运货物追溯研究工程"),
        ("医疗机构实现跨县门诊材料费用直接结算，覆盖全省。", "跨县门诊材料费用直接结算"),
        ("海州市建立跨市游客投诉联合处理机制，明确时限。", "跨市游客投诉联合处理机制"),
        ("会议强调，要落实“一带一路”，扩大开放。", "共建“一带一路”"),
        ("市政府召开深化山海联防动员部署电视电话会，", "深化山海联防动员部署电视电话会"),
        ("“春风·2026·暖民心”主题宣传教育活动部署开展。", "“春风·2026·暖民心”主题宣传教育活动"),
        ("海州省“开发区提档升级三年行动”启动，", "开发区提档升级三年行动"),
    ],
)
def test_the_grammar_finds_what_no_lexicon_knows(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "各级部门开展相关活动，加强监管。",
        "要完善工作机制，提高服务水平。",
        "严厉打击“先涨价后补贴”等行为。",
        "他参加了3个项目和2场活动。",
        "网络平台应当保护个人信息。",
        "上传至国家和省级考核信息系统。",
        "全国人民代表大会审议报告。",
        "2024年8月的数据显示，市场稳定。",
        "打造新时代内陆开放重要战略支点。",
        "开展“就业在城”护航日等主题活动。",
        "江省单机容量最大抽水蓄能电站建成投产。",
        "深化两国全天候战略伙伴关系。",
        "企业要主动融入国家重大战略，",
        "首批试点企业签约。",
        "多次召开企业座谈会，听取意见。",
        "再次召开专家学者和企业负责人座谈会，听取意见。",
        "市长主持召开重点外贸企业代表座谈会，听取意见。",
        "落实各项税费优惠政策，减轻负担。",
        "持续深化重点领域改革，激发活力。",
        "社区开展食品安全宣传活动，发放手册。",
        "两地联合举办青少年研学交流活动。",
        "今天起推出一系列养老服务政策，惠及老人。",
        "上半年全国电网投产线路增加。",
        "要办好明年第二届峰会。",
        "提前下达中央财政补助资金3亿元。",
        "会议列出“深化山区医院薪酬制度改革”等20项任务。",
        "搭建技能大师工作站等平台，凝聚人才。",
        "完善农村快递和冷链物流等政策，降低成本。",
        "发挥种粮大户作用，落实惠农政策。",
        "总台大型文化节目今晚播出。",
        "持续推进关键环节改革，激发活力。",
        "国家重点水利工程今天完工。",
        "建立健全企业信息共享长效机制，堵塞漏洞。",
        "园区整合省市两级专项资金，联动银行。",
        "全国知识产权系统加强保护。",
        "（七）建立山海游客投诉联合处理机制。压实责任。",
        "（八）落实山海生态补偿政策。健全制度。",
        "推进青禾山货等重点展销会，扩大消费。",
        "实施省级科技重大专项20项左右。",
    ],
)
def test_general_words_are_no_programmes(text: str) -> None:
    assert names(text) == set()


def test_a_local_name_keeps_its_place_and_the_mention_does_not() -> None:
    place = Mention(0, 2, 5, "Place", "青禾市", "青禾市")
    found = find_programmes(article("推出青禾市“邻里帮”助老服务平台。"), (place,))
    assert [(m.text, m.name) for m in found] == [("“邻里帮”助老服务平台", "青禾市“邻里帮”助老服务平台")]


def test_the_name_of_our_own_programme_tells_whose_it_is() -> None:
    place = Mention(0, 2, 4, "Place", "我省", "海州省")
    assert {m.name for m in find_programmes(article("深化我省预算管理制度改革。"), (place,))} == {"海州省预算管理制度改革"}


def test_no_name_begins_in_brackets_or_at_what_leads_to_a_quoted_name() -> None:
    assert names("印发方案，明确“1+3”专项行动任务。") == {"“1+3”专项行动"}
    place = Mention(0, 10, 12, "Place", "青禾", "青禾市")
    found = {m.name for m in find_programmes(article("2026山地治理与发展（青禾）国际论坛开幕。"), (place,))}
    assert found and all(name.count("（") == name.count("）") for name in found)


def test_a_pilot_of_a_reform_and_a_drive_of_supervision_have_their_whole_name() -> None:
    assert names("市政府部署开展“山海联办”改革试点。") == {"“山海联办”改革试点"}
    assert names("监管局组织开展“用水保障”专项监管。") == {"“用水保障”专项监管"}
    assert "“山海联办”项目" in names("实施“山海联办”项目试点县名单。")


def test_a_head_ends_no_longer_word() -> None:
    assert names("设立“就近办”服务网点，方便群众。") == set()
    assert names("发放城中村改造专项借款98亿元。") <= {"城中村改造"}


def test_planting_trees_is_no_day_and_a_bare_slogan_no_programme() -> None:
    assert names("志愿者组织义务植树20次。") == set()
    assert names("领导参加首都义务植树活动。") == {"首都义务植树活动"}
    assert "医保商保“一站式”结算" not in names("参保人可以享受“一站式”结算。")


def test_a_site_or_app_behind_its_quoted_name_is_one() -> None:
    assert names("通过“海州人社”APP业务经办中的“个人就业”栏目参与。") == {"“海州人社”APP"}


def test_quoted_names_in_a_list_are_programmes_of_their_own() -> None:
    assert names("警方组织“晴空”“护蕾”等专项行动，成效明显。") == {"晴空", "护蕾"}


def test_the_member_before_quoted_ones_tells_what_the_campaign_is_against() -> None:
    assert names("开展为期三年的打击河道非法捕捞犯罪、“平安江湖”等专项行动。") == {"打击河道非法捕捞犯罪", "平安江湖"}


def test_a_list_with_one_head_gives_each_name_whole() -> None:
    text = "抓好“三大行动”，即营商环境对标提升行动、全面深化改革攻坚行动、民生领域监管执法行动。"
    assert names(text) == {"营商环境对标提升行动", "全面深化改革攻坚行动", "民生领域监管执法行动"}


def test_events_of_a_list_of_what_is_held() -> None:
    text = "活动周期间，将举办青禾影像艺术展、多场招聘会、国际青禾创意设计大赛等系列活动。"
    assert names(text) == {"青禾影像艺术展", "国际青禾创意设计大赛"}


@pytest.mark.parametrize(("text", "found"), [
    ("三是开展服务消费提质惠民行动，优化供给。", {"服务消费提质惠民行动"}),
    ("今年启动实施农牧渔场智慧赋能计划，力争见效。", {"农牧渔场智慧赋能计划"}),
    ("在43个城市开展了低效用地再开发试点，盘活用地。", {"低效用地再开发试点"}),
    ("推进生态环境保护重大工程，打造高地。", set()),
    ("以军很快在北部启动下一阶段地面军事行动。", set()),
])
def test_what_a_verb_carries_out_is_one_name_though_it_holds_verbs(text: str, found: set[str]) -> None:
    assert names(text) == found


def test_a_short_form_leaves_out_a_subtitle() -> None:
    found = find_programmes(article("“青禾里的中国”全球对话会收官。", "“青禾里的中国：世界机遇”全球对话会举办近50场活动。"), ())
    assert {m.name for m in found} == {"“青禾里的中国：世界机遇”全球对话会"}


def test_the_word_that_tells_what_kind_of_thing_it_is_belongs_to_a_known_name() -> None:
    assert ("首台套保险补偿机制", "首台（套）重大技术装备保险补偿") in printed("要用好首台套保险补偿机制，支持创新。")


def test_others_of_a_list_are_no_part_of_a_name() -> None:
    assert names("实施青禾山货节等消费提振行动，扩大消费。") == set()
    assert "青禾初等教育提升工程" in names("实施青禾初等教育提升工程，改善条件。")


def test_items_that_their_head_counts_take_it() -> None:
    assert names("实施支柱产业振兴、特色文化培育等九大工程，力争突破。") == {"支柱产业振兴工程", "特色文化培育工程"}


def test_a_short_form_goes_to_the_form_that_the_page_prints() -> None:
    found = printed("推动职工医保个人账户跨省共济。", "明年起将推动跨省共济。", "跨省共济扩面。")
    assert {name for _, name in found} == {"职工医保个人账户家庭共济"}


def test_what_is_launched_and_told_three_times_is_a_programme() -> None:
    assert names("全县推行“一码慢游”。", "“一码慢游”便利了游客。", "一码慢游还将扩面。") == {"一码慢游"}
    assert names("全县推行“一码慢游”。") == set()


@pytest.mark.parametrize(("text", "found"), [
    ("建成青屏、云台（一期）抽水蓄能电站，加快海宁二期抽水蓄能电站建设。", {"青屏抽水蓄能电站", "云台（一期）抽水蓄能电站"}),
    ("河道上的青屏、云台等水库存在风险。", {"青屏水库", "云台水库"}),
    ("建成青屏至云台、河东经青屏至海台等高速公路5条。", {"青屏至云台高速公路", "河东经青屏至海台高速公路"}),
    ("推进京沪、连霍等国家高速公路扩容。", {"京沪高速公路", "连霍高速公路"}),
    ("海北、青北等高铁站开通。", set()),
    ("建设甲北到云台、海东到青屏等特高压工程。", {"甲北到云台特高压工程", "海东到青屏特高压工程"}),
    ("蓄滞洪区、分洪河道和滞洪水库相继启用。", set()),
])
def test_works_of_a_list_share_their_head(text: str, found: set[str]) -> None:
    assert {name for name in names(text) if not name.startswith("海宁")} == found


def test_a_head_behind_places_alone_is_none_of_theirs() -> None:
    assert names("青海、甘肃铁路客流增长。", others=(Mention(0, 0, 2, "Place", "青海", "青海省"), Mention(0, 3, 5, "Place", "甘肃", "甘肃省"))) == set()


def test_a_canal_that_is_a_place_is_no_work() -> None:
    assert names("如今，京杭大运河全线贯通。", others=(Mention(0, 3, 8, "Place", "京杭大运河", "大运河"),)) == set()
    assert names("如今，青海运河全线贯通。") == {"青海运河"}


def test_a_section_is_named_after_its_railway() -> None:
    assert "渝昆高铁重庆至宜宾段" in names("渝昆高铁重庆至宜宾段建成通车。")


@pytest.mark.parametrize(("text", "found"), [
    ("南玉铁路全长193.31公里，设计时速350公里。", {"南玉铁路"}),
    ("今天，宝云隧道顺利贯通。", {"宝云隧道"}),
    ("位于青海的华能宝云水电站首台机组投运。", {"华能宝云水电站"}),
    ("浙江三澳核电站1号机组投产发电。", {"浙江三澳核电站"}),
    ("今天，全长6公里的过江隧道贯通，这座大桥也已通车。", set()),
    ("西十高铁西岭隧道等多条隧道顺利贯通。", {"西十高铁", "西岭隧道"}),
    ("连接海州至青州的海青铁路木周岭隧道今天贯通。", {"海青铁路", "木周岭隧道"}),
    ("海青铁路西门公铁两用跨海大桥主塔封顶。", {"海青铁路", "西门公铁两用跨海大桥"}),
    ("海州至青州高速公路控制性工程天北隧道全长2公里。", {"海州至青州高速公路"}),
    ("引海济青云台输水隧洞贯通。", {"引海济青云台输水隧洞"}),
    ("全国铁路今天开通列车。", set()),
    ("当地已实现地铁路网贯通。", set()),
])
def test_a_work_is_told_by_its_own_name_and_what_is_built(text: str, found: set[str]) -> None:
    assert names(text) == found


def test_a_line_of_the_grid_is_told_by_its_ends() -> None:
    found = printed("陇东至山东±800千伏特高压工程进入安装阶段。", "陇东至山东±800千伏特高压直流输电工程，全长915公里。")
    assert {name for _, name in found} == {"陇东至山东±800千伏特高压直流输电工程"}
    assert len(found) == 2


def test_a_line_is_told_again_by_the_first_characters_of_its_ends() -> None:
    others = (Mention(0, 0, 4, "Place", "阳春市", "阳春市"),)
    assert names("广东阳春至信宜高速公路通车。", "阳信高速全长142公里。", others=others) == {"广东阳春至信宜高速公路"}
    others = (Mention(0, 0, 2, "Place", "贵州省", "贵州"),)
    assert names("贵州黄桶至广西百色铁路昨天开工。", "黄桶至百色铁路全长315公里。", others=others) == {"贵州黄桶至广西百色铁路"}


def test_a_line_between_counties_is_told_by_its_ends() -> None:
    assert names("樟树至吉安高速改扩建工程累计完成投资。") == {"樟树至吉安高速改扩建工程"}
    assert names("上海至苏州至湖州高铁开通。") == {"上海至苏州至湖州高铁"}
    assert names("标志着杭州至南昌高铁全线贯通，杭昌高铁全长560公里。") == {"杭州至南昌高铁"}
    assert names("运到欧洲，送货至手的铁路运输缩短。") == set()


def test_what_is_built_on_at_an_airport_is_told_by_its_place() -> None:
    others = (Mention(0, 0, 8, "Place", "福州长乐国际机场", "福州长乐国际机场"),)
    assert names("福州长乐国际机场二期扩建工程进入冲刺阶段。", others=others) == {"福州长乐国际机场二期扩建工程"}
    assert names("推进机场二期扩建工程等项目。", others=()) == set()
    others = (Mention(0, 0, 2, "Place", "若羌", "若羌县"),)
    assert names("若羌400万千瓦光伏项目实现并网。", others=others) == {"若羌400万千瓦光伏项目"}
    assert names("若羌力争再建成400万千瓦风光发电基地。", others=others) == set()
    others = (Mention(0, 3, 5, "Place", "福建", "福建省"),)
    assert names("今天，福建海上风电场建成投产。", others=others) == set()


def test_a_quoted_name_may_stand_behind_what_it_is_for() -> None:
    assert names("民政局实施面向高龄老人的“老伙伴计划”。") == {"老伙伴计划"}
    assert names("各地开展关爱老人的“暖心行动”。") == {"暖心行动"}
    assert "幸福卡" not in names("社保卡是市民的“幸福卡”。")


def test_a_season_belongs_to_the_name() -> None:
    assert names("教育部制作的《中国诗词大会（第十季）》今晚开播。") == {"中国诗词大会（第十季）"}


# names within one article


def test_a_quoted_short_form_goes_to_the_long_name() -> None:
    found = find_programmes(article("启动“@苗”未成年人阅读公益行动计划。", "“@苗”计划已惠及千人。"), ())
    assert {m.name for m in found} == {"“@苗”未成年人阅读公益行动计划"}
    assert len(found) == 2


def test_a_declared_short_name_goes_to_the_long_name() -> None:
    found = find_programmes(article("全市启动水岸同治三年行动（以下简称“同治行动”）。", "同治行动分三步。"), ())
    assert {(m.text, m.name) for m in found} == {(t, "水岸同治三年行动") for t in ("水岸同治三年行动", "同治行动")}


def test_offsets_point_to_the_printed_words() -> None:
    page = article("央行开展数字人民币试点。", "社保卡和电子社保卡都能用。", headline="数字人民币试点扩围")
    found = find_programmes(page, ())
    assert found
    for mention in found:
        assert page.sentences[mention.sentence].text[mention.start:mention.end] == mention.text


def test_mentions_only_nest_at_their_start_and_order_is_fixed() -> None:
    for file in sorted(SEEDS.glob("*.txt")):
        for reading in gold_readings(GOLD / f"{file.stem}.json", file):
            others = tuple(m for m in reading.mentions if m.type != "Programme")
            found = find_programmes(reading.article, others)
            assert found == find_programmes(reading.article, others)
            for first, second in pairwise(found):
                apart = (first.sentence, first.end) <= (second.sentence, second.start) or first.sentence < second.sentence
                assert apart or (first.sentence, first.start) == (second.sentence, second.start)


def test_most_programmes_of_the_seeds_are_found() -> None:
    wanted = hit = 0
    for file in sorted(SEEDS.glob("*.txt")):
        gold = json.loads((GOLD / f"{file.stem}.json").read_text("utf-8"))
        said: set[str] = set()
        for reading in gold_readings(GOLD / f"{file.stem}.json", file):
            others = tuple(m for m in reading.mentions if m.type != "Programme")
            said.update(bare(n) for m in find_programmes(reading.article, others) for n in (m.text, m.name))
        for entity in gold["entities"]:
            if entity["type"] == "Programme" and not entity.get("optional"):
                wanted += 1
                hit += bool(said & {bare(n) for n in entity["names"]})
    assert hit / wanted > 0.85


def test_time_grows_with_length() -> None:
    page = article(*["各地深入开展“春风”系列招聘活动和农村道路提升行动，推动改革工作。"] * 3000)
    start = time.process_time()
    find_programmes(page, ())
    assert time.process_time() - start < 5


def test_no_name_is_lost_by_passing_over_heads_that_cannot_score_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    pages = [article(*filter(None, text.replace("。", "。\n").split("\n"))) for text in texts]
    found = [find_programmes(page, ()) for page in pages]
    monkeypatch.setattr("kg.nlp.programme_grammar.most", lambda *_: 99.0)
    assert found == [find_programmes(page, ()) for page in pages]


def test_a_name_for_all_of_a_list_is_none_of_its_last() -> None:
    told = printed("养老保险、失业保险、工伤保险（以下称三项社会保险）缓缴。", "三项社会保险单位缴费部分免征。")
    assert "三项社会保险" not in {text for text, _ in told}


@pytest.mark.parametrize(("text", "found"), [
    ("大力实施行业环境优化行动、人力资源服务“四进”行动、“海山伯乐”品牌培树行动和网络招聘行动“四项行动”。",
     {"行业环境优化行动", "人力资源服务“四进”行动", "“海山伯乐”品牌培树行动"}),
    ("随着张掖电厂、青屏热电等一批煤电项目开工，重点推进都市圈环线高速、新阜高速等11个公路项目。",
     {"张掖电厂", "青屏热电", "都市圈环线高速", "新阜高速"}),
    ("高质量建成深江大桥、东西人工岛等重点工程，海州市公路、水利等一批项目开工。", {"深江大桥", "东西人工岛"}),
    ("推动海青生态城、海青工业园、海青互联互通项目和青州知识城等重点项目建设。", {"海青生态城", "海青工业园", "海青互联互通项目", "青州知识城"}),
    ("进一步推动市场准营即入制改革试点扩围到22个行业，海州市定为全省审管联动改革试点城市。", {"市场准营即入制改革试点", "审管联动改革试点"}),
    ("为推进中国式建设作出铁路贡献，落实好各项配套支持政策。", set()),
    ("国家实行地下水取水总量控制制度。", {"地下水取水总量控制制度"}),
    ("建立医用耗材价格监测和集中采购管理平台，加强分析。", {"医用耗材价格监测和集中采购管理平台"}),
    ("内容涵盖老区供水改造、农房安全提升“三个专项行动”。", {"老区供水改造专项行动", "农房安全提升专项行动"}),
    ("该局近日启动窗口服务“五大行动”，便民利民。", {"窗口服务“五大行动”"}),
    ("陇电入鲁工程已于3月开工，在建甘电入浙工程进展顺利。", {"陇电入鲁工程", "甘电入浙工程"}),
    ("财政部下达44.4亿元中央困难群众过冬救助资金，重点向灾区倾斜。", {"中央困难群众过冬救助资金"}),
    ("海州市第三届读书节启动仪式昨天举行。", {"海州市第三届读书节"}),
    ("某网海城7月31日电(李某)海州省养老服务体系建设推进会议31日在海城召开。", {"海州省养老服务体系建设推进会议"}),
    ("该平台联结国家“东数西算”战略，率先施行军队领导指挥体制改革。", {"国家“东数西算”战略", "军队领导指挥体制改革"}),
    ("全市法院统一开展“反规避执行”助力营商环境建设专项活动。", {"“反规避执行”助力营商环境建设专项活动"}),
    ("漳州核电计划建设6台机组，首届国际皮划艇超级杯计划于明年举办，青松人才引进计划于今年启动。", {"漳州核电", "首届国际皮划艇超级杯", "青松人才引进计划"}),
    ("本报讯2026年全国就业援助月活动启动仪式昨天举行。", {"2026年全国就业援助月活动"}),
    ("中非合作论坛第九届部长级会议今天举行，中国载人航天工程展今天在香港开幕。", {"中非合作论坛第九届部长级会议", "中国载人航天工程展"}),
    ("在深入推进京津冀协同发展座谈会上强调。", {"深入推进京津冀协同发展座谈会"}),
    ("2026年中国—青洲经贸合作论坛今天在海城举行。", {"2026年中国—青洲经贸合作论坛"}),
    ("平陆运河马道枢纽主体工程完工。", {"平陆运河马道枢纽"}),
    ("和平共处五项原则发表70周年纪念大会隆重举行。", {"和平共处五项原则发表70周年纪念大会"}),
    ("甲部组织开展中央生态环境保护督察“回头看”，启动涉企收费专项整治行动“回头看”。", {"中央生态环境保护督察“回头看”", "涉企收费专项整治行动“回头看”"}),
    ("甲局部署开展电动自行车行业突出问题专项治理。", {"电动自行车行业突出问题专项治理"}),
    ("乙市开展医保基金违法违规使用问题专项整治工作。", {"医保基金违法违规使用问题专项整治"}),
    ("由甲局主办的第一届全国青少年足球运动会昨晚开幕，第二届中国·海州草原文化节同日举行。", {"第一届全国青少年足球运动会", "第二届中国·海州草原文化节"}),
    ("第七届中国—青山国家广播电视合作论坛和海州城市治理论坛举行。", {"第七届中国—青山国家广播电视合作论坛", "海州城市治理论坛"}),
    ("该省启动重大气象灾害（暴雨）Ⅲ级应急响应，将防汛三级应急响应提升至二级。", {"重大气象灾害（暴雨）Ⅲ级应急响应", "防汛三级应急响应"}),
])
def test_umbrellas_their_items_and_lines_of_the_grid(text: str, found: set[str]) -> None:
    assert found <= names(text)


@pytest.mark.parametrize("text", [
    "访问人社部“就业在家”保险行业招聘专区。",
    "企业通过“海业单证通”成功落地首笔便利化试点业务，患者通过“海民帮”提出救助申请。",
    "海峡客滚船计划今晚9时恢复运行，机场安保人员计划于5月25日再次罢工。", "2024年海州计划落地科技成果转化项目150个以上。",
    "把各项工程打造成为民心工程，将城市水系打造成实景文化大课堂。", "通过增开公交专线等方式，向发展中国家提供政府奖学金名额。",
    "第三届会员代表大会通过章程，第二届海洋论坛组委会主席讲话。",
    "该区从一级应急响应转入安置救助，完善应急响应机制。",
    "就推进中越全面战略合作交流。", "全国第三批试点！", "伊方不接受“不得进行浓缩活动”。",
    "全国电网工程建设投资5006亿元。", "建成一批重点实验室和产业创新平台。", "企业建立安全生产规章制度。",
    "建设农村公路大桥、高速公路等一批重点项目。",
])
def test_no_names_of_what_only_looks_like_one(text: str) -> None:
    assert not names(text)


@pytest.mark.parametrize(("texts", "found"), [
    (("“青山护企”专项行动启动。", "各地开展“青山护企”行动。"), {"“青山护企”专项行动"}),
    (("2025“千才汇海州”招聘会今天举行。", "2025“千才汇海州”大型综合招聘会启动。"), {"2025“千才汇海州”大型综合招聘会"}),
    (("海州至青城高铁今天开通。", "海青高铁全长400公里。"), {"海州至青城高铁"}),
    (("开展社会保障卡应用。", "电子社会保障卡签发。"), {"社会保障卡", "电子社会保障卡"}),
    (("中国-中亚峰会今天举行。",), {"中国—中亚峰会"}),
    (("举办全国生态日宣传活动。", "举办全国生态日主题宣传活动。"), {"全国生态日", "全国生态日宣传活动", "全国生态日主题宣传活动"}),
])
def test_one_action_has_one_name_whatever_dash_or_filling_word_is_printed(texts: tuple[str, ...], found: set[str]) -> None:
    assert names(*texts) == found
