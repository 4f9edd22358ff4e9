"""English forms that no stemmer finds: irregular verbs, plurals and comparatives, and numerals.

Rule of this room: a line is a base form and what stands for it; regular forms are the stemmer's business.
"""

_VERBS = """
arise arose arisen;awake awoke awoken;bear bore borne;beat beaten;become became;begin began begun;bend bent
bind bound;bite bit bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;build built
burn burnt;buy bought;catch caught;choose chose chosen;cling clung;come came;creep crept;deal dealt;dig dug
draw drew drawn;dream dreamt;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt
fight fought;find found;flee fled;fling flung;fly flew flown;forbid forbade forbidden;forecast forecasted
foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;get got gotten
give gave given;go went gone;grind ground;grow grew grown;hang hung;hear heard;hide hid hidden;hold held
keep kept;kneel knelt;know knew known;lay laid;lead led;leap leapt;learn learnt;leave left;lend lent;light lit
lose lost;make made;mean meant;meet met;mistake mistook mistaken;mow mown;overcome overcame;overthrow overthrew
overthrown;pay paid;prove proven;ride rode ridden;ring rang rung;rise rose risen;run ran;say said;see saw seen
seek sought;sell sold;send sent;shake shook shaken;shine shone;shoot shot;show shown;shrink shrank shrunk
sing sang sung;sink sank sunk;sit sat;sleep slept;slide slid;sow sown;speak spoke spoken;speed sped;spend spent
spill spilt;spin spun;spring sprang sprung;stand stood;steal stole stolen;stick stuck;sting stung;strike struck stricken
strive strove striven;swear swore sworn;sweep swept;swell swollen;swim swam swum;swing swung;take took taken
teach taught;tear tore torn;tell told;think thought;throw threw thrown;understand understood;undergo underwent undergone
undertake undertook undertaken;uphold upheld;wake woke woken;wear wore worn;weave wove woven;weep wept;win won
withdraw withdrew withdrawn;withstand withstood;write wrote written;rebuild rebuilt;retake retook retaken
outgrow outgrew;oversee oversaw overseen;partake partook;repay repaid;rewrite rewrote rewritten;lie lay lain
"""
_NOUNS = """
man men;woman women;child children;person people;foot feet;tooth teeth;mouse mice;goose geese;ox oxen
crisis crises;analysis analyses;basis bases;thesis theses;hypothesis hypotheses;criterion criteria
phenomenon phenomena;medium media;datum data;index indices;appendix appendices;nucleus nuclei;bacterium bacteria
life lives;wife wives;knife knives;leaf leaves;wolf wolves;half halves;thief thieves;loaf loaves;shelf shelves
spokesman spokesmen;businessman businessmen;policeman policemen;fisherman fishermen;fireman firemen
congressman congressmen;craftsman craftsmen;frenchman frenchmen;englishman englishmen;serviceman servicemen
"""
_OTHERS = """
good better best;bad worse worst;far farther farthest further furthest;die dying died dies;lie lying;tie tying
"""
_NUMERALS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"


def _forms(table: str) -> dict[str, str]:
    lines = (line.split() for line in table.replace("\n", ";").split(";") if line.strip())
    return {form: line[0] for line in lines for form in line[1:]}


IRREGULAR = {**_forms(_OTHERS), **_forms(_NOUNS), **_forms(_VERBS)}
"""Form to base form. Where a form belongs to two verbs (found, lay, bound), the frequent reading stands."""
del IRREGULAR["lay"]
NUMERALS = {
    **{word: n for n, word in enumerate(_NUMERALS.split())},
    **{word: 10 * (n + 2) for n, word in enumerate(_TENS.split())},
    "dozen": 12,
}
"""Number words up to ninety; hundred and more multiply (`MULTIPLIERS`)."""
MULTIPLIERS = {"hundred": 100, "thousand": 1000}
