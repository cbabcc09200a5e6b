#!/usr/bin/env bash
# Publishes programs as Native AOT with every warning as an error, and runs them: the checks of tests/Adapty.Kiota.AotTests
# (and the same, trimmed, on the JIT), the budgets of size and memory beside the start, and the tool. Takes some minutes.
#   AOT_FRAMEWORK=net9.0  build/aot.sh          another framework for the native programs (net10.0 by default)
#   RUNS=200 build/aot.sh                       more runs for the medians
# Exits with 3 when there is no linker.
set -eu
cd "$(dirname "$0")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
framework=${AOT_FRAMEWORK:-net10.0}
trimmed=${TRIMMED_FRAMEWORK:-net10.0}
out=artifacts/aot
tests=$out/tests/Adapty.Kiota.AotTests
failed=0

if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
  echo 'Native AOT needs a linker: install clang or gcc (on Debian and Ubuntu: apt-get install clang zlib1g-dev).' >&2
  exit 3
fi

# publish PROJECT FOLDER ARGUMENTS...
publish() {
  local project=$1 folder=$2
  shift 2
  rm -rf "${out:?}/$folder"
  dotnet publish "$project" -c Release -o "$out/$folder" -v quiet "$@"
}

# check NAME COMMAND...: goes on after a failure, so that one run shows all of them.
check() {
  local name=$1
  shift
  printf '== %s\n' "$name"
  "$@" || { printf 'FAIL  %s\n' "$name"; failed=1; }
}

checks_native() {
  publish tests/Adapty.Kiota.AotTests tests "-p:AotFramework=$framework" && "$tests"
}

checks_trimmed() {
  publish tests/Adapty.Kiota.AotTests trimmed "-p:TrimmedFramework=$trimmed" && "$out/trimmed/Adapty.Kiota.AotTests"
}

budgets() {
  publish tests/Adapty.Kiota.SmokeApp smoke "-p:AotFramework=$framework" &&
    publish tests/Adapty.Kiota.SmokeApp.ByHand by-hand "-p:AotFramework=$framework" &&
    publish tests/Adapty.Kiota.SmokeApp.ByHand by-hand-di "-p:AotFramework=$framework" -p:WithDi=true &&
    "$tests" measure "$out/smoke/Adapty.Kiota.SmokeApp" "$out/by-hand/Adapty.Kiota.SmokeApp.ByHand" \
      "$out/by-hand-di/Adapty.Kiota.SmokeApp.ByHand" --runs "${RUNS:-60}"
}

models() {
  publish tests/Adapty.Kiota.Consumer consumer "-p:AotFramework=$framework" && "$out/consumer/Adapty.Kiota.Consumer"
}

# What the endpoint for webhooks adds to an ASP.NET Core app, beside one that reads the same body into a type of its own.
webhooks() {
  local name sdk by_hand most=400000
  for name in SmokeWebApp SmokeWebApp.ByHand; do
    publish "tests/Adapty.Kiota.$name" "$name" "-p:AotFramework=$framework" || return 1
  done
  sdk=$(stat -c %s "$out/SmokeWebApp/Adapty.Kiota.SmokeWebApp")
  by_hand=$(stat -c %s "$out/SmokeWebApp.ByHand/Adapty.Kiota.SmokeWebApp.ByHand")
  printf 'size in bytes: MapAdaptyWebhook %s, by hand %s, difference %s (at most %s)\n' "$sdk" "$by_hand" $((sdk - by_hand)) "$most"
  [ $((sdk - by_hand)) -le "$most" ]
}

# With memory alone; over a Redis that is away; and over a real one where there is one.
caches() {
  local program=Adapty.Kiota.SmokeApp.Caching server
  publish tests/$program cache "-p:AotFramework=$framework" && "$out/cache/$program" &&
    publish tests/$program cache-redis "-p:AotFramework=$framework" -p:WithRedis=true && "$out/cache-redis/$program" 127.0.0.1:1 away &&
    ls -l "$out/cache/$program" "$out/cache-redis/$program" || return 1
  if command -v redis-server >/dev/null; then
    redis-server --port 0 --unixsocket "$PWD/$out/redis.sock" --save '' >/dev/null &
    server=$!
    for _ in $(seq 50); do [ -S "$out/redis.sock" ] && break; sleep 0.1; done
    "$out/cache-redis/$program" "!$PWD/$out/redis.sock" || { kill $server; return 1; }
    kill $server
  else
    echo 'skip  the native cache over redis-server: it is not installed'
  fi
}

tool() {
  local show=(profile get --customer-user-id user-42 --demo) jit native
  publish src/Adapty.Kiota.Cli tool "-p:AotFramework=$framework" &&
    jit=$(dotnet run --project src/Adapty.Kiota.Cli -- "${show[@]}") &&
    native=$("$out/tool/adapty" "${show[@]}") &&
    diff <(printf '%s\n' "$jit") <(printf '%s\n' "$native") &&
    grep -q premium <<<"$native" && ls -l "$out/tool/adapty"
}

check "checks, Native AOT ($framework)" checks_native
check "checks, trimmed on the JIT ($trimmed)" checks_trimmed
check 'size, start and memory' budgets
check 'an application that stores models in its own ways' models
check 'webhooks: size' webhooks
check 'the cache, Native AOT: with memory alone and with Redis' caches
check 'adapty, Native AOT: the demo shows the same as on the JIT' tool
exit $failed
