"""Numbers, units, ranges and qualifiers; what is no quantity; times and their days."""
from __future__ import annotations

import csv
import time
from datetime import date
from decimal import Decimal

import pytest

from kg.model import Article, Sentence
from kg.nlp.numerals import read_number
from kg.nlp.quantities import find_quantities, units
from kg.nlp.times import find_times, find_times_in
from kg.resources import data_file


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("参保人数约13.26亿人", "1326000000", "人"),
    ("基金收入34809.95亿元", "3480995000000", "元"),
    ("缴费标准为1020元/人", "1020", "元/人"),
    ("用电量8572亿千瓦时", "857200000000", "千瓦时"),
    ("装机206万千瓦", "2060000", "千瓦"),
    ("节约5万吨标准煤", "50000", "吨标准煤"),
    ("吞吐量1,234万标准箱", "12340000", "标准箱"),
    ("提高2.4个百分点", "2.4", "个百分点"),
    ("恢复至八成", "80", "%"),
    ("占三分之一", "0.3333", ""),
    ("超过1/4", "0.25", ""),
    ("用水总量零增长", "0", "%"),
    ("拉动限上社零增长4.5个百分点", "4.5", "个百分点"),
    ("年产啤酒300千升", "300", "千升"),
    ("资金超百亿元", "10000000000", "元"),
    ("补助三百二十万元", "3200000", "元"),
    ("有效期为一年", "1", "年"),
    ("新增 1565 万辆", "15650000", "辆"),
    ("系数从0.565提高", "0.565", ""),
    ("累计领用人数达10.34亿", "1034000000", "人"),
    ("自然增长率为-0.52‰", "-0.52", "‰"),
    ("累计接收材料1.2万余条（件）", "12000", "条（件）"),
    ("每年累计停留不超过90天", "90", "天"),
    ("3.20个社区新建书屋", "20", "个"),
    ("在海州、云城等7地开展对接活动", "7", "地"),
    ("资助范围扩大到12省（区、市）", "12", "省"),
    ("近万名科研人员参加", "10000", "名"),
    ("开通上百条航线", "100", "条"),
    ("应当自受理之日起三十日内答复", "30", "日"),
    ("处三年以下有期徒刑", "3", "年"),
    ("在十五个工作日内答复", "15", "个工作日"),
    ("步行15分钟可达公园", "15", "分钟"),
    ("新增千亿斤粮食", "100000000000", "斤"),
    ("泊位年吞吐20万吨", "200000", "吨"),
    ("耗时缩短3个多小时", "3", "小时"),
    ("收入差距缩小到2.56∶1", "2.56", ""),
    ("容量电价150元/千瓦·年", "150", "元/千瓦·年"),
    ("资料至少保存十年", "10", "年"),
    ("婚假只有3天", "3", "天"),
    ("工期缩短2个半月", "2.5", "个月"),
    ("动员不少于2000亿市场化资金", "200000000000", ""),
    ("城市里有2500万市民", "25000000", ""),
    ("监测广告2912022条次", "2912022", "条次"),
    ("达1459800余人", "1459800", "人"),
    ("人数十万人", "100000", "人"),
    ("最低气温达到零下8度左右", "-8", "度"),
    ("体感温度接近零下40摄氏度", "-40", "摄氏度"),
    ("气温将降至-10℃", "-10", "℃"),
    ("期货市场成交41.66亿手", "4166000000", "手"),
    ("日均装车19.4万车", "194000", "车"),
    ("新增车主19.4万车主", "194000", ""),
    ("监管进出口清单1.33亿票", "133000000", "票"),
    ("年度票房13亿票房收入", "1300000000", ""),
    ("算力规模1.5万P", "15000", "P"),
    ("机架总规模830万标准机架", "8300000", "标准机架"),
    ("社会满意度为82.04分", "82.04", "分"),
    ("电池产量135.4吉瓦时", "135.4", "吉瓦时"),
    ("路网密度161.1公里/万平方公里", "161.1", "公里/万平方公里"),
    ("机器人密度246台/万人", "246", "台/万人"),
    ("供电煤耗295克标准煤/千瓦时", "295", "克标准煤/千瓦时"),
    ("失业率低于去年同期0.1个点", "0.1", "个点"),
    ("完成1032个点位建设", "1032", "个"),
    ("约1亿人口受影响", "100000000", "人口"),
    ("有30来个摊位", "30", "个"),
    ("死亡率小于1，事故减少", "1", ""),
    ("近千亩稻田受灾", "1000", "亩"),
    ("近千万户家庭", "10000000", "户"),
    ("累计近万架次安全起降", "10000", "架次"),
    ("占全国产量一半以上", "0.5", ""),
    ("近半数受访者", "0.5", ""),
])
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    quantity, = find_quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert text[quantity.start:quantity.end] == quantity.text


def test_one_unit_of_a_list() -> None:
    assert [(q.text, q.unit) for q in find_quantities("分别加快1.6、10.7和2个百分点")] == [
        ("1.6", "个百分点"), ("10.7", "个百分点"), ("2个百分点", "个百分点")]


@pytest.mark.parametrize(("text", "values"), [
    ("利润分别为4.23、5.78和7.16亿元", [423000000, 578000000, 716000000]), ("利用小时分别提高83、84、97小时", [83, 84, 97]), ("约2、3个月", [3]),
])
def test_the_last_of_a_list_has_the_unit_of_all(text: str, values: list[int]) -> None:
    assert [q.value for q in find_quantities(text) if q.unit] == values


def test_a_number_not_reached_is_told_with_its_qualifier() -> None:
    assert [(q.text, q.qualifier) for q in find_quantities("企业不到50家，想不到1小时办好")] == [("不到50家", "以下"), ("1小时", None)]


def test_one_unit_of_two_ways() -> None:
    assert [q.unit for q in find_quantities("低0.04个和高0.06个百分点")] == ["个百分点"] * 2


@pytest.mark.parametrize("text", [
    "2024年9月10日上午9时30分", "第79届大会", "财办〔2019〕2号", "拨打“12356”热线", "GB 31654—2021", "5G网络和3.0版本",
    "1-4级伤残职工", "《2025年工作要点》", "前三季度", "一是加强监管", "2020、2021年", "电话010-12345678",
    "中国载人空间站第3次", "距今3800年", "章程共5章40条",
    "[【07/31】]，正文：本报记者", "大湾区内地9市", "今年9市级项目", "等3县级医院", "最近千名干部下沉", "早上百人排队",
    "近三年内", "在五年内实现", "一至三年级学生", "请在文章刊发之日起30日内与本网联系", "全省600位记者在线等你", "邮件24小时内回复",
    "打造15分钟便民生活圈", "新一轮千亿斤粮食产能提升行动", "航道由300吨级提高至3000吨级", "2万吨级泊位", "78集团军",
    "经过8个多小时的试验", "在经历5个多月的修缮后", "吸引几十万名游客",
    "数十亿美元投资", "相差数十倍", "流水号2912022结束",
    "三次产业结构由9.4∶37.6∶53.0调整为9.1:36.2:54.7",
    "相当于5个多电站的总装机", "相当于每年多造500多个林场",
    "东经122°36′30″、北纬31°30′之间", "在北纬35度以北", "对每招用1人的企业", "开通12333人力资源热线", "每10万人口的床位",
    "城区人口50万以上的城市", "年均每十万人死亡率", "一半是山地", "三十分之后见分晓",
])
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize(("text", "low", "high"), [
    ("2-3家", "2", "3"), ("60%—70%", "60", "70"), ("服务期1至3年", "1", "3"), ("副理事长一至二人", "1", "2"), ("处三年以上十年以下有期徒刑", "3", "10"),
    ("10万至20万元", "100000", "200000"), ("3—5万元", "30000", "50000"), ("增加了两到三成", "20", "30"),
    ("占6至8成", "60", "80"), ("暂停执行业务3个月至1年", "3", "12"), ("利率下浮5%至3%", "3", "5"),
])
def test_ranges(text: str, low: str, high: str) -> None:
    quantity, = find_quantities(text)
    assert (quantity.value, quantity.value_max) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("text", "qualifier"), [
    ("约13亿人", "约"), ("超2000家", "超过"), ("不低于640元", "不低于"), ("99%以上", "以上"),
    ("近40%", "近"), ("每年节约5000万元", None), ("附近10家商户", None), ("70%左右", "左右"), ("5个工作日以内", "不超过"), ("1000余项", None),
    ("达标率≥95%", "不低于"), ("等候时间≤10分钟", "不超过"),
])
def test_qualifiers(text: str, qualifier: str | None) -> None:
    assert find_quantities(text)[0].qualifier == qualifier


def test_listed_numbers_share_the_last_unit() -> None:
    found = find_quantities("出口额连续跨越300亿、400亿和600亿美元台阶")
    assert [(q.text, q.unit) for q in found] == [("300亿", "美元"), ("400亿", "美元"), ("600亿美元", "美元")]


def test_two_numbers_of_one_change_are_two_quantities() -> None:
    assert [q.text for q in find_quantities("病种从5种增加到10种")] == ["5种", "10种"]
    assert [q.text for q in find_quantities("利率上调25个基点到4.75%。")] == ["25个基点", "4.75%"]


@pytest.mark.parametrize(("text", "value"), [
    ("二百五十", "250"), ("四亿五千六百四十二万零一十五", "456420015"), ("3万4000", "34000"), ("二〇二四", "2024"), ("负六点六", "-6.6"),
])
def test_numerals(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "人", "点五五人", "二分之"])
def test_no_numeral_raises(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_number(text)


def test_every_unit_has_a_kind_and_a_source() -> None:
    with data_file("units.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    assert len(rows) == len({row["unit"] for row in rows}) > 300
    assert {row["kind"] for row in rows} == {"ratio", "money", "person", "time", "count", "size"}
    assert all(row["source"] for row in rows)
    assert units()["元"] == "money"


@pytest.mark.parametrize(("text", "kind", "first", "last"), [
    ("今年1-7月，", "span", "2025-01-01", "2025-07-31"),
    ("截至二季度末，", "moment", "2025-06-30", "2025-06-30"),
    ("2018年至2024年，", "span", "2018-01-01", "2024-12-31"),
    ("2018年至2024年6月，", "span", "2018-01-01", "2024-06-30"),
    ("2018年到2022年底，", "span", "2018-01-01", "2022-12-31"),
    ("2018年到2022年初，", "span", "2018-01-01", "2022-01-01"),
    ("2024年8月至今，", "span", "2024-08-01", "2025-11-21"),
    ("“十四五”期间，", "plan", "2021-01-01", "2025-12-31"),
    ("到2027年，", "moment", "2027-12-31", "2027-12-31"),
    ("2027年年底前", "moment", "2027-12-31", "2027-12-31"),
    ("2024年3月", "month", "2024-03-01", "2024-03-31"),
    ("上半年", "half", "2025-01-01", "2025-06-30"),
    ("自7月1日暑运启动至22日，", "span", "2025-07-01", "2025-07-22"),
    ("今年以来", "span", "2025-01-01", "2025-11-21"),
    ("截至目前", "now", "2025-11-21", "2025-11-21"),
    ("2024-03-05", "day", "2024-03-05", "2024-03-05"),
    ("上月25日", "day", "2025-10-25", "2025-10-25"),
    ("某局19日通报", "day", "2025-11-19", "2025-11-19"),
    ("某部25日印发", "day", "2025-10-25", "2025-10-25"),  # what is told has been
    ("25日举行", "day", "2025-11-25", "2025-11-25"),
    ("8月5日（星期二）下午，", "day", "2025-08-05", "2025-08-05"),
    ("截至2024年5月5日（周日），", "moment", "2024-05-05", "2024-05-05"),
    ("系统20日正式上线", "day", "2025-11-20", "2025-11-20"),
    ("某地18日夜间出动", "day", "2025-11-18", "2025-11-18"),
    ("二〇二五年三月五日", "day", "2025-03-05", "2025-03-05"),
    ("前三季度", "span", "2025-01-01", "2025-09-30"),
    ("一至四季度", "span", "2025-01-01", "2025-12-31"),
    ("二三季度", "span", "2025-04-01", "2025-09-30"),
    ("2024年第二、三季度", "span", "2024-04-01", "2024-09-30"),
    ("一、三季度工作", "quarter", "2025-07-01", "2025-09-30"),
    ("“十五五”开局之年，", "year", "2026-01-01", "2026-12-31"),
    ("“十四五”规划收官之年，", "year", "2025-01-01", "2025-12-31"),
    ("近三年，", "now", "2022-11-21", "2025-11-21"),
    ("公司近三年来累计", "now", "2022-11-21", "2025-11-21"),
    ("两年来，", "now", "2023-11-21", "2025-11-21"),
    ("该局成立6年来，", "now", "2019-11-21", "2025-11-21"),
    ("最近3个月，", "now", "2025-08-21", "2025-11-21"),
])
def test_times(text: str, kind: str, first: str, last: str) -> None:
    found, = find_times_in(text, date(2025, 11, 21))
    assert (found.kind, str(found.first), str(found.last)) == (kind, first, last)
    assert text[found.start:found.end] == found.text


@pytest.mark.parametrize("text", ["创近14个月以来新高。", "近两年来首次下调。", "扎根当地近30年，", "24年来最高。", "近三年级别最高。", "近10年左右。"])
def test_records_and_lengths_are_no_times(text: str) -> None:
    assert not find_times_in(text, date(2025, 11, 21))


def test_without_any_year_days_stay_open() -> None:
    found, = find_times_in("截至6月底，", None)
    assert (found.first, found.last) == (None, None)


def test_years_come_from_the_years_printed_before() -> None:
    texts = ("2023年上半年贷款情况发布。", "6月末，贷款余额增长。", "到2030年，再上台阶。", "上半年，存款增加。")
    article = Article("a.txt", 1, None, None, None, tuple(Sentence(text, ((0, 1),), 1) for text in texts))
    found = find_times(article)
    assert [str(times[0].last) for times in found] == ["2023-06-30", "2023-06-30", "2030-12-31", "2023-06-30"]


def test_what_is_due_in_december_is_of_the_year_of_a_text_of_january() -> None:
    assert str(find_times_in("12月底前完成", date(2024, 1, 25))[0].last) == "2024-12-31"


def test_a_level_to_be_reached_within_the_year_is_of_its_end() -> None:
    assert [time.kind for time in find_times_in("2024年，年内比例达到60%", date(2024, 1, 25))] == ["year", "moment"]
    assert [time.kind for time in find_times_in("2024年，年内开工20项", date(2024, 1, 25))] == ["year", "year"]


def test_december_in_a_text_of_january_is_the_last_year() -> None:
    found, = find_times_in("12月份，", date(2025, 1, 9))
    assert found.first == date(2024, 12, 1)


def test_a_holiday_is_not_the_whole_year():
    assert not list(find_times_in("今年清明假期，揽收快递28亿件。", date(2025, 4, 7)))


def test_long_sentences_take_linear_time() -> None:
    text = "参保人数达13.26亿人，同比增长5.2%，从2023年的5种增加到10种；" * 600
    start = time.process_time()
    assert len(find_quantities(text)) == 2400
    find_times_in(text, date(2025, 1, 1))
    assert time.process_time() - start < 3


@pytest.mark.parametrize(("text", "found"), [
    ("应当自收到申请之日起三十日内答复。", ["三十日内"]),
    ("应当在五个工作日内公示。", ["五个工作日内"]),
    ("自本办法施行之日起六个月内，完成整改。", ["六个月内"]),
    ("应当提前十五日告知。", ["十五日"]),
    ("保存时间不少于三年。", ["不少于三年"]),
    ("时间跨度不得超过三个月。", ["不得超过三个月"]),
    ("应当在举行听证的七日前通知。", ["七日"]),
    ("有效期届满60日前、施工前15日提出申请。", ["60日", "15日"]),
    ("可以延长二十日，三年内不得申请。", ["二十日", "三年内"]),
    ("评审专家不低于五人，征求意见不少于30日。", ["不低于五人", "不少于30日"]),
    ("地块容积率不超过1.8，见附件2列明的清单。", ["不超过1.8"]),
    ("预计债务在未来十年内增加，过去一天内多次停电。", []),
])
def test_limits_in_chinese_numerals(text, found):
    assert [quantity.text for quantity in find_quantities(text)] == found


@pytest.mark.parametrize(("text", "told"), [
    ("计划建设工期为5年6个月。", ("5年6个月", Decimal("5.5"), "年")),
    ("全程旅行时间10小时30分。", ("10小时30分", Decimal("10.5"), "小时")),
    ("用时缩短至2小时20分钟。", ("2小时20分钟", Decimal("2.3333"), "小时")),
])
def test_a_time_in_two_units_is_one_quantity(text: str, told: tuple[str, Decimal, str]) -> None:
    assert [(q.text, q.value, q.unit) for q in find_quantities(text)] == [told]


@pytest.mark.parametrize(("text", "found"), [
    ("电商物流指数为112.3点，比上月上升0.3点，以2009年为100点。", [("112.3点", "点"), ("0.3点", "点"), ("100点", "点")]),
    ("开展噪声监测2000余点次。", [("2000余点次", "点次")]),
    ("电池产量超过75GWh，装机12GW，产能750吉瓦时。", [("超过75GWh", "GWh"), ("12GW", "GW"), ("750吉瓦时", "吉瓦时")]),
    ("晚间8点开始，提出5点建议。", []),
])
def test_points_of_an_index_and_hours_of_power(text: str, found: list[tuple[str, str]]) -> None:
    assert [(q.text, q.unit) for q in find_quantities(text)] == found
