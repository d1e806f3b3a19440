"""2024 without the transit through Ukraine."""

from pages.page import assumptions, head, picture, scenario
from pages.runs import MMBTU
from pages.text import change, fig, more, table

ROUTES = (("p-ua-sk-uzhgorod", "Ukraine to Slovakia"), ("p-ru-ua-brotherhood", "Russia to Ukraine"), ("p-eu-ua-budince", "European Union to Ukraine"), ("p-ru-bg-turkstream-2", "TurkStream to the Balkans"),
          ("p-eu-southeast-centre", "south-east to central Europe (net)"), ("p-eu-northwest-centre", "north-west to central Europe (net)"), ("p-no-eu-centre", "Norway to central Europe"), ("p-no-eu-northwest", "Norway to north-west Europe"),
          ("p-north-africa-eu-centre", "North Africa to Italy"))
NODES = (("eu-centre-gas", "central Europe"), ("eu-northwest-gas", "north-west Europe"), ("eu-southeast-gas", "south-east Europe"), ("ua-kyiv-gas", "Ukraine"), ("tr-ankara-gas", "Türkiye"), ("cn-east-gas", "eastern China"), ("jp-tokyo-gas", "Japan"))


def page(runs):
    name = "no-ukraine-transit"
    base, run = runs(start="2024-01-01", end="2025-01-01", step="month"), runs(name)
    slack, cold = runs(name, "lng-scarce"), runs(name, "cold-winter", start="2024-04-01", end="2025-04-01", step="week")
    cold_base = runs("cold-winter", start="2024-04-01", end="2025-04-01", step="week")
    lost = (base.flow("p-ua-sk-uzhgorod") + base.flow("p-ru-ua-brotherhood") - base.flow("p-ua-sk-uzhgorod")) / 1000
    lng = lambda r: r.country("europe", "gas", "regasified")
    flows = [(text, fig(base.flow(arc) / 1000), fig(run.flow(arc) / 1000), change((run.flow(arc) - base.flow(arc)) / 1000)) for arc, text in ROUTES]
    flows.append(("LNG terminals of Europe, gas delivered", fig(lng(base)), fig(lng(run)), change(lng(run) - lng(base))))
    burnt = [r.country("europe", "gas", "conversion_input") for r in (base, run)]
    ukraine = [r.country("ua", "gas", "conversion_input") for r in (base, run)]
    flows += [("gas burnt in Europe's power plants", fig(burnt[0]), fig(burnt[1]), change(burnt[1] - burnt[0])), ("gas burnt in Ukraine's power plants", fig(ukraine[0]), fig(ukraine[1]), change(ukraine[1] - ukraine[0]))]
    prices = [(text, fig(base.price(node) / 1000), fig(run.price(node) / 1000), change((run.price(node) - base.price(node)) / 1000), change((run.price(node) - base.price(node)) / 1000 / MMBTU)) for node, text in NODES]
    rise = (run.price("eu-centre-gas") - base.price("eu-centre-gas")) / 1000
    fields = (base.output("s-ru-yamal-gas") - run.output("s-ru-yamal-gas")) / 1000
    return "\n".join((
        head(name, scenario(name)["title"], scenario(name)["question"], ["--scenario no-ukraine-transit", "--from 2024-01-01 --to 2025-01-01 --step month"]),
        "The end of the transit on 1 January 2025 is a fact of the package. Asked of 2025, the question would need a contract that nobody signed; asked of 2024, it compares a year that was with the same year one fact short.\n",
        "## Answer\n",
        f"{'Nobody is curtailed.' if not run.curtailed() else 'Some demand is curtailed.'} {fig(lost)} bcm at 20 °C no longer enter Ukraine from Russia, {fig(base.flow('p-ua-sk-uzhgorod') / 1000)} of them for the European Union and the rest for use in Ukraine "
        f"(on paper Ukraine buys that from the west: transit gas is taken out on the way and accounted for as a return flow). Europe's LNG terminals deliver {more(lng(run) - lng(base), 'bcm')}, its power plants burn {more(burnt[1] - burnt[0], 'bcm')} and those of Ukraine {more(ukraine[1] - ukraine[0], 'bcm')}, and gas in central Europe costs {more(rise, 'USD per 1,000 m³')} "
        f"({change(rise / MMBTU)} USD/MMBtu). Russian output falls by {fig(fields)} bcm, since no other line west has room. The cost of the system rises by {fig((run.cost - base.cost) / 1e9)} billion USD a year.\n",
        "Flows of 2024, bcm at 20 °C:\n", table(("route", "with transit", "without", "change"), flows),
        "Mean nodal prices, USD per 1,000 m³ at 20 °C:\n", table(("where", "with transit", "without", "change", "change in USD/MMBtu"), prices),
        picture(name, "Map of the change in gas flows without transit through Ukraine", "Change in the flows of gas, 2024 without transit less 2024 as it was"),
        "## Assumptions\n", assumptions(name),
        "\nIn fact the transit ended a year later, after mild months and with notice. In 2025, the first year without it, TTF averaged 11.9 USD/MMBtu against 10.9 in 2024 (annual means of the Energy Institute); other things changed as well.\n".replace("11.9", fig(runs.index("ttf", "2025-01", "2025-12"))).replace("10.9", fig(runs.index("ttf", "2024-01", "2024-12"))).replace("annual means of the Energy Institute", "means of the World Bank's monthly prices"),
        "## What would change the answer\n",
        f"**How much LNG the others give up.** The gas is replaced by cargoes that price-sensitive buyers in Asia leave. If a tenth of the world's LNG supply were missing as well, central Europe would pay {fig(slack.price('eu-centre-gas') / 1000)} USD per 1,000 m³ instead of {fig(run.price('eu-centre-gas') / 1000)}"
        f"{'; nobody is curtailed even then' if not slack.curtailed() else '; some are curtailed then'}. **The winter.** With a [winter of one in twenty](cold-winter.md) on top (April 2024 to March 2025), "
        f"central Europe pays {fig(cold.price('eu-centre-gas', ('2024-12-01', '2025-03-01')) / 1000)} USD per 1,000 m³ in December to February, {more((cold.price('eu-centre-gas', ('2024-12-01', '2025-03-01')) - cold_base.price('eu-centre-gas', ('2024-12-01', '2025-03-01'))) / 1000)} than in the same winter with transit until the end of 2024"
        f"{', and nobody is curtailed' if not cold.curtailed() else ''}. **Coal.** The model knows no reason why a coal plant should stand idle when gas is dear; the less of them are ready, the more LNG is needed. The lines within Europe have more room in the model than in fact: it has three European nodes, and Slovakia, Austria and Moldova do not stand alone.\n",
    ))
