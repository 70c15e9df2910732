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
