"""First names by the gender that nearly all who bear them have: evidence for whom a pronoun can mean.

Rule of this room: tables only. Written by hand, of names that have been common in Germany, Austria, Switzerland, the
United Kingdom and the United States in the last hundred years or are so among people in the news of other countries;
names of both genders (Kim, Robin) tell no gender, and names that are as often words (Mark, Will, Grace) are left out.
"""

from bot.core.language_data.reported_speech import Gender

_MALE = """
aaron abdul abdullah abraham achim adam adolf adrian ahmad ahmed alan albert albrecht alejandro aleksandr alessandro
alexander alexandre alexei alexej alfons alfred ali alistair alois alvaro amir anatoly anders andre andreas andrej
andres andrew andrey andrzej angus anselm ansgar anthony anton antonio antonios antony armin arne arnold arthur
artur arturo axel baldur barack barry bastian ben benedict benedikt benjamin bernard bernd bernhard bernie bert
bertram bill björn bob bodo boris brad bradley brendan brett brian bruce bruno burkhard calvin cameron carl carlo
carlos carsten cedric cem charles charlie christian christof christoph christopher chuck claude claudio claus
clemens clement clive colin conrad constantin cornelius craig curtis cyril cyrus dale damian damien dan daniel danny
darren dave david dean denis dennis derek detlef detlev dick diego dieter dietmar dietrich dimitri dirk dmitri
dmitry dmytro dominic dominik donald doug douglas duncan dustin dwight earl ebrahim eckart eckhard eddie edgar
edmund eduard eduardo edward edwin egon ehud eike elias elmar emanuel emil emile emmanuel enrico enrique eric erich
erik ernest ernesto ernst erwin etienne eugen eugene ewald fabian fabio falk federico felipe felix ferdinand
fernando fidel filip finn florian francesco francisco francois frank franz françois fred frederick frederik
friedhelm friedrich fritz gareth gary gavin geert geoff geoffrey georg george georges gerald gerd gerhard gernot
gert giacomo giorgio giovanni giuseppe glenn gordon graham greg gregor gregory guido guillaume guillermo gunnar
gunter gunther gustav guy günter günther hamid hannes hans harald harold harry hartmut hassan hector heiko heiner
heinrich heinz helge helmut hendrik henning henri henrik henry herbert hermann hersh hilmar hiroshi holger horst
howard hubert hubertus hugh hugo ian ibrahim igor ilja ingo isaac isaak ismail itamar itzhak ivan ivo jack jacob
jacques jaime jair jake jakob jamal james jared javier jeff jeffrey jens jeremy jerome jerry jim jimmy jindrich
joachim joao jochen joe joel joerg johan johann johannes john johnny jonas jonathan jorge jose josef joseph josh
joshua jost josé joão juan julian julius justus jörg jürgen kareem karim karl karsten keir keith kenneth kenny kevin
khaled klaus klemens knut konrad konstantin kristian kurt kyle larry lars laurence laurent lawrence leo leon leonard
leonardo leonhard leonid leopold leroy liam linus lorenz lothar louis lucas ludger ludwig luigi luis luiz lukas luke
lutz magnus mahmoud mahmud malcolm malte manfred manuel marc marcel marcelo marco marcus marek mario marius markus
martin marvin matt matteo matthew matthias matti maurice mauricio maurizio max maximilian mehmet melvin michael
michail michal michel miguel mikael mike mikhail milos miroslav mitch mohamed mohammad mohammed moritz murat mustafa
nathan nathaniel neil nelson niall nicholas nick niclas nicolas nicolás nigel niklas niko nikolai nikolaj nikolaus
nils noah norbert norman olaf oleg oleh oliver olivier omar oscar oskar osman oswald otmar ottmar otto pablo paolo
pascal patrick paul pavel pawel pedro peer per peter petr petro phil philip philipp philippe phillip pierre pieter
piotr quentin raimund rainer ralf ralph ramon randy raoul raphael raul ray raymond recep reiner reinhard reinhold
rené ricardo riccardo rich richard rick rob robert roberto rod roderick rodney rodrigo roger roland rolf roman ron
ronald roy ruben rudi rudolf rudolph rupert russell ryan salman salvatore samir samuel sandro santiago scott sean
sebastian sebastián sergei sergej sergey sergio seth shane shaun shinzo siegfried siegmar sigmar silvio simon stan
stanley stefan stefano steffen stephan stephen steve steven stewart stuart sven tarik ted terence theo theodor
theodore thilo thomas thorsten tilman tim timo timothy tino tobias toby todd tom tomas tommy tony torben torsten
travis trevor tyler udo ulf uli ulrich urs uwe valentin victor viktor vincent vinzenz vitali vladimir volker
volodymyr waldemar walter warren wayne werner wesley wilfried wilhelm willem willi william willibald willy winfried
winston wladimir wolf wolfgang wolfram wolodymyr xaver xavier yair yitzhak yoshihide yusuf yves zachary zoltan
"""
_FEMALE = """
abigail adele adriana agatha agnes agnieszka aisha alba alexandra alice alicia alina alison amalia amanda amelia
amina amy ana anastasia angela angelika angelina anita anja anka anke ann anna annalena anne annegret anneke
anneliese annemarie annett annette annika antje antonia anu ariane astrid audrey aurelia barbara beate beatrice
beatrix becky belinda bella bente bernadette bertha bettina betty beverly birgit birgitta birte bridget brigitte
brunhilde camilla carina carla carmen carol carola carolin caroline carolyn catherine cathy cecilia celine chantal
charlotte cheryl chiara christa christel christiane christina christine cindy claire clara clare claudia colleen
conchita constanze cordula corinna cornelia cristina cynthia dagmar daniela danielle daria deborah debra deirdre
denise diana diane dolores donna dora doreen doris dorothea dorothee dorothy edeltraud edith edna eileen elaine
eleanor elena elfriede elif elisa elisabeth elise elizabeth elke ella ellen elsa elsbeth elvira emilia emily emma
erica erika erna ester esther eva eveline evelyn fatima fatma felicitas fiona flora franziska françoise frauke
frieda friederike gabriela gabriele gabrielle genevieve gerda gerlinde gertrud gesine gillian gina giorgia gisela
gitta giulia gladys gloria greta gretchen grit gudrun hanna hannah hannelore harriet heather hedwig heide heidemarie
heidi heike helen helena helene helga hella henriette hermine hilary hilde hildegard hillary ilona ilse imke ina
ines inge ingeborg ingrid inka inken irene irina iris irma irmgard isabel isabella isabelle ivana jacqueline jadwiga
jana jane janet janice janina janine jasmin jeanette jeanne jelena jennifer jenny jessica jill joan joanna joanne
johanna josefine josephine joyce judith judy julia juliane julie juliette jutta kamala karen karin karina karla
karolin karoline katarina katarzyna kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin
kerstin kira kirsten kirsty kristalina kristin kristina larissa laura lea leila lena leni leonie leonore leyla lidia
lieselotte lilian liliane lily lina linda lisa lisbeth liv liz lore lotte louise lucia lucy ludmilla luise lydia
madeleine magda magdalena maggie maike maja malala malgorzata manuela mara mareike maren margaret margarete
margarita margit margot margrit maria mariana marianne marie marielle marietta marija marika marilyn marina marine
marion marissa marit marita marjorie marlen marlene marlies marta martha martina martine mary mathilde maud maureen
maya megan meike melania melanie melinda melissa meredith mia michaela michelle milena mina miranda miriam mirjam
moira molly mona monica monika muriel nadia nadine nadja nancy naomi natalia natalie natascha nathalie nele nicole
nicolette nila nina nora noreen oksana olena olga olivia pamela patricia paula pauline peggy penelope penny petra
pia polly priscilla rachel ramona rebecca regina regine renate rhonda rita roberta romy rosa rosalie rosamund
rosemarie rosemary roswitha ruth sabine sabrina sahra sally samantha sandra sanna sara sarah saskia selina selma
sharon sheila shirley sibylle sigrid silke silvana silvia simone sina siobhan solveig sonia sonja sophia sophie
stefanie steffi stella stephanie sue susan susann susanna susanne suzanne svenja svetlana swetlana sybille sylvia
sylvie tamara tanja tara tatiana tatjana teresa tessa thekla thelma theresa therese tilda tina trude tuija ulla
ulrike ursula uschi uta ute valentina valerie vanessa vera verena verona veronica veronika victoria viktoria viola
vivian viviane waltraud wendy wilhelmine wilma winifred xenia yasmin yolanda yulia yvette yvonne zara zoe zsuzsanna
"""
_EITHER = frozenset(
    "alex andy casey chris dominique eli jamie jan jean jessie jo jordan kai kelly kerry kim lee leigh lesley leslie "
    "luca maxime nicky nikita noor pat robin sam sascha sasha shannon sidney sydney taylor toni tracy yael".split()
)
_TABLE = dict.fromkeys(_MALE.split(), Gender.MASCULINE) | dict.fromkeys(_FEMALE.split(), Gender.FEMININE)


def gender_of(name: str) -> Gender | None:
    """Return the gender that a first name shows, in any letters; of ‹Karl-Heinz› by its parts; None for other words."""
    low = name.lower()
    parts = (low, low.partition("-")[0], low.rpartition("-")[2])
    return next((_TABLE[part] for part in parts if part in _TABLE), None)


def is_given(name: str) -> bool:
    """Tell whether a word is a first name, also one that women and men bear."""
    return name.lower() in _EITHER or gender_of(name) is not None
