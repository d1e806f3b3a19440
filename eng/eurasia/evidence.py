"""Claims, observations, timeline, names in several languages, routes for maps."""

import math

import markets
from facts import EI, GK, SEEDS
from paraphrases import SEED_CLAIMS

# systems of the facts: table and id of the package
SYSTEMS = {
    "gas.power-of-siberia-1": ("pipelines", "p-ru-power-of-siberia"), "gas.power-of-siberia-1.kovykta-chayanda": ("pipelines", "p-ru-kovykta-chayanda"), "gas.china-russia-east": ("pipelines", "p-ru-cn-power-of-siberia"), "gas.far-eastern-route": ("pipelines", "p-ru-cn-far-eastern"),
    "gas.power-of-siberia-2": ("pipelines", "p-ru-power-of-siberia-2"), "gas.soyuz-vostok": ("pipelines", "p-mn-cn-soyuz-vostok"), "gas.cagp-a": ("pipelines", "p-kz-cn-cagp"), "gas.cagp-abc": ("pipelines", "p-kz-cn-cagp"), "gas.cagp": ("pipelines", "p-kz-cn-cagp"), "gas.cagp-d": ("pipelines", "p-tm-cn-cagp-d"),
    "gas.sac": ("pipelines", "p-kz-uz-sac"), "gas.bbs-1": ("pipelines", "p-kz-bbs-west"), "gas.ishim-astana": ("pipelines", "p-ru-kz-ishim-petropavl"), "gas.kartaly-rudny-kostanay": ("pipelines", "p-ru-kz-kostanay"), "gas.orenburg-karachaganak": ("pipelines", "p-kz-ru-karachaganak"), "gas.turkstream": ("pipelines", "p-ru-tr-turkstream"),
    "gas.turkstream-2": ("pipelines", "p-ru-bg-turkstream-2"), "gas.ukraine-transit": ("pipelines", "p-ua-sk-uzhgorod"), "gas.nord-stream-1": ("pipelines", "p-ru-de-nord-stream"), "gas.nord-stream": ("pipelines", "p-ru-de-nord-stream"), "gas.russia-belarus": ("pipelines", "p-ru-by-yamal-europe"), "gas.kazakhstan-system": ("zones", "kz"), "gas.kz-import": ("zones", "kz"),
    "oil.espo-1": ("pipelines", "p-ru-espo-1"), "oil.skovorodino-daqing-1": ("pipelines", "p-ru-cn-skovorodino-daqing"), "oil.skovorodino-daqing-2": ("pipelines", "p-ru-cn-skovorodino-daqing"), "oil.cpc": ("pipelines", "p-kz-ru-cpc"), "oil.atasu-alashankou": ("pipelines", "p-kz-cn-atasu-alashankou"), "oil.atyrau-samara": ("pipelines", "p-kz-ru-atyrau-samara"),
    "pwr.ru-cn.amur-heihe-500": ("power_lines", "l-ru-cn-amur-heihe"), "pwr.ru-cn": ("power_lines", "l-ru-cn-blagoveshchensk-heihe"), "pwr.kokshetau-chp": ("converters", "c-kz-kokshetau-chp"), "pwr.balkhash-npp": ("supplies", "s-kz-balkhash-nuclear"), "rail.tavantolgoi-gashuunsukhait": ("transports", "t-mn-tavantolgoi-cn-north-coal"),
    "lng": ("carriers", "lng"), "lng.arctic-lng2": ("converters", "c-ru-arctic-lng-2"), "price.ttf": ("price_indices", "ttf"), "fin.spfs": ("payment_channels", "ch-rub-spfs"), "sanc.ofac-gpb": ("rules", "rule-us-gazprombank-eur"), "sanc.ofac-gpn-sng": ("rules", "rule-us-gazprom-neft-usd"), "sanc.ofac-rosneft-lukoil": ("rules", "rule-us-rosneft-usd"),
    "sanc.gl-124": ("rules", "rule-us-lukoil-usd"), "sanc.gl-124b": ("rules", "rule-us-lukoil-usd"), "sanc.eu-19": ("rules", "rule-eu-lng-long"), "eu.phaseout": ("rules", "rule-eu-pipe-long"), "eu.phaseout.lng-short": ("rules", "rule-eu-lng-short"), "eu.phaseout.lng-long": ("rules", "rule-eu-lng-long"), "eu.phaseout.pipe-short": ("rules", "rule-eu-pipe-short"), "eu.phaseout.pipe-long": ("rules", "rule-eu-pipe-long")}
# attribute of the facts: (column, unit of the package, factor)
COLUMNS = {"length": ("length", 1), "total_length": ("length", 1), "diameter": ("inner_diameter", None), "working_pressure": ("max_pressure", 10), "export_capacity": ("capacity", 1), "system_capacity": ("capacity", 1), "capacity": ("capacity", 1), "agreed_increase": ("capacity", 1),
           "reverse_capacity_2026": ("capacity", 1), "annual_volume": ("capacity", 1), "start_of_supply": ("start", None)}
USED = {("gas.soyuz-vostok", "length", "962.9"): ("the feasibility study; the table has it rounded to 963", False), ("gas.far-eastern-route", "capacity", "12"): ("the later documents", True), ("gas.power-of-siberia-2", "capacity", "50"): ("all sources agree", True),
        ("gas.cagp-abc", "capacity", "55"): ("sum of the lines' designs; 60 is said by the operator of the Chinese end", True), ("gas.power-of-siberia-1", "working_pressure", "9.8"): ("rounded from 9.81 MPa, taken as absolute", True), ("gas.sac", "reverse_capacity_2026", "11"): ("32 mcm a day", True)}
EI_NOTE = "review's figure at 15 °C and 40 MJ/m3, {0} bcm, stated as energy"
# arc: systems of the facts that it follows, and which of their points
ROUTES = {
    "p-ru-power-of-siberia": [("gas.power-of-siberia-1", None)], "p-ru-kovykta-chayanda": [("gas.power-of-siberia-1.kovykta-chayanda", None)], "p-ru-cn-power-of-siberia": [("gas.china-russia-east", lambda lon, lat: lat>44)], "p-cn-east-route-north": [("gas.china-russia-east", lambda lon, lat: 39.3<lat<=44)], "p-cn-east-route-south": [("gas.china-russia-east", lambda lon, lat: lat<=39.3)],
    "p-ru-cn-far-eastern": [("gas.far-eastern-route.cn", None)], "p-ru-sakhalin-khabarovsk": [("gas.sakhalin-khabarovsk-vladivostok", None)], "p-ru-power-of-siberia-2": [("gas.power-of-siberia-2", None)], "p-mn-cn-soyuz-vostok": [("gas.soyuz-vostok", None)], "p-uz-kz-cagp": [("gas.cagp-a", lambda lon, lat: lon<69.6)], "p-kz-cn-cagp": [("gas.cagp-a", lambda lon, lat: lon>=69.6)],
    "p-tm-cn-cagp-d": [("gas.cagp-d", None)], "p-ru-kz-sac": [("gas.sac-4", lambda lon, lat: lat>46)], "p-kz-uz-sac": [("gas.sac-4", lambda lon, lat: lat<=46)], "p-ru-kz-aktobe": [("gas.bukhara-ural-1", lambda lon, lat: 50<lat<52)], "p-ru-kz-kostanay": [("gas.kartaly-rudny-kostanay", None)], "p-kz-bbs-west": [("gas.bbs", lambda lon, lat: lon<58.9)], "p-kz-bbs-east": [("gas.bbs", lambda lon, lat: lon>=58.9)],
    "p-kz-saryarka": [("gas.saryarka-1", None)], "p-uz-gazli-tashkent": [("gas.bukhara-tashkent-bishkek-almaty", lambda lon, lat: lon<69.5)], "p-kz-kg-btba": [("gas.bukhara-tashkent-bishkek-almaty", lambda lon, lat: lon>=69.5)], "p-by-pl-yamal-europe": [("gas.yamal-europe", lambda lon, lat: lon<27)], "p-ru-by-yamal-europe": [("gas.yamal-europe", lambda lon, lat: lon>=27)], "p-ru-de-nord-stream": [("gas.nord-stream-1", None)],
    "p-ru-de-nord-stream-2": [("gas.nord-stream-2", None)], "p-ru-tr-turkstream": [("gas.turkstream-1", None)], "p-ru-bg-turkstream-2": [("gas.turkstream-2", None), ("gas.balkan-stream", None)], "p-ru-tr-blue-stream": [("gas.blue-stream", None)], "p-ua-sk-uzhgorod": [("gas.brotherhood", lambda lon, lat: lon<35)], "p-ru-soyuz": [("gas.orenburg-novopskov", None)],
    "p-ru-bovanenkovo-torzhok": [("gas.bovanenkovo-ukhta", None), ("gas.ukhta-torzhok", None)], "p-ru-urengoy-chelyabinsk": [("gas.urengoy-chelyabinsk", None)], "p-ru-surgut-omsk": [("gas.srto-surgut-omsk", None)], "p-cn-west-east": [("gas.wepp-2", lambda lon, lat: lon<110)], "p-cn-centre-east": [("gas.wepp-1", lambda lon, lat: lon>112)], "p-tm-east-west": [("gas.turkmenistan-east-west", None)], "p-tm-kz-okarem-beineu": [("gas.okarem-beyneu", None)],
    "p-ru-espo-1": [("oil.espo-1", None)], "p-ru-espo-2": [("oil.espo-2", None)], "p-ru-cn-skovorodino-daqing": [("oil.eastern-siberia-pacific-ocean-oil-pipeline-russia-china-crude-oil-pipeline-1", None)], "p-ru-kz-omsk-pavlodar": [("oil.omsk-pavlodar", None)], "p-kz-pavlodar-atasu": [("oil.pavlodar-shymkent", lambda lon, lat: lat>=48.6)], "p-kz-kumkol-atasu": [("oil.pavlodar-shymkent", lambda lon, lat: 45<lat<48.6)],
    "p-kz-cn-atasu-alashankou": [("oil.atasu-alashankou", None)], "p-kz-kenkiyak-kumkol": [("oil.kenkiyak-atyrau", None), ("oil.kenkiyak-kumkol", None)], "p-kz-ru-cpc": [("oil.cpc", None)], "p-ru-by-druzhba": [("oil.druzhba-1", lambda lon, lat: lon>29)], "p-ru-baltic-pipeline-system": [("oil.bps-2", None)], "p-kz-ru-atyrau-samara": [("oil.uzen-atyrau-samara-uas-pipeline", None)], "p-cn-daqing-tieling": [("oil.daqing-tieling-oil-pipeline-pipeline-1", None)]}
ZONE_LABELS = {"country.russia": "ru", "country.china": "cn", "country.kazakhstan": "kz", "country.mongolia": "mn", "country.ukraine": "ua", "country.japan": "jp", "country.united-states": "us", "country.europe": "europe", "country.uzbekistan": "uz", "country.turkmenistan": "tm", "country.kyrgyzstan": "kg", "country.türkiye": "tr",
               "sys.power-of-siberia": "p-ru-power-of-siberia", "sys.power-of-siberia-2": "p-ru-power-of-siberia-2"}


def build(w):
    _claims(w)
    _events(w)
    _seed_claims(w)
    _prices(w)
    _observations(w)
    _labels(w)
    _routes(w)


def _figure(text):
    text = text.replace("~", "").replace(">", "").replace("some", "").replace("around", "").replace("about", "").strip().split(" ")[0].replace(",", "")
    try:
        return float(text)
    except ValueError:
        return None


def _claims(w):
    taken = set()
    for row in w.facts.read("01b-gas-pipeline-facts.csv"):
        if row["system_id"] not in SYSTEMS:
            continue
        table, subject = SYSTEMS[row["system_id"]]
        column, factor = COLUMNS.get(row["attribute"], (row["attribute"], None))
        value = _figure(row["value"])
        used = USED.get((row["system_id"], row["attribute"], row["value"]))
        known = value is not None and factor is not None
        reason = used[0] if used else row["note"] or ("another figure, or another part of the line, than the table's" if known else "no column of the package holds it")
        _claim(w, taken, table, subject, column, row["value"], row["unit"], value * factor if known else None, f"MPa × {factor}" if factor == 10 else None, row["as_of"] or None, w.facts.source(row), row["confidence"], bool(used and used[1]), reason)
    lines = {("p-ru-power-of-siberia", "length"): ("gas.power-of-siberia-1", "length_km", "operator's length of the section Chayanda–Blagoveshchensk"), ("p-ru-kovykta-chayanda", "length"): ("gas.power-of-siberia-1.kovykta-chayanda", "length_km", "operator's length"), ("p-ru-bg-turkstream-2", "capacity"): ("gas.turkstream", "capacity_bcm_per_y", None)}
    for (subject, column), (system, field, reason) in lines.items():
        row = w.facts.row("01-gas-pipelines.csv", system_id=system)
        value = _figure(row[field]) if reason else 15.75
        _claim(w, taken, "pipelines", subject, column, row[field], "km" if column == "length" else "bcm/y", value, None if reason else "half of two strings", None, w.facts.source(row), row["confidence"], bool(reason), reason or "nominal; more has been carried since 2024")
    for key, value, why in (("15 (10 in 2018)", 15, "later capacity"),):
        row = w.facts.row("01-gas-pipelines.csv", system_id="gas.bbs-1")
        _claim(w, taken, "pipelines", "p-kz-bbs-west", "capacity", key, "bcm/y", value, None, None, w.facts.source(row), row["confidence"], True, why)
    _claim(w, taken, "pipelines", "p-ru-power-of-siberia", "capacity", "42", "bcm/y", 42.0, None, None, GK, "low", True, "inlet of the Amur gas processing plant, through which all gas for export passes")
    _claim(w, taken, "pipelines", "p-ru-cn-power-of-siberia", "capacity", "40", "bcm/y", 40.0, None, "2025", GK, "low", True, "nominal 38, but 38.8 were delivered in 2025; technical limit assumed")
    for row in w.facts.read("07c-tariffs.csv"):
        subject = {"tariff.ukraine": "fee-ua-transit", "tariff.kazakhstan": "fee-kz-sac", "tariff.mongolia": "fee-mn-soyuz-vostok", "tariff.kz-oil-alashankou": "fee-kz-oil-alashankou"}.get(row["tariff_id"])
        if subject and row["value"]:
            same = "100 km" in row["unit"] or row["unit"] == "USD/t"
            value = float(row["value"]) if same else None
            used = (subject, row["value"]) in (("fee-mn-soyuz-vostok", "2.07"), ("fee-kz-oil-alashankou", "2.1"))
            _claim(w, taken, "transit_fees", subject, "charge", row["value"], row["unit"], value, None, row["period"], w.facts.source(row), row["confidence"], used, row["note"] or ("stands on the line's tariff" if "ukraine" in row["tariff_id"] else "an older rate"))
    for row in w.facts.read("08b-settlement.csv"):
        channel = "ch-cny-cips" if "yuan" in row["measure"] or "China" in row["item"] or row["item"] == "CIPS" else "ch-kzt-halyk" if "Kazakhstan" in row["item"] else "ch-rub-spfs"
        if row["value"]:
            _claim(w, taken, "payment_channels", channel, "share of settlement" if row["unit"] == "%" else "value of trade", f"{row['item']}: {row['measure']} {row['value']}", row["unit"], None, None, row["period"], w.facts.source(row), row["confidence"], False, row["note"] or "channels have no assumed limit, so no column holds it")
    cpc = w.facts.row("02b-oil-flows.csv", system_id="oil.cpc", period="2024")
    _claim(w, taken, "pipelines", "p-kz-ru-cpc", "flow of the year", cpc["value"], "Mt", None, None, "2024", w.facts.source(cpc), cpc["confidence"], False, "an observation, not an input")
    for system, subject in (("oil.atasu-alashankou", "k-ru-cn-via-kazakhstan"), ("oil.kazakh-transit", "k-ru-kz-omsk-pavlodar")):
        for row in w.facts.read("02b-oil-flows.csv"):
            if row["system_id"] == system:
                _claim(w, taken, "contracts", subject, "acq" if "plan" in row["period"] else "volume", row["value"], row["unit"], float(row["value"]) if "2025 plan" in row["period"] else None, None, row["period"], w.facts.source(row), row["confidence"], "2025 plan" in row["period"] and system == "oil.atasu-alashankou", row["note"] or "plan of the year" if "plan" in row["period"] else "reported volume; the contract's quantity is what the table holds")
    for period in ("2023", "2024", "2025", "2026"):
        row = w.facts.row("01c-gas-flows.csv", system_id="gas.sac", year=period)
        _claim(w, taken, "contracts", "k-ru-uz-gas", "acq", row["volume_bcm"], "bcm (20 °C)", 7.3 if period == "2025" else None, None, period, w.facts.source(row), row["confidence"], period == "2025", row["note"] or "dated value of the year")


def _claim(w, taken, table, subject, column, printed, unit, value, conversion, as_of, source, confidence, used, reason, language="en", note=None, place=None):
    base = f"cl-{subject}-{column}".replace("_", "-").replace(" ", "-").lower()
    identity, number = base, 1
    while identity in taken:
        number += 1
        identity = f"{base}-{number}"
    taken.add(identity)
    w.add("claims", id=identity, table=table, subject=subject, column=column, as_printed=printed, unit_as_printed=unit or None, value=value, conversion=conversion, as_of=as_of, place=place, language=language, confidence=confidence if confidence in ("high", "medium", "low") else "low",
          in_use=used, reason=reason or "kept beside the others", source=source, basis="reported", note=note)


def _seed_claims(w):
    languages = dict(SEEDS.values())
    source = {name[:3]: identity for name, (identity, _) in SEEDS.items()}
    for number, row in enumerate(w.facts.read("seed-claims.csv"), 1):
        key = row["claim_id"]
        if key not in SEED_CLAIMS:
            raise LookupError(f"no paraphrase of claim {key}")
        table, subject, topic, text = SEED_CLAIMS[key]
        figure = (row["quantity"] or "statement").strip()
        value = {"001-08": 4000.0}.get(key)
        w.add("claims", id=f"cl-seed-{key}", table=table, subject=subject, column=topic, as_printed=figure, unit_as_printed=row["unit"] or None, value=value, as_of=row["date"] or None, place=f"statement {int(key[4:])} of the text", language=languages[source[key[:3]]],
              confidence="medium", in_use=False, reason="4,000 km fits the whole plan to Khabarovsk and Vladivostok, or Russia and the first Chinese section; the table has the section Chayanda–Blagoveshchensk" if key == "001-08" else "a statement; no figure of the package rests on it",
              source=source[key[:3]], basis="reported", note="paraphrase: " + text)


PRICES = {"pos1.border": ("k-ru-cn-power-of-siberia", "f-power-of-siberia"), "turkmen.border": ("k-tm-cn-cagp", "f-turkmenistan-china"), "kazakh.border": ("k-kz-cn-cagp", "f-kazakhstan-china"), "uzbek.border": ("k-uz-cn-cagp", "f-uzbekistan-china"), "gazprom.far-abroad": ("k-ru-tr-botas-blue-stream", "f-europe-oil"), "uzbekistan.import": ("k-ru-uz-gas", None)}


def _prices(w):
    for row in w.facts.read("07b-contract-prices.csv"):
        if row["series_id"] not in PRICES or row["unit"] != "USD/1000 m3":
            continue
        contract, formula = PRICES[row["series_id"]]
        start, end, months = _span(row["period"])
        forecast = "forecast" in row["period"]
        if not forecast:
            _enter(w, "contracts", contract, "price", start, end=end, price=float(row["value"]), price_unit="USD/kcm@20C", confidence=row["confidence"], source=w.facts.source(row), basis="reported", note=row["note"] or None)
        if formula:
            values = [v for v in (markets.value(w, formula, m) for m in months) if v]
            if not values:
                continue
            computed = sum(values) / len(values)
            deviation = computed / float(row["value"]) - 1
            w.add("claims", id=f"cl-{formula}-{row['period'].lower().replace(' (forecast)', '-forecast')}-{'gk' if w.facts.source(row) == GK else 'rep'}", table="price_formulas", subject=formula, column="border price", as_printed=row["value"], unit_as_printed=row["unit"], as_of=row["period"], confidence=row["confidence"],
                  language="en", in_use=False, reason=f"the formula gives {computed:.1f} USD/1000 m3 for the period, {deviation:+.1%} against this figure", source=w.facts.source(row), basis="reported", note=row["note"] or None)


def _span(period):
    period = period.replace(" (forecast)", "")
    if period == "2023-2025":
        return "2023-10-01", "2026-01-01", []
    year = int(period[:4])
    if "-Q" in period:
        first = (int(period[-1]) - 1) * 3 + 1
        count = 3
    elif len(period) == 7:
        first, count = int(period[5:]), 1
    else:
        first, count = 1, 12
    last = first + count
    end = f"{year}-{last:02}-01" if last <= 12 else f"{year + 1}-01-01"
    return f"{year}-{first:02}-01", end, [f"{year}-{m:02}" for m in range(first, last)]


def _enter(w, table, subject, measure, start, **values):
    base = f"ob-{subject}-{measure}-{start}"
    number = sum(1 for row in w.package.rows["observations"] if row["id"].startswith(base)) + 1
    w.add("observations", id=base if number == 1 else f"{base}-{number}", table=table, subject=subject, measure=measure, start=start, **values)


def _observe(w, table, subject, measure, year, value, unit, source, confidence, note=None):
    _enter(w, table, subject, measure, f"{year}-01-01", end=f"{year + 1}-01-01", value=value, amount_unit=unit, confidence=confidence if confidence in ("high", "medium", "low") else "low", source=source, basis="reported", note=note)


def _observations(w):
    wanted = {"gas.power-of-siberia-1": "p-ru-cn-power-of-siberia", "gas.cagp": "p-kz-cn-cagp", "gas.sac": "p-kz-uz-sac", "gas.russia-belarus": "p-ru-by-yamal-europe", "gas.ukraine-transit": "p-ua-sk-uzhgorod", "gas.turkstream-2": "p-ru-bg-turkstream-2", "gas.nord-stream-1": "p-ru-de-nord-stream"}
    partial = {("gas.cagp", "Turkmenistan"): "k-tm-cn-cagp", ("gas.cagp", "Kazakhstan"): "k-kz-cn-cagp", ("gas.cagp", "Uzbekistan"): "k-uz-cn-cagp"}
    seen = set()
    for row in w.facts.read("01c-gas-flows.csv"):
        system, year = row["system_id"], row["year"]
        if system not in wanted or not year.isdigit() or int(year) > 2025 or row["kind"] == "plan" and year != "2025":
            continue
        contract = partial.get((system, row["from"]))
        table, subject, measure = ("contracts", contract, "delivered") if contract else ("pipelines", wanted[system], "flow")
        review = "40" in row["reference_conditions"]
        key = (subject, year, review)
        if key in seen:
            continue
        seen.add(key)
        volume = float(row["volume_bcm"])
        note = EI_NOTE.format(row["volume_bcm"]) if review else row["note"] or None
        if row["kind"] == "plan":
            note = "plan of the year, not a metered flow"
        _observe(w, table, subject, measure, int(year), volume * 40 if review else volume, "PJ_gross" if review else "bcm@20C", w.facts.source(row), row["confidence"], note)
    for row in w.facts.read("02b-oil-flows.csv"):
        if row["system_id"] == "oil.cpc" and row["period"].isdigit():
            _observe(w, "pipelines", "p-kz-ru-cpc", "flow", int(row["period"]), float(row["value"]), "Mt", w.facts.source(row), row["confidence"], "loadings at the terminal, some 8 Mt of Russian oil inside")
        if row["system_id"] == "oil.atasu-alashankou" and row["period"] == "2023":
            _observe(w, "contracts", "k-ru-cn-via-kazakhstan", "delivered", 2023, float(row["value"]), "Mt", w.facts.source(row), row["confidence"])
    for row in w.facts.read("03c-coal-flows.csv"):
        if row["system_id"] == "coal.mongolia-china" and row["period"].isdigit():
            _observe(w, "transports", "t-mn-tavantolgoi-cn-north-coal", "flow", int(row["period"]), float(row["value"]), "Mt", w.facts.source(row), row["confidence"], "all exports of Mongolia")
    for row in w.facts.read("04b-power-flows.csv"):
        if row["system_id"] == "pwr.ru-cn" and row["period"].isdigit():
            _observe(w, "contracts", "k-ru-cn-power-500", "delivered", int(row["period"]), float(row["value"]), "TWh", w.facts.source(row), row["confidence"], "all lines together")
        if row["system_id"] == "pwr.kz" and row["period"] == "2024":
            _observe(w, "zones", "kz", "production", 2024, float(row["value"]), "TWh", w.facts.source(row), row["confidence"], "electricity")
        if row["system_id"] == "pwr.kz" and row["period"] == "2023":
            _observe(w, "zones", "kz", "imports", 2023, float(row["value"]), "TWh", w.facts.source(row), row["confidence"], "electricity")
    for country, zone in (("China", "cn"), ("Japan", "jp"), ("South Korea", "kr"), ("Total Europe", "europe"), ("Türkiye", "tr")):
        for year in range(2019, 2026):
            value = w.facts.ei(country, "lng_imports", year)
            _observe(w, "zones", zone, "imports", year, value * 40, "PJ_gross", EI, "high", "LNG: " + EI_NOTE.format(value) + ("; Türkiye inside" if zone == "europe" else ""))
    for country, zone in (("Russian Federation", "ru"), ("Turkmenistan", "tm"), ("Uzbekistan", "uz"), ("Kazakhstan", "kz"), ("Norway", "no"), ("China", "cn")):
        value = w.facts.ei(country, "gas_production")
        _observe(w, "zones", zone, "production", 2025, value * 40, "PJ_gross", EI, "high", "gas: " + EI_NOTE.format(value))
    for country, zone in (("Kazakhstan", "kz"), ("Russian Federation", "ru"), ("China", "cn")):
        for indicator in ("oil_production", "coal_production"):
            _observe(w, "zones", zone, "production", 2025, w.facts.ei(country, indicator), "Mt", EI, "high", ("crude" if indicator[0] == "o" else "coal") + ": review's figure")
    for indicator in ("coal", "gas"):
        value = w.facts.ei("Kazakhstan", f"electricity_from_{indicator}")
        _observe(w, "zones", "kz", "production", 2025, value, "TWh", EI, "high", f"electricity from {indicator}")
    for flow, subject in (("Russia → China LNG", None), ("Arctic LNG 2 → Beihai (China)", "t-ru-utrenny-cn-south-lng")):
        if subject:
            row = w.facts.row("05b-lng-trade.csv", flow=flow)
            _observe(w, "transports", subject, "flow", 2025, float(row["value"]), "Mt", w.facts.source(row), row["confidence"], row["note"])
    for row in w.facts.read("06d-storage-levels.csv"):
        if row["volume_bcm"] and len(row["date"]) == 10:
            day = row["date"]
            following = f"{day[:8]}{int(day[8:]) + 1:02}"
            _enter(w, "zones", "europe", "level", day, end=following, value=float(row["volume_bcm"]), amount_unit="bcm@15C", confidence="low", source=w.facts.source(row), basis="reported", note="gas in store of the European Union; reference temperature not stated, 15 °C assumed")


def _events(w):
    taken = set()
    for row in w.facts.read("10-events.csv"):
        identity, number = f"ev-{row['date']}", 1
        while identity in taken:
            number += 1
            identity = f"ev-{row['date']}-{number}"
        taken.add(identity)
        subject = SYSTEMS.get(row["system_id"], (None, None))[1]
        w.add("events", id=identity, name=row["event"], date=row["date"], subject=subject, actors=[a.strip() for a in row["actors"].split(";") if a.strip()] or None, confidence=row["confidence"], source=w.facts.source(row), basis="reported", note=row["note"] or None)


def _labels(w):
    for row in w.facts.read("09-actors.csv"):
        prefix, key = row["actor_id"].split(".", 1)
        subject = ZONE_LABELS.get(row["actor_id"]) or (key if prefix in ("person", "org") else "media-" + key if prefix == "media" else None)
        if subject is None:
            continue
        for language in ("en", "it", "zh", "ar", "ru", "kk"):
            text = row[f"name_{language}"].split(" / ")[0].split(";")[0].split(" (")[0].strip()
            if text:
                w.add("labels", id=subject, language=language, text=text, source=GK, basis="reported")
    scripts = {"gas.turkstream": "p-ru-tr-turkstream", "gas.blue-stream": "p-ru-tr-blue-stream", "gas.soyuz-vostok": "p-mn-cn-soyuz-vostok", "gas.yamal-europe": "p-by-pl-yamal-europe", "gas.nord-stream-1": "p-ru-de-nord-stream", "gas.china-russia-east": "p-ru-cn-power-of-siberia", "gas.sac": "p-kz-uz-sac", "gas.bukhara-ural": "p-ru-kz-aktobe",
               "gas.bbs-1": "p-kz-bbs-west", "gas.saryarka-1": "p-kz-saryarka", "gas.kartaly-rudny-kostanay": "p-ru-kz-kostanay", "gas.wepp-2": "p-cn-west-east", "gas.cagp-a": "p-kz-cn-cagp"}
    for row in w.facts.read("01-gas-pipelines.csv"):
        if row["system_id"] in scripts:
            _names(w, scripts[row["system_id"]], row["name_local"])
    oil = {"oil.espo-1": "p-ru-espo-1", "oil.cpc": "p-kz-ru-cpc", "oil.druzhba": "p-ru-by-druzhba", "oil.atasu-alashankou": "p-kz-cn-atasu-alashankou", "ref.omsk": "c-ru-omsk-refinery", "ref.pavlodar": "c-kz-pavlodar-refinery", "ref.shymkent": "c-kz-shymkent-refinery", "ref.atyrau": "c-kz-atyrau-refinery", "oil.skovorodino-daqing-1": "p-ru-cn-skovorodino-daqing"}
    for row in w.facts.read("02-oil-assets.csv"):
        if row["asset_id"] in oil:
            _names(w, oil[row["asset_id"]], row["name_local"])
    places = {"node.petropavl": "kz-petropavl", "node.kostanay": "kz-kostanay", "node.heihe": None, "node.almaty": None}
    for row in w.facts.read("01e-nodes.csv"):
        if places.get(row["node_id"]):
            _names(w, places[row["node_id"]], row["name_local"])


def _names(w, subject, text):
    languages = set()
    for part in text.split(";"):
        part = part.split(" (")[0].strip()
        if not part:
            continue
        language = "zh" if any("一" <= c <= "鿿" for c in part) else "ar" if any("؀" <= c <= "ۿ" for c in part) else "kk" if any(c in "әғқңөұүһіӘҒҚҢӨҰҮҺІ" for c in part) else "ru" if any("а" <= c.lower() <= "я" for c in part) else "tr"
        if language not in languages:
            languages.add(language)
            w.add("labels", id=subject, language=language, text=part, source=GK, basis="reported")


def _routes(w):
    rows = w.facts.read("01d-route-points.csv")
    nodes = {n["id"]: n for n in w.package.rows["nodes"]}
    for arc, parts in ROUTES.items():
        line = w.package.find("pipelines", arc)
        points, source = [], None
        for system, condition in parts:
            own = [r for r in rows if r["system_id"] == system]
            source = w.facts.source(own[0])
            own = [(float(r["lon_deg"]), float(r["lat_deg"])) for r in own]
            if condition:
                own = [(lon, lat) for lon, lat in own if condition(lon, lat)]
            points += own if not points or _far(points[-1], own[0]) <= _far(points[-1], own[-1]) else own[::-1]
        start = (nodes[line["from"]]["lon"], nodes[line["from"]]["lat"])
        if len(points) < 2:
            continue
        if _far(start, points[0]) > _far(start, points[-1]):
            points.reverse()
        step = max(1, math.ceil((len(points) - 1) / 13))
        kept = points[::step] if (len(points) - 1) % step == 0 else [*points[::step], points[-1]]
        for number, (lon, lat) in enumerate(kept, 1):
            w.add("route_points", arc=arc, sequence=number, lon=lon, lat=lat, source=source, basis="reported")


def _far(a, b):
    return math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1])
