"""Words of doing in indicators: verbs that need an object, helpers that say nothing of what is measured, and money for a purpose.

Place in the line: beside kg.relate.wording, below kg.relate.indicators. Pure functions over words.
"""
from __future__ import annotations

import re
from collections.abc import Sequence

from kg.relate.wording import letters

DEED = (
    "发布|推出|印发|出台|签署|签订|签约|签下|新增|调入|形成|建成|开通|推广|新建|打造|制定|制修订|修订|培育|引进|组建|成立|清理|整合|吸引|完成|实现|遴选|评选|认定|"
    "支持|投入|安排|下达|下拨|拨付|划拨|预拨|发放|兑现|筹集|统筹|争取|落实|减免|办理|开展|举办|召开|组织|选派|派出|投放|提供|开设|设立|建立|"
    "实施|启动|收到|获得|享受|惠及|走访|调研|救助|转移|转化|输送|收获|改造|修复|治理|开工|竣工|交付|落地|开行|运送|查处|检查|排查|整改|处置|"
    "化解|培训|招聘|招录|招募|覆盖|纳入|消纳|减少|增加|拉动|带动|撬动|促成|达成|布局|建设|创建|创造|探索|征集|收集|协调|解决|受理|审结|贡献|"
    "使用|采购|供应|储备|种植|播种|抢收|保障|确保|消除|节约|减轻|垫付|救出|报告|造成|抢救|筛选|取得|上新|追回|收回|征收|缴纳|罚款|增产|减产|超过|到达|到账|参加|出席|参会|参展|"
    "侦[办破]|破获|抓获|打掉|捣毁|查[获扣]|缴获|新收|摸排|核查"
)
HELPER = (
    "已经|已|刚刚|累计|合计|共计|共|提前|先后|陆续|及时|成功|顺利|积极|大力|持续|全部|均(?<![平人户次日年月]均)|还|将|再次?|又|首次|连夜|拟|可|预计|计划|全行业|"
    "协议|联合|最终|现场|自|另|就|正|日前|近日|近期|高质量|高标准|精心|扎实|率先|加快|力争|紧急|一举|依法依[规约]|依法"
)
PAYS = re.compile(
    r"(?:安排|下达|下拨|拨付|划拨|预拨|投入(?<!(?:研发|科技|科研|教育|经费|资金|民生)投入)|统筹|整合|筹集|筹措|争取|落实|给予|兑现|发放|募集|拨出|拿出|奖励|补助|追加|融资(?<!净融资)|授信|"
    r"获批|出资|奖补)了?$"
)
LAID_OUT = re.compile(r"(?:支出|收入|预算|投资)安排$")
PURPOSE = re.compile(
    r"^(?:专项)?(?:用于|用作|用来|(?=支持|实施|扶持|补助|奖励|开展|推动|建设|改造|保障|帮助|补贴|推进|加强|购买|促进|作为|资助))(?P<aim>[^，、]{2,14})"
)
ITS_DAY = re.compile("^(?:\\d{1,2}月)?\\d{1,2}日")
TOGETHER = re.compile("会同|联合|、|和|与")
HANDED = re.compile(r"(?:下达|下拨|拨付|划拨|预拨|安排)了?")
MONEY_NOUN = re.compile(
    r"^的?(?P<noun>(?!为|并)[^，。、]{0,12}?(?:资金|贷款|贷|补贴|补助|经费|保费|债券|国债|专项债|罚款|利息|关税|费用|奖励|奖金|授信|投资(?!引导|[^，。、]{0,6}基金)|红包|"
    r"[费油物游]券|礼包|基金|订单|合同|税款|税费|款项|借款|再贷款|额度|财政(?:赤字|盈余|投入|支出|收入|投资|预算|拨款)|财政(?![一-龥])|津贴|押金|货款|成本|债务)(?:资金|标准|额度|收入)?)"
)
TITLED = re.compile(r"^.*?(?P<deed>出台|印发|发布|制定|修订|制修订|编制|推出)?了?(?:《[^《》]*》[、和及]?){1,9}等(?=.{2})")
ITEMS = re.compile(r"^(?:[^、，的]{1,14}的)?[^、，的]{2,14}(?:、[^、，]{1,16}){1,9}?等(?!行业|领域|地区|多|各|省)(?:方式|形式|手段|途径|渠道)?(?=[一-龥]{6})")
DONE_LAST = re.compile(rf"(?<!规划)(?:{DEED}){{1,2}}(?<!覆盖)(?<!实现)(?:了|[出起]了?)?$")  # the deed that ends the words
HELPED = re.compile(rf"(?:{HELPER})(?:{HELPER}){{0,5}}(?=(?:{DEED}))")  # begins with the letters of a list, so that a search leaps to one
SAID = re.compile(  # 大运村|将|配备大巴: no part of what is measured
    "(?<=[一-龥A-Za-z]{2})(?<![小名老大健主虎即必干闯])(?:也|均|都|还)?(?:已经?|将|正在|正(?!在)|刚刚)(?:也|又|再)?(?:加紧|抓紧|全力|有序)?"
    "(?=累计|导致|造成|致(?!力)|配备|带来|推动|驱动|保持|监管|[向对为](?=..)|在(?![轨建])|与(?=..)|服务|参与|记录|扑救|贯通|[进出]口|销售|发电|放水|调水|补水|收购|控制"
    "|普遍|集中|分别|先后|梳理|筛选|备案|发售|捐款|注资|配套|发生|扩大|进驻|持续|拿到|接到|生产)")
ASIDE = re.compile(  # 景区|已|接待游客, 举行|了|洽谈, 公司|也|营收: helpers between what does and what it does
    "(?<=[一-龥A-Za-z]{2})(?:一共|总共|共同?计|共(?<![公中享]共)(?![享建青同和产济治性体识用通商病])有?|已(?<![业早而不]已)(?:经|(?!经))(?!婚|知|结案|上市|建|[收播种]面|[收播种]$)|了(?<![为除罢]了)(?![解结不望却])"
    "|不仅(?:可以?|能够?)?|仅(?![次限需存为])|居然|竟然?|还(?<![归偿返退发交]还)(?![款贷本息房原建债钱给多])|[也又](?![门一])|仍然?(?!是)|可以(?=..)|可(?=提供|节约|节省|减少|满足|容纳|接待|生产|加工|享受|带动|实现|增加|处理|输送|办理|新增|创造|多发))"
    "(?=[一-龥]{2})")
ASIDES = letters(ASIDE)
FIRST_SAID = re.compile("^(?:已经?|将|正在|也|还)(?=[一-龥]{3})(?!款)")
ONE = re.compile("(?<=[到了])一[笔批个项座款份]")
SOMEBODY = re.compile(
    r"^(?:[省市县乡镇区州村]里|我[省市县区州](?:共|已)?|[他她我]们|[这那]里(?:还|正在?)?|现(?=[转追重救查])|被(?=处|罚|没收|作出)|当地|各地|全行业|全系统|各级(?!财政)[^，]{0,4}?(?:部门|机关|单位)|会同[^，]{2,24}?(?=统筹|整合|印发|出台|联合|安排|下达|"
    r"开展))的?"
)
SOMEBODIES = letters(SOMEBODY)
BARE_WORDS = f"{HELPER}|{DEED}|中央财政|各级财政|分别|各|了|到|对|给"
BARE, BARE_FIRST = re.compile(f"(?:{BARE_WORDS})*"), frozenset(word[0] for word in BARE_WORDS.split("|"))
SHARED = re.compile(r"的(?P<noun>[一-龥]{2,12}?)(?:(?:创造|贡献|养活|支撑|位居)[^，]{0,8})?$")
TASK = re.compile("(?:做好|开展|实施|推进)(?P<aim>[^，、做]{2,16}?)(?:等?(?:相关|各项)?工作)?$")
RAISED = re.compile(
    "(?:提高|缩短|降低?|扩大|增加|提升|压缩|上调|下调|调整|延长|减少|压减|拓展|扩展|由|从)(?:到|至|为)?了?"
    "(?:每[人户年月日天]{1,2}){0,2}(?:约|近|超过?)?$"
)
HANDLED = re.compile("[^，]*[将把](?=[^，将把在由从分会于逐进全][^，将把]{3,29}$)")
GIVES = re.compile("并?(?P<who>[^，]*?)(?P<whom>[为向][^，]{1,8})?(?P<deed>贡献|提供|创造|吸纳|解决)了?(?:约|近|超过?)?$")
LIMITS = ("上限", "下限", "目标", "比例", "比重", "份额", "速度", "水平", "标准", "股权", "股份")
BUILT = re.compile(  # 投资200万元 | 建起了一座食堂
    "的?(?P<deed>建起|建设|建成|打造|新建|修建|兴建|改造|改建|扩建)了?(?:这[个座条处]|一[个座条所处批])?的?(?P<what>[一-龥]{2,14}?)(?:的|工程|项目)?(?=$|[，。、])")
LIGHT = re.compile("查看|评为|入选|签署|开展|举办|召开|提供|参加|参与|完成|建立|发布|推出|办理|出台|享受")
LONGEST_PAYER, LONGEST_DEED, LONGEST_PREDICATE, LONGEST_HELPER = 6, 14, 24, 4
COUNTED_LAST = re.compile(r"(?:次数|人数|面积|期限|数|额)$")
DEED_FIRST = re.compile(DEED)
WHOLE = re.compile(
    r"(?:贡献|占据|占有|占|吸纳|创造|集聚|集中|拥有|承担|承载|提供|生产|养活|消耗)了?(?P<whole>全[省市国县区球州镇行]|世界|[我中]国|国内|当地|[一-龥]{2}[省市县区])(?:约|近|超过?)?$"
)
MEASURED = re.compile(
    r"(?:海拔|[全总]?长|长度|宽|高|深|水位|流量|时速|距离|产能|能力|年产|[亩单]产|浓度|里程|直径|量|率|额|数|值|积|模|价格?|"
    r"指数|容|总计|合计|累计|(?<!下)达到?|约|投资|余额|收入|支出|贷款|存款|进口|出口|进出口|费|税|金)$"
)


def last_deed(words: str) -> str:
    """The last deed of a long predicate with its object, else its first with what stands behind its last 的, 或 or 、; one not so long that begins
    with its deed as it is; empty where it tells no deed.

    >>> last_deed("在城东文化广场和城西公园联合举办防灾减灾知识竞赛"), last_deed("建成布局合理、人财物统一管理、服务连续的县域医共体")
    ('举办防灾减灾知识竞赛', '建成县域医共体')
    """
    if len(words) <= LONGEST_PREDICATE and (DEED_FIRST.match(words) or LIGHT.match(words)):
        return words
    deeds = [hit for hit in LIGHT.finditer(words) if 4 <= len(words) - hit.start() <= LONGEST_DEED]
    if deeds:
        return words[deeds[0].start():]
    deed, what = DEED_FIRST.search(words, 0, LONGEST_HELPER), re.split("[的或、]", words)[-1]
    return deed[0] + what if deed and 2 <= len(what) <= LONGEST_DEED else ""


def share_of(left: str, right: str) -> str:
    """For 贡献了全省 [24%] 的进出口额: 进出口额占全省比重; for 民营企业提供 [80%] 的就业: 民营企业提供的就业占比; empty for other words.

    >>> share_of("贡献了全省", "的进出口额"), share_of("民营企业提供了", "的就业"), share_of("同比增长", "")
    ('进出口额占全省比重', '民营企业提供的就业占比', '')
    """
    noun = SHARED.match(right)
    if not noun or noun["noun"].endswith(LIMITS):
        return ""
    if hit := WHOLE.search(left):
        return f"{noun['noun']}占{hit['whole']}比重"
    gives = GIVES.fullmatch(left)
    return f"{gives['who'] or gives['whom'] or ''}{gives['deed']}的{noun['noun']}占比" if gives else ""


def spent_on(right: str) -> str:
    """What money is that is told of its use alone: 其中, [2亿元] 用于改造老旧小区 → 改造老旧小区资金; empty for other words.

    >>> spent_on("用于改造老旧小区"), spent_on("支持甲省、乙省做好防汛救灾工作"), spent_on("贷款")
    ('改造老旧小区资金', '防汛救灾资金', '')
    """
    if not right.startswith(("用于", "支持", "将用于", "主要用于", "专项用于")):
        return ""
    aim = TASK.search(right) or PURPOSE.match(right.removeprefix("将").removeprefix("主要"))
    return aim["aim"].removesuffix("等") + "资金" if aim else ""


def raised(words: str, left: str) -> str:
    """What somebody raises to a number: 甲市将补贴标准提高到 → 补贴标准; the words on the left where nothing is raised so.

    >>> raised("甲市将补贴标准提高到", "甲市将补贴标准"), raised("补贴标准提高到", "补贴标准")
    ('补贴标准', '补贴标准')
    """
    hit = HANDLED.match(left) if ("将" in left or "把" in left) and RAISED.search(words) else None
    return left[hit.end():] if hit else left


def times_of(left: str, before: str) -> str:
    """For 保有量是五年前的 [十倍]: 保有量是五年前的倍数; ``before`` is what is spoken of when the words name none.

    >>> times_of("保有量是五年前的", ""), times_of("是去年的", "收入")
    ('保有量是五年前的倍数', '收入是去年的倍数')
    """
    hit = re.match(r"(?P<one>.*?)(?:分别)?(?:几乎|大约|已|还)?(?:是|相当于|为(?=[^，]{1,8}(?:年|期)))(?P<other>[^，]{1,20}?)的?(?:约|近|超过?)?$", left)
    return f"{hit['one'] or before}是{hit['other']}的倍数" if hit and (hit["one"] or before) else ""


def bare(name: str) -> bool:
    """Whether a name only says that something was done, not of what: 共安排, 开行数.

    >>> bare("累计开行数"), bare("开行班列数")
    (True, False)
    """
    return (len(name) < 3 or name[0] in BARE_FIRST) and BARE.fullmatch(COUNTED_LAST.sub("", name)) is not None


def plain(name: str) -> str:
    """The name without somebody and without helpers before its verb.

    >>> plain("当地已累计发放补贴"), plain("省里提前成立应急队")
    ('发放补贴', '成立应急队')
    """
    told = FIRST_SAID.sub("", SOMEBODY.sub("", name)) if name[:1] in SOMEBODIES else name
    name = (TITLED.sub(lambda hit: hit["deed"] or "", told) if "》" in told else told) or name
    name = ITEMS.sub("", name) if len(name) > 20 else name
    helped = ONE.sub("", SAID.sub("", HELPED.sub("", name)))
    helped = helped if ASIDES.isdisjoint(helped) else ASIDE.sub("", helped)
    return (re.sub("新增新(?=[站建开设批])", "新增", helped) if "新增新" in helped else helped) or name


def received(name: str, bodies: Sequence[str]) -> str:
    """The name without the body that does what is told at its beginning; of money handed out, what it is for.

    >>> received("财政部下达农业防灾减灾资金", ["财政部"]), received("市医保局开展专题宣传活动场次", ["市医保局"])
    ('农业防灾减灾资金', '开展专题宣传活动场次')
    """
    for body in bodies:
        if name.startswith(body) and len(name) >= len(body) + 6:
            left = name[len(body):]
            while (joined := TOGETHER.match(left)) and (other := next((b for b in bodies if left.startswith(b, joined.end())), "")):
                left = left[joined.end() + len(other):]
            left = HELPED.sub("", ITS_DAY.sub("", left.removeprefix("等部门")))
            handed = HANDED.match(left)
            if handed and len(left) >= handed.end() + 4:
                return left[handed.end():]
            return left if DEED_FIRST.match(left) else name
    return name


def paid(left: str, right: str) -> str:
    """What money is that is paid out for something: 安排 [24亿元] 用于秋粮生产 → 安排秋粮生产资金; empty when the words tell none.

    >>> paid("安排", "用于秋粮生产"), paid("统筹整合", ""), paid("申请到", "的信用贷款")
    ('安排秋粮生产资金', '统筹整合资金', '申请到信用贷款')
    """
    built = BUILT.match(right) if left.endswith("投资") else None
    if built and len(left) <= LONGEST_PAYER:
        return built["deed"] + built["what"] + "投资"
    noun = MONEY_NOUN.match(right)
    if noun and not MEASURED.search(left) and not (PAYS.search(left) and noun["noun"].startswith(("用于", "用来"))):
        done = DEED_FIRST.match(noun["noun"]) or noun["noun"].startswith("给予")
        return (left.removesuffix("拿出") if done else left) + noun["noun"]
    if not PAYS.search(left) or left.endswith("投资"):
        return ""
    if LAID_OUT.search(left):
        return ""
    aim = PURPOSE.match(right)
    if right and not aim and not re.match("[，。；]", right):
        return left + "资金"
    return left + (aim["aim"] if aim else "") + "资金"
