"""Questions after who holds an office: "who is the leader of Medway?", "who chairs the board?"."""

import re
from dataclasses import dataclass

_HEADS = frozenset(
    """
    advisor adviser applicant architect archbishop auditor bishop captain chair chairman
    chairperson chairwoman chancellor chief clerk commissioner constable consultant convener
    convenor coordinator coroner dean developer director editor engineer executive governor head
    headmaster headmistress headteacher holder inspector judge landlord landlady lawyer lead leader
    licensee magistrate manager mayor mayoress member minister monitor mp msp ms officer ombudsman
    operator organiser owner petitioner president principal proprietor provost rector
    representative secretary sergeant sheriff solicitor spokesman spokesperson spokeswoman
    superintendent supervisor surveyor teacher tenant treasurer vicar warden
    """.split()
)
_ARTICLE = r"(?:the|our|your|its|their|a|an)"
_IS = rf"\bwho(?:[’']?s| (?:is|was|are|were|will be))(?: (?:now|currently))?(?: {_ARTICLE})? "
_HOLDS = re.compile(
    rf"{_IS}(?:(?P<whose>[\w’'& -]+?)[’']s? )?(?P<office>(?:[\w’'-]+ ){{0,3}}?(?P<head>[\w-]+))"
    r"(?: (?:of|for|on|to) (?:the )?(?P<of>[^?.,;()]+?))?"
    r"(?: (?:at|in) (?:the )?(?P<at>[^?.,;()]+?))?"
    r"(?: (?:now|currently|today))?\W*$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\bwho (?:now |currently )?(?P<verb>chairs?|chaired|leads?|led|heads?|headed)(?: up)?"
    r" (?:the )?(?P<of>[^?.,;()]+?)\W*$",
    re.IGNORECASE,
)
_OFFICE_OF = {"c": "chair", "l": "leader", "h": "head"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that a question asks the holder of.

    Args:
        name: its words, as typed: "chief executive".
        of: what it is the office of, as typed; empty where that is not said.
        at: where it is held, as typed: "head of housing at *Sandham*"; empty likewise.
        verb: the word that asks for it, in lower case: "chairs"; empty where it is named.
    """

    name: str
    of: str = ""
    at: str = ""
    verb: str = ""


def office_held(question: str) -> Office | None:
    """The office that a question asks the holder of; `None` where it asks for nobody's office."""
    if does := _DOES.search(question):
        verb = does["verb"].casefold()
        return Office(name=_OFFICE_OF[verb[0]], of=_named(does["of"]), verb=verb)
    found = _HOLDS.search(question)
    if not found or found["head"].casefold() not in _HEADS:
        return None
    of = _named(found["of"] or found["whose"] or "")
    return Office(name=found["office"], of=of, at=found["at"] or "")


def _named(of: str) -> str:
    return "" if of.casefold() in {"it", "that", "them", "this"} else of
