"""Bolt's app: the signature, the OAuth pages, and our one middleware between them.

Rule of this module: no listener. Bolt would acknowledge a listener's event before the listener has run, and looks for
its answer every 10 ms.
"""

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.installing import Installations, SignedStates
from bot.platforms.slack.keeping import Keeping
from bot.platforms.slack.manifest import scopes
from bot.platforms.slack.options import Options


def build(options: Options, client: AsyncWebClient, installations: Installations | None, keeping: Keeping) -> AsyncApp:
    """Return Bolt's app; an update goes through `keeping` before any token is looked up."""
    secret = options.signing_secret or "-"
    if installations is None:
        return AsyncApp(signing_secret=secret, client=client, before_authorize=keeping)
    settings = AsyncOAuthSettings(
        client_id=options.client_id,
        client_secret=options.client_secret,
        scopes=list(scopes()),
        installation_store=installations,
        installation_store_bot_only=True,
        state_store=SignedStates(options.client_secret),
        authorization_url=f"{options.api_url.rstrip('/')}/oauth/v2/authorize",
    )
    flow = AsyncOAuthFlow(client=client, settings=settings)
    return AsyncApp(signing_secret=secret, client=client, before_authorize=keeping, oauth_flow=flow)
