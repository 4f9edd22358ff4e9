"""The command line as programs and people meet it: exit codes, standard output, one line on standard error."""

import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
STORY = (
    "Lindau feiert neue Fähre\n\n"
    "Die Stadt Lindau hat am Montag eine neue Fähre in Betrieb genommen. Das Schiff fasst 300 Fahrgäste.\n\n"
    "Laut Bürgermeisterin Ute Kranz kostete die Fähre zwölf Millionen Euro. „Sie fährt leise“, sagte Kranz.\n"
)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    ours = {"BOT_DATABASE": str(tmp_path / "articles.db"), "BOT_DICTIONARY": "none", "BOT_ENCODER": "none"}
    return kept | ours | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


Done = subprocess.CompletedProcess[bytes]


def start(env: dict[str, str], *arguments: str, given: bytes = b"", cwd: Path | None = None) -> Done:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], env=env, input=given, capture_output=True, check=False, cwd=cwd
    )


def run(env: dict[str, str], *arguments: str, given: bytes = b"", cwd: Path | None = None) -> Done:
    """Run the program in this process, which saves a start; what it reads and writes is the same."""
    out, err = io.BytesIO(), io.BytesIO()
    streams, variables, folder, words = (sys.stdin, sys.stdout, sys.stderr), dict(os.environ), Path.cwd(), sys.argv
    sys.stdin, sys.stdout, sys.stderr = (io.TextIOWrapper(s, "utf-8") for s in (io.BytesIO(given), out, err))
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["article-bot", *arguments]
    try:
        os.chdir(cwd or folder)
        main()
        code: object = 0
    except SystemExit as ended:
        code = ended.code or 0
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.detach()  # its bytes are read below
        sys.stdin, sys.stdout, sys.stderr = streams
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(variables)
        sys.argv = words
    return Done(arguments, int(str(code)), out.getvalue(), err.getvalue())


def assert_one_line(done: Done, *words: str) -> None:
    error = done.stderr.decode()
    assert done.returncode == 2, error
    assert done.stdout == b""
    assert error.count("\n") == 1
    assert "Traceback" not in error
    for word in words:
        assert word in error


def test_a_question_is_answered_with_a_sentence_word_for_word(env: dict[str, str], story: Path) -> None:
    done = start(env, "ask", "--article", str(story), "Wie viel kostete die Fähre?")
    assert done.returncode == 0, done.stderr
    assert "Laut Bürgermeisterin Ute Kranz kostete die Fähre zwölf Millionen Euro." in done.stdout.decode()
    assert "Kranz" in done.stdout.decode().split("Euro.")[1]


def test_json_offsets_give_back_the_text(env: dict[str, str], story: Path) -> None:
    done = run(env, "ask", "--json", "--limit", "2", "--article", str(story), "Wie viele Fahrgäste fasst das Schiff?")
    reply = json.loads(done.stdout)
    assert set(reply) == {"question", "language", "searched", "answers", "refusal"}
    assert reply["language"] == "de"
    assert reply["refusal"] is None
    first = reply["answers"][0]
    assert STORY[first["start"] : first["end"]] == first["text"] == "Das Schiff fasst 300 Fahrgäste."
    assert first["article"] == str(story)
    assert first["attributions"] == []


def test_a_statement_is_checked_with_who_says_so(env: dict[str, str], story: Path) -> None:
    done = run(env, "check", "--article", str(story), "Die Fähre kostete zwölf Millionen Euro.")
    assert "Das sagt im Artikel: Ute Kranz" in done.stdout.decode()
    english = run(env, "check", "--article", str(story), "The ferry cost thirteen million euros")
    assert "does not quite say this" in english.stdout.decode()


def test_checks_come_as_one_object_a_sentence(env: dict[str, str], story: Path) -> None:
    done = run(
        env,
        "check",
        "--json",
        "--article",
        str(story),
        "Das Schiff fasst 300 Fahrgäste. Das Schiff fasst 400 Fahrgäste.",
    )
    first, second = (json.loads(line) for line in done.stdout.decode().splitlines())
    assert (first["verdict"], first["sentences"][0]["text"]) == ("stated", "Das Schiff fasst 300 Fahrgäste.")
    assert STORY[first["sentences"][0]["start"] : first["sentences"][0]["end"]] == first["sentences"][0]["text"]
    assert second["verdict"] == "near"
    assert {"kind": "number", "statement": ["400"], "article": ["300"]} in second["differences"]


def test_quotations_are_checked_and_a_changed_one_ends_with_code_1(env: dict[str, str], story: Path) -> None:
    good = run(env, "quote", "--article", str(story), "„Das Schiff fasst 300 Fahrgäste.“")
    assert (good.returncode, "Steht wörtlich so" in good.stdout.decode()) == (0, True)
    draft = story.with_name("draft.txt")
    draft.write_text("„Das Schiff fasst 300 Fahrgäste.“ „Das Schiff fasst 400 Fahrgäste.“", encoding="utf-8")
    done = run(env, "quote", "--json", "--article", str(story), "--file", str(draft))
    first, second = (json.loads(line) for line in done.stdout.decode().splitlines())
    assert (done.returncode, first["verdict"], second["verdict"]) == (1, "verbatim", "changed")
    assert second["changes"] == [{"quotation": "400", "article": "300"}]


@pytest.mark.parametrize("text", ["", "   ", "🙂", "w" * 12_000])
def test_an_unusable_statement_ends_with_one_line(env: dict[str, str], story: Path, text: str) -> None:
    done = run(env, "check", "--article", str(story), text)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


def test_evaluate_scores_an_annotated_file(env: dict[str, str], story: Path) -> None:
    annotated(story.parent / "en" / "story")
    done = run(env, "evaluate", "--errors", str(story.parent / "en"))
    seen = done.stdout.decode()
    assert "want indirect Ann Lee" in seen
    assert all(title in seen for title in ("layout", "attribution", "by mode", "questions", "shown", "statements"))
    figures = json.loads(run(env, "evaluate", "--json", str(story.parent / "en" / "story" / "expected.toml")).stdout)
    assert figures["attribution"]["en seen"]["detect"] == {"percent": 100.0, "of": 3}
    assert figures["attribution"]["en seen"]["source"] == {"percent": 50.0, "of": 2}
    assert figures["questions"]["en-en"]["first"] == {"percent": 100.0, "of": 1}
    assert figures["shown"]["seen close"]["first"] == {"percent": 100.0, "of": 1}
    assert figures["statements"]["en-en"]["unsaid"] == {"percent": 100.0, "of": 1}
    assert run(env, "articles").stdout.count(b"Rain") == 0


def test_articles_in_a_folder_of_measured_ones_are_scored_where_it_is_named(env: dict[str, str], story: Path) -> None:
    annotated(story.parent / "en" / "story")
    annotated(story.parent / "measured" / "en" / "other")
    for folder, sentences in ((story.parent, 3), (story.parent / "measured", 3), (story.parent / "measured" / "en", 3)):
        figures = json.loads(run(env, "evaluate", "--json", str(folder)).stdout)
        assert figures["layout"]["en"]["sentences"]["of"] == sentences


def annotated(folder: Path) -> None:
    """Write an annotated article; of its two claims one is annotated with another speaker than the text has."""
    folder.mkdir(parents=True)
    text = "Rain\n\nRain fell on the hills of Wales all day. Mayor Ann Lee said it would stop. Tom Ott said it was wet."
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (folder / "expected.toml").write_text(
        'title = "Rain"\nlanguage = "en"\n[[sentence]]\ntext = "Rain fell on the hills of Wales all day."\n'
        '[[sentence]]\ntext = "Mayor Ann Lee said it would stop."\n'
        '[[sentence.attribution]]\nmode = "indirect"\nspeaker = "Ann Lee"\n'
        '[[sentence]]\ntext = "Tom Ott said it was wet."\n'
        '[[sentence.attribution]]\nmode = "indirect"\nspeaker = "Ann Lee"\n',
        encoding="utf-8",
    )
    (folder / "questions.toml").write_text(
        '[[question]]\ntext = "Where did rain fall?"\nlanguage = "en"\nfirst = ["Rain fell"]\nkind = "close"\n',
        encoding="utf-8",
    )
    (folder / "statements.toml").write_text(
        '[[statement]]\ntext = "Rain fell on Scotland."\nlanguage = "en"\nverdict = "near"\n', encoding="utf-8"
    )


def test_what_is_not_annotated_can_not_be_evaluated(env: dict[str, str], story: Path) -> None:
    broken = story.parent / "broken"
    broken.mkdir()
    (broken / "expected.toml").write_text("title = ", encoding="utf-8")
    for path, word in ((story.parent / "none", b"expected.toml"), (broken, b"article.txt")):
        done = run(env, "evaluate", str(path))
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert word in done.stderr
    (broken / "article.txt").write_text("Rain.", encoding="utf-8")
    assert b"TOML" in run(env, "evaluate", str(broken)).stderr


def test_json_says_what_was_searched_in_both_languages_and_what_of_it_was_found(
    env: dict[str, str], story: Path
) -> None:
    reply = json.loads(run(env, "ask", "--json", "--article", str(story), "How much did the ferry cost?").stdout)
    searched = {entry["word"]: entry for entry in reply["searched"]}
    assert {entry["language"] for entry in searched.values()} == {"en"}
    assert "Fähre" in searched["ferry"]["renderings"]
    assert all(len(entry["renderings"]) <= 6 for entry in searched.values())
    matched = {found["word"]: found for found in reply["answers"][0]["matched"]}
    assert matched["ferry"]["text"] == "Fähre"
    assert matched["cost"]["text"] == "kostete"
    assert all(STORY[found["start"] : found["end"]] == found["text"] for found in matched.values())


def test_json_names_the_kind_of_thing_that_is_missing(env: dict[str, str], story: Path) -> None:
    for question in ("Wie alt ist Ute Kranz?", "How old is Ute Kranz?"):
        refusal = json.loads(run(env, "ask", "--json", "--article", str(story), question).stdout)["refusal"]
        assert refusal["reason"] == "kind_missing"
        assert refusal["wanted"] == "age"
        assert refusal["missing"] == []
        assert "Kranz" in refusal["nearest"][0]["text"]


def test_the_kind_of_thing_that_is_missing_is_said_in_the_language_of_the_question(
    env: dict[str, str], story: Path
) -> None:
    asked = {"Wie alt ist Ute Kranz?": "sagt aber nicht, wie alt.", "How old is Ute Kranz?": "does not say how old."}
    for question, words in asked.items():
        assert words in run(env, "ask", "--article", str(story), question).stdout.decode()


def test_a_batch_comes_out_in_order_one_object_a_line(env: dict[str, str], story: Path, tmp_path: Path) -> None:
    questions = ["Wie viel kostete die Fähre?", "", "Wer gewann die Wahl?", "🙂", "x" * 10_000, "Was sagte Kranz?"]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps({"article": str(story), "question": q}) for q in questions), encoding="utf-8")
    done = run(env, "ask", "--json", "--batch", str(batch))
    assert done.returncode == 0, done.stderr
    replies = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [r["question"] for r in replies] == questions
    assert replies[0]["answers"]
    assert all(not r["answers"] and r["refusal"]["reason"] for r in replies[1:5])


def test_analyze_prints_one_object_a_file_with_spans_that_hold(env: dict[str, str], story: Path) -> None:
    done = run(env, "analyze", "--json", str(story), str(story))
    first, second = map(json.loads, done.stdout.decode().splitlines())
    assert first == second
    assert first["title"] == "Lindau feiert neue Fähre"
    assert "text" not in first
    assert first["sentences"][0]["text"].startswith("Die Stadt Lindau")
    spans = [*first["sentences"], *(c for a in first["attributions"] for c in a["content"])]
    assert all(STORY[s["start"] : s["end"]] == s["text"] for s in spans)
    assert any(a["speaker"] and "Kranz" in a["speaker"]["text"] for a in first["attributions"])


def test_analyze_prints_the_extracted_text_of_a_page(env: dict[str, str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    sentences = "<p>Die Fähre fährt seit Montag über den See.</p><p>Sie fasst 300 Fahrgäste, sagte die Stadt.</p>" * 3
    page.write_text(f"<html><body><article><h1>Fähre</h1>{sentences}</article></body></html>", encoding="utf-8")
    analysis = json.loads(run(env, "analyze", "--json", str(page)).stdout)
    assert all(analysis["text"][s["start"] : s["end"]] == s["text"] for s in analysis["sentences"])


def test_standard_input_is_an_article(env: dict[str, str]) -> None:
    done = run(env, "ask", "--article", "-", "Wie viele Fahrgäste fasst das Schiff?", given=STORY.encode())
    assert "Das Schiff fasst 300 Fahrgäste." in done.stdout.decode()


def test_an_ingested_article_is_listed_and_asked_by_its_id(env: dict[str, str], story: Path) -> None:
    taken = run(env, "ingest", str(story)).stdout.decode().split()[0]
    story.unlink()
    assert taken in run(env, "articles").stdout.decode()
    assert "300 Fahrgäste" in run(env, "ask", "--article", taken, "Wie viele Fahrgäste?").stdout.decode()


def test_without_an_article_the_one_that_comes_along_is_asked(env: dict[str, str]) -> None:
    assert "Russland" in run(env, "ask", "Was hat Russland geschickt?").stdout.decode()


def test_the_setting_names_the_article_that_is_asked(env: dict[str, str], story: Path) -> None:
    done = run(env | {"BOT_ARTICLE": str(story)}, "ask", "Wie viele Fahrgäste fasst das Schiff?")
    assert "300 Fahrgäste" in done.stdout.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, ("No such file",)),
        (b"", ("empty",)),
        (b" \n\t\r\n ", ("empty",)),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), ("not text",)),
        (b"Ein Satz\x00 mit Null.", ("not text",)),
        ("Überschrift".encode(), ("no sentence",)),
        (b"--- *** ---", ("no sentence",)),
        ("Le gouvernement a annoncé mardi une nouvelle loi. Les députés votent jeudi.\n".encode() * 9, ("language",)),
    ],
)
def test_an_unusable_article_ends_with_one_line(
    env: dict[str, str], tmp_path: Path, content: bytes | None, words: tuple[str, ...]
) -> None:
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    assert_one_line(run(env, "ask", "--article", str(path), "Wer?"), *words)
    assert_one_line(run(env, "analyze", str(path)), *words)


def test_invalid_utf8_is_read_as_another_encoding_or_refused(env: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xff\xfe\xfa\x80\x81\x9d" * 40)
    assert_one_line(run(env, "ask", "--article", str(path), "Wer?"), str(path))


def test_a_folder_is_named_as_one(env: dict[str, str], tmp_path: Path) -> None:
    assert_one_line(start(env, "ask", "--article", str(tmp_path), "Wer?"), "folder")


def test_a_file_of_200_mb_is_refused_without_being_read(env: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert_one_line(run(env, "ask", "--article", str(path), "Wer?"), "too large")


@pytest.mark.parametrize(
    ("question", "word"),
    [("", "empty"), ("  \t ", "empty"), ("w" * 10_000, "too long"), ("🙂🙃", "no word"), ("Was ist es denn?", "Wort")],
)
def test_an_unusable_question_ends_with_one_line(env: dict[str, str], story: Path, question: str, word: str) -> None:
    assert_one_line(run(env, "ask", "--article", str(story), question), word)


def test_half_a_character_in_a_line_of_a_batch_ends_nothing(env: dict[str, str], story: Path, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    questions = ("Wie viele Fahrg\ud800ste?", "Wie viele \U0001f6a2 hat Lindau?", "Was sagte Kranz?")
    batch.write_text("\n".join(json.dumps({"article": str(story), "question": q}) for q in questions), encoding="utf-8")
    done = run(env, "ask", "--json", "--batch", str(batch))
    assert done.returncode == 0, done.stderr
    asked = [json.loads(line)["question"] for line in done.stdout.decode().splitlines()]
    assert asked == ["Wie viele Fahrg\N{REPLACEMENT CHARACTER}ste?", *questions[1:]]


def test_a_file_with_a_name_that_no_output_can_hold_is_asked_all_the_same(env: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "f\udcffhre.txt"
    path.write_text(STORY, encoding="utf-8")
    done = run(env, "ask", "--json", "--article", str(path), "Wie viele Fahrgäste?")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["answers"]


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "--nonsense"),
        ("nonsense",),
        ("ask", "--limit", "many"),
        ("ask", "--limit"),
        ("articles", "two\n\nlines"),
    ],
)
def test_a_command_that_is_typed_wrongly_is_answered_in_one_line(env: dict[str, str], words: tuple[str, ...]) -> None:
    assert_one_line(run(env, *words), "--help")


@pytest.mark.parametrize("words", [("ask", "--article", "-", "Wer?"), ("ask", "--batch", "-"), ("ingest", "-")])
def test_standard_input_that_is_closed_is_named(env: dict[str, str], words: tuple[str, ...]) -> None:
    closed = f"exec {shlex.join([sys.executable, '-m', 'bot', *words])} <&-"
    done = subprocess.run(["/bin/sh", "-c", closed], env=env, capture_output=True, check=False)
    assert_one_line(done, "-")
    assert b"Error" not in done.stderr


@pytest.mark.parametrize("line", ["[]", "{", '{"article": 1, "question": "x"}', '{"article": "a.txt"}', "[" * 100_000])
def test_a_broken_line_of_a_batch_is_named_and_what_came_before_is_kept(
    env: dict[str, str], story: Path, tmp_path: Path, line: str
) -> None:
    batch = tmp_path / "batch.jsonl"
    good = json.dumps({"article": str(story), "question": "Wie viele Fahrgäste?"})
    batch.write_text(f"{good}\n{line}\n", encoding="utf-8")
    done = run(env, "ask", "--json", "--batch", str(batch))
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert "2" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_a_missing_batch_is_named(env: dict[str, str], tmp_path: Path) -> None:
    assert_one_line(run(env, "ask", "--json", "--batch", str(tmp_path / "none.jsonl")), "none.jsonl")


def test_a_damaged_database_is_left_alone(env: dict[str, str], story: Path) -> None:
    database = Path(env["BOT_DATABASE"])
    database.write_bytes(b"not a database at all, but long enough to look like one " * 40)
    before = database.read_bytes()
    assert_one_line(run(env, "ask", "--article", str(story), "Wer?"), "damaged", "BOT_DATABASE")
    assert database.read_bytes() == before


def test_a_broken_env_file_is_named(env: dict[str, str], story: Path, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\x00\xff\xfe broken")
    assert_one_line(run(env, "ask", "--article", str(story), "Wer?", cwd=tmp_path), ".env")


def test_no_home_folder_is_no_place_for_a_database(env: dict[str, str], story: Path) -> None:
    del env["BOT_DATABASE"]
    homeless = {n: v for n, v in env.items() if not n.startswith("XDG")} | {"HOME": "/dev/null/nowhere"}
    assert_one_line(start(homeless, "ask", "--article", str(story), "Wer?"), "BOT_DATABASE")


def test_errors_speak_the_language_of_the_environment(env: dict[str, str]) -> None:
    assert_one_line(run(env | {"LC_ALL": "de_DE.UTF-8"}, "analyze", "/nirgends.txt"), "Datei gibt es nicht")


def test_a_question_is_refused_in_its_own_language(env: dict[str, str], story: Path) -> None:
    done = run(env, "ask", "--article", str(story), "Who won the football match in Madrid?")
    assert done.returncode == 0
    assert "does not say" in done.stdout.decode()


def test_a_reader_that_leaves_a_pipe_early_sees_no_trace(env: dict[str, str], story: Path) -> None:
    command = f"{sys.executable} -m bot analyze {story} {story} {story} | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", command], env=env, capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["console", "ask", "analyze", "ingest", "articles", "doctor"])
def test_the_help_of_every_command_has_an_example(env: dict[str, str], command: str) -> None:
    shown = run(env, command, "--help").stdout.decode()
    assert "Example" in shown
    assert "\\b" not in shown


def test_evaluating_what_is_not_annotated_says_so(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Ann left the house.", "utf-8")
    done = run(env, "evaluate", str(tmp_path / "story.txt"))
    assert done.returncode == 2
    assert "No annotated article in" in done.stderr.decode()


def test_the_doctor_goes_on_after_what_is_wrong(env: dict[str, str]) -> None:
    shown = run(env | {"BOT_ARTICLE": "/nowhere/at-all.txt"}, "doctor").stdout.decode()
    assert "MEND  No such file: /nowhere/at-all.txt" in shown
    assert "Telegram: not set up" in shown
    assert "Slack: not set up" in shown


def test_the_doctor_names_all_that_is_wrong_and_marks_what_is_not_set_up(env: dict[str, str]) -> None:
    wrong = {"BOT_BRING": "never", "BOT_STALE_AFTER": "soon", "BOT_SLACK_APP_TOKEN": "xapp-1"}
    lines = run(env | wrong, "doctor").stdout.decode().splitlines()
    mended = " ".join(line for line in lines if line.startswith("MEND"))
    assert all(name in mended for name in ("BOT_BRING", "BOT_STALE_AFTER", "BOT_SLACK_BOT_TOKEN is missing"))
    assert any(line.startswith("-     Telegram: not set up") for line in lines)


def test_the_doctor_hints_at_a_list_that_nobody_is_on(env: dict[str, str]) -> None:
    given = env | {"BOT_ACCESS": "list", "BOT_TELEGRAM_TOKEN": "123456789:x", "BOT_SLACK_BOT_TOKEN": "no"}
    shown = run(given, "doctor").stdout.decode()
    assert "-     BOT_ACCESS=list, and nobody is named" in shown
    assert "BOT_SLACK_OWNERS names" in shown
    assert "nobody is named" not in run(given | {"BOT_ACCESS": "open"}, "doctor").stdout.decode()
    named = {"BOT_TELEGRAM_OWNERS": "42", "BOT_SLACK_ALLOW": "C0001"}
    assert "nobody is named" not in run(given | named, "doctor").stdout.decode()


def test_the_doctor_says_what_is_set_up(env: dict[str, str]) -> None:
    done = run(env, "doctor")
    assert done.returncode == 0, done.stdout
    assert env["BOT_DATABASE"] in done.stdout.decode()


def test_the_doctor_names_what_to_mend(env: dict[str, str]) -> None:
    Path(env["BOT_DATABASE"]).write_bytes(b"damaged" * 300)
    done = run(env, "doctor")
    assert done.returncode == 2
    assert "MEND" in done.stdout.decode()
    assert "BOT_DATABASE" in done.stdout.decode()


@pytest.mark.parametrize(("chat", "missing"), [("42", "BOT_TELEGRAM_TOKEN"), ("C0NEWS", "BOT_SLACK_BOT_TOKEN")])
def test_the_doctor_tries_a_chat_out_where_there_is_a_token(env: dict[str, str], chat: str, missing: str) -> None:
    done = run(env, "doctor", "--live", chat)
    assert done.returncode == 2
    assert done.stdout.decode().startswith("MEND")
    assert missing in done.stdout.decode()


def test_the_doctor_looks_at_telegram_and_never_shows_the_token(env: dict[str, str]) -> None:
    for token in ("123456:too short?", "123456789:AAplanted-token_of-nobody"):
        given = env | {"BOT_TELEGRAM_TOKEN": token, "BOT_TELEGRAM_API_URL": "http://127.0.0.1:9"}
        done = run(given, "doctor")
        assert done.returncode == 2
        assert "MEND  " in done.stdout.decode()
        assert "TELEGRAM" in done.stdout.decode().partition("MEND")[2]
        assert token not in (done.stdout + done.stderr).decode()
    assert "BOT_TELEGRAM_TOKEN" in run(env, "doctor").stdout.decode()


@pytest.fixture
def large(env: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Return an environment with a dictionary of one line, not compiled yet."""
    file = tmp_path / "de-en"
    file.write_text("Seekuh {f} | Seekühe {pl} :: manatee | manatees\n", encoding="utf-8")
    return env | {"BOT_DICTIONARY": str(file), "XDG_CACHE_HOME": str(tmp_path / "cache")}


def test_a_large_dictionary_is_compiled_once_with_one_line_and_finds_what_our_lexicon_lacks(
    env: dict[str, str], large: dict[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "zoo.txt"
    page.write_text(
        "Im Zoo von Lindau lebt seit Montag eine Seekuh. Der Eintritt kostet acht Euro.\n", encoding="utf-8"
    )
    asked = ("ask", "--article", str(page), "Is there a manatee?")
    assert "Seekuh" not in run(env, *asked).stdout.decode().split("\n")[0]
    first, again = run(large, *asked), run(large, *asked)
    assert "Im Zoo von Lindau" in first.stdout.decode()
    assert first.stderr.decode().count("\n") == 1
    assert large["BOT_DICTIONARY"] in first.stderr.decode()
    assert again.stdout == first.stdout
    assert again.stderr == b""


def test_the_dictionary_is_compiled_on_demand_and_the_doctor_knows(large: dict[str, str], tmp_path: Path) -> None:
    assert "not compiled" in run(large, "doctor").stdout.decode()
    done = run(large, "dictionary")
    assert done.returncode == 0, done.stderr
    assert f"{tmp_path / 'de-en'}, 4 words" in done.stdout.decode()  # two of them are parts of the Seekuh
    assert f"ok    {done.stdout.decode()}" in run(large, "doctor").stdout.decode()


def test_a_dictionary_that_is_set_and_can_not_be_used_is_named(large: dict[str, str]) -> None:
    Path(large["BOT_DICTIONARY"]).write_text("nothing\n")
    assert "MEND" not in run(large, "doctor").stdout.decode()
    done = run(large, "ask", "Was hat Russland geschickt?")
    assert done.returncode == 2
    assert "BOT_DICTIONARY" in done.stderr.decode().splitlines()[-1]
    Path(large["BOT_DICTIONARY"]).unlink()
    assert_one_line(run(large, "ask", "Was hat Russland geschickt?"), "make dictionary", "BOT_DICTIONARY")
    assert_one_line(run(large, "dictionary"), "make dictionary")
    assert run(large, "doctor").returncode == 2


def test_a_piped_console_answers_and_survives_everything(env: dict[str, str], story: Path) -> None:
    asked = [
        "",
        "   ",
        "🙂",
        "w" * 10_000,
        "/why 7",
        "/nonsense",
        "Wie viele Fahrgäste fasst das Schiff?",
        "/context 1",
    ]
    done = start(env, "console", str(story), given="\n".join([*asked, "/sources", "/article", "/quit"]).encode())
    seen = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    assert "Das Schiff fasst 300 Fahrgäste." in seen
    assert "Kranz" in seen
    assert "\x1b" not in seen


def test_asking_a_stored_article_loads_nothing_that_only_an_analysis_needs(env: dict[str, str], story: Path) -> None:
    run(env, "ingest", str(story))
    code = (
        "import sys, runpy; sys.argv = ['bot', 'ask', '--article', sys.argv[1], 'Wie viele Fahrgäste?']\n"
        "try: runpy.run_module('bot', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(sorted({m.split('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(story)], env=env, capture_output=True, check=True, text=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1].replace("'", '"')))
    assert "rank_bm25" in loaded
    assert not loaded & {"HanTa", "trafilatura", "lxml", "babel", "rich", "prompt_toolkit", "markdown_it", "bs4"}


def test_output_that_finds_no_room_is_one_line(env: dict[str, str], story: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "analyze", str(story)],
            env=env,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "article-bot: The output can't be written: there is no room left where it goes.\n"


def test_the_doctor_says_that_a_database_is_an_empty_file(env: dict[str, str]) -> None:
    database = Path(env["BOT_DATABASE"])
    database.touch()
    assert "is an empty file and counts as new" in run(env, "doctor").stdout.decode()
    assert database.stat().st_size
    assert "empty file" not in run(env, "doctor").stdout.decode()


def test_the_doctor_says_that_others_can_read_the_secrets(env: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("BOT_TELEGRAM_WEBHOOK_SECRET=abc\n", encoding="utf-8")
    file.chmod(0o644)
    assert "chmod 600 .env" in run(env, "doctor", cwd=tmp_path).stdout.decode()
    file.chmod(0o600)
    assert "chmod 600" not in run(env, "doctor", cwd=tmp_path).stdout.decode()
    file.write_text("BOT_LOG=json\n", encoding="utf-8")
    file.chmod(0o644)
    assert "chmod 600" not in run(env, "doctor", cwd=tmp_path).stdout.decode()


def test_view_writes_a_page_of_the_article_and_says_where(env: dict[str, str], story: Path, tmp_path: Path) -> None:
    done = run(env, "view", str(story), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"Written: lindau-feiert-neue-fahre.view.html{os.linesep}"
    page = (tmp_path / "lindau-feiert-neue-fahre.view.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Ute Kranz" in page


def test_view_speaks_the_language_of_the_environment_and_writes_to_standard_output(
    env: dict[str, str], story: Path
) -> None:
    done = run({**env, "LC_ALL": "de_DE.UTF-8"}, "view", str(story), "-o", "-")
    assert done.stdout.decode().startswith('<!doctype html>\n<html lang="de">')
    assert "Wer zu Wort kommt" in done.stdout.decode()


def test_view_that_can_not_write_says_so_in_one_line(env: dict[str, str], story: Path, tmp_path: Path) -> None:
    done = run(env, "view", str(story), "-o", str(tmp_path / "none" / "page.html"))
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "can’t be written" in done.stderr.decode()


def test_a_process_ends_with_its_code_after_what_is_registered_for_the_end(env: dict[str, str]) -> None:
    code = (
        "import atexit, sys\nimport bot.__main__ as program\n"
        "def main():\n    atexit.register(print, 'registered')\n    print('x' * 100_000)\n    sys.exit(3)\n"
        "program.main = main\nprogram.program()"
    )
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stdout.split()[1:], done.stderr) == (3, [b"registered"], b"")
