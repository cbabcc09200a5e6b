#!/usr/bin/env bash
# Mutation testing of errors, reading, access rule and retries; fails when the score falls below the bound in
# tests/Adapty.Kiota.Tests/stryker-config.json. Takes too long for every CI run: run it nightly.
set -eu
cd "$(dirname "$0")/../tests/Adapty.Kiota.Tests"

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$tools" >/dev/null
"$tools/dotnet-stryker" "$@"
