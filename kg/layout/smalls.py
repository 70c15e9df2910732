"""Marks the small lines of newsletters, newspaper pages and web pages by their words as they are printed, with their gaps: mastheads and page
numbers, bylines, the line of a web page that tells its source and day, menus and buttons. Between `tables` and `notices`."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.layout.lines import Line
from kg.layout.terms import terms
from kg.lexicon import words

LONGEST = 120  # letters of a small line
TOP = 4  # lines at the top of a page of which one may be its masthead
MENU = 6  # letters of an item in a menu
FIELD = re.compile(  # 发布时间：2025-05-20 09:12　来源：市医保局　浏览次数：1256
    r"(?:发布|更新|发稿|录入|编辑)?(?:时间|日期)\s*[：:]|(?:信息|文章|稿件|内容)?来源\s*[：:]|稿源\s*[：:]|作者\s*[：:]|(?:浏览|点击|访问|阅读)(?:次数|量|数|率)?\s*[：:]"
    r"|【?字[体号]\s*[：:]|(?:责任编辑|编辑|责编|审核|校对|供稿|撰稿|信息员)\s*[：:]|分享(?:到|至)?\s*[：:]|^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d")
TOLD = re.compile("来源|稿源|时间|日期|^20")
BUTTON = (r"(?:放大|缩小|默认|朗读|打印|关闭|收藏|点赞|在看|分享|留言|转发|评论|返回(?:顶部|列表|首页|上页)?|复制链接|无障碍(?:浏览|阅读)?|长者(?:模式|版)|简体|繁体|登录|注册|大|中|小"
          r"|EN|English|微信|微博|QQ空间|QQ|A[+-]?)")
BUTTONS = re.compile(
    rf"分享(?:到|至)?[：:]?|[上下]一[篇条](?:[：:].*)?|签发人?[：:].*"
    rf"|(?:投稿|来稿)(?:邮箱|信箱|热线)[：:].*|(?:新闻|广告|读者|订阅)热线[：:].*|[★☆]+|打印本[页文]|关闭(?:窗口|本页)|{BUTTON}(?:[\s|/·]+{BUTTON})*"
    r"|Copyright.*|©.*|.*[Aa]ll [Rr]ights [Rr]eserved.*")
HOME = re.compile("(?:网站)?(?:首页|主页)|本站首页|Home")
APART = re.compile(r"\s*[|｜·]\s*|\s+")
DUTY = (r"(?:责任编辑|值班编辑|本期编辑|编辑|责编|校对|审核|审校|美编|版式|监制|终审|[初复一二三]审|副?主编|总编|策划|统筹|文字|文/?图|图/?文|文|图|摄影|撰文|撰稿|供稿|整理|记录|制图|来稿"
        r"|(?:本报|本刊|见习|实习)*(?:首席)?(?:记者|通讯员))")
NAMED = r"(?:[一-龥]{2,4}|[一-龥]\s{1,2}[一-龥])"
DUTIES = re.compile(  # ◎文/图 记者赵刚; 编辑 张三 校对 李四; 文 | 李明
    rf"[□◎○●■▲◇△]?\s*(?:{DUTY}\s*[/|｜丨：:\s]\s*(?:(?:本报|见习|实习)*(?:记者|通讯员)[：:]?\s*)?{NAMED}(?:[、，\s]+(?!{DUTY}){NAMED})*"
    rf"\s*(?:{DUTY}[：:]?\s*{NAMED})*[\s/|，]*){{1,6}}")
CREW = re.compile(r"[□◎○■]\s?[^，。]{0,12}(?:记者|通讯员)[^，。]{2,20}|图片?\s?[①-⑩\d]{0,2}\s?[|｜丨]\s?\S{2,12}|[文图]\s?[/|｜丨]\s?\S{2,12}")
PART = "(?:科|部|处|室|办|局|院|校|公司|厂|中心|站|所|镇|乡|街道|队|会|委|矿|集团|行|县|区|市|支部|车间|分会|联)"  # with which the name of a unit ends
KINDS = "(?:简报|快报|院报|校报|专报|通讯|动态|信息|简讯|周报|月报|周刊|日报|晚报|晨报|导报|时报|旬报|报|参考|联播|播报|通报|月刊|会刊|内刊|早餐|要览|摘报)"
MASTHEAD = re.compile(rf"[《【]?\s?[一-龥\s]{{0,24}}?{KINDS}\s?[》】]?")
ISSUE = re.compile(r"[（(]?(?:\d{4}\s?年\s?)?(?:总?第|[（(]总第)\s?[\d一二三四五六七八九十]{1,6}\s?期.{0,24}|\d{4}年\d{1,2}月\d{1,2}日.{0,4}星期.{0,24}")
ISSUED = re.compile(  # 《江海报》 第1456期 2025年5月20日 星期二
    rf"[《【]?\s?[一-龥\s]{{0,24}}?{KINDS}\s?[》】]?\s?[（(]?\s?"
    rf"(?:(?:总?第|（总第)\s?\d{{1,6}}\s?期[）)]?\s?){{0,2}}"
    rf"(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日[）)]?)?(?:\s?星期.)?(?:\s?第?\s?\d+\s?版)?")
PUBLISHER = re.compile(r"[一-龥（）]{4,30}(?:局|厅|委|委员会|办公室|政府|公司|医院|部|协会|中心|集团)(?:编印?|主办)?\s+\d{4}年\d{1,2}月\d{1,2}日")
PRINTED = re.compile(r"《[一-龥]{2,12}[报刊]》\s*[（(]\s*20\d\d年\d{1,2}月\d{1,2}日.{0,8}版[^。]{0,6}[）)]")
POSTED = re.compile(r"(?:原创\s)?\S.{1,40}\s20\d\d年\d{1,2}月\d{1,2}日\s\d{1,2}:\d\d(?:\s[一-龥]{2,3})?")  # 某县医院 2025年01月08日 17:30 河南
NUMBER = re.compile(r"[-—–－]{1,2}\d{1,3}[-—–－]{1,2}|第\d{1,3}页(?:[，/]?共\d{1,3}页)?")
SITE = re.compile("网站地图|关于我们|联系我们|网站标识码|公网安备|备案号|ICP|友情链接|部门网站|技术支持|版权所有(?![者人权])")
FOOT = re.compile(rf"{SITE.pattern}|^(?:扫一扫|打印|关闭|分享|上一[篇条]|下一[篇条])|^(?:主办|承办|主管)(?:单位)?[：:]")
FOREIGN = re.compile(r"[A-Za-z][A-Za-z\s,.&'’:-]{5,80}")


def mark_smalls(lines: Sequence[Line]) -> list[Line]:
    """The lines of a document, those that are no text by their words and gaps with their roles."""
    lines = without_numbers(lines)
    printed = [as_printed(line) if len(line.text) <= LONGEST else "" for line in lines]
    apart = menus(printed) | mastheads(printed) | feet(lines, printed)
    roles = ["furniture" if index in apart else small_role(text, index) for index, text in enumerate(printed)]
    below = [index for index, text in enumerate(printed) if index and roles[index] == "byline" and text[0] in "（(" and lines[index - 1].text[-1] in "。”"]
    for index in below:  # where the item ends
        if len(below) > 1 or not (index + 1 < len(lines) and lines[index + 1].final):
            roles[index] = "closing"
    return [replace(line, role=role) if role and not line.role else line for line, role in zip(lines, roles, strict=True)]


def without_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that number the pages (- 2 -, 第 2 页 共 4 页), over which a sentence goes on without a blank line."""
    kept: list[Line] = []
    numbered = False
    for line in lines:
        if NUMBER.fullmatch(line.text):
            numbered = True
            continue
        kept.append(replace(line, gap=0) if numbered and kept and not kept[-1].final else line)
        numbered = False
    return kept


def as_printed(line: Line) -> str:
    """The letters of a line with one space for each gap."""
    begins, text = 0, []
    last: range | None = None
    for run in line.runs:
        if last is not None and run.start > last.stop:
            text.append(" ")
        text.append(line.text[begins:begins + len(run)])
        begins, last = begins + len(run), run
    return "".join(text)


def small_role(text: str, index: int) -> str:
    """The role of a line as it is printed, or ``""``.

    >>> small_role("发布时间：2025-05-20 09:12 来源：市医保局 浏览次数：126", 1), small_role("护理部 张丽", 9), small_role("（办公室 周敏）", 9)
    ('source', 'byline', 'byline')
    """
    if not text or text[-1] in "。！？；":
        return ""
    if PRINTED.fullmatch(text) or POSTED.fullmatch(text):
        return "source"
    if BUTTONS.fullmatch(text) or _section().fullmatch(text) or (index < TOP and FOREIGN.fullmatch(text)):
        return "furniture"
    fields = list(FIELD.finditer(text))
    if len(fields) > 1 and fields[0].start() <= 1 and "。" not in text:
        return "source" if any(TOLD.search(field[0]) for field in fields) else "byline"
    return "byline" if len(text) <= 60 and (DUTIES.fullmatch(text) or CREW.fullmatch(text) or signed(text)) else ""


def signed(text: str) -> bool:
    """Whether a line names who wrote an item, and nothing else."""
    return _signed().fullmatch(text) is not None


@cache
def _signed() -> re.Pattern[str]:
    """Who wrote an item of a newsletter, with or without his unit: （办公室 周敏）, 护理部 张丽, （刘军 张磊）, （本报记者李明）."""
    first = "|".join(sorted(words("surname"), key=len, reverse=True))
    name = rf"(?:(?:(?:{first})[一-龥]{{1,2}}|(?:{first})\s[一-龥])(?<![局委厅办部处科室院]))"  # 税务局 is no name
    names = rf"{name}(?:[、，\s]\s?{name}){{0,4}}"
    unit = rf"(?:[一-龥]{{1,14}}?{PART})"
    return re.compile(
        rf"[（(]\s?(?:{unit}[：:\s]{{1,2}})?{names}(?:\s?(?:摄影|摄|文/?图|图|文|通讯员|记者)[：:/\s]\s?{names})?\s?[）)]"
        rf"|[（(](?:[文图][：:/]\s?{unit}\s{names}[\s，；]*)+[）)]|[（(]{unit}(?:主任|副主任|科长|处长)?\s{names}[）)]|[（(][一-龥]{{2,16}}(?:供稿|摘编|来稿|报送|提供)[）)]"
        rf"|[（(](?:本报|本刊|本网)?(?:记者|通讯员)\s?{names}[）)]|(?:供稿[：:]\s?)?{unit}[：:\s]\s?{names}")


@cache
def _section() -> re.Pattern[str]:
    """The section of a newspaper with its number, and a column's name in brackets: A02 要闻, 第3版 综合, 【工作动态】."""
    names = "|".join(terms("columns"))
    number = r"(?:第?\s?[A-D]?\d{1,2}\s?版?)"
    return re.compile(rf"{number}[\s：:·]*(?:{names})(?:\s.{{0,12}}(?:星期|责编|编辑|20\d\d).{{0,40}})?"
                      rf"|(?:{names})[\s：:·]*{number}|【\s?(?:{names}"
                      rf"|[一-龥]{{2,4}}(?:动态|经验|讲话|之窗|交流|速递|聚焦|传真|科普|建设|质量|风采|园地|论坛|之声|在线))\s?】")


def menus(printed: Sequence[str]) -> set[int]:
    """The lines of a menu: 首页 | 新闻中心 | 政务公开, or each item on a line of its own below 首页."""
    found: set[int] = set()
    for index, text in enumerate(printed):
        items = APART.split(text)
        if len(items) > 2 and any(HOME.fullmatch(item) for item in items) and all(len(item) <= 2 * MENU for item in items):
            found.add(index)
        elif HOME.fullmatch(text):
            last = index + 1
            while last < len(printed) and re.fullmatch(rf"[一-龥]{{2,{MENU}}}", printed[last]):
                last += 1
            found |= set(range(index, last)) if last > index + 2 else {index}
    return found


def feet(lines: Sequence[Line], printed: Sequence[str]) -> set[int]:
    """What a web page prints below its last sentence, from the first button or address of the site on: 关闭窗口 / 网站地图 | 联系我们 / 主办：…"""
    last = max((index for index, line in enumerate(lines) if line.final), default=len(lines))
    marks = [index for index in range(last + 1, len(lines)) if FOOT.search(printed[index])]
    return set(range(marks[0], len(lines))) if marks and any(SITE.search(printed[index]) for index in marks) else set()


def mastheads(printed: Sequence[str]) -> set[int]:
    """The name of a newsletter or a paper over its number or day, and who publishes it behind them: 工作简报 / 第5期 / 县应急管理局 2025年6月30日."""
    found: set[int] = set()
    for index, text in enumerate(printed[:TOP]):
        below = printed[index + 1:index + 4]
        if (MASTHEAD.fullmatch(text) and any(ISSUE.fullmatch(line) for line in below)) or (ISSUED.fullmatch(text) and re.search(r"\d期|\d日", text)):
            found.add(index)
    issued = next((index for index, text in enumerate(printed[:TOP + 2]) if ISSUE.fullmatch(text)), None)
    if issued is not None:
        found |= {index for index in range(issued, min(issued + 3, len(printed))) if PUBLISHER.fullmatch(printed[index]) or index == issued}
    return found
