"""One row an English rule: the sentence, the rule that finds it, who speaks, and what is said."""

import pytest

from tests.spoken import english

INDIRECT = [
    ("A driver who officers say hit a wall was fined.", "relative", "officers", "hit a wall"),
    ("The mast, which Councillor Ida Crane said was rotten, fell.", "relative", "Councillor Ida Crane", "was rotten"),
    ("Lorne paid what judges say was rent.", "relative", "judges", "was rent"),
    ("The vicar said it’s too cold for a fair.", "pre-clause", "The vicar", "it’s too cold for a fair"),
    ("The vicar said she'll leave in June.", "pre-clause", "The vicar", "she'll leave in June"),
    ("Farmers have said Norcon appears to be broke.", "pre-clause", "Farmers", "Norcon appears to be broke"),
    ("She added the boy never apologised.", "pre-clause", "She", "the boy never apologised"),
    ("The farm shut after the vet said two cows died.", "pre-clause", "the vet", "two cows died"),
    ("Coastguards said on Sunday three boats sank.", "pre-clause", "Coastguards", "three boats sank"),
    ("Ann Lorne – a nurse from Leeds – said beds were short.", "pre-clause", "Ann Lorne", "beds were short"),
    (
        "The duke (Hal; born 3 May 1950 in Bath) said it was his.",
        "pre-clause",
        "The duke (Hal; born 3 May 1950 in Bath)",
        "it was his",
    ),
    (
        "On Friday night the bank confirmed the teller declined to talk.",
        "pre-clause",
        "the bank",
        "the teller declined to talk",
    ),
    ("A survey printed last year found that few swim.", "pre-that", "A survey printed last year", "that few swim"),
    ("Nearly half of the nurses say that pay is low.", "pre-that", "half of the nurses", "that pay is low"),
    ("ALDERMAN JOHN CRANE SAID THE MILL WOULD CLOSE.", "pre-clause", "ALDERMAN JOHN CRANE", "THE MILL WOULD CLOSE"),
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
    (
        "Shops lost half their trade, figures from the town showed last week.",
        "post",
        "figures from the town",
        "Shops lost half their trade",
    ),
    ("Two were found, it said in a statement posted online.", "post", "it", "Two were found"),
    (
        "Ostra had demanded a pullout, said the envoy, who was tired.",
        "post",
        "the envoy",
        "Ostra had demanded a pullout",
    ),
    ("Ostra had demanded a pullout, officials said.", "post", "officials", "Ostra had demanded a pullout"),
    ("In an interview, Reuss said that it was over.", "pre-that", "Reuss", "that it was over"),
    (
        "His aide, Marta Kosik, was gloomy, saying that it was over.",
        "gerund",
        "His aide, Marta Kosik",
        "that it was over",
    ),
    ("According to a diplomat, Ostra offered to leave.", "according", "a diplomat", "Ostra offered to leave"),
    (
        "Under the draft, seen by Norpress, both sides must pay.",
        "under",
        "the draft",
        "seen by Norpress, both sides must pay",
    ),
    ("A man fled by the back door, the court heard.", "post", "the court", "A man fled by the back door"),
    ("The jury was told that he lied.", "pre-that", "The jury", "that he lied"),
    ("The minister went on to say that it was over.", "pre-that", "The minister", "that it was over"),
    ("Lee — who joined in 2010 — said it was safe.", "pre-clause", "Lee", "it was safe"),
    ("Officials on Monday said it was safe.", "pre-clause", "Officials", "it was safe"),
    ("The two said it was safe.", "pre-clause", "The two", "it was safe"),
    (
        "Lawyers representing the families said it was over.",
        "pre-clause",
        "Lawyers representing the families",
        "it was over",
    ),
    ("People briefed on the talks said it was over.", "pre-clause", "People briefed on the talks", "it was over"),
    ("The union had warned for years that pay would fall.", "pre-that", "The union", "that pay would fall"),
    (
        "Analysts at the bank forecast that prices would rise.",
        "pre-that",
        "Analysts at the bank",
        "that prices would rise",
    ),
    ("The minister's view is that the law is clear.", "view-that", "minister's", "that the law is clear"),
    ("The minister made clear that the law would stay.", "sure-that", "The minister", "that the law would stay"),
    ("The governor asked residents to leave.", "pre-to", "The governor", "to leave"),
]

QUOTED = [
    ("“We have no choice,” Ortiz told a news conference.", "quote<post", "Ortiz", "We have no choice"),
    ('"I saw smoke and ran," said Maria Lopez.', "quote<post", "Maria Lopez", "I saw smoke and ran"),
    ("The director, Paul Kim, wrote: “We are safe.”", "quote<pre-colon", "The director, Paul Kim", "We are safe."),
    ("Eva Long calls the margin “vanishingly small”.", "quote<pre-quote", "Eva Long", "vanishingly small"),
    ("'We have no regrets,' Smith told the court.", "quote<post", "Smith", "We have no regrets"),
    ("‘The workers’ union is dead,’ he said.", "quote<post", "he", "The workers’ union is dead"),
    ("“Nobody asked us,” she shrugs.", "quote<post", "she", "Nobody asked us"),
]


@pytest.mark.parametrize(("text", "rule", "speaker", "content"), INDIRECT)
def test_a_frame_names_who_speaks_and_what_is_said(text: str, rule: str, speaker: str | None, content: str) -> None:
    [found] = english(text)
    assert (found.mode, found.rule, found.speaker, found.content) == ("indirect", rule, speaker, (content,))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Builders said that the wall was weak, but the owner, Rosa Crane, said the stone was good.",
            [("Builders", "that the wall was weak"), ("the owner, Rosa Crane", "the stone was good")],
        ),
        (
            "Although the club says the goal was legal, the league claims it was not.",
            [("the club", "the goal was legal"), ("the league", "it was not")],
        ),
        (
            "The mayor denied any link, but officers said he knew of it.",
            [("The mayor", "The mayor denied any link"), ("officers", "he knew of it")],
        ),
        ("He said he was tired and she said nothing.", [("He", "he was tired and she said nothing")]),
    ],
)
def test_two_speakers_of_a_sentence_have_a_claim_each(text: str, claims: list[tuple[str, str]]) -> None:
    assert [(found.speaker, found.content[0]) for found in english(text)] == claims


@pytest.mark.parametrize(
    "text",
    [
        "Prices crashed, signalling that buyers expect a bad winter.",
        "The price of tin fell, suggesting that buyers had left.",
        "The Senate confirmed Orville Crane as judge by nine votes.",
        "The tribe holds a feast, names every whale and starts to cut.",
        "The taxes requested in May are due.",
        "For parents who do find a place, the price can hurt.",
    ],
)
def test_a_thing_and_a_deed_say_nothing(text: str) -> None:
    assert english(text) == ()


def test_a_question_that_was_asked_is_nobodys_claim() -> None:
    [found] = english('Asked what he felt when strangers call him lazy, Hal Crane said, "They never met me at all."')
    assert (found.speaker, found.content) == ("Hal Crane", ("They never met me at all.",))


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
        ("The leader announced a recount.", "The leader"),
        ("The firm apologised for the delay.", "The firm"),
        ("The minister hinted at new taxes.", "The minister"),
        ("One resident recalled seeing smoke.", "One resident"),
        ("Critics raised serious doubts about the plan.", "Critics"),
        ("The firm cited rising costs.", "The firm"),
        ("A poll put support for the plan at 34 per cent.", "A poll"),
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
        "In the deepest of them they found traces of a flood that had killed many.",
        "Not all experts agree.",
        "Neither side said when it would end.",
        "The rain continued.",
        "The union agreed to a truce.",
        "The restaurant calls itself the oldest in town.",
        "The rain threatened to flood the cellar.",
        "The road to the village points north.",
        "Rescuers heard cries for help.",
        "The plan put the baby at risk.",
        "The Smiths' house burned down in the '90s.",
    ],
)
def test_the_paper_s_own_voice_has_no_attribution(text: str) -> None:
    assert english(text) == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The company has allegedly hidden losses.", "allegedly"),
        ("The king is said to be furious.", "is said to"),
        ("It is believed that the ship sank.", "It is believed"),
        ("Rumours of a merger have been heard for weeks.", "Rumours of"),
        ("There is talk of a merger.", "There is talk of"),
        ("It is thought the leak began on Friday.", "It is thought"),
        ("Three people are feared dead.", "are feared dead"),
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
        ("“It costs us money,” Ann Cole was quoted as saying by the Gazette.", "Ann Cole", "Gazette"),
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


def test_he_would_goes_on_with_what_was_reported_and_nothing_else_does() -> None:
    _, found = english("The mayor said it was over. By Friday he would be gone.")
    assert (found.mode, found.speaker, found.confidence) == ("indirect", "The mayor", "medium")
    assert len(english("The mayor said it was over. He left on Friday.")) == 1
    assert len(english("The mayor said it was over. He would stay if he could.")) == 1
    assert english("The mayor left. He would be back.") == ()


def test_a_frame_in_the_middle_may_go_on() -> None:
    [found] = english("His phone, she went on, had been switched off for an hour that night.")
    assert (found.speaker, found.content) == ("she", ("His phone", "had been switched off for an hour that night"))


def test_single_marks_are_quotation_marks_where_they_clearly_are() -> None:
    _, *quoted = english("The dealers' union said prices were 'too high' and 'unfair'.")
    assert [found.content for found in quoted] == [("too high",), ("unfair",)]
    first, then = english("'It's over,' Smith said. 'We won't stay.'")
    assert (first.content, then.content, then.name) == (("It's over",), ("We won't stay.",), "Smith")


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


def test_an_act_in_the_passive_is_its_agent_s() -> None:
    [found] = english("The plan was denounced by the union.")
    assert (found.mode, found.rule, found.speaker) == ("reported", "passive-act", "the union")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Sarovian Foreign Minister Dalia Renko said it was late.", "Dalia Renko", "Sarovian Foreign Minister"),
        ("Bank of Tarn Governor Mary Cole said rates would fall.", "Mary Cole", "Bank of Tarn Governor"),
        ("The Daily Post, citing two diplomats, reported that talks had begun.", "Daily Post", None),
    ],
)
def test_a_name_stands_behind_nationality_and_office(text: str, name: str, role: str | None) -> None:
    assert [(f.name, f.role) for f in english(text)] == [(name, role)]


def test_who_holds_an_office_is_meant_by_the_next_pronoun() -> None:
    found = english('Sarovian Foreign Minister Dalia Renko denied it. "We have sold nothing," she told reporters.')
    assert [f.name for f in found] == ["Dalia Renko"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Britain and Norway condemned the deal.", "Britain and Norway"),
        ("Mary Cole and Tom Dean said they would appeal.", "Mary Cole and Tom Dean"),
        ("Theo Brandt and his lawyer said they would appeal.", "Theo Brandt"),
    ],
)
def test_all_who_speak_together_are_named(text: str, name: str) -> None:
    assert [f.name for f in english(text)] == [name]


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("Eva Long, Jim Roy and Sue Park said it was late.", "Eva Long, Jim Roy and Sue Park", None),
        ("Norway, Iceland, Latvia and Estonia denied the plan.", "Norway, Iceland, Latvia and Estonia", None),
        (
            "On Friday, Eva Long, Jim Roy, and Sue Park warned that it was late.",
            "Eva Long, Jim Roy, and Sue Park",
            "Eva Long, Jim Roy and Sue Park",
        ),
        (
            "The unions, the employers and the ministry said it was late.",
            "The unions, the employers and the ministry",
            "unions, the employers and the ministry",
        ),
        ("Norcon, the council and the police said it was late.", "Norcon, the council and the police", None),
        (
            "Eva Long, the mayor, and Jim Roy said it was late.",
            "Eva Long, the mayor, and Jim Roy",
            "Eva Long and Jim Roy",
        ),
        (
            "The mayor, Eva Long, and her deputy, Jim Roy, said it was late.",
            "The mayor, Eva Long, and her deputy, Jim Roy",
            "Eva Long and Jim Roy",
        ),
        (
            "Eva Long of Norcon, Jim Roy of Halco and Sue Park, the mayor, said it was late.",
            "Eva Long of Norcon, Jim Roy of Halco and Sue Park, the mayor",
            "Eva Long, Jim Roy and Sue Park",
        ),
    ],
)
def test_a_list_of_speakers_is_taken_in_full(text: str, speaker: str, name: str | None) -> None:
    [found] = english(text)
    assert (found.speaker, found.name) == (speaker, name or speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Last week, Eva Long and Jim Roy said it was late.", "Eva Long and Jim Roy"),
        ("When Norcon left Leeds, Eva Long and Jim Roy said it was late.", "Eva Long and Jim Roy"),
        ("After visiting Iceland, Latvia and Estonia said it was late.", "Latvia and Estonia"),
        ("Eva Long, the mayor and a lawyer, said it was late.", "Eva Long, the mayor and a lawyer"),
    ],
)
def test_what_stands_before_a_comma_is_no_speaker_of_a_list(text: str, speaker: str) -> None:
    [found] = english(text)
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("By its own account, the firm sold 30 boats.", "its own account", "firm"),
        ("The firm sold 30 boats, by its own admission.", "its own admission", "firm"),
        ("The firm has, according to its own figures, sold 30 boats.", "its own figures", "firm"),
        ("Eva Long was, by her own account, asleep.", "her own account", "Eva Long"),
        ("The firm, which by its own account sold 30 boats, moved.", "its own account", "firm"),
        ("By their own estimate, the organisers sold 30 tickets.", "their own estimate", "organisers"),
    ],
)
def test_own_words_are_those_of_whom_the_sentence_is_about(text: str, speaker: str, name: str) -> None:
    [found] = english(text)
    assert (found.rule, found.speaker, found.name, found.confidence) == ("own-account", speaker, name, "medium")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jim Roy came late. In his view, the plan failed.", "Jim Roy"),
        ("Norcon builds boats. In its opinion, the plan failed.", "Norcon"),
        ("Norcon builds boats. By her own account, the plan failed.", None),
        ("Norcon builds boats. According to its own figures it sold 30.", "Norcon"),
    ],
)
def test_his_view_is_of_whom_he_would_mean(text: str, name: str | None) -> None:
    assert [found.name for found in english(text)] == [name]


@pytest.mark.parametrize(
    ("text", "speaker", "via", "content"),
    [
        ("As the Post learned from two aides, Cole will resign.", "two aides", ("Post",), "Cole will resign"),
        ("Reuters has learned that Cole will resign.", "Reuters", (), "that Cole will resign"),
        ("The BBC learned from two aides that Cole will go.", "two aides", ("BBC",), "that Cole will go"),
    ],
)
def test_what_the_press_learned_is_said_by_whom_it_has_it_from(
    text: str, speaker: str, via: tuple[str, ...], content: str
) -> None:
    [found] = english(text)
    assert (found.rule, found.mode, found.speaker, found.via) == ("learned", "indirect", speaker, via)
    assert found.content == (content,)


def test_what_anybody_else_learned_is_no_report() -> None:
    assert english("Eva Long learned that it was late.") == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("General Motors said it was late.", "General Motors", None),
        ("The carmaker General Motors said it was late.", "General Motors", "The carmaker"),
        ("Premier Foods, a rival, said it was late.", "Premier Foods", "a rival"),
        ("The UN General Assembly said it was late.", "UN General Assembly", None),
        ("General Motors chief Eva Long said it was late.", "Eva Long", "General Motors chief"),
        ("General Mark Roy said it was late.", "Mark Roy", "General"),
        ("General Roy said it was late.", "Roy", "General"),
        ("Captain Homes said it was late.", "Homes", "Captain"),
    ],
)
def test_an_office_is_part_of_a_firm_s_name_and_of_no_person_s(text: str, name: str, role: str | None) -> None:
    [found] = english(text)
    assert (found.name, found.role) == (name, role)


def test_a_company_s_boss_is_not_the_company() -> None:
    *_, found = english("General Motors grew. General Motors boss Eva Long was glad. The company said it was late.")
    assert found.name == "General Motors"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dam leaks. That is what Long said.", "Long"),
        ("The dam leaks. That was what the mayor, Eva Long, told reporters on Friday.", "the mayor, Eva Long"),
        ("The dam leaks. That's what engineers say.", "engineers"),
        ("The dam leaks. At least that is what Long said.", "Long"),
        ("The dam leaks. That, at least, is what Long said.", "Long"),
        ("The dam leaks. That is according to Long.", "Long"),
        ("The dam leaks. This was confirmed by Long.", "Long"),
        ("The dam leaks. So says Long.", "Long"),
        ("The dam leaks. Or so Long says.", "Long"),
        ("The dam leaks. Eva Long said so on Friday.", "Eva Long"),
        ("The dam leaks. Eva Long said as much.", "Eva Long"),
    ],
)
def test_a_sentence_that_only_says_who_says_it_is_about_the_one_before(text: str, speaker: str) -> None:
    [found] = english(text)
    assert (found.rule, found.speaker, found.content) == ("that-said", speaker, ("The dam leaks",))


def test_such_a_sentence_gives_a_quotation_to_its_speaker() -> None:
    [found] = english("“The dam leaks badly.” That is what Long said.")
    assert (found.mode, found.rule, found.speaker) == ("direct", "quote<that-said", "Long")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The dam leaks. That is what the engineers built.", []),
        ("The dam leaks. So few people say no.", []),
        ("Roy said the dam was safe. That is what Long said, too.", [("the dam was safe",)]),
        ("The dam leaks. Eva Long said so many people were there.", [("many people were there",)]),
        ("That is what Long said.", []),
    ],
)
def test_a_sentence_that_says_something_itself_is_not_about_the_one_before(
    text: str, content: list[tuple[str, ...]]
) -> None:
    assert [found.content for found in english(text)] == content


def test_nobody_carries_words_by_a_possessive() -> None:
    [found] = english("Eva Long said that, in her view, the plan failed.")
    assert (found.speaker, found.via) == ("Eva Long", ())


def test_money_in_an_account_is_nobody_s_view() -> None:
    assert english("The bank found the money in her account.") == ()


def test_one_of_a_list_of_speakers_is_meant_later() -> None:
    *_, found = english("Eva Long, Jim Roy and Sue Park said it was late. Roy denied that it was over.")
    assert found.name == "Jim Roy"


def test_a_past_tense_that_looks_like_a_participle_makes_a_claim() -> None:
    found = english("The officials, who spoke on condition of anonymity, said the aircraft arrived aboard a ship.")
    assert [(f.rule, f.content) for f in found] == [("pre-clause", ("the aircraft arrived aboard a ship",))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In a statement the bishop said the roof was lost.", "the bishop"),
        ("In a letter Mr Dent wrote that the roof was lost.", "Mr Dent"),
        ("In a statement, the bishop said the roof was lost.", "the bishop"),
    ],
)
def test_a_phrase_that_opens_the_sentence_is_not_a_part_of_who_speaks(text: str, speaker: str) -> None:
    assert [a.speaker for a in english(text)] == [speaker]


def test_a_woman_s_words_go_to_no_one_of_whom_nothing_tells_the_gender() -> None:
    found = english("The mother, Anna Lenz, sat there. The accused, Robin Roth, stared. “I want the truth,” she said.")
    assert found[-1].name in {None, "Anna Lenz"}


def test_who_says_nothing_says_nothing() -> None:
    assert english("The owner said nothing.") == ()


def test_a_last_name_that_two_have_means_neither() -> None:
    found = english("Max Moor and Eva Moor spoke. Moor said it was enough.")
    assert found[-1].name not in {"Max Moor", "Eva Moor"}
