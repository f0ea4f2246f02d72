"""Every measure, in the order in which summaries and reports show it."""

from eval.cases import Case
from eval.measures.facts import NAMING
from eval.measures.figure import Better, Measure
from eval.measures.retrieval import BUDGETS

_ALCE = "Gao et al., ALCE, EMNLP 2023, section 4"
_TREC = "trec_eval through ir-measures (MacAvaney et al., ECIR 2022)"


def _every(case: Case) -> bool:
    return True


def _answerable(case: Case) -> bool:
    return case.answerable


def _unanswerable(case: Case) -> bool:
    return not case.answerable


def _has_facts(case: Case) -> bool:
    return case.answerable and bool(case.nuggets)


def _has_vital_facts(case: Case) -> bool:
    return case.answerable and any(nugget.vital for nugget in case.nuggets)


def _has_evidence(case: Case) -> bool:
    return case.answerable and bool(case.evidence)


def _asks_who(case: Case) -> bool:
    return case.answerable and bool(NAMING.intersection(case.tags))


_ANSWERS = (
    Measure(
        name="vital_nugget_recall",
        better=Better.HIGHER,
        meaning="vital facts that the answer's text holds",
        formula="vital nuggets proved / vital nuggets",
        source="after Lin and Demner-Fushman, HLT-NAACL 2006",
        applies=_has_vital_facts,
    ),
    Measure(
        name="nugget_recall",
        better=Better.HIGHER,
        meaning="all facts that the answer's text holds",
        formula="nuggets proved / nuggets",
        source="after Lin and Demner-Fushman, HLT-NAACL 2006",
        applies=_has_facts,
    ),
    Measure(
        name="evidence_precision",
        better=Better.HIGHER,
        meaning="citations that fall on evidence; acceptable evidence counts half",
        formula="sum of relevance / 2 over the citations / citations",
        applies=_has_evidence,
    ),
    Measure(
        name="citation_recall",
        better=Better.HIGHER,
        meaning="statements that their citations bear out",
        formula="statements borne out by all they cite / statements judged",
        source=_ALCE,
        applies=_every,
    ),
    Measure(
        name="citation_precision",
        better=Better.HIGHER,
        meaning="citations that their statement needs",
        formula="citations of borne-out statements that are not irrelevant / citations judged",
        source=_ALCE,
        applies=_every,
    ),
    Measure(
        name="exactness",
        better=Better.HIGHER,
        meaning="quotes that are the document's words, to the character",
        formula="citations with quote = folded text[start:end] / citations",
        applies=_every,
    ),
    Measure(
        name="attribution",
        better=Better.HIGHER,
        meaning="cited evidence whose speaker the citing sentences name (cases that ask who)",
        formula="such citations that name the speaker recorded / such citations",
        applies=_asks_who,
    ),
    Measure(
        name="words",
        better=Better.NEITHER,
        meaning="length of an answer, in words",
        formula="words of the answer's text",
        applies=_answerable,
        middle=True,
    ),
    Measure(
        name="removed_sentences",
        better=Better.NEITHER,
        meaning="sentences of a chat model that verification removed",
        formula="sentences removed",
        applies=_answerable,
    ),
    Measure(
        name="unjudged_sentences",
        better=Better.LOWER,
        meaning="statements on which the judge gave no judgement",
        formula="statements without a judgement / statements",
        applies=_every,
    ),
)
_REFUSALS = (
    Measure(
        name="refused",
        better=Better.HIGHER,
        meaning="unanswerable questions met with “not found” or with what is missing by name",
        formula="1 or 0 for each unanswerable case",
        applies=_unanswerable,
    ),
    Measure(
        name="wrongly_refused",
        better=Better.LOWER,
        meaning="answerable questions met with “not found” or without a citation",
        formula="1 or 0 for each answerable case",
        applies=_answerable,
    ),
    Measure(
        name="wrongly_partial",
        better=Better.LOWER,
        meaning="answerable questions answered as if the minutes lacked a part of it",
        formula="1 or 0 for each answerable case: `partly_answered`",
        applies=_answerable,
    ),
    Measure(
        name="accuracy",
        better=Better.HIGHER,
        meaning="right answers (every vital fact) and right refusals",
        formula="1 or 0 for every case",
        applies=_every,
    ),
)
_RETRIEVAL = (
    *(
        Measure(
            name=name,
            better=Better.HIGHER,
            meaning=meaning,
            formula=formula,
            source=_TREC,
            applies=_has_evidence,
        )
        for name, meaning, formula in (
            ("ndcg_10", "evidence near the top, graded", "DCG@10 / ideal DCG@10"),
            ("r_5", "pieces with evidence among the first 5", "found in 5 / all"),
            ("r_10", "pieces with evidence among the first 10", "found in 10 / all"),
            ("rr_10", "how far up the first evidence is", "1 / rank of the first, 0 after 10"),
            ("success_1", "the first piece holds evidence", "1 or 0"),
            ("success_5", "one of the first 5 holds evidence", "1 or 0"),
        )
    ),
    Measure(
        name="judged_10",
        better=Better.NEITHER,
        meaning="pieces among the first 10 that the test set knows; the others were never judged",
        formula="judged in 10 / min(10, retrieved)",
        source=_TREC,
        applies=_has_evidence,
    ),
    *(
        Measure(
            name=f"evidence_recall_{budget}",
            better=Better.HIGHER,
            meaning=f"evidence needed in the first {budget} words retrieved",
            formula="relevance-2 quotes read / relevance-2 quotes",
            applies=_has_evidence,
        )
        for budget in BUDGETS
    ),
)
_COST = (
    Measure(
        name="seconds",
        better=Better.NEITHER,
        meaning="how long an answer takes",
        formula="from the question to the whole answer",
        applies=_every,
        middle=True,
    ),
    Measure(
        name="tokens",
        better=Better.NEITHER,
        meaning="tokens that the chat model read and wrote for an answer",
        formula="as the model's provider counts them",
        applies=_every,
        middle=True,
    ),
    Measure(
        name="errors",
        better=Better.LOWER,
        meaning="cases in which something broke; their figures count as the worst",
        formula="1 or 0 for every case",
        applies=_every,
    ),
)
MEASURES = {measure.name: measure for measure in (*_ANSWERS, *_REFUSALS, *_RETRIEVAL, *_COST)}
"""Every measure by its name."""
