"""An announced number and the list that follows it."""
from __future__ import annotations

from collections.abc import Sequence

from checker.claims.constructions.match import Group
from checker.claims.constructions.roles import Roles
from checker.claims.constructions.skeleton import Figure
from checker.claims.draft import Draft


def list_groups(draft: Draft, roles: Roles, figures: Sequence[Figure]) -> list[Group]:
    """Announced counts with their lists."""
    return []
