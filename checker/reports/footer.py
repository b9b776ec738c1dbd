"""What was read and compared, and what was not: a check that did not run has found nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.records import DocumentSummary, Report
from checker.reports import words
from checker.reports.paint import Paint

# Keys of `DocumentSummary.counts`, as a reader says them.
_READ = (
    ("figures", "figure", "figures"),
    ("times", "date or time", "dates and times"),
    ("entities", "name", "names"),
    ("voices", "voice", "voices"),
)
_COMPARED = (("slots", "thing told more than once", "things told more than once"),
             ("relations", "sum, share or date with its day", "sums, shares and dates with their day"))  # fmt: skip
_CROWD = 20  # articles, above which the footer counts them together (JSON has each)
_MOST = 12  # figures named a document; an annual report has hundreds


def footer(report: Report, width: int, paint: Paint) -> list[str]:
    """The lines below the findings."""
    lines: list[str] = []
    many = len(report.documents) > 1
    crowd = len(report.documents) > _CROWD
    if crowd:
        lines += _block("Read: ", _read_together(report.documents), width)
    for summary in report.documents if not crowd else ():
        lines += _block(("Read" if not many else words.name(summary.path)) + ": ", _read(summary), width)
        if summary.uncompared:
            lines += _block("  Nothing to compare with: ", _uncompared(summary), width)
    lines += [line for told in _stories(report) for line in _block("Compared: ", told, width)]
    if report.errors:  # each is named on standard error
        lines += _block(
            "Not read: ", f"{words.count(len(report.errors), 'file')}, named in the messages.", width, paint, "error"
        )
    return lines


def dated(summary: DocumentSummary) -> str:
    """When it was published, and how that is known."""
    if not summary.published:
        return "no publication date: bare weekdays and days are compared inside the article only"
    said = f"published {words.day(summary.published)}"
    by = {"option": "as given", "": ""}.get(summary.published_by, f"from its {summary.published_by}")
    by = "from articles.toml" if summary.published_by == "articles.toml" else by
    return f"{said} ({by})" if by else said


def _read(summary: DocumentSummary) -> str:
    counts = summary.counts
    read = [words.count(counts[key], one, more) for key, one, more in _READ if key in counts]
    compared = [words.count(counts[key], one, more) for key, one, more in _COMPARED if counts.get(key)]
    parts = [words.listed(read) or "nothing"]
    if compared:
        parts.append(f"compared {words.listed(compared)}")
    parts.append(dated(summary))
    if summary.encoding != "utf-8":
        parts.append(f"read as {summary.encoding}")
    return "; ".join(parts) + "."


def _read_together(summaries: Sequence[DocumentSummary]) -> str:
    """The counts of many articles, and what is out of the ordinary in single ones."""
    totals = Counter[str]()
    for summary in summaries:
        totals.update(summary.counts)
    read = [words.count(totals[key], one, more) for key, one, more in _READ if key in totals]
    parts = [f"{words.count(len(summaries), 'article')} with {words.listed(read) or 'nothing'}"]
    undated = sum(not summary.published for summary in summaries)
    if undated:
        parts.append(f"{undated:,} without a publication date")
    odd = [f"{words.name(s.path)} as {s.encoding}" for s in summaries if s.encoding != "utf-8"]
    if odd:
        parts.append(f"read {words.listed(_some(odd))}")
    return "; ".join(parts) + "."


def _some(things: Sequence[str]) -> list[str]:
    """The first of many, and how many more there are."""
    shown = [" ".join(thing.split()) for thing in things[:_MOST]]
    rest = len(things) - len(shown)
    return [*shown, f"{rest:,} more"] if rest else shown


def _uncompared(summary: DocumentSummary) -> str:
    return words.listed(_some(summary.uncompared)) + "."


def _stories(report: Report) -> Iterator[str]:
    """Which documents were compared with each other, and why: one line a story."""
    stories: dict[int, list[DocumentSummary]] = {}
    for summary in report.documents:
        stories.setdefault(summary.story, []).append(summary)
    if len(report.documents) < 2:
        return
    alone = []
    for members in stories.values():
        if len(members) == 1:
            alone.append(words.name(members[0].path))
            continue
        why = next((summary.story_by for summary in members if summary.story_by), "")
        told = words.listed(_some([words.name(summary.path) for summary in members]))
        yield f"{told}" + (f": {why.rstrip('.')}." if why else ", as one story.")
    if alone:
        yield f"each by itself: {words.listed(_some(alone))}."


def _block(label: str, content: str, width: int, paint: Paint | None = None, style: str = "bold") -> list[str]:
    """A labelled paragraph, its further lines indented."""
    margin = label[: len(label) - len(label.lstrip())]
    lines = words.wrap(label + content, width, margin + "  ", first=margin)
    return [paint(line, style) for line in lines] if paint else lines
