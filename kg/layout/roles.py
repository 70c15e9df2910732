"""Tells what a line or paragraph is by its own words: dateline, source line, byline, credit, furniture … One ordered table."""
from __future__ import annotations

import re
from functools import cache

from kg.layout.terms import terms
from kg.lexicon import words

NAMES = r"[\u4e00-\u9fff·]{2,4}(?:[ 、，,][\u4e00-\u9fff·]{2,4})*"
DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
AGENCY = r"(?:新华社|本报|中新社|中新网|人民网|新华网|央视网|中国网|光明网|经济日报|人民日报|[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|早报|商报|都市报|新闻网))"

DATELINE = re.compile(
    rf"^(?=[^电讯消报]{{0,32}}[电讯消报])"                                   # or it is none at all
    rf"(?:{AGENCY}(?:[\u4e00-\u9fff]{{2,8}})?(?:{DAY})(?:电|讯)"          # 新华社北京3月21日电
    rf"|{AGENCY}(?:讯|消息)(?:（[^）]{{0,30}}）)?[：:]?"                     # 羊城晚报讯, 央视网消息（新闻联播）：
    rf"|(?:据)?{AGENCY}(?:报道|消息)[，：:]"
    rf"|[\u4e00-\u9fff]{{2,8}}{DAY}电)")
ADDRESS = re.compile(r"^(?:各[\u4e00-\u9fff、，（）()]{2,160}|[\u4e00-\u9fff]{2,12}(?:厅|局|委|部|政府)[\u4e00-\u9fff、，（）]{0,40})：$")
SOURCE = re.compile(r"^(?:[\u4e00-\u9fff]{2,12}(?:报|网|社|台|客户端|公众号)(?:20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?)|[\u4e00-\u9fff]{2,20}20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}:\d{2}(?::\d{2})?|20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?\d{1,2}:\d{2}(?::\d{2})?\|?(?:来源[：:].{1,30})?|(?:发布|发表|更新)(?:时间|日期)[：:].{6,20}|(?:时间|日期)[：:][\d\-/.年月日:]{6,20}|[（(]?(?:文章|稿件|信息|本文|原文|消息)?来源[：:于].{1,40}|据《[^》]{2,20}》(?:报道)?|[（(]据[^）)]{2,30}[）)])$")
NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
DOCNO = re.compile(r"^(?:令|第\d{1,2}号|[\u4e00-\u9fff]{1,12}[〔［\[（(]\d{4}[〕］\]）)]第?\d{1,5}号|[（(]?\d{4}年第?\d{1,4}号[）)]?|[\u4e00-\u9fff、]{2,24}(?:公告|通告)\d{4}年第\d{1,4}号"
                   rf"|[（(]?\d{{4}}年{NUMBER}月{NUMBER}日[^。，；]{{0,60}}(?:公布|发布|通过|批准|施行|修订|修正)[）)]?"  # the lines under the title of a law
                   r"|[（(—－-]{1,3}\d{4}年\d{1,2}月\d{1,2}日在[^。，；]{4,60}上[）)]?"  # and of a report to an assembly
                   r"|(?:索引号|主题分类|主题词|发文机[关构]|成文日期|标题|发文字号|发布日期|发布机构|有效性|公文种类)[：:].{1,80})$")  # the card of a web page
ENCLOSURE = re.compile(r"^附(?:件(?:\d|[：:]|$)|[：:])")
IMPRINT = re.compile(r"^(?:抄送|抄报|报送|发送|呈[报送]|分送|主送|[报送发])[：:].|^[（(]?共印\d{1,4}份[）)]?$|^[\u4e00-\u9fff]{2,30}\d{4}年\d{1,2}月\d{1,2}日印发$")
DATE = re.compile(rf"^[（(]?\d{{4}}(?:年{NUMBER}月{NUMBER}日|(?:-\d{{1,2}}-|/\d{{1,2}}/|\.\d{{1,2}}\.)\d{{1,2}})[）)]?$")
SIGNER = re.compile(
    r"^[\u4e00-\u9fff（）、 ]{2,24}(?:(?:厅|局|委|部|院|府|会|办|署|行|办公室|中心|总队|残联|妇联|工商联|科协|团中央|总公司)|(?:部|局|省|市|县|区|行|署|审计|检察|院)长[ 　]?[\u4e00-\u9fff]{2,4})$")
LEADER = re.compile(r"^(?:自治[区州])?代?(?:[部局省市州县区署行]长|主[任席]|总理|审计长|检察长)[：:]?[\u4e00-\u9fff·]{2,12}$")  # who signs a decree: 市长李某某
LABELLED = re.compile(  # whom to ask, and who met where
    r"^(?:联系人|联系电话|联系方式|咨询电话|举报电话|电话|传真|电子邮[箱件]|邮箱|邮编|网址|地址|时间|主题|地点|发布人|主持人?|出席(?:人员|嘉宾|领导)?|参会人员|参加人员?|列席(?:人员)?|缺席(?:人员)?|记录人?|会议(?:时间|地点)|嘉宾)[：:].")
ATTENDS = re.compile(r"^[\u4e00-\u9fff、]{2,40}(?:[部局司厅处署院校会组所行]长|主任|主席|书记|负责人|发言人|专员|秘书长|委员|教授|研究员)[\u4e00-\u9fff·]{2,4}$")  # one of them
ASKED = re.compile("(?:[问答]|记者问|[一-龥]{0,16}记者)[：:]")
BYLINE = re.compile(
    rf"^(?:□.*|[■●▲]?(?:文/?图?[/：:])?(?:{AGENCY}|本刊|见习|实习|特约|驻[\u4e00-\u9fff]{{1,4}})*(?:首席|全媒体|驻[\u4e00-\u9fff]{{1,4}})?(?:记者|通讯员|评论员|撰稿)[：:]?(?:{NAMES})?(?:通讯员{NAMES})?"
    rf"|[（(](?:记者|作者|编辑|责编|责任编辑|通讯员)[^）)]{{2,80}}[）)]|[（(][\u4e00-\u9fff]{{2,4}}[）)]|(?:责任编辑|编辑|责编|作者|校对|审核|撰文)[：:].{{2,30}})$")
NOT_BYLINE = re.compile(r"获悉|了解|报道|采访|从|在|了|表示")
CREDIT = re.compile(r"(?:新华社发|新华社记者|新华社|本报记者|[\u4e00-\u9fff]{2,6}[报社网]记者|资料图片|通讯员|记者)[\u4e00-\u9fff\s、（）]{0,16}(?:摄|作|供图|制图|绘|图)(?:（[^）]*）)?$|^(?:图片?来源|图为|摄影)[：:]?.{0,30}$")
CREDIT_BEGINS, CREDIT_ENDS = "图摄", "摄作图绘）"
CREDIT_END = re.compile(r"[。！？\s][\u4e00-\u9fff]{2,4}摄(?:[（(][^）)]{0,12}[）)])?$")
CONTINUED = re.compile(r"^[（(]?[上下紧](?:接|转)(?:第)?.{0,8}版.{0,8}[）)]?$")
CLOSING = re.compile(r"^[（(]?(?:新华社|中新社|中新网|人民网)[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?$")
SHARED = "微信好友|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|朋友圈|复制链接|人人网|豆瓣"
BUTTONS = (  # of a web page, in a line of their own
    r"(?:(?:当前|所在|您的|您现在的|您所在的)位置[：:])?(?:网站)?(?:首页|主页)[>＞»›→/][^，。]{1,60}"
    rf"|分享(?:到|至|本文)?[：:]?(?:{SHARED}|更多){{1,8}}|(?:{SHARED}){{2,8}}"
    r"|(?:(?:阅读(?:量|数)?|浏览(?:量|次数)?|在看|点赞|收藏|评论|分享|转发|点击(?:数|量)?)[：:]?\d[\d.,]*[万wW]?[+条次]?){1,4}"
    r"|(?:我要|发表|网友)评论|我要纠错|听新闻|语音播报|扫码(?:阅读|关注|下载|查看)[^，。]{0,20}|点击[上下左右][^，。]{0,16}关注[^，。]{0,10}|长按[^，。]{0,20}(?:关注|识别)[^，。]{0,10}")
RIGHTS = re.compile("版权所有(?![者人权])|ICP备")
FURNITURE = re.compile(rf"^(?:{BUTTONS}|"
                       r"[-—*_=·~]{3,}|[-—]{1,2}\d{1,3}[-—]{1,2}|第?[\dA-Z]{1,3}版|[（(]?(?:\d{4}年)?第\d{1,8}期(?:[（(]总第?\d{1,6}期[）)])?[）)]?|.{2,24}(?:编印?|编发|主编)[ 　]?\d{4}年\d{1,2}月\d{1,2}日|.{2,30}主办|本版.*|农历.{2,24}|第\d{3,6}号|今日(?:共)?\d{1,3}版|(?:国内统一(?:连续出版物|刊)号|邮发代号|国内统一刊号)[：:]?.{2,30}|责任?编辑?[：:].*|[（(]本文有删[改减节][）)]|[（(]?此件(?:公开|主动公开|依申请公开)发?布?[）)]?|目录|\d{4}年\d{1,2}月\d{1,2}日星期.*|【?字[号体][：:].{1,30}|[|【】\[\]打印关闭分享收藏本页窗口到]{2,24}|[上下]一篇[：:].*|扫一扫.{0,30}|(?:[^，。]{0,80}，)?正文：)$")
INTRO = re.compile(r"^(?:央视网消息|央视新闻)(?:（[^）]{0,20}）)?[：:]?$")
MEMBER = re.compile(  # 成员：丁某某　国务院副秘书长; 成员：丁某某（省财政厅厅长）、王某（省水利厅副厅长）
    r"^(?:[\u4e00-\u9fff]{2,6}[：:])?[\u4e00-\u9fff·•]{2,12}\s[\u4e00-\u9fff、（）]{3,42}$"
    r"|^[\u4e00-\u9fff]{2,6}[：:][\u4e00-\u9fff]{2,4}（[^（）]{2,40}(?:长|主任|书记|主席|委员|负责人)）(?:、?[\u4e00-\u9fff]{2,4}（[^（）]{2,40}）){0,40}[、。；]?$")
CHAPTERS = (  # of an emergency plan, as the guide to their making sets them
    "总则|附则|主要任务|任务分工|组织(?:指挥)?(?:体系|机构)|指挥体系|处置力量|预警|监测|信息报[告送]|应急(?:响应|处置|保障|准备|救援)|响应|后期处置|综合保障|保障措施|恢复重建|灾后|预案管理")
NUMBERED = re.compile(rf"^(?:(?!3[.．]15)\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}(?=[一-龥（Ⅰ-Ⅳ])(?![万亿元个家人%])|\d{{1,2}}[一-龥]{{0,4}}(?:{CHAPTERS})[一-龥]{{0,8}}$|" r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、．](?:(?!\d)|(?=20\d\d年))|（\d{1,2}）|第[一二三四五六七八九十百零\d]{1,6}[章节条]|[A-HＡ-Ｈ](?=[\u4e00-\u9fff\d“])|[①-⑩])")
CONTINUES = re.compile(  # 过去一年, 着力提升, 与会 begin a paragraph of their own
    r"^[，。；：、！？”’）》」』%％]"
    r"|^(?:了|着(?![力眼手重火装陆])|过(?![去程渡境往年节])|的(?!确)|等(?![级待额])|和|与(?!会|此|去年|上年|往年|以往)|及(?![时早])|或(?!许))(?![\u4e00-\u9fff]{0,3}[解得谐平睦])")


ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("intro", INTRO), ("source", SOURCE), ("continued", CONTINUED), ("closing", CLOSING), ("docno", DOCNO), ("enclosure", ENCLOSURE), ("date", DATE),
    ("imprint", IMPRINT), ("member", MEMBER), ("label", LABELLED),
    ("credit", CREDIT), ("byline", BYLINE), ("furniture", FURNITURE),
)


@cache
def title_ends() -> tuple[str, ...]:
    """How the titles of official documents end."""
    return tuple(sorted(words("regulation_head")))


LONGEST = 90  # letters of a line that has a role by its words
ANY = re.compile("|".join(f"(?:{pattern.pattern})" for role, pattern in ROLES if role != "credit"))


def role_of(text: str) -> str:
    """Role of a short line by its words, or ``""`` where they tell nothing.

    >>> role_of("来源：人民日报"), role_of("□新华社记者彭韵佳吴思"), role_of("新华社发程硕作"), role_of("记者从省财政厅获悉")
    ('source', 'byline', 'credit', '')
    """
    if len(text) <= LONGEST and text.strip("\u3000 ") in terms("columns"):
        return "column"
    if text.startswith(terms("feet")):
        return "furniture"
    if "摄" in text and CREDIT_END.search(text):
        return "credit"
    if len(text) > LONGEST:
        return ""
    if RIGHTS.search(text):
        return "furniture"
    if 2 <= len(text) <= 3 and text[0] in words("surname") and all("\u4e00" <= letter <= "\u9fff" for letter in text):
        return "byline"
    credited = text[-1:] in CREDIT_ENDS or text[:1] in CREDIT_BEGINS
    if not credited and not ANY.match(text):
        return ""
    for role, pattern in ROLES:
        if (credited or role != "credit") and pattern.search(text) and not (role == "byline" and NOT_BYLINE.search(text.lstrip("（(□"))):
            return role
    return ""
