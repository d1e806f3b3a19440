"""Seasonal shapes by climate: one measured (Germany's gas, Japan's LNG), the others assumed."""

from collections import defaultdict

from facts import GK

MONTHS = [f"M{m:02}" for m in range(1, 13)]
TYPICAL = [("gas-cn-north-heating", "North China (heating provinces)", "gas of northern China, heating provinces"),
           ("gas-cn", "China", "gas of China as a whole"), ("gas-kz", "Kazakhstan", "gas of Kazakhstan"), ("gas-eu", "EU", "gas of the European Union")]
ASSUMED = {
    "heat-cold": ("heating load, continental climate with winters of -15 °C", [2.25, 2.05, 1.6, 0.8, 0.25, 0.12, 0.1, 0.12, 0.35, 0.95, 1.55, 2.05]),
    "heat-temperate": ("heating load, maritime and central Europe", [2.0, 1.85, 1.5, 0.95, 0.5, 0.3, 0.25, 0.25, 0.4, 0.9, 1.4, 1.8]),
    "heat-mild": ("gas for cooking and hot water, little heating", [1.25, 1.2, 1.1, 1.0, 0.9, 0.85, 0.85, 0.85, 0.9, 0.95, 1.05, 1.15]),
    "industry": ("industry, nearly flat", [1.05, 1.04, 1.02, 1.0, 0.98, 0.97, 0.96, 0.97, 0.98, 1.0, 1.01, 1.03]),
    "power-ru": ("electricity of Russia, Kazakhstan, Mongolia: winter peak", [1.17, 1.14, 1.07, 0.98, 0.9, 0.87, 0.87, 0.88, 0.9, 0.99, 1.08, 1.16]),
    "power-cn": ("electricity of China: summer and winter peak", [1.02, 0.9, 0.98, 0.93, 0.94, 1.02, 1.15, 1.15, 1.0, 0.92, 0.96, 1.05]),
    "power-eu": ("electricity of Europe: winter peak", [1.15, 1.12, 1.05, 0.97, 0.92, 0.92, 0.94, 0.91, 0.92, 0.97, 1.04, 1.1]),
    "power-jp": ("electricity of Japan, Korea, Türkiye, Central Asia: two peaks", [1.1, 1.06, 0.99, 0.91, 0.9, 0.96, 1.07, 1.1, 1.0, 0.92, 0.95, 1.06]),
    "hydro-ru": ("hydro of Siberia and the Volga, regulated", [0.92, 0.92, 0.93, 1.0, 1.15, 1.12, 1.06, 1.03, 0.99, 0.97, 0.95, 0.95]),
    "hydro-cn": ("hydro of China: summer rains", [0.62, 0.58, 0.65, 0.75, 0.98, 1.3, 1.55, 1.55, 1.4, 1.12, 0.83, 0.67]),
    "hydro-kg": ("hydro of Kyrgyzstan: winter release of Toktogul", [1.3, 1.25, 1.1, 0.85, 0.8, 0.85, 0.95, 0.9, 0.75, 0.9, 1.1, 1.27]),
    "hydro-eu": ("hydro of Europe: snow melt", [1.02, 0.98, 1.0, 1.06, 1.18, 1.12, 0.98, 0.9, 0.86, 0.9, 0.99, 1.01]),
    "renewables": ("wind and sun together", [0.95, 0.97, 1.06, 1.1, 1.1, 1.05, 1.02, 0.98, 0.95, 0.93, 0.92, 0.93]),
    "nuclear": ("nuclear: refuelling in summer", [1.08, 1.08, 1.05, 1.0, 0.95, 0.92, 0.93, 0.95, 0.97, 0.99, 1.03, 1.06]),
    "oil": ("oil products: driving season and harvest", [0.95, 0.96, 0.98, 0.99, 1.0, 1.02, 1.04, 1.04, 1.03, 1.02, 0.99, 0.98]),
    "coal-heat": ("coal for heat and households", [1.9, 1.75, 1.4, 0.85, 0.45, 0.35, 0.35, 0.35, 0.5, 0.95, 1.4, 1.75]),
}


def build(w):
    for identity, (name, values) in ASSUMED.items():
        _put(w, identity, name, values, GK, "assumed", "shape assumed from climate: heating degrees and habits; no measurement")
    rows = w.facts.read("06f-seasonal-parameters.csv")
    for identity, area, name in TYPICAL:
        values = [float(r["value"]) for r in rows if r["area"] == area and r["measure"].startswith("monthly index")]
        _put(w, identity, name, values, GK, "assumed", "typical monthly index collected with the facts; unverified shape")
    japan = [r for r in rows if r["area"] == "Japan" and r["measure"].startswith("monthly index")]
    _put(w, "lng-japan", "LNG imports of Japan, mean of 2016–2025", [float(r["value"]) for r in japan], w.facts.source(japan[0]), "measured", None)
    sums, days = defaultdict(float), defaultdict(float)
    germany = [r for r in w.facts.read("06e-seasonal-germany-monthly.csv") if r["consumer_exit_flow_GWh"]]
    for row in germany:
        sums[row["month"][5:]] += float(row["consumer_exit_flow_GWh"])
        days[row["month"][5:]] += float(row["days"])
    means = [sums[f"{m:02}"] / days[f"{m:02}"] for m in range(1, 13)]
    average = sum(means) / 12
    _put(w, "gas-germany", "gas consumption of Germany, measured exit flows", [round(m / average, 3) for m in means], w.facts.source(germany[0]), "derived",
         "mean daily exit flow to consumers by month over the months at hand, divided by the mean; a partial set of exit points, used as a shape")


def _put(w, identity, name, values, source, basis, note):
    assert len(values) == 12, identity
    w.add("profile_sets", id=identity, name=name, use="shape", source=source, basis=basis, note=note)
    for month, value in zip(MONTHS, values):
        w.add("profiles", profile=identity, time=month, value=value)
