"""Rosneft and Lukoil designated in October 2025."""

from pages.page import assumptions, cite, head, picture, scenario
from pages.text import change, fig, percent, table

AFTER = ("2025-12-01", "2026-10-01")
YEAR = 365 / 304
ROUTES = (("India by sea", ("t-ru-baltic-in-crude", "t-ru-blacksea-in-crude", "t-ru-kozmino-in-crude")), ("Türkiye by sea", ("t-ru-baltic-tr-crude", "t-ru-blacksea-tr-crude")), ("China by sea from the Baltic", ("t-ru-baltic-cn-east-crude",)),
          ("China by sea from Kozmino", ("t-ru-kozmino-cn-north-crude", "t-ru-kozmino-cn-northeast-crude", "t-ru-kozmino-cn-east-crude")), ("China by the line to Daqing", ("p-ru-cn-skovorodino-daqing",)), ("China through Kazakhstan", ("p-kz-cn-atasu-alashankou",)),
          ("Belarus and Druzhba", ("p-ru-by-druzhba",)), ("Hungary and Slovakia by Druzhba", ("p-by-hu-druzhba-south",)), ("Germany by Druzhba (Kazakh oil)", ("p-by-de-druzhba-north",)),
          ("CPC, Kazakh and Russian oil", ("t-ru-cpc-eu-centre-crude", "t-ru-cpc-eu-northwest-crude", "t-ru-cpc-kr-crude")))
NODES = (("ru-baltic-crude", "Baltic ports"), ("ru-blacksea-crude", "Novorossiysk"), ("ru-kozmino-crude", "Kozmino"), ("in-crude", "India"), ("tr-izmit-crude", "Türkiye"), ("cn-north-crude", "northern China"), ("eu-northwest-crude", "Rotterdam"))


def flow(run, arcs):
    return sum(run.flow(arc, AFTER) for arc in arcs) / 1000 * YEAR


def barrel(run, node):
    return run.price(node, AFTER) / 1000 / 7.33


def page(runs):
    name = "sanctions-2025-10"
    without, letter, run = runs("no-sanctions-2025-10"), runs(start="2025-10-01", end="2026-10-01", step="month"), runs(name)
    strict, dear = runs(name, "no-intermediaries"), runs(name, "intermediaries-20")
    flows = [(text, fig(flow(without, arcs)), fig(flow(letter, arcs)), fig(flow(run, arcs)), fig(flow(strict, arcs))) for text, arcs in ROUTES]
    output = lambda r: sum(r.sum("supply_periods", "supply", s["id"], "output_account_per_day", AFTER) for s in r.rows("supplies") if s["node"].startswith("ru-") and s["node"].endswith("-crude")) / 1000 * YEAR
    flows.append(("output of crude in Russia", fig(output(without)), fig(output(letter)), fig(output(run)), fig(output(strict))))
    prices = [(text, fig(barrel(without, node)), fig(barrel(letter, node)), fig(barrel(run, node)), fig(barrel(strict, node))) for node, text in NODES]
    india = [flow(r, ROUTES[0][1]) for r in (without, run, strict)]
    gap = barrel(run, "eu-northwest-crude") - barrel(run, "ru-baltic-crude") - (barrel(without, "eu-northwest-crude") - barrel(without, "ru-baltic-crude"))
    gap_strict = barrel(strict, "eu-northwest-crude") - barrel(strict, "ru-baltic-crude") - (barrel(without, "eu-northwest-crude") - barrel(without, "ru-baltic-crude"))
    return "\n".join((
        head(name, scenario(name)["title"], scenario(name)["question"], ["--scenario no-sanctions-2025-10", "--from 2025-10-01 --to 2026-10-01 --step month", "--scenario sanctions-2025-10"]),
        "Three worlds are compared from October 2025 to September 2026: **without** the designations; the **letter** of them, which is what the package holds (no dollars, and for Lukoil no European banks); and **as feared**, this scenario, in which banks and buyers keep away "
        "and what the two sell to India and Türkiye needs intermediaries at 10 USD a barrel. A fourth, **strict**, has no intermediaries.\n",
        "## Answer\n",
        f"**The letter alone moves nothing**: no more and no less than {fig(india[0])} Mt a year go to India; every contract has another currency, and the cost of channels changes by {change((letter.costs['channels'] - without.costs['channels']) / 1e6)} million USD in the year. "
        f"**As feared**, India takes {fig(india[1])} instead of {fig(india[0])} Mt a year from December 2025 on, and oil at the Baltic loses {fig(gap)} USD a barrel against Rotterdam; the oil that India leaves goes to China. "
        f"**Strict**, India takes {fig(india[2])} Mt, Russia's output falls by {fig(output(without) - output(strict))} Mt a year, and the loss against Rotterdam is {fig(gap_strict)} USD a barrel. India replaces what is missing from the Middle East and the Atlantic; the price in Rotterdam moves by {fig(abs(barrel(strict, 'eu-northwest-crude') - barrel(without, 'eu-northwest-crude')))} USD a barrel even in the strict case, because the package's last step of Atlantic crude has room at 66 USD; a tighter market would not.\n",
        "Crude, December 2025 to September 2026 at a yearly rate, Mt:\n", table(("route", "without", "letter", "as feared", "strict"), flows),
        "Nodal prices of crude in the same months, USD a barrel:\n", table(("where", "without", "letter", "as feared", "strict"), prices),
        picture(name, "Map of the change in oil flows after the designations", "Change of the flows of crude, as feared less without"),
        "## What is in force when\n",
        table(("date", "what", "in the package and here"), (
            ("15 October 2025", "United Kingdom freezes assets of both", "same effect as the American rules"),
            ("22 October 2025", "United States designate both and 34 subsidiaries " + f"({cite('mondaq-us-sanctions-rosneft-and-lukoil')})", "rules `rule-us-rosneft-usd`, `rule-us-lukoil-usd`, `rule-us-lukoil-eur`; owners to 50 %"),
            ("until 21 November 2025", "General Licence 126: wind-down; 127: debt and equity", "the rules bind from that day; in November as many days as they hold"),
            ("until 21 November 2025, extended since", "General Licence 128: Lukoil's stations abroad", "retail abroad is not modelled"),
            ("29 October 2025 to 29 April 2026", "General Licence 129: Rosneft Deutschland", "Schwedt runs on Kazakh oil of another seller (`k-kz-de-druzhba`): not touched"),
            ("22 October and 14 November 2025", "General Licences 124A, 124B: CPC, Tengizchevroil, Karachaganak", "`k-ru-cpc-russian` exempt; the other oil of CPC is not theirs"),
            ("November 2025", "Hungary: exemption for a year (general knowledge)", "`k-ru-hu-druzhba` can be paid in roubles or through Gazprombank: not touched"),
            ("November 2025", "Paks II exempt (general knowledge)", "no asset of the package"))),
        "## Assumptions\n", assumptions(name),
        "\n## What would change the answer\n",
        f"**Whether intermediaries are found, and at what cost.** At 20 USD a barrel instead of 10, India takes {fig(flow(dear, ROUTES[0][1]))} Mt a year and the Baltic loses {fig(barrel(without, 'ru-baltic-crude') - barrel(dear, 'ru-baltic-crude'))} USD a barrel; with none, see *strict*. "
        "Oil is moved as long as a barrel is worth more at the port than it costs to bring it there, so that the discount follows the cost of the way around and the volume hardly does. "
        "**The share of the two companies in what India and Türkiye buy** (60 and 50 %, assumed) sets how much needs a way around. The model has no floating storage: oil that waits at sea for weeks, as in the winter of 2025/26, counts as delivered or as not produced, and the *strict* fall of output would in fact first be a rise of oil at sea.\n",
    ))
