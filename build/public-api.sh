#!/usr/bin/env bash
# Writes src/*/PublicAPI.Unshipped.txt after a change of the public API that is meant: every public member that is not in the
# PublicAPI.Shipped.txt beside it. What a release had and the next one has not is a line *REMOVED*..., written by hand.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
for list in src/*/PublicAPI.Unshipped.txt; do
  echo '#nullable enable' >"$list"
  dotnet format analyzers "$(dirname "$list")" --diagnostics RS0016 --severity warn --include-generated
done
git diff --stat -- 'src/*/PublicAPI.*.txt'
