"""What the check of statements and quotations says in German.

Rule of this module: words only.
"""

from bot.conversation.check_phrases import CheckPhrases, DifferenceWords
from bot.model import DifferenceKind, QuotationVerdict, Verdict

_SIDES = "Im Artikel: {article}; in Ihrem Satz: {stated}."
GERMAN_CHECK = CheckPhrases(
    usage="Schreiben Sie eine Aussage hinter /check, zum Beispiel: /check Russland hat Raketen geliefert",
    verdicts={
        Verdict.STATED: "Ja: Das sagt der Artikel selbst.",
        Verdict.REPORTED: "Der Artikel sagt das nicht selbst, berichtet aber, dass andere es sagen.",
        Verdict.NEAR: "Fast, aber ganz so steht es nicht im Artikel. Der ähnlichste Satz weicht ab:",
        Verdict.OPPOSITE: "Nein: Der Artikel sagt das Gegenteil.",
        Verdict.ABSENT: "Das steht nicht im Artikel.",
    },
    said_by="Das sagt im Artikel: {who}. Der Artikel selbst sagt es nicht.",
    also_reported="Außerdem berichtet er es von anderen:",
    missing="Davon ist keine Rede: {words}",
    differences={
        DifferenceKind.WORDS: DifferenceWords(
            "Im Artikel heißt es „{article}“, in Ihrem Satz „{stated}“.",
            "In diesem Satz ist davon keine Rede: {stated}.",
            "Im Artikel heißt es dort „{article}“.",
            "Der Wortlaut weicht ab.",
        ),
        DifferenceKind.NUMBER: DifferenceWords(
            _SIDES,
            "Diese Zahl oder Zeitangabe nennt der Artikel dort nicht: {stated}.",
            "Der Artikel nennt eine andere Zahl oder Zeit: {article}.",
            "Eine Zahl oder Zeitangabe weicht ab.",
        ),
        DifferenceKind.NEGATION: DifferenceWords(
            "Das eine wird bejaht, das andere verneint: „{article}“ im Artikel, „{stated}“ in Ihrem Satz.",
            "Ihr Satz verneint es („{stated}“), der Artikel nicht.",
            "Der Artikel verneint es („{article}“), Ihr Satz nicht.",
            "Das eine wird bejaht, das andere verneint.",
        ),
        DifferenceKind.CERTAINTY: DifferenceWords(
            "Wie sicher es ist, weicht ab: „{article}“ im Artikel, „{stated}“ in Ihrem Satz.",
            "Ihr Satz lässt es offen („{stated}“), der Artikel nicht.",
            "Im Artikel ist es nicht sicher oder nicht geschehen: „{article}“.",
            "Wie sicher es ist, weicht ab.",
        ),
        DifferenceKind.EXTENT: DifferenceWords(
            _SIDES,
            "In Ihrem Satz steht „{stated}“, im Artikel nicht.",
            "Im Artikel steht „{article}“; das fehlt in Ihrem Satz.",
            "Wie viel oder wer genau gemeint ist, weicht ab.",
        ),
        DifferenceKind.ROLES: DifferenceWords(
            "Es geht um jemand oder etwas anderes: „{article}“ im Artikel, „{stated}“ in Ihrem Satz.",
            "Von „{stated}“ sagt der Artikel das nicht.",
            "Im Artikel ist es „{article}“.",
            "Wer was mit wem tut, ist im Artikel anders.",
        ),
        DifferenceKind.SPEAKER: DifferenceWords(
            "Im Artikel sagt das {article}, nicht {stated}.",
            "Dass das von {stated} stammt, sagt der Artikel nicht.",
            "Im Artikel sagt das {article}.",
            "Im Artikel sagt das jemand anderes.",
        ),
        DifferenceKind.TIME: DifferenceWords(
            "Wann es so ist, weicht ab: „{article}“ im Artikel, „{stated}“ in Ihrem Satz.",
            "In Ihrem Satz steht „{stated}“, im Artikel nicht.",
            "Im Artikel war es früher so: „{article}“.",
            "Wann es so ist, weicht ab.",
        ),
        DifferenceKind.OPPOSITE: DifferenceWords(
            "Im Artikel: „{article}“; in Ihrem Satz: „{stated}“.",
            "„{stated}“ sagt der Artikel nicht.",
            "Der Artikel sagt „{article}“.",
            "Der Artikel sagt das Gegenteil.",
        ),
        DifferenceKind.QUESTION: DifferenceWords(*["Der Artikel fragt das nur; er sagt es nicht."] * 4),
        DifferenceKind.SPREAD: DifferenceWords(
            "Die Wörter stehen im Artikel, aber er sagt etwas anderes damit: {stated}.",
            "Die Wörter stehen im Artikel, aber er sagt etwas anderes damit: {stated}.",
            "Der Artikel sagt mit diesen Wörtern etwas anderes.",
            "Die Wörter stehen im Artikel, aber er sagt etwas anderes damit.",
        ),
    },
    quote_usage="Schreiben Sie das Zitat oder einen Text mit Zitaten hinter /quote, zum Beispiel: "
    "/quote „Die Brücke ist sicher“ von Ute Kranz",
    quotations={
        QuotationVerdict.VERBATIM: "Steht wörtlich so im Artikel.",
        QuotationVerdict.SHORTENED: "Gekürzt: Die Wörter stehen im Artikel, aber es fehlen welche.",
        QuotationVerdict.CHANGED: "Verändert: Im Artikel lautet es anders.",
        QuotationVerdict.OTHER_SPEAKER: "Steht wörtlich so im Artikel, aber jemand anderes sagt es.",
        QuotationVerdict.INDIRECT: "Die Wörter stehen im Artikel, aber nicht als Zitat.",
        QuotationVerdict.TRANSLATED: "Übersetzt: Der Artikel ist in einer anderen Sprache, also "
        "lässt sich kein Wortlaut bestätigen. Dieser Satz sagt es:",
        QuotationVerdict.ABSENT: "Steht nicht im Artikel. Der ähnlichste Satz:",
    },
    no_quotation="In diesem Text ist kein Zitat.",
    left_out="Ausgelassen: {words}",
    changed_words="Im Artikel: {article}; in Ihrem Zitat: {stated}.",
    added_words="Nicht im Artikel: {stated}",
    lost_words="Fehlt in Ihrem Zitat: {article}",
    other_speaker="Im Artikel sagt das {article}, nicht {stated}.",
    said_in_parts="Im Artikel sagt davon jeder nur einen Teil: {article}.",
    not_given="der Artikel selbst",
    and_word="und",
)
