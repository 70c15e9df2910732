"""Members of a body, one on each line: what they are in it (on the first such line), their name, and the post they hold (成员：丁某某　国务院副秘书长),
or several with their posts in brackets (成员：丁某某（省财政厅厅长）、王某（省水利厅副厅长）).

Place in the line: the lines that kg.layout has kept apart -> names of people and of central bodies -> kg.relate.posts.
"""
from __future__ import annotations

import re

MEMBER = re.compile(
    r"^(?:(?P<role>[一-龥]{2,6})：)?(?P<name>[一-龥]{2,4}|[一-龥]{1,5}[·•][一-龥]{1,6})[ \u3000\t](?P<post>[一-龥、（）]{3,42})$", re.M)
ITEM = r"[一-龥]{2,4}（[^（）\n]{2,40}）"
BRACKETED = re.compile(rf"^(?:(?P<role>[一-龥]{{2,6}})：)?{ITEM}(?:、?{ITEM}){{0,40}}[、。；]?$", re.M)
BRACKETED_MEMBER = re.compile("(?P<name>[一-龥]{2,4})（(?P<post>[^（）\n]{2,40})）")
ADDRESSED = re.compile(r"^([一-龥]{2,4}?)(?:委员|代表|副主席|副委员长)(?=等?[一-龥]{0,6}[：:]$)", re.M)
LABELLED = re.compile(r"^(?:自治[区州])?[部局省市州县区署行]长[：:]([一-龥]{2,4})$|^(?:自治区)?主[任席][：:]([一-龥]{2,4})$", re.M)
RESUME = re.compile(  # 张某某，男，1965年生，现任; 此前担任甲局局长的|李某|已任
    r"(?:^|(?<=[。；：、，“历的月日]))(?:而|其中)?([一-龥]{2,4}?)(?<!族)"
    r"(?=则?(?:，[男女]，|(?:，|系[^，。；]{2,14}，)?(?:19\d\d年[\d月]*出?生|出生[于在]|曾[任担]|[历出]任|早年在|此前(?:分别)?[为任担])"
    r"|(?:已|改|从[^，。；]{2,30}[调转升改])任))", re.M)
LIFE = (  # signs of a `RESUME`
    "，男，", "，女，", "生于", "年生", "年出生", "曾任", "曾担", "历任", "出任", "早年在", "此前", "已任", "改任", "调任", "转任", "升任")
