"""The package being built: rows by table, and how they are written."""

import csv
import io
import json

from schema import ARCS, ASSETS, TABLES


def number(value):
    """A figure with six significant digits at most, without exponent."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = f"{value:.6g}"
    if "e" in text:
        text = f"{value:.12f}".rstrip("0").rstrip(".")
    return text


def cell(value):
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ";".join(value)
    if isinstance(value, (bool, int, float)):
        return number(value)
    return str(value)


class Package:
    def __init__(self):
        self.rows = {name: [] for name in TABLES}

    def add(self, table, /, **values):
        known = {c["name"] for c in TABLES[table]["columns"]}
        strange = set(values) - known
        if strange:
            raise KeyError(f"{table}: no column {sorted(strange)}")
        self.rows[table].append({k: v for k, v in values.items() if v is not None and v != ""})

    def ids(self, table):
        names = ARCS if table == "arcs" else ASSETS if table == "assets" else (table,)
        return {row["id"] for name in names for row in self.rows[name]}

    def find(self, table, row_id):
        return next((row for row in self.rows[table] if row.get("id") == row_id), None)

    def write(self, folder, description):
        folder.mkdir(parents=True, exist_ok=True)
        resources = []
        for name, table in TABLES.items():
            rows = self.rows[name]
            path = folder / f"{name}.csv"
            if not rows:
                path.unlink(missing_ok=True)
                continue
            used = {key for row in rows for key in row}
            columns = [c for c in table["columns"] if c["name"] in used or c["required"]]
            buffer = io.StringIO()
            writer = csv.writer(buffer, lineterminator="\n")
            writer.writerow([c["name"] for c in columns])
            for row in rows:
                writer.writerow([cell(row.get(c["name"])) for c in columns])
            path.write_text(buffer.getvalue(), encoding="utf-8", newline="\n")
            resources.append(self._resource(name, table, columns))
        (folder / "datapackage.json").write_text(
            json.dumps({**description, "resources": resources}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")

    @staticmethod
    def _resource(name, table, columns):
        fields = []
        for column in columns:
            field = {"name": column["name"], "type": column["type"], "description": column["meaning"]}
            if column["unit"]:
                field["unit"] = column["unit"]
            constraints = {}
            if column["required"]:
                constraints["required"] = True
            for bound in ("minimum", "maximum"):
                if column[bound] is not None:
                    constraints[bound] = float(column[bound]) if "." in column[bound] else int(column[bound])
            if column["enum"]:
                constraints["enum"] = column["enum"]
            if constraints:
                field["constraints"] = constraints
            fields.append(field)
        schema = {"fields": fields}
        keys = [c["name"] for c in columns if c["key"]]
        if keys:
            schema["primaryKey"] = keys
        foreign = [
            {"fields": [c["name"]], "reference": {"resource": c["references"], "fields": ["id"]}}
            for c in columns if c["references"] and c["references"] not in ("arcs", "assets") and not c["list"]
        ]
        if foreign:
            schema["foreignKeys"] = foreign
        return {"name": name, "path": f"{name}.csv", "description": table["meaning"], "profile": "tabular-data-resource",
                "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema}
