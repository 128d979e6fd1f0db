#!/bin/sh
# Installs $name for you alone, without an administrator: sh install.sh
# Takes it away again, and leaves posts and settings alone: sh install.sh --remove
set -eu
here=$$(CDPATH='' cd -- "$$(dirname -- "$$0")" && pwd)
data=$${XDG_DATA_HOME:-$$HOME/.local/share}
program=$$data/$command-program
link=$$HOME/.local/bin/$command
entry=$$data/applications/$app_id.desktop
icons=$$data/icons/hicolor
metainfo=$$data/metainfo/$app_id.metainfo.xml

tell_the_desktop() {
    update-desktop-database -q "$$data/applications" 2>/dev/null || true
    touch "$$icons" 2>/dev/null || true
}

if [ "$${1:-}" = --remove ]; then
    rm -rf "$$program"
    rm -f "$$link" "$$entry" "$$metainfo" "$$icons"/*/apps/$app_id.png "$$icons"/*/apps/$app_id.svg
    tell_the_desktop
    echo "$name is gone. Your posts and your settings are where they were."
    exit 0
fi

mkdir -p "$$data/applications" "$$data/metainfo" "$$icons" "$$HOME/.local/bin"
# The old program stays until the new one is whole.
rm -rf "$$program.new"
cp -R "$$here/program" "$$program.new"
cp "$$here/install.sh" "$$program.new/install.sh"
rm -rf "$$program"
mv "$$program.new" "$$program"
ln -sf "$$program/$command" "$$link"
cp -R "$$here/share/icons/hicolor/." "$$icons/"
cp "$$here/share/metainfo/$app_id.metainfo.xml" "$$metainfo"
sed -e "s|^Exec=$command|Exec=\"$$program/$command\"|" -e "s|^TryExec=.*|TryExec=$$program/$command|" \
    "$$here/share/applications/$app_id.desktop" >"$$entry"
tell_the_desktop
echo "$name is installed. Start it from the menu, or with $$link"
echo "To take it away again: sh $$program/install.sh --remove"
