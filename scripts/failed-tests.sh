#!/usr/bin/env bash
# Names every failed test of the trx files in FOLDER with the first lines of its message: scripts/failed-tests.sh FOLDER
# Its own step, because a long log scrolls away what failed and a shortened one (a build server's) shows only its end.
set -uo pipefail
for trx in "$1"/*.trx; do
  [ -f "$trx" ] || continue
  awk -v project="$(basename "$trx" .trx)" '
    /<UnitTestResult / {
      failed = /outcome="(Failed|Error|Timeout|Aborted)"/
      lines = 0
      if (failed) { match($0, /testName="[^"]*"/); print project ": " substr($0, RSTART + 10, RLENGTH - 11) }
    }
    failed && /<Message>/ { inside = 1; sub(/.*<Message>/, "") }
    failed && inside && lines < 6 { line = $0; sub(/<\/Message>.*/, "", line); print "    " substr(line, 1, 300); lines++ }
    /<\/Message>/ { inside = 0 }
    failed && /<StackTrace>/ { sub(/.*<StackTrace>/, ""); stack = 1; lines = 0 }
    failed && stack && lines < 4 { line = $0; sub(/<\/StackTrace>.*/, "", line); print "      " substr(line, 1, 200); lines++ }
    /<\/StackTrace>/ { stack = 0 }
  ' "$trx"
done
