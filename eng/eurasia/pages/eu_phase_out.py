"""Regulation (EU) 2026/261 by its dates."""

from pages.joined import Joined
from pages.page import assumptions, cite, head, picture, scenario
from pages.runs import MMBTU
from pages.text import change, fig, more, table

STEPS = (("before", "2026-01-01", "2026-05-01"), ("LNG, short-term (25 April 2026)", "2026-05-01", "2026-07-01"), ("pipeline, short-term (17 June 2026)", "2026-07-01", "2027-01-01"),
         ("LNG, long-term (1 January 2027)", "2027-01-01", "2027-11-01"), ("pipeline, long-term (1 November 2027)", "2027-11-01", "2028-11-01"))
ASIA = ("t-ru-sabetta-cn-east-lng", "t-ru-sabetta-cn-north-lng")
BCM = 54.4 / 37.3 / 1000


def page(runs):
    name = "eu-phase-out"
    def years(*scenarios):
        return Joined([runs(*scenarios, start=f"{year}-01-01", end=f"{year + 1}-01-01", step="month") for year in (2026, 2027, 2028)])

    without, run, early, hungary = years("no-eu-phase-out"), years(name), years(name, "pipeline-ban-early"), years(name, "hungary-continues")
    scarce, scarce_without = years(name, "lng-scarce"), years("no-eu-phase-out", "lng-scarce")
    rows = []
    for text, start, end in STEPS:
        window = (start, end)
        days = sum(d for p, d in run.days.items() if start <= p < end)
        year = 365 / days
        rows.append((text, fig(run.flow("t-ru-sabetta-eu-northwest-lng", window) / 1000 * year), fig(without.flow("t-ru-sabetta-eu-northwest-lng", window) / 1000 * year), fig(run.flow("p-ru-bg-turkstream-2", window) / 1000 * year), fig(without.flow("p-ru-bg-turkstream-2", window) / 1000 * year),
                     change((run.price("eu-centre-gas", window) - without.price("eu-centre-gas", window)) / 1000), change((run.price("eu-southeast-gas", window) - without.price("eu-southeast-gas", window)) / 1000), change((run.price("jp-tokyo-gas", window) - without.price("jp-tokyo-gas", window)) / 1000)))
    last = (STEPS[-1][1], STEPS[-1][2])
    year28 = ("2028-01-01", "2029-01-01")
    yamal = lambda r: r.activity("c-ru-yamal-lng", year28) / 1000
    asia = lambda r: sum(r.flow(a, year28) for a in ASIA) / 1000
    world = lambda r: (r.sum("arc_periods", "arc", "t-us-sabine-eu-northwest-lng", "arriving_forward_account_per_day", year28) + r.sum("arc_periods", "arc", "t-us-sabine-eu-centre-lng", "arriving_forward_account_per_day", year28) + r.sum("arc_periods", "arc", "t-us-sabine-eu-southeast-lng", "arriving_forward_account_per_day", year28)) / 1000
    rise = (run.price("eu-centre-gas", last) - without.price("eu-centre-gas", last)) / 1000
    southeast = (run.price("eu-southeast-gas", last) - without.price("eu-southeast-gas", last)) / 1000
    rise_scarce = (scarce.price("eu-centre-gas", last) - scarce_without.price("eu-centre-gas", last)) / 1000
    lost = (without.flow("p-ru-bg-turkstream-2", year28) - run.flow("p-ru-bg-turkstream-2", year28)) / 1000 + (without.flow("t-ru-sabetta-eu-northwest-lng", year28) - run.flow("t-ru-sabetta-eu-northwest-lng", year28)) * BCM
    return "\n".join((
        head(name, scenario(name)["title"] + ": the end of Russian gas in the European Union", scenario(name)["question"], ["--scenario no-eu-phase-out --from 2027-01-01 --to 2028-01-01", "--scenario eu-phase-out --from 2027-01-01 --to 2028-01-01"]),
        f"The package holds the regulation; the comparison is with a world without it ([no-eu-phase-out](../../data/eurasia/scenarios/no-eu-phase-out.yaml)), in which the contracts go on. Sources of the dates: {cite('az-law-regulation-eu-2026-261-in-effect')}; {cite('council-of-the-eu-via-europa-rs-deal-to-phase-out-russian-ga')}.\n",
        "## Answer\n",
        f"In 2028, {fig(lost)} bcm a year of Russian gas and LNG no longer reach the Union and its neighbours. {'Nobody is curtailed.' if not run.curtailed() else 'Some are curtailed.'} With the last step, gas costs {more(rise, 'USD per 1,000 m³')} ({change(rise / MMBTU)} USD/MMBtu) in central and {more(southeast)} in south-east Europe. "
        f"Yamal LNG makes {fig(yamal(run))} Mt in 2028 instead of {fig(yamal(without))}: {fig(asia(run))} Mt go east instead of {fig(asia(without))}, as far as ice and ice-class ships allow. The United States land {more(world(run) - world(without), 'Mt')} in Europe in 2028. "
        f"The three years cost {fig((run.cost - without.cost) / 1e9)} billion USD more in all.\n",
        "Each year is run by itself, its stores as full at the end as at the beginning. In one piece, the dispatch would put gas of 2026 into store for 2028, knowing what comes; within a year it does so, so that a price moves before its cause.\n",
        "Step by step, at yearly rates; *without* is the world without the regulation:\n",
        table(("step in force", "Yamal LNG to Europe, Mt", "without", "TurkStream to the Balkans, bcm", "without", "price in central Europe, change in USD per 1,000 m³", "south-east Europe", "Japan"), rows),
        picture(name, "Map of the change in gas flows by the regulation", "Change of flows of gas and LNG, with less without the regulation"),
        "## Assumptions\n", assumptions(name), "\nWithout the regulation:\n", assumptions("no-eu-phase-out"),
        "\nThe regulation's short-term pipeline step has nothing to act on here: no contract of that kind is in the package. From 2027 the package assumes renewals, new LNG plants, growing demand in Asia and falling demand in Europe ([eurasia](../data/eurasia.md)); the closure of Hormuz in 2026 is not in it. "
        "Serbia's 2.3 bcm a year keep flowing in transit; Türkiye is not touched. Prices of contracts follow Brent and TTF of May 2026 where series end.\n",
        "## What would change the answer\n",
        f"- **How much LNG there is.** With a tenth less in the world, the last step costs {change(rise_scarce)} USD per 1,000 m³ instead of {change(rise)}.\n"
        f"- **The last date.** If the ban on pipeline gas held from 30 September 2027 as written, without the delay for stores, TurkStream to the Balkans would lose {fig((run.flow('p-ru-bg-turkstream-2', ('2027-09-01', '2027-11-01')) - early.flow('p-ru-bg-turkstream-2', ('2027-09-01', '2027-11-01'))) / 1000, 'bcm')} more in 2027.\n"
        f"- **Hungary.** If its contract went on, {fig((hungary.flow('p-ru-bg-turkstream-2', year28) - run.flow('p-ru-bg-turkstream-2', year28)) / 1000, 'bcm')} more would come in 2028 and gas in south-east Europe would be {fig((run.price('eu-southeast-gas', last) - hungary.price('eu-southeast-gas', last)) / 1000)} USD per 1,000 m³ cheaper.\n",
    ))
