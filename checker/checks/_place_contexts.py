"""Why a place stands where it stands: what is around its name, in folded lower-case text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from checker.document import Document, Place
from checker.registers import load_words
from checker.registers.places import REFORM, tier
from checker.text.folding import fold

NEAR = 300  # characters around a name that can tell why it stands there

_SURNAMES = load_words("surnames.txt")
_AUTHORITY = re.compile(
    r"\b(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|dang bo|chi bo|ban chi huy quan su|"
    r"hd nhan dan|cong an|tram y te|mat tran to quoc viet nam|mttq viet nam|mttq|chinh quyen|"
    r"lanh dao|trung tam phuc vu hanh chinh cong)$"
)
_TERRITORY = re.compile(
    r"\b(?:tren dia ban|dia ban|toan|hinh anh|que huong|nguoi dan|nhan dan|cac dan toc|con nguoi|"
    r"lich su|can bo|cong chuc|vien chuc|cong dan|noi bat cua|the manh cua|tiem nang cua|"
    r"(?:kinh te - xa hoi|kinh te|xa hoi|uy tin|phat trien|trang thong tin dien tu|"
    r"cong thong tin dien tu) cua|trong|ve)$"
)
_OF = re.compile(r"\b(?:cua|thuoc|o|den|cho|tai|voi|o cac|do)$")
_PARTNER = re.compile(
    r"\b(?:phoi hop (?:chat che )?(?:voi|cung)|lan can|giap ranh|giap|hop tac (?:voi|cung)|"
    r"ket nghia|kinh nghiem|mo hinh|giua|qua dia ban|de nghi|kien nghi|cung voi|nhan dip|"
    r"giao luu|tham quan|hoc tap (?:tai|mo hinh|o)|den tham|tham va lam viec|doan cong tac|"
    r"khao sat tai|doi tac|moi|dai dien|dang cai|dong chi|lien ket|"
    r"ho tro|ung ho|trao doi|hoi thao|hoi nghi tai|to chuc tai|"
    r"dien ra tai|"
    r"cac (?:xa|phuong|tinh|thanh pho|dia phuong|huyen|quan)|nhu|gom|vi du|trich|theo mau)\b"
    r"[^.;]{0,40}$"
)
_PARTNER_NEAR = re.compile(
    r"\b(?:phoi hop|voi|cung|giua|qua|giap ranh|lan can|de nghi|kien nghi|kinh nghiem)"
    r"(?: \S+){0,4}$"
)
_FOREIGN = re.compile(
    r"[^.;]{0,80}\b(?:trung quoc|lao|campuchia|thai lan|han quoc|nhat ban|hoa ky)\b"
)
_FORMER_LIST = re.compile(r"[^.;]{0,120}\bcu\)")
_LOCATED = re.compile(
    r"\b(?:tai|tu|den|qua|gan|o|di|giap|nghe nhan|san bay|ben cang|cang|giua|sang|huong)$"
)
_FORMER_AFTER = re.compile(
    r"\s?[,(]?\s?(?:cu\b|truoc day|truoc sap nhap|truoc khi|truoc ngay 0?1/0?7/2025|nay la|"
    r"nay thuoc|ngay nay|chuyen ve|"
    r"hien nay la|duoc sap nhap|sap nhap|hop nhat|giai the|cham dut|ket thuc hoat dong)"
)
_HISTORY = re.compile(
    r"\b(?:truoc day|truoc sap nhap|nguyen la|sap nhap|hop nhat|chia tach|tach ra|tien than|"
    r"sau khi sap xep|sap xep (?:cac )?don vi|sau sap xep|don vi hanh chinh|"
    r"tren co so (?:nhap|hop nhat|toan bo)|thanh lap|doi ten|cap huyen cu|dia gioi|khang chien|"
    r"que o|que tai|nha yeu nuoc|thuc dan|chien dich|hinh thanh tu|giai the|qua trinh tu|mua kho|"
    r"truoc sap xep|(?:truoc|tu) ngay 0?1/0?7/2025|"
    r"ngay \d{1,2}/\d{1,2}/(?:19\d\d|20[01]\d|202[0-4])|"
    r"ngay sinh|sinh ngay|"
    r"sinh nam|que quan|nguyen quan|noi sinh|dia chi|thuong tru|tru tai|"
    r"nam (?:19\d\d|200\d|201\d|202[0-4])|thang \d{1,2}[/-](?:19\d\d|20[01]\d|202[0-4])|"
    r"giai doan (?:19\d\d|200\d|201\d|202[0-4]))\b[^.;]{0,160}$"
)
_CITED = re.compile(
    r"\b(?:so:? ?\d+[^.;]{0,200}|(?:nghi quyet|quyet dinh|chi thi|ke hoach|bao cao|thong bao|"
    r"cong van|huong dan|chuong trinh|to trinh|quy hoach|quy dinh|de an)\b"
    r"[^.;]{0,25} (?:cua|ngay) [^.;]{0,80})$"
)
_ENACTS = re.compile(
    r",? (?:xay dung|ban hanh|lap|de nghi|yeu cau|trien khai(?: thuc hien)?|to chuc)\b"
)
_ATTACHED = re.compile(r"\bkem theo\b")
_BODY = r"(?:ubnd|uy ban nhan dan|hdnd|dang uy|cong an|chu tich ubnd|mttq viet nam)"
_PEERS = {
    "commune": r"xa|phuong|thi tran|dac khu",
    "district": r"huyen|quan|thi xa|thanh pho",
    "province": r"tinh|thanh pho|tp\.?",
}
_LISTED = {
    tier: re.compile(
        rf"\b(?:{words})\b[^.]{{1,60}}(?:,| va| hoac| voi| den|/|;| -)(?: {_BODY})?$|\bcac$"
    )
    for tier, words in _PEERS.items()
}
_LIST_GOES_ON = {
    tier: re.compile(
        rf"(?:,| va| hoac|/| -|;) ?(?:(?:cac|nhieu|mot so) )?(?:{_BODY} )?(?:{words})\b"
        r"(?! (?:khac|hoi))"
    )
    for tier, words in _PEERS.items()
}
_ADDRESS_GOES_ON = re.compile(r" ?[,(] ?(?:huyen|quan|thi xa|tinh|thanh pho|tp\.?) [^.;]{0,60}")
_NAMED_AFTER = re.compile(
    r"\b(?:trường|bệnh viện|trung tâm y tế|thpt|thcs|tiểu học|mầm non|(?<!xã hội )đường|chợ|"
    r"(?<!yêu )cầu|sông|hồ(?! chí minh)|"
    r"chùa|đền|(?<!gia )đình|nhà thờ|làng|di tích|cảng|ga|bến xe|sân vận động|công ty|"
    r"hợp tác xã|htx|khu công nghiệp|"
    r"kcn|ccn|cụm công nghiệp|khu du lịch|chi nhánh|phòng giao dịch|ngân hàng|agribank|quốc lộ|"
    r"tỉnh lộ|hạt kiểm lâm|tòa án nhân dân|viện kiểm sát nhân dân|kho bạc|thuế|bảo hiểm xã hội|"
    r"ban quản lý|văn phòng đăng ký đất đai|nghĩa trang|tượng đài|lễ hội)"
    r"(?: (?!(?:tại|của|trên|thuộc|ở|về|cho|trong|vào|đến|từ|do|được)\b)[^\s.,;:]+){0,5}$"
)
_POST = re.compile(
    r"\b(?:chu tich|pct|ct|bi thu|giam doc|truong|pho|dong chi|d/c|ong|(?<!quang )ba)\b"
    r"[^.;:]{0,50}$"
)
_PERSON = re.compile(r"\b(?:pct|ct|chu tich|pho chu tich|dong chi|d/c|ong|ba)\b")


@dataclass(frozen=True)
class PlaceContext:
    """A place with the text before it (in its line) and after it; ``shown_before`` is the former
    with its diacritics."""

    place: Place
    kind: str  # of the line
    before: str
    after: str
    shown_before: str
    is_quoted: bool
    is_whole_line: bool

    @cached_property
    def is_cited(self) -> bool:
        """Part of another document's name or issuer."""
        if self.is_enacting:
            return False
        if self.is_quoted:
            return True
        return bool(_CITED.search(self.before) and not _ATTACHED.search(self.before))

    @cached_property
    def is_enacting(self) -> bool:
        """Who makes this document: "…, UBND xã Hưng Đạo xây dựng Kế hoạch"."""
        return self.is_authority and bool(_ENACTS.match(self.after))

    @cached_property
    def is_historic(self) -> bool:
        """Told of as it was before."""
        if _FORMER_AFTER.match(self.after) or _FORMER_LIST.match(self.after):
            return True
        return bool(_HISTORY.search(self.before))

    @cached_property
    def is_listed(self) -> bool:
        """One of several places of its tier."""
        if self.is_whole_line or self.kind in ("RECIPIENT", "ADDRESSEE"):
            return True  # an item of a list of places, or of addressees
        if self.is_enacting:
            return False
        peers = tier(self.place.level)
        return bool(_LISTED[peers].search(self.before) or _LIST_GOES_ON[peers].match(self.after))

    @cached_property
    def is_partner(self) -> bool:
        partner = _PARTNER.search(self.before)
        # "hỗ trợ hộ nghèo trên địa bàn xã …": words of the own territory beat what stands before
        return bool(partner) and not (self.is_territory and not _PARTNER_NEAR.search(self.before))

    @cached_property
    def is_foreign(self) -> bool:
        return bool(_FOREIGN.match(self.after))

    @cached_property
    def is_location(self) -> bool:
        """Where something is or goes: "tại xã …", "từ phường …"."""
        return bool(_LOCATED.search(self.before))

    @cached_property
    def is_address(self) -> bool:
        return bool(_ADDRESS_GOES_ON.match(self.after))

    @cached_property
    def is_in_a_name(self) -> bool:
        """Part of the name of something else ("Trường THCS xã …", "đường …")."""
        return bool(_NAMED_AFTER.search(self.shown_before))

    @cached_property
    def is_person(self) -> bool:
        """A person's name after an office ("Chủ tịch UBND phường Trần Thị Kim Oanh")."""
        if self.kind == "RECIPIENT" and _PERSON.search(self.before):
            return True
        return bool(_POST.search(self.before)) and _is_name_of_person(self.place.name)

    @cached_property
    def is_authority(self) -> bool:
        """After a body: "UBND xã …"."""
        return bool(_AUTHORITY.search(self.before))

    @cached_property
    def is_territory(self) -> bool:
        """After words that speak of the own territory: "trên địa bàn xã …"."""
        return bool(_TERRITORY.search(self.before))

    @cached_property
    def is_possessor(self) -> bool:
        """After a preposition: "của xã …"."""
        return bool(_OF.search(self.before))

    @cached_property
    def has_reason(self) -> bool:
        """Whether something tells why another place than the own one stands here."""
        return (
            self.is_cited
            or self.is_historic
            or self.is_listed
            or self.is_partner
            or self.is_person
            or self.is_address
            or self.is_in_a_name
        )


def context_of(place: Place, document: Document) -> PlaceContext:
    line = document.line_at(place.start)
    near = max(line.start, place.start - NEAR)
    before = document.folded[near : place.start].lower().rstrip()
    after = document.folded[place.end : place.end + NEAR].lower()
    shown = document.text[near : place.start].lower().rstrip()
    is_quoted = document.folded.count('"', line.start, place.start) % 2 == 1
    alone = place.start <= line.start + line.marker + 1 and place.end >= line.end - 1
    kind = "ADDRESSEE" if _is_addressed(document, place.start) else line.kind
    return PlaceContext(place, kind, before, after, shown, is_quoted, alone)


def _is_addressed(document: Document, offset: int) -> bool:
    """Tell whether a dash under "Kính gửi:" stands at ``offset``."""
    index = document.line_index_at(offset)
    while index > 0 and document.lines[index].kind in ("BULLET", "PLUS"):
        index -= 1
    return document.lines[index].kind == "ADDRESSEE"


def _is_name_of_person(name: str) -> bool:
    syllables = fold(name).lower().split()
    if syllables[0] in ("y", "a") or "'" in syllables[0]:
        return True  # Y Wăn Êban, H'Yim Kđoh
    return len(syllables) > 2 and syllables[0] in _SURNAMES


def former_issuers(document: Document) -> frozenset[int]:
    """Where places begin that issued a cited document before the reform of 01/7/2025."""
    issuers = [
        one.issuer
        for one in document.citations
        if one.issuer and one.date and one.date.value and one.date.value < REFORM
    ]
    starts = [issuer.start for issuer in issuers]
    found = set()
    for place in document.places:
        index = bisect_right(starts, place.start) - 1
        if index >= 0 and place.start < issuers[index].end:
            found.add(place.start)
    return frozenset(found)
