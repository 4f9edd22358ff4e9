"""Chats that take the place of others: what is handed on, and what is known of it after a start."""

from contextlib import closing
from pathlib import Path

from bot.ports.chats import Preference
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.drafts import SqliteDrafts
from bot.storage.moves import open_moves
from bot.storage.people import SqlitePeople

OLD, NEW = "telegram:-5", "telegram:-100"


async def test_choices_and_drafts_go_along_and_the_move_is_known_after_a_start(tmp_path: Path) -> None:
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        people, drafts, moves = SqlitePeople(connection), SqliteDrafts(connection), await open_moves(connection)
        await people.choose((OLD, ""), Preference(article="a"))
        await people.choose((OLD, "anna"), Preference(article="b"))
        await people.choose((NEW, "anna"), Preference(article="c"))
        await drafts.add(OLD, "anna", "m1", "The beginning.")
        assert (moves.now(OLD), moves.before(NEW)) == (OLD, "")
        await moves.move(OLD, NEW)
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        people, drafts, moves = SqlitePeople(connection), SqliteDrafts(connection), await open_moves(connection)
        assert (moves.now(OLD), moves.before(NEW), moves.now(NEW), moves.before(OLD)) == (NEW, OLD, NEW, "")
        await moves.move(OLD, NEW)
        assert await people.chosen([(NEW, ""), (NEW, "anna"), (OLD, ""), (OLD, "anna")]) == (
            Preference(article="a"),
            Preference(article="c"),
            Preference(),
            Preference(),
        )
        assert (await drafts.draft(NEW, "anna")).parts == (("m1", "The beginning."),)
        assert (await drafts.draft(OLD, "anna")).parts == ()


async def test_a_move_that_was_cut_off_is_made_whole(tmp_path: Path) -> None:
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        people, moves = SqlitePeople(connection), await open_moves(connection)
        await people.choose((OLD, ""), Preference(article="a"))
        await connection.change("UPDATE choices SET chat = ? WHERE chat = ?", (NEW, OLD))  # and then it was killed
        await moves.move(OLD, NEW)
        assert await people.chosen([(NEW, "")]) == (Preference(article="a"),)
        assert moves.now(OLD) == NEW
