# Builds what ./run starts: release, without analyzers (they are for ./test and CI), and only when a source changed.

silo=src/Silo/bin/Release/net10.0/Elizon.Silo
sandbox=src/Sandbox/bin/Release/net10.0/Elizon.Sandbox
cli=src/Cli/bin/Release/net10.0/elizon
built=artifacts/run.built

build_platform() {
  is_fresh && return
  mkdir -p artifacts
  local started=$SECONDS
  dotnet build run.slnf -c Release -nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false \
    >artifacts/build.log 2>&1 &
  show_progress $! "building" || {
    tail -n 40 artifacts/build.log >&2
    fail "The build failed; all of it is in artifacts/build.log."
  }
  touch "$built"
  say "built in $((SECONDS - started)) s"
}

is_fresh() {
  [ -f "$built" ] && [ -x "$silo" ] && [ -x "$sandbox" ] && [ -x "$cli" ] &&
    [ -z "$(find src ./*.props global.json run.slnf -newer "$built" -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]
}

# show_progress PID WHAT: waits for it, counting the seconds on a terminal
show_progress() {
  local started=$SECONDS
  while [ -t 2 ] && kill -0 "$1" 2>/dev/null; do
    printf '\r%s … %d s ' "$2" $((SECONDS - started)) >&2
    sleep 1
  done
  [ -t 2 ] && printf '\r\033[K' >&2
  wait "$1"
}
