"""What of the findings is new to the person."""

from collections.abc import Iterable

from selfos.intelligence.builtin.patterns.model import Finding, Told


def told(finding: Finding) -> Told:
    """What to keep of a finding that was shown."""
    return Told(finding.kind, finding.signature, finding.again_at, frozenset(item.id for item in finding.evidence))


def news(findings: Iterable[Finding], before: Iterable[Told]) -> tuple[Finding, ...]:
    """Findings not told before, or told before they had gathered enough that is new.

    Two findings of a kind are the same when their signatures are, or when most of what the one stands on is what the
    other stood on: a theme keeps its identity while its words shift.
    """
    known = tuple(before)
    return tuple(finding for finding in findings if all(_is_new(finding, old) for old in known))


def _is_new(finding: Finding, old: Told) -> bool:
    if finding.kind != old.kind or finding.weight >= old.again_at:
        return True
    stands_on = {item.id for item in finding.evidence}
    shared = len(stands_on & old.evidence)
    return finding.signature != old.signature and shared * 2 <= min(len(stands_on), len(old.evidence))
