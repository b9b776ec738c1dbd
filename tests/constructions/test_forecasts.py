"""What is told as still to come, on a day that had passed when the article came out (Monday, 18 March 2024)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.constructions.reading import findings

PUBLISHED = date(2024, 3, 18)


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        ("The bridge will open to traffic on 4 March 2024, the roads agency said.", "will open", "4 March 2024"),
        ("On 2 March 2024 the owners will be asked to approve the sale.", "will be asked", "2 March 2024"),
        ("The appeal is due to be heard on 11 March 2024.", "to be heard", "11 March 2024"),
        ("He is to step down at the end of February 2024.", "to step", "the end of February 2024"),
        ("The tournament is scheduled to begin in January 2024.", "to begin", "January 2024"),
        ("Polling stations will open at 7am on March 10, 2024.", "will open", "March 10, 2024"),
        ("The ministry expects to finish the road by December 2023.", "to finish", "December 2023"),
        ("The club is going to move to its new ground in August 2023.", "to move", "August 2023"),
        ("The forthcoming election, on 3 March 2024, is thought to be close.", "forthcoming", "3 March 2024"),
        ("The ferry, which will enter service in November 2023, is red.", "will enter", "November 2023"),
        ("Owners will vote at a meeting on 11 March, the firm said.", "will vote", "11 March"),
        ("By the end of 2023 the city will have felled each elm.", "will have felled", "the end of 2023"),
    ],
)
def test_the_day_had_passed(text: str, told: str, day: str) -> None:
    (finding,) = findings(text, PUBLISHED)
    assert finding.rule == "DAT009"
    assert {told, day} <= {claim.text for claim in finding.claims}


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("the date is that of the crash", "The inquiry will look into the crash on 3 March 2024."),
        ("of the murder", "He will be tried for the murder of a baker on 3 March 2024."),
        ("of the debated strikes", "MPs will debate the strikes on 9 March 2024 against the rebels."),
        ("of the losses", "The audit will cover losses in 2023 and the first half of 2024."),
        ("of the ruling", "The party will appeal against the ruling of 3 March 2024."),
        ("of what is compared", "Sales this year will exceed those in 2023."),
        ("it lasts", "The exhibition will run from 3 March 2024 to 2 June 2024."),
        ("it was said before", "The firm said in January 2023 that it will open the store in June 2023."),
        ("it was only planned", "The bridge was to open on 4 March 2024 but the work is not finished."),
        ("figures of last year come late", "The economy is expected to have grown by 2% in 2023."),
        ("a letter has its own day", '"We will open on 4 March 2024," the letter read.'),
        ("a year of that name is ahead", "The carrier plans to close its base in Halden in January."),
        ("a thing of that year", "The plan will replace the 1962 pool with one of eight lanes."),
        ("long ago it is a story", "In 1931 he moves to Turin, where he will meet the painter in 1933."),
    ],
)
def test_nothing_is_asked_where(why: str, text: str) -> None:
    assert [finding.message for finding in findings(text, PUBLISHED)] == [], why
