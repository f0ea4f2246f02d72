"""Which sentences are spoken by or for a group: "A resident asked…", "for the Chamber of Trade"."""

import re
from collections.abc import Iterable, Sequence

from assistant.understanding.group import Group
from vectorstore.found import StoredPassage
from vectorstore.records import DECIDES, ParagraphKind
from vectorstore.wording import fold, sentence_spans

_RESIDENTS = (
    r"(?i:residents?|neighbours?|villagers?|householders?|inhabitants)|Action Group|Friends of|"
    r"[A-Z][\w’'-]+ of [A-Z]\w+ (?:Avenue|Close|Court|Drive|Gardens|Hill|Lane|Road|Row|Square|"
    r"Street|Terrace|Way)"
)
_PARENTS = r"parents?|mothers?|fathers?|famil(?:y|ies)|Parent (?:Carer )?(?:Council|Forum)"
_TRADERS = (
    r"traders?|business(?:es)?(?: owners?)?|shopkeepers?|retailers?|Chamber of (?:Commerce|Trade)"
)
_CAMPAIGNERS = r"campaigners?|protest(?:ers?|ors?)|petitioners?|Action Group|Friends of"
_CALLED = {
    Group.PUBLIC: (
        rf"{_RESIDENTS}|{_PARENTS}|{_TRADERS}|{_CAMPAIGNERS}|members? of the public|the public|"
        r"deputations?|petition"
    ),
    Group.RESIDENTS: rf"{_RESIDENTS}|members? of the public",
    Group.PARENTS: _PARENTS,
    Group.YOUNG: r"young people|pupils?|students?|children|Youth (?:Council|Forum|Parliament)",
    Group.TRADERS: _TRADERS,
    Group.OBJECTORS: r"objectors?|[Ss]peaking against",
    Group.SUPPORTERS: r"supporters?|[Ss]peaking (?:for|in favour)",
    Group.CAMPAIGNERS: _CAMPAIGNERS,
    Group.DEPUTATION: r"deputations?",
    Group.TENANTS: r"tenants?|leaseholders?",
    Group.CYCLISTS: r"cyclists?",
    Group.DRIVERS: r"drivers?|motorists?",
    Group.FARMERS: r"farmers?",
    Group.PATIENTS: r"patients?",
    Group.PASSENGERS: r"passengers?|commuters?|bus users?",
    Group.VOLUNTEERS: r"volunteers?",
}
_VERB = (
    r"(?:addressed|argued|asked|called|claimed|complained|described|expressed|felt|feared|handed|"
    r"objected|opposed|preferred|presented|raised|said|spoke|stated|suggested|supported|thought|told|"
    r"urged|voted|wanted|welcomed|wished)"
)
# Who is asked or told does not speak.
_SPEAKS = rf"(?<!\bbe )(?<!\bbeen )(?<!\bwas )(?<!\bwere )\b{_VERB}\b"
_NO_VERB = rf"(?:(?!{_SPEAKS})[^.;])"
_SENT = (
    r"(?i:comments?|complaints?|concerns?|emails?|e-mails?|feedback|letters?|objections?|petitions?|"
    r"questions?|replies|representations?|responses|show of hands|views)"
)
_FEELS = (
    r"(?:\w+ )?(?:afraid|against|angry|anxious|concerned|divided|frightened|in favour|opposed|"
    r"pleased|tired|unhappy|upset|worried)"
)


def _spoken(who: str) -> re.Pattern[str]:
    return re.compile(
        rf"^{_NO_VERB}*?(?<!the late )\b(?:{who})\b{_NO_VERB}{{0,90}}{_SPEAKS}|"
        rf"(?<!\bno )\b{_SENT}\b[^.;]{{0,90}}\b(?:by|from) (?:[\w’'-]+ ){{0,3}}?"
        rf"(?:{who})\b(?![’'])|"
        rf"\b{_SENT} of (?:[\w’'-]+ ){{0,2}}?(?:{who})\b(?![’'])|"
        rf"\b(?:{who}) (?:are|had been|is|was|were) {_FEELS}\b|"
        rf"\b(?:on behalf of|speaking for) [^.;]{{0,40}}\b(?:{who})\b"
    )


_SPOKEN = {group: _spoken(who) for group, who in _CALLED.items()}
# What surveys and petitions tell of those who live there, and objections of those who object.
_SURVEYED = (
    r"\b(?:consultation|survey)\b[^.;]*\b(?:replies|respondents|responses)\b|"
    r"\bpeople\b[^.;]*\b(?:answered|replied|responded)\b|\bpetition\b[^.;]*\bsignatures\b"
)
_ALSO = {
    Group.PUBLIC: re.compile(_SURVEYED),
    Group.RESIDENTS: re.compile(_SURVEYED),
    Group.OBJECTORS: re.compile(
        r"(?<!\bno )\b(?:object(?:ed|ions?)|opposed)\b|\brepresentations?\b[^.;]*\bagainst\b"
    ),
    Group.SUPPORTERS: re.compile(r"\bsupported\b|\brepresentations?\b[^.;]*\bin support\b"),
}
_HEADED = {
    Group.PUBLIC: re.compile(
        r"\b(?:public (?:forum|participation|questions?|session|speaking|time)|residents|"
        r"deputations?|petitions?|questions from the public)\b",
        re.IGNORECASE,
    ),
    Group.RESIDENTS: re.compile(
        r"\bresidents\b|\bpublic (?:forum|participation|questions?|session|speaking|time)\b",
        re.IGNORECASE,
    ),
}
# How a paragraph begins in which those of one side speak after each other.
_LABELLED = {
    Group.OBJECTORS: ("Speaking against", "Objectors"),
    Group.SUPPORTERS: ("Speaking for", "Speaking in favour", "Supporters"),
}
# Who answers the public, and what goes on with somebody's words.
_OFFICIAL = re.compile(
    r"^(?:In reply|In response|The (?:Chair\w*|Clerk|Leader|Mayor)|Chair\w*|Cllrs?|Councillors?|"
    r"[A-Z][\w’'-]+ (?:replied|answered|would find out))\b|\breplied\b|^(?:RESOLVED|Referred|Noted)"
)
_GOES_ON = re.compile(
    r"^(?:He|She|They|His|Her|Their|It|This|These|Another|One|Both|In addition|Some|Others)\b"
)
_NAMED = re.compile(r"((?:[A-Z][\w’'-]+ ?)+)(?:and ((?:[A-Z][\w’'-]+ ?)+))? ?\(([^()]*)\)")


def members(group: Group, attendance: Iterable[StoredPassage]) -> frozenset[str]:
    """The surnames that lists of those present give to a group: "Mr Adan (local resident)"."""
    told = re.compile(rf"\b(?:{_CALLED[group]})\b")
    return frozenset(
        name.split()[-1]
        for passage in attendance
        if passage.reference.kind is ParagraphKind.ATTENDANCE
        for found in _NAMED.finditer(passage.text)
        if told.search(found[3])
        for name in found.groups()[:2]
        if name and name.split()
    )


def spans_of(
    group: Group, passage: StoredPassage, names: Sequence[str] = ()
) -> list[tuple[int, int]]:
    """The sentences of a passage that are spoken by or for a group, as offsets into it."""
    if passage.reference.kind in DECIDES | {ParagraphKind.ATTENDANCE}:
        return []
    titled = passage.reference.item_title or passage.heading
    headed = (group in _HEADED and bool(_HEADED[group].search(titled))) or (
        group in _LABELLED and passage.raw.lstrip().startswith(_LABELLED[group])
    )
    own, speaks = [], False
    for start, end in sentence_spans(passage.raw):
        sentence = fold(passage.raw[start:end])
        if _speaks_for(group, sentence, names):
            speaks = True
        elif _OFFICIAL.search(sentence):
            speaks = False
        else:
            speaks = headed or (speaks and bool(_GOES_ON.search(sentence)))
        if speaks:
            own.append((start, end))
    return own


def _speaks_for(group: Group, sentence: str, names: Sequence[str]) -> bool:
    if _OFFICIAL.match(sentence):
        return False
    if _SPOKEN[group].search(sentence) or (group in _ALSO and _ALSO[group].search(sentence)):
        return True
    return any(re.match(rf"(?:M\w+ |Dr )?(?:\w+ )?{re.escape(name)}\b", sentence) for name in names)
