"""Inflection by table and suffix: verb forms to lemma and class, plural nouns to singular."""

from __future__ import annotations

from functools import cache

from checker.kept import kept
from checker.language.frequency import zipf
from checker.language.lexicon import table


@cache
def irregular_plurals() -> dict[str, str]:
    """Plural → singular, of `plurals.tsv`; invariant nouns stand for themselves."""
    return {row["plural"]: row["singular"] for row in table("plurals")}


@cache
def singular(word: str) -> str:
    """The singular of a lower-case noun; unknown words by suffix."""
    irregular = irregular_plurals().get(word)
    if irregular:
        return irregular
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes", "oes")):
        return word[:-2]
    return word[:-1]


def _is_consonant(letter: str) -> bool:
    return letter not in "aeiou"


def _inflect(lemma: str) -> dict[str, str]:
    """Regular forms: form → base s past ing (a past is a participle too)."""
    forms = {lemma: "base"}
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms[lemma + "es"] = "s"
    elif lemma.endswith("y") and len(lemma) > 2 and _is_consonant(lemma[-2]):
        forms[lemma[:-1] + "ies"] = "s"
    else:
        forms[lemma + "s"] = "s"
    if lemma.endswith("ee"):
        forms[lemma + "d"], forms[lemma + "ing"] = "past", "ing"
    elif lemma.endswith("ie"):
        forms[lemma + "d"], forms[lemma[:-2] + "ying"] = "past", "ing"
    elif lemma.endswith("e"):
        forms[lemma + "d"], forms[lemma[:-1] + "ing"] = "past", "ing"
    elif lemma.endswith("y") and _is_consonant(lemma[-2]):
        forms[lemma[:-1] + "ied"], forms[lemma + "ing"] = "past", "ing"
    else:
        forms[lemma + "ed"], forms[lemma + "ing"] = "past", "ing"
        last = lemma[-1]
        short = len(lemma) > 2 and _is_consonant(last) and not _is_consonant(lemma[-2]) and _is_consonant(lemma[-3])
        if short and last not in "wxy":
            forms[lemma + last + "ed"], forms[lemma + last + "ing"] = "past", "ing"
    return forms


@kept
def verb_forms() -> dict[str, tuple[str, str]]:
    """Lower-case form → (lemma, kind); kind is base, s, past (also a participle), preterite, participle, ing."""
    forms: dict[str, tuple[str, str]] = {}
    for row in table("verbs"):
        lemma = row["lemma"]
        regular = _inflect(lemma)
        if row["past"]:
            regular = {form: kind for form, kind in regular.items() if kind != "past"}
            if row["past"] == row["participle"]:
                regular.setdefault(row["past"], "past")
            else:
                regular.setdefault(row["past"], "preterite")
                regular.setdefault(row["participle"], "participle")
        for form, kind in regular.items():
            forms.setdefault(form, (lemma, kind))
    return forms


@kept
def unchanging() -> frozenset[str]:
    """Verbs whose past is their base form: cut, hit, put, set, shut."""
    return frozenset(row["lemma"] for row in table("verbs") if row["past"] == row["lemma"])


@kept
def base_participles() -> frozenset[str]:
    """Verbs whose participle is their base form: set, shut, run."""
    return frozenset(row["lemma"] for row in table("verbs") if row["lemma"] == row["participle"])


@kept
def only_past() -> frozenset[str]:
    """Past forms that are no participle: broke, took."""
    return frozenset(row["past"] for row in table("verbs") if row["participle"] and row["past"] != row["participle"])


@cache
def verb_class(lemma: str) -> str:
    """The class of a verb (`verbs.tsv`), the lemma itself where it has none."""
    return _classes().get(lemma, "") or lemma


@kept
def _classes() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in table("verbs")}


@cache
def unknown_verb(word: str) -> tuple[str, str] | None:
    """Lemma and kind of a form that no table has, by its suffix; None when it does not look like a verb."""
    if len(word) < 5:
        return None
    if word.endswith("ied"):
        return word[:-3] + "y", "past"
    if word.endswith("ed"):
        stem = word[:-2]
        if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
            return stem[:-1], "past"
        return _base(stem), "past"
    if word.endswith("ing") and len(word) > 6:
        stem = word[:-3]
        if stem[-1] == stem[-2] and stem[-1] not in "sl":
            return stem[:-1], "ing"
        return _base(stem), "ing"
    return None


def _base(stem: str) -> str:
    """The stem, or the stem with e: whichever of the two is a word that English prints, else by its letters."""
    known = [base for base in (stem, stem + "e") if base in zipf()]
    return known[0] if len(known) == 1 else stem + "e" * _wants_e(stem)


def _wants_e(stem: str) -> bool:
    """Does the base form of this stem end in e?  forc- charg- mov- us- rat- evacuat-, but clear- lock- wait- offer-."""
    last, before = stem[-1], stem[-2]
    if last in "cvzu" or (last in "gs" and before in "rndl") or stem.endswith(("iat", "uat")):
        return True
    if _is_consonant(before) or (len(stem) > 2 and not _is_consonant(stem[-3])):
        return before in "bcdfgkptz" and last == "l"  # handle, double, settle
    return not stem.endswith(("er", "or", "en", "on", "it", "et", "ow", "ay", "ey", "oy", "el", "al", "op", "ip", "ar"))
