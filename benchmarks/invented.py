"""Minutes of an invented county, as many as are wanted: a grammar, a vocabulary and a seed.

No sentence is taken from anywhere, no two paragraphs are alike, and a seed always gives the same.
"""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

PARAGRAPHS_AN_ITEM, ITEMS_A_MEETING = 7, 7
FIRST_DAY = date(2016, 1, 12)
# Lengths of paragraphs in words: many short, some long, as in minutes.
SHORTEST, MOST, LONGEST = 20, 45, 120
# How often a sentence keeps to the topic and the place that its item is about.
ON_TOPIC = 0.7

COMMITTEES = """Cabinet|Scrutiny Committee|Planning Committee|Highways Advisory Board|
Children's Services Committee|Health Overview Committee|Audit Committee|Flood Risk Panel|
Libraries and Heritage Committee|Pensions Board|Rural Affairs Committee|Licensing Committee"""

PLACES = (
    "Ash Brack Cold Dun Elm Fal Garth Hather Ink Kel Lang Mar Nor Oak Pen Quar Ray Sal Thorn Wick",
    "bourne combe don field ford ham hurst ley mere port stead stow ton well wick worth",
)
SURNAMES = (
    "Al Bar Cor Dal Ever Fen Gran Hol Iver Jes Kirk Lam Mer Nes Or Pad Quin Ros Sel Tar",
    "brook by court dale den gate lock man more sham ston wright",
)
VOCABULARY = {
    "title": "Mr Mrs Ms Dr Councillor",
    "office": """Head of Highways|Director of Education|Corporate Director of Finance|Head of
        Libraries|Flood Risk Manager|Principal Planner|Head of Waste
        Services|Public Health Consultant|Monitoring Officer|Traffic
        Engineer|Head of Adult Social Care|County Archivist|Youth Offer Lead""",
    "topic": """e-scooters|library opening hours|the bypass|surface water flooding|home to
        school transport|pothole repairs|fly-tipping|the household waste
        site|bus subsidies|speed limits|street lighting|adult day
        centres|foster carers|the rights of way network|winter gritting|special
        school places|the pension fund|domestic abuse refuges|youth clubs|rural
        broadband|cycle lanes|weight limits on bridges|trading standards|coastal
        erosion|electric charging points|the records office|allotments|heat
        pumps in schools|empty homes|residents' parking|the travellers'
        site|care home fees|the museum store|tree planting|school crossing
        patrols|noise from the airfield|the archive of maps|food hygiene
        ratings|taxi licences|air quality|apprenticeships|the minerals
        plan|speech therapy|blue badges|the crematorium|loneliness|ditch
        clearance|the swimming baths|the park and ride|night buses""",
    "aspect": """the cost|the backlog|the contract|the timetable|public confidence|the
        consultation|the waiting list|the risk register|the business case|the
        number of complaints|staffing|the capital programme|the maintenance
        budget|performance|the forecast|take-up|the pilot""",
    "moved": "risen by|fallen by|overspent by|been cut by|exceeded its target by|slipped by",
    "unit": """per cent|cases|households|vehicles|pupils|pounds a week|visits|working
        days|thousand pounds""",
    "body": """the parish council|the district council|the fire authority|the hospital
        trust|the regulator|the contractor|the residents' association|the
        police|the county's members of Parliament|the auditors""",
    "saying": "said|explained|reported|advised|confirmed|observed|added|stressed|conceded|noted",
    "asking": "asked|wondered|enquired|sought assurance as to",
    "doing": """reviewed|published|tendered again|brought to the next meeting|inspected|funded
        from reserves|paused until the spring|shared with members|tested with
        users|audited""",
    "manner": """without delay|within existing resources|by the end of the financial year|in two
        stages|with the agreement of partners|subject to the weather|as a matter
        of urgency|after the election""",
    "cause": """inflation in the construction trades|the dry summer|a shortage of drivers|storm
        damage|late returns from providers|a change in the law|the loss of a
        grant|an unusually wet winter|the closure of the depot|higher demand from
        older residents|a fault in the software""",
    "feeling": "concerned|encouraged|disappointed|grateful|not persuaded|surprised|reassured",
    "month": "January February March April May June July September October November December",
}
CLAUSES = (
    "{aspect} of {topic} in {place} had {moved} {figure} {unit} since {month} {year}",
    "{topic} had been raised by {body} after {cause} had affected {place} and {place}",
    "{aspect} would be {doing} {manner}, and {place} would come first",
    "{body} had written about {topic} in {place} and had received no answer for {small} weeks",
    "{place} had recorded {figure} {unit}, {small} of them as a result of {cause}",
    "the Council had set aside £{figure},000 for {topic}, of which £{small},000 was for {place}",
    "residents of {place} were {feeling} about {aspect}, while those of {place} were {feeling}",
    "{topic} could not be {doing} until {body} had agreed {aspect}",
    "the survey at {place} had found {figure} {unit}, against {figure} in {year}",
    "{cause} explained why {aspect} for {topic} had {moved} {figure} {unit}",
)
SENTENCES = (
    "{person} {saying} that {clause}.",
    "{person} {saying} that {clause}, and that {clause}.",
    "A Member {asking} whether {clause}.",
    "{person} {asking} whether {clause}; {officer} replied that {clause}.",
    "In answer to {person}, {officer} {saying} that {clause}.",
    "{officer} introduced the report and {saying} that {clause}.",
    "It was {saying} that {clause}.",
    "The Chairman was {feeling} that {clause}.",
)
RESOLUTIONS = (
    "RESOLVED that {topic} in {place} be {doing} {manner}, and that £{figure},000 be set aside "
    "for it in the budget of {place}.",
    "RESOLVED that the report on {aspect} of {topic} be noted and that {officer} report again in "
    "{month} {year} on the position at {place}.",
)
QUESTIONS = (
    "what was said about {topic}",
    "{topic} {place}",
    "{topic}",
    "how many {unit} were recorded at {place}?",
    "what did the {committee} decide about {topic} in {place}?",
    "what's the latest on {topic}?",
    "who raised {topic} at {place}?",
    "why had {aspect} of {topic} {moved} so much?",
    "has {topic} been paused since {year}, and what did it cost?",
    "{cause}",
    "what did {surname} say about {topic} in {year}?",
    "are there any mermaids in {place}?",
)


class Invention:
    """Random text: every slot of a pattern filled from the vocabulary."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = {slot: _choices(words) for slot, words in VOCABULARY.items()}
        self._words |= {"place": _joined(*PLACES), "surname": _joined(*SURNAMES)}
        self._words |= {"clause": list(CLAUSES), "committee": _choices(COMMITTEES)}
        self._words |= {
            "person": ["{title} {surname}"],
            "officer": ["{title} {surname} ({office})"],
        }
        self._about: dict[str, str] = {}
        self._said: set[str] = set()

    def title(self) -> str:
        """The title of an item; what is filled from now on is mostly about the same."""
        self._about = {slot: self._random.choice(self._words[slot]) for slot in ("topic", "place")}
        return "{topic} in {place}".format(**self._about)

    def fill(self, pattern: str) -> str:
        """A pattern with every slot filled."""
        return re.sub(r"\{(\w+)\}", lambda slot: self.fill(self._word(slot[1])), pattern)

    def paragraph(self) -> str:
        """Sentences of some length in all, unlike any paragraph before."""
        length = self._random.triangular(SHORTEST, LONGEST, MOST)
        words = ""
        while len(words.split()) < length * 0.8:
            words = f"{words} {self.fill(self._random.choice(SENTENCES))}".strip()
        return self._new(" ".join(words.split()[: LONGEST - 1]).rstrip(".,;") + ".")

    def resolution(self) -> str:
        """What was resolved, unlike anything before."""
        return self._new(self.fill(self._random.choice(RESOLUTIONS)))

    def _new(self, text: str) -> str:
        while text in self._said:
            text = f"{text[:-1]}, as {self.fill('{person} {saying}')}."
        self._said.add(text)
        return text

    def _word(self, slot: str) -> str:
        if slot == "figure":
            return str(self._random.randint(11, 980))
        if slot == "small":
            return str(self._random.randint(3, 19))
        if slot == "year":
            return str(self._random.randint(2012, 2025))
        if slot in self._about and self._random.random() < ON_TOPIC:
            return self._about[slot]
        return self._random.choice(self._words[slot])


def write_minutes(folder: Path, passages: int, *, seed: int = 1) -> int:
    """Write minutes with at least so many numbered paragraphs; returns how many words they have."""
    folder.mkdir(parents=True, exist_ok=True)
    words = 0
    for name, text in _meetings(passages, seed):
        (folder / name).write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def questions(number: int, *, seed: int = 2) -> list[str]:
    """Questions of many kinds about the invented county, each another one."""
    invention = Invention(seed)
    found: dict[str, None] = {}
    for turn in count():
        if len(found) == number:
            break
        found[invention.fill(QUESTIONS[turn % len(QUESTIONS)])] = None
    return list(found)


def _meetings(passages: int, seed: int) -> Iterator[tuple[str, str]]:
    """The name and the text of one file of minutes after the other."""
    invention = Invention(seed)
    committees = _choices(COMMITTEES)
    for number in range(-(-passages // (ITEMS_A_MEETING * PARAGRAPHS_AN_ITEM))):
        day = FIRST_DAY + timedelta(days=number * 37 % 3_500)
        committee = committees[number % len(committees)]
        slug = re.sub(r"\W+", "-", committee.lower())
        yield f"{number:05}-{slug}-{day.isoformat()}.txt", _minutes(invention, committee, day)


def _minutes(invention: Invention, committee: str, day: date) -> str:
    present = ", ".join(invention.fill("{title} {surname}") for _ in range(9))
    blocks = [
        "NETHERSHIRE COUNTY COUNCIL",
        committee.upper(),
        f"MINUTES of a meeting of the {committee} held in the Council Chamber, Shire Hall, "
        f"Kelstead on {day:%A}, {day.day} {day:%B %Y}.",
        f"PRESENT: {present}",
        "UNRESTRICTED ITEMS",
    ]
    for item in range(1, ITEMS_A_MEETING + 1):
        title = invention.title()
        blocks.append(f"{item}.    {title[0].upper()}{title[1:]}\n(Item {item})")
        said = [invention.paragraph() for _ in range(PARAGRAPHS_AN_ITEM - 1)]
        said.append(invention.resolution())
        blocks += [f"({number})    {text}" for number, text in enumerate(said, start=1)]
    return "\n\n".join(blocks) + "\n"


def _choices(words: str) -> list[str]:
    """The alternatives of a list that is parted by "|", or else by spaces."""
    parted = words.split("|") if "|" in words else words.split()
    return [" ".join(word.split()) for word in parted]


def _joined(starts: str, ends: str) -> list[str]:
    return [start + end for start in starts.split() for end in ends.split()]
