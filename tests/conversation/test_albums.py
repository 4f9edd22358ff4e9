"""Pictures that were sent together: one of them speaks."""

import pytest

from bot.chat import Incoming, Kind, Reply
from bot.conversation.albums import Albums
from bot.ports.chats import Draft, Drafts
from bot.storage.chat_stores import open_chats
from bot.storage.memory import ProcessDrafts


class Behind:
    """`Meanwhile` in which a message waits."""

    def __init__(self, incoming: Incoming | None) -> None:
        self._incoming = incoming

    async def show(self, reply: Reply) -> None:
        """Show nothing."""

    async def following(self, seconds: float) -> Incoming | None:  # noqa: ARG002 - as it is called
        return self._incoming


def picture(name: str, words: str = "", behind: Incoming | None = None, album: str = "a") -> Incoming:
    kind = Kind.TEXT if words else Kind.ATTACHMENT
    return Incoming("telegram:7", "telegram:7", words, id=name, kind=kind, album=album, meanwhile=Behind(behind))


def album(words: int | None, *, together: bool) -> list[Incoming]:
    found: list[Incoming] = []
    for n in reversed(range(3)):
        behind = found[0] if found and together else None
        found.insert(0, picture(f"m{n}", "Wer?" if n == words else "", behind))
    return found


@pytest.mark.parametrize("words", [0, 1, 2, None])
async def test_one_picture_of_an_album_speaks(words: int | None) -> None:
    albums = Albums(ProcessDrafts())
    speaking = [one.id for one in album(words, together=True) if not await albums.is_silent(one)]
    assert speaking == [f"m{2 if words is None else words}"]


async def test_pictures_that_come_late_are_silent_and_words_never_are() -> None:
    albums = Albums(ProcessDrafts())
    late = album(2, together=False)
    assert [await albums.is_silent(one) for one in late] == [False, True, False]
    assert [await albums.is_silent(one) for one in late[:1]] == [True]
    assert not await albums.is_silent(picture("m7", album="b"))
    assert not await albums.is_silent(picture("m7", album="b"))  # read once more after a failure
    assert not await albums.is_silent(picture("m8", album=""))


async def test_an_album_whose_pictures_reach_two_processes_is_answered_once(postgres_address: str) -> None:
    async with open_chats(postgres_address) as one, open_chats(postgres_address) as other:
        first, *late = album(0, together=False)
        assert not await Albums(one.drafts).is_silent(first)
        assert [await Albums(other.drafts).is_silent(picture) for picture in late] == [True, True]
        assert not await Albums(other.drafts).is_silent(first)  # read once more where the first process was killed
        await other.drafts.forget("telegram:7")
        assert not await Albums(one.drafts).is_silent(late[0])


async def test_nothing_is_kept_of_a_picture_that_comes_alone() -> None:
    class Untouched(ProcessDrafts):
        async def draft(self, chat: str, user: str) -> Draft:
            raise AssertionError(chat, user)

    drafts: Drafts = Untouched()
    assert not await Albums(drafts).is_silent(picture("m1", album=""))
