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
