"""What a claim is called: a digest of its own words, so that an edit elsewhere leaves its name alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LENGTH = 10


def claim_id(text: str, occurrence: int = 1) -> str:
    """The id of a claim with this text; `occurrence` counts equal claims of one draft from 1."""
    normal = " ".join(re.findall(r"\w+(?:[.,]\w+)*|[%$€£¥]", unicodedata.normalize("NFKC", text).casefold()))
    digest = hashlib.sha256(normal.encode()).hexdigest()[:LENGTH]
    return digest if occurrence == 1 else f"{digest}-{occurrence}"
