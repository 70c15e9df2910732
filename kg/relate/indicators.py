"""Names what a quantity measures, as a noun phrase in the text's words: rules over the clause, with a memory of what was named before.

Place in the line: slots (kg.relate.clauses) -> indicators -> figures. The rules, in order: a list of numbers takes a list of items;
从x到y is one thing told twice; a bare change (同比增长) or share (占…的比重) takes what was named before; a number before its noun
(102项全国服务) takes the noun; everything else takes the words on its left.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.nlp.quantities import units
from kg.relate.brevity import plainly
from kg.relate.casualties import caused
from kg.relate.changes import (
    COMPARED,
    GROWTH,
    GROWTH_LAST,
    ONLY_COMPARED,
    POINTS,
    Named,
    as_it_is,
    change_name,
    change_of,
    compared_each,
    compared_level,
    exceeded,
    growth_held,
    in_points,
    reached,
)
from kg.relate.clauses import Slot
from kg.relate.counts import AREAS, of_levels, takes_noun, with_noun
from kg.relate.deeds import DEED_FIRST, MEASURED, MONEY_NOUN, bare, paid, plain, raised, spent_on, times_of
from kg.relate.gifts import each_given, of_grades
from kg.relate.heads import CORE, EXTREMES, joined
from kg.relate.lists import listed
from kg.relate.parts import of_sector, standard_for
from kg.relate.provisions import provision
from kg.relate.roles import attended, member, reaching, role, some_of, spanned, worth
from kg.relate.shares import come_back, contributed, fulfilled, share, spread_over
from kg.relate.sizes import brought, dealt, powered, sized
from kg.relate.subjects import (
    DONE_ONLY,
    INVOLVES,
    METRICS,
    averaged,
    goes_on,
    lasting,
    named_last,
    subject_of,
)
from kg.relate.sums import parts_of_sum, shared_end
from kg.relate.things import of_things
from kg.relate.wording import (
    ENDED,
    SPANS,
    letters,
    shorten,
    split_noun,
    strip,
    term_name,
    trim,
    with_unit,
)

PER_HEAD = ("户均", "人均", "亩均")
SIZELESS = re.compile("面积|范围|(?:红线|扩展|缩减|扩大|新增|涉及|覆盖)$")
AVERAGE = re.compile("[日月年次周场]均")
AGAIN = ("上", "同期", "上年同期", "上一年同期", "约合", "折合", "等值", "合人民币", "人民币", "约人民币", "相当于",
         "合", "报", "收报", "报收", "收于")  # at another time, in another coin
THAT = tuple(that + noun for that in ("这一", "这个", "该", "上述") for noun in ("数字", "数据", "比例", "占比", "指标", "数值"))
ASIDE = re.compile("增[速幅](?:[高低快慢]于|高出|超|$)|占比$|占[^占]*比重$|的倍数$")
REPORTS = re.compile("(?:显示|表示|介绍|指出|称|获悉|了解到|透露|认为|说)$")
RANKED = re.compile(r"(?:最多|最高|最大|较快|居首|第一|明显|(?:再|续|连)?创[一-龥]{0,4}新[高低]|位居[一-龥]{2,6}|[与和同][^，]{2,8}?(?:基本)?持平)$")
MAIN_PART = re.compile("^.*占比[较最更]?[大高重]的")  # 装备制造业中占比较大的 | 汽车制造业
STEADY = re.compile(  # X营业收入延续快速增长态势，[比上年同期增长]
    f"([^，]{{2,40}}?(?:{METRICS}))(?:增速|增幅)?(?:延续|保持|继续|呈|稳步|快速|较快|持续|稳中|平稳|实现较快)[^，]*$"
)
AT_RATE = re.compile(  # 以9.7%的同比增速排名第一
    rf"的(?P<rate>(?:GDP|经济|[一-龥]{{2,6}}?)?(?:同比|环比|年均|平均)?(?:{GROWTH.pattern}|增长率)|(?:同比|环比)增长(?=[和与、，]|$|位居|排名|领跑))")
GROWN = ("增长", "下降", "增加", "减少", "增")
KINDS = re.compile("(?P<thing>.{0,24}?)(?<![部得积评百公处])共?分为?")  # 措施分9类28条
PART_ONLY = re.compile("(?<=[数量额])占(?:比|[^，]{2,30}比重)$")
FUNDS = re.compile("(?:资金|补助|补贴|经费)(?:预算)?$")
SORTS = frozenset(("类", "大类", "种", "项", "条", "章", "级", "档", "部分", "款"))
BARE_NOUNS = frozenset(("标准", "金额", "额度", "期限", "周期", "比例"))
EACH_TIME, EACH_LAST = frozenset(("每天", "每日", "每周", "每月", "每年", "每次", "每学期")), re.compile("每(?:[天日周月年次]|学期)")
GIVEN = re.compile(  # 发放助学补贴，标准为每人…
    "[一-龥]{2}(?:补助|补贴|奖励|津贴|救助|资助|补偿|贷款|[学保电气水]费|养老金|保险金|合同|协议)(?=$|的$|待遇$)")
IS_TIMES = re.compile(r"(?:[已还]?是|相当于)(?:20\d\d年(?:全年|同期|[底末])?|“十[一二三四]五”(?:时期|期间|末)?)的(?:约|近|超过?)?$")
COUNTED_FIRST = re.compile(r"(?<![第\d])\d+[个大项类种](?!方面)[一-龥]{2,10}$")  # 设置4个专题 | 23个科目
PLAIN_NOUN = re.compile("^.{1,3}$|(?:国家|地区|城市|机构|企业|事项|领域|项目|行业|品种|机型|学校|小组|高校|单位)$")
IS_KIND = re.compile("(?:为|是|属于?)(?P<what>[一-龥]{2,12})$")
NEEDS, NEEDED = re.compile("(?:全程)?(?:最快|大约|单程){0,2}(?:仅|只)?(?:需要?|用时|耗时|历时)(?:约|近)?"), "所需时间"  # 全程8000公里，仅需 | 15天
HEADS = ("户", "人", "省", "县")
LONGEST_STEM = 15
IN_GENERAL = re.compile(  # 保存时间 | 自完成之日起不少于三年
    "(?:原则上|(?<=[期限间率数量额例])一般)(?:应当?)?$|(?:(?<=[时期][间限])(?:应当?)?|(?<=期)为)自[^，自]{2,20}之日起$")
ADDED = re.compile("(?<=..)新增(?:人数|数|额)?$")  # 缴费标准新增20元，达到每人400元
NEWLY, TOTAL = re.compile("新(?:认定|[建增设开])"), re.compile("(?:累计(?:已?达到?|总数)|总[数量])(?:已?达到?|为|超过)?")
COMPARING, INVOLVING = letters(ONLY_COMPARED), letters(INVOLVES)
CONTINUED, TURNS = re.compile("(?:年内|已经?|也){0,3}连续$"), ("次", "届", "场", "个")
DUTY = re.compile("(?:不等)?的?(?P<duty>[一-龥]{0,6}税)(?!率)")
STAYS = re.compile("^.{0,8}(?:[在于过]|突破|达到?|超)$")  # 连续3个月|运行在|50%以上
DONE_LAST = ("完成", "实现", "达成", "录得", "了")


@dataclass(slots=True)
class Namer:
    """Names the quantities of an article sentence by sentence and remembers what the last sentences measured."""

    previous: list[Named] = field(default_factory=list)
    slots: tuple[Slot, ...] = ()
    carried: str = ""
    chained: bool = False
    heard: list[Named] = field(default_factory=list)
    counted: tuple[str, str] = ("", "")
    grades: tuple[tuple[int, str], str] = ((-1, ""), "")
    standard: str = ""

    def name(self, slots: tuple[Slot, ...]) -> list[Named]:
        """The indicators of one sentence's quantities."""
        named: list[Named] = []
        self.slots, self.heard, self.grades, self.standard = slots, named, ((-1, ""), ""), ""
        for index, slot in enumerate(slots):
            self.chained = slot.carry or (index + 1 < len(slots) and slots[index + 1].carry)
            told = self._name(slot, slots[index - 1] if index else None, named)
            named.append(told if told.ruled else worth(reaching(of_levels(plainly(told), slot), slot), slot))
        if named:
            self.previous = named
        return named

    def _name(self, slot: Slot, earlier: Slot | None, named: list[Named]) -> Named:
        slot = as_it_is(slot)
        if slot.left.endswith("连续") and units().get(slot.quantity.unit) != "time" and slot.quantity.unit not in TURNS:
            slot = slot._replace(left=CONTINUED.sub("", slot.left))
        if bound := IN_GENERAL.search(slot.left):
            slot = slot._replace(left=slot.left[:bound.start()])
        left = strip(slot.left)
        if (left in AGAIN or left.endswith(THAT)) and (base := self.base(named)):
            base = base if slot.quantity.unit in ("%", POINTS) else GROWTH_LAST.sub("", base)  # 股价涨幅4.44%，报99.06美元
            return Named(base, base, slot.quantity.unit, share=slot.quantity.unit == "%")
        if (parts := parts_of_sum(self.slots, len(named))) and (all_of := shared_end([named[part].base for part in parts])):
            return Named(all_of, all_of, slot.quantity.unit)
        if slot.size > 1 and (given := each_given(slot)):
            return Named(*given, slot.quantity.unit, ruled=True)
        if slot.size > 1:
            if told := listed(self, slot, named):
                return told
        if earlier and earlier.clause == slot.clause and (reached(slot, earlier) or (named[-1].verb and slot.left in ("至", "到"))):
            told = named[-slot.size if slot.first and self.slots[slot.first - 1].size == slot.size else -1]  # 由200元、400元降至100元、300元
            return Named(told.base, told.base, slot.quantity.unit, share=told.share)
        if slot.carry and earlier:
            slot = slot._replace(left=CONTINUED.sub("", self.carried))
            left = strip(slot.left)
        self.carried = slot.left
        if ruled := provision(slot, self.base(named)):
            return Named(*ruled, slot.quantity.unit, share=slot.quantity.unit == "%", ruled=True)
        if graded := of_grades(self, slot):
            return graded
        if above := exceeded(slot, named):
            return above
        told = fulfilled(self, slot, left, named) or come_back(self, slot, named) or contributed(self, slot, named) or share(self, slot, named)
        return told or self._change(slot, named) or self._level(slot, left, named)

    def base(self, named: list[Named], back: int = 1) -> str:
        """What was named so many places before in the sentence, else in the one before."""
        for rows in (self._outside(named), self.previous):
            if len(rows) >= back:
                return rows[-back].base
        return ""

    def _outside(self, named: list[Named]) -> list[Named]:
        """What was named in the sentence, but for what stands in brackets behind it: 余额10亿元（含贷款2亿元），增长5%."""
        inside = not named or self.slots[len(named)].bracketed
        return named if inside else [n for n, slot in zip(named, self.slots, strict=False) if not slot.bracketed] or named

    def thing(self, named: list[Named]) -> str:
        """What was named last, neither its growth against others nor its share: 进出口 of 进出口增速快于全国."""
        return next((n.base for n in reversed(self._outside(named)) if not ASIDE.search(n.base)), "") or GROWTH_LAST.sub("", self.base(named))

    def outlay(self, named: list[Named]) -> str:
        """The amount of money that was named last."""
        return next((told.base for told in reversed((*self.previous, *named)) if units().get(told.unit) == "money"), "")

    def _change(self, slot: Slot, named: list[Named]) -> Named | None:
        hit = change_of(slot.left)
        if hit:
            subject, verb, compare = slot.left[:hit.start()], hit["verb"], compared_each(hit["compare"], slot.size, slot.place)
        else:
            hit = ONLY_COMPARED.match(slot.left) if slot.left[:1] in COMPARING else None
            if not hit:
                return None
            if compared := compared_level(slot, named):
                return compared
            subject, verb, compare = "", "", hit["compare"]
        subject = trim(MAIN_PART.sub("", strip(subject)))
        subject = "" if subject.endswith(THAT) and self.base(named) else subject
        if verb in ("新增", "增", "减", "高", "低", "快") and not compare and (subject or slot.right) and verb != "增":
            return None
        if slot.right and not subject and not COMPARED.search(compare) and takes_noun(slot):
            return None  # 减少10余项…: a count of things
        if slot.right and not compare and units().get(slot.quantity.unit) == "money" and MONEY_NOUN.match(slot.right) and not MEASURED.search(subject):
            return None  # 增加30亿元支农再贷款额度
        if slot.size > 1 and not subject:
            earlier, back = named[:len(named) - slot.place], slot.size - slot.place
            if verb and slot.quantity.unit == POINTS and len(earlier) >= back and earlier[-back].verb:
                return in_points(earlier[-back], verb, compare, POINTS)  # 消费、投资分别增长4%和3%，比上月分别加快0.5和0.9个百分点
            base = self.base(earlier, back)
        elif not subject:
            steady = STEADY.search(slot.before) if compare else None
            level = slot.before.endswith("持平") or not named  # 居民消费价格同比持平，环比 | 下降0.3%
            base = self._grown(verb, slot, named) or (steady[1].split("的")[-1] if steady else "") or (lasting(slot.before) if level else "")
            told = self._outside(named) or self.previous
            told = [n for n in told if "连续" not in n.name] or told  # 出口2.46万亿元，规模连续31年居首位，同比 | 增长12.5%
            if told and not base and slot.quantity.unit == POINTS:
                return in_points(told[-1], verb, compare, POINTS)
            base = base or (told[-1].base if told else "") or strip(slot.before)
        elif subject in PER_HEAD and named:
            base = named[-1].base + subject  # 旅游收入超过600万元，户均 | 增长两万多元
        else:
            base = of_sector(joined(self, subject, slot, named), slot.cut.text, named, self.previous)
        return change_name(base, verb, compare, slot.quantity.unit)

    def _grown(self, verb: str, slot: Slot, named: list[Named]) -> str:
        """What has grown by a rate behind its share of something: 消费581亿元，占全天的55%，同比增长20% tells of the consumption."""
        behind = len(named) > 1 and named[-1].share and named[-1].base.startswith(named[-2].base + "占")
        return named[-2].base if behind and verb in GROWN and slot.quantity.unit in ("%", named[-2].unit) and not named[-2].share else ""

    def _worded(self, slot: Slot, left: str, named: list[Named]) -> Named | None:
        """What the words around the number name at once: a term, money for a purpose, a share, a multiple, a plan fulfilled."""
        unit, kind = slot.quantity.unit, units().get(slot.quantity.unit)
        if kind == "time" and slot.left.endswith("连续") and (level := slot.following):
            base = strip(CONTINUED.sub("", slot.left)) or self.base(named)
            return Named(f"{base}连续{level}{unit.removeprefix('个')}数", base, unit)
        if kind == "time" and slot.left.endswith("连续") and STAYS.search(slot.right) and (bound := slot.cut.quantities[slot.last + 1:slot.last + 2]):
            base = strip(CONTINUED.sub("", slot.left)) or self.base(named) or goes_on(slot.before)
            return Named(f"{base}连续{slot.right}{bound[0].text}{unit.removeprefix('个')}数", base, unit)
        if kind == "time" and NEEDS.fullmatch(slot.left):
            return Named(NEEDED, NEEDED, unit)
        if kind == "time" and (term := term_name(slot.left, slot.right, unit, slot.before)):
            told, _, again = slot.left.partition("连续")
            base = "" if again or "连续" not in slot.left else strip(told) or self.base(named)
            return Named(term if told else base + term, base or term, unit)
        if kind == "money" and not slot.right and named_last(slot.left) and (base := self.outlay(named) or self.base(named)):
            return Named(base, base, unit)
        if kind == "money" and not left and slot.right and (money := spent_on(slot.rest)):
            return Named(money, money, unit)
        if kind == "money" and (money := paid(plain(shorten(trim(left))), slot.rest if left.endswith("投资") else slot.right)):
            return Named(money, money, unit)
        if slot.part and not left and kind in ("count", "person") and (sort := IS_KIND.match(slot.right)):
            name = with_unit(sort["what"], unit)
            return Named(name, name, unit)
        if unit == "%" and (held := growth_held(slot.left, slot.right)):
            return change_name(trim(strip(held[0])) or self.base(named) or strip(slot.before), "增长", held[1], unit)
        if unit == "%" and (duty := DUTY.match(slot.right)) and slot.left.endswith(("征收", "加征", "征")):
            return Named(name := trim(left) + duty["duty"] + "税率", name, unit)  # 对进口汽车加征 | 25%关税
        if unit == "%" and (grown := AT_RATE.match(slot.right)):
            name = trim(strip(slot.left)) + grown["rate"]
            if grown["rate"].endswith("增长"):
                return change_name(trim(strip(slot.left)) or self.base(named), "增长", grown["rate"][:2], unit)
            return Named(name, name, unit)
        then = IS_TIMES.search(slot.cut.text, 0, slot.quantity.start) if unit == "倍" else None
        words = slot.left.partition("是")[0] + then[0] if then else slot.left  # the time that it is compared with stands in its name
        told = times_of(words, self.base(named)) if unit == "倍" else ""
        if kind in ("money", "size") and slot.right and not told:
            told = sized(slot.left, slot.right if len(slot.right) > 2 else slot.rest) or powered(slot.left, slot.right, unit) or (
                brought(slot.left, slot.right) if kind == "money" else "")
        told = told or (dealt(slot.left, slot.right, unit) if slot.right and (kind == "money" or unit == "%") else "")
        if told:
            base = told.partition("是")[0] if unit == "倍" else ""
            return Named(told, base or told, unit)  # 日均充电量是平日的2.59倍，比去年同期 | 增长45.7%
        if unit in ("%", "") and (spread := spread_over(slot, left, named)):
            return spread
        if named and TOTAL.fullmatch(slot.left) and named[-1].unit == unit and (whole := NEWLY.sub("", named[-1].base, count=1)) != named[-1].base:
            return Named(name := whole.removesuffix("数") + "总数", name, unit)  # 新建基站7875个，累计达到5.65万个
        if (left in EXTREMES or (left.endswith(DONE_LAST) and DONE_ONLY.fullmatch(left))) and (base := goes_on(slot.before)):
            base += left if left in EXTREMES else ""
            return Named(base, base, unit)
        return None

    def _level(self, slot: Slot, left: str, named: list[Named]) -> Named:
        """What is named by its noun, by the words on the left, or by what was named before."""
        if told := self._worded(slot, left, named):
            return told
        unit, kind = slot.quantity.unit, units().get(slot.quantity.unit)
        if kind in ("money", "time", "size") and (standard := standard_for(left, slot, named, self.standard)):
            self.standard = standard
            return Named(left + standard, left + standard, unit)
        if unit in SORTS and (kinds := KINDS.fullmatch(slot.left)):
            thing = strip(kinds["thing"]) or self.base(named)
            return Named(f"{thing}{unit}数", thing, unit)
        if AVERAGE.fullmatch(left) and not slot.right and (
                base := next((n.base for n in reversed(named) if n.unit == unit), "") or goes_on(slot.before) or self.base(named)):
            return Named(name := averaged(CORE.sub("", base), left), name, unit)  # 人员流动量24亿人次，日均 | 超3亿人次
        if left in EACH_TIME and left == slot.left and not slot.right and named and named[-1].unit != unit:
            base = EACH_LAST.sub("", named[-1].base) + left  # 每周课后服务不少于5天，每天 | 不少于2小时
            return Named(name := base + "时间" * (unit in ("小时", "分钟")), name, unit)
        if left in BARE_NOUNS and (given := GIVEN.search(slot.before)):
            left = given.group() + left
        does = kind == "money" or (kind in ("count", "person") and DEED_FIRST.match(left, len(self.counted[1])) and not MEASURED.search(left))
        if named and not slot.carry and 2 <= len(self.counted[1]) < len(left) - 1 and does:
            left = left.removeprefix(self.counted[1])  # 310名人员 | 冒领待遇358万元, 54个城市 | 开通线路313条
        if takes_noun(slot):
            counts = not unit or kind in ("count", "person")
            name = (role(slot) or some_of(slot, self.counted[1] if named else "")) if counts else ""
            left = "" if named and left == self.counted[1] and PLAIN_NOUN.search(left) else COUNTED_FIRST.sub("", left)  # 6种机型 | 12种规格
            self.counted = (shorten(left := spanned(left, slot, self.counted) if named else left), split_noun(slot.right)[0])
            name = name or with_noun(slot, left, next((n.base for n in (*self.heard, *self.previous)), ""), self.chained)
        elif left and named and not slot.carry and left == self.counted[1]:
            name = with_unit(self.counted[0] + left, unit)
        elif left:
            name = with_unit(joined(self, trim(raised(slot.left, left)), slot, named), unit)
            if named and name.endswith("资金") and bare(name.removesuffix("资金")) and FUNDS.search(named[-1].base):
                name = named[-1].base  # 下达救灾补助资金预算2亿元，共计下达资金5亿元
            name = of_things(name, slot, self.slots, named, self.previous) or name
            name = name + "面积" if unit in AREAS and not ENDED.search(name) and not SIZELESS.search(name) else name
        else:
            beside = bool(named) and self.slots[len(named) - 1].clause == slot.clause  # 总量指数连续6个月在 | 60%以上
            before = "" if beside or REPORTS.search(slot.before) else strip(RANKED.sub("", slot.before))
            name = with_unit(trim(before), unit) if 0 < len(before) <= 24 else ADDED.sub("", PART_ONLY.sub("", self.base(named)))
            name = unit + "数" if unit in HEADS and named and named[-1].unit != unit and not slot.rest and not name.endswith(unit + "数") else name
        name = member(attended(name, named), slot, named) if named else name
        name = caused(name, slot.cut.text[:slot.quantity.start]) if kind == "person" or not unit else name
        if named and name != named[-1].base and named[-1].base.endswith(name) and named[-1].unit == unit:
            name = named[-1].base  # 新能源汽车2022年销售568万辆，2023年上半年销售311万辆
        if name[:1] in INVOLVING and INVOLVES.match(name) and (thing := next((n.base for n in reversed(named) if not n.verb and n.unit != "%"), "")):
            stem = subject_of(thing)
            reached = stem.endswith("受益") or ((kind == "person" or not unit) and SPANS.match(stem) is not None)  # 辐射476家驿站，惠及 | 155万老年人
            name = stem + name if len(stem) <= LONGEST_STEM and name[:2] not in thing and not reached else name  # 覆盖18个省的73个城市
        return Named(name, name, unit)
