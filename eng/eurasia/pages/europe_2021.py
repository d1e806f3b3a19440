"""The second half of 2021."""

from pages.page import assumptions, head, picture, scenario
from pages.runs import MMBTU
from pages.text import change, fig, table

MONTHS = [f"2021-{m:02}" for m in range(7, 13)]


def page(runs):
    name = "europe-2021"
    base, run = runs(start="2021-07-01", end="2022-01-01", step="month"), runs(name)
    dear, fear, full, yamal = runs(name, "asia-pays"), runs(name, "stores-kept"), runs(name, "asia-pays", "stores-kept"), runs(name, "yamal-full")
    price = lambda r, month=None: r.price("eu-northwest-gas", (month + "-01", month + "-02") if month else None) / 1000 / MMBTU
    rows = [(month, fig(price(base, month)), fig(price(run, month)), fig(price(full, month)), fig(runs.index("ttf", month, month)), fig(runs.index("jkm", month, month))) for month in MONTHS]
    rows.append(("mean", fig(price(base)), fig(price(run)), fig(price(full)), fig(runs.index("ttf", *MONTHS[::5])), fig(runs.index("jkm", *MONTHS[::5]))))
    flows = [(text, fig(base.flow(arc) / 1000), fig(run.flow(arc) / 1000)) for arc, text in (("p-by-pl-yamal-europe", "Yamal–Europe"), ("p-ru-de-nord-stream", "Nord Stream"), ("p-ua-sk-uzhgorod", "Ukraine to Slovakia"), ("p-ru-bg-turkstream-2", "TurkStream to the Balkans"), ("p-no-eu-northwest", "Norway to the north-west"), ("p-no-eu-centre", "Norway to the centre"))]
    flows.append(("LNG terminals of Europe, gas delivered", fig(base.country("europe", "gas", "regasified")), fig(run.country("europe", "gas", "regasified"))))
    stores = ("st-eu-centre-gas", "st-eu-northwest-gas", "st-eu-southeast-gas")
    ends = [sum(r.last(s) for s in stores) / 1000 for r in (base, run)]
    starts = [sum(r.first(s) for s in stores) / 1000 for r in (base, run)]
    reported = runs.index("ttf", *MONTHS[::5])
    explained = price(run) / reported
    return "\n".join((
        head(name, scenario(name)["title"], scenario(name)["question"], ["--scenario europe-2021", "--from 2021-07-01 --to 2022-01-01 --step month"]),
        "## Answer\n",
        f"The costs of supply explain {fig(price(run))} of the {fig(reported)} USD/MMBtu that TTF averaged from July to December 2021, {fig(100 * explained)} %. In December the model has {fig(price(run, '2021-12'))}, TTF {fig(runs.index('ttf', '2021-12', '2021-12'))}. "
        f"Empty stores that had to be filled and Yamal–Europe running at a fraction raise the price by {fig(price(run) - price(base))} USD/MMBtu over a half-year in which stores choose their level and the lines are open: the LNG that is then needed must be outbid from buyers who would pay more. "
        f"{'Nobody is curtailed: gas was dear, not absent.' if not run.curtailed() else ''}\n",
        "North-west Europe, USD/MMBtu:\n", table(("month", "stores and lines free", "scenario", "and Asia pays, and stores are kept", "TTF reported", "LNG in Asia reported"), rows),
        "July to December, bcm at 20 °C:\n", table(("", "stores and lines free", "scenario"), [*flows, ("European stores on 1 July", *(fig(v) for v in starts)), ("European stores at the end of December", *(fig(v) for v in ends))]),
        picture(name, "Map of the flows of gas in the second half of 2021", "Flows of gas, July to December 2021"),
        "## What a least-cost dispatch cannot show\n",
        "- **It knows the winter.** It draws on stores as the half-year needs and no more. Traders in December 2021 did not know how cold January would be, nor whether Nord Stream 2 would start or more gas would come through Ukraine: they paid for the risk. The month that was feared most has no price of its own here, and the model's price is nearly flat, because gas moves freely from month to month.\n"
        "- **It knows no bidding.** The price is the cost of the dearest gas that is used, or what the first buyer who goes without would have paid. The package lets the most eager of the other LNG importers pay 20 USD/MMBtu; in December 2021 they paid nearly twice that.\n"
        "- **It pays no option value and no margin calls**, and shows no long-term contract that sold at a fraction of the hub.\n",
        "## Assumptions\n", assumptions(name),
        "\n## What would change the answer\n",
        table(("changed assumption", "mean price, USD/MMBtu", "against the scenario"), [
            ("the other LNG importers pay twice as much before they give up", fig(price(dear)), change(price(dear) - price(run))),
            ("Europe's stores must hold 70 % at the end of the year, for fear of the winter", fig(price(fear)), change(price(fear) - price(run))),
            ("both", fig(price(full)), change(price(full) - price(run))),
            ("Yamal–Europe runs as in the first half-year", fig(price(yamal)), change(price(yamal) - price(run)))]),
        f"\nWhat the answer hangs on is who else wants the LNG, and at what price. {'The capacity of Yamal–Europe moves the price less than that: what the line lost comes as LNG, at the price of LNG.' if abs(price(yamal) - price(run)) < abs(price(dear) - price(run)) else 'The missing line matters more than the bids.'}\n",
    ))
