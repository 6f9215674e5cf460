# Plays journeys over real processes at the size the environment gives.

# play_journey NAME LOG: the tests whose name holds NAME, printed and kept in artifacts/LOG.log
play_journey() {
  mkdir -p artifacts
  say "building the journeys"
  dotnet build tests/Journeys.Tests -nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false
  dotnet test tests/Journeys.Tests --no-build -nologo --filter "FullyQualifiedName~$1" \
    --logger "console;verbosity=detailed" | tee "artifacts/$2.log"
}
