"""What numbers of news and broadcasts are named by: the noun, without who sees, brings or says it."""
from __future__ import annotations

import pytest
from test_figures import figures


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("海拔3900米的月亮湖位于山谷之中。", "3900米", "月亮湖海拔"),
    ("这座高12米的石塔吸引了不少游客。", "12米", "石塔高度"),
    ("全长约30公里的甲江大桥是集公路、铁路于一体的工程。", "约30公里", "甲江大桥全长"),
    ("面积只有80平方公里的小岛拥有多个港口。", "80平方公里", "小岛面积"),
    ("游客可以在这里眺望300多万平方米的青山湿地公园。", "300多万平方米", "青山湿地公园面积"),
    ("近日，一批300多吨的鲜果经东山口岸从邻国入境。", "300多吨", "鲜果重量"),
    ("山间修建了12公里的步道。", "12公里", "步道长度"),
])
def test_what_a_number_before_a_noun_measures(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator.endswith(indicator)


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("东岭二期120万千瓦抽水蓄能电站项目完成招标。", "120万千瓦", "东岭二期抽水蓄能电站装机容量"),
    ("全球首台18兆瓦海上风电机组并网发电。", "18兆瓦", "海上风电机组单机容量"),
    ("新装备将带动约500亿元的配套设备需求。", "约500亿元", "配套设备需求"),
    ("银发经济有近800亿元的市场潜力。", "近800亿元", "银发经济市场潜力"),
])
def test_power_of_works_and_what_money_is_brought(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator == indicator


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("如今，农家乐的收入能达到20万元。", "20万元", "农家乐的收入"),
    ("这里的温度将会降到零下15摄氏度以下。", "零下15摄氏度以下", "温度"),
    ("交货的原油期货价格突破每桶80美元。", "80美元", "交货的原油期货价格"),
    ("中资企业在当地投资存量约200亿美元。", "约200亿美元", "中资企业在当地投资存量"),
    ("届时两城间铁路运行时间将缩至1小时内。", "1小时内", "两城间铁路运行时间"),
    ("三个月里举办了3.2万场招聘活动。", "3.2万场", "举办招聘活动数"),
    ("像这样的绿色矿山已经有近300家。", "近300家", "绿色矿山数"),
    ("救援队还抢救出12名被困群众。", "12名", "救援队抢救出被困群众数"),
    ("广播通过40种语言面向全球听众播出。", "40种", "语言数"),
    ("其中近半数都是数字职业。", "近半数", "数字职业比例"),
    ("双方签署经贸、科技、教育等领域12份合作文件。", "12份", "签署合作文件数"),
    ("在射击、游泳、柔道等项目上产生18枚金牌。", "18枚", "产生金牌数"),
    ("500所优质高中让孩子们拥有更好的条件。", "500所", "优质高中数"),
    ("30万株郁金香竞相绽放。", "30万株", "竞相绽放郁金香数"),
    ("900多个充电桩遍布各地的公路。", "900多个", "遍布各地的公路充电桩数"),
])
def test_names_without_what_is_said_around_them(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator == indicator


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("全省小麦收获超5000万亩，进度超80%。", "超80%", "小麦收获进度"),
    ("全国秋粮收获进入高峰期，进度过六成。", "六成", "全国秋粮收获进度"),
    ("去年，该村旅游收入超过300万元，户均增长一万多元。", "一万多元", "旅游收入户均增长额"),
    ("居民生活用电量保持较快增长，同比增速达到9.8%。", "9.8%", "居民生活用电量同比增速"),
    ("消费、投资分别同比增长4.9%和3.1%，比上年全年分别加快0.2和0.7个百分点。", "0.7个百分点", "投资增速比上年全年加快"),
    ("货物贸易进出口总值15.2万亿元，其中出口8.3万亿元。", "8.3万亿元", "货物贸易出口"),
    ("汽车前两个月出口58.3万辆，同比增长41%。", "41%", "出口数同比增速"),
    ("推广种植近2万亩。", "近2万亩", "推广种植面积"),
    ("治理退化草地120万亩。", "120万亩", "治理退化草地面积"),
])
def test_bare_heads_take_what_was_named_before(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator.endswith(indicator)


def test_what_only_looks_like_it_stays() -> None:
    found = figures("设立1200个水稻大面积单产提升示范点。", "储能项目规模达到50万千瓦的水平。", "全国生态保护红线面积要保持在300万平方千米。")
    assert found["1200个"].indicator == "设立水稻大面积单产提升示范点数"
    assert found["300万平方千米"].indicator == "全国生态保护红线面积"
    assert "水平" not in found["50万千瓦"].indicator


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("海关共查验出入境人员1.7亿人次。", "1.7亿人次", "海关查验出入境人员人次"),
    ("该景区今年已接待游客23万人次。", "23万人次", "景区接待游客人次"),
    ("两轮督导共移交问题线索330条。", "330条", "两轮督导移交问题线索数"),
    ("财政部还公布典型案例12个。", "12个", "财政部公布典型案例数"),
    ("各部门举行了120场洽谈会。", "120场", "各部门举行洽谈会数"),
    ("在青川，仅古城接待游客量就超过40万人次。", "超过40万人次", "古城接待游客量"),
    ("去年，该行发放涉农贷款12亿元。", "12亿元", "发放涉农贷款"),
    ("早稻已经返青，1200名农技员正开展田间指导。", "1200名", "开展田间指导农技员数"),
])
def test_names_without_helpers_within(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator == indicator


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("甲国经常账户出现91亿欧元赤字，去年同期则是734亿欧元赤字。", "91亿欧元", "经常账户赤字"),
    ("首个航次实现100%上座率。", "100%", "上座率"),
    ("上半年，公司实现了607.5亿元的营业收入。", "607.5亿元", "公司营业收入"),
    ("装备制造业增加值实现20%以上增长。", "20%以上", "装备制造业增加值增速"),
    ("商家向顾客退还1.3万元货款。", "1.3万元", "向顾客退还货款"),
    ("省级财政拿出5000万元给予贴息补助。", "5000万元", "省级财政给予贴息补助"),
])
def test_what_a_verb_that_says_little_is_done_with(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator.endswith(indicator)


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("共检查网吧230家次，取缔12家，停产整顿3家。", "12家", "取缔网吧数"),
    ("共检查网吧230家次，取缔12家，停产整顿3家。", "3家", "停产整顿网吧数"),
    ("已核查涉嫌非法诊所线索70余条。其中，取缔34家，劝散14家。", "34家", "取缔非法诊所数"),
    ("已核查涉嫌非法诊所线索70余条。其中，取缔34家，劝散14家。", "14家", "劝散非法诊所数"),
    ("篮球赛有27支队伍参赛。", "27支队伍", "篮球赛参赛队伍数"),
    ("大约1万户家庭一度停电。", "大约1万户家庭", "一度停电家庭数"),
    ("全省有45个县出现暴雨。", "45个", "出现暴雨县数"),
    ("12家企业发生火灾。", "12家", "发生火灾企业数"),
    ("比赛吸引了140支队伍参加。", "140支队伍", "比赛吸引参加队伍数"),
    ("甲国首都遭空袭9人死亡据甲国媒体报道，空袭造成多处建筑受损。", "9人", "甲国首都遭空袭死亡人数"),
])
def test_what_is_closed_counted_and_befallen(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator == indicator
