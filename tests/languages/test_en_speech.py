"""One row an English rule: the sentence, the rule that finds it, who speaks, and what is said."""

import pytest

from tests.spoken import english

INDIRECT = [
    (
        "According to the weather service, waves reached nine metres.",
        "according",
        "the weather service",
        "waves reached nine metres",
    ),
    ("In the view of his critics, the plan is dead.", "in-view", "his critics", "the plan is dead"),
    ("By the mayor's own estimate, 300 people came.", "in-view", "the mayor's", "300 people came"),
    ("Under the treaty, both sides must pay.", "under", "the treaty", "both sides must pay"),
    ("As the mayor put it, the town is broke.", "as-x", "the mayor", "the town is broke"),
    ("The council said that repairs would cost a lot.", "pre-that", "The council", "that repairs would cost a lot"),
    ("Police say the driver fled on foot.", "pre-clause", "Police", "the driver fled on foot"),
    ("The mayor promised to cut taxes.", "pre-to", "The mayor", "to cut taxes"),
    ("Forecasters expect the storm to weaken.", "pre-to", "Forecasters", "the storm to weaken"),
    ("Prices will double, analysts predict.", "post", "analysts", "Prices will double"),
    ("Nobody was hurt, said a fire service spokesman.", "post", "a fire service spokesman", "Nobody was hurt"),
    ("The vaccine is safe, doctors stress.", "post", "doctors", "The vaccine is safe"),
    ("The path is steep, its owner, Ned Cole, explains.", "post", "its owner, Ned Cole", "The path is steep"),
    ("Ortiz, 52, a former teacher, said it was hard.", "pre-clause", "Ortiz", "it was hard"),
    ("Firefighters, who came at once, said they saw nobody.", "pre-clause", "Firefighters", "they saw nobody"),
    ("Lee thanked his team and said that it was over.", "pre-that", "Lee", "that it was over"),
    ("The board is confident that the deal will hold.", "sure-that", "The board", "that the deal will hold"),
    ("The union issued a warning that pay would fall.", "noun-that", "The union", "that pay would fall"),
    ("It emerged on Friday that the files were gone.", "emerged", None, "that the files were gone"),
    ("It was announced by the palace that the king was ill.", "passive", "the palace", "that the king was ill"),
    ("The treaty stipulates that both sides withdraw.", "pre-that", "The treaty", "that both sides withdraw"),
    ("Critics called for a new vote.", "call", "Critics", "a new vote"),
]

QUOTED = [
    ("“We have no choice,” Ortiz told a news conference.", "quote<post", "Ortiz", "We have no choice"),
    ('"I saw smoke and ran," said Maria Lopez.', "quote<post", "Maria Lopez", "I saw smoke and ran"),
    ("The director, Paul Kim, wrote: “We are safe.”", "quote<pre-colon", "The director, Paul Kim", "We are safe."),
    ("Eva Long calls the margin “vanishingly small”.", "quote<pre-quote", "Eva Long", "vanishingly small"),
]


@pytest.mark.parametrize(("text", "rule", "speaker", "content"), INDIRECT)
def test_a_frame_names_who_speaks_and_what_is_said(text: str, rule: str, speaker: str | None, content: str) -> None:
    [found] = english(text)
    assert (found.mode, found.rule, found.speaker, found.content) == ("indirect", rule, speaker, (content,))


@pytest.mark.parametrize(("text", "rule", "speaker", "content"), QUOTED)
def test_a_quotation_is_direct_and_comes_without_its_marks(text: str, rule: str, speaker: str, content: str) -> None:
    [found] = english(text)
    assert (found.mode, found.rule, found.speaker, found.content) == ("direct", rule, speaker, (content,))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The company denied any link to the accident.", "The company"),
        ("Officials put the damage at $3 million.", "Officials"),
        ("Critics accuse the government of ignoring the poor.", "Critics"),
        ("The auditors' report describes the system as outdated.", "The auditors' report"),
        ("Her neighbour, Tom Reed, agrees.", "Her neighbour, Tom Reed"),
        ("The prime minister, who came on Sunday, promised swift aid.", "The prime minister"),
        ("Ms Sayle pleaded not guilty to all charges.", "Ms Sayle"),
        ("The coach ruled out a return.", "The coach"),
        ("The chief played down the risk.", "The chief"),
        ("One aide spoke of a miracle.", "One aide"),
    ],
)
def test_an_act_of_speech_is_reported(text: str, speaker: str) -> None:
    [found] = english(text)
    assert (found.mode, found.speaker) == ("reported", speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The rain stopped in the evening.",
        "Residents were told to stay indoors.",
        "The hospital refused to say whether it had paid.",
        "A gallery owner accused of fraud went on trial.",
        "Blake remembers the day the shop closed.",
        "The ministry did not say why.",
        "He wants to find a new job.",
    ],
)
def test_the_paper_s_own_voice_has_no_attribution(text: str) -> None:
    assert english(text) == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The company has allegedly hidden losses.", "allegedly"),
        ("The king is said to be furious.", "is said to"),
        ("It is believed that the ship sank.", "It is believed that"),
        ("Rumours of a merger have been heard for weeks.", "Rumours of"),
        ("There is talk of a merger.", "There is talk of"),
    ],
)
def test_hearsay_names_nobody(text: str, cue: str) -> None:
    [found] = english(text)
    assert (found.mode, found.speaker, found.cue) == ("hearsay", None, cue)


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The Courier reported, citing two bankers, that the firm was broke.", "The Courier", "two bankers"),
        ("Quoting an official, the newspaper said the deal was dead.", "the newspaper", "an official"),
        ("He would stay, he said, according to the Herald.", "he", "Herald"),
        ("“It costs us money,” the newspaper quoted Ann Cole as saying.", "Ann Cole", "newspaper"),
    ],
)
def test_a_carrier_stands_behind_the_speaker(text: str, speaker: str, via: str) -> None:
    found = english(text)[0]
    assert (found.speaker, found.via) == (speaker, (via,))


def test_a_frame_in_the_middle_reports_both_sides() -> None:
    [found] = english("The talks, the president said, had been constructive.")
    assert (found.rule, found.content) == ("mid", ("The talks", "had been constructive"))


def test_adding_that_goes_on_with_the_speaker() -> None:
    _, found = english("The crew was safe, Holm said, adding that the ship was lost.")
    assert (found.speaker, found.content) == ("Holm", ("that the ship was lost",))


def test_quoted_words_inside_a_reported_claim_stay_direct() -> None:
    indirect, direct = english("Smith said he was “very disappointed” by it.")
    assert (indirect.mode, direct.mode, direct.content) == ("indirect", "direct", ("very disappointed",))


def test_a_quotation_of_its_own_goes_on_with_the_last_speaker() -> None:
    _, found = english("“I saw smoke,” said Maria Lopez. “Then everyone ran.”")
    assert (found.rule, found.name) == ("quote-cont", "Maria Lopez")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The firm confirmed that jobs would go.", "confirms"),
        ("The firm denied that jobs would go.", "denies"),
        ("The firm estimated that 20 jobs would go.", "estimates"),
        ("The firm warned that jobs would go.", "warns"),
        ("The firm demanded that jobs go.", "demands"),
        ("The firm complained that jobs went.", "criticises"),
        ("The firm announced that jobs would go.", "announces"),
        ("The firm said that jobs would go.", "says"),
    ],
)
def test_a_cue_has_a_class(text: str, kind: str) -> None:
    [found] = english(text)
    assert found.cue_class == kind


def test_medium_and_date_stand_beside_the_frame() -> None:
    [found] = english("The council said in a statement on Tuesday that repairs would cost a lot.")
    assert (found.medium, found.date) == ("a statement", "on Tuesday")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mayor Helen Ortiz said it was over.", "Helen Ortiz", "Mayor"),
        ("Dr Ruth Okafor said it was over.", "Ruth Okafor", None),
        ("Union leader Moira Pratt said it was over.", "Moira Pratt", "Union leader"),
        ("Peter Lind, an ecologist at the charity, said it was over.", "Peter Lind", "an ecologist at the charity"),
        ("The World Health Organization said it was over.", "World Health Organization", None),
        ("Data from the tracking service Marilog showed it was over.", "Marilog", None),
    ],
)
def test_a_mention_has_a_name_and_a_role(text: str, name: str, role: str | None) -> None:
    [found] = english(text)
    assert (found.name, found.role) == (name, role)
