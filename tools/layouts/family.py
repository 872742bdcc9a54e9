"""The whole family of fixtures/layout: name of the file → what it is."""

from __future__ import annotations

from collections.abc import Mapping

from tools.layouts.constructions import CONSTRUCTIONS
from tools.layouts.defects import DEFECTS, SOUND
from tools.layouts.leftovers import LEFTOVERS
from tools.layouts.others import OTHERS
from tools.layouts.party_defects import PARTY_DEFECTS, PARTY_SOUND
from tools.layouts.variant import Variant

FAMILY: Mapping[str, Variant] = {
    **SOUND,
    **CONSTRUCTIONS,
    **DEFECTS,
    **LEFTOVERS,
    **OTHERS,
    **PARTY_SOUND,
    **PARTY_DEFECTS,
}
