"""English forms that no stemmer finds: irregular verbs, plurals and comparatives, and numerals.

Rule of this room: a line is a base form and what stands for it; regular forms are the stemmer's business.
"""

import re

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
mislead misled;withhold withheld;overhear overheard;misunderstand misunderstood;string strung;spit spat;slay slew slain
dye dyed;sue sued suing;outgrow outgrew;oversee oversaw overseen
partake partook;repay repaid;rewrite rewrote rewritten;lie lay lain
"""
_NOUNS = """
man men;woman women;child children;person people;foot feet;tooth teeth;mouse mice;goose geese;ox oxen
crisis crises;analysis analyses;basis bases;thesis theses;hypothesis hypotheses;criterion criteria
phenomenon phenomena;medium media;datum data;index indices;appendix appendices;nucleus nuclei;bacterium bacteria
life lives;wife wives;knife knives;leaf leaves;wolf wolves;half halves;thief thieves;loaf loaves;shelf shelves
spokesman spokesmen;businessman businessmen;policeman policemen;fisherman fishermen;fireman firemen
fungus fungi;stimulus stimuli;alumnus alumni;genus genera;gentleman gentlemen;grandchild grandchildren
gas gases;bus buses;menu menus;elf elves;larva larvae;alga algae;formula formulae;matrix matrices;species specie
congressman congressmen;craftsman craftsmen;frenchman frenchmen;englishman englishmen;serviceman servicemen
"""
_OTHERS = """
good better best;bad worse worst;far farther farthest further furthest;die dying died dies;lie lying;tie tying
"""
_SPELLINGS = """
centre center;theatre theater;metre meter;litre liter;fibre fiber;calibre caliber;colour color;honour honor
labour labor;harbour harbor;neighbour neighbor;neighbourhood neighborhood;favour favor;favourite favorite
behaviour behavior;humour humor;rumour rumor;armour armor;vapour vapor;tumour tumor;parlour parlor;flavour flavor
defence defense;offence offense;licence license;practise practice;programme program;catalogue catalog
dialogue dialog;analogue analog;grey gray;plough plow;aeroplane airplane;aluminium aluminum
archaeology archeology;paediatric pediatric;anaemia anemia;mediaeval medieval;encyclopaedia encyclopedia
travelled traveled;travelling traveling;traveller traveler;cancelled canceled;labelled labeled;modelling modeling
jewellery jewelry;sceptical skeptical;sulphur sulfur;manoeuvre maneuver;sceptic skeptic;ageing aging
"""
"""British spellings, each with the American one."""
_GRADED = """
big bright broad busy cheap clean clear close cold cool dark dead deep dense dirty dry early easy fair fast few fierce
fine firm flat free fresh full great happy hard harsh healthy heavy high hot hungry large late lazy light long loud low
lucky mild narrow near neat new nice noble old plain poor pretty pure quick quiet rare rich rough round sad safe sharp
short simple slight slow small smart smooth soft soon steep strict strong sunny sweet tall thick thin tight tiny
tough ugly vast warm weak wealthy wet wide wild wise young
"""
"""Adjectives with comparatives in -er and -est."""
_NUMERALS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _forms(table: str) -> dict[str, str]:
    lines = (line.split() for line in table.replace("\n", ";").split(";") if line.strip())
    return {form: line[0] for line in lines for form in line[1:]}


def _graded(adjective: str) -> dict[str, str]:
    """Return an adjective's comparative and superlative: larger, busiest, bigger."""
    if adjective.endswith("y"):
        trunk = adjective[:-1] + "i"
    elif adjective.endswith("e"):
        trunk = adjective[:-1]
    elif re.fullmatch(r"[^aeiou]*[aeiou][bdgnt]", adjective):
        trunk = adjective + adjective[-1]
    else:
        trunk = adjective
    return {trunk + "er": adjective, trunk + "est": adjective}


IRREGULAR = {
    **{form: adjective for word in _GRADED.split() for form, adjective in _graded(word).items()},
    **_forms(_SPELLINGS),
    **_forms(_OTHERS),
    **_forms(_NOUNS),
    **_forms(_VERBS),
}
"""Form to base form. Where a form belongs to two verbs (found, lay, bound), the frequent reading stands."""
del IRREGULAR["lay"]
NUMERALS = {
    **{word: n for n, word in enumerate(_NUMERALS.split())},
    **{word: 10 * (n + 2) for n, word in enumerate(_TENS.split())},
    "dozen": 12,
}
"""Number words up to ninety; hundred and more multiply (`MULTIPLIERS`)."""
MULTIPLIERS = {"hundred": 100, "thousand": 1000}
