"""How English pages speak of themselves: lines that are not the article's.

Rule of this room: tables only. They are written by hand, from the phrases that news sites share.
"""

import re

from bot.core.language_data.notes import Notes, any_of

_LINE = r"""
(?:EMBARGO(?:ED)?|Embargo(?:ed)?)\s?(?::|\buntil\b)
(?:Reading\s+time|Read\s+time)\b
\d{1,3}[\s-]+min(?:ute)?s?[\s-]+read\b
(?:Published|Updated|Last\s+updated|Last\s+modified|First\s+published)(?:\s+on|\s+at)?:?\s+(?:\w+,?\s+)?(?:\d|\w+\s+\d)[^!?.]{0,40}$
(?:©|\(c\)\s|Copyright\s?(?:©|:|by\b|\d{4})|All\s+rights\s+reserved)
(?:(?:File\s+|Stock\s+|Main\s+)?(?:[Pp]hoto(?:graph|graphy|s)?|[Ii]mages?|[Pp]ictures?|[Vv]ideo|[Gg]raphic|[Ii]llustration|Credit|Source)\s?(?::|©|[Bb]y:?\s+[A-Z]))
[^.!?]{2,90}(?:/|\bvia\s+)\s?(?:Getty(?:\s+Images)?|AFP|AP|Associated\s+Press|Reuters|REUTERS|EPA|PA(?:\s+Wire)?|Shutterstock|Alamy|Bloomberg|dpa|imago)\)?$
(?:Getty\s+Images|Shutterstock|Alamy|PA\s+Wire|AP\s+Photo)\b[^.!?]{0,60}$
\W*(?:Advertisement|Sponsored(?:\s+content)?|Promoted)\W*$
(?:Our\s+Standards\s?:|Read\s+our\s+(?:privacy|full|community)|(?:Privacy\s+[Pp]olicy|Terms\s+(?:of\s+(?:[Uu]se|[Ss]ervice)|and\s+[Cc]onditions))\W*$)
(?:This|The)\s+(?:article|story|post|piece|essay|report|column|newsletter|translation)\s+(?:is|was|has\s+been|originally|first)\b.{0,60}(?:first|originally|translat|republish|updated|corrected|published|produced|syndicat|copyright|breaking)
This\s+(?:is\s+a\s+breaking|breaking\s+news)\b
(?:We|Our\s+\w+)\s+may\s+(?:earn|receive)\b.{0,60}commission
(?:If|When)\s+you\s+(?:buy|purchase|click)\b.{0,60}\bwe\b.{0,60}(?:commission|affiliate)
(?:Our|The)\s+community\s+members\b
(?:You\s+must\s+(?:confirm\s+your|be\s+logged|log\s+in|sign\s+in|enable)|Please\s+(?:log\s*(?:in|out)|sign\s+in|enable|confirm\s+your))\b
(?:This|External)\s+content\s+(?:is|could|cannot|can’t|can't|may)\s+(?:not\s+|be\s+|only\s+)*(?:available|load|loaded|shown|hosted|provided|blocked)
(?:To\s+(?:view|see|watch|show)\s+this\s+(?:content|video|post|embed)|We\s+need\s+your\s+(?:consent|permission))
(?:[A-Z][\w’'-]+\s+){1,3}reported\s+from\s+[A-Z][^.]{2,80}\.$
Additional\s+reporting\s+(?:by|from)\b
(?:Follow|Find)\s+(?:\w+\s+){1,4}on\s+(?:Twitter|X|Facebook|Instagram|Threads|TikTok|Bluesky|LinkedIn|Google)\b
(?:Do\s+you|Have\s+you|Are\s+you|Got\s+a|Are\s+\w+\s+\w+|Did\s+you)\b[^.!?]{0,120}(?:\?|story|tip|area)\s*.{0,80}(?:[Ee]mail|[Gg]et\s+in\s+touch|[Ll]et\s+us|[Cc]ontact|[Tt]ell\s+us|@)
(?:E-?mail|Contact):?\s+\S+@\S+$
Got\s+a\s+(?:story|tip|confidential)
(?:We\s+want\s+to\s+hear\s+(?:from\s+you|your|what\s+you)|Tell\s+us\s+what\s+you|Let\s+us\s+know\s+(?:in\s+the\s+comments|what\s+you|if\s+you)|Submit\s+(?:your|a)\s+letter|Write\s+to\s+us)\b
(?:Do\s+I\s+qualify|Learn\s+more|Read\s+more|Find\s+out\s+more)\s?[?.!]?$
(?:(?:Subscribe|Sign\s+up)\s+(?:here|now|to|for)|(?:Listen|Watch|Download)\s+(?:here|now|below|on\s+(?:your|Apple|Spotify|YouTube)))\b[^!?]{0,120}$
(?:No|\d+)\s+[Cc]omments?$
(?:Translated|Edited)\s+(?:from\s+the\s+\w+\s+)?by\b
"""

_START = r"(?:^|(?<=[.!?:…])\s+)[\"“]?"

_CALL = r"""
(?:Sign\s+up|Subscribe)\s+(?:to|for|now|here|today)\b[^?]{0,120}(?:newsletters?|emails?|alerts?|inbox|channel|podcast|updates?|edition|stor(?:y|ies)|offer|here)\b
(?:Click|Tap)\s+here\b[^?]{0,100}$
(?:Get\s+in\s+touch|Email\s+us|Contact\s+us|Write\s+to\s+us)\s+(?:at|via|by|with)\b[^?]{0,80}$
(?:Follow|Join)\s+(?:us|our|the\s+\w+)\b[^.?]{0,80}(?:Twitter|X|Facebook|Instagram|WhatsApp|Telegram|TikTok|Threads|YouTube|LinkedIn|conversation)\b
(?:Download|Get)\s+(?:the|our)\s+[^.?]{0,40}\bapps?\b[^?]{0,60}$
Join\s+(?:the\s+|thought-provoking\s+)(?:conversation|debate|discussion)s?\b
Subscribe\s+(?:now|today)\b[^?]{0,80}[.!]?$
"""

_WITHIN = r"""
\bcontributed\s+(?:reporting\s+)?(?:to|for)\s+this\s+(?:report|story|article)\.?$
[Ss]ign(?:ing)?[\s-]+up\s+(?:to|for)\s+(?:our|your|the\s+\w+[’']s|[A-Z]\w*[’']s)\b
(?:newsletters?|alerts?|stories|edition)\b[^?]{0,80}(?:in|to|into)\s+your\s+inbox
[Cc]lick\s+here\s+(?:to|for)\b[^?]{0,100}$
"""

_MORE = r"""
(?:More|Read\s+more|See\s+more)\s+(?:on|about|from|in|stories|news|coverage|like)\b[^.!?]{0,80}:?$
(?:Read|See|Also|Watch)\s+(?:more|also|next|now)\s?(?::|$)
(?:Read|Related|Watch|See\s+also|Also\s+read|Don’t\s+miss|Don't\s+miss|Recommended)\s?:\s
(?:Sources|Related|Related\s+(?:stories|articles|topics|news|content)|Recommended|Most\s+(?:read|popular|viewed)|Trending(?:\s+now)?|Further\s+reading|You\s+may\s+(?:also\s+)?like|You\s+might\s+(?:also\s+)?like|Top\s+stories|Popular|More\s+stories|Keep\s+reading|Up\s+next|What\s+to\s+read\s+next|Editor['’]?s['’]?\s+picks)\s?:?$
What\s+to\s+(?:know|read|watch)\s+(?:about|on|next|now)\b[^.!?]{0,80}$
"""

_COMMENTS = r"""
(?:\d+\s+)?(?:(?:[Rr]eader|[Uu]ser)s?['’]?\s+)?[Cc]omments?(?:\s*\(?\d+\)?)?:?
(?:Join\s+the\s+)?(?:[Dd]iscussion|[Cc]onversation)(?:\s*\(\d+\))?
(?:Leave|Post|Add|Write)\s+a\s+(?:comment|reply)
\d+\s+(?:responses|replies)(?:\s+to\s.{2,60})?
(?:What\s+do\s+you\s+think|Have\s+your\s+say)\s?[?!]?
Letters\s+(?:from\s+(?:our\s+)?readers|to\s+the\s+editor)
"""

_CREDIT = (
    r"(?:^|(?<=[.!?…“”»)\"|–—/-])\s+)(?P<credit>[(\[|]?\s?(?:(?:(?:File|Stock|Main)\s+)?(?:[Pp]hoto(?:graph|graphy|s)?|"
    r"[Ii]mages?|[Pp]ictures?|[Gg]raphic|[Ii]llustration|[Cc]redits?|PHOTO|IMAGE)\s?(?::|©|[Bb]y(?=:?\s+[A-Z])|/)\s?|"
    r"©\s?)[^.!?\n]{2,80}\.?[)\]]?)$"
)

_AUTHOR = (
    r"\s+(?:(?:is|was)\s+(?:an?|the|our)\b[^.!?]{0,100}\b(?:reporter|editor|writer|correspondent|columnist|journalist|"
    r"author|contributor|producer|blogger|fellow|intern|founder|newsroom)\b|(?:covers|reports\s+(?:on|from|for)|"
    r"writes\s+(?:about|for|on)|edits|joined)\b)"
)


ENGLISH_NOTES = Notes(
    line=any_of(_LINE),
    call=re.compile(f"{_START}(?:{any_of(_CALL).pattern})|{any_of(_WITHIN).pattern}", re.DOTALL),
    credit=re.compile(_CREDIT),
    comments=any_of(_COMMENTS),
    more=any_of(_MORE),
    author=re.compile(_AUTHOR),
)
