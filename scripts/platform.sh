# Starts and stops the two programs. Each reads its standard input to the end and stops there; this script holds the
# other end, so that they go when it goes, even by kill -9. setsid keeps Ctrl-C to this script, which stops them in order.

host_pid='' sandbox_pid=''

open_lifeline() {
  local pipe
  pipe=$(mktemp -u "${TMPDIR:-/tmp}/elizon-lifeline.XXXXXX")
  mkfifo -m 600 "$pipe"
  # The writing end is ours alone: whoever else inherited it would keep the programs alive.
  exec 9<>"$pipe"
  exec 8<"$pipe"
  rm "$pipe"
}

start_sandbox() {
  local nodes=() n
  for n in 0 1 2; do nodes+=("--Sandbox:NodePorts:$n=$((sandbox_port + 2 + n))"); done
  setsid "$sandbox" --Sandbox:StopWithInput=true --Sandbox:Port="$sandbox_port" --Sandbox:PanelPort=$((sandbox_port + 1)) \
    "${nodes[@]}" --Sandbox:SmtpPort="$smtp_port" --Sandbox:DataPath="$data/sandbox" <&8 8<&- 9>&- >>"$data/logs/sandbox.log" 2>&1 &
  sandbox_pid=$!
}

start_host() {
  export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  setsid "$silo" --port "$port" --data "$data" --Elizon:StopWithInput=true --Site:Url="http://127.0.0.1:$port" \
    --Mail:Port="$smtp_port" --Mollie:BaseUrl="http://127.0.0.1:$sandbox_port/mollie/v2" --Mollie:ApiKey=test_sandbox_elizon_0000000000000000 --Vies:BaseUrl="http://127.0.0.1:$sandbox_port/vies/rest-api" --Lexware:BaseUrl="http://127.0.0.1:$sandbox_port/lexware/v1" --Lexware:ApiKey=sandbox-lexware-key --Elizon:TestClock="http://127.0.0.1:$sandbox_port" <&8 8<&- 9>&- >>"$data/logs/host.log" 2>&1 &
  host_pid=$!
}

# await PORT PATH PID WHAT: until it answers 200; the log tells why when it does not
await() {
  local deadline=$((SECONDS + 60))
  until [ "$(status_of "$1" "$2")" = 200 ]; do
    if ! kill -0 "$3" 2>/dev/null || [ "$SECONDS" -gt "$deadline" ]; then
      tail -n 20 "$data/logs/$4.log" >&2
      fail "The $4 did not start; all it said is in $data/logs/$4.log."
    fi
    sleep 0.1
  done
}

# status_of PORT PATH: the HTTP status, by bash alone (a fresh Debian has no curl)
status_of() {
  {
    exec 7<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&7 &&
      head -n 1 <&7 | cut -d' ' -f2
    exec 7>&-
  } 2>/dev/null || true
}

need_free_port() {
  if (exec 7<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    fail "Port $1 is taken. Choose others: ./run --port 8081 --sandbox-port 18090"
  fi
}

stop_platform() {
  trap '' INT TERM
  local pid
  # The platform first: it may still want to tell the outside world something.
  for pid in $host_pid $sandbox_pid; do
    kill -TERM "$pid" 2>/dev/null || continue
    wait "$pid" 2>/dev/null || true
  done
}
