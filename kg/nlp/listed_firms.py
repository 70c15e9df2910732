"""Firms told by their trade names in a list that a noun closes: 华为、海东星球、小荧星等5家企业.

Place in the line: the organisations of a canvas -> the other members of their lists. A list counts as one of names where one member is a known
organisation, or where as many are told as it has members (甲、乙、丙等3家机构); kinds of industries (煤炭、电力等企业) are none.
"""
from __future__ import annotations

import re

from kg.nlp.canvas import Canvas

FIRMS = "企业|公司|集团|药企|车企|房企|厂商|券商|电商|超市|商场|连锁机构|培训机构|金融机构|医疗机构|门店|房地产商"
LISTED = re.compile(
    rf"(?P<items>[^，。；：、“”《》（）()\n]{{2,24}}(?:、[^，。；：、“”《》（）()的了\n]{{2,12}}){{1,14}}?(?:和[^，。；：、“”《》（）()的了和\n]{{2,8}})?)等"
    rf"(?P<count>\d{{1,2}}|[两三四五六七八九十]{{1,2}})?(?:[余多]?家)?(?![^，。；、\n]{{0,10}}(?:行业|领域|部门|地区))[^，。；、“”\n]{{0,8}}?(?:{FIRMS})")
CLOSED = re.compile(f"等[^，。；\n]{{0,12}}?(?:{FIRMS})")
BEGIN = re.compile(  # with what a first member does not begin
    r".*(?:包括|邀请|组织|支持|引进|引入|集聚|聚集|培育|涌现|诞生|推动|形成|拥有|走访|约谈|查处|联合|现有|已有|入驻|来自|指导下|[了有由对向与为及请在让从的是如像即将被和])")
INDUSTRY = re.compile(
    "[业类型性区市省县州]$|煤炭|电力|钢铁|石油|化工|建材|汽车$|电子$|医药$|食品$|纺织|机械|金融$|保险$|银行$|证券$|基金$|信托|物流|快递$|航空$|铁路|公路|港口|房地产$|建筑|餐饮$|"
    "酒店$|旅游$|零售|批发|教育$|培训$|科技$|软件$|通信$|互联网$|新能源|光伏|风电|制造|加工|农业|种植|养殖|水产|畜牧|外贸|外资|民营|国有|中央|地方|大型|中小|重点|龙头|骨干|上市|"
    "相关|有关|部分|平台$|商场$|超市$|农贸|市场$|学校|医院|高校|院所|机构|协会|部门|单位|政府|研发|生产|销售|设计|服务$|咨询|律师|会计|检测|认证|信息|数据|芯片|材料|装备|家电|家具|服装|能源$|环保$|传媒$|文化$|体育$|娱乐|"
    r"\d|^[一二两三四五六七八九十]|^[某该本各]|[们等之其与及或]")
NUMBERS = {char: number for number, char in enumerate("两三四五六七八九十", 2)}
LONGEST = 10


def find_listed_firms(canvas: Canvas) -> None:
    """Find the members of lists of firms that no other finder knows."""
    if "、" not in canvas.text:
        return
    known = {(span.start, span.end) for span in canvas.spans if span.type == "Organization"}
    for hit in canvas.find_lines(LISTED, CLOSED):
        items = _members(canvas.text, *hit.span("items"))
        counted = hit["count"] and (int(hit["count"]) if hit["count"].isdigit() else NUMBERS.get(hit["count"])) == len(items)
        named = [span for span in items if span in known or any(start == span[0] and end >= span[1] for start, end in known)]
        if not named and not (counted and len(items) > 2):
            continue
        for start, end in items:
            name = canvas.text[start:end]
            trade = INDUSTRY.search(name)
            own = trade is None or (counted and trade.end() == len(name) and trade.start() > 1)  # 昂立|教育 of a list that is counted
            if end - start <= LONGEST and canvas.free(start, end) and own:
                canvas.add(start, end, "Organization", name)


def _members(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the members of a list; the first one without the words that lead to it."""
    found, at = [], begin
    for item in re.split("(、|和)", text[begin:end]):
        if item not in ("、", "和"):
            lead = BEGIN.match(item) if at == begin else None
            found.append((at + (lead.end() if lead else 0), at + len(item)))
        at += len(item)
    return [span for span in found if span[1] - span[0] > 1]
