"""Verbs of which forms have other stems: "ran" for "run".

After the list of irregular verbs in R. Quirk, S. Greenbaum, G. Leech and J. Svartvik, "A
Comprehensive Grammar of the English Language" (Longman, 1985), 3.11 to 3.19; without those of which
a form is another everyday word as well ("left", "found", "saw", "lead", "held").
"""

from collections.abc import Iterator

_VERBS = """
    become became; begin began begun; bring brought; break broke broken; build built; buy
    bought; catch caught; choose chose chosen; deal dealt; drive drove driven; fall fell
    fallen; feed fed; fight fought; fly flew flown; forgive forgave forgiven; freeze froze
    frozen; grow grew grown; keep kept; lose lost; overrun overran; oversee oversaw
    overseen; overspend overspent; overtake overtook overtaken; pay paid; rebuild rebuilt;
    ride rode ridden; rise rose risen; run ran; seek sought; sell sold; shake
    shook shaken; shoot shot; shrink shrank shrunk; sleep slept; speak spoke spoken; spend
    spent; steal stole stolen; stick stuck; strike struck; swim swam swum; teach taught;
    tear tore torn; throw threw thrown; underspend underspent; undertake undertook
    undertaken; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written
""".split(";")
_FORMS = {form: verb.split() for verb in _VERBS for form in verb.split()}


def forms(word: str) -> Iterator[str]:
    """The other forms of a verb, in lower case; none for words that keep their stem, and none for
    initials: "SEND"."""
    if word.isupper():
        return
    lower = word.lower()
    bases = [lower, lower.removesuffix("s")]
    if lower.endswith("ing"):
        stem = lower.removesuffix("ing")
        bases += [stem, f"{stem}e", stem[:-1]]
    found = next((_FORMS[base] for base in bases if base in _FORMS), ())
    yield from (form for form in found if form != lower)
