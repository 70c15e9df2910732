"""Reads printed numbers with their units: after layout, before figures. Dates, ordinals, codes and numbering are masked first.

Units stand in ``kg/data/units.tsv`` with their kind: ``ratio``, ``money``, ``person``, ``time``, ``count`` (takes a noun: 5个病种)
and ``size``.
"""
from __future__ import annotations

import csv
import re
import string
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from kg.model import Quantity
from kg.nlp.datewords import DASH, atoms
from kg.nlp.numerals import matches, plain
from kg.nlp.qualifiers import AFTER, BEFORE, POST, PRE
from kg.nlp.worded import DUE, HINT, MULTIPLIERS, NUMBER, find_worded
from kg.resources import data_file

MULTIPLIER = r"万亿|千亿|百亿|十亿|亿|千万(?!千?瓦)|百万(?!千?瓦)|十万|万|千(?![瓦米克伏安帕卡焦赫字升])|百(?!分)"
BLANK = "\0"
PRECEDING = re.compile(rf"(?<!最)(?:{PRE})$")  # 最高达|109万人次
ENDS_BEFORE = frozenset(word[-1] for word in BEFORE)
RANGE = rf" ?{DASH} ?"

DIGIT = re.compile(r"\d")
PLAIN_NUMBER = re.compile(r"\d\d*(?:\.\d+)?")  # a first letter of its own: `re` looks for it fast
LONG = re.compile(r"\d{7}")
# What is no quantity: within 《》 and behind 第, and each other way with letters of which one stands beside the number (0: within a long one).
QUOTED = re.compile(r"《[^《》]{0,80}》|〔[^〔〕]{0,8}〕\d*号?|https?://\S+")
ITEM = re.compile(  # 3.50个小区…: the number of an item before the number that it tells, where no fraction is counted
    r"\d{1,2}[.．](?=\d+[余多]?(?:[家项处所名位户座条栋幢台辆]|人(?!次)|个(?!月|小时|百分点|工作日|交易日|星期|季度|基点|标准箱)))")
ORDINAL = re.compile(r"第(?:\d{1,9}(?:\.\d{1,9})?|[一二三四五六七八九十百]+)(?:[-—至、]第?\d{1,9})*")
MASKS = tuple((frozenset(beside), re.compile(pattern)) for beside, pattern in (
    (f"{string.ascii_uppercase}.{string.whitespace}　", r"(?:GB|DB|ISO|YY|WS|HJ|JT|NY|SL)(?:/[A-Z])?\s?[\d.]{1,12}(?:[-—]\d{1,9})*"),
    (f"{string.ascii_letters}-—", r"[A-Za-z][-—]?\d{1,9}(?:\.\d{1,9})*"),
    ("GDKA", r"\d{1,9}(?:\.\d{1,9})?[GDKA](?=[^A-Za-z]|$)(?!B)"),
    (".Vv版时阶", r"\d{1,9}(?:\.\d{1,9}){2,}|\d{1,9}\.\d{1,9}(?=版|时代|阶段)|[Vv]\d[\d.]*"),
    (":：时点", r"(?<!\d)\d{1,2}(?:[:：]\d\d){1,2}(?!\d)|(?<![\d.])\d{1,2}[时点](?!长|代|段|间|候)(?:\d{1,2}分|半|整|许)?"),
    ("“\"-热工平电政投便市人", r"[“\"]\d{3,5}[”\"]|(?<!\d)1[12]\d{3}(?=热线|工作|平台|电话|政务|投诉|便民|市民|人力)|\d{3,4}-\d{7,8}"),
    ("+对比:：∶︰×*小", r"\d{1,9}(?:\.\d{1,4})?(?:[:：∶︰]\d{1,9}(?:\.\d{1,4})?){2,4}|"
        r"\d{1,9}(?:\+(?:\d{1,9}|[XN]))+|(?<![\d.])\d{1,9}[对比:：∶︰]\d{1,9}|\d{1,9}×\d{1,9}|"
        r"24小时(?=全天|不间断|值|在线|热线|专线|自助|营业|待命|服务|受理|接听|畅通|内?不|内?回复)|7[×*]24小时"),
    ("0", r"(?<![\d.])\d{7,}(?![\d.]|[余多亿万]?[元人例户件]|条次|千瓦)"),
    ("前强级.．届周后", r"(?<!提)前\d{1,9}(?=[名位强个])|\d{1,9}强|\d[-—~～至]?\d?级(?!以上)|\d{1,9}[.．](?=[一-龥])|\d{1,9}届|\d{1,9}周年|\d{1,9}后"),
    ("周岁年多个天", r"\d{1,9}(?:[-—~～至]\d{1,9})?周?岁(?!以[上下]的?比)|\d{1,9}年(?=来|前|间|后|毛|级|代|生|制|期|版|行动|规划|计划)|\d{1,9}多?年(?=来|间|"
        r"前)|(?<![满期开行工庭证])\d{1,9}(?:个多?月|天|多天)(?=前)|\d{1,9}(?:个多?月|天|多天)(?=来|后|以来|期(?![限间内满]))"),
    ("分小", r"\d{1,3}(?:分钟|小时)(?=[^，。；“”\d]{0,8}圈)"),  # 15分钟便民生活圈
    ("万千吨集", r"(?<![力\d.])\d{1,5}(?:\.\d)?[万千]?吨(?=级)|\d{2}集团军"),  # but 推力500吨级
    ("日位", r"\d{1,3}日内与本[网报站]|\d{1,4}位记者(?=在线)"),  # how to reach a site
    ("/", r"(?<![\d.])(?:0\d/[0-3]\d|1[0-2]/[0-3]\d(?=[】\])]))(?!\d)"),
    ("±千", r"[±]\d{2,5}千伏|\d{3,4}千伏(?=特高压|交流|直流|输变电|变电站|线路)"),
    ("公", r"(?<=线)\d{1,5}公里(?=\d{0,3}米?处)|\d{1,5}公里(?=处)"),
    ("个部", r"\d{1,9}个?部门(?=联合|共同|日前|近日|印发|发布|出台|关于|发文|联手|部署)"),
    ("个大", r"\d{1,9}个(?=方面|举措|环节|原则|阶段|专题|板块|步骤|统一|坚持)|\d{1,9}大(?=方面|重点|任务|举措|工程|展区|行动|板块|体系)"),
    ("件表", r"附[件表]\d{1,2}(?:[、和至]\d{1,2})*"),
    ("号、", r"\d{1,9}号(?:线|楼|院|令|文|公告)?|\d{1,9}、\d{1,9}号"),
    ("于约近超过造建种植", r"相当于(?:每年)?(?:[新多再][造建种植])?(?:约|近|超过?)?\d[\d.]*[万亿]?[多余]?(?:个|座|棵|株|台|栋|户|辆)"),
    ("经纬约", r"(?:[东西]经|[南北]纬)约?\d{1,3}(?:\.\d{1,4})?[°度](?:\d{1,2}[′'](?:\d{1,2}(?:\.\d{1,2})?[″\"])?)?"),
    ("招用纳进增1", r"每新?(?:招|吸纳|引进|新增)[一-龥]{0,4}?1[人名家个](?!次)"),  # of a rule that pays for each
    ("公分", r"\d{1,3}公斤(?=级)|(?<!\d)\d{1,3}分\d{1,2}秒\d{0,3}"),  # classes and times of a contest
    ("每万公千", r"每\d{1,3}万人口?|每\d{1,4}(?:公斤|千克|公里)(?=\d)"),  # over which a rate is taken, for which a price is set
    ("每张名位个户", r"每\d{1,4}[张名位个户](?=[一-龥]{1,8}?(?:至少|应当?|须)?(?:配[备置]|设[置立]?|安排)[^，。；\d]{0,6}\d)"),  # 每10张床位配备不少于1名护理员
    ("年个", r"(?<![\d.])\d{1,2}(?:年|个月)内(?=，?[一-龥]{0,6}?(?:新[增建]|建[成设]|改造|培[育训]|打造|引进|完成)[^，。；\d]{0,14}\d)|"
        r"(?<=用)\d{1,2}(?:年|个月)(?:左右)?(?=的?时间)"),  # in which something is to be done: 5年内新增绿地200公顷
    ("栋幢单室", r"\d{1,3}[栋幢](?:\d{1,2}单元)?\d{1,4}室|\d{1,2}单元\d{1,4}室"),  # 3栋2单元501室
    ("口万", r"人口\d{1,3}万(?:及?以上|以下)(?=的?(?:大?城市|县))|\d{1,3}万人口(?:及?以上|以下)(?=的?(?:大?城市|县))"),
    ("章条类", r"\d{1,9}章[、，共]?\d{1,9}条|\0(?:共计?|分为?)\d{1,9}条|(?:规定|办法|条例|细则|方案|意见)(?:共计?|分为?)\d{1,9}条|"
        r"[“\"][一-龥]{0,8}\d{1,9}条[”\"]|(?<!\d)[123]类(?=新药|化药|化学药|创新药|医疗器械|治疗|生物)"),
))
SHARED = re.compile(  # 1.6、10.7和2个百分点, 低6.2个和高3.8个百分点
    rf"(?:个?[、和及](?:[高低升降快慢]|上升|下降|提高|降低|增加|减少)?(?:{NUMBER})){{1,20}}个?百分点")
LISTED = re.compile("[、和及]")
LIFE = re.compile(r"寿命|平均年龄")
DECIMAL_CONTEXT = re.compile(
    r"(?:[为是达至到从由值率数约在]|(?:率|系数|比)(?:控制在)?(?:不得?(?:超过|[低高大小]于)|超过)|的|(?<![并且或])[高低大小]于|分别为?|提高|下降|上升|缩小|扩大|系数|指数)$")
LIMIT = re.compile(r"[高低大小]于\d{1,9}(?=[，。；、])")  # 死亡率小于1
PARTS = {"年": ("个月", 12), "小时": ("分", 60), "分钟": ("秒", 60)}  # the next smaller unit, and how many of it make one
PARTS_OF_TIME = re.compile("(?P<number>[0-9]{1,2})(?P<unit>个月|分钟?|秒)(?![之米以])")
HALF_A_YEAR = re.compile("半(?!载|个|天|小时|价|数)")  # 一年半
SPANS = ("年", "个月", "天", "小时", "个小时", "分钟", "周", "个星期", "秒", "学年")
PASSED = re.compile(
    r"(?:距今|时隔|未来|今后|(?<![从由])过去|历时|历经|走过|相隔|最近|[^接]近|这|了|被困|驱车|耗时|等待|成立|建立|已有|长达|此后|之后|"
    r"在|经[过历]?|(?<!利)用时?|下|再|头|每隔|第|整整|将近|超|超过|多|约)$"
)
TERM = re.compile(
    r"期|周期|时限|年限|寿命|缩短|延长|延续|提前|时长|时间|连续|不超过|不低于|不少于|满|至少|最[长低高短]|任期|服务|执行|保存|"
    r"保管|处|判|年以[上下]"
)
RATIOS = ("%", "‰")
NEGATIVE = re.compile("(?:[为是达至到长、和]|利润|净额|收益|现金流)[-－−]$")  # 自然增长率为-0.5‰, 净利润-1.5亿元
DEGREES = ("度", "℃", "摄氏度")
BELOW = re.compile("零下$|(?<=[^0-9℃度])[-－−]$")  # 零下20摄氏度, 降至-18℃
SHARED_NEAR = 24  # letters before a number in which 分别 stands
LED_NEAR = 24  # letters before a number
COMPOSED = {"亿": 10 ** 8, "万": 10 ** 4, "千": 1000}  # what may follow these, as a part of the same number, is less
LED = {unit: re.compile(words) for unit, words in {
    "手": "成交|持仓", "车": "[装卸]车", "票": "邮件|快件|包裹|清单|货物|验放|监管|申报", "P": "算力",
    "分": r"[0-9]\.[0-9]+$|(?:满意度|[得评均总打]分|成绩|测评)[^，。；]{0,10}$",
}.items()}
"""Units that are other words as well, with what leads them."""
OTHER_WORDS = {"组": "织", "部": "门", "手": "[机工术续段法动]", "票": "房", "个点": "位", "P": "[A-Za-z]", "分": "[之钟]", "车": "[主企间站位型险]"}
"""Units with what stands behind where they are part of another word."""
SET = re.compile(  # a span that is ruled or gained, not one gone by
    r"(?:(?:[缩延][短长]|压[缩减])[至到为]?|[全车航]程(?:时间)?(?:为|仅需|只需)?|从(?:目前|现在|原[来先]|此前)的|可用(?:天数)?|不得?超过|最长|期限|期[为是])了?(?:约|近|将近|超过?|不超过)?$")
DAYS = re.compile(rf"(?:(?:期限?|时限|提前|延长)(?:[为是至到]|不得?超过|最长)*|最长(?:不得?超过|为)?|不得?(?:少于|超过)|至少|(?:{DUE})前)$")
DAYS_AHEAD = re.compile(rf"(?:{DUE})(?:的|之日)?$")  # 有效期届满 | 30日前
DIVISIONS = {"省份": "省份", "省": "省", "市": "市", "县": "县", "地": "地区", "国": "国家"}
"""Units that count parts of the world, with what they count."""
COUNTED_DIVISIONS = re.compile(r"(?:等|覆盖|涉及|扩大[到至]|已有|共有|\d[省市])$")  # not the nine towns of a region that has nine
NO_DIVISION = "[省份级投委政长内外道直管厅城属会区域州县市籍本界表产家标下址中方主上质块铁理点图形带]|人[大民]|民[政营]|集团|公安|联"
PERSONS = re.compile(r"人数|人口|网民规模|人员规模")


@cache
def units() -> dict[str, str]:
    """Every unit of the table with its kind."""
    with data_file("units.tsv").open(encoding="utf-8", newline="") as table:
        return {row["unit"]: row["kind"] for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)}


@cache
def _pattern() -> re.Pattern[str]:
    """Number, multiplier, unit and the qualifier behind, with an optional second number of a range."""
    unit = "|".join(re.escape(u) for u in sorted(units(), key=lambda u: (-len(u), u)))
    apart = "".join(rf"(?<!{word}(?={behind}))" for word, behind in OTHER_WORDS.items())
    each = rf"[/／每](?:{unit}|(?:[百千]?万|百)(?:{unit})|户家庭|年|季度|季|月)(?:[·•][年月次天日])?"
    unit = rf"(?:{unit}){apart}(?<![省市县地国](?={NO_DIVISION}))(?:人民币)?(?:{each})?"
    first, second = (rf"(?P<n{i}>{NUMBER}) ?(?:余|多|几|来(?=[个家名位种项所座条处]))?(?P<mult{i}>{MULTIPLIER})?(?:余|多|几)? ?" for i in (1, 2))
    return re.compile(
        rf"(?<![\d.]){first}(?:(?=[^\d，。；]{{0,24}}?{DASH})(?P<unit1>{unit})?{RANGE}{second}(?:(?={unit})|(?<=[万亿])))?"
        rf"(?P<unit>个(?P<half>[多半])(?:小时|月|星期|学期)|{unit})?(?P<spare>多)?(?P<post>{POST})?"
    )


@cache
def _last_listed() -> re.Pattern[str]:
    """The other numbers of a list up to the last, which has the unit of all."""
    unit = "|".join(re.escape(u) for u in sorted(units(), key=lambda u: (-len(u), u)))
    return re.compile(rf"(?:[、和及](?:{NUMBER})){{1,20}}(?P<mult>{MULTIPLIER})?(?P<unit>{unit})")


def find_quantities(text: str, dates: list[re.Match[str]] | None = None) -> tuple[Quantity, ...]:
    """The quantities of one sentence in reading order; its calendar expressions (`kg.nlp.datewords.atoms`) are looked for where none are given.

    >>> [(q.text, str(q.value), q.unit, q.qualifier) for q in find_quantities("截至2024年底参保约13.26亿人，参保率95%以上。")]
    [('约13.26亿人', '1326000000', '人', '约'), ('95%以上', '95', '%', '以上')]
    """
    worded = HINT.search(text)
    if not worded and not DIGIT.search(text):
        return ()
    masked = mask(text, dates)
    found = [*_numbers(text, masked), *(find_worded(text, masked) if worded else ())]
    found.sort(key=lambda q: (q.start, -q.end))
    found = _composed(found)
    apart = _shared([q for i, q in enumerate(found) if i == 0 or q.start >= found[i - 1].end], text)
    apart = _whole_times(apart, text)
    return tuple(_bounded(apart)) if "以上" in text else tuple(apart)


def _composed(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, each number told by its parts as one: 1亿2千万度, 49万8887人."""
    whole: list[Quantity] = []
    for quantity in quantities:
        last = whole[-1] if whole and whole[-1].end == quantity.start and "." not in whole[-1].text else None
        below = COMPOSED.get(last.text[-1]) if last and last.value_max is None and quantity.value_max is None and quantity.text[0].isdigit() else None
        if last and below and quantity.value < below:
            text, value = last.text + quantity.text, last.value + quantity.value
            whole[-1] = replace(quantity, start=last.start, text=text, value=value, qualifier=quantity.qualifier or last.qualifier)
        else:
            whole.append(quantity)
    return whole


def _shared(quantities: list[Quantity], text: str) -> list[Quantity]:
    """The quantities, each without a unit with that of the one listed behind it: 300亿、400亿、600亿美元."""
    for index in range(len(quantities) - 2, -1, -1):
        quantity, after = quantities[index], quantities[index + 1]
        if not quantity.unit and after.unit and quantity.text.endswith(("亿", "万")) and text[quantity.end:after.start] in ("、", "和"):
            quantities[index] = replace(quantity, unit=after.unit)
    return quantities


def _whole_times(quantities: list[Quantity], text: str) -> list[Quantity]:
    """The quantities, each time told in two units as one of the larger, to four places: 5年6个月 is 5.5年, 10小时30分 10.5小时."""
    whole: list[Quantity] = []
    for quantity in quantities:
        if whole and quantity.start < whole[-1].end:
            continue
        hit = PARTS_OF_TIME.match(text, quantity.end) if quantity.unit in PARTS and quantity.value_max is None else None
        part, number = PARTS.get(quantity.unit, ("", 1))
        if hit and hit["unit"].startswith(part):
            value = quantity.value + (Decimal(hit["number"]) / number).quantize(Decimal("0.0001"))
            quantity = replace(quantity, end=hit.end(), text=text[quantity.start:hit.end()], value=plain(value))
        elif quantity.unit == "年" and quantity.value_max is None and HALF_A_YEAR.match(text, quantity.end):
            quantity = replace(quantity, end=quantity.end + 1, text=text[quantity.start:quantity.end + 1], value=quantity.value + Decimal("0.5"))
        whole.append(quantity)
    return whole


def _bounded(quantities: list[Quantity]) -> Iterator[Quantity]:
    """The quantities with a lower and an upper bound side by side made one range: 1万元以上10万元以下."""
    kept: Quantity | None = None
    for quantity in quantities:
        if kept and kept.end == quantity.start and kept.unit == quantity.unit and (kept.qualifier, quantity.qualifier) == ("以上", "以下"):
            yield replace(kept, end=quantity.end, text=kept.text + quantity.text, value_max=quantity.value, qualifier=None)
            kept = None
            continue
        if kept:
            yield kept
        kept = quantity
    if kept:
        yield kept


def mask(text: str, dates: list[re.Match[str]] | None) -> str:
    """The text with everything blanked that is no quantity, of the same length."""
    masked = text
    if "岁" in masked and LIFE.search(masked):
        masked = re.sub(r"(?<=\d)周?岁", "嵗", masked)
    for atom in atoms(masked) if dates is None or masked != text else dates:
        if DIGIT.search(atom.group()):
            masked = masked[:atom.start()] + BLANK * len(atom.group()) + masked[atom.end():]
    if "《" in masked or "〔" in masked or "http" in masked:
        masked = QUOTED.sub(_blank, masked)
    if (number := ITEM.match(masked)):
        masked = BLANK * number.end() + masked[number.end():]
    if "第" in masked:
        masked = ORDINAL.sub(_blank, masked)
    apart = PLAIN_NUMBER.split(masked)
    if len(apart) > 1:
        near = {words[:1] for words in apart} | {words[-1:] for words in apart} | ({"0"} if LONG.search(masked) else set())
        for beside, pattern in MASKS:
            if not beside.isdisjoint(near):
                masked = pattern.sub(_blank, masked)
    return masked.replace("嵗", "岁")


def _blank(hit: re.Match[str]) -> str:
    return BLANK * len(hit.group())


def _numbers(text: str, masked: str) -> Iterator[Quantity]:
    """Quantities printed in digits."""
    for hit in matches(_pattern(), PLAIN_NUMBER, masked):
        start, end = hit.span()
        number, multiplier, number2, multiplier2, unit, post = hit.group("n1", "mult1", "n2", "mult2", "unit", "post")
        if hit["half"]:  # 3个多|小时, 2个半|月
            unit, number = unit.replace(hit["half"], ""), number + ".5" * (hit["half"] == "半" and "." not in number)
        elif (unit in DIVISIONS and multiplier) or (unit in LED and not LED[unit].search(masked, max(0, start - LED_NEAR), hit.start("unit"))):
            unit, end = "", hit.start("unit")  # 2500万|市民
        if number2 and ((hit["unit1"] in RATIOS and unit not in RATIOS) or (hit["unit1"] == "个基点" and unit in RATIOS)):  # 增长13%至1350亿元
            yield Quantity(start, hit.end("unit1"), text[start:hit.end("unit1")], _value(number, multiplier), hit["unit1"], None, None)
            number, multiplier, number2, multiplier2, start = number2, multiplier2, None, None, hit.start("n2")
        unit = "个百分点" if (not unit or (unit == "个" and "." in number)) and SHARED.match(masked, end) else unit or ""
        if not unit and not multiplier and not number2 and LISTED.match(masked, end) and (last_told := _listed(masked, start, number, end)):
            multiplier, unit = last_told
        if not _wanted(hit, unit, masked):
            continue
        first, last = _value(number, multiplier), _value(number2, multiplier2) if number2 else None
        if last is not None and multiplier2 and not multiplier and not hit["unit1"] and Decimal(number) < Decimal(number2):
            first = _value(number, multiplier2)
        if last is not None and hit["unit1"] == "个月" and unit == "年":  # 3个月至1年
            unit, last = "个月", 12 * last
        if last is not None:
            first, last = min(first, last), max(first, last) if last != first else None
        if masked[end - 1] == " ":
            end = start + len(hit.group().rstrip())
        if last is None and unit in DEGREES and (below := BELOW.search(masked, max(0, start - 3), start)):
            start, first = below.start(), -first
        pre = PRECEDING.search(masked, max(0, start - 4), start) if masked[start - 1:start] in ENDS_BEFORE else None
        if pre:
            start = pre.start()
        qualifier = (BEFORE[pre.group()] if pre else None) or AFTER.get(post or "")
        if not pre and last is None and units().get(unit) in ("ratio", "money") and NEGATIVE.search(masked, max(0, start - 4), start):
            start, first = start - 1, -first
        yield Quantity(start, end, text[start:end], first, _unit(unit, masked, hit), last, qualifier)


def _listed(masked: str, start: int, number: str, end: int) -> tuple[str | None, str] | None:
    """The multiplier and unit of the last number of a list, which those before leave out: 分别为4.23、5.78和7.16亿元; none for 两个月、2、3个."""
    if "." not in number and "分别" not in masked[max(0, start - SHARED_NEAR):start]:
        return None
    last = _last_listed().match(masked, end)
    return (last["mult"], last["unit"]) if last else None


def _wanted(hit: re.Match[str], unit: str, masked: str) -> bool:
    """Whether a number is a quantity: it has a unit, a multiplier, or a decimal point in a fitting place."""
    if unit == "日":
        before = masked[max(0, hit.start() - 6):hit.start()]
        ahead = masked.startswith("前", hit.end()) and DAYS_AHEAD.search(before)
        return bool(hit["post"] or ahead or "." in hit["n1"] or DAYS.search(before))
    if unit == "点":  # of an index; 8点 is an hour
        return "." in hit["n1"] or len(hit["n1"]) > 2
    if unit in ("岁", "周岁"):
        return bool(LIFE.search(masked[max(0, hit.start() - 30):hit.start()]))
    if unit in SPANS and not hit["post"]:
        before = masked[max(0, hit.start() - 14):hit.start()]
        if not SET.search(before) and (PASSED.search(before) or (unit == "年" and not TERM.search(before))):
            return False
    if unit in DIVISIONS:
        return bool(not hit["mult1"] and len(hit["n1"]) < 4 and COUNTED_DIVISIONS.search(masked, max(0, hit.start() - 3), hit.start()))
    if unit:
        return True
    if hit["mult1"]:
        return not masked.startswith(("年", "里", "一", "分", "户侯"), hit.end())
    if re.match("[A-Za-z]", masked[hit.end():hit.end() + 1]) or not ("." in hit["n1"] or LIMIT.match(masked, max(0, hit.start() - 2))):
        return False
    return bool(DECIMAL_CONTEXT.search(masked[max(0, hit.start() - 6):hit.start()]))


def _unit(unit: str, masked: str, hit: re.Match[str]) -> str:
    """The unit as it is told: for a bare 10.34亿 the words 人数 or 人次 before it, for 元人民币 the 元."""
    unit = "元" if unit == "人民币" else unit.replace("人民币", "").replace("／", "/").replace("每", "/")
    if unit in ("百分点", "个百分点"):
        return "个百分点"
    if unit in ("个小时", "个工作日", "个自然日"):
        return {"个小时": "小时"}.get(unit, unit)
    if unit or not hit["mult1"]:
        return unit
    clause = re.split(r"[，；：。、]", masked[max(0, hit.start() - 24):hit.start()])[-1]
    if "人次" in clause:
        return "人次"
    return "人" if PERSONS.search(clause) or re.match(r"(?:参保|[一-龥]{0,1})人(?![员才工类民])", masked[hit.end():hit.end() + 4]) else ""


def _value(number: str, multiplier: str | None) -> Decimal:
    times, digits = MULTIPLIERS[multiplier] if multiplier else 1, number.replace(",", "")
    return plain(Decimal(digits) * times) if "." in digits else Decimal(int(digits) * times)
