"""English words that report speech, and nouns that say what a party is; written by hand from newspaper usage.

Rule of this room: tables only.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def third_person(verb: str) -> str:
    """Return a verb's third person: ‹deny› to ‹denies›."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")


SAY = _words("""
say tell add announce argue ask assert acknowledge admit affirm agree disagree concur allege answer assure boast
caution cite claim comment complain concede conclude confirm contend counter declare deny describe disclose
emphasise emphasize estimate explain exclaim hint imply inform insist joke lament maintain mention note observe
pledge point predict promise propose quip read reaffirm recall recommend reiterate remark remind repeat reply report
respond reveal rule show signal state stress suggest swear testify tweet urge vow warn write find indicate stipulate
specify project forecast calculate call demand accuse blame criticise criticize condemn dismiss reject refute
dispute praise welcome appeal threaten question doubt offer plead apologise apologize recount remember discover
determine establish grumble laugh shout whisper cry post speak talk marvel guess regret deplore denounce decry hail
defend oppose continue hear confess applaud laud commend mock ridicule rebuke lambast downplay highlight endorse
contest slam blast play voice express contradict challenge underscore put order object advise justify clarify
underline guarantee protest accept recognise recognize foresee envisage imagine speculate theorise theorize surmise
attest certify retort elaborate opine volunteer venture relate profess moan bemoan fret jest tease alert notify
reassure undertake instruct direct beg implore proclaim pronounce inquire enquire encourage hold advocate
request reason characterise characterize
""")
"""Verbs of saying, in the infinitive."""

THINK = _words("""
believe think hope fear expect feel worry wonder assume suspect reckon anticipate understand suppose
""")
"""Verbs of thinking; a paper knows of a thought what its thinker said."""

MANNER = _words(
    "shrug smile sigh grin nod snap gasp chuckle beam fume rage enthuse muse reflect sob scoff sneer stammer"
)
"""Verbs that report only beside a quotation: ‹“Nobody asked us,” she shrugs›."""

CUES = SAY | THINK | MANNER

CLAUSE_ONLY = _words("""
read rule show find indicate put order call question agree point ask answer mention describe recall offer remember
discover determine establish post speak talk play laugh shout cry repeat object think feel know assume hope believe
write respond comment remind stipulate specify project guarantee continue hear accept recognise recognize foresee
envisage imagine speculate theorise theorize surmise attest certify retort elaborate opine volunteer venture relate
profess moan fret jest tease alert notify reassure undertake instruct direct beg implore proclaim pronounce inquire
enquire encourage hold understand suppose
request reason
""")
"""Verbs that report only with a clause, a quotation or behind their claim; with an object they tell of an action."""

ACTS = _words("""
criticise criticize deny dispute reject dismiss refute condemn accuse blame warn demand estimate confirm concede
admit acknowledge describe call question doubt allege predict claim contend put welcome praise defend oppose slam
blast denounce decry hail deplore regret lament voice express contradict challenge reiterate stress emphasise
emphasize underline propose recommend reaffirm promise pledge fear suspect expect forecast announce urge suggest
advise cite applaud laud characterise characterize commend mock ridicule rebuke lambast downplay
highlight endorse contest note liken advocate
bemoan
""")
"""Verbs that report a claim with a plain object: ‹X denied any link›."""

SURE = _words(
    "confident convinced certain sure adamant hopeful optimistic worried concerned afraid aware satisfied proud "
    "sorry clear"
)
"""Adjectives that report with ‹that›: ‹is confident that …›."""
INTRANSITIVE = _words("agree disagree apologise apologize concur")
"""Verbs that report alone: ‹Her neighbour agrees›."""

PUT = re.compile(r" put(?:s|ting)? \S.*? at (?:\S+ ){0,3}?(?:[\d£$€]|half |one |two |three |zero )")
"""‹put the number at 900›, the one way in which ‹put› reports."""

CALL = re.compile(r" call(?:ed|s|ing)? (?:on|for) ")

ADDRESSED = _words("""
tell inform warn remind assure advise urge ask call order accuse promise threaten alert notify reassure instruct
direct beg implore encourage
""")
"""Verbs with an addressee between them and the claim."""

TO = _words("""
promise pledge vow threaten urge agree offer order call appeal advise warn tell demand claim swear propose remind
expect beg implore instruct direct encourage undertake
""")
"""Verbs whose infinitive says what was said."""

HEARSAY_ADVERBS = _words("reportedly allegedly purportedly supposedly apparently rumouredly seemingly")
HEARSAY_PASSIVE = re.compile(
    r" (?:is|are|was|were|be|been|being) (?:(?:also|now|widely|still|already|generally|long) )*"
    r"(?:said|believed|thought|understood|reported|rumoured|rumored|alleged|feared|considered|presumed) to "
)
"""‹is said to have left›: reported, and nobody is named."""
HEARSAY_THAT = re.compile(
    r" it (?:is|was|has been|had been) (?:(?:also|now|widely) )*"
    r"(?:said|believed|thought|understood|reported|rumoured|rumored|alleged|feared|claimed|suggested|whispered) "
    r"(?!to |by |in |at |as )"
)
HEARSAY_NOUN = re.compile(
    r" (?:rumours?|rumors?|speculation|gossip|whispers|unconfirmed reports) (?:of|that|about|has|have|had|is|"
    r"are|over|suggest|suggests|suggested|say|said|spread|persist|persists|abound|swirl|swirled|circulated) |"
    r" according to (?:rumours?|rumors?|gossip|unconfirmed reports) |"
    r" there (?:is|was|has been|had been) (?:\w+ )?(?:talk|speculation|gossip) (?:of|that|about|over) |"
    r" there (?:are|were|have been|had been) (?:\w+ )?(?:reports|claims|rumours|rumors|whispers) (?:of|that|about) |"
    r" (?:are|is|was|were) (?:\w+ )?feared (?:dead|lost|drowned|trapped|missing|buried|injured) |"
    r" the story goes | word is that | word has spread | so it is said | local (?:legend|gossip|lore) |"
    r" (?:word|legend|rumour|rumor) has it "
)

PERSON = re.compile(
    r"(president|minister|premier|chancellor|secretary|spokes(?:man|woman|person|people)|leader|chief|head|"
    r"chair(?:man|woman|person)?|"
    r"director|officer|official|judge|lawyer|attorney|barrister|solicitor|prosecutor|expert|adviser|advisor|"
    r"analyst|economist|"
    r"scientist|researcher|biologist|ecologist|physicist|historian|professor|doctor|nurse|teacher|headteacher|"
    r"student|witness|resident|"
    r"neighbou?r|king|queen|pope|prince|princess|general|colonel|captain|commander|sergeant|inspector|"
    r"detective|constable|senator|"
    r"governor|mayor|councillor|member|mp|congressman|congresswoman|representative|ambassador|envoy|diplomat|"
    r"coach|player|manager|"
    r"owner|founder|partner|worker|driver|pilot|farmer|fisherman|coxswain|consultant|engineer|author|writer|"
    r"editor|journalist|"
    r"reporter|critic|opponent|supporter|activist|campaigner|protester|organiser|organizer|investigator|"
    r"insider|person|people|man|woman|men|"
    r"women|mother|father|parent|wife|husband|son|daughter|friend|colleague|executive|trader|importer|"
    r"candidate|"
    r"politician|lawmaker|commissioner|winner|runner|victim|survivor|tourist|visitor|customer|employee|employer|shareholder|deput(?:y|ie)|"
    r"volunteer|dealer|curator|"
    r"reader|villager|passenger|shopper|motorist|commuter|user|voter|patient|pupil|borrower|spectator|bystander|"
    r"onlooker|observer|clerk|postman|treasurer|warden|ranger|fan|shopkeeper|baker|chef|cook|landlord|landlady|tenant|"
    r"carer|aide|veteran|pensioner|relative|cousin|widow|couple|child|children|boy|girl|teenager|islander|local|"
    r"[a-z]{3,}ologist|"
    r"librarian|midwife|paramedic|surgeon|epidemiologist|scholar|negotiator|mediator|sources?)s?$"
)
"""Endings of nouns that name a person by what he or she does."""

BODY = re.compile(
    r"(government|ministry|department|police|agency|authority|authorities|court|council|committee|commission|"
    r"parliament|party|union|"
    r"association|federation|company|firm|group|corporation|bank|fund|university|institute|college|school|"
    r"hospital|museum|newspaper|"
    r"paper|magazine|broadcaster|network|station|channel|website|site|service|office|bureau|team|club|board|"
    r"army|navy|military|force|"
    r"charity|organi[sz]ation|ngo|trust|foundation|airline|operator|maker|manufacturer|retailer|insurer|"
    r"regulator|watchdog|"
    r"administration|opposition|coalition|embassy|kremlin|pentagon|house|church|society|chamber|defence|"
    r"prosecution|jury|media|press)"
    r"(?:s|es)?$"
)
"""Endings of nouns that name an organisation."""

DOCUMENT = re.compile(
    r"(report|study|studies|survey|poll|statement|treaty|agreement|accord|deal|contract|document|documents|"
    r"paper|letter|memo|law|bill|act|"
    r"ruling|judgment|verdict|indictment|filing|complaint|lawsuit|resolution|charter|constitution|figures|data|"
    r"statistics|accounts|"
    r"information|estimates?|forecast|analysis|analyses|findings|results|records|article|post|email|message|"
    r"text|manifesto|plan|review|"
    r"reports|draft|proposals?|inquiry|assessment|notice|guidelines|minutes|transcript|log|logs)$"
)
"""Endings of nouns that name words on paper."""

TIME = re.compile(
    r"^(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|"
    r"saturday|sunday|today|yesterday|tomorrow|week|month|year|day|morning|afternoon|evening|night|hour|minute)s?$"
)
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _words("january february march april may june july august september october november december")
TITLES = _words(
    "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady prof prof. professor rev. sgt. gen. capt. sen. rep. gov."
)
MALE = _words(
    "mr mr. sir lord king prince chairman spokesman man father husband son brother he boy congressman "
    "policeman fisherman businessman"
)
FEMALE = _words(
    "mrs mrs. ms ms. dame lady queen princess chairwoman spokeswoman woman mother wife daughter sister girl "
    "congresswoman actress"
)
POSSESSIVES = _words("his her its their")
OWN_WORDS = re.compile(
    r"(accounts?|admission|figures?|data|estimates?|calculations?|count|reckoning|statements?|words|view|opinion|"
    r"testimony|statistics|numbers|forecasts?|records|telling|experience|estimation|assessment|eyes|claims?)$"
)
"""Nouns of what somebody says or holds: ‹by its own account›, ‹according to their figures›."""
MEDIA = re.compile(
    r"(news|post|times|guardian|herald|courier|journal|independent|telegraph|tribune|bbc|cnn|reuters|afp|dpa|"
    r"ap|broadcaster|newspaper|paper|"
    r"magazine|radio|television|tv|channel|station|interview|statement|letter|twitter|facebook|instagram|blog|"
    r"podcast|website|conference|"
    r"bulletin|gazette|echo|chronicle|observer|mail|x)$"
)
COMPANY = _words("""
company firm operator maker business group manufacturer retailer bank airline insurer employer corporation capital
power optics
terminals foods steel systems technologies pharmaceuticals rival
holdings industries energy motors bidder conglomerate supplier
""")
FIRM = re.compile(
    r"(motors?|electric|dynamics|foods?|airlines?|airways|insurance|holdings|group|industries|industrial|systems|"
    r"technolog(?:y|ies)|telecom|telecommunications|communications|pharmaceuticals?|chemicals?|aerospace|atomics|"
    r"bros|brothers|partners|investments?|financial|finance|media|pictures|studios?|stores|hotels|energy|oil|steel|"
    r"software|logistics|properties|enterprises|products|brands|beverages|tyres?|tires?|inc|ltd|plc|llc|corp|co|"
    r"assembly|council|hospital|institute|synod|court|union)$"
)
"""Words that no family name is, and that make a firm's or a body's name of an office's: ‹General Motors›."""
PRESS = _words("""
newspaper paper broadcaster magazine agency site website news post times guardian herald courier journal
independent telegraph tribune bbc
cnn reuters afp dpa ap gazette echo chronicle observer mail daily outlet
""")
COURT = re.compile(r"(court|jury|jurors?|inquest|inquiry|tribunal|hearing|panel|mps|committee)$")
"""What hears or is told something in public: ‹…, the court heard›."""
RUMOUR = re.compile(r"(rumours?|rumors?|speculation|gossip|whispers)$")
"""What speaks for nobody."""
DOUBTS = _words(
    "doubt doubts concern concerns fear fears question questions hope hopes objection objections alarm regret regrets "
    "scepticism skepticism criticism dismay anger outrage surprise relief confidence confusion disappointment support"
)
"""What somebody raises, casts, voices or expresses."""
BE = _words("be is are was were been being am 's 're")
HAVE = _words("have has had having 've")
REFUSED = _words("decline refuse")
NEGATED = _words("not never n't")
