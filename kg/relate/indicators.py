"""Names what a quantity measures, as a noun phrase in the text's words: rules over the clause, with a memory of what was named before.

Place in the line: slots (kg.relate.clauses) -> indicators -> figures. The rules, in order: a list of numbers takes a list of items;
从x到y is one thing told twice; a bare change (同比增长) or share (占…的比重) takes what was named before; a number before its noun
(102项全国服务) takes the noun; everything else takes the words on its left.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.nlp.quantities import units
from kg.relate.clauses import Slot

UP = r"增长|增加|提高|提升|上升|上涨|加快|扩大|多增|少减|增|涨|快|高|攀升|拉长|延长|新增"
DOWN = r"下降|减少|降低|回落|放缓|收窄|少增|多减|缩短|下跌|下滑|下调|跌|减|低|慢|压减|压缩"
ADVERB = r"(?:分别|均|也|又|再|还|都|已|则|却|共|累计|合计|进一步|大幅|实际|名义|平均|年均|双双|预计|同步|按可比价格计算|按不变价格计算|扣除价格因素|将|约|仍|由此|因此|虽然|较快|继续|持续)"
COMPARISON = r"(?:同比|环比|(?:比|较|相比|与)(?:[^，、比较]{1,14}?)(?:相比|同期)?|(?:快|高|低|慢|多|少)于[^，、]{1,12}?)"
CHANGE = re.compile(rf"(?P<compare>(?:{ADVERB}|{COMPARISON}){{0,5}})(?P<verb>{UP}|{DOWN})了?(?:约|近|超过?)?$")
ONLY_COMPARED = re.compile(rf"^{ADVERB}{{0,3}}(?P<compare>(?:同比|环比)|(?:比|较)[^，、比较]{{1,14}}|(?:快|高|低|慢)于[^，、]{{1,14}})$")
REACHED = re.compile(rf"^(?:逐步|大幅|进一步|稳步|一路)?(?:{UP}|{DOWN}|上调|调整|恢复|发展|变)?(?:到|至|为|了)?(?:约|近|超过?)?$")
SHARE = re.compile(r"^(?P<subject>.*?)(?:只|仅|约|已|均)*占(?P<of>[^占]*?)的?(?P<head>比重|比例|份额|总量|比率)?(?:分别|均|仅|只|约|已)*(?:为|达到?|超过?|近|约|是)*$")
FRONT = re.compile(
    r"^(?:前(?!期)|此前|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九]是|其中|同时|此外|另外|目前|并且?|还有?|已经?|共有?|全国共有|我国|全省|全市|全区|全县|预计|计划|提出|或者?|这(?=.{0,2}$)|以及|及|和|与|而|但|也|又|将|可|则|却|是|有|到|由|从|在|按|让|使|至|于是"
    r"|、|的|了|全国(?=.{0,2}$|已|共|累计)|[A-Z](?=[^A-Z]|$)|中(?=[^国央小西医药职等学中]))"
)
BEHIND = re.compile(
    r"(?:分别|均|都|双双|已经?|也|还|仅|只|共计?|累计|合计|总计(?<!资产总计)|约为?|将?近|超过?|达到?|为|是|有|[至到由从在]|稳定|保持|维持|降|增|升|提升|提高|缩短|下降|扩大|突破|高|多|将|有望|首次|至少"
    r"|的|了|约|按|一度|不断|不|每年|每次|以|用)$"
)
HEADS = (
    "参保人数|增加值|报销比例|零售额|销售额|营业收入|总收入|总支出|收入|支出|结余|余额|人数|人次|数量|总量|总额|规模|面积|比例|比重|占比|数|量|率|额|价格|投资|产量|产值|利润|装机|容量|贷款|存款|进口|出口|"
    "进出口|用电量|发电量"
).split("|")
HEADED = re.compile(r"的[^，的]{0,10}(?:标准|比例|价格|补贴|额度|成本|待遇|补助)")
ACTORS = re.compile(r"^[^，、]{0,12}(?:部门|系统|各地|机关|公安|法院)(?:累计|共计?|已|将)+(?=.{4})")
EACH = re.compile(r"^(?:每[次人户台亩吨家年]|单[次个台位])[一-龥]{2,4}$")
COUNTED = re.compile(r"[一-龥]{0,10}?(?:人员|渔民|群众|用户|农民|学生|网民|老人|职工|患者|居民)")
TRANSITIVE = re.compile(r"(?:发行|建设|建成|提供|签发|发放|购买|种植|播种|新建|改造|覆盖|投放|收购|铺设|改建|采购|达成|签订|签署|消纳|减排|节约)了?$")
AGAINST = re.compile(r"的?(?:平均水平|目标)")
BARE_HEAD = re.compile(
    rf"^其?(?:总(?:收入|支出|额|量|库容|规模|面积|投资|产值)|(?:平均|日均|人均|户均|次均|年均)[一-龥]{{2,5}}|(?:累计|资产|当年|当期)?(?:结余|总计|结存)|(?:累计|当年)(?:收入|支出)|累计[一-龥]{1,3}量|(?:实现)?(?:营业收入|利润总额|净利润|销售收入|营收|利税)"
    r"|增速|增幅|降幅|比重|占比|规模|总量|总额|数量)$"
)
BARE_ACT = re.compile(r"^(?:共|累计)?(?:减少|减轻|带动|拉动|节约|节省|惠及)")
ACT = re.compile(r"(?:发布|推出|印发|出台|签署|新增|调入|设有|形成|建成|开通|推广|新建|打造|制定|培育|引进|组建|成立|清理|整合|吸引|完成|遴选|评选|认定|支持|投入)了?")
REPORTED = re.compile(r"^.*?(?:决定|宣布|提出|要求|明确|显示|表示|指出|认为|预计|获悉|以实现|力争)(?=[^，]{4})")
HEAD = re.compile("(?:" + "|".join(sorted(HEADS, key=lambda w: (-len(w), w))) + ")$")
VERB = (
    r"将|已|可(?!再生|持续|穿戴|追溯|支配)|全部|(?<![平人户次日月年])均|实现|参加|完成|把|购买|达到|享受|提供|参会|参展|正式|获得?|进入|投入|纳入|开通|参与|建成|出台|举办|举行|免费|累计|共同|(?<!公)共(?![享和建青产识济性治])"
    r"|接受|通过|使用|启动|开展|入选|入驻|集中(?!式)|分布(?!式)|同比|竣工|开工|受益|进行|签约|落地|发起|追发|优先|恢复|代缴|兑现|来自|激活|的增加|位居|没有|成为|加入|组成|(?<![棉羽])被|能够|(?<![功智性产职节动太])能(?![源力量耗效])"
    r"|以(?![上下内外来旧])|(?<![内潜现存实])在(?![线职校建途册岗编地])|(?<![行作])为|从(?!业)|(?<![方面导取意倾走流投志])向|(?<![应针相])对(?![象口接外手标])|(?<!自)由(?!于)|分别|具体|包括|涉及"
)
NOUN = re.compile(rf"^(?P<noun>.*?)(?P<verb>(?:{VERB}).*)?$")
NOT_NOUN = re.compile(r"^(?:的情况下|水平|目标|左右|以上|为|是|达|占|以|至|到|增|减|提|下降|上升|同比|比|较|和|与|及|或|等|了|，|的$|用于|计算|的(?:目标|速度|水平|规模|平均|增速))")
ENDED = re.compile(r"(?:数|量|率|额|规模|人次|面积|比例|比重|占比|增速|降幅|增幅|水平|标准|成本|时间|时长|期限|期)$")
PEOPLE = re.compile(r"(?:人|员|者|民|工|群众|生|户|师|家庭|对象|代表)$")


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator: ``base`` is the thing without the change told of it; ``verb`` and ``compare`` are the words of a change."""

    name: str
    base: str
    unit: str
    verb: str = ""
    compare: str = ""
    share: bool = False


@dataclass(slots=True)
class Namer:
    """Names the quantities of an article sentence by sentence and remembers what the last sentences measured."""

    previous: list[Named] = field(default_factory=list)
    parents: list[bool] = field(default_factory=list)
    carried: str = ""
    chained: bool = False
    heard: list[Named] = field(default_factory=list)
    counted: tuple[str, str] = ("", "")

    def name(self, slots: tuple[Slot, ...]) -> list[Named]:
        """The indicators of one sentence's quantities."""
        named: list[Named] = []
        self.heard = named
        for index, slot in enumerate(slots):
            self.parents = [not earlier.part and earlier.segment == slot.segment for earlier in slots[:index]]
            self.chained = slot.carry or index + 1 < len(slots) and slots[index + 1].carry
            named.append(self._name(slot, slots[:index], named))
        if named:
            self.previous = named
        return named

    def _name(self, slot: Slot, earlier: tuple[Slot, ...], named: list[Named]) -> Named:
        left = strip(slot.left)
        if slot.size > 1:
            listed = self._listed(slot, named)
            if listed:
                return listed
        if named and earlier[-1].clause == slot.clause and _reached(slot, earlier[-1]):
            return Named(named[-1].base, named[-1].base, slot.quantity.unit, share=named[-1].share)
        if slot.carry and earlier:
            slot = replace(slot, left=self.carried)
            left = strip(slot.left)
        self.carried = slot.left
        for rule in (self._share, self._change):
            found = rule(slot, named)
            if found:
                return found
        return self._level(slot, left, named)

    def _base(self, slot: Slot, named: list[Named], back: int = 1) -> str:
        """What was named before in the sentence, else in the one before: levels first."""
        for rows in (named, self.previous):
            if len(rows) >= back:
                return rows[-back].base
        return ""

    def _share(self, slot: Slot, named: list[Named]) -> Named | None:
        if slot.quantity.unit not in ("%", "", "‰"):
            return None
        hit = SHARE.match(re.sub(r"^其中", "", slot.left))
        if not hit or not (hit["of"] or hit["head"] or hit["subject"] == ""):
            return None
        subject = strip(hit["subject"]) or self._base(slot, named)
        name = f"{subject}占{hit['of']}{hit['head'] or '比重'}".replace("的比重", "比重")
        return Named(name, name, slot.quantity.unit, share=True)

    def _change(self, slot: Slot, named: list[Named]) -> Named | None:
        hit = CHANGE.search(slot.left)
        if hit:
            subject, verb, compare = slot.left[:hit.start()], hit["verb"], hit["compare"]
        else:
            hit = ONLY_COMPARED.match(slot.left)
            if not hit:
                return None
            subject, verb, compare = "", "", hit["compare"]
        subject = strip(subject)
        if verb in ("新增", "增", "减", "高", "低", "快") and not compare and (subject or slot.right) and verb != "增":
            return None
        if slot.right and not subject and not compare and _takes_noun(slot):
            return None  # 减少10余项…: a count of things
        if slot.size > 1 and not subject:
            base = self._base(slot, named, slot.size) if slot.place == 0 else self._base(slot, named[:-slot.place] or named, slot.size - slot.place)
        elif not subject:
            base = self._base(slot, named) or strip(slot.before)
        else:
            base = self._joined(subject, slot, named)
        return change_name(base, verb, compare, slot.quantity.unit)

    def _joined(self, subject: str, slot: Slot, named: list[Named]) -> str:
        """A bare head (增速, 总支出) takes the subject named before; a part of 其中 is put into its whole."""
        if EACH.match(subject) and 0 < len(slot.before) <= 24:
            return trim(strip(slot.before)) + subject
        if BARE_HEAD.match(subject):
            base = self._base(slot, named)
            if subject in ("增速", "增幅", "降幅", "比重", "占比") and base:
                return base if base.endswith(subject) else base + subject
            first = (named or self.previous)[0].base if named or self.previous else ""
            stem = without_head(first)
            subject = subject.removeprefix("实现")
            return stem + subject if stem and not subject.startswith(stem) else subject
        segment = [n for n, near in zip(named, self.parents, strict=True) if near]
        if BARE_ACT.match(subject) and segment and units().get(slot.quantity.unit) == "money" and segment[0].unit == "人次":
            return without_head(segment[0].base) + subject
        if slot.part and (whole := [n for n, near in zip(named, self.parents, strict=True) if near] or [n for n in self.previous if not n.share][-1:]):
            return splice(whole[-1].base, subject)
        return subject

    def _listed(self, slot: Slot, named: list[Named]) -> Named | None:
        """One of a list of numbers: the item of the same place in a list of items."""
        left = slot.left
        hit = CHANGE.search(left)
        core = strip(left[:hit.start()] if hit else left)
        against = AGAINST.match(slot.right)
        if against:
            bases = [n.base for n in named[:len(named) - slot.place] if not AGAINST.search(n.base)][-slot.size:]
            if len(bases) == slot.size:
                name = ("全国" if left.endswith("全国") else "") + bases[slot.place] + against.group().lstrip("的")
                return Named(name, name, slot.quantity.unit)
        verb, compare = (hit["verb"], hit["compare"]) if hit else ("", "")
        if not core:
            return None
        share = SHARE.match(left) if slot.quantity.unit == "%" and "占" in left else None
        items = split_items(core, slot.size)
        if len(items) != slot.size and BARE_HEAD.match(core) or len(core) <= 4 and HEAD.search(core):
            items = [item + core for item in split_items(re.sub(r"^其次是?|^分别是", "", slot.before), slot.size)]
        if len(items) != slot.size:
            stretch = re.sub(r"^其中", "", slot.stretch)
            items = [strip(x) for x in re.split("[，：]", stretch[:len(stretch) - len(left)] + core)]
            items = items[-slot.size:] if len(items) >= slot.size else []
        if len(items) != slot.size or share:
            return None
        base = share_tail(items)[slot.place]
        if hit:
            return change_name(self._joined(base, slot, named), verb, compare, slot.quantity.unit)
        name = with_unit(self._joined(base, slot, named), slot.quantity.unit)
        return Named(name, name, slot.quantity.unit)

    def _level(self, slot: Slot, left: str, named: list[Named]) -> Named:
        unit = slot.quantity.unit
        if _takes_noun(slot):
            self.counted = (shorten(left), split_noun(slot.right)[0])
            name = self._with_noun(slot, left)
        elif left and named and not slot.carry and left == self.counted[1]:
            name = with_unit(self.counted[0] + left, unit)
        elif left:
            name = with_unit(self._joined(trim(left), slot, named), unit)
        else:
            before = strip(re.sub(r"(?:最多|最高|最大|较快|居首|第一|明显)$", "", slot.before))
            name = with_unit(trim(before), unit) if 0 < len(before) <= 24 else self._base(slot, named)
        return Named(name, name, unit)

    def _with_noun(self, slot: Slot, left: str) -> str:
        """A number before its noun: 开通102项全国服务 → 开通全国服务数; 15所幼儿园将竣工 → 竣工幼儿园数."""
        unit, ratio = slot.quantity.unit, slot.quantity.unit in ("%", "")
        right = slot.right.removeprefix("的")
        if "的" in right and re.match("[对由在以与从为按]", right):
            right = right.rsplit("的", 1)[1]
        noun, verb = split_noun(right)
        noun = re.sub(r"(?:实践)?(?:基础上|范围内|相比|中|内|等)$", "", noun)
        noun = noun.removeprefix("的")
        if "的" in noun and not ratio:
            head, _, tail = noun.partition("的")
            noun = head + tail if len(head) <= 2 else head
        if slot.rest.startswith(noun):
            verb = split_noun(slot.rest)[1]
        verb = re.sub(r"(办理|提供|开展|包括|涵盖)[^，]{1,12}等(?=.)", r"\1", verb)
        verb = re.sub(r"^(?:将|已|可|均|把|被|全部|正式|共同|累计|共|直接(?=为)|为[^，]{1,4}(?=办理|提供))+", "", verb)
        verb = verb if len(verb) <= 18 else verb[:4] + verb[-4:]
        left = shorten(left)
        if left == "覆盖" and unit == "%":
            whole = next((n.base for n in (*self.heard, *self.previous)), "")
            return f"{without_head(whole)}{left}{noun}比例"
        if self.chained and "的" in slot.rest:  # 编制了31个省、143个片区的清单: the last 的 belongs to all
            return with_unit(f"{left}{slot.rest.split('的', 1)[1][:16]}的{noun}", unit)
        if noun:
            acted = left and (ACT.search(left) or not verb)
            left = left if acted or len(left) <= 8 else ""
            name = left + noun if acted else f"{left}{verb}的{noun}" if ratio and verb else left + verb + noun
        else:
            name = left + verb
        return name + "比例" if ratio and not ENDED.search(name) else with_unit(name, unit)


def _reached(slot: Slot, earlier: Slot) -> bool:
    """Whether the number is the y of 从x增长到y."""
    words = slot.left.rstrip("的")
    same = slot.quantity.unit == earlier.quantity.unit
    return same and REACHED.match(words) is not None and re.search("[到至为]", words) is not None


def split_noun(words: str) -> tuple[str, str]:
    """A noun and the verb that follows it: 幼儿园将竣工交付 → 幼儿园, 将竣工交付."""
    hit = NOUN.match(words)
    return (hit["noun"], hit["verb"] or "") if hit else (words, "")


def shorten(left: str) -> str:
    """The verb before a number and its noun, without long subjects and without the list that 等 closes."""
    if left.endswith(("等", "方面", "、")) or len(left) > 14:
        acts = list(ACT.finditer(left))
        if acts:
            return acts[-1].group().removesuffix("了") if left.endswith(("等", "方面", "、")) else left[acts[-1].start():][:14]
        return "" if left.endswith(("等", "方面", "、")) else re.split(r"已|将|共|累计|可|了|[、和]|在|对|以", left)[-1]
    return left


def trim(words: str) -> str:
    """A long left side without the report that leads it in: 央行宣布，决定下调基准利率 → 下调基准利率."""
    return strip(ACTORS.sub("", REPORTED.sub("", words))) if len(words) > 10 else words


def _takes_noun(slot: Slot) -> bool:
    """Whether the number stands before the noun that it counts."""
    kind = units().get(slot.quantity.unit, "size")
    if slot.quantity.unit == "%" or not slot.quantity.unit:
        if slot.quantity.unit == "%" and slot.left.endswith("覆盖"):
            return bool(slot.right)
        if not slot.quantity.unit and slot.quantity.value >= 10000 and COUNTED.match(slot.right):
            return True
        if slot.quantity.unit == "%" and not slot.left and re.match(r"达到|实现|完成|纳入|建成|参加|通过", slot.right):
            return True
        return slot.right.startswith("的") and len(slot.right) > 2 and not NOT_NOUN.match(slot.right)
    if kind == "money" and HEADED.match(slot.right):
        return True
    if kind in ("money", "size") and TRANSITIVE.search(slot.left) and slot.right and not NOT_NOUN.match(slot.right):
        return bool(split_noun(slot.right.removeprefix("的"))[0])
    if kind not in ("count", "person"):
        return slot.right.startswith("的") and not slot.left and len(slot.right) > 3 and not NOT_NOUN.match(slot.right)
    return bool(slot.right) and not NOT_NOUN.match(slot.right)


def strip(words: str) -> str:
    """The words without links and adverbs at both ends.

    >>> strip("其中医保参保率稳定在")
    '医保参保率'
    """
    for pattern in (FRONT, BEHIND):
        while (shorter := pattern.sub("", words, count=1)) != words:
            words = shorter
    return words.strip("，、；： ")


def without_head(name: str) -> str:
    """The subject of an indicator: 基金总收入 → 基金."""
    return re.sub(r"总$", "", HEAD.sub("", name)) or name


def with_unit(name: str, unit: str) -> str:
    """The name with the noun that its unit asks for: 参会 (人) → 参会人数."""
    if not name or ENDED.search(name):
        return name
    kind = units().get(unit, "")
    if unit in ("人次", "例次", "车次", "架次", "场次"):
        return name + unit
    if unit.endswith("次") and kind == "count":
        return name + "次数"
    if units().get(unit) == "money" and name.endswith(("销售", "消费", "交易", "融资")):
        return name + "额"
    if kind == "person":
        return name + ("数" if PEOPLE.search(name) else "人数" if unit in ("人", "名", "位") else "数")
    return name + "数" if kind == "count" else name


def change_name(base: str, verb: str, compare: str, unit: str) -> Named:
    """The name of a change: 贷款余额 + 同比 + 增长 (%) → 贷款余额同比增速."""
    words = re.sub(ADVERB, "", compare) if compare else ""
    yearly = "年均" if "年均" in compare else ""
    down = bool(verb) and re.fullmatch(DOWN, verb) is not None
    if not verb:
        noun = ""
    elif unit in ("%", "‰", "倍"):
        noun = ("" if base.endswith(("增速", "增幅", "降幅")) else "降幅" if down else "增速") or verb
    elif units().get(unit) == "money":
        noun = verb + "额"
    else:
        noun = verb
    return Named(f"{base}{yearly}{words}{noun}", base, unit, verb or "比", compare)


def split_items(words: str, size: int) -> list[str]:
    """The items of a list when there are as many as numbers: 、 first, then 和 and its like."""
    words = re.sub(r"等?三?三项|等$", "", words)
    for pattern in (r"、", r"、|以及|和(?!国)|与|及(?!其)"):
        items = [item for item in re.split(pattern, words) if item]
        if len(items) == size:
            return [strip(item) for item in items]
    parts = re.split(r"、", words)
    if len(parts) == size - 1:
        last = re.split(r"以及|和|与|及", parts[-1], maxsplit=1)
        if len(last) == 2 and all(last):
            return [strip(item) for item in (*parts[:-1], *last)]
    return []


def share_tail(items: list[str]) -> list[str]:
    """Short items with the tail of the last, or short last items with the subject of the first.

    >>> share_tail(["养老", "失业", "工伤保险参保人数"])
    ['养老保险参保人数', '失业保险参保人数', '工伤保险参保人数']
    >>> share_tail(["基本医疗保险基金总收入", "总支出"])
    ['基本医疗保险基金总收入', '基本医疗保险基金总支出']
    """
    first, last = items[0], items[-1]
    if len(last) <= len(first) and HEAD.search(first) and len(last) < len(first):
        stem = without_head(first)
        return [first, *(item if len(item) > 6 else stem + item for item in items[1:])]
    head = HEAD.search(last)
    core = last[:head.start()] if head else last
    if head and all(HEAD.search(item) for item in items[:-1]):
        return items
    if head and core and all(item[-1] == core[-1] for item in items[:-1]):
        return [*(item + head.group() for item in items[:-1]), last]
    hit = re.match(r"^(.{1,12})等(.{2,})$", last)
    if hit:
        return [item + hit[2] for item in (*items[:-1], hit[1])]
    cut = min(len(core), min(len(item) for item in items[:-1]))
    tail = last[cut:] if cut > 0 else ""
    return [*(item + tail for item in items[:-1]), last]


def splice(whole: str, part: str) -> str:
    """The part put into the name of its whole: 新增水电并网容量 + 常规水电 → 新增常规水电并网容量."""
    own, whose = HEAD.search(part), HEAD.search(whole)
    if not whole or own and not (whose and own.group() == whose.group()):
        return part
    best = ""
    for start in range(len(part)):
        for end in range(start + 2, len(part) + 1):
            if part[start:end] in whole and end - start > len(best):
                best = part[start:end]
    return whole.replace(best, part, 1) if best and best != part and part.endswith(best) else part
