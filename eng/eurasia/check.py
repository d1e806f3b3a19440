"""What must hold in the package before it is written."""

import re
from datetime import date

from package import cell
from schema import ARCS, ASSETS, TABLES

ID = re.compile(r"^[a-z0-9][a-z0-9.-]*$")
AMOUNT = r"(?:(?:m3|kcm|mcm|bcm)@(?:0|15|20)C|kt|t|Mt|kb|bbl|(?:GWh|TWh|MWh|GJ|PJ|EJ|MMBtu)(?:_gross|_net)?)"
AMOUNT_UNIT = re.compile(f"^{AMOUNT}$")
RATE_UNIT = re.compile(f"^(?:MW|GW|{AMOUNT}/(?:d|year|h))$")
PRICE_UNIT = re.compile(f"^[A-Z]{{3}}/{AMOUNT}(?:/100km)?$")


def run(package):
    problems = []
    for name, rows in package.rows.items():
        problems += _table(package, name, TABLES[name]["columns"], rows)
    for rule in (_unique, _balances, _dated, _claims, _provenance):
        problems += rule(package)
    return problems


def _table(package, name, columns, rows):
    keys = [c["name"] for c in columns if c["key"]]
    seen = set()
    for line, row in enumerate(rows, 2):
        where = f"{name}:{line} {row.get('id', '')}"
        for column in columns:
            value = row.get(column["name"])
            if value is None:
                if column["required"]:
                    yield f"{where}: {column['name']} is missing"
                continue
            if column["enum"] and value not in column["enum"]:
                yield f"{where}: {column['name']} '{value}' is not one of {column['enum']}"
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                if column["minimum"] is not None and value < float(column["minimum"]) or column["maximum"] is not None and value > float(column["maximum"]):
                    yield f"{where}: {column['name']} {value} is out of range"
                if value != value or value in (float("inf"), float("-inf")):
                    yield f"{where}: {column['name']} is not a number"
            if column["references"]:
                for item in value if column["list"] else [value]:
                    if item not in _ids(package, column["references"]):
                        yield f"{where}: {column['name']} '{item}' is not in {column['references']}"
            if column["type"] == "date":
                try:
                    date.fromisoformat(value)
                except ValueError:
                    yield f"{where}: {column['name']} '{value}' is no date"
        for unit, pattern, kind in (("amount_unit", AMOUNT_UNIT, "Amount"), ("rate_unit", RATE_UNIT, "Rate"), ("price_unit", PRICE_UNIT, "UnitPrice")):
            if unit in row and not pattern.match(row[unit]):
                yield f"{where}: {unit} '{row[unit]}' is unknown"
            if any(c["kind"] == kind and c["name"] in row for c in columns) and unit not in row and not (kind == "UnitPrice" and name == "observations"):
                yield f"{where}: {unit} is missing"
        if row.get("start") and row.get("end") and row["start"] >= row["end"]:
            yield f"{where}: ends before it starts"
        key = tuple(cell(row.get(k)) for k in keys)
        if keys and key in seen:
            yield f"{where}: key {key} is there twice"
        seen.add(key)
        if "id" in row and not ID.match(row["id"]):
            yield f"{where}: id is not lower case"


_cache = {}


def _ids(package, table):
    return _cache.setdefault(table, package.ids(table))


def _unique(package):
    seen = {}
    for table in (*ASSETS, "nodes", "zones", "actors", "contracts"):
        for row in package.rows[table]:
            if row["id"] in seen:
                yield f"{table}: id {row['id']} stands in {seen[row['id']]} too"
            seen[row["id"]] = table


def _balances(package):
    carrier = {n["id"]: n["carrier"] for n in package.rows["nodes"]}
    used = set()
    for table in ARCS:
        for row in package.rows[table]:
            used |= {row["from"], row["to"]}
            if carrier[row["from"]] != carrier[row["to"]]:
                yield f"{table} {row['id']}: joins two carriers"
    for table in ("supplies", "demands"):
        used |= {row["node"] for row in package.rows[table]}
    used |= {row["node"] for row in package.rows["converter_flows"]}
    for node in carrier.keys() - used:
        yield f"nodes {node}: nothing is connected to it"
    arcs = {r["id"]: carrier[r["from"]] for t in ARCS for r in package.rows[t]}
    for row in package.rows["contracts"]:
        if arcs.get(row["delivery"]) != row["carrier"]:
            yield f"contracts {row['id']}: its arc does not carry {row['carrier']}"
    reached = {row["delivery"] for row in package.rows["contracts"]}
    for table in ARCS:
        for row in package.rows[table]:
            if row.get("access") == "contract_only" and row["id"] not in reached and row["status"] == "operating":
                yield f"{table} {row['id']}: contract_only without a contract"
    for supply in {r["supply"] for r in package.rows["supply_steps"]}:
        share = sum(r["share"] for r in package.rows["supply_steps"] if r["supply"] == supply)
        if abs(share - 1) > 1e-9:
            yield f"supply_steps {supply}: shares sum to {share}"
    for demand in {r["demand"] for r in package.rows["demand_steps"]}:
        share = sum(r["share"] for r in package.rows["demand_steps"] if r["demand"] == demand)
        if abs(share - 1) > 1e-9:
            yield f"demand_steps {demand}: shares sum to {share}"


def _dated(package):
    spans = {}
    for row in package.rows["dated_values"]:
        subject = package.find(row["table"], row["subject"])
        column = next((c for c in TABLES[row["table"]]["columns"] if c["name"] == row["column"]), None)
        if subject is None or column is None:
            yield f"dated_values: {row['table']} {row['subject']} {row['column']} does not exist"
        spans.setdefault((row["table"], row["subject"], row["column"]), []).append((row["start"], row.get("end", "9999")))
    for key, values in spans.items():
        values.sort()
        for (_, end), (start, _) in zip(values, values[1:]):
            if start < end:
                yield f"dated_values {key}: {start} overlaps"


def _claims(package):
    for row in package.rows["claims"]:
        if row["table"] not in TABLES:
            yield f"claims {row['id']}: no table {row['table']}"
            continue
        subject = package.find(row["table"], row["subject"])
        if subject is None:
            yield f"claims {row['id']}: {row['table']} {row['subject']} does not exist"
        elif row.get("in_use") and "value" in row:
            figure = subject.get(row["column"])
            if figure is not None and abs(figure - row["value"]) > 1e-6 * max(1, abs(figure)):
                yield f"claims {row['id']}: in use with {row['value']}, the table has {figure}"
    for row in package.rows["observations"]:
        if row["subject"] not in package.ids(row["table"]):
            yield f"observations: {row['table']} {row['subject']} does not exist"


def _provenance(package):
    for name, rows in package.rows.items():
        if name in ("sources", "profiles", "route_points", "labels", "price_series", "exchange_rates"):
            continue
        for row in rows:
            where = row.get("id") or row.get("subject") or row.get("converter") or ""
            if "source" not in row:
                yield f"{name} {where}: no source"
            if row.get("basis") == "assumed" and not row.get("note"):
                yield f"{name} {where}: assumed without a reason"
