#!/usr/bin/env bash
# Whole processes side by side in one run: `corridor solve` with one and two threads against Clp's barrier without crossover.
# usage: bench/lp-against-clp.sh REPEATS FILE.mps …    (Clp on PATH; prints medians of wall seconds, peak memory and the ratios)
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
repeats="$1"
shift
"$root/corridor" --version >/dev/null
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

run() { # name file command…
  local name="$1"
  shift
  local begin end
  begin="$(date +%s.%N)"
  /usr/bin/time -o "$work/memory" -f '%M' "$@" >"$work/out" 2>&1 || true
  end="$(date +%s.%N)"
  echo "$(echo "$end - $begin" | bc -l) $(tail -1 "$work/memory")" >>"$work/$name"
}

median() { sort -n "$1" | awk '{v[NR] = $1; m = $2 > m ? $2 : m} END {printf "%.2f %.0f", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, m / 1000}'; }

printf '%-14s %9s %9s %9s %8s %8s %8s %8s  %s\n' case clp_s one_s two_s ratio_1 ratio_2 clp_MB two_MB objective
for file in "$@"; do
  rm -f "$work"/clp "$work"/one "$work"/two
  for ((k = 0; k < repeats; k++)); do
    run clp clp "$file" -crossover off -barrier
    run one "$root/corridor" solve "$file" --threads 1 --json
    run two "$root/corridor" solve "$file" --threads 2 --json
  done
  objective="$(sed -n 's/^ *"objective": *\([^,]*\),*/\1/p' "$work/out" | head -1)"
  read -r clp clp_mb <<<"$(median "$work/clp")"
  read -r one _ <<<"$(median "$work/one")"
  read -r two two_mb <<<"$(median "$work/two")"
  printf '%-14s %9s %9s %9s %8.3f %8.3f %8s %8s  %s\n' "$(basename "${file%%.*}")" "$clp" "$one" "$two" \
    "$(echo "$one / $clp" | bc -l)" "$(echo "$two / $clp" | bc -l)" "$clp_mb" "$two_mb" "$objective"
done
