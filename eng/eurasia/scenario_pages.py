"""Writes docs/scenarios/NAME.md: every figure on a page comes from runs of the program that this script makes.

    python3 eng/eurasia/scenario_pages.py [--runs FOLDER] [--reuse] [NAME …]

Without names all pages are written. The runs are kept in FOLDER, or in runs/scenario-pages. scenario_pictures.py makes their
pictures from the same runs; a page shows the picture that is there.
"""

import argparse
import importlib
import re
import sys

from pages.runs import ROOT, Runs

NAMES = ("base", "no-ukraine-transit", "power-of-siberia-2", "north-kazakhstan-cutoff", "sanctions-2025-10", "channel-closed", "cold-winter", "europe-2021", "eu-phase-out")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--runs", default=str(ROOT / "runs" / "scenario-pages"))
    parser.add_argument("--program", default=str(ROOT / "corridor"))
    parser.add_argument("--reuse", action="store_true", help="take runs that are there already")
    options = parser.parse_args(arguments)
    runs = Runs(options.program.split(), options.runs, options.reuse)
    folder = ROOT / "docs" / "scenarios"
    folder.mkdir(parents=True, exist_ok=True)
    for name in options.names or NAMES:
        text = importlib.import_module("pages." + name.replace("-", "_")).page(runs)
        path = folder / f"{name}.md"
        path.write_text(re.sub(r"\n{3,}", "\n\n", text.strip()) + "\n", encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
