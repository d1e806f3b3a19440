#!/usr/bin/env bash
# Makes the pictures of a report for docs/: parts of the page in light, dark and phone width, and two sheets of A4.
#   eng/pictures.sh RUN FOLDER [NAME]      RUN is the folder of a run, FOLDER where the pictures go, NAME how their names begin.
# Needs Chromium (CORRIDOR_CHROMIUM names another), ImageMagick or pngquant to make them small, and pdftoppm for the sheets.
set -euo pipefail

if [ $# -lt 2 ]; then
  sed -n 's/^# \{0,1\}//p' "$0" | sed -n '2,4p' >&2
  exit 2
fi
page="$(cd "$1" && pwd -P)/report.html"
out="$2"
name="${3:-report}"
mkdir -p "$out"

browser=""
for place in "${CORRIDOR_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  if [ -n "$place" ] && [ -x "$place" ]; then
    browser="$place"
    break
  fi
done
if [ -z "$browser" ]; then
  echo "There is no Chromium on this machine." >&2
  exit 3
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

chromium() {
  rm -rf "$work/profile"
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync \
    --allow-file-access-from-files --user-data-dir="$work/profile" --hide-scrollbars "$@" >/dev/null 2>&1
}

small() {
  if command -v pngquant >/dev/null 2>&1; then
    pngquant --force --skip-if-larger --speed 1 --output "$1" 128 -- "$1" || true
  elif command -v convert >/dev/null 2>&1; then
    convert "$1" -strip +dither -colors 96 -define png:compression-level=9 "png8:$work/small.png" || return 0
    if [ "$(wc -c <"$work/small.png")" -lt "$(wc -c <"$1")" ]; then
      mv "$work/small.png" "$1"
    fi
  fi
  size="$(wc -c <"$1")"
  echo "$1 $((size / 1000)) kB"
  if [ "$size" -gt 300000 ]; then
    echo "  is larger than 300 kB" >&2
  fi
}

# A part of the page: picture, id of the element that is at its top, width, height, and what else the browser is told.
part() {
  local file="$out/$name-$1.png" id="$2" width="$3" height="$4"
  shift 4
  cat >"$work/frame.html" <<EOF
<!DOCTYPE html><body style="margin:0;overflow:hidden"><iframe id="f" src="file://$page" style="border:0;width:${width}px;height:60000px"></iframe>
<script>f.onload = () => { const e = f.contentDocument.getElementById("$id"); f.style.marginTop = e ? -Math.max(0, e.getBoundingClientRect().top - 16) + "px" : "0"; };</script>
EOF
  chromium --window-size="$width,$height" --virtual-time-budget=4000 "$@" --screenshot="$file" "file://$work/frame.html"
  small "$file"
}

part answer top 1200 1330
part dark top 1200 1330 --blink-settings=preferredColorScheme=0
part phone top 390 1400
part balances balances 1200 1280
part prices prices 1200 1000
part contracts contracts 1200 1000
part border border-regions 1200 900
part suppliers suppliers 1200 760

if command -v pdftoppm >/dev/null 2>&1; then
  chromium --no-pdf-header-footer --print-to-pdf="$work/report.pdf" "file://$page"
  pdftoppm -r 90 -f 1 -l 2 -png "$work/report.pdf" "$work/sheet"
  for sheet in "$work"/sheet-*.png; do
    number="$(basename "$sheet" .png | sed 's/.*-0*//')"
    mv "$sheet" "$out/$name-print-$number.png"
    small "$out/$name-print-$number.png"
  done
fi
