"""Prints how fast extraction is, as a multiple of R: the speed of 60 compiled `re` patterns with `finditer` over the same pages, same run.

    python benchmarks/speed.py seeds [FOLDER ...]

Both are CPU time, best of some rounds, after start-up; a multiple drifts less than seconds do.
"""
from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.layout import split_articles
from kg.link import link
from kg.model import Reading
from kg.nlp.annotation import annotate
from kg.readers import find_inputs, read_document
from kg.relate import relate

ROUNDS = 5
YARDSTICK = [re.compile(pattern) for pattern in (
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日", r"\d{1,2}\s*月\s*\d{1,2}\s*日", r"\d{4}\s*年(?:底|末|初|上半年|下半年)?",
    r"(?:今年|去年|明年)\s*\d{1,2}\s*[-—至]\s*\d{1,2}\s*月", r"截至\s*(?:\d{4}\s*年)?\s*\d{0,2}\s*月?\s*(?:底|末)", r"(?:近日|日前|目前|当前)",
    r"“?十[一二三四五]五”?(?:期间|时期)", r"自\s*\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?起", r"\d{4}\s*年\s*至\s*\d{4}\s*年", r"(?:到|力争)\s*\d{4}\s*年",
    r"\d+(?:\.\d+)?\s*(?:万|亿|万亿)?元", r"\d+(?:\.\d+)?\s*%", r"\d+(?:\.\d+)?\s*(?:万|亿)?(?:人次|人|件|家|个|项|种)", r"同比(?:增长|下降)\s*\d+(?:\.\d+)?%",
    r"(?:超|超过|突破|不低于|约)\s*\d+(?:\.\d+)?\s*(?:万|亿)?", r"《[^《》]{2,60}》(?:（[^（）]{2,30}）)?", r"[\u4e00-\u9fff]{2,12}〔\d{4}〕\d+号",
    r"第[一二三四五六七八九十\d]+条", r"第[一二三四五六七八九十\d]+(?:章|款|项)", r"(?:印发|发布|出台|公布)(?:了)?《[^》]{2,60}》",
    r"(?:国家|全国)[\u4e00-\u9fff]{2,12}(?:局|部|委|办|中心|委员会|总局|办公室)", r"[\u4e00-\u9fff]{2,6}省[\u4e00-\u9fff]{2,8}(?:厅|局|委)",
    r"[\u4e00-\u9fff]{2,6}市[\u4e00-\u9fff]{2,8}(?:局|委)", r"(?:财政部|教育部|公安部|商务部|民政部|司法部|水利部|人力资源社会保障部)",
    r"(?:国务院|中共中央|全国人大|最高人民法院|最高人民检察院)", r"(?:局长|副局长|司长|主任|副主任|处长|书记|部长)([\u4e00-\u9fff]{2,4})",
    r"记者\s*[\u4e00-\u9fff]{2,3}(?:\s+[\u4e00-\u9fff]{2,3})*", r"新华社[\u4e00-\u9fff]{2,4}\d{1,2}月\d{1,2}日电", r"（记者[^（）]{2,30}）", r"来源[：:]\s*[\u4e00-\u9fff]{2,20}",
    *(rf"{verb}[^，。；]{{2,40}}" for verb in ("力争(?:到|在)?", "应当", "不得", "鼓励", "支持", "推动", "建立(?:健全)?", "完善", "纳入", "启动")),
    r"(?:医保|医疗保险|医疗保障)[\u4e00-\u9fff]{0,6}(?:局|基金|目录|平台)", r"(?:生育|失业|工伤|养老)保险", r"(?:职工|居民)医保", r"(?:跨省|省内)(?:共济|直接结算|调阅|通办)",
    r"[\u4e00-\u9fff]{2,10}(?:试点|示范区|专项行动|行动计划|工程)", r"[\u4e00-\u9fff]{2,10}(?:办法|规定|条例|意见|通知|方案|规划)",
    r"(?:北京|天津|上海|重庆|河南|贵州|广西|新疆|辽宁|安徽|湖北|四川|南京)(?:省|市|自治区)?", r"(?:生效|施行|实施|废止)", r"自\d{4}年\d{1,2}月\d{1,2}日起(?:施行|实施)",
    r"(?:根据|依据|按照)《?[^，。》]{2,40}》?", r"(?:印发|修订|修改|废止|替代)", r"(?:由|经)[\u4e00-\u9fff]{2,16}(?:批准|同意|审议通过)",
    r"(?:负责|牵头|配合|会同)[\u4e00-\u9fff]{2,20}", r"(?:累计|总计|共计|合计)[^，。；]{2,30}", r"从\s*\d+(?:\.\d+)?[^，。；]{0,8}(?:增加|增长|下降|降)(?:到|至)\s*\d+(?:\.\d+)?",
    r"(?:占|占比)[^，。；]{0,10}\d+(?:\.\d+)?%", r"(?:年均|月均|日均|人均|次均)[^，。；]{2,20}", r"[A-Z][A-Za-z0-9\-]{1,12}", r"(?:上半年|下半年|第[一二三四]季度|\d{1,2}月份)",
    r"(?:三|五|十|二十|百)(?:年|个月|天|日)(?:以?内|以上)?",
)]


def best(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest of some rounds."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main(folders: list[Path]) -> None:
    """Print R, the speed of the whole extraction and of its parts as multiples of R."""
    documents = [read_document(row.path, row.identifier, row.metadata) for row in find_inputs(folders)]
    letters = sum(len(document.text) for document in documents)
    pages = [document.text[i:i + 5000] for document in documents for i in range(0, len(document.text), 5000)]
    reference = letters / best(lambda: [list(rule.finditer(page)) for page in pages for rule in YARDSTICK])
    articles = [article for document in documents for article in split_articles(document)]
    found = [annotate(article) for article in articles]
    linked = [link(article, mentions) for article, (mentions, _, _) in zip(articles, found, strict=True)]
    readings = [Reading(article, *entities, quantities, times) for article, (_, quantities, times), entities in zip(articles, found, linked, strict=True)]
    parts = {
        "layout": lambda: [split_articles(document) for document in documents],
        "mentions, quantities, times": lambda: [annotate(article) for article in articles],
        "linking": lambda: [link(article, mentions) for article, (mentions, _, _) in zip(articles, found, strict=True)],
        "relations, figures, targets": lambda: [relate(reading) for reading in readings],
    }
    seconds = {name: best(work) for name, work in parts.items()}
    print(f"{len(documents)} documents, {letters:,} characters; R = {reference / 1e6:.2f} million characters a CPU second")
    for name, cost in (*seconds.items(), ("full extraction", sum(seconds.values()))):
        print(f"{name:<30}{letters / cost / reference:8.3f} R")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [Path("seeds")])
