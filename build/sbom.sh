#!/usr/bin/env bash
# Writes the bill of materials of a release, SPDX 2.2: every package in FOLDER with its SHA-256, and all that they depend on,
# as the last restore of this checkout found it.
#   build/sbom.sh FOLDER     writes FOLDER/Adapty.Kiota.VERSION.spdx.json
# It is not in the packages: it has their hashes. The tool is no part of .config/dotnet-tools.json, which everybody restores to
# build: it has 33 MB, and its version stands here.
set -euo pipefail
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
sbom_tool=Microsoft.Sbom.DotNetTool@4.1.13
packages=("$folder"/Adapty.Kiota.Tool.*.nupkg)
version=$(basename "${packages[0]#*/Adapty.Kiota.Tool.}" .nupkg)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# It is made anew, and does not list itself.
rm -f "$folder"/*.spdx.json
# Nothing random and no time of its own: both are those of the commit. Licences would be asked for over the network; not here.
dotnet tool exec "$sbom_tool" --yes --allow-roll-forward -- generate \
  -b "$folder" -bc src -m "$work" -cd '--DetectorCategories NuGet' -V Warning \
  -pn Adapty.Kiota -pv "$version" -ps 'The Adapty.Kiota authors' \
  -nsb https://spdx.org/spdxdocs -nsu "$(git rev-parse HEAD)" \
  -gt "$(TZ=UTC git log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ)"
cp "$work/_manifest/spdx_2.2/manifest.spdx.json" "$folder/Adapty.Kiota.$version.spdx.json"
