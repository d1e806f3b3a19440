"""The years after 2026: contracts that are taken to be renewed, lines with an announced date, growth of the gas market.

All of it is assumed and says so; it begins on 1 January 2027 (renewals when the contract before them ends), so that the years
with reported figures are left alone.
"""

from facts import GK, YEARS
from markets import PLACES

FIRST = 2027
LAST = 2031

# contract: new end, note
RENEWED = {
    "k-ru-tr-botas-blue-stream": ("2035-01-01", "extended year by year since 2025"), "k-ru-tr-botas-turkstream": ("2035-01-01", "extended year by year since 2025"),
    "k-ru-rs-srbijagas": ("2035-01-01", "prolonged by months since 2025"), "k-ir-tr": ("2035-01-01", "talks on a renewal reported"), "k-ru-uz-gas": ("2040-01-01", "volume of the last year"),
    "k-ru-uz-transit": ("2040-01-01", "volume of the last year"), "k-kz-cn-cagp": ("2040-01-01", "volume of the last years"), "k-uz-cn-cagp": ("2040-01-01", "volume of the last years"),
    "k-tm-kz-okarem": ("2035-01-01", "volume of the last years"), "k-uz-kz-btba": ("2035-01-01", "volume of the last years"), "k-kz-cn-crude": ("2040-01-01", "volume of the last years"),
    "k-ru-by-druzhba": ("2040-01-01", "no other line supplies the refineries of Belarus"), "k-ru-hu-druzhba": ("2040-01-01", "exempt from the embargo on oil by pipeline"),
    "k-kz-de-druzhba": ("2035-01-01", "extended year by year"), "k-ru-kr-sakhalin": ("2033-01-01", "as the contract with Japan"),
}

# years from 2027; the last value holds on
GROWTH = [
    ("demand", "cn", "-gas-", [1.08, 1.12, 1.16, 1.20, 1.24], "China's use of gas outside power plants grows by about 4 % a year from 2025, less than in 2019–2025"),
    ("supply", "cn", "-gas", [1.06, 1.09, 1.12, 1.15, 1.18], "China's gas output grows by about 3 % a year from 2025, as in recent years' targets"),
    ("demand", "eu-", "-gas-", [0.98, 0.97, 0.96, 0.95, 0.94], "Europe's use of gas outside power plants falls by about 1 % a year"),
    ("supply", "eu-", "-gas", [0.92, 0.88, 0.85, 0.82, 0.79], "Europe's gas output falls by about 4 % a year"),
    ("supply", "no-gas", "", [0.99, 0.98, 0.97, 0.96, 0.95], "Norway's gas output falls by about 1 % a year"),
    ("demand", "lng-world-import", "-lng-", [1.10, 1.18, 1.26, 1.34, 1.42], "other importers of LNG grow by about 6 % a year"),
]
LNG = {"s-us-sabine-lng": [140, 155, 170, 185, 195], "s-qa-raslaffan-lng": [86, 102, 110, 118, 126], "s-lng-world-export-lng": [140, 146, 152, 158, 162]}
LNG_NOTE = "plants under construction in 2026 come into service by their announced dates and run at about nine tenths; Mt a year in all, general knowledge"


def build(w):
    _renewals(w)
    _lines(w)
    _growth(w)
    _power_of_siberia_2(w)
    _japan_korea_marker(w)


def _renewals(w):
    for identity, (end, note) in RENEWED.items():
        row = dict(w.package.find("contracts", identity))
        dated = [r for r in w.package.rows["dated_values"] if r["table"] == "contracts" and r["subject"] == identity and r["column"] in ("acq", "dcq")]
        for column in ("acq", "dcq"):
            values = sorted((r["start"], r["value"]) for r in dated if r["column"] == column and r["start"] >= f"{max(YEARS)}-01-01")
            if values:
                row[column] = float(values[-1][1])
        agreement = w.package.find("agreements", row["agreement"]) if row.get("agreement") else None
        if agreement and agreement.get("end"):
            row.pop("agreement")
        row.update(id=identity + "-renewed", name=row["name"] + ", renewed", start=row["end"], end=end, source=GK, basis="assumed", note=f"renewal on the same terms assumed: {note}")
        w.add("contracts", **row)


def _lines(w):
    source = w.package.find("pipelines", "p-ru-cn-far-eastern")["source"]
    w.dated("pipelines", "p-ru-cn-far-eastern", "status", "2027-01-31", None, "operating", source, "assumed", "start in January 2027 as announced")
    w.dated("contracts", "k-ru-cn-far-eastern", "acq", "2027-01-31", "2028-01-01", 2, source, "assumed", "first year 2 bcm")
    w.dated("contracts", "k-ru-cn-far-eastern", "acq", "2028-01-01", None, 5, source, "assumed", "what the line from Sakhalin can bring beside the needs of the region; the rest waits for new fields")
    for line in ("p-ru-kz-ishim-petropavl", "p-kz-petropavl-astana"):
        w.dated("pipelines", line, "status", "2030-01-01", None, "operating", w.package.find("pipelines", line)["source"], "assumed", "preliminary date of the memorandum taken as kept")


def _growth(w):
    def outlook(table, row, column, values, note):
        for index, value in enumerate(values):
            year = FIRST + index
            w.dated(table, row["id"], column, f"{year}-01-01", None if year == LAST else f"{year + 1}-01-01", value, GK, "assumed", note)

    for kind, start, part, factors, note in GROWTH:
        table, column = ("demands", "annual_volume") if kind == "demand" else ("supplies", "capacity")
        carrier = "lng" if "lng" in start else "gas"
        for row in w.package.rows[table]:
            node = row["node"]
            if node.startswith(start) and node.endswith("-" + carrier):
                outlook(table, row, column, [row[column] * f for f in factors], note)
    for identity, values in LNG.items():
        outlook("supplies", w.package.find("supplies", identity), "capacity", values, LNG_NOTE)
    for year in range(FIRST, LAST + 1):
        w.dated("transports", "t-ru-sabetta-cn-north-lng", "capacity", f"{year}-07-01", f"{year}-11-15", 9, note="navigation season")


def _power_of_siberia_2(w):
    line = w.package.find("pipelines", "p-mn-cn-soyuz-vostok")
    w.add("contracts", id="k-ru-cn-power-of-siberia-2", name="Power of Siberia 2", seller="gazprom", buyer="cnpc", carrier="gas", kind="long_term", delivery="p-mn-cn-soyuz-vostok", direction="forward",
          agreement="agr-ru-cn-power-of-siberia-2", acq=50, dcq=52.5, take_or_pay=.85, make_up_years=5, carry_forward=.1, price_formula="f-power-of-siberia", channels=["ch-rub-spfs", "ch-cny-cips"],
          amount_unit="bcm@20C", rate_unit="bcm@20C/year", start="2031-01-01", end="2061-01-01", source=w.package.find("agreements", "agr-ru-cn-power-of-siberia-2")["source"], basis="assumed",
          note="memorandum only: the contract waits for the agreement to reach the stage of a contract; 50 bcm and 30 years are reported, price and terms are open: those of the eastern route assumed")


def _japan_korea_marker(w):
    rows = [r for r in w.facts.read("07-prices-monthly.csv") if r["series"] == "imf_lng_asia" and r["month"] >= "2018-01"]
    source = w.facts.source(rows[0])
    note = "IMF's monthly price of spot LNG in Asia stands for JKM, which is not public by month; its yearly means meet those of JKM for 2021 to 2025 within 3 %"
    w.add("price_indices", id="jkm", name="Spot LNG in north-east Asia (stands for JKM)", price_unit="USD/MMBtu_gross", nodes=PLACES["jkm"], source=source, basis="reported", note=note)
    for row in rows:
        w.add("price_series", index="jkm", month=row["month"] + "-01", value=round(float(row["value"]), 3), source=source, basis="reported")
