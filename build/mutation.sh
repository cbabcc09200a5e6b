#!/usr/bin/env bash
# Mutation testing of errors, reading, the access rule and the way of a call with its retries: changes their code in 1,170
# ways, one at a time, and counts how many of the changes a test notices. Every change that none does is listed at the end.
# What is changed, what is left out and why, and the bound that the score must not fall below are in
# tests/Adapty.Kiota.MutationTests/stryker-config.yaml. Takes 45 minutes on two cores, too long for .ci/run: run it nightly.
#   build/mutation.sh --mutate 'Errors/*.cs'    another part of src/Adapty.Kiota (all options of Stryker can be given)
# Exits with something else than 0 when the score is below the bound, and when there was nothing to count.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
output=$PWD/artifacts/mutation
dotnet tool restore

rm -rf "$output"
cd tests/Adapty.Kiota.MutationTests
result=0
dotnet stryker --config-file stryker-config.yaml --output "$output" --skip-version-check "$@" || result=$?

[ -f "$output/reports/mutation-report.json" ] || { echo 'Nothing was tested: see above.' >&2; exit 1; }
node - "$output/reports/mutation-report.json" <<'EOF' || result=1
const report = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
const count = {};
for (const [path, file] of Object.entries(report.files)) {
  for (const mutant of file.mutants) {
    count[mutant.status] = (count[mutant.status] ?? 0) + 1;
    if (mutant.status !== "Survived" && mutant.status !== "NoCoverage") continue;
    const { start, end } = mutant.location;
    const line = file.source.split("\n")[start.line - 1];
    const before = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
    console.log(`${mutant.status}: ${path.replace(/.*src\/Adapty.Kiota\//, "")}:${start.line} ${mutant.mutatorName}: ${before} -> ${mutant.replacement.split("\n")[0]}`);
  }
}
const of = status => count[status] ?? 0;
const found = of("Killed") + of("Timeout"), counted = found + of("Survived") + of("NoCoverage");
console.log(`${counted} mutants: ${of("Killed")} killed, ${of("Timeout")} ran out of time, ${of("Survived")} survived, ${of("NoCoverage")} reached by no test`);
console.log(`beside them ${of("Ignored")} left out, ${of("CompileError")} that do not compile`);
console.log(`mutation score: ${(100 * found / counted).toFixed(2)} %`);
// A run that notices nothing has tested nothing.
if (of("Killed") === 0) process.exit(1);
EOF
exit $result
