#!/bin/sh
# Checks the OpenAPI files of all services with Spectral and Redocly; a warning fails, too. The tools are those on the
# PATH, or those in target/openapi, where --install puts them with npm. Exit status 3: the tools are not there.
set -eu
cd "$(dirname "$0")/.."
SPECTRAL=6.16.0
REDOCLY=2.77.0
tools=target/openapi

if [ "${1:-}" = --install ]; then
  npm install --prefix "$tools" --no-audit --no-fund --ignore-scripts --prefer-offline --loglevel=error \
    "@stoplight/spectral-cli@$SPECTRAL" "@redocly/cli@$REDOCLY"
fi

PATH="$PWD/$tools/node_modules/.bin:$PATH"
export PATH
for tool in node spectral redocly; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed; build/lint-openapi.sh --install installs it with npm"; exit 3; }
done

files=$(find . -path '*/src/main/resources/openapi/openapi.json' | sort)
[ -n "$files" ] || { echo "There are no OpenAPI files"; exit 1; }
status=0
# shellcheck disable=SC2086
spectral lint --ruleset build/openapi/spectral.yaml --fail-severity=hint --quiet $files || status=1
# shellcheck disable=SC2086
REDOCLY_SUPPRESS_UPDATE_NOTICE=true REDOCLY_TELEMETRY=off redocly lint --config build/openapi/redocly.yaml --max-problems=1000 \
  --format=json $files >"${TMPDIR:-/tmp}/redocly.$$" 2>"${TMPDIR:-/tmp}/redocly.$$.log" || status=1
if ! grep -q '"errors": 0' "${TMPDIR:-/tmp}/redocly.$$" || ! grep -q '"warnings": 0' "${TMPDIR:-/tmp}/redocly.$$"; then
  cat "${TMPDIR:-/tmp}/redocly.$$" "${TMPDIR:-/tmp}/redocly.$$.log"
  status=1
fi
rm -f "${TMPDIR:-/tmp}/redocly.$$" "${TMPDIR:-/tmp}/redocly.$$.log"
exit $status
