"""What can go wrong, as a tree; no error carries words for people, only facts.

    BotError
    ├── InputError          what a person gave can't be used
    │   ├── ArticleError    about an article: code and the path or origin
    │   ├── QuestionError   about a question: code
    │   └── AnnotationError about annotated articles: code and where they are
    ├── StoreError          about the database: code and its path
    │   └── ArchiveError    about a search server: code and its address
    ├── DictionaryError     about the large dictionary: code and its path
    ├── EncoderError        about the sentence encoder: code and its name or folder
    └── SettingsError       about a setting: its name

Rule of this room: foreign errors are translated into this tree where they enter; `conversation` alone turns it into
words, so a code that has no words fails a test.
"""

from enum import StrEnum


class BotError(Exception):
    """The root: whatever the bot raises on purpose."""


class InputError(BotError):
    """What a person gave can't be used."""


class ArticleProblem(StrEnum):
    """Why an article can't be read."""

    NOT_FOUND = "not_found"
    DIRECTORY = "directory"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    NO_SENTENCES = "no_sentences"
    NO_TEXT = "no_text"
    LANGUAGE = "language"
    UNKNOWN = "unknown"
    FORMAT = "format"
    PAYWALL = "paywall"
    NEEDS_BROWSER = "needs_browser"
    TOO_SLOW_TO_READ = "too_slow_to_read"
    ADDRESS = "address"
    PRIVATE_ADDRESS = "private_address"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    GONE = "gone"
    SERVER_ERROR = "server_error"
    REDIRECTS = "redirects"
    ROBOTS = "robots"
    NO_FEED = "no_feed"
    LINE = "line"
    FILE_GONE = "file_gone"
    FILE_NOT_NOW = "file_not_now"


class ArticleError(InputError):
    """An article that can't be read: why, and which."""

    def __init__(self, problem: ArticleProblem, origin: str) -> None:
        super().__init__(problem, origin)
        self.problem = problem
        self.origin = origin


class QuestionProblem(StrEnum):
    """Why a question can't be asked."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    BATCH = "batch"
    NO_WORDS = "no_words"


class QuestionError(InputError):
    """A question that can't be asked; `detail` is a line number for a batch, never the question."""

    def __init__(self, problem: QuestionProblem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


class AnnotationProblem(StrEnum):
    """Why annotated articles can't be read."""

    NONE = "none"
    ARTICLE = "article"
    FORMAT = "format"


class AnnotationError(InputError):
    """Annotated articles that can't be read: why, and where they are."""

    def __init__(self, problem: AnnotationProblem, origin: str) -> None:
        super().__init__(problem, origin)
        self.problem = problem
        self.origin = origin


class StoreProblem(StrEnum):
    """Why the database can't be used."""

    LOCKED = "locked"
    READ_ONLY = "read_only"
    NEWER = "newer"
    DAMAGED = "damaged"
    FULL = "full"
    NO_PLACE = "no_place"
    UNREADABLE = "unreadable"
    NO_DRIVER = "no_driver"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NO_DATABASE = "no_database"
    FORBIDDEN = "forbidden"
    OLD_SERVER = "old_server"
    CROWDED = "crowded"
    NOT_EMPTY = "not_empty"
    MISSING = "missing"


class StoreError(BotError):
    """A database that can't be used: why, and where it is, which names no password."""

    def __init__(self, problem: StoreProblem, path: str) -> None:
        super().__init__(problem, path)
        self.problem = problem
        self.path = path


class ArchiveProblem(StrEnum):
    """Why the search server of the archive can't be used."""

    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    CA_FILE = "ca_file"
    REFUSED = "refused"
    FORBIDDEN = "forbidden"
    CROWDED = "crowded"
    FULL = "full"
    NO_DRIVER = "no_driver"
    UNEXPECTED = "unexpected"


class ArchiveError(StoreError):
    """A search server that can't be used: why, and its address without the password; articles are as they were."""

    def __init__(self, reason: ArchiveProblem, address: str) -> None:
        super().__init__(StoreProblem.UNREACHABLE, address)
        self.reason = reason


class DictionaryProblem(StrEnum):
    """Why the large dictionary can't be used."""

    NOT_FOUND = "not_found"
    FOREIGN = "foreign"
    NOT_KEPT = "not_kept"
    NOT_COMPILED = "not_compiled"


class DictionaryError(BotError):
    """A dictionary that can't be used: why, and the file, or the folder that it can't be kept in."""

    def __init__(self, problem: DictionaryProblem, path: str) -> None:
        super().__init__(problem, path)
        self.problem = problem
        self.path = path


class EncoderProblem(StrEnum):
    """Why the sentence encoder can't be used."""

    NOT_INSTALLED = "not_installed"
    NOT_FOUND = "not_found"
    FOREIGN = "foreign"
    CRASHES = "crashes"
    FAILED = "failed"


class EncoderError(BotError):
    """A sentence encoder that can't be used: why, and which, or the folder that it should be in."""

    def __init__(self, problem: EncoderProblem, name: str) -> None:
        super().__init__(problem, name)
        self.problem = problem
        self.name = name


class SettingsError(BotError):
    """A setting that can't be used; `name` as it stands in the environment (BOT_...), never its value."""

    def __init__(self, name: str, problem: str = "invalid") -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem


def where(error: BaseException) -> str:
    """Return the file and the line where an error came up: all of it that may stand in a log."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno}" if frame else "?"
