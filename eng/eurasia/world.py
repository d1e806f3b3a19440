"""Helpers that write rows of a kind together with their values by year."""

from facts import EI, GK, YEARS, Facts
from package import Package

# One gas quality for the whole system: 37.3 MJ/m3 gross at 20 °C. The Energy Institute states volumes of 40 MJ/m3.
GAS_GROSS = 37.3
GAS_NET = 33.6
BCM_EI = 40.0 / GAS_GROSS
LNG_GROSS = 54.4
MCM_PER_KT_LNG = LNG_GROSS / GAS_GROSS
TONNES_PER_KBD = 365 / 7.33 / 1000  # Mt a year for kb a day, crude
BASE = 2025


def total(*series, factors=None):
    factors = factors or [1] * len(series)
    return {y: sum(f * s[y] for f, s in zip(factors, series)) for y in YEARS}


def scale(series, factor):
    return {y: v * factor for y, v in series.items()}


def flat(value):
    return {y: value for y in YEARS}


class World:
    def __init__(self, folder):
        self.package = Package()
        self.facts = Facts(folder, self.package)

    def add(self, table, /, **values):
        self.package.add(table, **values)

    def by_year(self, table, subject, column, series, source, basis, note=None):
        """Dated values for the years that differ from the base year's figure."""
        base = series[BASE]
        years = sorted(y for y in series if y != BASE)
        for year in years:
            if abs(series[year] - base) > 1e-9 * max(1, abs(base)):
                self.dated(table, subject, column, f"{year}-01-01", f"{year + 1}-01-01", series[year], source, basis, note)

    def dated(self, table, subject, column, start, end, value, source=GK, basis="assumed", note=None):
        from package import cell
        self.add("dated_values", table=table, subject=subject, column=column, start=start, end=end, value=cell(value),
                 source=source, basis=basis, note=note)

    def demand(self, identity, node, sector, series, unit, cost, price_unit, profile=None, protected=False, source=EI,
               basis="derived", note=None, name=None, **more):
        series = series if isinstance(series, dict) else flat(series)
        self.add("demands", id=identity, name=name, node=node, sector=sector, protected=protected, annual_volume=series[BASE], profile=profile,
                 curtailment_cost=cost, amount_unit=unit, price_unit=price_unit, source=source, basis=basis, note=note, **more)
        self.by_year("demands", identity, "annual_volume", series, source, basis, note if basis == "assumed" else None)

    def supply(self, identity, node, series, unit, cost, price_unit, profile=None, steps=None, owner=None, source=EI,
               basis="derived", note=None, name=None, **more):
        series = series if isinstance(series, dict) else flat(series)
        self.add("supplies", id=identity, name=name, node=node, owner=owner, capacity=series[BASE], cost=None if steps else cost, profile=profile,
                 rate_unit=unit, price_unit=price_unit, status="operating", source=source, basis=basis, note=note, **more)
        for i, (share, step_cost) in enumerate(steps or [], 1):
            self.add("supply_steps", supply=identity, step=i, share=share, cost=step_cost, price_unit=price_unit, source=GK, basis="assumed",
                     note="cost curve assumed around the reported cost level")
        self.by_year("supplies", identity, "capacity", series, source, basis, note if basis == "assumed" else None)
