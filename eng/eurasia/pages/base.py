"""The package as it stands: 2025."""

from pages.page import head, picture
from pages.runs import MMBTU
from pages.text import fig, percent, table

# arc, name, factor on units of account, unit
ROUTES = (("p-ru-cn-power-of-siberia", "Power of Siberia to China", 1e-3, "bcm"), ("p-kz-cn-cagp", "Central Asia to China", 1e-3, "bcm"), ("p-kz-uz-sac", "Russia through Kazakhstan to Uzbekistan", 1e-3, "bcm"),
          ("p-ru-bg-turkstream-2", "TurkStream to the Balkans", 1e-3, "bcm"), ("p-ru-tr-blue-stream", "Blue Stream to Türkiye", 1e-3, "bcm"), ("p-ru-espo-1", "ESPO at Taishet, crude", 1e-3, "Mt"),
          ("p-kz-ru-cpc", "CPC, crude", 1e-3, "Mt"), ("p-kz-cn-atasu-alashankou", "Atasu–Alashankou, crude", 1e-3, "Mt"))
ZONES = (("europe", "Europe without Türkiye"), ("cn", "China"), ("kz", "Kazakhstan"), ("uz", "Uzbekistan"), ("ru", "Russia"))


def page(runs):
    run = runs(step="month")
    winter = runs(start="2024-04-01", end="2025-04-01", step="week")
    gas = [(name, fig(run.country(zone, "gas", "demand")), fig(run.country(zone, "gas", "production")), fig(run.country(zone, "gas", "imports")), fig(run.country(zone, "gas", "exports")),
            fig(run.country(zone, "gas", "curtailed")), fig(run.country(zone, "gas", "average_price"))) for zone, name in ZONES]
    flows = [(name, fig(run.flow(arc) * factor, unit)) for arc, name, factor, unit in ROUTES]
    ttf = runs.index("ttf", "2025-01", "2025-12")
    jkm = runs.index("jkm", "2025-01", "2025-12")
    europe, japan = run.price("eu-northwest-gas") / 1000 / MMBTU, run.price("jp-tokyo-gas") / 1000 / MMBTU
    short = run.curtailed()
    return "\n".join((
        head("base", "Base: 2025 as it was", "Who was supplied in 2025, by whom, over which lines and at which cost, with the contracts, rules and payment channels of the day?", ["", "--step month"]),
        "There is no file for this scenario: `base` is the package as it stands, and the run without `--scenario`. All other pages compare with it, in the same period.\n",
        "## Answer\n",
        f"{'Nobody is curtailed.' if not short else f'{len(short)} demands are curtailed.'} The system costs {fig(run.cost / 1e12)} trillion USD; that is fuel, transport, conversion, CO2 and demand given up for its price, without taxes, margins and what exists already. "
        f"The nodal price of gas in north-west Europe is {fig(europe)} USD/MMBtu in the mean of the year, reported TTF {fig(ttf)}; in Japan {fig(japan)}, spot LNG in Asia {fig(jkm)}.\n",
        "Gas in 2025, bcm at 20 °C (own output with the outlet of LNG terminals); price in USD per 1,000 m³ at 20 °C:\n",
        table(("", "demand outside power plants", "own output", "imports by pipeline", "exports by pipeline", "short", "nodal price"), gas),
        "Routes:\n", table(("route", "flow of 2025"), flows),
        picture("base", "Map of the modelled flows of gas in 2025", "Modelled flows of gas, 2025"),
        "## What it rests on\n",
        "[The page on the package](../data/eurasia.md) states how each figure came to be and where the model differs from what was reported; `corridor backtest data/eurasia --year 2025` compares route by route. "
        "Years after 2026 repeat 2025 except for what the package says to be different: renewed contracts, lines with an announced start, growth of China's gas market, falling demand and output in Europe, and new LNG plants, all assumed.\n",
        "## What would change the answer\n",
        f"European stores begin and end the year as full as reported; all others are free to choose their level, as long as they end as full as they began. A year from April 2024 to March 2025, with all levels free, gives a European price of {fig(winter.price('eu-northwest-gas') / 1000 / MMBTU)} USD/MMBtu "
        f"({percent(winter.price('eu-northwest-gas') / run.price('eu-northwest-gas') - 1)} against the calendar year). The price level of gas hangs on the last step of LNG buyers (9 to 13 USD/MMBtu, assumed): who gives up LNG first sets the price for all who buy it.\n",
    ))
