"""Names of programmes by their grammar: the same name whatever its left edge and the words around it."""
from __future__ import annotations

import pytest

from kg.model import Article, Sentence
from kg.nlp.annotation import annotate


def named(text: str) -> set[str]:
    """The names of the programmes that one sentence tells."""
    found, _, _ = annotate(Article("made-up.txt", 1, None, None, None, (Sentence(text, ((0, 1),), 1),)))
    return {m.name for m in found if m.type == "Programme"}


@pytest.mark.parametrize(("text", "name"), [
    ("第二届联合国粮农组织土壤论坛12日在青城开幕。", "第二届联合国粮农组织土壤论坛"),
    ("第四届“云帆诗歌节”在青城同步开幕。", "第四届“云帆诗歌节”"),
    ("专家向首届“中国—青洲国家渔业合作论坛”致信。", "首届“中国—青洲国家渔业合作论坛”"),
    ("第12届中国青年戏剧奖昨天（11月4日）在青城揭晓。", "第12届中国青年戏剧奖"),
    ("第九届中国青年戏剧奖、第三届青松出版奖评选结果公布。", "第三届青松出版奖"),
    ("首届机器人拔河赛今天（2月27日）启动。", "首届机器人拔河赛"),
    ("首届海州县农民丰收节在青禾村开幕。", "首届海州县农民丰收节"),
    ("第八届东盟首脑会议在河内召开。", "第八届东盟首脑会议"),
    ("第7届中德航海高层对话在海州市开幕。", "第7届中德航海高层对话"),
    ("海州市第三届读书节启动仪式昨天举行。", "海州市第三届读书节"),
    ("2026年全省第12届残运会将在海州举办。", "第12届残运会"),
    ("世界卫生组织第70届大会昨天闭幕。", "世界卫生组织第70届大会"),
    ("全球共享发展行动论坛第三届高级别会议今天举行。", "全球共享发展行动论坛第三届高级别会议"),
])
def test_a_numbered_event_begins_with_its_ordinal(text: str, name: str) -> None:
    assert any(told.endswith(name) for told in named(text))


@pytest.mark.parametrize("text", [
    "第八届立法会议员共有33人。", "他出席了首届战略对话。", "案例入选第二届食品安全十大典型案例。", "第44届常务会议14日开幕。", "第五届近万名毕业生走上讲台。",
])
def test_what_is_only_numbered_is_no_event(text: str) -> None:
    assert not named(text)


def test_an_edition_of_the_lexicon_keeps_its_name() -> None:
    assert named("第七届进博会在上海开幕。") == {"第七届中国国际进口博览会"}


@pytest.mark.parametrize(("text", "name"), [
    ("该局依托水源性疾病监测网络，对重点企业实行动态管理。", "水源性疾病监测网络"),
    ("警方通过全国走失老人信息库，帮助多人回家。", "全国走失老人信息库"),
    ("省里已建成非法金融活动监测预警体系。", "非法金融活动监测预警体系"),
    ("该县推行网格包片路长制，取得成效。", "网格包片路长制"),
    ("市里组织开展老旧电梯安全大排查。", "老旧电梯安全大排查"),
    ("该区发放残疾学生通勤交通补贴，惠及百人。", "残疾学生通勤交通补贴"),
    ("游客参加安吉县白茶开茶节，体验采茶。", "安吉县白茶开茶节"),
    ("各地启动困难群众价格临时补贴。", "价格临时补贴"),
])
def test_heads_that_any_reader_expects_end_names(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(("text", "name"), [
    ("通过浙江省养老护理信息系统，家属可以查询。", "浙江省养老护理信息系统"),
    ("该市依托全国车辆租赁备案系统，实行动态管理。", "全国车辆租赁备案系统"),
    ("我厅将建设河段水质监测信息系统，不断强化管理。", "河段水质监测信息系统"),
    ("该省持续推进水利历史资料数据库建设，方便查询。", "水利历史资料数据库"),
    ("企业可以登录产品碳足迹核算平台。", "产品碳足迹核算平台"),
])
def test_a_system_is_told_by_what_is_done_with_it(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(("text", "name"), [
    ("今年以来，该局组织开展“青水2023”专项执法行动，取得成效。", "“青水2023”专项执法行动"),
    ("街道推行“托育+养老”服务模式，方便居民。", "“托育+养老”服务模式"),
    ("全市推行就业“四张清单”制度，效果良好。", "就业“四张清单”制度"),
])
def test_marks_before_or_in_a_head_make_a_name(text: str, name: str) -> None:
    assert any(told.endswith(name) for told in named(text))


@pytest.mark.parametrize("text", [
    "全国市场监督系统召开会议。", "海州市市场监督管理系统开展执法。", "组织开展专项执法行动，取得成效。", "全国有关试点取得进展。", "“一库”指数据库。",
])
def test_those_who_work_in_a_field_and_what_is_only_of_a_kind_are_none(text: str) -> None:
    assert not named(text)
