; Installs $name for one person, without an administrator: below %LOCALAPPDATA%, and in HKCU only.
; Markdown files are offered to it ("Open with"); it never makes itself the program that opens them.
Unicode true
Target amd64-unicode
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\$name"
!define PROGID "$name.Markdown"

Name "$name"
OutFile "$out"
InstallDir "$$LOCALAPPDATA\Programs\$name"
InstallDirRegKey HKCU "Software\$name" "InstallDir"
Icon "$icon"
UninstallIcon "$icon"
VIProductVersion "$version.0"
VIAddVersionKey ProductName "$name"
VIAddVersionKey ProductVersion "$version"
VIAddVersionKey FileVersion "$version"
VIAddVersionKey FileDescription "$name, set-up"
VIAddVersionKey LegalCopyright "$copyright"

!define MUI_ICON "$icon"
!define MUI_UNICON "$icon"
!define MUI_FINISHPAGE_RUN "$$INSTDIR\$command.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section
  SetShellVarContext current
  SetOutPath "$$INSTDIR"
  ; What an older version left behind must not be loaded by this one.
  RMDir /r "$$INSTDIR\_internal"
  File /r "$payload"
  WriteUninstaller "$$INSTDIR\uninstall.exe"
  CreateShortcut "$$SMPROGRAMS\$name.lnk" "$$INSTDIR\$command.exe"
  WriteRegStr HKCU "Software\$name" "InstallDir" "$$INSTDIR"
  WriteRegStr HKCU "Software\Classes\$${PROGID}" "" "Markdown post"
  WriteRegStr HKCU "Software\Classes\$${PROGID}\DefaultIcon" "" "$$INSTDIR\$command.exe,0"
  WriteRegStr HKCU "Software\Classes\$${PROGID}\shell\open\command" "" '"$$INSTDIR\$command.exe" "%1"'
$offers
  WriteRegStr HKCU "$${UNINSTALL}" "DisplayName" "$name"
  WriteRegStr HKCU "$${UNINSTALL}" "DisplayVersion" "$version"
  WriteRegStr HKCU "$${UNINSTALL}" "Publisher" "$developer"
  WriteRegStr HKCU "$${UNINSTALL}" "DisplayIcon" "$$INSTDIR\$command.exe"
  WriteRegStr HKCU "$${UNINSTALL}" "UninstallString" '"$$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "$${UNINSTALL}" "QuietUninstallString" '"$$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "$${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "$${UNINSTALL}" "NoRepair" 1
  $${GetSize} "$$INSTDIR" "/S=0K" $$0 $$1 $$2
  WriteRegDWORD HKCU "$${UNINSTALL}" "EstimatedSize" "$$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  Delete "$$SMPROGRAMS\$name.lnk"
  RMDir /r "$$INSTDIR\_internal"
  RMDir /r "$$INSTDIR\licences"
  Delete "$$INSTDIR\$command.exe"
  Delete "$$INSTDIR\$command-shell.exe"
  Delete "$$INSTDIR\uninstall.exe"
  ; Only when it is empty: whatever somebody put there stays.
  RMDir "$$INSTDIR"
$withdrawals
  DeleteRegKey HKCU "Software\Classes\$${PROGID}"
  DeleteRegKey HKCU "$${UNINSTALL}"
  DeleteRegKey HKCU "Software\$name"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
