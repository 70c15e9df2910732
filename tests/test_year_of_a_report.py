"""The year of a report that prints only a day: what tells it, and what does not."""
from __future__ import annotations

import pytest
from test_reading import told

from kg.layout.dates import Years


@pytest.mark.parametrize(("text", "month", "year"), [
    ("会议听取2024年国务院部门办理代表建议工作情况汇报。", 2, 2025),
    ("2025—2026年度全线调水工作正式启动。", 1, 2026),
    ("近日发布的2022年度责任彩票报告显示，销售增长。", 8, 2023),
    ("水利部对31个省2022年度实行最严格水资源管理制度情况进行了考核。", 8, 2023),
    ("数据显示，2020年—2022年三年，公司费用分别为98亿元、93亿元和73亿元。2023年上半年有所增长。", 8, 2023),
    ("2023年上半年增长5%。", 8, 2023), ("2023年来访的游客增长5%。2023年上半年入境游恢复。", 8, 2023),
])
def test_what_tells_the_year(text: str, month: int, year: int) -> None:
    assert Years(text).latest_past(month) == year


@pytest.mark.parametrize("text", [
    "较2012年底增长了3.7倍。", "自2022年《创业安徽行动方案》印发以来，成效明显。", "2021年秋季学期以来，各地开展整治。", "2021年来，累计侦办案件3000起。",
    "会议部署2024年度预算编制工作。", "在上海，2000场科普活动同期举办。", "1993年7月参加工作，1998年6月加入中国共产党。",
])
def test_what_tells_no_year(text: str) -> None:
    assert Years(text).latest_past(7) is None


def test_the_day_of_today_is_of_the_own_year_of_the_report() -> None:
    text = "国家禁毒办今天（9月10日）发布2023年中国毒情形势报告。"
    assert told(text, "issuedOn") == {("2023年中国毒情形势报告", "issuedOn", "2024-09-10")}
