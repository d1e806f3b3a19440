"""The parts that every page has: title, question, how to run it, assumptions with their sources, picture."""

import csv

import yaml

from pages.runs import PACKAGE, ROOT
from pages.text import table

KINDS = ("outage", "capacity", "demand", "price", "build", "add", "contract", "rule", "channel", "weather", "set")


def scenario(name):
    return yaml.load((PACKAGE / "scenarios" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def sources():
    with open(PACKAGE / "sources.csv", encoding="utf-8", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream)}


def cite(identity):
    row = sources()[identity]
    return f"[{row['title']}]({row['url']})" if row.get("url") else row["title"]


def _subject(change):
    kind = next(k for k in KINDS if k in change and not (k in ("demand", "contract", "channel", "price") and ("weather" in change or "rule" in change) or k == "price" and "contract" in change))
    value = change[kind]
    if kind == "add":
        rows = value.get("rows") or [value["row"]]
        return "new: " + ", ".join(row.get("name", row.get("id", "")) for row in rows)
    if kind == "set":
        return f"`{value['id']}` {value['column'].replace('_', ' ')}: {value['value']}"
    subject = ", ".join(f"`{v}`" for v in value) if isinstance(value, list) else f"`{value}`" if isinstance(value, str) else ", ".join(f"{k} {v}" for k, v in value.items())
    if kind == "weather":
        heat = change["temperature"]
        return f"{subject}, {change['carrier']}: {heat['actual']} instead of {heat['normal']} °C; share that heats " + ", ".join(f"{k.replace('_', ' ')} {v}" for k, v in heat["share"].items())
    words = [f"× {change['factor']}" if "factor" in change else "", str(change.get("value", "")), "suspended" if change.get("suspended") else "", "closed" if change.get("closed") else "",
             "never in force" if change.get("off") and "from" not in change else "", "in operation" if kind == "build" else "", "out" if kind == "outage" else ""]
    others = [f"{k.replace('_', ' ')} {', '.join(v) if isinstance(v, list) else v}" for k, v in change.items() if kind in ("contract", "rule", "channel") and k not in (kind, "suspended", "closed", "off", "from", "to", "source", "note")]
    return " ".join([subject, *[w for w in words if w], *others])


def assumptions(*names):
    rows = []
    for name in names:
        for change in scenario(name)["changes"]:
            window = " to ".join(str(change[k]) for k in ("from", "to") if k in change) or "always"
            note = change.get("note", "")
            basis = cite(change["source"]) if "source" in change else "assumed"
            rows.append((_subject(change), window, basis + (": " + note if note else "")))
    return table(("what", "from, to (not included)", "source, or why it is assumed"), rows)


def head(name, title, question, runs):
    """Title, question and the commands that repeat the figures."""
    lines = "\n".join(f"    ./corridor run data/eurasia {line}".rstrip() for line in runs)
    return f"# {title}\n\n**Question.** {question}\n\n{lines}\n"


def picture(name, alt, caption):
    path = ROOT / "docs" / "pictures" / "scenarios" / f"{name}.png"
    return f"![{alt}](../pictures/scenarios/{name}.png)\n\n*{caption}*\n" if path.exists() else ""
