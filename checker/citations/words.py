"""The words around a cited number (grammar/citation.yml), compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CitationWords:
    """``tail`` finds what may follow a number, its groups named by what they are; ``issued`` finds
    "của …", ``who`` being the name; ``no_document`` fits what a form's number stands after;
    ``not_in_law`` words that no law's name has; ``comma_names`` is a pattern of issuers'
    names with commas, ``qualifier`` one of what may stand between a type and its number."""

    tail: re.Pattern[str]
    issued: re.Pattern[str]
    no_document: re.Pattern[str]
    not_in_law: re.Pattern[str]
    comma_names: str
    qualifier: str


def make_citation_words(raw: Mapping[str, str]) -> CitationWords:
    """Compile citation.yml. Raises KeyError or re.error for a mistake in it."""
    words = {key: re.sub(r"\| (?!\))", "|", choices) for key, choices in raw.items()}
    after_name = rf"(?:{words['openings']}|{words['after_name']})\b"
    return CitationWords(
        re.compile(
            r"(?P<spaced>,? ?ngày {1,3}\d{1,2}(?: / ?| ?/ )\d{1,2} ?/ ?\d{4}"
            r"|,? ?ngày {1,3}\d{1,2}/\d{1,2}(?: / ?| ?/ )\d{4})"
            r"|(?P<dated>,? ?\(?(?:(?:đã )?(?:được )?(?:ký|ban hành|thông qua|lập) )?"
            r"(?:ngày {1,3}(?=\d)|(?=tháng )))"
            r"|(?P<blank>,? ?ngày[ .…_]*(?:tháng[ .…_]*\d{0,2}[ .…_]*năm[ .…_]*\d{0,4}"
            r"|/[ .…_]*/ ?\d{4}|/\d{1,2}/\d{4}))"
            r"|(?P<amended>(?:,? ?\(?(?:đã )?được |,? ?\()(?:sửa đổi|bổ sung|thay thế|hợp nhất)"
            r"[^.;()\d]{0,80}?\b(?:bởi|theo|tại|bằng)\b)"
            rf"|(?P<opening>(?:(?<=\w)|(?<=\))) (?=(?:{words['openings']})\b)"
            rf"|, (?=(?:{words['openings_after_comma']})\b))"
            rf"|(?P<clause>,(?= (?:{words['clauses']}))| (?=(?:{words['title_ends']})))"
            r"|(?P<stop>[;:\n]|\.(?=\s|$|/)|,? ?\(?sau đây (?:gọi|viết))"
            r"|(?P<bracket>[()])"
        ),
        re.compile(
            r" ?\)?,? ?[Cc]ủa (?P<who>[^,;.:()\n\"“”]{2,90}?)"
            rf"(?=[,;.:()\n\"“”]| {after_name}|$)"
            rf"(?: ?\((?:{words['glosses']})\b[^()\n]{{0,80}}\))?"
        ),
        re.compile(rf"\b(?:{words['not_documents']})(?: so)?:? ?$"),
        re.compile(rf"\b(?:{words['not_in_law']})\b"),
        words["comma_names"],
        rf"(?: (?:{words['qualifiers']}))?",
    )
