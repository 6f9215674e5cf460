# Plays tests at the size the environment gives.

# play PROJECT NAME LOG: the tests whose name holds NAME, printed and kept in artifacts/LOG.log
play() {
  mkdir -p artifacts
  say "building the tests"
  dotnet build "tests/$1.Tests" -nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false
  dotnet test "tests/$1.Tests" --no-build -nologo --filter "FullyQualifiedName~$2" \
    --logger "console;verbosity=detailed" | tee "artifacts/$3.log"
}
