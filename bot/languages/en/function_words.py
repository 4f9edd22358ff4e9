"""English function words: closed classes that a text of the language is known by.

Rule of this module: words only, as `core.lexical.tokens.normalise` writes them.
"""

_QUESTION = "who whom whose what when where why how which whoever whatever"
QUESTION_WORDS = frozenset(_QUESTION.split())
_FUNCTION = """
a about above after became become becomes becoming again all also although am an and another any are as at be because
been before being below between both but by can could did do does doing don down during each either else even ever
every few for from further had has have having he her here hers herself him himself his how however i if in into is
isn it its itself just let ll many may me might more most much must my myself neither no nor not now of off on once
one only or other ought our ours ourselves out over own per rather re s same shall she should since so some such t
than that the their theirs them themselves then there these they this those through thus to too toward towards under
until up upon us ve very was wasn we were what when where whether which while who whom whose why will with within
without would yet you your yours yourself yourselves
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
