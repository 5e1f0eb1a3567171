"""How a process reaches the database: by the settings, or by what the embedded server left in the keystore."""

from dataclasses import dataclass

from selfos.kernel.config.secret_files import read_secret
from selfos.kernel.config.settings import Settings

APP_URL = "database_url"
OWNER_URL = "database_owner_url"


@dataclass(frozen=True, slots=True)
class DatabaseUrls:
    """For asyncpg as they are; for SQLAlchemy with `postgresql+asyncpg` in place of `postgresql`."""

    app: str
    owner: str


def database_urls(settings: Settings) -> DatabaseUrls:
    """Raises StartupError if the database is embedded and was never started."""
    if settings.database_url and settings.database_owner_url:
        return DatabaseUrls(settings.database_url.get_secret_value(), settings.database_owner_url.get_secret_value())
    return DatabaseUrls(read_secret(settings.keystore / APP_URL), read_secret(settings.keystore / OWNER_URL))
