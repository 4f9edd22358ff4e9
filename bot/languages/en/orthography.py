"""How English is written: abbreviations, initials, and the words that open a sentence.

Rule of this room: tables only. They are written by hand, from newspaper style and the closed word classes.
"""

import re

from bot.core.language_data.notes import Notes
from bot.core.language_data.orthography import Orthography

_BINDING = """
Adm al Amb approx Asst Atty Attys Brig Capt Cdr cf Cmdr Col Cllr Cpl Cpt Det Dr Drs e.g eg esp excl Fr Ft Gen Gov Govs
Hon i.e ie incl Insp Lieut Lt Maj Messrs Mme Mlle Mr Mrs Ms Msgr Mt Mx Ofc Pfc Pres Prof Pte Pvt Rep Reps Ret Rev Revd
Rt Sen Sens Sgt Spc St Ste Supt viz vs v Ven Vice-Adm Vice-Pres
"""

_ABBREVIATIONS = """
Ala Ariz Ark Assn Assoc Ave a.m A.D B.A B.C B.S Bhd Blvd Bros C.E Calif Co Colo Conn Corp cont Corps D.C D.Phil Del
Dept dept Dist Ed ed eds Esq est etc Fla ft Ga gal Govt hr hrs Ill Inc inc Ind Inst Jr Kan Ky La lb lbs LL.B LL.M Ltd
M.A M.B.A M.D M.P M.Sc Mass Md Mfg Mich min Minn Miss mph Mo Mont N.C N.D N.H N.J N.M N.Y Neb Nev Okla Ont Ore oz p.m
P.M A.M p.a P.S Pa Ph.D Pty Que R.I Rd S.C S.D S.A sec sq Sr Tenn Tex U.K U.N U.S U.S.A U.S.S.R Univ Va Vt W.Va Wash
Wis Wyo yd yds yr yrs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
"""

_NUMBERING = (
    "Art art Ch ch Chap chap Fig fig Figs No no Nos nos p pp par para pt Pt Sec Ser Vol vol vols ca c circa Op op v"
)

_OPENERS = """
A About Above According Accordingly Across Additionally After Afterward Afterwards Again Against Ahead All Almost
Along Already Also Although Altogether Amid Among An And Another Any Anyone Are Around As Asked At Away Back Because
Before Behind Below Besides Between Beyond Both But By Can Certainly Clearly Consequently Could Currently Despite Did
Do Does Down During Each Earlier Early Either Elsewhere Especially Even Eventually Ever Every Everyone Everything
Except Few Finally First Following For Former Fortunately From Further Furthermore Generally Given Had Half Has Have
Having He Hence Her Here His How However If Important In Indeed Initially Inside Instead Is It Its Just Last Late
Later Less Let Like Likewise Many May Maybe Meanwhile Might More Moreover Most Much My Near Nearly Neither
Nevertheless Next No Nobody None Nonetheless Nor Not Nothing Now Of Off Officials Often On Once One Only Opposite Or
Other Others Otherwise Our Out Outside Over Overall People Perhaps Previously Prior Rather Recently Reportedly Several
She Should Similarly Since So Some Someone Something Sometimes Soon Still Subsequently Such Than Thanks That The Their
Them Then There Thereafter Therefore These They This Those Though Three Through Throughout Thus To Today Together
Tomorrow Tonight Too Toward Two Typically Under Unfortunately Unless Unlike Until Up Upon Usually Was We Were What
Whatever When Whenever Where Whereas Whether Which While Who Whoever Whose Why Will With Within Without Would
Yesterday Yet You Your Mr Mrs Ms Mx Messrs
"""

_REPORTING = """
said says asked asks added adds replied wrote writes told tells shouted cried joked wondered continued insisted argued
noted observed remarked answered responded
"""

_MONTHS = """
January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep
Sept Oct Nov Dec
"""

_DATE_WORDS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun published updated
posted last on at am pm gmt utc bst est edt et a.m p.m the of st nd rd th
"""

_NAME_PARTICLES = "al an and at bin da de del der di el in la le los of on the upon van von with"


def _notes() -> Notes:
    from bot.languages.en.notes import ENGLISH_NOTES  # noqa: PLC0415 - asking never needs it

    return ENGLISH_NOTES


ENGLISH_ORTHOGRAPHY = Orthography(
    binding=frozenset(_BINDING.split()),
    abbreviations=frozenset(_ABBREVIATIONS.split()),
    numbering=frozenset(_NUMBERING.split()),
    openers=frozenset(_OPENERS.split()),
    ordinals=False,
    ordinal_followers=frozenset(),
    ordinal_leaders=frozenset(),
    counters=frozenset(),
    reporting=frozenset(_REPORTING.split()),
    byline_words=frozenset({"By", "BY", "by", "Words"}),
    name_particles=frozenset(_NAME_PARTICLES.split()),
    date_words=frozenset((_DATE_WORDS + _MONTHS.lower()).split()),
    staff_line=re.compile(r"\(?(?:Additional )?(?:Reporting|Writing|Editing) by [^\n]{3,200}$"),
    noted=_notes,
    spellings=(
        (re.compile(r"(?<=[a-z]{2})is(?=ed?$|es$|ing$|ation$|ations$|er$|ers$)"), "iz"),
        (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|al$|ful$|ite$|hood$)"), "or"),
        (re.compile(r"^(cent|theat|met|kilomet|millimet|lit|fib)re(?=s?$)"), r"\1er"),
        (re.compile(r"ll(?=ed$|ing$|er$|ers$)"), "l"),
    ),
)
