"""The address of a database server, as it may be shown.

Rule of this module: nothing that it returns holds a password.
"""

from urllib.parse import unquote, urlsplit


def shown(address: str) -> str:
    """Return an address without its password and without what follows the name of the database."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "postgresql://"
    user = f"{unquote(parts.username)}@" if parts.username else ""
    return f"postgresql://{user}{parts.hostname or ''}{port}{parts.path}"
