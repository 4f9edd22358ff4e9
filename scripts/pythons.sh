#!/usr/bin/env bash
# Runs the tests on the Pythons that the project supports, each with the locked packages in an environment of its own:
#   scripts/pythons.sh [--debian] [--newest] [3.11 3.12 3.13 3.14]
# With --newest, on the newest of them that there is; TESTS names the marks of those to run.
# What this machine does not have is named, with how to get it. With --debian, root gets it from a later Debian instead:
# into a folder, where the tests then run; nothing of the machine changes.
set -euo pipefail
cd "$(dirname "$0")/.."

supported=(3.11 3.12 3.13 3.14)
place=.pythons
# What the tests need beside Python; the compiler is for packages that have no wheel for it yet.
needed=ca-certificates,gcc,git,libc6-dev,make,procps,tmux
tests=${TESTS:-not long}
workers=${WORKERS:-$((2 + $(getconf _NPROCESSORS_ONLN)))}

is_version() { "$2" -c 'import ensurepip, sys, venv; sys.exit("%d.%d" % sys.version_info[:2] != sys.argv[1])' "$1" 2>/dev/null; }

find_python() { # VERSION: prints the program; on the path, of pyenv, or of uv
  local found
  for found in "$(command -v "python$1" || true)" "$(command -v python3 || true)" \
    $(find "${PYENV_ROOT:-$HOME/.pyenv}/versions" -path "*/$1.*/bin/python$1" 2>/dev/null | sort -V | tail -n 1) \
    $(command -v uv >/dev/null && uv python find --no-python-downloads "$1" 2>/dev/null); do
    if [ -n "$found" ] && is_version "$1" "$found"; then
      echo "$found"
      return
    fi
  done
  return 1
}

suite_of() { # VERSION: prints the Debian that brings it
  case $1 in
    3.13) echo trixie ;;
    3.14) echo sid ;;
    *) return 1 ;;
  esac
}

try() { # VERSION PROGRAM
  local env=$place/$1
  "$2" --version
  if ! cmp -s requirements-dev.txt "$env/installed.txt"; then
    rm -rf "$env"
    "$2" -m venv "$env"
    "$env/bin/python" -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
    cp requirements-dev.txt "$env/installed.txt"
  fi
  "$env/bin/python" -m compileall -q -j 0 bot
  "$env/bin/python" -m pytest -n "$workers" --dist loadgroup --no-loadscope-reorder -m "$tests" --ignore=tests/browser
}

root_of() { # VERSION: makes the root of the Debian that brings it
  local suite root
  suite=$(suite_of "$1")
  root=$PWD/$place/$suite
  if [ ! -f "$root.ready" ]; then
    command -v mmdebstrap >/dev/null || apt-get install -y -qq --no-install-recommends mmdebstrap
    rm -rf "$root"
    mkdir -p "$root"
    # A mirror may serve a suite whose date has passed; its signature is checked all the same.
    timeout 900 mmdebstrap --quiet --variant=minbase --aptopt='Acquire::Check-Valid-Until "false"' --format=directory \
      --include="$needed,python$1,python$1-dev,python3-venv" "$suite" "$root" || return 1
    touch "$root.ready"
  fi
}

try_in_debian() { # VERSION
  local root
  root=$PWD/$place/$(suite_of "$1")
  # In a namespace of its own: whatever happens, nothing stays mounted.
  unshare --mount bash -euc '
    root=$1 folder=$2 version=$3 workers=$4 tests=$5
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    mkdir -p "$root$folder"
    mount --bind "$folder" "$root$folder"
    mount --bind /etc/ssl/certs "$root/etc/ssl/certs"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    exec chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/bin:/bin LANG=C.UTF-8 TERM=xterm WORKERS="$workers" TESTS="$tests" \
      "$folder/scripts/pythons.sh" "$version"
  ' bash "$root" "$PWD" "$1" "$workers" "$tests"
}

debian='' newest=''
while :; do
  case ${1:-} in
    --debian) debian=yes ;;
    --newest) newest=yes ;;
    *) break ;;
  esac
  shift
done
[ $# -gt 0 ] || set -- "${supported[@]}"
[ -z "$newest" ] || mapfile -t newest_first < <(printf '%s\n' "$@" | sort -rV)
[ -z "$newest" ] || set -- "${newest_first[@]}"
passed=() missing=()
for version in "$@"; do
  printf '\n== Python %s\n' "$version"
  if program=$(find_python "$version"); then
    try "$version" "$program"
    passed+=("$version")
  elif [ -n "$debian" ] && [ "$(id -u)" = 0 ] && suite_of "$version" >/dev/null && command -v apt-get >/dev/null &&
    root_of "$version"; then
    try_in_debian "$version"
    passed+=("$version")
  else
    missing+=("$version")
    echo "not on this machine; to get it: pyenv install $version, or uv python install $version" \
      "$(suite_of "$version" >/dev/null && echo "or, as root on Debian: scripts/pythons.sh --debian $version")"
  fi
  [ -z "$newest" ] || [ "${#passed[@]}" = 0 ] || break
done
printf '\npassed on: %s; not tried: %s\n' "${passed[*]:-none}" "${missing[*]:-none}"
