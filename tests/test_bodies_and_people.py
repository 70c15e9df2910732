"""Agencies, organisations and people by inventory: every kind of name in more than one wording, and what is none."""
from __future__ import annotations

import pytest
from test_names import article, names

from kg.link import link
from kg.nlp.names import find_names


def linked(*sentences: str) -> set[tuple[str, str]]:
    """What is printed, and what it stands for once the article is linked."""
    page = article(*sentences)
    return {(mention.text, mention.name) for mention in link(page, find_names(page))[0]}


@pytest.mark.parametrize(("text", "type", "printed", "full"), [
    ("外长约翰逊在社交媒体上写道，协议已经达成。", "Person", "约翰逊", "约翰逊"),
    ("埃及总理拉胡尔·甘地抵达。", "Person", "拉胡尔·甘地", "拉胡尔·甘地"),
    ("智利国防大臣哈立德·本·萨勒曼通话。", "Person", "哈立德·本·萨勒曼", "哈立德·本·萨勒曼"),
    ("自治区副主席艾力更·依明巴海呼吁各方参与。", "Person", "艾力更·依明巴海", "艾力更·依明巴海"),
    ("西藏自治区水利厅副厅长罗布次仁说，工程已经完工。", "Person", "罗布次仁", "罗布次仁"),
    ("青海省民政厅厅长扎西多吉介绍，", "Person", "扎西多吉", "扎西多吉"),
    ("海东市第一中学校长李学民颁发了奖状。", "Person", "李学民", "李学民"),
    ("海东大学教授陈文远如数家珍。", "Person", "陈文远", "陈文远"),
    ("秘书长邵华告诉记者，产量增加。", "Person", "邵华", "邵华"),
    ("海东银行首席合规官于洋说。", "Person", "于洋", "于洋"),
    ("公示：张明远，男，1970年生，汉族。", "Person", "张明远", "张明远"),
    ("派出所民警李立新表示，", "Person", "李立新", "李立新"),
    ("莲都区教育局余宗南局长表示，将加强监管。", "Person", "余宗南", "余宗南"),
    ("海东市卫健委王海波副主任一行到医院调研。", "Person", "王海波", "王海波"),
])
def test_people_by_their_titles(text: str, type: str, printed: str, full: str) -> None:
    assert names(text).get((type, printed)) == full


def test_words_behind_a_title_that_are_no_name() -> None:
    for text in ("双方进行了热烈的讨论。", "部署国民警卫队士兵。", "副厅长张鹏党内职务被撤销。", "外长雷任科夫表示，"):
        assert {"热烈", "卫队", "张鹏党", "雷任科"}.isdisjoint(printed for _, printed in names(text))


@pytest.mark.parametrize(("text", "printed", "full"), [
    ("浙江金融监管局提示风险。", "浙江金融监管局", "国家金融监督管理总局浙江监管局"),
    ("四川银保监局罚款30万元。", "四川银保监局", "中国银行保险监督管理委员会四川监管局"),
    ("审计署驻武汉特派办进场。", "审计署驻武汉特派办", "审计署驻武汉特派员办事处"),
    ("记者从温县政协获悉，", "温县政协", "中国人民政治协商会议温县委员会"),
    ("安徽省财政厅和国资委联合印发办法。", "国资委", "安徽省国有资产监督管理委员会"),
    ("苏州市科技局会同财政局出台办法。", "财政局", "苏州市财政局"),
    ("湖北省公安厅、省交警总队发布提示。", "省交警总队", "湖北省公安厅交通警察总队"),
    ("新西兰贸易和农业部长到任。", "新西兰贸易和农业部", "新西兰贸易和农业部"),
    ("天津市委党校举办培训班。", "天津市委党校", "中国共产党天津市委员会党校"),
    ("中央纪委国家监委驻水利部纪检监察组进驻。", "中央纪委国家监委驻水利部纪检监察组", "中央纪委国家监委驻水利部纪检监察组"),
    ("青田县石溪街道办开展检查。", "石溪街道办", "青田县石溪街道办事处"),
    ("记者从日喀则市文化广电和旅游局获悉，", "日喀则市文化广电和旅游局", "日喀则市文化广电和旅游局"),
])
def test_agencies_in_many_forms(text: str, printed: str, full: str) -> None:
    assert names(text).get(("Agency", printed)) == full


@pytest.mark.parametrize(("text", "first", "second"), [
    ("宜春市委、市政府召开会议。吉安市、吉安县、吉安站。", "宜春市委", "宜春市人民政府"),
    ("浙江推进改革，省民政厅印发方案。江苏、江苏省、江苏。", "浙江", "浙江省民政厅"),
    ("北京市教委、市人社局部署工作。山东省、山东省菏泽市、菏泽市。", "北京市教委", "北京市人力资源和社会保障局"),
])
def test_an_organ_of_a_level_belongs_to_its_own_sentence(text: str, first: str, second: str) -> None:
    found = names(text)
    assert first in {printed for _, printed in found} and second in found.values()


@pytest.mark.parametrize(("text", "printed", "full"), [
    ("国网浙江省电力有限公司杭州供电公司投资3亿元。", "国网浙江省电力有限公司杭州供电公司", "国网浙江省电力有限公司杭州供电公司"),
    ("来自北京市明成律师事务所的专家。", "北京市明成律师事务所", "北京市明成律师事务所"),
    ("长沙学院举办论坛。", "长沙学院", "长沙学院"),
    ("湖州市妇幼保健院新院启用。", "湖州市妇幼保健院", "湖州市妇幼保健院"),
    ("厦门港口集团有限公司签约。", "厦门港口集团有限公司", "厦门港口集团有限公司"),
])
def test_organizations_with_long_left_edges(text: str, printed: str, full: str) -> None:
    assert names(text).get(("Organization", printed)) == full


def test_two_organizations_are_not_one() -> None:
    found = {printed for type, printed in names("广州城投集团与湖南省律师协会签约。", "湖南大学同西安石油大学合作。") if type == "Organization"}
    assert found == {"广州城投集团", "湖南省律师协会", "湖南大学", "西安石油大学"}
    assert ("Organization", "美国广播公司") in names("民调称对伊朗动武是错误美国广播公司公布结果。")
    assert not names("加拿大两大铁路公司停运。").keys() - {("Place", "加拿大")}


def test_what_stands_around_agencies_is_none() -> None:
    assert names("扬州市邗江生态环境局成立攻坚指挥部、工作专班。").keys() == {("Agency", "扬州市邗江生态环境局")}
    assert "桥西区" not in str(names("据桥西区教育局介绍，").values()) and not names("据桥西区教育局介绍，")
    assert ("Agency", "市市市场监管局") not in names("漳州市市场监管局联合市市市场监管局查办案件。")


def test_schools_courts_and_banks_are_pointed_back_to() -> None:
    assert ("该校", "湖南师范大学") in linked("湖南师范大学招生3000人。", "该校校长介绍了情况。")
    assert ("该院", "天门市人民检察院") in linked("天门市检察院受理案件。", "该院优化了通道。")
    assert any(printed == "该行" and name.startswith("长沙银行") for printed, name in linked("长沙银行增加贷款。", "该行行长说。"))
    assert not any(printed.startswith("该行") for printed, _ in linked("长沙银行增加贷款。", "该行业发展较快，该行为违法。"))


def test_a_firm_with_and_without_its_place_is_one() -> None:
    found = linked("吕城市鑫石矿业有限公司被罚。", "吕梁市鑫石矿业有限公司被罚。", "山西省吕梁市临县鑫石矿业有限公司已经整改。")
    assert ("吕梁市鑫石矿业有限公司", "山西省吕梁市临县鑫石矿业有限公司") in found
    assert ("长沙市中医院", "长沙市中医院") in linked("长沙市中医院接诊。", "长沙市长沙县中医院接诊。")
