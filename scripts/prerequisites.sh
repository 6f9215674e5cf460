# What the platform needs of a machine. Sourced by run, test and .ci/run: each need_* installs what is missing where it
# may, and else says exactly how to.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

is_root() { [ "$(id -u)" = 0 ]; }

# need_package COMMAND-THAT-TELLS PACKAGE WHAT-FOR
need_package() {
  eval "$1" >/dev/null 2>&1 && return
  command -v apt-get >/dev/null || fail "$3 is missing. Install it with your system's package manager (Debian calls it '$2')."
  is_root || fail "$3 is missing. Install it with: sudo apt-get install -y $2"
  say "installing $2 ($3)"
  {
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"
  } >"${TMPDIR:-/tmp}/elizon-apt.$$" 2>&1 || {
    cat "${TMPDIR:-/tmp}/elizon-apt.$$" >&2
    fail "$2 could not be installed. Try: apt-get update && apt-get install $2"
  }
  rm -f "${TMPDIR:-/tmp}/elizon-apt.$$"
}

need_dotnet() {
  local place
  for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
    command -v dotnet >/dev/null && break
    [ -x "$place/dotnet" ] && PATH="$place:$PATH"
  done
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  # The SDK itself does not start without ICU; Debian's own SDK package brings it, Microsoft's script does not.
  need_package 'ls /usr/lib/*/libicuuc.so.* /lib/*/libicuuc.so.* 2>/dev/null | grep -q .' "$(icu_package)" "the ICU library"
  # Keep the list whole before it is searched: a closed pipe would count as a failure here.
  local sdks
  sdks=$(dotnet --list-sdks 2>/dev/null || true)
  grep -qE '^10\.' <<<"$sdks" || fail "The .NET SDK 10 is missing. On Debian 12:
  wget https://packages.microsoft.com/config/debian/12/packages-microsoft-prod.deb
  dpkg -i packages-microsoft-prod.deb && apt-get update && apt-get install -y dotnet-sdk-10.0
elsewhere, or without root: https://dotnet.microsoft.com/download/dotnet/10.0 (unpack to ~/.dotnet)."
}

icu_package() {
  local name
  name=$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1 || true)
  printf '%s' "${name:-libicu72}"
}

need_postgres() {
  need_package 'command -v initdb || ls /usr/lib/postgresql/*/bin/initdb' postgresql "PostgreSQL (the server's programs; no server of yours is used)"
}

# For the tests of documents: the official rules of e-invoices are XPath 2, which .NET cannot run.
need_document_checks() {
  need_package 'command -v qpdf' qpdf "qpdf (checks PDF files)"
  need_package 'command -v pdfdetach' poppler-utils "poppler's programs (read PDF files)"
  need_package 'command -v java' default-jre-headless "a Java runtime (runs Saxon)"
  need_package 'test -e /usr/share/java/Saxon-HE.jar' libsaxonhe-java "Saxon (checks e-invoices)"
}
