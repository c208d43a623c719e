"""Lists of references and contents, links that only lead elsewhere, and marks alone: they are no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import is_date_alone
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

FEW_WORDS = 4  # of a paragraph that is only a link: "Read more", "Back to the top"
WORD = re.compile(r"\w")
REFERENCE_HEADING = re.compile(
    r"""
    (?:\d+(?:\.\d+)*\.?\s+)?
    (?: references?(?:\s+and\s+(?:notes|further\s+reading|links))? | notes(?:\s+and\s+references)?
      | footnotes | citations | works\s+cited | bibliography | further\s+reading | external\s+links
      | see\s+also | related\s+links
      | einzelnachweise | quellen | weblinks | literatur | fußnoten | siehe\s+auch
      | referencias | bibliografía | enlaces\s+externos | véase\s+también | notas
      | примечания | литература | ссылки | источники | см\.\s+также
      | 参考文献 | 参考资料 | 參考資料 | 參考文獻 | 外部链接 | 外部連結 | 注释 | 註釋
      | 参见 | 參見 | 延伸阅读 | 引用
    )\s*:?
    """,
    re.VERBOSE | re.IGNORECASE,
)
CONTENTS_HEADING = re.compile(
    r"(?:table of )?contents|toc|on this page|inhalt(?:sverzeichnis)?|índice|contenido"
    r"|содержание|оглавление|目录|目錄",
    re.IGNORECASE,
)


def without_link_lists(parts: Sequence[Part], draft: Draft) -> Iterator[Part]:
    """Parts without lists of references and contents, links that only lead elsewhere, and marks alone."""
    worded = (part for part in parts if part.kind is BlockKind.MESSAGE or WORD.search(part.text))
    skipped = 0  # level of the heading over what is left out, 0 for none
    kind = LeftOut.REFERENCES
    for part in worded:
        if part.kind is BlockKind.HEADING and (not skipped or part.level <= skipped):
            kind = LeftOut.TABLES_OF_CONTENTS if CONTENTS_HEADING.fullmatch(part.text) else LeftOut.REFERENCES
            is_left_out = kind == LeftOut.TABLES_OF_CONTENTS or REFERENCE_HEADING.fullmatch(part.text)
            skipped = part.level if is_left_out else 0
        if skipped:
            draft.left_out[kind] += len(part.text)
        elif _only_leads_elsewhere(part):
            draft.left_out[LeftOut.LINKS_ALONE] += len(part.text)
        else:
            yield part


def _only_leads_elsewhere(part: Part) -> bool:
    """Whether it is a link of few words; those of timelines are dates over what was then."""
    is_short = part.is_link and part.kind is BlockKind.PARAGRAPH and len(part.text.split()) <= FEW_WORDS
    return is_short and not is_date_alone(part.text)
