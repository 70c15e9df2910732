"""How indicators are worded: links stripped, heads and units added, lists cut, parts put into their whole. Pure functions over words.

Place in the line: below kg.relate.indicators, which decides what they are applied to.
"""
from __future__ import annotations

import re
from functools import cache

from kg.lexicon import any_of, find_forms
from kg.nlp.datewords import numeral
from kg.nlp.quantities import DIVISIONS, units


def letters(pattern: re.Pattern[str]) -> frozenset[str]:
    """The Chinese letters of a pattern but those that it looks for around: where it names all that it matches, that begins and ends with one of them.

    >>> sorted(letters(re.compile("近(?<!附近)|约为?"))) == sorted("近约为")
    True
    """
    return frozenset(re.findall("[一-龥]", re.sub(r"[(][?]<?[!=][^()]*[)]", "", pattern.pattern)))


POSSIBLE = "(?!再生|持续|穿戴|追溯|支配|疑|靠|燃|行(?!驶)|降解|可|口|比|编程|视|信|吸入|移动|出[圃售]|[售耗归])"  # words that begin with 可
PRESENT = "(?![建线职校岗途册编地园研读轨役押售播]|[查办]案|施工程|保客户)"  # and with 在
FRONT = re.compile(
    r"^(?:至此|届时|[本该][届次][一-龥]{2,3}(?:还?将|共|还){0,2}(?=举行|举办|设(?!备)|发布|展出|推动|安排|邀请|吸引|汇聚)|这也?是|(?:最新)?公布的(?=.{4})|(?:到)?为止|(?:该|本财|当|这个|这一)(?:财?季度?|财年|月份?)(?:的|，)?(?=.{2})|同期(?!相比|持平)(?=.{2})|最终(?!消费|产品|用户|需求)|进而|(?:再)?加上(?:(?:此前|之前|前期|提前)已?)?(?=.{2})|包括了?(?![^，]*(?:在内|等$))(?=.{2})|\d{1,2}日(?!均|活|间|常|产|前)(?:晚|夜间|上午|下午|凌晨)?(?:以来)?|像(?:这样的)?(?![素章])|[一二三四五六七八九十两几]{1,2}个?[月年天](?:时间)?里|[一二三四五六七八九十两\d]{1,2}(?:年|个月)内(?=新[增建]|建[成设]|培[育训]|改造|打造|引进)|(?:建成|投产|达产|投用|完工)后|用[一二三四五六七八九十两\d]{1,3}(?:个月|年)(?:左右)?的?时间|省(?:区市|市区)?(?:和|及)新疆生产建设兵团(?:均|已|共|累计)?(?=.{2})|分别|[比例]如|当[月年季](?=同比|环比|净?增|下降)|现(?=将)|现?(?:下达|拨付|安排)你(?:[省市县区局校]|单位|公司)|第[一二三四五六七八九十百零0-9]+条|\d{1,2}(?:[.．、](?!\d)|[)）])|[✍▶▲●■◆★►•]|》(?:明确|规定|提出|要求)了?|(?:省(?:区市|市区|份)?|市|县|区|家|户|名|人)共(?![享建青产同济])|(?:省(?:区市|市区|份)?|市|县|区|家|名)均|前来|前(?![期置端沿海往线肢])|且(?!末)|经(?:初步)?(?:测算|核算|统计|核查|核实|查)(?=.{4})|此前|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九]是|其中|其(?:在?报告期内)?(?:所谓)?的?(?![他它次余间实])|尤其是?|特别是|同时|此外|另外|目前|并(?![网购联轨])且?"
    r"|还(?!款)有?|含(?![量税水氧糖硫磷铁金银有])(?=.{2})|已经?|一?共计|一?共(?![享建产青同济])有?|全国共有|力争|有望|要(?=确保|力争|新[增建开]|建[成设]|完成|实现|达到|改造|培[育训]|打造|引进|发展|创建|开工|治理|修复|[稳保][定持])|确保(?=[一-龥]{4})|能够|能(?=享受|提供|实现)|即(?![时期])|另(?!类)|就(?!业|诊|医|餐|地|近)|我国|全省|全市(?!场)|全区|全县|预计|计划(?!生育|单列)|提出|或者?|不[仅但]|这(?:也|还)?为(?=.{4})|[这那](?:里|片|座|条|家|个|款|台|艘|些)的?$|这(?=.{0,2}$)"
    r"|以及|以[上下](?:的|、)|对(?=[月年季]销售)|及(?!格)|和(?![平谐田])|与(?!会)|而|但|也(?!门)|又|将(?!来)|把(?![手关控门])|于(?![都田洪丹是])(?:、)?|(?:等|多)?地(?=的?部分地区|展开|面临|出现|遭)|可以(?=..)|再[次度]?(?=[取添向])|再[次度](?=..)|竟是?|居然|普遍|仅是?(?![次限需存高低为有一])|都(?=[是可能只适在有])|可能(?!性)(?=..)"
    r"|可(?!用)" + POSSIBLE + "|则|却|是"
    r"|有(?![色机效轨线限关力序价志]|条件的)|到(?![期位账访])|由于?|从(?![业事])|在" + PRESENT +
    r"|按照?(?!揭)|依照|所以|因[此而]|虽然|尽管|让|这?使得|使(?!用)|至少?|于是|、|的|了"
    r"|全国(?=.{0,2}$|已|共|累计)|中(?=[的均还也]|就有|已))"
)
BEHIND = re.compile(
    r"(?:要(?<=[率量额数积例度能产计]要)|能(?<=[入量率额值温度格]能)|会(?<=[将温还也]会)|不能|仍然?|首(?<=[口额量数值入出]首)|皆|首?破(?<=[额量值入数模房资首]破)|普遍|分别|均(?<![平人户亩]均)(?<!^[日月年次周场]均)(?<![^一二三四五六七八九十两几多\d近去上今每全个市现商会首][日月年次周场]均)|都(?<![首成丰于江宜昌花新武]都)|双双|已经?|也|还(?<![归偿返退]还)|仅|只|一?共计?(?<!公共)|累计|合计|总计(?<!资产总计)|约为?(?<![合节公签集]约)"
    r"|将近|近(?<!附近)|就(?<![成造]就)|由(?:原来|过去|最初|此前|以前|原先|现在|目前|平均)(?:的?平均)?|从(?:原来|过去|最初|此前|以前|原先|现在|目前|平均)(?:的?平均)?|占(?<![侵霸]占)|过(?<![通经超不]过)|人民币(?<=..人民币)|折合|介于|继续|正(?<![修更纠订公改校反真]正)|安排(?<=支出安排)|安排(?<=预算安排)"
    r"|报(?<=价报)|发生(?<=(?:事故|案件|火灾|灾害|地震)发生)|现(?<![实出表展呈发体兑变重再闪涌套返贴]现)|平均(?<=[率数量额]平均)|定为|转为|超过?|[位处]于|录得|达(?<![下表传直送抵伟通]达)到?|为(?<![行作]为)|是|有(?<![所拥国私自享持含具特占公民]有)|至|到|由(?<!自由)|从|在(?<![存潜]在)|[由从]同期|稳定|(?:运行|处)[在于]|基本(?<=[价率数量额度]基本)|保持|维持|控制(?<=[率量额度价数比别]控制)|力争|争取|降|增(?<!新增)|升|提升|提高"
    r"|(?:稳步|进一步|持续|快速|大幅|显著|明显|不断|逐[年月步]){1,2}(?:上升|回升|提[高升]|攀升|走高|走低|下降|回落|递[增减])|(?:再次|重新)?(?:[上下]?[涨跌]|(?<![拉收找])回|补|推高)[到至]|(?:下调|上调|蔓延|延长|推高|推升)至|(?:将|已)?(?:变|设定|固定)为|大约|更(?<!变更)(?:是|达)?|进一步|曾经|虽然|却(?<![冷忘退]却)|持续(?<=[率量额值献]持续)|按(?:年率|折合年率|可比口径|不变价)计算|估计(?<=[量模额数]估计)|(?:被?稳稳|稳定|精准地?)控制|或(?<=[值失额量数率幅席计]或)|(?:完成|实现)(?<=[入出额量数值资计别]..)|增长[到至]|增加[到至]|上升[到至]|上涨[到至]|回升[到至]|逐步恢复[到至]|恢复[到至]|减少[到至]|[压缩]减[到至]|压缩[到至]|降低[到至]|延长[到至]|上调[到至]"
    r"|下调[到至]|调整[到至]|拓展[到至]|扩展[到至]|扩围[到至]|推广[到至]|发展[到至]|调整为|变更为|核定为|确定为|最[长短多少]"
    r"|(?:原则上)?不得?(?:超过|[低少高多]于)|不得|缩短|缩(?<=[将已]缩)|下降|扩大|盘中|迅速|[突跌涨]破|高(?<![最新]高)|多|即?将|预计|则(?<![规原法细准守总附]则)|有望|首次|刚刚|历史同期|迈上|跃上|站上|至少|的|了|按|一度|略(?<![战策侵省谋忽]略)|不断|不|可(?<![许认]可)(?:以|能)?|每年|每次|每[天日月周](?<=[数量额次]..)|每(?:人次?|[户亩吨桶升斤台辆套件生名位校村班])(?:每[年月日天学期]{1,2})?|每\d{1,4}(?:公斤|千克|公里)|每(?<=[为达到过至于由从]每)(?:公斤|千克|斤|升|度|股|千瓦时|立方米|平方米|公里|小时|分钟|[天日月秒])|以|用(?<![费使应信利采作占运适专录启通投]用)|应(?<![供响反效适相对呼顺]应))$"
)
LINKS_BEFORE, LINKS_BEHIND = letters(FRONT), letters(BEHIND)
LONGEST_LINK = 8
ACTORS = re.compile(r"^[^，、]{0,12}(?:部门|系统|各地|机关|公安|法院)(?:累计|共计?|已|将)+(?=.{4})")
ACT = re.compile(
    r"(?:发布|推出|印发|出台|签署|新增|调入|设有|形成|建成|开通|推广|新建|打造|制定|培育|引进|组建|成立|清理|整合|吸引|"
    r"完成|遴选|评选|认定|支持|投入|修订|编制|召开|举办|设立|建立|发放|选派|派出)了?"
)
SPANS = re.compile("覆盖|通达|涉及|辐射|经停|途经|抵达|销往|惠及|联通|遍布")  # 覆盖甲省、乙省等21个省
TITLES = re.compile("《[^《》]*》")
IN_ITEMS = re.compile("^在?[^，]{2,24}等[^等、]{0,6}?(?:[上里](?![空海级])|中(?![部央国小]))(?=[一-龥]{2})")  # 射击、游泳等项目上|产生
REPORTED = re.compile(
    r"^.*?(?:决定|宣布|提出|要求|明确|显示|表示|指出|认为|预计|获悉|了解到|介绍|披露|透露|公布|梳理发现|称(?!为)|以实现|力争|确保|计划(?!单列|生育|[^，]{4}$))(?=[^，]{4})(?!书|率|者|号|职|费)")
ENDS = re.compile("(?<=..)(?:圆满|正式|全面|今天|昨天)*(?:结束|开始|启动|落幕|收官|开幕|拉开帷幕|拉开序幕)$")  # 为期62天的全国暑运|结束
AND = ("和", "与", "及")
HEAD = re.compile(
    r"(?:参保人数|报销比例|零售额|销售额|增加值|营业收入|营收|总收入|总支出|用电量|发电量|进出口|收入|支出|结余|余额|人数|人次|数量|总量|总额"
    r"|规模|面积|比例|比重|占比|价格|投资|产量|产值|利润|装机|容量|(?<!再)贷款|存款|进口|出口|数|量|率|额)$"
)
VERB = (  # each begins with a letter, and what must not stand before it is looked for behind it, so that a search leaps from letter to letter
    r"将|已|可(?<![许认]可)" + POSSIBLE +
    r"|全部|均(?<![平人户次日月年]均)(?!衡)|实现|参加|完成|把|购买|达到|享受|提供|参会|参展|"
    r"正式|获(?<![抓捕查截缴破荣斩捞渔收俘]获)得?|进入|投入|纳入|开通|参与|建成|出台|举办|举行|免费|累计|共同(?!体)|一共|共(?<!公共)(?![享和建青产识济性治体])"
    r"|接受(?<!直接受)|通过|使用|启动|开展|入[选围]|入驻|集中(?!式|采购|带量|区)|分布(?!式)|同比|竣工|开工|受益|进行|签约|落地|发起|追发|优先|恢复|"
    r"代缴|兑现|来自|激活|的增加|位居|没有|成为|发生(?<!银发生)(?![率额地前后时量器])(?=..)|出现(?![率频的让])(?=..)|加入|组成(?!人员|部门|部分|单位)|被(?<![棉羽植]被)(?<!毛巾被)(?![困俘])|能够|能(?<![功智性产职节动太技效热可才机潜本核势失储蓄氢光风赋电]能)(?![源力量耗效级])"
    r"|各(?=[给奖获补新安][予励得助增排])|[予得]以|以(?<![予得]以)(?![上下内外来旧军方])"
    r"|在(?<![内潜现存实]在)" + PRESENT +
    r"|认为|为(?<![行作]为)(?![农民老]服务)|从(?!业)|"
    r"向(?<![方面导取意倾走流投志迈定]向)|对(?<![应针相比核校结配面反绝]对)(?![象口接外手标])|由(?<!自由)(?!于)|分别|具体(?!项目|措施|任务|举措|事项|政策|工作)|包括|涉及"
)
LATE_VERB = (  # verbs only behind a noun
    r"展开(?<!发展开)|展示(?<!发展示)(?![活中区馆场])|依托|逐(?=[条一项个])|贯通|完工|开园|拉开|正在|成功(?=[签举落])|通车|开馆|采取|奔赴|前往|安全(?=[越度])|适时|陆续|全力|大规模|做好|得到|建立|给予|记者|承担|打造|推动|推进(?![县区会组])|选择|开始|位于|地处|可以|需要|继续"
    r"|达成|签署|突破|超过|作为|集聚(?![区地])|聚集(?![区地])|接入|上线(?!下)(?<!线上线)|受灾|下沉|进驻|亮相|齐聚|汇聚|围绕|助力|增产(?![技措行])|减产|丰收|取得|展出|出席|报名"
    r"|竞相|织成|角逐|招展|作业于|大面积(?=停)|构建|签订(?!率)|划拨|宣誓|遍布|诚邀|核发|伴着|日夜|处于|接到|施展|正(?=加[紧快])|正(?=转场)|稳稳|悬挂(?!式)|列入|手持"
    r"|日前|近日|计划(?=[每于在今明新投])|一度|让(?<!转让)(?<!出让)(?=[百群人孩老游村居更农大])|身着|出动|失去|云集|历时|发表(?!的)|通达(?![率性工])|抵达|奋斗"
    r"|增加(?=[到至])|扩大(?=[到至])|增长(?=[到至])|拓展(?=[到至])|扩展(?=[到至])|发展(?=[到至])|增至|扩至|增到|降至|减至|同步|率先|按照|迎来|携(?![程手])|居(?=[全世国省首前第])|排名|排在|位列|领跑|编造|挪用|骗取|冒领|明确|涵盖|聚焦|吸引(?!力)|构成(?![要比])|广泛|每天|每(?=[一二三四五六七八九十])|驰骋|翱翔|推开(?=[到至])|面向|进一步|完全(?=[闭停])|经(?=[一-龥]{2,10}口岸)|现场(?![会招评检咨活])|纷纷|更是"
)
ACTED = re.compile(VERB)
NO_NOUN = re.compile(  # 10人 | 直接参与, 55个 | 仍留在当地
    "正|仍?[留聚坐站停]|围坐|居住|生活|驻扎|安置|直接|选择|转变|表达|成功|临时|尚未|率先|首次|线[上下]|[未不现并即]|刚刚|需要|全面|共同|主动|自愿|积极")
GOES_ON = re.compile("(?<=[一-龥]{4})(?:在" + PRESENT + "|不仅|将|已)")  # 论坛|在上海举行
ACTED_LATE = re.compile("|".join(f"{verb}(?<=[一-龥]{{2}}{verb.partition('(')[0]})" for verb in LATE_VERB.split("|")))
DONE_ONCE = re.compile("了(?<=[一-龥]{4}了)(?!解)")
ENDED = re.compile(r"(?:数|量|率|额|规模|人次|面积|比例|比重|占比|增速|降幅|增幅|水平|标准|成本|时间|时长|期限|期|人口)(?:[日月年次周场]均)?$")
OWNER = re.compile(r"(?:全[国省市县区]|我国|住户(?!部门)|[一-龥()（）]{2,8}?(?:[省市县区州]|辖内|部门|单位|公司|集团|银行|保险))(?:全[国省市县区])?(?:全体)?")
WHO = re.compile("(?:人员|居民|旅客|游客|群众|学生|职工|国人|企业|用户)$")
HALF_WORDS = "业务"  # 服务|业实际使用外资
PARTS_SHARED = re.compile("(?P<first>东)、(?P<next>中)(?:、|和)(?P<last>西)部|第一、二、三产业")  # 东、中、西部地区
OF_KIND = re.compile("^[一-龥]{0,6}?(?:产品|行业|领域|商品|产业|地区|品种|材料|市场|能源|国家|设备|装备)(?=[一-龥]{2,8}$)")  # A、B和C等新产品产量
NOUNS = ("车道", "床位", "标准箱", "席位", "站点", "航次", "门店", "学时", "课时")  # units that are nouns
GROUPS = ("队伍", "家庭", "商户", "企业")  # nouns behind the measure word of a unit
BOTH = re.compile("产销(?P<what>[量额]?)$")  # 汽车产销分别完成…和…
TOWN_AND_COUNTRY = re.compile("([^、和与及]*)城乡([^、和与及]+)")  # 城乡低保标准分别提高到…和…
INDEX = re.compile("(?:指数|[A-Z]{3})$")
ADDS = re.compile("(?<=..)对[^，、]{2,20}的?(?:贡献率|影响|拉动)$")
TAKING_TIME = ("办结", "办理", "审批", "流程", "反馈", "检测", "通关", "登记", "注册")
FARM_WORK = ("秋收", "收获", "夏收", "麦收", "机收", "收割", "秋种", "夏种", "春播", "夏播", "秋播",
             "播种", "插秧", "栽插", "播栽", "移栽", "育秧", "春耕", "采收", "三夏")
FULFILS = re.compile("完成[^，完]{0,6}(?:预算|目标|任务|计划)$")
PROGRESS = ("完成", "整改", "执行")
PAID_OUT = re.compile("办理|发放|安排|下达|拨付|投入|支付")
SPANNING = re.compile("[及和与、]")
TRADE = re.compile("(?:进出口|出口|进口)[总值额量]{0,2}$")
LONGEST_TAIL = 4  # letters of a short item to which the tail of the last is lent
LONGEST_SHARED, LONGEST_MEASURE, LONG_REST = 6, 3, 4
SUMMED = re.compile(  # 广东、山东|两省|GDP
    "(?P<last>[一-龥]{2,8}?)(?P<count>[两二三四五六七八九])个?(?:省份?|市|县|区|国|地|州|城市|国家|地区)的?(?P<what>[^级、]{2,})")
GO_ON = ("业务", "期限")  # words that begin with the letter in which the items of a list end
MEASURE_ENDS = frozenset("量额数率值入出次")
CAPACITY = re.compile("(?<=..)(?:新增)?(?:装机|并网|库)容量$")
CASES = re.compile("(?<=..)[起件宗]数$")
JOINT = re.compile(  # words with which that begins which the items of a list share
    "快递|业务|产业|使用|保险|利用|参保|类|商品|国家|案件|消费|[网线][络上下]|股权|行业|警情|装机|[客货]运|进出口|[进出]口|销售|等行业|[内外]?贸|吞吐|地区|企业|发电|用电"
    "|总[量额值]|实际|平均|均价|物流|采购|营收|以上|统筹|资产|通过|指标|排放|服务业|制造业|学校|医院|机构|贷款|存款|价格|综合|有效|合格|覆盖|贸易|[生播]产|播种|与")
LASTING = re.compile(  # 这是该部开展的第3次专项行动，为期6个月
    "(?:专项|集中|系列|大型|试点)*(?:行动|活动|试点|计划|整治|治理|培训|比赛|大赛|展览|调水|休渔|任务|访问|监测)")
REACHED = re.compile("(?:以内|之内|内)?(?:即可|便可|就可以?|就能|即|可)?(?:通达|可达|直达|到达|抵达|互达)(?=[，。；、]|$)")
GOES_TO = re.compile("(?:可?(?:直达|通达|抵达|到达)|可?到(?![账货位期达]))[一-龥、]{2,16}?(?=$|[，。；])")
COURSE, COURSED = re.compile("的(?:[^，]{1,40}的)?(?P<what>[^，的]{2,14}(?:培训|教育|学习|实习))$"), re.compile("(?:开展|接受|参加|组织|进行|完成)[^，]{0,8}$")
PEOPLE = re.compile(r"(?:人|员|者|民|工|群众|生|户|师|家庭|对象|代表)$")


def strip(words: str) -> str:
    """The words without links and adverbs at both ends.

    >>> strip("其中医保参保率稳定在")
    '医保参保率'
    """
    words = words.rpartition("包括")[0] if "在内" in words[-3:] else words  # 包括甲市、乙市在内的
    while words and (words[0] in LINKS_BEFORE or not "一" <= words[0] <= "龥") and (hit := FRONT.match(words)):
        words = words[hit.end():]
    while words and words[-1] in LINKS_BEHIND and (hit := BEHIND.search(words, max(0, len(words) - LONGEST_LINK))):
        words = words[:hit.start()]
    return words.strip("，、；： ")


def trim(words: str) -> str:
    """A long left side without the report that leads it in: 央行宣布，决定下调基准利率 → 下调基准利率."""
    return strip(ACTORS.sub("", REPORTED.sub("", words))) if len(words) > 10 else words


def shorten(left: str) -> str:
    """The verb before a number and its noun, without titles, without long subjects and without the list that 等 closes."""
    if "》" in left:
        behind = left.rpartition("》")[2].removeprefix("中")
        left = behind if len(behind) >= 3 else TITLES.sub("", left)
    left = IN_ITEMS.sub("", left) if "等" in left else left
    listed = left.endswith(("等", "方面", "、", "等领域", "等行业", "等地"))
    acts = list(ACT.finditer(left)) or (list(SPANS.finditer(left)) if listed else []) if len(left) > 2 else []
    if left.count("、") >= 3 and not acts:
        return ""
    if listed or len(left) > 14:
        if acts:
            return acts[-1].group().removesuffix("了") if listed else left[acts[-1].start():][:14]
        return "" if listed else re.split(r"已|将|共同|共(?![享建识济青]|产(?!生))|累计|可|了|[、和]|在|对|以", left)[-1]
    return left


def split_noun(words: str) -> tuple[str, str]:
    """A noun and the verb that follows it: 幼儿园将竣工交付 → 幼儿园, 将竣工交付; the verb alone where it stands first: 直接参与比赛."""
    words = words.partition("之一—")[0]  # 150项|重大水利工程之一——甲工程
    acted = next((hit for hit in ACTED.finditer(words) if words[hit.start() - 1:hit.start()] not in AND or hit.start() < 3), None)  # 生产和使用
    end = acted.start() if acted else len(words)
    late = hit.start() if (hit := ACTED_LATE.search(words)) else end
    late = min(late, done.start() - 2) if (done := DONE_ONCE.search(words)) else late
    if late < end:
        return words[:late], ""
    return ("", words) if NO_NOUN.fullmatch(words, 0, end) else (words[:end], words[end:])


def without_head(name: str) -> str:
    """The subject of an indicator: 基金总收入 → 基金."""
    return HEAD.sub("", name).removesuffix("总") or name


def with_unit(name: str, unit: str) -> str:
    """The name with the noun that its unit asks for: 参会 (人) → 参会人数."""
    kind, unit = units().get(unit, ""), unit.replace("（次）", "次")
    if unit == "%" and name.endswith(FARM_WORK):
        return name + "进度"
    if unit == "%" and (name.endswith(PROGRESS) or FULFILS.search(name)):
        return name + "比例"
    if name.endswith("标准") and kind == "count":
        return name + "数"
    if not name or ENDED.search(name):
        return name
    if unit.endswith("次") and len(unit) > 1 and kind in ("person", "count"):
        return name + unit
    if unit.endswith("次") and kind == "count":
        return name + "次数"
    if unit == "人口":
        return name + unit
    if unit in DIVISIONS:
        return f"{name}的{DIVISIONS[unit]}数"
    if unit in NOUNS:
        return name + unit + "数"
    if unit[1:] in GROUPS:
        return name.removesuffix(unit[1:]) + unit[1:] + "数"  # 27支队伍 | 参赛
    if unit == "小时" and name.endswith("利用"):
        return name + "小时数"
    if units().get(unit) == "money" and name.endswith(("销售", "消费", "交易", "融资")):
        return name + "额"
    if kind == "time" and name.endswith(TAKING_TIME):
        return name + "时间"
    if kind == "person":
        return name + ("数" if PEOPLE.search(name) else "人数" if unit in ("人", "名", "位") else "数")
    return name + "数" if kind == "count" else name


def term_name(left: str, right: str, unit: str = "年", before: str = "") -> str:
    """The name of a term from the words around it and the clause before: 确保1年内完成合同用量 → 完成合同用量期限; empty when the left words name it.

    >>> term_name("开展为期", "的志愿服务"), term_name("提前", "申请备案"), term_name("有效期为", "")
    ('志愿服务期限', '提前申请备案时间', '')
    >>> term_name("为期", "", "个月", "这是该部第3次专项行动"), term_name("两地间", "即可通达", "小时")
    ('专项行动期限', '两地间通达时间')
    >>> term_name("实现", "到省会机场", "分钟"), term_name("每年接受", "的安全知识、操作技能的集中培训", "小时")
    ('到省会机场时间', '集中培训时长')
    >>> term_name("经过", "改革探索"), term_name("经过", "的试运行", "个月")
    ('改革探索期限', '试运行时间')
    """
    if left.endswith("为期") and right.startswith("的时间"):
        return "期限"
    if left.endswith("为期") and right.startswith("的"):
        return ENDS.sub("", GOES_ON.split(right[1:33], maxsplit=1)[0]) + "期限"
    if left == "为期" and not right and (events := LASTING.findall(before)):
        return f"{events[-1]}期限"
    if left == "经过" and (course := split_noun(right.removeprefix("的"))[0][:10]) and len(course) >= 2:
        return course + ("期限" if unit == "年" else "时间")
    if left.endswith("为期") and not right:
        return strip(left[:-2])[-24:] + "期限"
    if unit in ("小时", "分钟") and left and REACHED.match(right):
        return strip(left.removesuffix("实现")) + "通达时间"
    if unit in ("小时", "分钟") and (way := GOES_TO.match(right)) and len(left) <= LONGEST_TAIL:
        return strip(left.removesuffix("实现").removesuffix("确保")) + way[0] + "时间"
    if (taught := COURSE.match(right)) and COURSED.search(left):
        return taught["what"] + "时长"
    if left.endswith("连续") and right:
        return strip(left[:-2])[-22:] + "连续" + right[:12] + unit.removeprefix("个") + "数"
    if not right or right[0] in "的后前、":
        return ""
    if left.endswith(("签订", "签署", "签")) and (paper := re.match("(?:期限)?(?:的)?([一-龥]{0,6}?(?:合同|协议))", right)):
        return f"签订{paper[1]}期限"
    if left == "提前":
        return f"提前{right[:12]}时间"
    return right[:14] + "期限" if left in ("", "确保", "力争", "应", "应当", "须", "保证", "要") else ""


@cache
def _joined_industries() -> re.Pattern[str]:
    """The industries of GB/T 4754 whose names have marks or words of a list in them."""
    return re.compile(any_of("joined_industry"))


def split_items(words: str, size: int) -> list[str]:
    """The items of a list when there are as many as numbers: 、 first, then 和 and its like; an industry whose name has such marks is one.

    >>> split_items("采矿业和电力、热力、燃气及水生产和供应业", 2)
    ['采矿业', '电力、热力、燃气及水生产和供应业']
    """
    if (joined := _joined_industries().findall(words)) and "\0" not in words:
        names = iter(joined)
        return [re.sub("\0", lambda _: next(names), item) for item in split_items(_joined_industries().sub("\0", words), size)]
    if size == 3 and "、" in words:
        words = PARTS_SHARED.sub(lambda hit: "东部、中部、西部" if hit["first"] else "第一产业、第二产业、第三产业", words)
    if size == 2 and (both := BOTH.search(words)):
        return [words[:both.start()] + half + (both["what"] or "量") for half in "产销"]
    if size == 2 and (both := TOWN_AND_COUNTRY.fullmatch(words)):
        return [f"{both[1]}{half}{both[2]}" for half in (("城镇" if both[2].startswith("居民") else "城市"), "农村")]
    words = re.sub(r"等?三?三项|等?[两三四五六][大项](?:主要)?指标$|等$", "", words)
    for pattern in (r"、", r"、|以及|和(?!国)|与|及(?!其)"):
        items = [item for item in re.split(pattern, words) if item]
        if len(items) == size:
            return [strip(item) for item in items]
    parts = re.split(r"、", words)
    if len(parts) == size - 1:
        for joint in ("以及|和|与", "及"):  # 仪器设备及仪器仪表制造业|和|航空航天器制造业
            last = re.split(joint, parts[-1], maxsplit=1)
            if len(last) == 2 and all(last):
                return [strip(item) for item in (*parts[:-1], *last)]
    return []


def share_tail(items: list[str]) -> list[str]:
    """Short items with the tail of the last, or short last items with the subject of the first.

    >>> share_tail(["养老", "失业", "工伤保险参保人数"])
    ['养老保险参保人数', '失业保险参保人数', '工伤保险参保人数']
    >>> share_tail(["基本医疗保险基金总收入", "总支出"])
    ['基本医疗保险基金总收入', '基本医疗保险基金总支出']
    >>> share_tail(["广东", "山东两省GDP"]), share_tail(["杭州", "温州GDP"])
    (['广东GDP', '山东GDP'], ['杭州GDP', '温州GDP'])
    >>> share_tail(["餐饮业", "软件业", "仓储和邮政业生产指数"])
    ['餐饮业生产指数', '软件业生产指数', '仓储和邮政业生产指数']
    """
    if items[0].startswith("对") and TRADE.search(items[-1]):
        items = [item if item.startswith("对") else "对" + item for item in items]  # 对东盟、欧盟进出口
    if (adds := ADDS.search(items[-1])) and not any("对" in item for item in items[:-1]):
        return [*(item + adds[0] for item in items[:-1]), items[-1]]  # 消费、投资、净出口|对经济增长的贡献率
    if all(INDEX.search(item) for item in items):
        return items
    first, last = items[0], items[-1]
    if (several := SUMMED.fullmatch(last)) and numeral(several["count"]) == len(items):
        return [item + several["what"] for item in (*items[:-1], several["last"])]
    if len(place := place_before(last)) < len(last) and all(place_before(item) == item for item in items[:-1]):
        return [*(item + last[len(place):] for item in items[:-1]), last]
    if len(last) < len(first) and HEAD.search(first):
        return [first, *(item if len(item) > LONGEST_SHARED else _beside(first, item) for item in items[1:])]
    head = HEAD.search(last)
    core = last[:head.start()] if head else last
    if head and all(HEAD.search(item) for item in items[:-1]):
        return items
    if head and core and all(item[-1] == core[-1] for item in items[:-1]):
        return [*(item + head.group() for item in items[:-1]), last]
    if head and len(items) == 2 and core != first and core.startswith(first):
        return [first + head.group(), last]  # 工业和工业技术改造投资
    if not head and all(item[-1] == last[-1] for item in items[:-1]):
        return items  # 研究生、本科毕业生
    if (tail := last.rpartition("的")[2]) != last and HEAD.search(tail):
        return [*(item + tail for item in items[:-1]), last]  # 太阳能电池、新能源汽车、锂离子蓄电池的|出口额
    ending = last.rfind(first[-1]) + 1
    ending -= last.startswith(GO_ON, ending - 1)
    ending += first.endswith("保") and last.startswith("险", ending)  # 职工医保、居民医保和大病保险|基金支出
    if 2 <= ending < len(last) and all(item[-1] == first[-1] for item in items[:-1]):
        return [*(item + last[ending:] for item in items[:-1]), last]
    hit = re.match(r"^(.{1,12})等(.{2,})$", last)
    if hit:
        return [item + OF_KIND.sub("", hit[2]) for item in (*items[:-1], hit[1])]
    cut = min(len(core), min(len(item) for item in items[:-1]))
    whole = cut > LONGEST_TAIL or any(len(item) > len(core) for item in items[1:-1])  # 教育、社会保障和就业、卫生健康|支出
    if head and len(core) - cut == 1 and len(core) > 3:
        cut -= 1  # no tail of half a word
    if head and (SPANNING.search(core, cut) or whole):
        return [*(item + head.group() for item in items[:-1]), last]  # 太阳能电池、工业控制计算机及系统|产量
    tail = _whole_words(last, cut, head.group() if head else "") if cut > 0 else ""
    return [*(item + tail for item in items[:-1]), last]


def place_before(words: str) -> str:
    """The longest known place with which words begin."""
    known = [words[start:end] for start, end, entries in find_forms(words) if start == 0 and any(entry.type in ("Division", "Place") for entry in entries)]
    return max(known, key=len, default="")


def _beside(first: str, item: str) -> str:
    """A measure told beside another of the same thing: 批发市场进货量、|交易量 → 批发市场交易量; one of a thing of its own keeps only whose it is.

    >>> _beside("全省铁路货运量", "水路货运量"), _beside("道路事故起数", "死亡人数")
    ('全省水路货运量', '道路事故死亡人数')
    """
    if (at := first.find(item[:2])) > 0:
        return first[:at] + item
    if cases := CASES.search(first) or CAPACITY.search(first):
        return first[:cases.start()] + item
    if item.startswith("总") or len(item) <= LONGEST_MEASURE:
        return first[:-len(item)] + item if first[-1] in MEASURE_ENDS else without_head(first) + item
    owner = OWNER.match(first)
    return (owner[0] if owner else "") + item


def _whole_words(last: str, cut: int, head: str) -> str:
    """What the items of a list share at the end of the last, from where a word begins: 类商品|零售额, |销售收入, and where none does the head alone."""
    start = next((hit.start() for hit in JOINT.finditer(last, cut)), -1)
    rest = len(last) - len(head) - cut
    return last[start:] if start >= 0 else last[cut:] if rest >= LONG_REST else head


def splice(whole: str, part: str) -> str:
    """The part put into the name of its whole; where both end alike the part keeps only whose the whole is.

    >>> splice("新增水电并网容量", "常规水电"), splice("海口市工业增加值", "制造业增加值")
    ('新增常规水电并网容量', '海口市制造业增加值')
    """
    own, whose = HEAD.search(part), HEAD.search(whole)
    if not whole or (own and not (whose and own.group() == whose.group())):
        return part
    if PAID_OUT.match(part):
        return part  # 新增减税降费及退税，其中|办理留抵退税
    best = ""
    for start in range(len(part)):
        for end in range(start + 2, len(part) + 1):
            if part[start:end] in whole and end - start > len(best):
                best = part[start:end]
    if not best or best == part or not part.endswith(best):
        return part
    before, _, behind = whole.partition(best)
    if SPANNING.match(behind):
        return part  # 企业、个体工商户 with 上市企业 in it
    if WHO.search(before) and WHO.search(part.removesuffix(best)):
        return part + behind  # 保障中外人员出入境人次, 其中|内地居民出入境
    if behind and len(part) > len(best) + 1 and best[0] not in HALF_WORDS:
        return before + part + behind
    owner = OWNER.match(before)
    return (owner[0] if owner else "") + part + behind
