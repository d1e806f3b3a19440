"""Makes docs/pictures/scenarios/NAME.png: the map of a run or of a comparison, as Chromium draws it.

    python3 eng/eurasia/scenario_pictures.py [--runs FOLDER] [NAME …]

Takes the runs that scenario_pages.py has made. Needs Chromium (CORRIDOR_CHROMIUM names another) and pngquant.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pages.runs import ROOT

WINTER = "base_2024-04-01_2025-04-01_day"
GAS = ("Natural gas", "Liquefied natural gas")
# scenario: reference (none: the map of the run itself), run, carriers
PICTURES = {
    "base": (None, "base_month", GAS),
    "no-ukraine-transit": ("base_2024-01-01_2025-01-01_month", "no-ukraine-transit", GAS),
    "power-of-siberia-2": ("base_2031-01-01_2032-01-01_month", "power-of-siberia-2", GAS),
    "north-kazakhstan-cutoff": (WINTER, "north-kazakhstan-cutoff_day", ("Natural gas", "Electricity")),
    "sanctions-2025-10": ("no-sanctions-2025-10", "sanctions-2025-10", ("Crude oil and condensate",)),
    "channel-closed": ("base_month", "channel-closed", ("Natural gas", "Liquefied natural gas", "Crude oil and condensate")),
    "cold-winter": (WINTER, "cold-winter_day", GAS),
    "europe-2021": ("base_2021-07-01_2022-01-01_month", "europe-2021", GAS),
    "eu-phase-out": ("no-eu-phase-out_2028-01-01_2029-01-01_month", "eu-phase-out_2028-01-01_2029-01-01_month", GAS),
}
WIDTH, HEIGHT = 1200, 780
FRAME = """<!DOCTYPE html><body style="margin:0;overflow:hidden"><iframe id="f" src="file://%s" style="border:0;width:%dpx;height:30000px"></iframe>
<script>f.onload = () => {
  const page = f.contentDocument, wanted = %s;
  for (const box of page.querySelectorAll("#map input[type=checkbox], .map input[type=checkbox]"))
    if (box.checked !== wanted.some(w => box.parentElement.textContent.trim() === w)) box.click();
  const svg = [...page.querySelectorAll("svg")].find(s => s.getBoundingClientRect().width > 600);
  f.style.marginTop = -Math.max(0, svg.getBoundingClientRect().top - 8) + "px";
};</script>"""


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--runs", default=str(ROOT / "runs" / "scenario-pages"))
    parser.add_argument("--program", default=str(ROOT / "corridor"))
    options = parser.parse_args(arguments)
    browser = os.environ.get("CORRIDOR_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("There is no Chromium on this machine.", file=sys.stderr)
        return 3
    out = ROOT / "docs" / "pictures" / "scenarios"
    out.mkdir(parents=True, exist_ok=True)
    for name in options.names or PICTURES:
        reference, run, carriers = PICTURES[name]
        with tempfile.TemporaryDirectory() as work:
            page = Path(options.runs) / run / "report.html"
            if reference:
                page = Path(work) / "compare.html"
                subprocess.run([*options.program.split(), "compare", str(Path(options.runs) / reference), str(Path(options.runs) / run), "--no-attribution", "--out", str(page)], check=True, stdout=subprocess.DEVNULL)
            frame = Path(work) / "frame.html"
            frame.write_text(FRAME % (page, WIDTH, json.dumps(carriers)), encoding="utf-8")
            picture = out / f"{name}.png"
            subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files",
                            "--hide-scrollbars", f"--user-data-dir={work}/profile", f"--window-size={WIDTH},{HEIGHT}", "--virtual-time-budget=4000", f"--screenshot={picture}", f"file://{frame}"], check=True, capture_output=True, timeout=180)
            subprocess.run(["pngquant", "--force", "--skip-if-larger", "--speed", "1", "--output", str(picture), "96", "--", str(picture)], check=False)
            print(picture.relative_to(ROOT), picture.stat().st_size // 1000, "kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
