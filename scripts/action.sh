#!/usr/bin/env bash
# What action.yml runs after Lectern is installed: checks, builds and exports decks, as its inputs say.
# They come as variables, so that no text in them is run as a command.
set -euo pipefail

set --
while IFS= read -r deck; do
  if [ -n "$deck" ]; then set -- "$@" "$deck"; fi
done <<< "${LECTERN_DECKS:-}"

strict=''
if [ "${LECTERN_STRICT:-false}" = true ]; then strict=--strict; fi
share=''
if [ "${LECTERN_SHARE:-true}" = true ]; then share=--share; fi

# What decks and names of files say in a log is no command of the runner.
token="lectern-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"

code=0
if [ "${LECTERN_CHECK:-true}" = true ]; then
  npx lectern check --format github ${LECTERN_SARIF:+"--sarif=$LECTERN_SARIF"} ${strict:+"$strict"} -- "$@" || code=1
fi
echo "::stop-commands::$token"
npx lectern build ${share:+"$share"} ${strict:+"$strict"} -- "$@" || code=1
if [ -n "${LECTERN_EXPORT:-}" ]; then
  npx lectern export --to="$LECTERN_EXPORT" ${strict:+"$strict"} -- "$@" || code=1
fi
echo "::$token::"
exit "$code"
