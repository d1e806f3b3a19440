"""The tables of a package, read from the records of src/Corridor.Model, so that script and program cannot drift apart."""

import re
from pathlib import Path

MODEL = Path(__file__).resolve().parents[2] / "src" / "Corridor.Model"
ARCS = ("pipelines", "power_lines", "transports")
ASSETS = ("supplies", "demands", "storages", "converters", *ARCS)

TYPES = {
    "string": "string", "bool": "boolean", "int": "integer", "double": "number", "DateOnly": "date",
    "Amount": "number", "Rate": "number", "UnitPrice": "number", "Power": "number", "Length": "number", "Pressure": "number",
}


def _snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _read():
    enums, tables, base = {}, {}, {}
    for path in sorted(MODEL.glob("*/*.cs")):
        text = path.read_text(encoding="utf-8")
        enum = re.search(r"public enum (\w+)", text)
        if enum:
            body = text[enum.end():]
            enums[enum.group(1)] = [_snake(m) for m in re.findall(r"^\s{4}(\w+),", body, re.M)]
            continue
        record = re.search(r"public (?:sealed|abstract) record (\w+)(?: : (\w+))?", text)
        if not record:
            continue
        columns = []
        for args, kind in re.findall(r"\[Column\((.*)\)\]\s*\n\s*public (?:required )?(\S+) ", text):
            name, meaning = re.match(r'"(\w+)", "((?:[^"\\]|\\.)*)"', args).groups()
            def option(key, pattern):
                found = re.search(key + r" = " + pattern, args)
                return found.group(1) if found else None
            columns.append({
                "name": name, "meaning": meaning, "kind": kind.rstrip("?"), "unit": option("Unit", r'"([^"]*)"'),
                "required": "Required = true" in args, "key": "Key = true" in args,
                "references": option("References", r'"([^"]*)"'),
                "minimum": option("Minimum", r"([-\d.]+)"), "maximum": option("Maximum", r"([-\d.]+)"),
            })
        table = re.search(r'\[Table\("(\w+)", "(.*?)"', text)
        if table:
            tables[table.group(1)] = {"meaning": table.group(2), "base": record.group(2), "columns": columns}
        else:
            base[record.group(1)] = columns
    for table in tables.values():
        row = base["Row"]
        if table["base"] == "Entity":
            table["columns"] = base["Entity"] + table["columns"] + row
        elif table["base"] == "Row":
            table["columns"] = table["columns"] + row
        for column in table["columns"]:
            kind = column["kind"]
            column["list"] = kind.startswith("IReadOnlyList")
            column["enum"] = enums.get(kind)
            column["type"] = "string" if column["list"] or column["enum"] else TYPES.get(kind, "string")
    order = re.findall(r"IReadOnlyList<\w+> \w+ \{.*?\}.*", (MODEL / "EnergySystem.cs").read_text(encoding="utf-8"))
    names = re.findall(r"Table <c>(\w+)</c>", (MODEL / "EnergySystem.cs").read_text(encoding="utf-8"))
    assert len(order) == len(names)
    return {name: tables[name] for name in names}


TABLES = _read()
