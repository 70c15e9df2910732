"""Documents printed without 《》: the title of a notice itself, and names behind a verb of issuing."""
from __future__ import annotations

import re
from collections.abc import Iterator

from kg.nlp.canvas import Canvas, Span
from kg.nlp.local_organs import place_before
from kg.nlp.titles import DATA, kind_of, plain

VERB = re.compile(
    "制修?[定订]了?|修订完善|批复|印发了?|出台了?|编印了?|抓好|加强|发布了?|落实|修订了?|公布了?|起草了?|实施|签署了?|通过|审议|公开|(?<!事业)编制(?:完成|实施)?|修编")
STOP = frozenset("，。；：！？\n“”《》（）()")
VAGUE = re.compile(
    r"^(?:相关|有关|配套|完善|内部|具体|一系列|各|本|该|了|多项|多个|系列|专项|年度|的|个|其|(?!20\d\d年)\d|一|新的|新版|新一轮|我国首|、|和|与|总投资|全省|等|相应|涵盖|包含)|"
    r"[的等]$|一系列|实现|汇报|重要论述|[\d多几]个|平台启动|(?:指引|指南|办法|细则|方案|规定|培训)、"
)
TITLE = re.compile(
    r"^[^，。；：！？\n《》]{2,60}(?:的通知|的公告|的通告|的通报|的意见|的决定|的批复|的(?:复函|函|指导意见|实施意见)|的若干(?:政策)?(?:措施|意见)|的(?:政策)?措施|条例|办法|方案|规定|细则|规则|规程|准则|章程|的?解释)"
    r"(?:[（(](?:试行|暂行|[^（）()\n]{0,8}修[订正]版?)[）)])?$", re.M
)
RULES = ("规定", "细则", "规则", "规程", "准则", "章程")
CARRIES_OUT = ("实施细则", "实施办法", "实施条例", "实施规定")
SHORTEST = 8  # letters of a title of what does not begin with 第一条
FIRST_ARTICLE = re.compile("^(?:第一条|第一章总则)", re.M)
AROUND = re.compile(
    r"[^，。；：！？\n《》]{0,60}关于[^，。；：！？\n《》]{0,40}《[^\n]{4,80}》[^，。；：！？\n《》]{0,30}的?(?:通知|公告|通告|通报|意见|决定|批复|复函|函|规定)"
    r"|[^，。：；！？\n《》]{2,24}(?:印发|转发[^，。：；！？\n《》]{2,40})《[^\n]{4,80}》的通知"
    r"|[一-龥、 　]{1,40}(?:部|局|委|院|厅|办|会|府|室|司|行|署|部门|单位)关于[^，。：；！？\n《》]{4,80}的"
    "(?:通知|公告|通告|通报|意见|决定|批复|复函|函)")  # around a known name
SENT_OUT = re.compile(
    r"[^《》\n]{0,80}?关于(?:联合)?(?:印发|发布|公布)(?:实施)?(?P<name>(?:[^，。；《》“”\n]|“[^”\n]{1,20}”){5,70}?)的(?:通知|公告|函)")
JOINTS = re.compile("[和及与、](?=[^和及与、]{4})")
COUNTED = re.compile(r"\d{1,3}个|[两三四五六七八九十]{1,3}[个项]|有关|相关|部分")
ENACTED = re.compile(  # 制定本方案, 编制本规划, 特制定如下政策措施
    "(?:制[定订]|编制|提出)(?:本|如下|以下)(?:若干|政策|实施|行动|工作)*(?P<kind>方案|计划|规划|意见|措施|办法|细则|规定)(?=[。，：])")
BULLETIN = re.compile(r"[^，。；：！？\n《》]{4,40}(?:统计公报|政府工作报告)")
HEAD = 400  # letters in which a document's number stands
FULL = 10  # letters of a title that means nothing else
OWN = re.compile("本(?:条例|办法|规定|细则|规则|方案|意见|通知|规划|章程|指南|规范|公告|通告|决定|规程|法(?![院人律治官庭定务]))")
NUMBERED_NOTICE = re.compile(  # behind whose it is: 海关总署公告2024年第68号, 海关总署2024年第68号公告
    r"(?:公告|通告)(?:（)?20\d\d年(?:）)?第\d{1,4}号|20\d\d年第\d{1,4}号(?:公告|通告)")
NUMBER_LINE = re.compile(r"^[（(]?([一-龥]{1,8}[〔\[（(【]\d{4}[〕\])）】]\d{1,4}号|20\d\d年第\d{1,4}号)[)）]?$", re.M)
ABOUT = re.compile(
    r"(?:(?:印发|发布|出台|下发|制定|公布|转发)(?:实施)?了?|转发了?[一-龥]{2,14}?)(关于[^，。；《》\n]{4,44}?的(?:通知|意见|公告|决定|指导意见|实施意见|若干(?:政策)?措施|规定|通告|声明|倡议书?))(?=[，。、；])"
)
ORDER = re.compile(  # 发布|规范某行为的通知
    r"(?:印发|发布|下发)了?((?:进一步)?(?:规范|加强|优化|完善|做好|促进|支持|推进)[^，。；《》\n]{4,44}?的(?:紧急|补充)?(?:通知|意见|公告|指导意见|实施意见|通告))(?=[，。、；])")
AGREED = re.compile(  # 共同签署|甲乙驾驶证互认换领协议, not what is signed with many (与15个国家签署…合作备忘录)
    r"(?:^|[，。；\n])(?![^，。；\n]{0,60}?(?:[0-9余等]多?[个家份项国]|多[家国个]|[三四五六七八九十]国|尽早|应直?接?签|希望|推动|而非))[^，。；\n]{0,60}?签署了?"
    r"(?P<name>(?!合作|战略合作|一系列|系列|有关|相关|实施|一批|多[份项]|(?!20\d\d)\d)[^，。；：、《》“”\n的了]{6,44}"
    r"(?:协议|协定|议定书|备忘录))(?=[，。；\n])", re.M)
UNNAMED = re.compile(
    r"(?:发布|印发|下发)了?(通知)，(?:明确|部署|就)了?([^，。；：！？\n“”《》]{6,36}?)"
    r"(?:(?:作出|作了|提出|进行)?(?:全面|专门)?(?:部署|安排|要求)(?:相关|有关|具体)?(?:工作|任务)?)?(?=[，。；])"
)
AGAIN = re.compile(r"(?:根据|按照)通知，|(?:^|[。，\n])通知(?:明确|要求|提出|指出|强调|称|规定)")
# How what is issued begins.
ISSUED = re.compile(
    r"(?:印发|发布|出台|下发|制定|公布|转发)(?:实施)?[了的]?"
    r"(?:关于|进一步|规范|加强|优化|完善|做好|促进|支持|推进|通知，|全国|20|上半年|前三季度|[一二三四]季度|全年|前?\d)")
QUOTED = re.compile(r"(“[^”\n]{2,20}”(?:读本|手册|白皮书|蓝皮书|报告))")
PUBLISHED = re.compile(
    r"(?:发布|公布)(?:的|了)?((?:全国|第[一二三四五六七八九十]{1,3}次|20\d\d年|上半年|前三季度|[一二三四]季度|全年|前(?:\d{1,2}|[二三四五六七八九十]{1,2})个?月|(?:\d{1,2}[—-])?\d{1,2}月份?)[^，。；《》\n]{6,30}?"
    r"(?:信息|(?<!评审)(?<!评选)(?<!考核)(?<!遴选)结果|情况|报告|公报|白皮书|蓝皮书|(?:统计|主要|基本)数据))(?=显示|和|、|，|。)"
)
KIND = "(?:目录|名录|清单)"
CATALOGUES = re.compile(  # of an official document: 动态更新|有毒有害大气污染物名录、有毒有害水污染物名录
    "(?:制定|修订|公布|发布|更新|印发|列入|纳入|编制|完善|按照|拟订)(?:[并、]?(?:适时|及时|定期|动态){0,2}(?:公布|发布|更新|调整|修订|实施|优化)|了){0,3}"
    f"(?P<names>(?:(?!{KIND})[^，。；：、《》\n]){{3,24}}{KIND}(?:、(?:(?!{KIND})[^，。；：、《》\n]){{3,24}}{KIND}){{0,5}})(?!管理|制|之|外|内|中的|以|式)")
MADE_BY = re.compile(
    f"(?:^|[。；，])(?:第[一二三四五六七八九十百零0-9]{{1,6}}条)?(?P<names>(?:(?!{KIND})[^，。；：、《》\n]){{4,24}}{KIND})"
    "(?=由[^，。；\n]{4,24}?(?:制定|公布|拟订|发布))", re.M)
CATALOGUE = re.compile(
    f"(?:[^、]{{0,24}}?(?:制定|公布|发布)的|[^、]{{0,24}}?(?:计划|办法|标准|{KIND})[和与及]|首批|第[一二三四五六]批|本地区)?(?P<name>[^、]{{4,24}}{KIND})")
LISTS = re.compile("(?:权力|责任|任务|问题|服务|事项|证明|项目|企业|工作|材料|收费)清单$")  # of no force
ENCLOSURES = re.compile(  # 附件：1.某改革事项清单, 2.某目录 in lines of their own
    r"^附件\d?[：:](?:1[.．、])?[^\n]{6,60}(?:\n\d{1,2}[.．、][^\n]{6,60})*$", re.M)
ENCLOSURE = re.compile(
    r"^(?:附件\d?[：:])?(?:\d{1,2}[.．、])?(?P<name>[^\n]{4,58}"
    r"(?:方案|办法|细则|规程|指南|标准|规范|规划|计划|制度|要点|措施|准则|意见|目录|名录|清单))$", re.M)
CONGRESS_REPORT = re.compile("党的([一二三四五六七八九十]{1,3})大报告")
INQUIRY_REPORT = re.compile(
    r"(?:[公发]布|批复|批准|通报|印发|(?<=[，。；：、\n和与])|^)了?"
    r"(?P<name>(?:(?![公发]布|批复|批准|通报|印发)[^，。；：、和与《》\n的了]){4,44}(?:重大|较大)[^，。；：、《》\n]{0,10}事故调查报告)", re.M)
LAID_REPORT = re.compile(  # before an assembly: 审议国务院关于就业工作情况的报告
    r"(?:听取|审议|讨论|[所作]的|作了)[^，。；：、“”《》\n]{0,30}?(?P<name>关于(?![^，。；“”《》\n]{0,40}关于)(?:[^，。；：“”《》\n]|《[^《》\n]{4,40}》){4,60}?"
    r"(?:(?:情况|预算|决算|结果)的报告|的(?:审计)?工作报告))")
RESOLVED = re.compile(  # by an assembly: 表决通过了关于批准某规划的决议
    r"(?:通过|批准)了?(?P<name>关于(?!接受|免去|撤销|任命|追认|[^，。；“”\n]{0,60}关于)[^，。；“”\n]{4,60}?的(?:决定|决议))(?:[（(]草案[)）])?(?=[，。；、\n])")
OF_COUNCIL = re.compile(r"(?<=安理会)(?P<number>第\d{3,4}号决议)")
CASES = re.compile(
    r"(?:发布|公布|通报)(?:了|的)?(?P<name>(?!\d|[一二三四五六七八九十]批|一[批起]|相关|有关|上述|专项|工作|多[批起])(?:[^，。；：、\n《》“”的并了]|“[^“”\n]{2,8}”){4,36}典型案例)(?=[，。；、\n（]|显示)")
GOVERNMENT_REPORT = re.compile("政府工作报告")
CABINET = "国务院"
YEAR_BEFORE = re.compile(r"20\d\d年\Z")
POLLUTION = re.compile("(?:(?:大气|水|土壤|噪声)[、和])+(?:大气|水|土壤|噪声)(?P<end>污染防治行动计划)")  # titles that share their end
POLLUTED = re.compile("大气|水|土壤|噪声")
FIVE_YEAR_PLAN = re.compile(
    "(?:(?<![一-龥”])|(?<=国家)|(?<=[我中]国)|(?<=[施定成入到在是的据照与和对好过现行及]))“(十[一二三四五六]五)”规划(?!纲要|建议|期|编制|项目库|[》”]|[一-龥]{0,8}[方预]案)")
FIELD_PLAN = re.compile(  # “十四五”服务贸易发展规划
    "“十[一二三四五六]五”(?!规划|时期|期间|以来|末|事业)[^，。；：《》、“”的和了\n]{3,20}?规划(?!纲要|建议|编制|期|项目|建设|布局|[》”]|[一-龥]{0,8}[方预]案)")
MEASURES = re.compile(  # 推出|服务保障高质量发展26条措施
    r"(?:出台|推出|发布|公布|印发|制定)(?:实施)?了?(?P<name>(?!总体|其中|\d)[^，。；：、《》“”\n]{6,28}?的?\d{1,2}条(?:政策)?(?:措施|举措))(?=[，。；、\n])")
PLAN = re.compile(  # 印发|学习教育规划, 发布了|某台人工智能发展白皮书
    r"(?<![将制])(?:印发|发布)了?(?:我国)?(?P<name>(?![实和并]|一份|多个|最新|新一|相关|有关|20\d\d年第|\d{1,3}[处个项])(?:(?!中标|业绩|销售|首个)[^，。；：、“”《》（）的了\n]){5,26}"
    r"(?:(?<!专项)规划|(?P<data>白皮书|蓝皮书)|指南))(?=[，。；和\n])")
YEARLY = re.compile(r"(?:(?:国务院|全国人大常委会)?20\d\d年度?立法(?:工作)?计划|(?:20\d\d年)?中央一号文件)(?![》”])")


def find_bare_titles(canvas: Canvas) -> None:
    """Find titles that stand without brackets."""
    enacts = FIRST_ARTICLE.search(canvas.text) is not None
    for hit in TITLE.finditer(canvas.text, 0, 200):
        title = hit.group()
        rule = plain(title).endswith(("条例", "办法", *RULES)) if enacts else title.endswith(("条例", "办法")) and not VERB.search(title)
        named = ("关于" in title or rule) and (enacts or len(title) >= SHORTEST)
        around = enacts and not hit.start() and title.endswith(CARRIES_OUT)  # a known law and what carries it out: 甲条例|实施细则
        if named and (around or canvas.free(hit.start(), hit.end())) and not title.startswith(("第", "一、")):
            canvas.add(hit.start(), hit.end(), "Publication" if DATA.search(title) else "Regulation", plain(title))
    _title_around(canvas)
    _sent_out(canvas)
    _numbered_notices(canvas)
    _own_title(canvas)
    _again(canvas)
    _shared_end(canvas)
    _known_by_kind(canvas)
    if enacts or NUMBER_LINE.search(canvas.text, 0, HEAD):
        _enclosures(canvas)
        _catalogues(canvas)
    for head in canvas.longest("Head"):
        _behind_verb(canvas, head.start, head.end)
    issued = ISSUED.search(canvas.text)
    for pattern, type in ((ABOUT, "Regulation"), (ORDER, "Regulation"), (PUBLISHED, "Publication"), (QUOTED, "Publication"))[0 if issued else 3:]:
        for hit in pattern.finditer(canvas.text):
            if canvas.free(hit.start(1), hit.end(1)):
                canvas.add(hit.start(1), hit.end(1), type, hit.group(1))
    if issued:
        _unnamed_notice(canvas)


def _known_by_kind(canvas: Canvas) -> None:
    """Reports and plans of which each body or year has one: the report to a congress, to a people's congress, on an accident; five-year plans."""
    text = canvas.text
    found: list[tuple[int, int, str, str]] = []
    if "报告" in text:
        found += [(*hit.span(), "Publication", f"中国共产党第{hit[1]}次全国代表大会报告") for hit in CONGRESS_REPORT.finditer(text)]
        found += [(*hit.span("name"), "Publication", hit["name"]) for hit in (INQUIRY_REPORT.finditer(text) if "事故调查报告" in text else ())]
        found += [(*hit.span("name"), "Publication", hit["name"]) for hit in (LAID_REPORT.finditer(text) if "的报告" in text or "工作报告" in text else ())]
        found += _government_reports(canvas)
    if "典型案例" in text:
        found += [(*hit.span("name"), "Publication", hit["name"]) for hit in CASES.finditer(text)]
    if "决议" in text or "的决定" in text:
        found += [(*hit.span("name"), "Regulation", hit["name"]) for hit in RESOLVED.finditer(text)]
        found += [(*hit.span(), "Regulation", "联合国安理会" + hit["number"]) for hit in OF_COUNCIL.finditer(text)]
    if "五”" in text:
        found += [(*hit.span(), "Regulation", f"“{hit[1]}”规划纲要") for hit in FIVE_YEAR_PLAN.finditer(text)]
        found += [(*hit.span(), "Regulation", hit[0]) for hit in FIELD_PLAN.finditer(text)]
    if "条措施" in text or "条举措" in text or "条政策" in text:
        found += [(*hit.span("name"), "Regulation", hit["name"]) for hit in MEASURES.finditer(text)]
    if "签署" in text:
        found += [(*hit.span("name"), "Regulation", hit["name"]) for hit in AGREED.finditer(text)]
    plans = {hit.end(): hit for hit in PLAN.finditer(text)} if "印发" in text or "发布" in text else {}
    found += [(*hit.span("name"), "Publication" if hit["data"] else "Regulation", hit["name"]) for hit in plans.values()]
    if "立法" in text or "一号文件" in text:
        found += [(*hit.span(), "Regulation", hit[0]) for hit in YEARLY.finditer(text)]
    for start, end, type, name in found:
        if canvas.free(start, end) or "《" in name or (end in plans and canvas.free(end - 3, end)):  # around what it is about
            canvas.add(start, end, type, name)


def _enclosures(canvas: Canvas) -> None:
    """What an official document encloses by name, where the name stands on a line of its own."""
    text = canvas.text
    listed = ENCLOSURES.search(text) if "附件" in text else None
    for name in sorted({hit["name"] for hit in ENCLOSURE.finditer(text, *listed.span())}) if listed else ():
        for hit in re.finditer(rf"(?:^|[：:.．、]){re.escape(name)}$", text, re.M):
            if canvas.free(hit.end() - len(name), hit.end()):
                canvas.add(hit.end() - len(name), hit.end(), "Regulation", name)


def _catalogues(canvas: Canvas) -> None:
    """Catalogues and lists that an official document has made, changed or applied, wherever it names them."""
    lists = (*CATALOGUES.finditer(canvas.text), *MADE_BY.finditer(canvas.text)) if re.search(KIND, canvas.text) else ()
    for name in sorted({hit["name"] for told in lists for hit in CATALOGUE.finditer(told["names"]) if not LISTS.search(hit["name"])}, key=len, reverse=True):
        at = -1
        while (at := canvas.text.find(name, at + 1)) >= 0:
            if canvas.free(at, at + len(name)):
                canvas.add(at, at + len(name), "Regulation", name)


def _shared_end(canvas: Canvas) -> None:
    """The plans against pollution that one end serves: 大气、水、土壤污染防治行动计划."""
    for hit in POLLUTION.finditer(canvas.text) if "污染防治" in canvas.text else ():
        titles = [(each.start(), each[0] + hit["end"]) for each in POLLUTED.finditer(canvas.text, hit.start(), hit.start("end"))]
        for start, title in titles if canvas.free(*hit.span()) else ():
            canvas.add(start, hit.end(), "Regulation", title)


def _government_reports(canvas: Canvas) -> Iterator[tuple[int, int, str, str]]:
    """The report on the work of a government that is named before it, with its year: 2024年某省|政府工作报告."""
    text = canvas.text
    for hit in GOVERNMENT_REPORT.finditer(text):
        place = place_before(canvas, hit.start())
        begin = hit.start() - len(CABINET) if text.endswith(CABINET, 0, hit.start()) else place[0] if place else -1
        if begin >= 0:
            year = YEAR_BEFORE.search(text, max(0, begin - 5), begin)
            begin = year.start() if year else begin
            yield begin, hit.end(), "Publication", text[begin:hit.end()]


def _title_around(canvas: Canvas) -> None:
    """A headline that is the title of a notice and holds another title in 《》 (某局关于印发《某办法》的通知), that of a bulletin, or that of a
    plan whose text says that it is one (特制定本方案)."""
    end = canvas.text.find("\n")
    if end > 0 and BULLETIN.fullmatch(canvas.text, 0, end) and canvas.free(0, end):
        canvas.add(0, end, "Publication", canvas.text[:end])
    if end > 0 and AROUND.fullmatch(canvas.text, 0, end):
        canvas.add(0, end, "Regulation", canvas.text[:end])
    title = canvas.text[:max(end, 0)]
    enacted = ENACTED.search(canvas.text, end) if end > SHORTEST and not STOP.intersection(title) - set("（）()") else None
    if enacted and plain(title).endswith(enacted["kind"]) and canvas.free(0, end):
        canvas.add(0, end, "Regulation", title)


def _sent_out(canvas: Canvas) -> None:
    """What the headline tells a notice to send out, without marks: 甲省人民政府关于印发|甲省碳达峰实施方案|的通知, 乙计划和丙办法."""
    hit = SENT_OUT.fullmatch(canvas.text, 0, max(canvas.text.find("\n"), 0))
    begin = hit.start("name") if hit else 0
    for end in (*(joint.start() for joint in JOINTS.finditer(canvas.text, *hit.span("name"))), hit.end("name")) if hit else ():
        name = canvas.text[begin:end]
        if kind_of(name) == "Regulation" and len(name) >= SHORTEST and not COUNTED.match(name):
            if not any(span.start == begin and span.end == end for span in canvas.spans):
                canvas.spans.append(Span(begin, end, "Regulation", name))
            begin = end + 1


def _numbered_notices(canvas: Canvas) -> None:
    """Announcements by their number, behind the bodies that make them (甲总局、乙部公告2024年第5号): another name for a title that stands
    right before, in the line above or outside the bracket."""
    titles = {span.end: span.name for span in canvas.spans if span.type == "Regulation"}
    longest_last = sorted(canvas.hits.get("Agency", ()), key=lambda hit: -hit.start)  # 国家|税务总局
    bodies = {hit.end: hit.start for hit in longest_last}
    for number in NUMBERED_NOTICE.finditer(canvas.text):
        start = end = number.start()
        while start in bodies:
            end, start = bodies[start], bodies[start]
            if canvas.text[start - 1:start] in ("、", "和") and start - 1 in bodies:
                start -= 1
        if end < number.start() and canvas.free(end, number.end()):
            before = canvas.text[:end].rstrip("（(》\n")
            canvas.add(end, number.end(), "Regulation", titles.get(len(before), canvas.text[end:number.end()]))


def _unnamed_notice(canvas: Canvas) -> None:
    """发布通知，明确X, where the article goes on to quote the notice: a document named by what it is about."""
    hit = UNNAMED.search(canvas.text)
    if hit and canvas.free(hit.start(1), hit.end(1)) and AGAIN.search(canvas.text, hit.end()):
        canvas.add(hit.start(1), hit.end(1), "Regulation", f"关于{hit.group(2)}的通知")


def _own_title(canvas: Canvas) -> None:
    """In a notice or law, its document number and 本条例, 本办法 mean the regulation that the headline names."""
    end = canvas.text.find("\n") if "\n" in canvas.text else len(canvas.text)
    own = next((span for span in canvas.spans if span.type == "Regulation" and span.start <= 1
                and (span.end == end or (span.end < end and canvas.text[span.end] == "（"))), None)
    if not own:
        return
    for hit in NUMBER_LINE.finditer(canvas.text):
        canvas.add(hit.start(1), hit.end(1), "Regulation", own.name)
    for hit in OWN.finditer(canvas.text):
        if canvas.free(hit.start(), hit.end()) and (own.name.endswith(hit.group()[1:]) or f"{hit.group()[1:]}20" in own.name):
            canvas.add(hit.start(), hit.end(), "Regulation", own.name)


def _again(canvas: Canvas) -> None:
    """The full title of a document told in 《》, printed once more without them, or without its edition, too (…三年行动计划发布)."""
    told = sorted((span for span in canvas.spans if span.type in ("Regulation", "Publication")),
                  key=lambda span: canvas.text[span.start:span.end] == span.name)  # the one in force rather than an older 某办法（2011年）
    titles = {title: span for edition in (plain, str) for span in told for title in [edition(canvas.text[span.start:span.end])]}
    for title, span in sorted(titles.items()):
        at = canvas.text.find(title) if len(title) >= FULL else -1
        while at >= 0:
            if canvas.free(at, at + len(title)) and canvas.text[at - 1:at] != "“":
                canvas.add(at, at + len(title), span.type, span.name)
            at = canvas.text.find(title, at + len(title))


def _behind_verb(canvas: Canvas, start: int, end: int) -> None:
    """Walk left from a head to the verb of issuing, or to the title before it in a list."""
    text, left = canvas.text, canvas.reach(start, 48, STOP)
    verbs = list(VERB.finditer(text, left, start))
    if verbs:
        begin = verbs[-1].end()
    elif text[left:left + 1] in ("、", "和") and any(span.end == left and span.type == "Regulation" for span in canvas.spans):
        begin = left + 1
    else:
        return
    for earlier in canvas.hits.get("Head", ()):
        if begin < earlier.start and earlier.end < start and text[earlier.end] in "、和":
            begin = earlier.end + 1
    name = text[begin:end]
    if name.endswith("专项规划") and text.endswith("编制", 0, begin):  # what is to be drawn up, not what has been
        return
    if 8 <= len(name) <= 44 and not VAGUE.search(name[:-4]) and canvas.free(begin, end):
        canvas.add(begin, end, "Regulation", name)
