"""Words that qualify a number, before and behind it: 约, 超过, 不低于, 以上. Below kg.nlp.quantities."""
from __future__ import annotations

QUALIFIERS = {
    "约": "约 大约 约为 大概",
    "近": "近 接近 将近",
    "超过": "超过 超 突破 突破了 超过了 逾 高于 多于 大于",
    "不低于": "不低于 不少于 不得低于 不得少于 不小于 至少 至少为 至少有 最低 ≥",
    "不超过": "不超过 不高于 不得高于 不得超过 不多于 不大于 至多 最高 最多 最长 ≤",
    "以下": "低于 少于 不足 小于 不到",
    "": "高达 多达",
}
BEFORE = {word: qualifier or None for qualifier, words in QUALIFIERS.items() for word in words.split()}
AFTER = {
    "以上": "以上", "及以上": "以上", "或以上": "以上", "以下": "以下", "及以下": "以下", "左右": "左右", "上下": "左右",
    "以内": "不超过", "之内": "不超过", "内": "不超过",
}
NOT_BEHIND = {"约": "(?<![节合签契公])", "不到": "(?<![想料达见])", "近": "(?<![附邻临靠])"}  # 节约5000万元, 附近10家, 想不到1小时
TENTHS = "(?<![经通超度])过(?=[一二三四五六七八九]成)"  # 夏种过四成
PRE = "|".join((*(NOT_BEHIND.get(word, "") + word for word in sorted(BEFORE, key=lambda w: (-len(w), w))), TENTHS))
BEFORE["过"] = "超过"
POST = "|".join(sorted(AFTER, key=lambda w: (-len(w), w))) + "(?![容部涵陆科外地需贸幕控]|河(?![水流段道])|设(?![立置计]))"
