"""How English papers mark interviews and transcripts.

Rule of this room: tables only, written by hand from newspaper style.
"""

import re

from bot.core.language_data.reported_speech import DialogueTerms

_NOTES = """
photo photos picture image graphic video audio source sources note notes update correction clarification editor date
time venue price prices address contact info example warning tip topic number numbers monday tuesday wednesday thursday
friday saturday sunday goals pros cons pro con plus minus text author editor's interview background result results
today yesterday ingredients method where when what who why problem solution bottom verdict step aim reason breaking
"""

DIALOGUE = DialogueTerms(
    questions=frozenset({"q", "question", "interviewer", "reporter", "host", "moderator"}),
    answers=frozenset({"a", "answer"}),
    notes=frozenset(_NOTES.split()),
    particles=frozenset("of the van von de der la le al bin and for".split()),
    reporter=frozenset({"i", "we"}),
    first_person=frozenset("i me my mine myself we us our ours i'm i've i'd i'll we're we've we'll we'd".split())
    | frozenset("i’m i’ve i’d i’ll we’re we’ve we’ll we’d".split()),
    second_person=frozenset("you your yours yourself you're you've you'd you'll you’re you’ve you’d you’ll".split()),
    opening_pronouns=frozenset({"You"}),
    forms_of_address=frozenset(
        "mr mr. mrs mrs. ms ms. dr dr. sir madam professor prof. senator minister mayor".split()
    ),
    staff=frozenset("reporter reporters correspondent colleague editor columnist host".split()),
    announcing=re.compile(
        r"\binterview|\bquestions? (?:for|to|with)\b|\bq ?& ?a\b|\b(?:spoke|talked|talks|speaks) (?:to|with)\b"
    ),
    conducting=re.compile(
        r"\b(?:interviewed|conducted|interview) by\b|^(?:interview|questions|words)\b(?! (?:with|for|to)\b)"
    ),
)
