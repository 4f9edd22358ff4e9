"""Why Slack did not take something, as the delivery understands it.

Rule of this module: a failure is "refused" only where Slack says so in words that are known here; whatever else goes
wrong on the way may have been taken, and is `OutcomeUnknownError`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError, SlackTokenRotationError

from bot.transport import (
    AccessRevokedError,
    DeliveryError,
    OutcomeUnknownError,
    PlaceholderGoneError,
    RetryAfterError,
    UndeliverableError,
)

BARRED = frozenset(
    "account_inactive app_access_expired enterprise_is_restricted invalid_auth not_allowed_token_type not_authed "
    "org_login_required token_expired token_revoked two_factor_setup_required".split()
)
"""The token is not accepted any more."""
GONE = frozenset(
    "cannot_dm_bot cant_post_message channel_is_archived channel_not_found channel_type_not_supported dm_not_allowed "
    "ekm_access_denied im_closed is_archived is_inactive messages_tab_disabled method_not_supported_for_channel_type "
    "no_permission not_in_channel restricted_action restricted_action_non_threadable_channel "
    "restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel "
    "team_access_not_granted team_not_found thread_locked user_disabled user_is_bot user_is_restricted user_not_found "
    "user_not_in_channel user_not_visible users_not_found cannot_unfurl_url cannot_unfurl_message cannot_find_message "
    "cannot_find_channel cannot_find_service missing_scope not_enabled".split()
)
"""Nobody can be reached there, or not in this way; another try changes nothing."""
MISPLACED = frozenset(
    "cant_update_message edit_window_closed expired_trigger_id expired_url message_not_found not_found "
    "trigger_expired trigger_exchanged update_failed_not_found used_url view_not_found".split()
)
"""The message, the modal or the response_url is not there any more."""
UNWELL = frozenset(
    "accesslimited bad_gateway fatal_error gateway_timeout internal_error message_limit_exceeded request_timeout "
    "rollup_error service_unavailable service_timeout team_added_to_org".split()
)
"""Slack is not well, or asks to come back."""
UNSHOWABLE = frozenset(
    "block_mismatch invalid_blocks invalid_blocks_format invalid_attachments msg_blocks_too_long msg_too_long "
    "invalid_arguments too_many_attachments".split()
)
"""What was to be shown can't be; as plain text it can."""
PAUSE = 1.0
"""Seconds to wait where Slack asks for patience and does not say how long."""
LONGEST_PAUSE = 600.0
"""Seconds; a figure beyond that is a slip."""
TOO_MANY = 429
OK, FAILED = 200, 500


class UnshowableError(DeliveryError):
    """Slack refuses the blocks: to be sent once more as text alone."""


class RefusedError(DeliveryError):
    """Slack refuses for a reason that is not known here; `code` is Slack's word for it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def mapped() -> Iterator[None]:
    """Turn what the library raises into the delivery's errors, `UnshowableError` and `RefusedError`."""
    try:
        yield
    except (DeliveryError, SlackTokenRotationError):
        raise
    except SlackApiError as error:
        raise of_response(error) from None
    except (aiohttp.ClientError, TimeoutError, OSError, SlackClientError) as error:
        raise OutcomeUnknownError(type(error).__name__) from None
    except (AttributeError, ValueError, TypeError, KeyError) as error:
        # The library's own failure on a body that is no JSON, such as a proxy's page.
        raise OutcomeUnknownError(type(error).__name__) from None


def of_response(error: SlackApiError) -> DeliveryError:
    """Return the error for an answer that was not "ok"."""
    response = error.response
    status = getattr(response, "status_code", 0) or getattr(response, "status", 0)
    data = getattr(response, "data", None)
    code = str(data.get("error") or "") if isinstance(data, dict) else ""
    return of(code, int(status), dict(getattr(response, "headers", None) or {}))


def of(code: str, status: int, headers: dict[str, str]) -> DeliveryError:
    """Return the error for Slack's word, the HTTP status, and its headers."""
    if status == TOO_MANY or code in {"ratelimited", "rate_limited"}:
        return RetryAfterError(_pause(headers))
    for words, kind in (
        (BARRED, AccessRevokedError),
        (GONE, UndeliverableError),
        (MISPLACED, PlaceholderGoneError),
        (UNSHOWABLE, UnshowableError),
    ):
        if code in words:
            return kind(code)
    if not code or code in UNWELL or status >= FAILED:
        return OutcomeUnknownError(code or str(status))
    return RefusedError(code)


def _pause(headers: dict[str, str]) -> float:
    """Return what `Retry-After` asks for, in seconds."""
    given = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    try:
        return min(max(float(given), 0.0), LONGEST_PAUSE) or PAUSE
    except ValueError:
        return PAUSE
