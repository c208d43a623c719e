"""The year in the shapes of European dates."""

from __future__ import annotations

# 2017, 1950г., 44 BC; not 2017-555
YEAR = r"""(?:(?P<year>[12]\d{3}(?:(?=гг?(?!\w))|(?!\w|[.,]\d|-\d{3}(?!\d)))|\d{1,3}(?=[ ]?<era>)))
    (?P<era>[ ]?<era>)?"""

# 1743, 1743/44, when the year began in March
DUAL_YEAR = rf"{YEAR}(?:/(?P<dual>\d{{1,2}}|1\d{{3}})(?![\d/]))?"
