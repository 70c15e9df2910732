"""Linking: what is one thing, under which names, and what stays apart."""
from kg.link import link
from kg.model import Article, Mention, Ref, Sentence
from kg.nlp.names import find_names


def linked(*sentences, more=(), source=None):
    article = Article("page.txt", 1, None, None, source, tuple(Sentence(text, ((0, 1),), 1) for text in sentences))
    return link(article, tuple(find_names(article)) + tuple(more))


def test_printed_and_usual_forms_become_aliases_of_the_full_name():
    _, entities = linked("国家医保局发布通知。", "国家医疗保障局表示。")
    entity = entities[Ref("Agency", "国家医疗保障局")]
    assert "国家医保局" in entity.aliases and [evidence.sentence for evidence in entity.evidence] == [0, 1]


def test_levels_of_government_stay_apart():
    _, entities = linked("国家医保局与贵州省医保局、遵义市医保局联合部署。")
    assert {ref.name for ref in entities if ref.type == "Agency"} == {"国家医疗保障局", "贵州省医疗保障局", "遵义市医疗保障局"}


def test_places_carry_their_code_and_their_usual_names():
    _, entities = linked("四川省宜宾市召开会议，宁夏跟进。")
    assert entities[Ref("Place", "宜宾市")].code == "511500" and "宜宾" in entities[Ref("Place", "宜宾市")].aliases
    assert entities[Ref("Place", "宁夏回族自治区")].code == "640000"


def test_pronouns_go_back_but_are_no_names():
    mentions, entities = linked("河南省医保局推进改革。", "该局负责人说，该市场主体增加。")
    assert [mention.name for mention in mentions if mention.text == "该局"] == ["河南省医疗保障局"]
    assert not any("该" in alias for entity in entities.values() for alias in entity.aliases)


def ours(headline):
    lines = Sentence(headline, ((0, 1),), 0, "headline"), Sentence("我部会同水利部印发办法，我部门参加。", ((0, 1),), 1)
    article = Article("page.txt", 1, headline, None, None, lines)
    mentions, entities = link(article, find_names(article))
    assert not any("我" in alias for entity in entities.values() for alias in entity.aliases)
    return [mention.name for mention in mentions if mention.text == "我部"]


def test_we_are_the_body_that_writes():
    assert ours("教育部对十二届全国人大一次会议第12号建议的答复") == ["中华人民共和国教育部"]
    assert ours("教育部国家能源局关于做好供暖工作的通知") == ["中华人民共和国教育部"]
    assert not ours("教育部水利部关于做好供水工作的通知") and not ours("教育部走进大山")


def test_the_event_of_this_time_is_the_one_named_before_and_no_name():
    event = Mention(0, 0, 11, "Programme", "第三届海州半岛合作论坛", "第三届海州半岛合作论坛")
    mentions, entities = linked("第三届海州半岛合作论坛昨天举行。", "本届论坛由河南省医保局主办。", more=[event])
    assert [mention.name for mention in mentions if mention.text == "本届论坛"] == ["第三届海州半岛合作论坛"]
    assert not any("本届" in alias for entity in entities.values() for alias in entity.aliases)


def test_last_part_of_a_foreign_name_is_the_same_person():
    _, entities = linked("联合国秘书长安东尼奥·古特雷斯出席。", "古特雷斯表示欢迎。")
    assert [ref.name for ref in entities if ref.type == "Person"] == ["安东尼奥·古特雷斯"]
    _, entities = linked("阿根廷总统哈维尔·米莱发表讲话。", "米莱说，改革将继续。")
    assert [ref.name for ref in entities if ref.type == "Person"] == ["哈维尔·米莱"]


def test_a_draft_is_also_known_without_its_bracket():
    _, entities = linked("起草了《大型网络平台个人信息保护规定（征求意见稿）》。", "征求意见稿指出，应当明确责任。")
    entity = entities[Ref("Regulation", "大型网络平台个人信息保护规定（征求意见稿）")]
    assert {"大型网络平台个人信息保护规定", "征求意见稿"} <= set(entity.aliases)
    assert len([ref for ref in entities if ref.type == "Regulation"]) == 1


def test_titles_that_differ_only_by_their_places_are_one():
    _, entities = linked("三地签署《深化京津冀自贸试验区协同发展行动方案》。", "《深化自贸试验区协同发展行动方案》提出目标。")
    assert [ref.name for ref in entities if ref.type == "Regulation"] == ["深化京津冀自贸试验区协同发展行动方案"]
    _, entities = linked("按照《湖南省制造业强链发展方案》，制定《长沙市制造业强链发展方案》。", "《长沙制造业强链发展方案》提出目标。")
    assert {ref.name for ref in entities if ref.type == "Regulation"} == {"湖南省制造业强链发展方案", "长沙市制造业强链发展方案"}


def test_what_a_local_title_rests_on_is_the_one_of_the_state():
    _, entities = linked("根据《“十四五”噪声污染防治行动计划》，省厅印发《山东省“十四五”噪声污染防治行动计划》。")
    assert len([ref for ref in entities if ref.type == "Regulation"]) == 2


def test_a_law_inside_the_name_of_a_programme_is_no_law_of_its_own():
    week = Mention(0, 2, 7, "Programme", "宪法宣传周", "宪法宣传周")
    _, entities = linked("开展宪法宣传周活动。", more=(week,))
    assert {ref.type for ref in entities} == {"Programme"}


def test_a_place_only_inside_the_name_of_a_programme_is_none():
    text = "2025中国景德镇国际陶瓷博览会闭幕。"
    programme = Mention(0, 0, 17, "Programme", text[:17], text[:17])
    _, entities = linked(text, more=(programme,))
    assert [ref.type for ref in entities] == ["Programme"]


def test_a_title_without_its_issuers_is_the_one_with_them_unless_there_are_two():
    def titled(*names):
        mentions = [Mention(index, 0, len(name), "Regulation", name, name) for index, name in enumerate(names)]
        return {ref.name for ref in linked(*names, more=mentions)[1] if ref.type == "Regulation"}

    full, other, bare = "国务院关于加快数据开放的意见", "省人民政府关于加快数据开放的意见", "关于加快数据开放的意见"
    assert titled(full, bare) == {full}
    assert titled(full, other, bare) == {full, other, bare}


def test_a_title_is_one_whoever_prints_it():
    for text in ("《蓝天规划纲要（2022-2035年）》印发。", "《蓝天规划纲要（2022—2035年）》印发。"):
        _, entities = linked(text)
        assert [ref.name for ref in entities if ref.type == "Regulation"] == ["蓝天规划纲要（2022—2035年）"]
    _, entities = linked("《中共中央国务院关于促进蓝天事业的意见》发布。执行GB31654-2021。")
    assert {ref.name for ref in entities if ref.type == "Regulation"} == {"中共中央、国务院关于促进蓝天事业的意见", "GB 31654—2021"}
    assert "GB31654-2021" in entities[Ref("Regulation", "GB 31654—2021")].aliases
