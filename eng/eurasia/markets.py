"""Price indices and series, exchange rates, price formulas."""

from facts import GK

INDICES = [
    ("brent", "Brent crude", "USD/bbl", "brent_crude"), ("ttf", "European gas (TTF)", "USD/MMBtu_gross", "gas_europe_ttf"), ("lng-japan", "LNG import price of Japan, c.i.f.", "USD/MMBtu_gross", "lng_japan_import_cif"),
    ("henry-hub", "Henry Hub", "USD/MMBtu_gross", "gas_us_henry_hub"), ("coal-newcastle", "Newcastle coal", "USD/t", "coal_australia_newcastle"), ("coal-south-africa", "South African coal", "USD/t", "coal_south_africa")]
# where an index is quoted: hub, or terminals for delivered LNG (JKM holds for deliveries to Japan, Korea, China)
PLACES = {"ttf": ["eu-northwest-gas"], "lng-japan": ["jp-tokyo-lng"], "jkm": ["jp-tokyo-lng", "kr-incheon-lng", "cn-north-lng", "cn-east-lng", "cn-south-lng"]}
RATES = {  # mean of the year, units for one dollar
    "CNY": [6.62, 6.91, 6.90, 6.45, 6.73, 7.08, 7.19, 7.19, 7.0], "RUB": [62.7, 64.7, 72.1, 73.7, 68.5, 85.2, 92.6, 83.2, 80], "EUR": [.847, .893, .877, .846, .951, .925, .924, .886, .86],
    "KZT": [344.7, 382.7, 413, 426, 460, 456, 469, 520, 510], "TRY": [4.83, 5.67, 7.01, 8.85, 16.55, 23.7, 32.8, 39.5, 44], "JPY": [110.4, 109, 106.8, 109.8, 131.5, 140.5, 151.4, 149.6, 155], "UZS": [8070, 8836, 10050, 10610, 11050, 11740, 12650, 12600, 12100]}
GAS = "USD/kcm@20C"
# id, name, unit, base, floor, cap, index, slope, averaging, lag, reset, note
FORMULAS = [
    ("f-power-of-siberia", "Power of Siberia border price", GAS, 0, None, None, "brent", 3.17, 9, 0, 3, "contract: fuel oil and gasoil of the nine months before, reset each quarter, weights and P0 unpublished; Brent stands for both products; slope fitted to the border prices reported"),
    ("f-turkmenistan-china", "Turkmen border price", GAS, 105, None, None, "brent", 2.2, 9, 0, 3, "oil-linked with a lag; base and slope fitted to April 2020, January 2021 and mid 2025"),
    ("f-kazakhstan-china", "Kazakh border price", GAS, 101, None, None, "brent", 1.6, 9, 0, 3, "fitted to April 2020 and January 2021"), ("f-uzbekistan-china", "Uzbek border price", GAS, 35, None, None, "brent", 3.05, 9, 0, 3, "fitted to April 2020 and January 2021"),
    ("f-europe-oil", "Oil-linked gas for Türkiye and the Balkans", GAS, 0, 150, None, "brent", 4.6, 9, 0, 3, "slope from the 402 USD of western exports in 2025 less hub-linked sales; assumed"),
    ("f-europe-hub", "Hub-linked gas for Europe", GAS, 0, None, None, "ttf", 34.3, 1, 1, 1, "97 % of TTF of the month before last; 35.35 MMBtu gross in 1,000 m3"),
    ("f-espo", "ESPO blend", "USD/bbl", -4, None, None, "brent", 1, 1, 0, 1, "discount assumed"), ("f-urals", "Urals", "USD/bbl", -12, None, None, "brent", 1, 1, 0, 1, "discount assumed for 2023–2025"), ("f-brent", "Brent-linked crude", "USD/bbl", -2, None, None, "brent", 1, 1, 0, 1, "discount assumed"),
    ("f-europe-lng", "Hub-linked LNG for Europe", "USD/MMBtu_gross", -.4, None, None, "ttf", 1, 1, 0, 1, "discount assumed"),
    ("f-lng-brent", "Brent-linked LNG", "USD/MMBtu_gross", .5, None, None, "brent", .125, 3, 1, 1, "slope of 12.5 % assumed")]


def build(w):
    for identity, name, unit, series in INDICES:
        rows = [r for r in w.facts.read("07-prices-monthly.csv") if r["series"] == series and r["month"] >= "2018-01"]
        source = w.facts.source(rows[0])
        w.add("price_indices", id=identity, name=name, price_unit=unit, nodes=PLACES.get(identity), source=source, basis="reported")
        for row in rows:
            w.add("price_series", index=identity, month=row["month"] + "-01", value=float(row["value"]), source=source, basis="reported")
    for currency, values in RATES.items():
        for year, value in zip(range(2018, 2027), values):
            w.add("exchange_rates", currency=currency, month=f"{year}-01-01", per_usd=value, source=GK, basis="estimated", note="mean of the year, rounded" if year < 2026 else "assumed")
    for identity, name, unit, base, floor, cap, index, slope, averaging, lag, reset, note in FORMULAS:
        source = {"f-power-of-siberia": "formula.pos1", "f-turkmenistan-china": "formula.turkmen"}.get(identity)
        source = w.facts.source_of("07d-price-formulas.csv", formula_id=source) if source else GK
        w.add("price_formulas", id=identity, name=name, price_unit=unit, base=base, floor=floor, cap=cap, source=source, basis="assumed", note=note)
        w.add("price_formula_terms", formula=identity, index=index, slope=slope, averaging=averaging, lag=lag, reset=reset, source=source, basis="assumed", note=note)


def value(w, formula, month):
    """Value of a formula in a month, as the program computes it: mean of the window before the reset, less the lag."""
    row = w.package.find("price_formulas", formula)
    term = next(t for t in w.package.rows["price_formula_terms"] if t["formula"] == formula)
    series = {p["month"][:7]: p["value"] for p in w.package.rows["price_series"] if p["index"] == term["index"]}
    year, number = int(month[:4]), int(month[5:7]) - 1
    last = year * 12 + number // term["reset"] * term["reset"] - 1 - term["lag"]
    window = [series.get(f"{m // 12}-{m % 12 + 1:02}") for m in range(last - term["averaging"] + 1, last + 1)]
    return row["base"] + term["slope"] * sum(window) / len(window) if all(window) else None
