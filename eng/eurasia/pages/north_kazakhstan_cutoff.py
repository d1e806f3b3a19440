"""Two weeks in January without gas and power from Russia in northern Kazakhstan."""

from pages.border import measures, named, regions, short
from pages.page import assumptions, head, picture, scenario
from pages.text import change, fig, more, percent, table

CUT = ("2025-01-15", "2025-01-29")
TIES = (("l-ru-kz-troitsk", "Troitsk–Sokol"), ("l-ru-kz-magnitogorsk", "Magnitogorsk–Zhitikara"), ("l-ru-kz-kurgan", "Kurgan–Avrora"), ("l-ru-kz-tavricheskaya", "Tavricheskaya–Ekibastuz"), ("l-ru-kz-barnaul", "Barnaul–Ekibastuz"), ("l-ru-kz-rubtsovsk", "Rubtsovsk–Oskemen"), ("l-ru-kz-aktobe", "Orsk–Aktobe"),
        ("l-kz-ekibastuz-kokshetau-kostanay", "Ekibastuz–Kokshetau–Kostanay"), ("l-kz-petropavl-north", "Petropavl–Ekibastuz"), ("l-kz-petropavl-kostanay", "Petropavl–Kostanay"), ("l-kz-kostanay-aktobe", "Kostanay–Aktobe"))


def plants(run):
    return [row["id"] for row in run.rows("converters") if row["kind"] in ("power_plant", "chp") and row["id"].startswith("c-kz-")]


def page(runs):
    name = "north-kazakhstan-cutoff"
    base, run, cold = runs(start="2024-04-01", end="2025-04-01", step="day"), runs(name, step="day"), runs("cold-winter", name, step="day")
    gas_only, no_oil, half, weeks = runs("gas-cut-only", step="week"), runs(name, "no-fuel-oil", step="week"), runs("kostanay-half", step="week"), runs(name, step="week")
    asked = sum(run.demand(d, CUT)[0] for d, r in run.demands.items() if r["node"] == "kz-kostanay-gas")
    lost = short(run, "kz-kostanay", "gas")
    lost_protected = short(run, "kz-kostanay", "gas", True)
    industry = short(run, "kz-kostanay", "gas", False)
    power = sum(short(run, zone, "electricity") for zone in ("kz-kostanay", "kz-petropavl"))
    helped = run.measures()
    urals = sum(base.flow(line, CUT) for line in ("l-ru-kz-troitsk", "l-ru-kz-magnitogorsk", "l-ru-kz-kurgan"))
    made = sum(run.activity(plant, CUT) - base.activity(plant, CUT) for plant in plants(run))
    help_gas = sum(amount for key, (amount, _) in helped.items() if key.startswith("m-kz-kostanay") and "power" not in key)
    ties = [(text, fig(base.flow(arc, CUT)), fig(run.flow(arc, CUT)), change(run.flow(arc, CUT) - base.flow(arc, CUT))) for arc, text in TIES]
    return "\n".join((
        head(name, scenario(name)["title"], scenario(name)["question"], ["--scenario north-kazakhstan-cutoff", "--scenario cold-winter --scenario north-kazakhstan-cutoff"]),
        "Both carriers are cut, because the regions hang on Russia by both: Kostanay has one gas line and no store; Kostanay and Petropavl stand in the same grid as the Urals. Oil products and coal still come.\n",
        "## Answer\n",
        f"**Gas.** Of {fig(asked)} mcm at 20 °C that Kostanay asks for in the fourteen days, {fig(asked - lost)} are served and {fig(lost)} ({percent(lost / asked)}) are curtailed: {fig(industry)} mcm of industry, which goes first, and {fig(lost_protected)} mcm of protected households and district heat. "
        f"What helps is {fig(help_gas)} mcm of emergency measures; the measure that would bring more Russian gas uses the line that is out and gives {fig(helped.get('m-kz-kostanay-extra-import', (0, 0))[0])}. Oral, with Karachaganak at its door, is not touched; Petropavl has no pipeline gas.\n",
        f"**Electricity.** {'Nobody is curtailed' if power < 1e-3 else fig(power, 'GWh') + ' are curtailed'} in Kostanay and Petropavl. Without the cut the Urals send {fig(urals, 'GWh')} into the two regions in the fortnight, much of it onward to Ekibastuz. In the cut "
        f"the plants of Petropavl and Rudny and those of Ekibastuz, Pavlodar and Aktobe serve the north alone: power plants of Kazakhstan make {more(made, 'GWh')}.\n",
        "The fourteen days, region by region:\n", regions(run, CUT), "What helped:\n", measures(run, named(run)),
        "Power lines in the fourteen days, GWh (net, towards the second place):\n", table(("line", "base", "cut off", "change"), ties),
        picture(name, "Map of the change in flows of gas and electricity by the cut", "Change of flows and of demand not served over the year from April 2024, cut off less base; nearly all of it falls into the fortnight"),
        "## Assumptions\n", assumptions(name),
        "\nThe terms of the emergency mechanism for border regions announced on 12 November 2025 are not published; volumes, rates, lead times and costs of the measures are assumed (`measures`). A measure that uses an asset works as far as the asset is in service. "
        "One day is the finest step: hourly peaks, pressure in the pipes, heat stored in buildings and frequency control of an island grid are outside the model.\n",
        "## What would change the answer\n",
        f"- **The fuel oil of the boilers.** Without it, {fig(short(no_oil, 'kz-kostanay', 'gas', True))} mcm of protected demand are curtailed instead of {fig(short(weeks, 'kz-kostanay', 'gas', True))} (these figures and the next two in weekly steps).\n"
        f"- **How complete the cut is.** With the gas line at half its capacity, {fig(short(half, 'kz-kostanay', 'gas'))} mcm are curtailed: half the line is {'more' if short(half, 'kz-kostanay', 'gas') < 1e-3 else 'less'} than the region needs in January.\n"
        f"- **Whether the power lines are cut too.** With the gas line alone, {fig(short(gas_only, 'kz-kostanay', 'gas'))} mcm of gas are curtailed, with both {fig(short(weeks, 'kz-kostanay', 'gas'))}: the two cuts do not add to each other, as no gas is burnt for power there.\n"
        f"- **The weather.** In a [winter of one in twenty](cold-winter.md), {fig(short(cold, 'kz-kostanay', 'gas'))} mcm are curtailed, {fig(short(cold, 'kz-kostanay', 'gas', True))} of them protected; electricity: {fig(sum(short(cold, z, 'electricity') for z in ('kz-kostanay', 'kz-petropavl')), 'GWh')}.\n"
        "- **The line Ishim–Petropavl–Astana**, preliminary date 2030, would not reach Kostanay either: it has no connection westward in the package.\n",
    ))
