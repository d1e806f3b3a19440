"""The public facts that the package is written from: CSV files whose rows end with their source."""

import csv
import re

GK = "general-knowledge"
EI = "ei-review-2026"
YEARS = range(2019, 2026)
EI_TITLE = "Energy Institute, Statistical Review of World Energy 2026"
LICENCES = (
    ("Energy Institute", "copyright Energy Institute; single figures quoted with attribution"),
    ("Global Energy Monitor", "CC-BY-4.0"), ("World Bank", "CC-BY-4.0"),
    ("IMF", "IMF terms of use; attribution"), ("Japan Ministry of Finance", "Public Data License 1.0 (Japan), compatible with CC BY 4.0"),
    ("GIE AGSI+", "attribution"),
)
SEEDS = {
    "000_90c6ff56b4e4b6f3.txt": ("seed-it-2026-02-04", "it"),
    "001_e0b4e22e23f690a0.txt": ("seed-zh-2022-02-03", "zh"),
    "002_d6e48f24d25d92a8.txt": ("seed-ar-2025-11", "ar"),
}


def slug(text, length=60):
    text = text.lower().replace("ü", "u").replace("ö", "o")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:length].strip("-")


class Facts:
    def __init__(self, folder, package):
        self.folder, self.package = folder, package
        self._sources, self._files, self._used = {}, {}, set()
        self._balance = {(r["country_or_region"], r["indicator"]): r for r in self.read("06-energy-balance.csv")}
        self._register(GK, "General knowledge, unverified", None, None, "none; to be verified before it is cited")
        self._register(EI, EI_TITLE, "https://github.com/hall-brad/energy-statistical-review-dashboard", "2026-06", LICENCES[0][1])

    def read(self, name):
        if name not in self._files:
            with open(self.folder / name, encoding="utf-8", newline="") as stream:
                self._files[name] = list(csv.DictReader(stream))
        return self._files[name]

    def row(self, name, **match):
        for row in self.read(name):
            if all(row[k] == v for k, v in match.items()):
                return row
        raise LookupError(f"{name}: {match}")

    def source(self, row):
        """Id of a row's source, entered into the sources table."""
        title, url, date = row["source_title"], row.get("source_url", ""), row.get("source_date", "")
        if not title or title.startswith("general knowledge"):
            return GK
        if title.startswith("Energy Institute"):
            return EI
        if title.startswith("Seed document"):
            return "seed-zh-2022-02-03"
        key = (title, url)
        if key not in self._sources:
            identity = slug(title)
            while identity in self._used:
                identity += "-b"
            licence = next((l for k, l in LICENCES if k in title), "facts cited; no text copied")
            language = "zh" if re.search(r"[一-鿿]", title) else "ru" if re.search(r"[Ѐ-ӿ]", title) else "en"
            self._register(identity, title, url, None if date in ("n.d.", "") else date, licence, language)
            self._sources[key] = identity
        return self._sources[key]

    def source_of(self, name, **match):
        return self.source(self.row(name, **match))

    def _register(self, identity, title, url, date, licence, language="en"):
        self._used.add(identity)
        self.package.add("sources", id=identity, title=title, url=url or None, date=date, language=language, licence=licence)

    def register_seeds(self):
        self._register("seed-it-2026-02-04", "News report in Italian on the Putin–Xi videoconference of 4 February 2026", None, "2026-02-04", "facts cited; paraphrased", "it")
        self._register("seed-zh-2022-02-03", "Lianhe Zaobao, report on Putin's visit to Beijing", "https://www.zaobao.com/realtime/china/story20220203-1238924", "2022-02-03", "facts cited; paraphrased", "zh")
        self._register("seed-ar-2025-11", "Now Arabia, report on the Putin–Tokayev talks in the Kremlin", None, "2025-11", "facts cited; paraphrased", "ar")

    def ei(self, country, indicator, year=2025):
        """One figure of the review, in its own unit."""
        value = self._balance[country, indicator][f"y{year}"]
        return float(value) if value not in ("", "0") else 0.0

    def ei_series(self, country, indicator, factor=1.0):
        return {y: self.ei(country, indicator, y) * factor for y in YEARS}
