"""Long names of what is measured, made short."""
from __future__ import annotations

import pytest

from kg.relate.brevity import concise


@pytest.mark.parametrize(("name", "short"), [
    ("有关部门通过线上平台等方式受理消费者投诉、举报和咨询数", "受理消费者投诉、举报和咨询数"),
    ("本市公安机关查处违规经营的娱乐场所数", "查处违规经营的娱乐场所数"),
    ("专项整治开展以来已取缔非法经营场所数", "取缔非法经营场所数"),
    ("制定出台资源共享、工程管理、配套方案等制度办法数", "制定出台制度办法数"),
    ("运输的货物品类包括汽车配件、粮油食品等数", "运输的货物品类数"),
])
def test_what_only_tells_who_how_and_since_when_goes(name: str, short: str) -> None:
    assert concise(name) == short


@pytest.mark.parametrize("name", [
    "参保人数", "全国法院审结民商事一审案件数", "航空制造、智能设备等领域物流总额增速", "限额以上单位通过公共网络实现的商品零售额",
    "设立了三江源等第一批国家公园数", "近日召开的座谈会参加企业数",
])
def test_what_belongs_to_the_name_stays(name: str) -> None:
    assert concise(name) == name
