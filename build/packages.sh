#!/usr/bin/env bash
# Packs the last commit in two fresh clones, checks what the packages hold, that both are the same, byte for byte, and that a
# removed public member is seen, writes the bill of materials, and then
# uses them as users do: apps in an empty folder with an empty NuGet cache of their own (tests/Adapty.Kiota.Packages/Apps),
# and the tool, installed. Takes some minutes.
#   AOT_FRAMEWORK=net9.0  build/packages.sh     another framework for the Native AOT apps (net10.0 by default)
# Without a linker the Native AOT apps are skipped, and a line says so.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Only a name: what is packed says where its sources are, and the checks want to see that.
remote=https://github.com/example/adapty-kiota.git
commit=$(git rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

[ -z "$(git status --porcelain)" ] || echo 'note: what is not committed is not packed' >&2

# check NAME COMMAND...: one line, and what was printed when it fails. Goes on, so that one run shows all failures.
check() {
  local name=$1 start=$SECONDS
  shift
  if "$@" >"$work/log" 2>&1; then
    printf 'ok    %s (%ss)\n' "$name" $((SECONDS - start))
  else
    printf 'FAIL  %s (%ss)\n' "$name" $((SECONDS - start))
    tail -n 50 "$work/log"
    failed=1
    return 1
  fi
}

# pack NAME ARGUMENTS...: the whole solution, from a clone that nothing else has touched, into packages/ of it.
pack() {
  local clone=$work/$1
  shift
  git clone --quiet . "$clone" &&
    git -C "$clone" checkout --quiet --detach "$commit" &&
    git -C "$clone" remote set-url origin "$remote" &&
    (cd "$clone" && dotnet pack -c Release -p:ContinuousIntegrationBuild=true -o packages "$@")
}

# A release without a public method of the one before: compared with it, the pack must fail, and for that reason.
removed_member() {
  local project=$work/second/src/Adapty.Kiota.AspNetCore output
  sed -i 's/public static IEndpointConventionBuilder/internal static IEndpointConventionBuilder/' \
    "$project/AdaptyWebhookEndpointRouteBuilderExtensions.cs" || return 1
  if output=$(dotnet pack "$project" -c Release -p:ContinuousIntegrationBuild=true -p:RunAnalyzers=false --no-restore \
    -o "$work/removed" -p:PackageValidationBaselineFolder="$AdaptyPackages" 2>&1); then
    printf '%s\n' "$output" 'it was packed'
    return 1
  fi
  printf '%s\n' "$output"
  grep -q 'error CP0002: .*MapAdaptyWebhook' <<<"$output"
}

run_app() {
  dotnet run --project "$work/apps/$1" -c Release
}

run_native_app() {
  dotnet publish "$work/apps/NativeApp" -c Release -o "$work/native" && "$work/native/NativeApp"
}

# webhook_app PROGRAM: it receives the documented events, says where it listens, and then gets one of each type from the tool.
# It prints a line for each event that its handler got.
webhook_app() {
  local pid result=0
  "$1" "$work/first/tests/Adapty.Kiota.Tests/Webhooks/Examples" >"$work/received" 2>&1 &
  pid=$!
  trigger_all "$pid" || result=1
  kill "$pid" 2>/dev/null
  wait "$pid" || :
  cat "$work/received"
  return $result
}

trigger_all() {
  local address='' type types events=$work/first/tests/Adapty.Kiota.Tests/Webhooks/Examples
  export WEBHOOK_SECRET=our-long-random-text
  until address=$(grep -m 1 '^http' "$work/received"); do
    kill -0 "$1" && sleep 0.1 || return 1
  done
  grep -qx 'subscription_renewed 3.99' "$work/received" &&
    [ "$(grep -vc '^http' "$work/received")" -eq "$(find "$events" -name '*.json' | wc -l)" ] || return 1
  "$work/tool/adapty" webhook verify --to "$address" --secret-from WEBHOOK_SECRET || return 1
  types=$("$work/tool/adapty" webhook list | awk 'NR > 1 { print $1 }')
  [ "$(wc -l <<<"$types")" -ge 20 ] || return 1
  for type in $types; do
    "$work/tool/adapty" webhook trigger "$type" --to "$address" --secret-from WEBHOOK_SECRET --set event_properties.price_local=47.11 &&
      grep -qx "$type 47.11" "$work/received" || return 1
  done
}

run_webhook_app() {
  dotnet build "$work/apps/WebhookApp" -c Release -o "$work/webhooks" && webhook_app "$work/webhooks/WebhookApp"
}

run_native_webhook_app() {
  dotnet publish "$work/apps/WebhookApp" -c Release -o "$work/native-webhooks" && webhook_app "$work/native-webhooks/WebhookApp"
}

# The app of README, between the fake and a collector of telemetry.
run_sample_app() {
  dotnet build "$work/apps/SampleApp" -c Release -o "$work/sample" &&
    dotnet run --project "$work/apps/SampleApp.Check" -c Release -- "$work/sample/SampleApp"
}

# The apps must have used what was packed here, not a package of the same name and version from elsewhere.
used_these() {
  local id
  for id in Adapty.Kiota Adapty.Kiota.AspNetCore Adapty.Kiota.Caching Adapty.Kiota.Testing; do
    cmp "$AdaptyPackages/$id.$AdaptyVersion.nupkg" "$NUGET_PACKAGES/${id,,}/$AdaptyVersion/${id,,}.$AdaptyVersion.nupkg" || return 1
  done
}

tool() {
  local output
  (cd "$work/apps" && dotnet tool install Adapty.Kiota.Tool --tool-path "$work/tool" --add-source "$AdaptyPackages" --version "$AdaptyVersion") || return 1
  output=$("$work/tool/adapty" profile get --customer-user-id user-42 --demo) || return 1
  printf '%s\n' "$output"
  grep -q 'premium' <<<"$output" && [ "$("$work/tool/adapty" --version)" = "$AdaptyVersion" ]
}

check 'pack' pack first || exit 1
# Analyzers write nothing: once is enough. Each package is compared with that of the first pack, as a release is with the last one.
check 'pack again, in another folder' pack second -p:RunAnalyzers=false -p:PackageValidationBaselineFolder="$work/first/packages" || exit 1

tool_package=$(basename "$work"/first/packages/Adapty.Kiota.Tool.*.snupkg .snupkg)
export AdaptyPackages=$work/first/packages AdaptyVersion=${tool_package#Adapty.Kiota.Tool.}
check 'the bill of materials' "$work/first/build/sbom.sh" "$AdaptyPackages" || :
dotnet run --project tests/Adapty.Kiota.Packages -- \
  "$work/first" "$AdaptyPackages" "$work/second/packages" "$AdaptyVersion" "$remote" "$commit" || failed=1
check 'a public member that is gone fails the pack' removed_member || :

cp -r "$work/first/tests/Adapty.Kiota.Packages/Apps" "$work/apps"
export NUGET_PACKAGES=$work/cache
check 'a console app' run_app ConsoleApp || :
check 'an ASP.NET Core app with AddAdapty: 200, 402, and no start without a key' run_app WebApp || :
check 'an app that brings the newest Kiota' run_app NewestKiotaApp || :
check 'the tool, installed' tool || :
check 'an ASP.NET Core app that receives every documented webhook event, and every type that the tool sends' run_webhook_app || :
check 'the sample app: purchase, refund, webhooks, cache and telemetry' run_sample_app || :
if command -v clang >/dev/null || command -v gcc >/dev/null; then
  check "a Native AOT app (${AOT_FRAMEWORK:-net10.0})" run_native_app || :
  check "the same app with webhooks, Native AOT (${AOT_FRAMEWORK:-net10.0})" run_native_webhook_app || :
else
  echo 'skip  two Native AOT apps: there is no linker (on Debian and Ubuntu: apt-get install clang zlib1g-dev)'
fi
check 'the apps used these packages' used_these || :
exit $failed
