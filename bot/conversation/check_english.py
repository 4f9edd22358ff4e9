"""What the check of statements and quotations says in English.

Rule of this module: words only.
"""

from bot.conversation.check_phrases import CheckPhrases, DifferenceWords
from bot.model import DifferenceKind, QuotationVerdict, Verdict

_SIDES = "In the article: {article}; in your sentence: {stated}."
ENGLISH_CHECK = CheckPhrases(
    usage="Type a statement after /check, such as: /check Russia delivered missiles",
    verdicts={
        Verdict.STATED: "Yes: the article says so itself.",
        Verdict.REPORTED: "The article does not say so itself, but reports that others do.",
        Verdict.NEAR: "Nearly, but the article does not quite say this. The closest sentence differs:",
        Verdict.OPPOSITE: "No: the article says the opposite.",
        Verdict.ABSENT: "The article does not say this.",
    },
    said_by="In the article, this is said by: {who}. The article does not say it in its own voice.",
    also_reported="It also reports it from others:",
    missing="It does not mention: {words}",
    differences={
        DifferenceKind.WORDS: DifferenceWords(
            "In the article it is “{article}”, in your sentence “{stated}”.",
            "This sentence does not mention: {stated}.",
            "What the article says there is “{article}”.",
            "The words differ.",
        ),
        DifferenceKind.NUMBER: DifferenceWords(
            _SIDES,
            "The article does not give this figure or date there: {stated}.",
            "The article gives another figure or date: {article}.",
            "A figure or date differs.",
        ),
        DifferenceKind.NEGATION: DifferenceWords(
            "One says that it is so, the other not: “{article}” in the article, “{stated}” in your sentence.",
            "Your sentence says that it is not so (“{stated}”); the article does not.",
            "The article says that it is not so (“{article}”); your sentence does not.",
            "One says that it is so, the other that it is not.",
        ),
        DifferenceKind.CERTAINTY: DifferenceWords(
            "How certain it is differs: “{article}” in the article, “{stated}” in your sentence.",
            "Your sentence leaves it open (“{stated}”); the article does not.",
            "In the article it is not certain, or has not happened: “{article}”.",
            "How certain it is differs.",
        ),
        DifferenceKind.EXTENT: DifferenceWords(
            _SIDES,
            "Your sentence says “{stated}”; the article does not.",
            "The article says “{article}”; your sentence leaves that out.",
            "How much or who exactly is meant differs.",
        ),
        DifferenceKind.ROLES: DifferenceWords(
            "It is about somebody or something else: “{article}” in the article, “{stated}” in your sentence.",
            "The article does not say this of “{stated}”.",
            "In the article it is “{article}”.",
            "Who does what to whom is different in the article.",
        ),
        DifferenceKind.SPEAKER: DifferenceWords(
            "In the article {article} says so, not {stated}.",
            "The article does not say that this comes from {stated}.",
            "In the article {article} says so.",
            "Somebody else says so in the article.",
        ),
        DifferenceKind.TIME: DifferenceWords(
            "When it is so differs: “{article}” in the article, “{stated}” in your sentence.",
            "Your sentence says “{stated}”; the article does not.",
            "In the article it was so once: “{article}”.",
            "When it is so differs.",
        ),
        DifferenceKind.OPPOSITE: DifferenceWords(
            "In the article: “{article}”; in your sentence: “{stated}”.",
            "The article does not say “{stated}”.",
            "The article says “{article}”.",
            "The article says the contrary.",
        ),
        DifferenceKind.QUESTION: DifferenceWords(*["The article asks this; it does not say it."] * 4),
        DifferenceKind.SPREAD: DifferenceWords(
            "The article has these words, but says something else with them: {stated}.",
            "The article has these words, but says something else with them: {stated}.",
            "The article says something else with these words.",
            "The article has these words, but says something else with them.",
        ),
    },
    quote_usage="Put the quotation, or a text with quotations in it, after /quote, such as: "
    "/quote “The bridge is safe” by Ann Boyle",
    quotations={
        QuotationVerdict.VERBATIM: "Word for word in the article.",
        QuotationVerdict.SHORTENED: "Shortened: the words are in the article, but some are left out.",
        QuotationVerdict.CHANGED: "Changed: the article has it in other words.",
        QuotationVerdict.OTHER_SPEAKER: "Word for word in the article, but somebody else says it.",
        QuotationVerdict.INDIRECT: "The article has these words, but not as a quotation.",
        QuotationVerdict.TRANSLATED: "Translated: the article is in another language, so no wording can be confirmed. "
        "This sentence says it:",
        QuotationVerdict.ABSENT: "Not in the article. The closest sentence:",
    },
    no_quotation="There is no quotation in this text.",
    left_out="Left out: {words}",
    changed_words="In the article: {article}; in your quotation: {stated}.",
    added_words="Not in the article: {stated}",
    lost_words="Missing from your quotation: {article}",
    other_speaker="In the article {article} says it, not {stated}.",
    said_in_parts="In the article each of these says a part of it: {article}.",
    not_given="the article itself",
    and_word="and",
)
