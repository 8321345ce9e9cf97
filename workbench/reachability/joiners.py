"""The words between the names of a question, in both languages: which end the next name is, or nothing at all."""

from __future__ import annotations

from typing import Final, Literal

End = Literal["source", "target", ""]

_TARGET: Final = """
to into towards reach reaches access accesses and -> --> => > → ⇒ ➜ ➔ »
到 至 往 去 访问 连接 连通 连 到达 通往 可达 与 和 对
"""
_SOURCE: Final = "from by between <- <-- < ← ⇐ « 从 由 自 来自 被"
_NOTHING: Final = """
can could may does do is be the a an on over via with using through please get talk talks connect connects
reached reachable accessed allowed open go port ports protocol traffic service services
? ! , . ; : / ( ) 。 、 - \u2013 \u2014
能否 能不能 可否 可以 可不可以 是否 能 会 吗 么 呢 的 用 经 经由 通过 使用 在 请问 端口 端口号 协议 服务 流量 之间
"""
JOINERS: Final[dict[str, End]] = {
    **dict.fromkeys(_NOTHING.split(), ""),
    **dict.fromkeys(_SOURCE.split(), "source"),
    **dict.fromkeys(_TARGET.split(), "target"),
}
"""Which end of the question the name after a word is; "" where the word says nothing about it."""
LONGEST: Final = max(map(len, JOINERS))
