"""What every `GuestList` keeps to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.ports.chats import Guest, GuestList, Invitation
from bot.storage.memory import ProcessGuestList
from bot.storage.people import open_people
from bot.storage.postgres.connections import connected
from bot.storage.postgres.people import PostgresPeople
from bot.storage.postgres.schema import provide

KINDS = ("sqlite in a file", "postgres", "this process")
LASTING = KINDS[:2]
ANNA, BEN, CLEO, DORA = "telegram:1", "telegram:2", "slack:T1:U1", "telegram:4"
NOW = 1_800_000_000.0


@asynccontextmanager
async def opened(kind: str, folder: Path, request: pytest.FixtureRequest) -> AsyncIterator[GuestList]:
    if kind == "this process":
        yield ProcessGuestList(2)
        return
    if kind == "postgres":
        address = request.getfixturevalue("postgres_address")
        async with connected(address) as connections:
            await provide(address)
            yield PostgresPeople(connections, 2)
        return
    async with open_people(folder / "chats.db", 2) as people:
        yield people


@pytest.fixture(params=KINDS)
async def guests(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[GuestList]:
    async with opened(request.param, tmp_path, request) as found:
        yield found


async def test_nobody_is_let_in_before_they_are(guests: GuestList) -> None:
    assert not await guests.admitted(ANNA)
    await guests.admit(ANNA)
    await guests.admit(ANNA)
    await guests.admit(BEN)
    assert await guests.admitted(ANNA)
    assert await guests.guests() == (Guest(ANNA), Guest(BEN))


async def test_who_is_dismissed_is_out(guests: GuestList) -> None:
    await guests.admit(ANNA)
    assert await guests.dismiss(ANNA)
    assert not await guests.admitted(ANNA)
    assert not await guests.dismiss(ANNA)


async def test_an_invitation_is_kept_until_it_is_used(guests: GuestList) -> None:
    assert await guests.invited(ANNA) is None
    invitation = Invitation(ANNA, "ABCD", NOW + 60)
    await guests.invite(invitation, NOW)
    assert await guests.invited(ANNA) == invitation
    assert await guests.waiting(NOW) == (invitation,)
    await guests.admit(ANNA)
    assert await guests.invited(ANNA) is None
    assert await guests.waiting(NOW) == ()


async def test_the_name_of_an_invitation_goes_on_the_list(guests: GuestList) -> None:
    await guests.invite(Invitation(ANNA, "ABCD", NOW + 60, name="Anna Lee"), NOW)
    assert [one.name for one in await guests.waiting(NOW)] == ["Anna Lee"]
    await guests.admit(ANNA)
    assert await guests.guests() == (Guest(ANNA, "Anna Lee"),)


async def test_who_was_let_in_by_somebody_else_is_told_once(guests: GuestList) -> None:
    await guests.admit(ANNA, told=False)
    await guests.admit(BEN)
    assert [await guests.tell(user) for user in (ANNA, ANNA, BEN, CLEO)] == [True, False, False, False]
    await guests.admit(ANNA, told=False)
    assert not await guests.tell(ANNA)
    await guests.admit(DORA, told=False)
    await guests.dismiss(DORA)
    assert not await guests.tell(DORA)


async def test_wrong_guesses_are_counted_and_a_new_code_begins_anew(guests: GuestList) -> None:
    await guests.invite(Invitation(ANNA, "ABCD", NOW + 60), NOW)
    await guests.guess(ANNA)
    await guests.guess(ANNA)
    assert await guests.invited(ANNA) == Invitation(ANNA, "ABCD", NOW + 60, 2)
    await guests.invite(Invitation(ANNA, "EFGH", NOW + 90), NOW)
    assert await guests.invited(ANNA) == Invitation(ANNA, "EFGH", NOW + 90)
    await guests.guess(BEN)
    assert await guests.invited(BEN) is None


async def test_what_no_longer_holds_does_not_wait(guests: GuestList) -> None:
    await guests.invite(Invitation(ANNA, "ABCD", NOW + 60), NOW)
    assert await guests.waiting(NOW + 60) == ()
    await guests.invite(Invitation(BEN, "EFGH", NOW + 120), NOW + 60)
    assert await guests.invited(ANNA) is None


async def test_of_too_many_that_wait_the_oldest_is_dropped(guests: GuestList) -> None:
    for user in (ANNA, BEN, CLEO, BEN, DORA):
        await guests.invite(Invitation(user, "ABCD", NOW + 60), NOW)
    assert [i.user for i in await guests.waiting(NOW)] == [BEN, DORA]


@pytest.mark.parametrize("kind", LASTING)
async def test_who_was_let_in_is_known_after_a_restart(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    async with opened(kind, tmp_path, request) as guests:
        await guests.admit(ANNA)
        await guests.invite(Invitation(BEN, "ABCD", NOW + 60), NOW)
    async with opened(kind, tmp_path, request) as guests:
        assert await guests.guests() == (Guest(ANNA),)
        assert [i.code for i in await guests.waiting(NOW)] == ["ABCD"]


async def test_invitations_that_no_longer_hold_are_dropped(guests: GuestList) -> None:
    await guests.invite(Invitation(ANNA, "AAAA", NOW + 10), NOW)
    await guests.invite(Invitation(BEN, "BBBB", NOW + 20), NOW)
    await guests.purge(NOW + 10)
    assert await guests.invited(ANNA) is None
    assert await guests.invited(BEN) is not None
