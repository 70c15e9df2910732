"""What the briefs of a broadcast tell: works, events, funds, shows, and figures told of them."""
from __future__ import annotations

from decimal import Decimal

import pytest
from test_figures import figures
from test_reading import named, read, told

from kg.layout.dates import Years


def abouts(text: str) -> dict[str, str | None]:
    _, found = read(text)
    return {figure.text: figure.about.name if figure.about else None for figure in found.figures}


@pytest.mark.parametrize(("text", "printed", "about"), [
    ("今天，青山江特大桥实现合龙。大桥位于广西象州县，桥长约2580米。", "约2580米", "青山江特大桥"),
    ("广西贺巴高速今天通车。广西贺巴高速是连接西部陆海新通道的重要横向干道，全长478公里。", "478公里", "广西贺巴高速"),
    ("全长约12.8公里、平均海拔约4300米的青山隧道今天全线贯通。", "约4300米", "青山隧道"),
    ("兴安盟300万千瓦风电项目今天并网发电。", "300万千瓦", "兴安盟300万千瓦风电项目"),
    ("财政部下达30亿元农业生产救灾资金。", "30亿元", "农业生产救灾资金"),
    ("记者从第14届中国国际专利技术与产品交易会上了解到，全国专利转让许可备案次数达115.4万次。", "115.4万次", None),
    ("第二十八届京港洽谈会今天开幕。大会以“京港携手联通世界”为主题，现场签约项目29个。", "29个", "第二十八届京港洽谈会"),
    ("江西已完成长江防护林、珠江防护林等重点工程，全省森林覆盖率稳定在63.1%。", "63.1%", "江西省"),
    ("江西先后出台《江西省湿地保护条例》《江西省候鸟保护条例》等地方性法规22部、省政府规章6部。", "6部", "江西省"),
    ("第三届海州国际画展今天开幕。来自全国各地的80幅作品同步展出。", "80幅", "第三届海州国际画展"),
])
def test_what_a_figure_of_a_brief_is_about(text: str, printed: str, about: str | None) -> None:
    assert abouts(text)[printed] == about


@pytest.mark.parametrize(("text", "printed", "indicator"), [
    ("24个城市保交房交付率超九成，6个城市保交房项目交付率已达100%。", "6个", "保交房项目交付率达100%城市数"),
    ("新航季，共有209家国内外航空公司计划每周安排定期客货运航班12.3万班。", "209家", "国内外航空公司数"),
    ("国家150项重大水利工程之一——青山水库开工。", "150项", "国家重大水利工程数"),
    ("本届大会将举行主论坛和11场专题活动。", "11场", "举行专题活动数"),
    ("新装备制造业规模最大，占专利密集型产业增加值的比重超四分之一。", "超四分之一", "新装备制造业占专利密集型产业增加值比重"),
    ("物流需求回升，邮政业务总量指数连续6个月在60%以上高景气区间。", "60%以上", "邮政业务总量指数"),
    ("该项目占地8000亩，全部建成后预计年交易额超千亿元。", "超千亿元", "年交易额"),
    ("服务业增加值增速分别较2022年全年和2023年一季度提高3.6个、0.2个百分点。", "0.2个百分点", "服务业增加值增速较2023年一季度提高"),
    ("农民人均可支配收入达8451元，实际增速6.6%。", "6.6%", "农民人均可支配收入实际增速"),
    ("出口2.46万亿元，规模连续31年居首位，同比增长12.5%。", "12.5%", "出口同比增速"),
    ("边检机关保障846.6万人次中外人员出入境，其中，内地居民出入境476.8万人次。", "476.8万人次", "内地居民出入境人次"),
    ("日均充电量1535.91万千瓦时，是平日的2.59倍，比上月增长23.61%。", "23.61%", "日均充电量比上月增速"),
    ("24个艺术团将带来52场涵盖舞剧、音乐剧等多种艺术形式的精彩演出。", "52场", "带来精彩演出数"),
    ("全国境内128条海运航线完成集装箱吞吐量263.95万标箱。", "128条", "境内海运航线数"),
    ("已累计淘汰约62.8万吨消耗臭氧层物质生产和使用。", "约62.8万吨", "累计淘汰消耗臭氧层物质生产和使用"),
    ("为期62天的全国暑运结束。", "62天", "全国暑运期限"),
    ("仪器设备及仪器仪表制造业、通信设备制造业和航空航天器及设备制造业产值分别增长6.8%、7.3%、16.7%。", "16.7%", "航空航天器及设备制造业产值增速"),
    ("广州市场主体总量突破400万户。", "突破400万户", "广州市场主体总量"),
])
def test_names_of_the_figures_of_briefs(text: str, printed: str, indicator: str) -> None:
    assert figures(text)[printed].indicator.endswith(indicator)


@pytest.mark.parametrize(("text", "printed", "value"), [
    ("充电量突破1亿2千万度。", "突破1亿2千万度", "120000000"),
    ("受伤人数共计49万8887人。", "49万8887人", "498887"),
    ("总投资3亿5千万元。", "3亿5千万元", "350000000"),
])
def test_a_number_told_by_its_parts_is_one(text: str, printed: str, value: str) -> None:
    assert figures(text)[printed].value == Decimal(value)


@pytest.mark.parametrize(("text", "fact"), [
    ("宁夏青铜峡灌区现代化改造工程今天开始建设。工程涵盖银川、石嘴山、吴忠3个地市。", ("宁夏青铜峡灌区现代化改造工程", "appliesIn", "石嘴山市")),
    ("新疆阿禾公路今天通车。阿禾公路连接新疆阿勒泰市和禾木村，全长209公里。", ("新疆阿禾公路", "appliesIn", "阿勒泰市")),
    ("渝昆高铁全长约700公里。其中，云南段为设计时速350公里的高铁。", ("渝昆高速铁路", "appliesIn", "云南省")),
    ("京蔚高速全长184公里，起点为北京西六环，向西经张家口市涿鹿县，蔚县，与乙省相接。", ("京蔚高速", "appliesIn", "涿鹿县")),
    ("江西已完成长江防护林、珠江防护林等重点工程。", ("珠江防护林", "appliesIn", "江西省")),
    ("今晚，总台央视新闻频道《高端访谈》栏目将播出独家专访。", ("中央广播电视总台央视新闻频道", "administers", "《高端访谈》")),
    ("西部陆海新通道骨干工程——平陆运河今天开工。", ("平陆运河", "partOf", "西部陆海新通道")),
])
def test_statements_of_briefs(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in told(text)


def test_what_a_rule_carries_out_is_not_of_its_day() -> None:
    days = told("《促进消费的通知》8月1日发布，落实《中共中央国务院关于促进民营经济发展壮大的意见》。", "issuedOn")
    assert {subject for subject, _, _ in days} == {"促进消费的通知"}


@pytest.mark.parametrize(("text", "found"), [
    ("今天，第八届海州机器人峰会暨人才峰会在余姚开幕。", {"第八届海州机器人峰会"}),
    ("农业农村部启动海洋伏季休渔专项执法行动。", {"海洋伏季休渔专项执法行动"}),
    ("国家中小企业发展基金已设立31支子基金。", {"国家中小企业发展基金"}),
    ("大型文化节目《诗词大会》（第二季）今天启播。", {"《诗词大会》（第二季）"}),
])
def test_programmes_of_briefs(text: str, found: set[str]) -> None:
    assert named(text, "Programme") == found


@pytest.mark.parametrize(("text", "place"), [
    ("列车从江苏南京开出。", "南京市"),
    ("货物从江西运到外地。", "江西省"),
    ("中方愿同安徽省合作。", "安徽省"),
    ("工程缓解西辽河流域水资源短缺。", "西辽河流域"),
])
def test_places_behind_a_word_that_begins_another(text: str, place: str) -> None:
    assert named(text, "Place") == {place}


def test_the_year_is_over_that_a_growth_ran_to() -> None:
    assert Years("贸易值从1997年的4208.7亿元增长至2024年的2.2万亿元。").latest_past(6) == 2025
