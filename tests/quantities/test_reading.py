"""What a figure in news says: the text, and the value, unit, hedge and noun an editor reads in it.

In the columns a figure is `start of its text: value unit | hedge | counted (class)`; parts that are empty are left out.
"""
from __future__ import annotations

import pytest

from checker.records import Quantity
from tests.quantities.conftest import read


def shown(q: Quantity) -> str:
    if q.value is not None:
        value = f"{q.value:g}"
    else:
        value = f"{'' if q.low is None else format(q.low, 'g')}..{'' if q.high is None else format(q.high, 'g')}"
    parts = [f"{value} {q.unit}".strip()]
    parts += [q.hedge] if q.hedge else []
    parts += [f"{q.counted.text or q.counted.head} ({q.counted.noun_class})"] if q.counted else []
    return " | ".join(parts)


CASES = [
    # numerals
    ("The storm left 1,200 homes without power.", ["1200 | homes (home)"]),
    ("The museum drew 3.4 million visitors.", ["3.4e+06 | visitors (person)"]),
    ("Half a million ballots were printed.", ["500000 | ballots (vote)"]),
    ("A dozen villages were cut off.", ["12 | villages (place)"]),
    ("Two-thirds of farmers said yes.", ["0.666667 | farmers (person)"]),
    ("A third of patients relapsed.", ["0.333333 | patients (person)"]),
    ("One in five pupils missed class.", ["0.2 | pupils (person)"]),
    ("The fund holds Rs 12,34,567 in cash.", ["1.23457e+06 indian rupee | cash ()"]),
    ("The dam cost 45 crore rupees.", ["4.5e+08 indian rupee"]),
    ("Sales doubled and profit rose threefold.", ["2", "3"]),
    ("Fifteen hundred nurses went on strike.", ["1500 | nurses (person)"]),
    ("The reserve is five and a half million barrels.", ["5.5e+06 barrel"]),
    ("The vase stands 1½ metres tall.", ["1.5 metre"]),
    ("It fell to −5.5°C overnight.", ["-5.5 degree Celsius"]),
    ("The shares lost 40 basis points.", ["40 basis point"]),
    ("It took one-and-a-half years and two-and-a-half million euros.", ["1.5 year", "2.5e+06 euro"]),
    ("R500 million vanished from the R2 account.", ["5e+08 south african rand"]),
    ("It lasted 11 and a half hours, then an hour and a half more.", ["11.5 hour", "1.5 hour"]),
    ("A 10-fold rise took two and three-quarter years.", ["10", "2.75 year"]),
    ("The plant is worth 1.000.000 euros and will need 4-5,000 staff.", ["1e+06 euro", "4000..5000 | staff (person)"]),
    # ranges, scores, bounds
    ("Between 40 and 60 whales were seen.", ["40..60 | whales (animal)"]),
    ("Prices may climb 5-7%.", ["5..7 percentage"]),
    ("United won 3-2 at home.", ["2..3"]),
    ("Growth of 1.5 to 2 percent is forecast.", ["1.5..2 percentage"]),
    ("The deal was worth £5million.", ["5e+06 pound sterling"]),
    ("It sold 3.5million cars.", ["3.5e+06 | cars (vehicle)"]),
    ("The levy is from $5m to $7m.", ["5e+06..7e+06 dollar"]),
    ("Inflation fell from 3.4% to 3.1%.", ["3.4 percentage", "3.1 percentage"]),
    ("At least 30 miners are missing.", ["30 | at least | miners (person)"]),
    ("As many as 900 flights were cancelled.", ["900 | up to | flights (aircraft)"]),
    ("Nearly 8,000 people fled.", ["8000 | nearly | people (person)"]),
    ("Fewer than 50 rhinos survive.", ["50 | under | rhinos ()"]),
    ("Perhaps 500 came, up to about 200 of them by bus.", ["500 | about", "200 | up to"]),
    ("It took the best part of two years and a good 20 tries.", ["2 year | nearly", "20 | at least | tries (goal)"]),
    ("Two men were held over £26m gold heist.", ["2 | men (person)", "2.6e+07 pound sterling"]),
    ("The bill passed 217-213, with a margin of plus or minus 3 points.", ["213..217", "3 | points ()"]),
    ("The court cut it from 12 years to eight.", ["12 year", "8 year"]),
    ("The rate fell from 12 to 10 percent.", ["12 percentage", "10 percentage"]),
    ("Fees are capped at £9,250, with as few as 12 spared.", ["9250 pound sterling | up to", "12 | at least"]),
    ("It fell short of 60, not far off the maximum 65 points.", ["60 | under", "65 | up to | points ()"]),
    ("Some 20 fell and about £5m was lost.", ["20 | about", "5e+06 pound sterling | about"]),
    ("Some 300 delegates arrived.", ["300 | about | delegates (person)"]),
    ("It will take 20 years or more.", ["20 year | at least"]),
    ("More than 40 but fewer than 50 seats are open.", ["40..50 | seats (vote)"]),
    ("Tens of thousands of fans queued.", ["10000 | vague | fans (person)"]),
    ("Several hundred cyclists took part.", ["100 | vague | cyclists (person)"]),
    # two numbers: one figure, two, or none
    ("Ghana 1-2 Brazil", ["1..2"]),
    ("Some 20-30 German tourists fell ill.", ["20..30 | about | German tourists (person)"]),
    ("Shares fell 5p to 120p.", ["5 penny", "120 penny"]),
    ("The index dropped 35 to 9,800.", ["35", "9800"]),
    ("It lifted its price target from £35 to £36.20.", ["35 pound sterling", "36.2 pound sterling"]),
    ("The flight took 2 hours 10 minutes.", ["130 minute"]),
    ("She won in one minute, 47.96 seconds.", ["107.96 second"]),
    ("It went on for 2 days, 3 hours and 10 minutes.", ["2 day", "3 hour", "10 minute"]),
    ("The world number two met number 14 in Rome.", []),
    ("The navy ordered a score of frigates after a score of 3-2.", ["20 | frigates (vessel)", "2..3"]),
    ("1 Ana Ruiz (Peru)\n2 Lena Holm (Norway)\n3 Ida Berg (Sweden)", []),
    ("Rain, he said, was the 1,001st sign.", ["1001 | sign ()"]),
    ("Fans hope 'to return in 2031'", []),
    ("The film has a 12A rating.", []),
    ("The kettle has a 13A fuse.", ["13 ampere"]),
    ("The index closed above the 25,000 mark.", ["25000 | over"]),
    ("The tenor died in Lisbon at 71.", ["71 year of age"]),
    ("Tickets rose 5c a litre as it hit 30c in the heat.", ["5 cent per litre", "30 degree Celsius"]),
    ("Police seized Rs 6 crore 20 lakh.", ["6.2e+07 indian rupee"]),
    ("Order intake was MSEK 120.", ["1.2e+08 swedish krona"]),
    ("It is near absolute zero there.", ["0 kelvin"]),
    ("She was the two millionth visitor.", ["2e+06 | visitor (person)"]),
    ("The Boeing 787 is new. Rivals admire the 787 and its 7E7 roots.", []),
    ("Shares gained 14,66%.", ["14.66 percentage"]),
    ("The fund lost #11.2 million on item #4.", ["1.12e+07 pound sterling"]),
    ("She tried the new iPhone 4 and then Firefox 1.0 instead.", []),
    ("There are two reasons: (1) rain and (2) snow.", ["2 | reasons ()"]),
    ("It opens at 6:40 p.m. (GMT +8) sharp.", []),
    ("See pages 12-15; he plays at number seven or eight.", []),
    # the letter m: millions or metres
    ("The club paid 1.5 m euros for the keeper.", ["1.5e+06 euro"]),
    ("About 14 m people watched it.", ["1.4e+07 | about | people (person)"]),
    ("Final seen by 14m", ["1.4e+07"]),
    ("Losses widened to 12m from 9m.", ["1.2e+07", "9e+06"]),
    ("A 12m wave hit the pier.", ["12 metre"]),
    ("She leapt 6.43m in the final.", ["6.43 metre"]),
    ("He took silver in the 800m and gold in the 1,500m.", ["800 metre", "1500 metre"]),
    ("The wreck lies at a depth of 30m.", ["30 metre"]),
    ("The pitch is 105m by 68m.", ["105 metre", "68 metre"]),
    ("She won the women's 60m hurdles and ran a 10k race.", ["60 metre", "10 kilometre"]),
    # units and money
    ("Doses are kept at -70C (-94F).", ["-70 degree Celsius", "-94 degree fahrenheit"]),
    ("The 6-foot-4 keeper weighs 13st 4lb.", ["76 inch | keeper ()", "186 pound-mass"]),
    ("It measured 7.1 on the Richter scale.", ["7.1 magnitude"]),
    ("He had 0.8 grams of alcohol per litre of blood.", ["0.8 gram per litre | alcohol ()"]),
    ("The takeover is worth €4.2bn.", ["4.2e+09 euro"]),
    ("A ticket costs 140p.", ["140 penny"]),
    ("He was fined 250 pounds.", ["250 pound sterling"]),
    ("The calf weighs 90 pounds.", ["90 pound-mass"]),
    ("The bid is $31 a share.", ["31 dollar per share"]),
    ("The car reached 200 km/h.", ["200 kilometre per hour"]),
    ("Output fell by 500,000 barrels a day.", ["500000 barrel per day"]),
    ("She is 5 feet 2 inches tall.", ["62 inch"]),
    ("The plant burns 20 gallons of fuel a day.", ["20 gallon per day | fuel ()"]),
    ("The park covers 12 square miles.", ["12 square mile"]),
    ("The hall seats 900 and cost A$5 million (US$3.3 million).", ["900", "5e+06 australian dollar", "3.3e+06 dollar"]),
    ("The quake of magnitude 6.1 was felt abroad.", ["6.1 magnitude"]),
    ("Doctors ordered 1.5m-2m doses.", ["1.5e+06..2e+06 | doses ()"]),
    ("The fire burned thousands of acres.", ["1000 acre | vague"]),
    ("He swims four times a week.", ["4 count per week"]),
    ("It sold three times more than last year.", ["3"]),
    ("The school is less than a mile away.", ["1 mile | under"]),
    ("The bridge weighs 45 and the crane 50 tonnes.", ["45", "50 tonne"]),
    ("The lake lost 5 or 6 metres.", ["5..6 metre"]),
    ("Losses of 30 MUSD were booked.", ["3e+07 dollar"]),
    # ages
    ("A 12-year-old girl was rescued.", ["12 year of age | girl (person)"]),
    ("Ana Ruiz, 34, was elected mayor.", ["34 year of age"]),
    ("The poet died aged 91.", ["91 year of age"]),
    ("She has sons aged 4, 7 and 11.", ["4 year of age", "7 year of age", "11 year of age"]),
    ("The driver, 34, and the twins, both 17, were hurt.", ["34 year of age", "17 year of age"]),
    ("At 16, he left school; she was 92.", ["16 year of age", "92 year of age"]),
    ("Children aged between five and 11 travel free.", ["5..11 year of age"]),
    ("Pensioners over 75 and a baby aged 18 months are ill.", ["75 year of age | over", "18 month of age"]),
    ("The 18-24 age group stayed away.", ["18..24 year of age"]),
    ("The 37-year-old beat the champion.", ["37 year of age"]),
    ("Two 19-year-olds were held.", ["2 | 19-year-olds (person)", "19 year of age"]),
    # what is counted
    ("The tribunal heard 12 men and 9 women.", ["12 | men (person)", "9 | women (person)"]),
    ("Ten thousand North Sea oil workers downed tools.", ["10000 | North Sea oil workers (person)"]),
    ("A total of 60 people were hurt and another 15 arrested.", ["60 | people (person)", "15 | arrested (person)"]),
    ("Quake kills 12 in coastal town", ["12 | person (person)"]),
    ("The death toll has risen to 48.", ["48 | person (person)"]),
    ("A 20,000-strong crowd marched.", ["20000 | crowd ()"]),
    ("Nine of 10 voters stayed at home.", ["0.9 | voters (person)"]),
    ("The fleet will grow from 10 to 12 ships.", ["10 | ships (vessel)", "12 | ships (vessel)"]),
    ("We saw hundreds, if not thousands, of fans.", ["100 | vague | fans (person)", "1000 | vague | fans (person)"]),
    ("The number of new cases rose to 812 from 640.", ["812 | new cases (case)", "640 | new cases (case)"]),
    ("Visitors to the park fell to 2,300.", ["2300 | Visitors (person)"]),
    ("A father of three was shot.", ["3 | child (person)"]),
    ("One child in six is poor, and one man in 10 cities was held.", [
        "0.166667 | child (person)", "1 | man (person)", "10 | cities (place)"]),
    ("They freed 33 of about 100 hostages.", ["33 | hostages (person)", "100 | about | hostages (person)"]),
    ("The strike by 2,000 drivers affects a two-bed flat.", ["2000 | drivers (person)", "2 | bed flat (home)"]),
    (
        "It killed 90 people, including 12 children, and 20 were foreign.",
        ["90 | people (person)", "12 | children (person)", "20 | people (person)"],
    ),
    ("The firm found eight \"critical\" holes.", ["8 | critical\" holes ()"]),
    ("She had two top 10 albums and is in the top 50.", ["2 | top 10 albums (work)", "10 | albums (work)"]),
    ("The carrier ordered 12 Boeing 787s.", ["12 | Boeing 787s ()"]),
    ("A two-metre-high wall fell on the 1.3bn-euro plant.", ["2 metre | wall ()", "1.3e+09 euro | plant (building)"]),
    ("Unrest rocked the two main cities.", ["2 | main cities (place)"]),
    ("The second convoy arrived.", ["2 | convoy (vehicle)"]),
    ("It is one of the city's oldest bridges.", ["1 | city's oldest bridges ()"]),
    ("The charity got £2m worth of medicine.", ["2e+06 pound sterling | medicine ()"]),
    ("A six-judge bench heard a three-time champion.", ["6 | judge (person)", "3 | time champion (person)"]),
    ("He had a kilo of tea hidden in a two-year-old van.", ["1 kilogram | tea ()", "2 year of age | van (vehicle)"]),
    ("The 81-year-old painted harbours.", ["81 year of age"]),
    ("A 9-year-old disabled boy watched.", ["9 year of age | disabled boy (person)"]),
    ("The depot holds 400 sports utility vehicles.", ["400 | sports utility vehicles (vehicle)"]),
    ("Police freed 15 people injured in the crush.", ["15 | people (person)"]),
    ("An eighth of tenants left, and barely a quarter paid.", ["0.125 | tenants (person)", "0.25"]),
    ("Half the town's shops shut, a third fewer than feared.", ["0.5 | town's shops (building)", "0.333333"]),
    ("One in nine passed the test.", ["0.111111"]),
    # what a bound is not, and what times are
    ("It fined more than the 40 firms of last year over the nine weeks.", ["40 | firms (company)", "9 week"]),
    ("The seven won the cup four times as amateurs.", ["7", "4 | times ()"]),
    ("It is three to four times more likely.", ["3..4"]),
    # scores
    ("She won 4-6 7-5 and her club drew 0-0.", ["4..6", "5..7", "0..0"]),
    # money and ages of the trade pages
    ("Maize rose to $4.20 1/2 a bushel.", ["4.205 dollar per bushel"]),
    ("Batteries cost $90 per kilowatt-hour.", ["90 dollar per kilowatt hour"]),
    ("The average age of a farmer here is now 58.", ["58 year of age"]),
    ("She and her grandmother, 71, were found.", ["71 year of age"]),
    ("They marched before a crowd of 2,500.", ["2500 | crowd (person)"]),
    # what a bare figure counts or is per
    ("The siren sounded 14 times before dawn.", ["14 | times ()"]),
    ("He was four times over the drink-drive limit and was warned four times over the years.", ["4", "4 | times ()"]),
    ("She trailed by 300 ballots out of 9,400 cast.", ["300 | ballots (vote)", "9400 | ballots (vote)"]),
    ("They hold 48 seats, one short of control.", ["48 | seats (vote)", "1"]),
    ("Four climbers fell and one was killed.", ["4 | climbers (person)", "1 | climbers (person)"]),
    ("Four climbers fell, and one is not the same since.", ["4 | climbers (person)"]),
    ("The island's population shrank to 31,000.", ["31000 | population (person)"]),
    ("The grant pays for two nurses, a dozen ovens and a van.", ["2 | nurses (person)", "12 | ovens ()"]),
    ("Shares traded at $5, a low.", ["5 dollar"]),
    ("Ferries sank, drowning 12 and over 300 are missing.", ["12", "300 | over"]),
    # shares and spans that an article tells
    ("Orders were up a fifth and costs fell a third.", ["0.2", "0.333333"]),
    ("She won by a tenth of a second.", ["0.1 second"]),
    ("It took more than a year, nearly an hour a day.", ["1 year | over", "1 hour per day | nearly"]),
    ("A year ago it opened for a day.", []),
    ("The crew logged 2,700 flying hours and slept for two full days.", ["2700 hour", "2 day"]),
    ("It took 12 full-year reports and one full year.", ["12 | full-year reports (work)", "1 year"]),
    ("The chip holds 4x2^10 bits.", ["4096 bit"]),
    # bounds and none
    ("It has 120 rooms over six floors.", ["120 | rooms ()", "6 | floors ()"]),
    ("Jabs are for people 65 and older, boys 12 and under.", ["65 year of age | at least", "12 year of age | up to"]),
    ("Measure 12 passed, as did Proposition 9.", []),
    # no number that somebody is to call
    ("Ruiz led all scoring 31, Dunn sat out.", ["31"]),
    ("Call the harbour on 101 or dial 999.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_figures(text: str, expected: list[str]) -> None:
    assert [shown(q) for q in read(text)] == expected


NO_FIGURE = [
    "The treaty was signed in 2004.",
    "She was born on 16 July.",
    "The trial resumes at 10:30 am on March 3.",
    "The army tested its K-2 tank and an F-16.",
    "One of them is lying.",
    "No one knew which one was right.",
    "© 2024 The Daily Planet",
    "The airline filed for Chapter 11.",
    "See page 12 of the report.",
    "Call 020 7946 0123 for details.",
    "He grew up in the 1960s.",
    "The 2004-05 season was his best.",
    "Boeing 747 flights resume.",
    "They met at first light, and one another's eyes filled.",
    "Version 10.4.2 was released.",
    "Radio Four broke the news.",
    "It was the first time in the second half.",
    "The 13th Amendment is short.",
    "It is a tale of delight, one of fear, and of hope.",
    "She lives at 10 Downing Street.",
    "The 4x100m relay is on.",
    "The film is called 06/05.",
    "See pages 4, 5 and 6 of the report.",
    "The 7/7 bombers met at half past nine.",
    "It was a one-off payment in a one-sided deal, for one thing.",
    "Type 2 diabetes and category 4 storms worry them.",
    "Test scores fell, and the song left the top 10.",
    "They played six-a-side with a 30-something.",
    "Twenty20 cricket is a million to one shot.",
    "They both won, and both from behind.",
    "They have both lowered prices.",
    "Witnesses should call the force on 101, quoting reference 7781.",
    "The firm sent its Form 6-K to Year 9 pupils.",
    "This is part two of the tale.",
]


@pytest.mark.parametrize("text", NO_FIGURE)
def test_what_is_no_figure(text: str) -> None:
    assert [shown(q) for q in read(text)] == []


def test_span_covers_hedge_currency_and_unit_but_not_the_noun() -> None:
    [q] = read("The deal cost almost £3.5m in fees.")
    assert (q.text, q.numeral) == ("almost £3.5m", "3.5m")
    assert q.counted is not None
    assert q.counted.text == "fees"


def test_offsets_point_into_the_text() -> None:
    text = "Some 40 trucks and at least nine buses, worth $6 million, burned."
    for q in read(text):
        assert text[q.start : q.end] == q.text
        if q.counted:
            assert text[q.counted.start : q.counted.end] == q.counted.text


def test_what_a_count_is_per_stands_behind_its_noun() -> None:
    text = "It seats 900 diners a night, sells 40 loaves daily and hired 12 cooks a year ago."
    per = {q.text: q.rate for q in read(text)}
    assert per == {"900": "night", "40": "day", "12": ""}


def test_a_bare_figure_may_be_per_something() -> None:
    [pulse, krona] = read("It beat at 40 per minute as the krona slid to 11.2 per dollar.")
    assert (pulse.rate, pulse.counted, krona.rate) == ("minute", None, "dollar")


def test_what_runs_in_a_second_is_told_in_bits() -> None:
    assert [q.unit for q in read("It sends 56 kb per second and stores 2 MB per second.")] == [
        "kilobit per second",
        "megabyte per second",
    ]


def test_change_and_direction() -> None:
    changes = {
        q.numeral: q.change for q in read("Exports rose 20 percent, imports fell to 5 percent, and 7 percent stayed.")
    }
    assert changes == {"20": "up", "5": "down", "7": "="}


def test_qualifiers_make_wholes_additions_and_parts() -> None:
    text = "A total of 90 ships, a further 12 tugs, the first 30 crews, only 4 pilots and 6 cooks each."
    assert [q.qualifier for q in read(text)] == ["total", "further", "first", "only", ""]


def test_a_figure_of_a_given_whole_is_a_part() -> None:
    [part, whole] = read("Some 200 of the 350 hostages were freed.")
    assert (part.qualifier, whole.qualifier) == ("part", "")
    assert part.counted is not None
    assert part.counted.head == "hostage"


def test_dollars_are_the_articles_own_where_it_marks_american_ones() -> None:
    [a, b] = read("Canada will spend $4 billion, about US$3 billion, on ports.")
    assert (a.unit, a.dimension) == ("canadian dollar", "money:CAD")
    assert (b.unit, b.dimension) == ("dollar", "money:USD")


def test_a_date_of_the_times_room_is_no_figure_and_a_duration_is() -> None:
    from checker.language import analyse
    from checker.quantities import extract
    from checker.records import Document, Time

    text = "Polls open 7 weeks after 6 June."
    duration = Time(11, 18, "7 weeks", "DURATION", "P7W")
    date = Time(25, 31, "6 June", "DATE", "2024-06-06")
    assert [q.text for q in extract(analyse(Document(text)), [duration, date])] == ["7 weeks"]


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 6.4 earthquake struck the coast.",
        "A 6.4-magnitude earthquake struck the coast.",
        "The earthquake had a magnitude of 6.4 and was shallow.",
        "The survey put its magnitude at about 6.4 on Tuesday.",
        "A quake measuring 6.4 on the Richter scale was felt.",
    ],
)
def test_a_magnitude_is_a_measure_wherever_the_word_stands(text: str) -> None:
    (figure,) = [one for one in read(text) if one.value == 6.4]
    assert (figure.unit, figure.kind) == ("magnitude", "measure")
