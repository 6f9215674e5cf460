# What a fresh data folder needs: a staff account, the catalogue, and the main job played once in front of the reader.

staff_email=staff@elizon.example

# The command line with a login of its own, kept in the data folder: yours in ~/.config is not touched.
elizon() {
  XDG_CONFIG_HOME="$data/staff" ELIZON_API="http://127.0.0.1:$port" ELIZON_PANEL_URL="http://127.0.0.1:$((sandbox_port + 1))" \
    "$cli" "$@" 8<&- 9>&-
}

prepare_staff() {
  local password="$data/staff/password"
  [ -f "$data/staff/made" ] && return
  mkdir -p -m 700 "$data/staff"
  if [ ! -s "$password" ]; then
    (umask 077 && printf 'Staff-%s\n' "$(head -c 12 /dev/urandom | base64 | tr -d '/+=')" >"$password")
  fi
  # A slow machine may write it after the host is ready. It is never written where there is staff already.
  for _ in {1..60}; do
    [ -f "$data/init-token" ] && break
    sleep 1
  done
  if [ -f "$data/init-token" ]; then
    elizon init --email "$staff_email" --password-file "$password" --token-file "$data/init-token" >/dev/null ||
      fail "The first staff account could not be made."
  fi
  touch "$data/staff/made"
}

# Applied when the file is another than last time, or the panel moved.
apply_catalog() {
  local sum
  sum="$(cksum <deploy/catalog.yaml) $sandbox_port"
  [ "$(cat "$data/catalog.applied" 2>/dev/null || true)" = "$sum" ] && return
  elizon login --email "$staff_email" --password-file "$data/staff/password" >/dev/null ||
    fail "The staff account cannot log in; its password is in $data/staff/password."
  elizon apply deploy/catalog.yaml >"$data/logs/catalog.log" 2>&1 || {
    cat "$data/logs/catalog.log" >&2
    fail "The catalogue was refused."
  }
  printf '%s' "$sum" >"$data/catalog.applied"
}

play_once() {
  [ -f "$data/shown" ] && return
  if elizon demo --sandbox "http://127.0.0.1:$sandbox_port" --seconds 8; then
    touch "$data/shown"
  else
    say "The demonstration did not come to its end. What happened is in $data/logs/host.log; the next start tries again."
  fi
}
