"""Runs the program on the package and reads the tables that it writes."""

import csv
import json
import subprocess
from collections import defaultdict
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "data" / "eurasia"
# USD a million account units of gas (1 mcm = 1,000 kcm), and MMBtu gross in 1,000 m3 at 20 °C of 37.3 MJ/m3
KCM = 1000.0
MMBTU = 35.35


class Run:
    """The tables of one run."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self._tables = {}

    def rows(self, name):
        if name not in self._tables:
            with open(self.folder / "csv" / f"{name}.csv", encoding="utf-8", newline="") as stream:
                self._tables[name] = list(csv.DictReader(stream))
        return self._tables[name]

    @cached_property
    def days(self):
        return {row["start"]: float(row["days"]) for row in self.rows("periods")}

    def sum(self, table, key, identity, column, window=None):
        total = 0.0
        for row in self.rows(table):
            if row[key] == identity and inside(row["period"], window):
                total += self.days[row["period"]] * float(row[column] or 0)
        return total

    def flow(self, arc, window=None):
        """Net amount entering an arc forward, in units of account (mcm, kt, GWh)."""
        return self.sum("arc_periods", "arc", arc, "entering_forward_account_per_day", window) - self.sum("arc_periods", "arc", arc, "entering_backward_account_per_day", window)

    def delivered(self, contract, window=None):
        return self.sum("contract_periods", "contract", contract, "delivered_account_per_day", window)

    def activity(self, converter, window=None):
        return self.sum("converter_periods", "converter", converter, "activity_reference_per_day", window)

    def output(self, supply, window=None):
        return self.sum("supply_periods", "supply", supply, "output_account_per_day", window)

    def price(self, node, window=None):
        """Mean nodal price over days, in money a unit of account."""
        weight = value = 0.0
        for row in self.rows("node_periods"):
            if row["node"] == node and inside(row["period"], window):
                weight += self.days[row["period"]]
                value += self.days[row["period"]] * float(row["price_money_per_account"])
        return value / weight if weight else None

    def level(self, storage, period):
        return next(float(r["level_account"]) for r in self.rows("storage_periods") if r["storage"] == storage and r["period"] == period)

    @cached_property
    def demands(self):
        return {row["id"]: row for row in self.rows("demands")}

    @cached_property
    def zones(self):
        return {row["id"]: row["zone"] for row in self.rows("nodes")}

    def curtailed(self, zone=None, carrier=None):
        """By demand: amount, days, largest share of a day, share of the demand in those days."""
        found = {}
        for row in self.rows("demand_periods"):
            amount = float(row["curtailed_account_per_day"])
            if amount <= max(1e-5, 1e-4 * float(row["demand_account_per_day"])):
                continue
            node = self.demands[row["demand"]]["node"]
            if zone and self.zones[node] != zone or carrier and not node.endswith("-" + carrier):
                continue
            entry = found.setdefault(row["demand"], {"amount": 0.0, "days": 0.0, "peak": 0.0, "asked": 0.0})
            days = self.days[row["period"]]
            entry["amount"] += amount * days
            entry["days"] += days
            entry["asked"] += float(row["demand_account_per_day"]) * days
            entry["peak"] = max(entry["peak"], amount / float(row["demand_account_per_day"]))
        return found

    def demand(self, identity, window=None):
        """Asked and served."""
        return (self.sum("demand_periods", "demand", identity, "demand_account_per_day", window), self.sum("demand_periods", "demand", identity, "served_account_per_day", window))

    def measures(self):
        """By measure: amount and days."""
        found = defaultdict(lambda: [0.0, 0.0])
        for row in self.rows("measure_periods"):
            rate = float(row["rate_account_per_day"])
            if rate > 1e-4:
                found[row["measure"]][0] += rate * self.days[row["period"]]
                found[row["measure"]][1] += self.days[row["period"]]
        return dict(found)

    def country(self, zone, carrier, column):
        return next((float(r[column]) for r in self.rows("summary_countries") if r["zone"] == zone and r["carrier"] == carrier), 0.0)

    @cached_property
    def cost(self):
        return sum(float(row["cost_money"]) for row in self.rows("objective_parts"))

    @cached_property
    def costs(self):
        return {row["part"]: float(row["cost_money"]) for row in self.rows("objective_parts")}

    @property
    def certified(self):
        return {row["key"]: row["value"] for row in self.rows("stamp")}["certified"] == "true"


def inside(period, window):
    """Whether a period (by its first day) lies in a window of two days, the second one left out."""
    return window is None or window[0] <= period < window[1]


class Runs:
    """Runs by name, made once and kept in a folder."""

    def __init__(self, program, folder, reuse=False):
        self.program, self.folder, self.reuse, self._runs = program, Path(folder), reuse, {}

    def __call__(self, *scenarios, start=None, end=None, step=None):
        """The run of some scenarios (none: the package as it stands); variants stand in pages/variants."""
        name = "+".join(scenarios) or "base"
        for part in (start, end, step):
            name += f"_{part}" if part else ""
        if name not in self._runs:
            out = self.folder / name
            if self.reuse and (out / "run.json").exists():
                self._runs[name] = Run(out)
                return self._runs[name]
            command = [*self.program, "run", str(PACKAGE), "--out", str(out)]
            for scenario in scenarios:
                variant = Path(__file__).parent / "variants" / f"{scenario}.yaml"
                command += ["--scenario", str(variant) if variant.exists() else scenario]
            for option, value in (("--from", start), ("--to", end), ("--step", step)):
                command += [option, value] if value else []
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
            if done.returncode:
                raise RuntimeError(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
            self._runs[name] = Run(out)
            assert self._runs[name].certified
        return self._runs[name]


def _index(name, first, last):
    """Mean of an index over months."""
    with open(PACKAGE / "price_series.csv", encoding="utf-8", newline="") as stream:
        values = [float(row["value"]) for row in csv.DictReader(stream) if row["index"] == name and first <= row["month"][:7] <= last]
    return sum(values) / len(values)


Runs.index = staticmethod(_index)


def _drawn(run, storage):
    """Fullest level of a storage less the emptiest one after it."""
    levels = [float(row["level_account"]) for row in run.rows("storage_periods") if row["storage"] == storage]
    top = levels.index(max(levels))
    return levels[top] - min(levels[top:])


Run.drawn = _drawn


def _edge(position):
    def level(run, storage):
        rows = [float(row["level_account"]) for row in run.rows("storage_periods") if row["storage"] == storage]
        return float(next(r["first_level_account"] for r in run.rows("storages") if r["storage"] == storage or r["id"] == storage)) if position == "first" else rows[-1]
    return level


Run.first, Run.last = _edge("first"), _edge("last")


def _netback(runs, run, without, *options):
    """`corridor netback` on a run."""
    command = [*runs.program, "netback", str(run.folder), "--route", "p-mn-cn-soyuz-vostok", "--without", str(without.folder), *options, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
    return json.loads(done.stdout)


Runs.netback = _netback
