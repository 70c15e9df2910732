"""Numbers before the noun that they count: 开通102项全国服务, 15所幼儿园将竣工, 近六成统筹区实现直接发放.

Place in the line: beside kg.relate.wording, below kg.relate.indicators. Pure functions over words and slots.
"""
from __future__ import annotations

import re
from decimal import Decimal

from kg.nlp.quantities import units
from kg.relate.changes import Named
from kg.relate.clauses import Slot
from kg.relate.deeds import DEED_FIRST, DONE_LAST, MEASURED, last_deed
from kg.relate.wording import ACT, ACTED, ENDED, HEAD, shorten, split_noun, strip, with_unit, without_head

COMPOUNDS = "省区市?|省份|省市区?|地级?市|县市区?|县区|区县|市县|盟市|州市|旗县"  # several kinds in one word
WHO_DOES = re.compile(  # 近六成|统筹区实现…
    r"[一-龥]{2,12}?(?:实现|完成|开展|达到|建立|建成|纳入|参加|认为|表示|选择|使用|享受|获得|覆盖|设有|配备|具备|开通|实行|推行|拥有|已|将)")
HAPPENS = re.compile("(?:死亡|遇难|身亡|丧生|受伤|失踪|失联|被困|受灾|断电|停电|失业|脱贫|受影响|受益|流离失所|撤离|疏散|返乡|转移|返岗)")
CAUSES = ("造成", "导致", "致", "使", "使得", "仍有", "还有", "令")
ALL_BEFORE = ("包括", "包括了", "中国有", "我国有", "围绕", "针对", "面向", "聚焦", "把", "以", "据", "根据")
ONE_OF = re.compile("([^，的]{2,16})之一(?=$|[的，])")
STANDS_AT = re.compile("(?:[率度]|指数|比重|占比|比例)(?:均|都|已|仍|也|将|一直)*(?:[升降增处位跌]|提[高升]|保持|维持|稳定|达|上升|回升|超)+[到至在于过]?$")
CORPS = "新疆生产建设兵团"
AND_CORPS = re.compile(f"(?<=^省)[和及]{CORPS}(?:的|均|共)?|^[和及]{CORPS}")
LEVELS = re.compile("(?P<kind>[省市县区州地])?(?P<more>[（(](?:自治[区州县]|直辖市|[省市县区州旗]|[、和或])+[）)])")  # 省（自治区、直辖市）
MANY = re.compile(r"^.{6,}等(?=(?:单位|机构|企业|部门|地区|人员)$)")  # 经办机构等单位 → 单位
RATIOS = ("份额", "比例", "比重", "占比", "率")
RATE_FOR = re.compile(  # 以15%的|市占率|紧随其后
    "[一-龥]{0,6}?(?:市占率|占有率|市场份额|得票率|支持率|上座率)(?=位[居列]|紧随|排名?|居|再次|首次|领|当选|获胜|连任|蝉联|胜出|夺得)")
GROUNDS = ("区", "地", "园", "湖", "林", "田", "岛", "湾", "水面", "草原", "湿地", "耕地")  # what has an area
AREAS = ("亩", "公顷", "平方公里", "平方米", "平方千米")
EPITHET = re.compile("(?:各具特色|独具特色|丰富多彩|形式多样|精彩纷呈|琳琅满目|形态各异|不同(?:类型|型号|风格|规格|品种|种类|结构|主题))的(?=[一-龥]{2})")
MODIFIER = re.compile(  # 2架|乌方发射|的导弹, 12项|减轻企业负担|的举措: what is counted stands behind 的
    "(?:载有|隶属于|飞往|流失|减轻|急需|连接|不属于)[^这]{1,12}"
    "|[^这，]{0,12}(?:发射|释放|发表|以[上下]|丰富|完整|分散|巨大|[最度]高|最大|知名|较[少多高大小强]|建造|研发|搭载)")
STATES = (
    "总体|整体|全[部面]|陆续|相继|开始|进入|自[东南西北]|正[值在忙]|喜[获迎]|迎来|基本(?!农田)|长势|即将|丰[收产]在?|开[镰播]|焕发|[还都也均]能|播种|收[割获]|插秧|采收|返青|成熟|得到有效|眼下")
GROWN = re.compile(f"(?<=..)(?:{STATES})")  # what is told of a crop
GROWS = re.compile(f"(?:从|由|还?能|可以?)|(?:已经?|将|均|都|也|现|正|顺利|集中)*(?:{STATES}|获(?:得)?大?丰收)")
CUT_OFF = re.compile("(?<=..)(?:[即喜收现也仍]|眼下)+$")  # of 即将, 喜获, 收获, 现已
COUNTED = re.compile(
    r"[一-龥]{0,10}?(?:人员|渔民|群众|用户|农民|学生|网民|老人|老年人|职工|患者|居民|对象|劳动力|毕业生|党员|干部|教师|医生|游客|旅客|工人|儿童|"
    r"志愿者|村民|市民|民众|平民|难民|灾民|船民|百姓|同胞|银发族|年轻人|雇员|官兵|将士|建设者|劳动者|从业者|采购商|供[货应]商|经销商|入境人士|儿女|"
    r"人民(?![币法政银检])|[国坦牙列兰班度]人(?![民均类])|市场主体|经营主体|人口|军人|师生|乘客|台胞|侨胞|观众|就业岗位|农户|商户|家庭|企业|消费者|残疾人|青年|妇女)"
)
TRANSITIVE = re.compile(
    r"(?:发行|建设|建成|提供|签发|发放|购买|种植|播种|新建|改造|覆盖|投放|收购|铺设|改建|采购|达成|签订|签署|消纳|减排|"
    r"节约)了?$"
)
ALSO = re.compile("(?<=..)(?:[也均]|都(?<!首都))+$")
VOTES = re.compile("的?(?P<who>[一-龥]{1,8}?)(?P<deed>(?:表决|投票)?(?:同意|通过|出席|提议|赞成|签[名字]))")
RATE_OVER = re.compile("[一-龥]{2,24}(?:率|指数|价格|浓度)(?:[同环]比|平均|分别)?(?:为|比|较|[上下]涨|下降|上升)")
WITH_MEASURE = (
    f"(?P<noun>[一-龥]{{0,10}}?(?:{COMPOUNDS}|城市|地区|地方|[省区县](?![级属管直内外域政委])|企业|公司|银行|机构|学校|高校|医院|社区|小区|园区|项目|行业|大类|小类|类别|品种|商品|产品(?!系列)"
    r"|断面|海湾|湖泊|水库|港口|口岸|机场|网点))的?(?P<what>[一-龥]{0,16}(?:[一-龥][率额值]|[^数]量|比例|人数|人次|面积|收入|投资|利润|余额|价格|产能|进出口|增[速幅]))")
MEASURED_OVER = re.compile(  # 24个|城市|保交房交付率超|九成
    f"{WITH_MEASURE}(?:同比|环比|均|分别|平均|合计|累计|共|已经?|实现)*(?:达到?|为|超过?|近|约|突破|增长|下降|上升|提高|降低|占)*")
GROWING = re.compile(  # 23个|行业|增加值|保持同比增长
    f"{WITH_MEASURE}(?P<moves>(?:同比|环比|均|都|实现|保持|呈现?|继续|持续|稳步|正|两位数|以上|较快|快速|不同程度)*"
    "(?:增长|下降|上升|回升|上涨|提高|提升|回落|改善|[超达][过到]两位数|(?:[高低快慢优好]于|超过?|跑赢)全[国省市县区](?:平均)?(?:水平|增速|均值)?))(?:态势|势头)?")
WHOLE_OF = re.compile("(?P<noun>[一-龥]{1,14})[之当其]?中(?:目前|现|已经|已|仅|共|只|就|还|也|均)*有?")  # 41个|大类行业中有|23个…
ALSO_NAMED = re.compile("（[一-龥、]{1,6}）")  # 36个先行城市（地区）
HEADED = re.compile(r"的[^，的]{0,10}(?:标准|比例|价格|补贴|额度|成本|待遇|补助)")
RELATIVE = re.compile(  # 15起|违法生产…的建材, 4000种|具有高危害、…的物质: what is counted stands behind 的
    "(?!对外|在[建线校岗途编职]|以旧|从业|与会)[对由在以与从为按因]|具有|涉及?|涵盖|融合|违法|违规|违反|用于|从事|符合|面向|针对|影响|适合|享受|参加|列入|获得|拥有|来自|承担|位于|经过|不符合|未|已|正在|存在|被|受")
ATTRIBUTE = re.compile(  # 10家|竞争力强|的企业, 20条|促进消费|的措施
    "(?:[一-龥]{2,5}[强高大好优](?=的)|[一-龥]{2,6}(?:[强高大好优低快实]|突出|鲜明|明显|显著|明确|成熟|齐全|先进|领先|稳定|适宜)(?=、)|跨[一-龥]{2}(?=[的、])|[可能][一-龥]{2,6}(?=[的、])"
    "|覆盖(?=[^，的]{4,40}的)|具?有(?=[^，、的]{2,8}的)|[百千万亿]{1,2}级(?=的)"
    "|(?:应用|使用|采用|提振|促进|支持|推动|推进|优化|提升|掌握|熟悉|加强|保障|便利|助力|鼓励|服务|符合|获得|拥有|未)(?=[^，的]{2,24}的))")
DONE_FIRST = re.compile("达到|实现|完成|纳入|建成|参加|通过")
AMONG = re.compile(r"(?:(?:实践)?基础上|范围内|相比|(?<![高初])中有?|内有?|等)$")
HELPING = re.compile(  # between a noun and what it does: 隧道|顺利|贯通, 地区|尚未|开展
    r"(?:成功|顺利|圆满|超额|极大|即将|次第|全都|仅|基本|线上线下|快速|逐步|大幅|稳步|同时|相继|先后|首次|再次|不断|至今|(?<=..)(?:正(?<![修改更纠订公校反真端]正)|仍|还(?<![返归偿]还)|都(?<![首成]都))){1,4}$")
NEGATED = re.compile(r"(?:^|(?<=..))(?:尚未|还?未|(?<!不)不)$")
OFTEN = re.compile("每[天日周月年]$")  # 36家航空公司|每周安排3463班
COUNTED_NEXT = re.compile(r"(?<=[一-龥]{2})\d+[大个项类条种家].*")  # 修复单元 | 17大子项目
NEXT_PLACE = re.compile("(?<=[一-龥]{2})、[一-龥]{2,8}(?:省|市|县|区|州|流域|地区|经济带)$")  # 1440座尾矿库|、黄河流域|360座尾矿库
PREPOSITIONS = ("从", "由", "在", "向", "对", "往", "经")
DESCRIBING = re.compile("让|使(?!用)|令|伴着|身着|手持|历时|一度|竞相|稳稳|正(?=[加转])|日夜|织成|招展|面向|奋斗")
LINES = re.compile("(?:路|道|桥|线|带|廊|堤|坝|渠|段|管网|长城|队伍|龙灯)$")
CARRIERS = re.compile("(?:泊位|码头|轮|船|项目|工厂|设备|机|量|订单)$")  # whose tons are no weight
MEANS = re.compile("(?:通过|利用|依托|借助|运用)$")
IS_ALL = re.compile("^(?:都|均)是(?=..)")  # 近半数 | 都是数字职业
LED_ON = re.compile("(?<=..)了?(?:首批|首次)$")  # 发布了首批 | 300个
LONGEST_MODIFIER, LONGEST_DONE, LONGEST_GOAL = 16, 18, 12
HALF = Decimal("0.5")
HOLDS = re.compile("举行|举办|开?设[有置立]?")
LONGEST_OWNER = 4
LONGEST_ATTRIBUTE = 8
DONE_TO = re.compile("进行了?")
LISTING = re.compile(r"(办理|提供|开展|包括|涵盖)[^，]{1,12}等(?=.)")
HELPED = re.compile(
    r"(?:日前|近日|分别|将|已经?|可以?|均|把|被(?!迫|[毁淹罚捕烧埋困](?:$|[或和、]))|全部|正式|共同|累计|共|直接(?=为)|为[^，]{1,4}(?=办理|提供))+")
SUFFERED = re.compile(  # 5名嫌疑人|因涉嫌诈骗被警方依法|刑事拘留
    "(?:(?:相继|分别|先后|也|均|都){0,2}因[^，。；因被]{2,24})?被(?:[^，。；被]{0,20}?(?:部门|机关|警方|法院|检察院|公安|[管环保安警察务源门产业设]局))?(?:依法依规|依法)?(?=[一-龥]{2}|捕)")
CAME = re.compile("(?:线上|线下|现场)?参[展会赛演]$")
NOT_NOUN = re.compile(
    r"^(?:的情况下|小时|水平|目标|左右|以上|为(?![农民老]服务)|是|达(?!标)|占|以(?!色列|[军方旧])|至|到(?![会场访])|增(?![值量]|长[点极])|减(?![轻负排免灾税碳])|提(?![振案名示])|下降|上升|同比|比(?![赛武特]|利时)|较(?!大)|和(?![平谐])|与(?!会)|及(?!时)|或|等(?!级)|了|，|的$|用于|"
    r"计算|的(?:目标|速度|水平|规模|平均|增速)|记者(?![、和们报参到采出招])|近日|日前|[上下]午(?!茶)|今[天年日]|国家[一-龥]{2,6}局|据(?!点)|扩大|恢复|压减|压缩|缩|降[到至为]|升(?![级降学])|提高|提升|"
    r"下调|上调|大关|关口)"
)


WHERE_DONE = re.compile(  # 在 | 106个 | 社区开展完整社区建设试点
    f"(?P<noun>(?:试点|重点)?(?:{COMPOUNDS}|城市|地区|国家(?!级)|社区|街道|乡镇|园区|[省市县村](?![级域际场])|口岸))"
    r"(?P<deed>(?:开展|设立|推动|推进|推广|启动|实施|建设|建立|布局|推行|部署|培育|打造)了?[^，。的]{2,20})")
AND_OTHERS = re.compile("等(?:首批|第[一二三四五]批|共)?\\Z")
LISTED_PLACES = re.compile(f"(?P<noun>[一-龥]{{0,6}}?(?:{COMPOUNDS}|城市|地区|国家(?!公园)|口岸|港口|国家公园)(?![和与、及]))(?=.{{2}})")
LEVEL_BEHIND = re.compile("(?:超过?|不低于|达到?|突破|高于|低于)$|[率额量]已?$")


def takes_noun(slot: Slot) -> bool:
    """Whether the number stands before the noun that it counts."""
    kind = units().get(slot.quantity.unit, "size")
    if slot.quantity.unit == "%" or not slot.quantity.unit:
        if slot.quantity.unit == "%" and slot.left.endswith("覆盖"):
            return bool(slot.right)
        if not slot.quantity.unit and slot.quantity.value >= 10000 and COUNTED.match(slot.right) and not NOT_NOUN.match(slot.right):
            return True
        if slot.quantity.unit == "%" and not slot.left and DONE_FIRST.match(slot.right):
            return True
        if slot.quantity.unit == "%" and not strip(slot.left) and not NOT_NOUN.match(slot.right) and WHO_DOES.match(slot.right):
            return True
        if not slot.quantity.unit and slot.quantity.value <= 1 and VOTES.match(slot.right):
            return True
        if slot.right.startswith("的") and STANDS_AT.search(slot.left):
            return False  # 新订单指数均升至|55%以上|的较高景气区间
        half = not slot.quantity.unit and slot.quantity.value == HALF and len(split_noun(slot.right)[0]) >= 2
        return (half or slot.right.startswith("的")) and len(slot.right) > 2 and not NOT_NOUN.match(slot.right)
    if kind == "money" and HEADED.match(slot.right):
        return True
    if kind in ("money", "size") and TRANSITIVE.search(slot.left) and slot.right and not NOT_NOUN.match(slot.right):
        return bool(split_noun(slot.right.removeprefix("的"))[0])
    if kind == "size" and slot.right and not NOT_NOUN.match(slot.right) and not MEASURED.search(strip(slot.left)):
        return len(split_noun(slot.right.removeprefix("的"))[0]) >= 2
    if kind not in ("count", "person"):
        return slot.right.startswith("的") and not slot.left and len(slot.right) > 3 and not NOT_NOUN.match(slot.right)
    if slot.quantity.unit in ("个", "处") and slot.right == "目标":
        return True  # 空袭加沙地带约250个目标
    return bool(slot.right) and not NOT_NOUN.match(slot.right)


def with_noun(slot: Slot, left: str, whole: str, chained: bool) -> str:
    """A number before its noun: 开通102项全国服务 → 开通全国服务数; 15所幼儿园将竣工 → 竣工幼儿园数.

    Empty where it only tells over how many places a rate is taken (31个大城市城镇调查失业率为…).
    """
    unit = slot.quantity.unit
    if "被" in slot.right:
        slot = slot._replace(right=SUFFERED.sub("被", slot.right, count=1))
    if unit == "个" and RATE_OVER.match(slot.right):
        return ""
    ratio = unit == "%" or (unit == "" and slot.quantity.value <= 1)
    right = slot.right.removeprefix("的")
    sized = units().get(unit) == "size" and slot.right.startswith("的")
    if sized and (left.startswith("一批") or ACTED.search(left.replace("以及", ""))):
        left = deed[0] if (deed := DONE_LAST.search(left)) else ""  # 可以在这里俯瞰 | 600亩的公园
    right = IS_ALL.sub("", right) if ratio else right
    with_corps = AND_CORPS.search(right) if CORPS in right else None
    right = right[:with_corps.start()] + right[with_corps.end():] if with_corps else right  # 31个省（区、市）|和新疆生产建设兵团|的巡查
    if slot.left.endswith("在") and (where := WHERE_DONE.fullmatch(right)):
        return with_unit(where["deed"] + where["noun"], unit)
    right = right[told.end():] if (told := EPITHET.match(right)) else right
    if ratio and (votes := VOTES.match(slot.right)):
        return f"{votes['deed']}的{votes['who']}比例"
    if ratio and (rate := RATE_FOR.match(right)):
        return rate[0]
    kind, of, thing = right.rpartition("的")
    attribute = len(thing) >= 2 and ATTRIBUTE.match(right)
    kind = kind + of if attribute and len(kind) <= LONGEST_ATTRIBUTE and "、" not in kind else ""
    if attribute:
        right, chained = thing, False
    elif RELATIVE.match(right):
        right = thing if of else slot.rest.removeprefix("的").partition("的")[2] or right
    counts = units().get(unit) == "count" and not slot.left.endswith("的") and _leads_on(slot)
    if counts and (over := MEASURED_OVER.fullmatch(right)):
        level = slot.cut.quantities[slot.last + 1]
        reached = right.endswith("达") and level.unit == "%"
        bounded = level.qualifier and (level.unit == "%" or right.endswith("均"))
        passing = over["what"] + "达" * (not bounded) + level.text if bounded or reached else ""  # 交付率超九成的城市
        also = ALSO_NAMED.match(slot.cut.text, slot.quantity.end + len(over["noun"]))
        return with_unit((left if len(left) <= LONGEST_OWNER else "") + passing + over["noun"] + (also[0] if also else ""), unit)
    if counts and (whole_of := WHOLE_OF.fullmatch(right)):
        return with_unit(shorten(left) + whole_of["noun"], unit)
    listed = LISTED_PLACES.match(right) if AND_OTHERS.search(slot.cut.text, 0, slot.quantity.start) and _leads_on(slot) else None
    if listed and not LEVEL_BEHIND.search(right):
        return with_unit(listed["noun"], unit)  # 甲市、乙市等10个试点城市|新增充电桩23万个
    if units().get(unit) == "count" and (grows := GROWING.fullmatch(right)):
        return with_unit(f"{grows['what']}{grows['moves']}的{grows['noun']}", unit)
    right = NEXT_PLACE.sub("", right) if "、" in right and _leads_on(slot) else right
    noun, verb = split_noun(right)
    if with_corps and right.startswith("省"):
        noun, verb = "省", right[1:].removeprefix("有")  # 31个省（区、市）和新疆生产建设兵团|报告新增病例
    left = "" if left in ALL_BEFORE and "在内" not in slot.right else left
    if not left.startswith("占") and (one := ONE_OF.match(right)):
        return with_unit(left.rpartition("是")[2].removeprefix("作为") + one[1], unit)  # 作为全国|108个|严重缺水城市之一
    if not (unit or ratio) and (people := COUNTED.match(right)):
        noun = people.group()
        if not verb and (happens := HAPPENS.fullmatch(right, len(noun))):
            left, verb = "" if left.endswith(CAUSES) else left, happens.group()  # 暴雨造成|27万|用户|断电
    noun = OFTEN.split(COUNTED_NEXT.sub("", noun))[0] or noun
    ahead = verb and MEASURED.search(verb) and _leads_on(slot)
    if ahead:
        verb = ""  # 16个小类实现营业收入 | 23588亿元
        if slot.left.endswith("的") and len(left) <= LONGEST_MODIFIER:
            return with_unit(left + noun, unit)
    if left == "对" and (not verb or DONE_TO.match(verb)):
        left, verb = "", DONE_TO.sub("", verb, count=1)  # 对35家企业进行处罚
    denied = ""
    if len(noun) < len(right):
        noun = HELPING.sub("", noun)
        if negated := NEGATED.search(noun):
            denied, verb = negated[0], verb or right[negated.end():][:8]
            noun = noun[:negated.start()]
    if MEANS.search(left) and len(noun) >= 2:
        return with_unit(noun, unit)  # 通过 | 68种 | 语言面向全球转播
    if not left and not verb and (len(noun) <= 3 or ratio):
        verb = right[len(noun):]
    noun = ALSO.sub("", AMONG.sub("", noun).removeprefix("的"))
    if "等" in noun and (many := MANY.sub("", noun)) != noun:
        noun, verb = many, verb or ("" if left else right[len(noun):][:12])
    if ratio and noun.endswith(RATIOS):
        return noun
    if "的" in noun and not ratio:
        head, _, tail = noun.partition("的")
        noun = tail if len(tail) >= 2 and MODIFIER.fullmatch(head) else head + tail if len(head) <= 2 else head
    rest = SUFFERED.sub("被", slot.rest, count=1) if "被" in slot.right else slot.rest
    if not unit and HEAD.search(strip(rest)):
        verb = ""  # 30万工人、10万学徒就业率
    elif rest.startswith(noun) and not ahead:
        verb = split_noun(rest)[1] or verb
    verb = "" if sized and verb[:1] in PREPOSITIONS else denied + verb
    if unit in AREAS and len(noun) >= 2 and (grown := GROWN.search(noun) or GROWS.match(verb) or CUT_OFF.search(noun)):
        noun, verb = CUT_OFF.sub("", noun[:grown.start()] if grown.string == noun else noun), ""  # 90万亩|小麦|喜获丰收, 陆续进入收获期
    if not verb and left.startswith("本届") and (came := CAME.search(rest)):
        left, verb = "", came.group()  # 本届博览会|800家|企业携新品线下参展
    verb = LED_ON.sub("", verb) if verb else verb
    verb = LISTING.sub(r"\1", verb) if "等" in verb else verb
    helped = HELPED.match(verb)
    verb = "" if verb.startswith("以及") or ((noun or left) and verb.startswith("组成")) else verb[helped.end():] if helped else verb
    verb = verb[2:].removeprefix("了") if verb.startswith("进行") and len(verb) > 4 and left != "对" else verb
    verb = "" if (len(noun) > 3 and DESCRIBING.match(verb)) or verb in ("为", "是") else verb
    if ratio and len(verb) > LONGEST_DONE and 2 <= len(goal := verb.rpartition("等")[2]) <= LONGEST_GOAL:
        verb = verb[:2] + goal  # 95%的县|达到消除甲病、乙病、丙病等重点传染病目标
    verb = verb if len(verb) <= LONGEST_DONE else last_deed(verb)
    joint = "" if slot.carry else slot.cut.text[slot.quantity.start - 1]
    left = "" if joint == "、" else shorten(left)  # 设置开幕式、主论坛、13个分论坛
    if joint == "和" and (first := DEED_FIRST.match(left) or HOLDS.match(left)):
        left = first[0]  # 举办群众体育赛事和 | 80场文艺展演
    if len(left) > 8 and len(noun) >= 4 and (deed := DONE_LAST.search(left)):
        left = deed.group()
    if left == "覆盖" and unit == "%":
        return f"{without_head(whole)}{left}{noun}比例"
    if chained and "的" in rest and not ratio:  # 编制了31个省、143个片区的清单: the last 的 belongs to all
        shared = rest.split("的", 1)[1][:16]
        return with_unit(left + (noun if shared == noun else f"{shared}的{noun}"), unit)
    if noun:
        acted = left and (ACT.search(left) or not verb)
        left = left if acted or len(left) <= 8 else ""
        name = left + kind + noun if acted else f"{left}{verb}的{noun}" if ratio and verb else left + verb + kind + noun
    else:
        name = left + verb
    if unit in AREAS and not ENDED.search(name):
        return name + "面积"
    if sized and unit in ("米", "公里", "千米") and LINES.search(name):
        return name + "长度"
    if sized and unit.endswith("吨") and name == noun and not CARRIERS.search(name):
        return name + "重量"
    if not (unit or ratio or ENDED.search(name)) and COUNTED.match(right):
        return name + "数"  # 960多万|贫困户
    return name + "比例" if ratio and not ENDED.search(name) else with_unit(name, unit)


def _leads_on(slot: Slot) -> bool:
    """Whether the words behind a number end where the next number begins."""
    following = slot.cut.quantities[slot.last + 1:slot.last + 2]
    return bool(following) and slot.cut.text.startswith(slot.right[-2:], following[0].start - 2)


def of_levels(named: Named, slot: Slot) -> Named:
    """The same with the other levels that stand in brackets behind the one that is counted: 接受考核的省（区、市）数."""
    begin = slot.quantity.end + slot.cut.text.startswith("的", slot.quantity.end)
    hit = LEVELS.match(slot.cut.text, begin)
    kind = (hit["kind"] or slot.quantity.unit) if hit else ""
    last = next((last for last in ("数", "比例") if hit and named.name.endswith(kind + last)), "")
    return named._replace(name=named.name.removesuffix(last) + hit["more"] + last) if hit and last else named


def people_without(told: Named, measure: str) -> bool:
    """Whether people were counted, who have no amount of a case: 抓获嫌疑人7名，涉案金额200万元."""
    return measure.endswith("金额") and units().get(told.unit) == "person"
