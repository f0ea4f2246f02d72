"""Does a sentence say where: does it name a place, or tell at, in or near what something is?"""

import re

from assistant.evidence.dates import MONTHS
from assistant.evidence.runs import Run, unasked
from assistant.understanding.question import Part

_KINDS = (
    "area|avenue|bank|beach|borough|bridge|brae|building|burn|canal|car park|castle|cemetery|"
    "centre|chamber|church|city|clinic|close|college|common|corner|county|court|crescent|crossroads|"
    "depot|district|door|drive|entrance|estate|farm|field|garage|garden|gate|green|ground|hall|"
    "harbour|headquarters|hill|home|hospital|hotel|house|industrial estate|island|junction|"
    "kerb|lane|lay-by|leisure centre|library|location|market|mill|moor|office|panel|parade|parish|"
    "park|path|pavement|pier|pitch|place|playground|pool|port|premises|pub|quay|railway|reserve|"
    "river|road|roundabout|room|row|school|shop|shore|site|square|stadium|station|stream|street|"
    "substation|surgery|terrace|theatre|town|town centre|verge|village|walk|ward|wharf|wood|yard"
)
_AT = (
    r"(?:above|across|along(?:side)?|around|at|behind|below|beneath|beside|between|beyond|by|from|in|"
    r"inside|into|near(?:est)?|next to|off|on|opposite|outside|round|through|throughout|to|towards|"
    r"under|within)"
)
# What stands after "in" and is no place: a time, a person, a body, a document.
_NO_PLACE = (
    rf"(?:{MONTHS}|Mr|Mrs|Ms|Miss|Dr|Sir|Cllrs?|Councillors?|Members?|Mon|Tues|Wednes|Thurs|Fri|"
    r"Satur|Sun|Spring|Summer|Autumn|Winter|Easter|Christmas|Chair\w*|Cabinet|Committee|Council|Act|"
    r"Appendix|Item|Section|Schedule|Phase|Plan|Band)(?:day)?\b"
)
_WHERE = re.compile(
    rf"\b(?i:{_AT}) (?:the |a |an )?(?!{_NO_PLACE})[A-Z][\w’'-]+"
    r"(?: (?:of the |of |and |the )?[A-Z][\w’'-]+)*|"
    rf"\b(?i:{_AT}) (?:[\w’'-]+ ){{0,4}}?(?i:(?:{_KINDS})(?:e?s)?)\b|"
    r"\b(?:[A-Z][\w’'-]+ )+(?:"
    + "|".join(kind.title() for kind in _KINDS.split("|"))
    + r")s?\b|\b[Ll]and (?:north|south|east|west|at|off|adjoining|between|behind)\b|"
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[AM]\d{1,4})\b|\bonline\b"
)


def places(words: str, part: Part) -> list[Run]:
    """The runs of a sentence that say where, but for those of the question."""
    return unasked(_WHERE, words, part)
