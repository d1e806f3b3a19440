@echo off
rem Starts Corridor. The program is built on first use, and again when its sources have changed; the .NET SDK is all that is needed.
setlocal
set "root=%~dp0"
set "project=%root%src\Corridor.Cli"
set "program=%project%\bin\Release\net10.0\corridor.dll"
where dotnet >nul 2>nul
if errorlevel 1 (
  echo corridor needs the .NET 10 SDK: https://dotnet.microsoft.com/download 1>&2
  exit /b 3
)
set "stale=1"
if exist "%program%" (
  powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:program).LastWriteTimeUtc; $new = Get-ChildItem -LiteralPath (Join-Path $env:root 'src') -Recurse -File -Include *.cs,*.csproj,*.json,*.props,*.targets | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1; if ($new) { exit 1 } else { exit 0 }"
  if not errorlevel 1 set "stale="
)
if defined stale (
  dotnet build "%project%" -c Release -v q --nologo >"%TEMP%\corridor-build.log" 2>&1
  if errorlevel 1 (
    type "%TEMP%\corridor-build.log" 1>&2
    echo Corridor could not be built. 1>&2
    exit /b 3
  )
)
if not defined DOTNET_EnableWriteXorExecute set "DOTNET_EnableWriteXorExecute=0"
dotnet "%program%" %*
exit /b %errorlevel%
