"""A winter of one in twenty."""

from pages.border import measures, named, regions, short
from pages.page import cite, head, picture, scenario
from pages.runs import MMBTU
from pages.text import change, fig, more, percent, table

WINTER = ("2024-12-01", "2025-03-01")
NODES = (("eu-centre-gas", "central Europe"), ("tr-ankara-gas", "Türkiye"), ("ru-centre-gas", "western Russia"), ("kz-shymkent-gas", "southern Kazakhstan"), ("uz-tashkent-gas", "Tashkent"), ("cn-north-gas", "northern China"), ("jp-tokyo-gas", "Japan"))
STORES = (("st-eu-centre-gas", "central Europe"), ("st-eu-northwest-gas", "north-west Europe"), ("st-ru-centre-gas", "western Russia"), ("st-kz-aktobe-gas", "Bozoy, Kazakhstan"), ("st-uz-gazli-gas", "Gazli, Uzbekistan"), ("st-cn-north-gas", "northern China"))


def heat(run, zones):
    """Gas asked for by households and district heat in zones in the winter, bcm."""
    return sum(run.demand(d, WINTER)[0] for d, r in run.demands.items() if r["node"].endswith("-gas") and r["sector"] in ("household", "district_heat") and run.zones[r["node"]].split("-")[0] in zones) / 1000


def page(runs):
    name = "cold-winter"
    base, run = runs(start="2024-04-01", end="2025-04-01", step="day"), runs(name, step="day")
    colder, late = runs("colder-still", step="week"), runs(name, "low-stores", step="week")
    mean = runs(name, step="week")
    groups = (("Europe", ("eu",)), ("Russia", ("ru",)), ("Kazakhstan", ("kz",)), ("Central Asia", ("uz", "kg", "tm")), ("China", ("cn",)))
    asked = [(text, fig(heat(base, zones)), fig(heat(run, zones)), change(heat(run, zones) - heat(base, zones)), percent(heat(run, zones) / heat(base, zones) - 1)) for text, zones in groups]
    prices = [(text, fig(base.price(node, WINTER) / 1000), fig(run.price(node, WINTER) / 1000), change((run.price(node, WINTER) - base.price(node, WINTER)) / 1000)) for node, text in NODES]
    stores = [(text, fig(base.drawn(store) / 1000), fig(run.drawn(store) / 1000)) for store, text in STORES]
    lost = run.curtailed()
    by_zone = {}
    for key, value in lost.items():
        node = run.demands[key]["node"]
        entry = by_zone.setdefault((run.zones[node], node.rsplit("-", 1)[1]), [0.0, 0.0, 0])
        entry[0] += value["amount"]
        entry[1] += value["amount"] if run.demands[key]["protected"] == "1" else 0
        entry[2] = max(entry[2], value["days"])
    elsewhere = [(zone, carrier, fig(v[0], {"gas": "mcm", "electricity": "GWh"}.get(carrier, "kt")), fig(v[1]), f"{v[2]:.0f}") for (zone, carrier), v in sorted(by_zone.items())]
    exports = (run.flow("p-kz-cn-cagp", WINTER) - base.flow("p-kz-cn-cagp", WINTER)) / 1000
    border = sum(short(run, z, c) for z in ("kz-kostanay", "kz-petropavl", "kz-oral") for c in ("gas", "electricity"))
    rise = (run.price("eu-centre-gas", WINTER) - base.price("eu-centre-gas", WINTER)) / 1000
    return "\n".join((
        head(name, scenario(name)["title"], scenario(name)["question"], ["--scenario cold-winter", "--from 2024-04-01 --to 2025-04-01"]),
        "## Answer\n",
        f"**Border regions.** {'Nobody is curtailed in Kostanay, Petropavl and Oral: the line to Kostanay and the grid have room for the additional need, and no emergency measure is called.' if border < 1e-3 else f'{fig(border)} units are curtailed.'} "
        f"**Elsewhere.** {'Nobody is curtailed anywhere.' if not lost else 'Some are curtailed: see the table.'} The cold costs {fig((run.cost - base.cost) / 1e9)} billion USD in the year. Central Europe pays {more(rise, 'USD per 1,000 m³')} ({change(rise / MMBTU)} USD/MMBtu) from December to February. Central Asia sends China {more(exports, 'bcm')} in the three months, and gas there costs as much as in Europe or more.\n",
        "Gas for households and district heat, December to February, bcm at 20 °C:\n", table(("", "normal", "cold", "change", "change"), asked),
        "Border regions in the three months:\n", regions(run, WINTER), "What helped:\n", measures(run, named(run)),
        "Curtailed in all:\n" if elsewhere else "", table(("zone", "carrier", "curtailed", "of it protected", "days"), elsewhere) if elsewhere else "",
        "Mean nodal price of gas, December to February, USD per 1,000 m³ at 20 °C:\n", table(("where", "normal", "cold", "change"), prices),
        "Drawn from stores over the winter (fullest level less emptiest after it), bcm at 20 °C:\n", table(("store", "normal", "cold"), stores),
        "Which of Europe's stores gives is nearly the same to the dispatch, as gas moves freely between its three regions; the sum counts.\n",
        picture(name, "Map of the change in gas flows in the cold winter", "Change of flows, cold winter less normal winter"),
        "## Assumptions\n", weather(name),
        "\nOne winter in twenty everywhere at once is rarer than one in twenty: the regions are not that closely linked. Within the three months the cold is even; a fortnight of −35 °C within it would ask more of the lines for days. "
        "The dispatch knows the whole year in advance and fills the stores for the winter that comes: it shows what the system can do, not what operators who do not know the weather would do.\n",
        "## What would change the answer\n",
        f"- **Colder still.** With twice the deviation in temperature, {say(colder)}; central Europe pays {fig(colder.price('eu-centre-gas', WINTER) / 1000)} USD per 1,000 m³ instead of {fig(mean.price('eu-centre-gas', WINTER) / 1000)} (both in weekly steps).\n"
        f"- **Stores that nobody filled for it.** With a third of the working volume of Europe's, Russia's, Kazakhstan's and Uzbekistan's stores out of use, {say(late)}; central Europe pays {fig(late.price('eu-centre-gas', WINTER) / 1000)}.\n"
        "- **A line that fails in the cold**: [northern Kazakhstan cut off](north-kazakhstan-cutoff.md) in the same winter is on that page.\n",
    ))


def weather(name):
    """A row for each group of zones: temperatures, factors on heating, shares that heat, reason."""
    rows = {}
    for change in scenario(name)["changes"]:
        heat = {key: float(change["temperature"][key]) for key in ("base", "normal", "actual")}
        row = rows.setdefault(", ".join(change["weather"]), {"heat": heat})
        row[change["carrier"]] = ", ".join(f"{sector.replace('_', ' ')} {share}" for sector, share in change["temperature"]["share"].items())
        if change["carrier"] == "gas":
            row["why"] = (cite(change["source"]) if "source" in change else "assumed") + ": " + change["note"]
    table_rows = [(zones, f"{fig(r['heat']['normal'])} → {fig(r['heat']['actual'])} °C", percent((r["heat"]["base"] - r["heat"]["actual"]) / (r["heat"]["base"] - r["heat"]["normal"]) - 1), r["electricity"], r["why"]) for zones, r in rows.items()]
    return ("1 December 2024 to 28 February 2025. Of gas and coal, nine tenths of what households use and all district heat follow the heating degrees.\n\n"
            + table(("zones", "mean temperature", "more heating degrees", "share of electricity that heats (assumed)", "source, or why it is assumed"), table_rows))


def say(run):
    lost = run.curtailed()
    if not lost:
        return "still nobody is curtailed"
    gas = sum(v["amount"] for k, v in lost.items() if run.demands[k]["node"].endswith("-gas")) / 1000
    power = sum(v["amount"] for k, v in lost.items() if run.demands[k]["node"].endswith("-electricity"))
    zones = sorted({run.zones[run.demands[k]["node"]] for k in lost})
    return f"{fig(gas)} bcm of gas and {fig(power)} GWh of electricity are curtailed ({', '.join(zones)})"
