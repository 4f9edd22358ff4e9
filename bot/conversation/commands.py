"""The list of commands: what each is called, and where it is.

Rule of this module: a new command is a function in a module of its topic, one line here, one in every language's
phrases, and its name in the menus of `menus`.
"""

from bot.conversation import (
    access,
    answer_details,
    articles,
    asking,
    bringing,
    changes,
    channels,
    checking,
    everywhere,
    following,
    looking,
    notices,
    privacy,
    quoting,
    sharing,
    speakers,
    welcome,
)
from bot.conversation.context import Command

COMMANDS: dict[str, Command] = {
    "/start": welcome.start,
    "/help": welcome.help_,
    "/ask": asking.command,
    "/all": everywhere.command,
    "/check": checking.command,
    "/quote": quoting.command,
    "/article": articles.article,
    "/changes": changes.command,
    "/articles": articles.articles,
    "/open": bringing.open_,
    "/remove": bringing.remove,
    "/follow": following.follow,
    "/feeds": following.listed,
    "/unfollow": following.unfollow,
    "/channel": channels.channel,
    "/sources": speakers.command,
    "/view": looking.view,
    "/context": answer_details.context,
    "/else": answer_details.others,
    "/more": asking.more,
    "/why": answer_details.why,
    "/unhelpful": answer_details.unhelpful,
    "/share": sharing.share,
    "/notify": notices.notify,
    "/language": privacy.language,
    "/privacy": privacy.privacy,
    "/forget": privacy.forget,
    "/people": access.people,
    "/approve": access.approve,
    "/revoke": access.revoke,
    "/quit": welcome.leave,
}

HIDDEN: dict[str, Command] = {
    "/example": asking.example,
    "/home": welcome.home,
    "/page": sharing.page,
    "/link": articles.linked,
    "/map": looking.sources_map,
    "/pair": access.pair,
    "/join": bringing.join,
}
"""Commands that are tapped, or typed by strangers alone: no list has them."""
