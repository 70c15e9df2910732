"""Counts of casualties in indicators, told of what caused them: 甲县发生火灾，造成3人死亡、5人受伤 gives 火灾死亡人数, 火灾受伤人数.

Place in the line: beside kg.relate.wording, below kg.relate.indicators. Pure functions over words.
"""
from __future__ import annotations

import re

HARM = "死亡|遇难|身亡|丧生|受伤|重伤|轻伤|失踪|失联|被困|伤亡|死伤"
HARMED = re.compile(
    r"(?:已经|已|共|累计|至少|仍|另|另有|其中|目前){0,4}(?:造成|导致|致使?)?(?P<whom>[^的每称在因包\d]{0,10}?)"
    rf"(?P<harm>(?:{HARM}){{1,2}})(?P<who>[一-龥]{{0,6}}?)人?数")
EVENT = re.compile(
    "事故|[强地余]震|台风|龙卷风|飓风|暴风雪|暴雨|洪[水灾涝]|泥石流|滑坡|火灾|山火|野火|大火|爆炸|坍塌|坠[机毁]|脱轨|相撞|沉船|踩踏|袭击|空袭|炮击|轰炸|枪击|恐袭|军事行动|冲突|交火"
)
KIND = re.compile("(?:事故|事件|案件|灾害|案)")
BEGINS = re.compile(
    r"(?:[，。；：、的“”]|(?:[\d一两三多数]|[一两]轮)[余多]?(?:起|次|场|架|轮)?|发生|发动|进行|引发|出现|持续|演变为|称|[死伤]亡|受伤|遭遇|遭到|遭受|遭|因|在|对|与|自"
    r"|[本此新]轮|[今昨当]天|[当近]日|当晚|[本此]次|这一?[起次场]?|该|地区|时间"
    r"|凌晨|[上下]午|晚|也|又|还|被|不久|后|月|日)"
)
LONGEST_CAUSE = 14


def caused(name: str, before: str) -> str:
    """The name of a count of casualties with what caused them, the event named last before the number; other names as they are.

    >>> caused("造成死亡人数", "甲县一处工地昨天发生坍塌事故，造成"), caused("受伤人数", "地震已造成3人死亡，"), caused("入园人数", "台风过后，")
    ('坍塌事故死亡人数', '地震受伤人数', '入园人数')
    """
    hit = HARMED.fullmatch(name)
    events = list(EVENT.finditer(before)) if hit else []
    if not hit or not events or EVENT.search(name):
        return name
    last = events[-1]
    kind = KIND.match(before, last.end())
    end = kind.end() if kind else last.end()
    first = max(0, last.start() - LONGEST_CAUSE)
    start = max((mark.end() for mark in BEGINS.finditer(before, first, last.start())), default=first)
    whom = f"造成{hit['whom']}" if hit["whom"] else ""
    return f"{before[start:end]}{whom}{hit['harm']}{hit['who']}{'' if hit['who'] else '人'}数"
