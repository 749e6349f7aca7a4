@echo off
rem The quietbell command of the installed program: the same code, run by Electron's own Node (main/decisions/0004-run-as-node.md).
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\quietbell-desk.exe" "%~dp0..\app.asar\dist\cli\quietbell.js" %*
exit /b %ERRORLEVEL%
