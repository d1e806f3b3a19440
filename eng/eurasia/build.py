"""Writes the package data/eurasia from a folder of public facts.

    python3 eng/eurasia/build.py FACTS [OUTPUT]

The same facts give the same files, byte for byte. The modules: geography and profiles (the frame), gas, lng, oil, coal,
power (the system by carrier), hydraulics (what the physics of gas lines needs), commerce and markets (contracts, prices), policy (rules, measures, projects), evidence
(claims, observations, events, labels, routes), backtest (what is compared
with what was reported), check (what must hold before anything is written).
"""

import importlib
import sys
from pathlib import Path

import check
from places import name_places
from world import World

DESCRIPTION = {
    "profile": "tabular-data-package", "name": "eurasia", "title": "Energy supply across Eurasia",
    "description": "Gas, LNG, crude oil, oil products, coal and electricity of Russia, Kazakhstan, China, Mongolia, Central Asia, Europe, Türkiye, Japan, Korea and the sea markets around them, 2019 to 2026, "
                   "written from public figures; every row names its source and how its figures came to be. See docs/data/eurasia.md.",
    "version": "0.1.0",
    "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0; sources and their terms in sources.csv", "path": "https://creativecommons.org/licenses/by/4.0/"}],
    "corridor": {"currency": "USD", "from": "2025-01-01", "to": "2026-01-01"}}


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__)
        return 2
    output = Path(arguments[1]) if len(arguments) == 2 else Path(__file__).resolve().parents[2] / "data" / "eurasia"
    world = World(Path(arguments[0]))
    world.facts.register_seeds()
    for name in ("geography", "profiles", "gas", "lng", "oil", "coal", "power", "commerce", "markets", "policy", "outlook", "evidence", "backtest", "hydraulics", "assumptions"):
        importlib.import_module(name).build(world)
    _merge_sources(world.package)
    name_places(world.package)
    problems = check.run(world.package)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    world.package.write(output, DESCRIPTION)
    print(", ".join(f"{name} {len(rows)}" for name, rows in world.package.rows.items() if rows))
    return 0


def _merge_sources(package):
    """Documents that the facts name twice under one address become one source, the first."""
    kept, replaced = {}, {}
    for row in package.rows["sources"]:
        address = row.get("url")
        if address and address in kept:
            replaced[row["id"]] = kept[address]
        elif address:
            kept[address] = row["id"]
    package.rows["sources"] = [row for row in package.rows["sources"] if row["id"] not in replaced]
    for rows in package.rows.values():
        for row in rows:
            if row.get("source") in replaced:
                row["source"] = replaced[row["source"]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
