"""What happens to the border regions: served, curtailed by sector, for how many days, and what helped."""

from pages.text import fig, percent, table

REGIONS = (("kz-kostanay", "Kostanay"), ("kz-petropavl", "Petropavl"), ("kz-oral", "Oral"))
CARRIERS = (("gas", "gas", 1.0, "mcm"), ("electricity", "electricity", 1.0, "GWh"))
SECTORS = {"household": "households", "district_heat": "district heat", "industry": "industry", "other": "others"}


def regions(run, window):
    """A row for each region, carrier and sector that asks for anything in the window."""
    rows = []
    for zone, name in REGIONS:
        for carrier, text, factor, unit in CARRIERS:
            curtailed = run.curtailed(zone, carrier)
            for identity, demand in run.demands.items():
                if run.zones[demand["node"]] != zone or not demand["node"].endswith("-" + carrier):
                    continue
                asked, _ = run.demand(identity, window)
                if asked <= 0:
                    continue
                lost = curtailed.get(identity, {"amount": 0.0, "days": 0, "peak": 0.0})
                protected = ", protected" if demand["protected"] == "1" else ""
                rows.append((name, text + ", " + unit, SECTORS[demand["sector"]] + protected, fig(asked * factor), fig((asked - lost["amount"]) * factor), fig(lost["amount"] * factor), percent(lost["peak"]) if lost["amount"] else "0", f"{lost['days']:.0f}"))
    return table(("region", "carrier", "sector", "asked", "served", "curtailed", "largest share of a day", "days"), rows)


def short(run, zone, carrier, protected=None):
    """Amount curtailed in a region."""
    return sum(v["amount"] for k, v in run.curtailed(zone, carrier).items() if protected is None or (run.demands[k]["protected"] == "1") == protected)


def measures(run, of):
    """What emergency measures gave; of: names and units of measures."""
    given = run.measures()
    rows = [(of[identity][0], fig(amount, of[identity][1]), f"{days:.0f}") for identity, (amount, days) in sorted(given.items()) if identity in of]
    return table(("measure", "gave", "days"), rows) if rows else "No emergency measure is used.\n"


def named(run):
    """Names and units of all measures of a run."""
    return {row["id"]: (row["name"], row["unit"].split("@")[0]) for row in run.rows("measures")}
