"""The list of commands: what each is called, and where it is.

Rule of this module: a new command is a function in a module of its topic, one line here, and one in every language's
phrases.
"""

from bot.conversation import articles, looking, welcome
from bot.conversation.desk import Command

COMMANDS: dict[str, Command] = {
    "/help": welcome.help_,
    "/article": articles.article,
    "/articles": articles.articles,
    "/sources": articles.sources,
    "/context": looking.context,
    "/why": looking.why,
    "/quit": welcome.leave,
}
