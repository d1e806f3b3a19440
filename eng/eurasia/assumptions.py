"""Figures that are assumed in rows whose main figures are reported: each gets a claim of its own, marked as assumed."""

from facts import GK

# table: columns that no document behind the row states, unless a claim in use says otherwise
ASSUMED = {
    "pipelines": ("inner_diameter", "fuel_share", "tariff", "reverse_capacity", "hydraulic_length", "min_pressure", "roughness", "hydraulic_efficiency", "relative_density", "gas_temperature"),
    "power_lines": ("reactance", "loss_share", "tariff"),
    "transports": ("cost", "loss_share", "capacity", "transit_time"),
    "converters": ("cost", "min_load"),
    "contracts": ("dcq", "min_daily", "annual_max", "take_or_pay", "make_up_years", "carry_forward"),
    "storages": ("max_injection", "injection_cost", "withdrawal_cost", "injection_loss", "withdrawal_loss", "standing_loss", "min_level"),
    "supplies": ("cost", "min_output"),
    "demands": ("curtailment_cost", "elasticity", "reference_price"),
}
UNIT_COLUMN = {"dcq": "rate_unit", "min_daily": "rate_unit", "max_injection": "rate_unit", "capacity": "rate_unit", "reverse_capacity": "rate_unit", "min_output": "rate_unit",
               "tariff": "price_unit", "cost": "price_unit", "injection_cost": "price_unit", "withdrawal_cost": "price_unit", "curtailment_cost": "price_unit", "reference_price": "price_unit"}
FIXED_UNIT = {"inner_diameter": "mm", "hydraulic_length": "km", "min_pressure": "bar_abs", "roughness": "mm", "gas_temperature": "°C", "reactance": "ohm", "transit_time": "d", "make_up_years": "a"}


def build(w):
    rows = w.package.rows
    used = {(c["table"], c["subject"], c["column"]) for c in rows["claims"] if str(c.get("in_use", "")).lower() == "true"}
    for table, columns in ASSUMED.items():
        for row in rows[table]:
            if row.get("basis") != "reported":
                continue
            for column in columns:
                value = row.get(column)
                if value in (None, "") or (table, row["id"], column) in used:
                    continue
                unit = row.get(UNIT_COLUMN.get(column, ""), "") or FIXED_UNIT.get(column, "1")
                w.package.add("claims", id=f"cl-{row['id']}-{column.replace('_', '-')}-assumed", table=table, subject=row["id"], column=column, as_printed=str(value), unit_as_printed=unit,
                              value=value, language="en", confidence="low", in_use=True, reason=row.get("note") or "of the kind usual for such an asset; no document states it", source=GK, basis="assumed",
                              note="assumed in this package: the documents behind the row do not state it")
    for value in rows["dated_values"]:
        if "general knowledge" in str(value.get("note", "")):
            value["source"] = GK
