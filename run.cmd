@echo off
rem run          sets up what is missing, then starts Dateline (paths may follow: run my-site)
rem run test     sets up what is missing, then runs the tests
rem run soak     tries what Dateline promises many thousand times over; takes a night
rem run check    the same for every check that a change has to pass
rem run package  builds the packages of this system into dist
rem run set-up   only the set-up
rem
rem This file finds a Python (3.11 to 3.14) and hands over to tools\dev.py.
setlocal
set "here=%~dp0"

rem The environment of an earlier set-up is the quickest way in.
if exist "%here%.venv\Scripts\python.exe" goto own

for %%v in (3.13 3.12 3.14 3.11) do (
    py -%%v -c "" >nul 2>nul
    if not errorlevel 1 (
        set "version=%%v"
        goto launcher
    )
)
python -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" >nul 2>nul
if not errorlevel 1 goto plain
echo run: Dateline needs Python 3.11 to 3.14, and there is none here. 1>&2
echo run: Install it from python.org, or with: winget install Python.Python.3.13 1>&2
exit /b 3

:own
"%here%.venv\Scripts\python.exe" "%here%tools\dev.py" %*
exit /b %errorlevel%

:launcher
py -%version% "%here%tools\dev.py" %*
exit /b %errorlevel%

:plain
python "%here%tools\dev.py" %*
exit /b %errorlevel%
