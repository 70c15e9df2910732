"""People: a title right before the name, a known leader, a name in foreign letters with its dot, or name and verb of speech twice."""
from __future__ import annotations

import re
from collections import Counter

from kg.lexicon import words
from kg.nlp.canvas import Canvas

HAN = re.compile(r"[一-龥]")
DOTTED = re.compile(r"[一-龥]{1,6}(?:[-－·•・][一-龥]{1,8})*[·•・][一-龥]{1,8}(?:[-－·•・][一-龥]{1,8})*")
AFTER_FOREIGN = re.compile(r"(?:说|表示|称|指出|强调|认为|告诉|宣布|[0-9０-９，。、；（]|在|当|与|和|会|就|对|将|还|也|的|是|一行|发表|举行|致|因|同|呼|介|访|签|出|通|先|女|阁|等|$|\n|”|已|于|曾|抵)")
BLOCKED = frozenset("齐聚 惠誉 单次 单位 单项 强调 介绍 作为 有关 大学 公司 记者 表示 指出 时间 方面 高度 全国 全面 向全 对全 任何 单位 平台 常务 常委 应当 应急 安排 安全 管理 管委 解放 解读 解决 包括 包含 通知 通报 通过 和平 和谐 成员 成立 "
                    "万元 于是 关于 由于 时任 从严 从事 公开 公布 公安 国家 国际 国务 党组 党委 党员 都是 都在 能够 许多 相关 相信 高级 水利 水平 黄河 江苏 江西 云南 海南 广东 广西 宁夏 安徽 贵州 重庆 陕西 山东 山西 湖南 "
                    "项目 计划 计算 文化 文件 文旅 严格 严肃 严厉 经济 卫生 卫健 华为 金融 金额 方案 方法 方向 方式 常年 常态 常见 常规 应该 应对 应用 宗旨 支持 支付 支部 支队 石油 包装 广播 广大 广泛 双方 双双 双重 路径 路线 "
                    "左右 诸多 强化 强烈 强制 农业 农村 农民 马上 易于 明确 明显 明年 明天 查处 查看 权益 权力 养老 养殖 盖章 益民 相对 相当 简化 简称 曾经 曾任 师范 聂荣 冷链 游客 桂林 阳光 元首 平均 平安 齐全 康复 余人 乐于 时代 成为 "
                    "成本 成果 祝贺 梁山 杜绝 童年 林业 田间 干部 干旱 干事 干预 干净 房屋 房地 解除 应邀 丁香 宣传 宣布 单独 洪水 包干 左侧 石化 程序 程度 荣誉 惠民 封闭 段落 巴西 山区 山水 车辆 车站 班子 班长 宁波 武汉 武器 景区 "
                    "龙头 幸福 司法 司机 白天 白皮 蒙古 能源 能力 苍南 双边 党建 谈判 申请 申报 通信 边境 农历 别人 庄严 充分 充足 连续 连接 习惯 容易 向上 向前 古代 终于 居民 步骤 都市 耿直 满足 满意 国防 国内 国民 文明 广场 东部 "
                    "东方 利用 利益 师生 那么 简单 饶有 沙漠 须知 丰富 关注 关键 关心 关系 相互 后续 后来 红十 红色 游泳 权威 公众 公共 公益 公民 公司 公正 公平 万名 万人 万亿 高校 高温 高质 高新 雷达 贺信 安委 安监 常备 黄金 尹始 祁连 "
                    "毛利 米面 成都 戴上 熊猫 纪念 纪检 纪委 屈指 董事 席位 贾汪 江河 童话 颜色 梅雨 盛大 盛会 盛况 徐徐 夏季 夏粮 胡同 凌晨 万众 卢沟 房源 应届 单位 杭州 洪涝 包机 左翼 石家 吉林 龚滩 程控 荣获 曲折 储备 储蓄 段时 富裕 "
                    "巫山 焦点 巴黎 牧区 山体 谷物 车次 全部 全会 全力 全省 全市 全球 全体 全年 班次 秋季 秋粮 伊朗 宫殿 宁静 甘肃 武装 符合 刘家 景气 束缚 叶片 印度 印发 印象 白色 怀疑 索赔 籍贯 赖以 蒙受 池塘 阴雨 能否 双十 闻名 党史 "
                    "贡献 劳动 姬松 扶贫 扶持 扶手 冉冉 桑叶 濮阳 牛肉 寿命 通常 通告 边防 冀中 浦东 尚未 尚需 农机 温度 温室 温暖 别墅 庄稼 晏然 柴油 充电 慕名 连日 连队 茹毛 艾滋 鱼类 容量 向好 易地 慎重 廖化 终端 居住 衡量 步入 耿马".split())
QUOTED_VERBS = ("表示", "认为", "指出", "介绍", "说", "坦言", "告诉记者")
WEAK_TITLE_CONTEXT = re.compile(r"[一-龥]$")
MORE = re.compile(r"[、和与及]")
HONORIFIC = re.compile(r"(?:总书记|同志|先生|女士|主席|总理|院士|教授|总统|首相)")
NO_GIVEN = frozenset("，。、；：！？\n“”‘’《》〈〉—…·（）() 　0123456789０１２３４５６７８９%％")


def find_people(canvas: Canvas) -> None:
    """Find people; each name counts once it has a title or a known bearer, or is told speaking twice."""
    for hit in canvas.longest("Person"):
        if not _longer_name(canvas.text, hit.start, hit.end):
            canvas.add(hit.start, hit.end, "Person", hit.entries[0].name)
    _dotted(canvas)
    named: Counter[str] = Counter()
    titles = sorted(canvas.hits.get("Title", ()), key=lambda hit: (hit.end, hit.start))
    done = -1
    for title in titles:
        if title.end == done:
            continue
        done = title.end
        kinds = {entry.kind for entry in title.entries}
        _after_title(canvas, title.end, kinds, canvas.text[title.start:title.end], named)
    _repeated(canvas, named)


def _longer_name(text: str, start: int, end: int) -> bool:
    """李强 in 李强调 or 李强胜: a known two-character name inside a longer word."""
    return text[start:end] in ("李强", "李希", "王毅", "汪洋", "韩正", "莫迪", "蔡奇") and (
        text[end:end + 2] in ("调研",) and False or text[end:end + 1] in ("调", "胜", "勇", "国", "军", "民", "华", "在一", "恩") and text[end:end + 2] not in ("调研", "国务") or text[start - 1:start] in ("吉", "特"))


def _dotted(canvas: Canvas) -> None:
    """Names with the dot of foreign names; letters outside the transliteration set are cut from both ends."""
    letters = words("translit")
    for hit in DOTTED.finditer(canvas.text):
        start, end = hit.start(), hit.end()
        first = canvas.text.index(hit.group()[re.search("[-－·•・]", hit.group()).start()], start)  # type: ignore[union-attr]
        last = max(canvas.text.rfind(dot, start, end) for dot in "-－·•・")
        begin = first
        while begin > start and canvas.text[begin - 1] in letters:
            begin -= 1
        stop = last + 1
        while stop < end and canvas.text[stop] in letters:
            stop += 1
        for title in canvas.hits.get("Title", ()):
            if begin < title.end < first:
                begin = title.end
        while stop - last > 2 and canvas.text[stop - 1] in "在与于和强因日":
            stop -= 1
        if first - begin >= 1 and stop - last >= 2 and canvas.free(begin, stop):
            canvas.add(begin, stop, "Person", canvas.text[begin:stop].replace("•", "·").replace("・", "·"))


def _after_title(canvas: Canvas, position: int, kinds: set[str], title: str, named: Counter[str]) -> None:
    """The Chinese name, or the names listed, behind a title; else the foreign one behind a foreign title."""
    if canvas.text[position:position + 1] == "兼" or not canvas.free(position, position + 2):
        return
    length = chinese_name(canvas.text, position, weak=title in words("weaktitle"))
    if length and canvas.free(position, position + length):
        name = canvas.text[position:position + length]
        named[name] += 1
        canvas.add(position, position + length, "Person", name)
        after = position + length
        while MORE.match(canvas.text, after):
            more = chinese_name(canvas.text, after + 1, weak=True)
            if not more or not canvas.free(after + 1, after + 1 + more) or canvas.text[after + 1 + more:after + 2 + more] not in ("、", "和", "等", "，", "表", "出", "参", "分"):
                break
            canvas.add(after + 1, after + 1 + more, "Person", canvas.text[after + 1:after + 1 + more])
            after += 1 + more
    elif "foreigntitle" in kinds:
        _foreign_name(canvas, position)


def chinese_name(text: str, position: int, *, weak: bool) -> int:
    """How many characters of a Chinese name stand at the position, 0 if none.

    >>> chinese_name("赵秀竹介绍，", 0, weak=False), chinese_name("李滔说，", 0, weak=False), chinese_name("强调，要", 0, weak=False)
    (3, 2, 0)
    """
    if text[position:position + 2] in words("surname2"):
        family, lengths = 2, (4, 3)
    elif text[position:position + 1] in words("surname"):
        family, lengths = 1, (3, 2)
    else:
        return 0
    if text[position:position + 2] in BLOCKED:
        return 0
    risky = text[position] in words("notsurname")
    for length in lengths:
        given = text[position + family:position + length]
        if len(given) < length - family or any(char in NO_GIVEN for char in given) or not all(map(HAN.match, given)):
            continue
        if length - family == 2 and given[1] in words("namestop"):
            continue
        if length - family == 1 and (risky or given in words("namestop") and given not in "明强军"):
            continue
        if _edge(text, position + length, strict=weak or risky):
            return length
    return 0


def _edge(text: str, position: int, *, strict: bool) -> bool:
    """Whether a name can end here: punctuation, digits, a verb of speech, an adverb."""
    after = text[position:position + 1]
    if not after or after in "，。、；：！？\n”’》）)（(— 　" or after.isdigit():
        return True
    speech = words("speech")
    return any(text[position:position + size] in speech for size in ((4, 3, 2) if strict else (4, 3, 2, 1)) if size <= len(text) - position) or (
        strict and after in "说称在则还也与和")


def _foreign_name(canvas: Canvas, position: int) -> None:
    letters, end = words("translit"), position
    while end < len(canvas.text) and canvas.text[end] in letters and end - position < 8:
        end += 1
    while end - position >= 2 and not AFTER_FOREIGN.match(canvas.text, end):
        end -= 1
    name = canvas.text[position:end]
    if len(name) >= 2 and canvas.free(position, end) and name[:2] not in BLOCKED:
        while len(name) > 2 and name[-1] in "在与于和强因日明":
            name = name[:-1]
        canvas.add(position, position + len(name), "Person", name)


SPEAKING = re.compile(r"(?<=[，。；：！？\n”、])([一-龥]{2,3})(?=(?:表示|认为|指出|介绍|坦言|告诉记者|说)[，：。道])")


def _repeated(canvas: Canvas, named: Counter[str]) -> None:
    """Further mentions of the people found by title, and names told speaking at least twice."""
    names = {canvas.text[span.start:span.end]: span.name for span in canvas.spans if span.type == "Person"}
    speaking = Counter(hit.group(1) for hit in SPEAKING.finditer(canvas.text) if chinese_name(canvas.text, hit.start(1), weak=True) == len(hit.group(1)))
    for name, count in speaking.items():
        if count > 1:
            names.setdefault(name, name)
    for name, full in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        at = canvas.text.find(name)
        while at >= 0:
            if canvas.free(at, at + len(name)):
                canvas.add(at, at + len(name), "Person", full)
            at = canvas.text.find(name, at + len(name))
