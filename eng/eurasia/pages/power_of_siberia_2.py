"""50 bcm a year through Mongolia from 2031."""

import csv

from pages.page import assumptions, cite, head, picture, scenario
from pages.runs import MMBTU, PACKAGE
from pages.text import change, fig, more, table

PRICES = (150, 200, 250, 300, 350)
HUBS = ("ttf=6.5", "ttf=9", "ttf=12", "jkm=7", "jkm=9.5", "jkm=12.5")
LINE = "p-mn-cn-soyuz-vostok"
KIND = {"field": "field", "tariff": "tariff", "transit_fee": "transit fee", "loss": "fuel and losses", "capital": "investment", "operation": "operation of new lines", "freight": "freight", "conversion": "terminal or plant"}
ROUTES = ((LINE, "Mongolia to China"), ("p-ru-cn-power-of-siberia", "Power of Siberia"), ("p-kz-cn-cagp", "Central Asia to China"), ("p-ru-bg-turkstream-2", "TurkStream to the Balkans"))
NODES = (("cn-north-gas", "northern China"), ("cn-east-gas", "eastern China"), ("jp-tokyo-gas", "Japan"), ("eu-northwest-gas", "north-west Europe"), ("ru-yamal-gas", "Yamal fields"))


def names():
    found = {}
    for name in ("pipelines", "transit_fees", "projects", "supplies"):
        with open(PACKAGE / f"{name}.csv", encoding="utf-8", newline="") as stream:
            found.update({row["id"]: row.get("name") or row["id"] for row in csv.DictReader(stream)})
    return found


def span(value):
    return f"{fig(value['floor'])} to {fig(value['ceiling'])}" if value else "none"


def page(runs):
    name = "power-of-siberia-2"
    base, run = runs(start="2031-01-01", end="2032-01-01", step="month"), runs(name)
    hubs = [part for level in HUBS for part in ("--hub", level)]
    answer = runs.netback(run, base, *hubs, *(part for price in PRICES for part in ("--price", str(price))))
    said = runs.netback(run, base)["answer"]
    result = answer["netback"]
    per = result["per_mmbtu"]
    label = names()
    chain = {}
    for step in result["chain"]:
        key = (KIND[step["kind"]], label.get(step["id"], step["id"]))
        chain[key] = chain.get(key, 0) + step["amount"]
    steps = [(kind, of, fig(amount)) for (kind, of), amount in chain.items()] + [("**together**", "", fig(result["seller_cost"]))]
    cases = [(c["index"].upper(), fig(c["level"]), fig(c["replacement"]["value"]) if c.get("replacement") else "–", fig(c["seller_floor"]), span(c.get("cost_range")),
              fig(c["seller_floor_if_open"]) if c.get("seller_floor_if_open") is not None else "–", span(c.get("opportunity_range"))) for c in result["cases"]]
    jkm = next(c for c in result["cases"] if c["index"] == "jkm" and abs(c["level"] - 9.5) < 1e-9)
    gains = [(fig(g["price"]), fig(g["price"] / per), fig(g["seller_over_cost"] / 1e9), fig(g["buyer"] / 1e9) if g.get("buyer") is not None else "–") for g in jkm["gains"]]
    lng = lambda r, zone: r.country(zone, "gas", "regasified")
    flows = [(text, fig(base.flow(arc) / 1000), fig(run.flow(arc) / 1000), change((run.flow(arc) - base.flow(arc)) / 1000)) for arc, text in ROUTES]
    flows += [(f"LNG terminals of {text}, gas delivered", fig(lng(base, zone)), fig(lng(run, zone)), change(lng(run, zone) - lng(base, zone))) for zone, text in (("cn", "China"), ("europe", "Europe"))]
    prices = [(text, fig(base.price(node) / 1000), fig(run.price(node) / 1000), change((run.price(node) - base.price(node)) / 1000)) for node, text in NODES]
    ship, flat = runs("lng-scarce", start="2031-01-01", end="2032-01-01", step="month"), runs(name, "lng-scarce")
    start = runs(name, "first-year")
    income = base.cost - run.cost
    return "\n".join((
        head(name, scenario(name)["title"], scenario(name)["question"], ["--from 2031-01-01 --to 2032-01-01 --step month --out runs/without", "--scenario power-of-siberia-2 --out runs/with"]) + "    ./corridor netback runs/with --route p-mn-cn-soyuz-vostok --without runs/without --price 200 --price 250\n",
        "## Answer\n",
        said + "\n",
        f"In the system of 2031 the line carries {fig(run.flow(LINE) / 1000)} bcm at 20 °C a year. China takes {more(lng(run, 'cn') - lng(base, 'cn'), 'bcm')} from LNG terminals; that LNG goes elsewhere or is not made, so that gas costs {more((run.price('eu-northwest-gas') - base.price('eu-northwest-gas')) / 1000, 'USD per 1,000 m³')} in north-west Europe and {more((run.price('jp-tokyo-gas') - base.price('jp-tokyo-gas')) / 1000)} in Japan. "
        f"The system costs {fig(income / 1e9)} billion USD a year less, without the investment, which comes to {fig(result['capital_cost'] * result['annual_money_per_price'] / 1e9)} billion a year.\n",
        "### Netback at China's border, USD per 1,000 m³ at 20 °C\n",
        "What it costs the seller to bring the gas to the border:\n", table(("step", "of", "amount"), steps),
        f"What the buyer would pay otherwise (hub price brought to the border), what the seller could get otherwise, and the range of prices at which both gain. Levels of the hubs in USD/MMBtu; {fig(per)} USD per 1,000 m³ are 1 USD/MMBtu. "
        "*Other outlet* is what the seller would get at that hub, brought to this border, if the way there were open and took the volume. For TTF it is closed by the end of transit, Nord Stream and the regulation; for JKM the LNG plants take less than the volume: it binds nobody, but it says what would be asked for if the ways opened.\n",
        table(("hub", "level", "buyer's alternative at the border", "seller's floor", "both gain, by cost", "other outlet", "both gain, by floor"), cases),
        f"Gains at several contract prices, billion USD a year, against JKM of {fig(jkm['level'])} USD/MMBtu ({fig(result['annual_volume'] / 1000)} bcm a year):\n",
        table(("contract price, USD per 1,000 m³", "USD/MMBtu", "seller over its cost", "buyer against LNG"), gains),
        f"The nodal price at the delivery in northern China is {fig(result['nodal_price_without'])} without and {fig(result['nodal_price'])} with the line. The second is what one more unit would be worth: 50 bcm at one point push out LNG, then dearer Chinese gas, and by summer the lines south are full. "
        f"A buyer who looks at the last cubic metre therefore offers less than one who looks at LNG prices. Power of Siberia's formula gave 238 USD per 1,000 m³ in the mean of 2025.\n".replace("238", fig(formula(runs))),
        "Flows, bcm at 20 °C a year:\n", table(("", "without", "with", "change"), flows), "Mean nodal price of gas, USD per 1,000 m³ at 20 °C:\n", table(("where", "without", "with", "change"), prices),
        picture(name, "Map of the change in gas flows with Power of Siberia 2", "Change of flows, 2031 with the line less without"),
        "## Assumptions\n", assumptions(name),
        f"\nThe package's outlook for 2031 (assumed throughout): China uses 24 % and produces 18 % more gas than in 2025, new LNG plants run, the Regulation (EU) 2026/261 holds, the Far Eastern route delivers. Investment is assumed from length and diameter (13.6 and 4.5 billion USD). "
        f"Reported plans: start after 2030, full volume in 2034 to 2035 if the line starts in 2031 ({cite('haqqin-az-reuters-pos-2-price-investment-terms-and-start-not')}); CNPC's institute speaks of eight to ten years of construction ({cite('kommersant-2-price-market-formula-cnpc-8-10-years')}). Mongolia's fee is derived from an expected income, not agreed. What the package notes:\n",
        "".join(f"- {note}\n" for note in result["notes"]),
        "\n## What would change the answer\n",
        f"- **The LNG market.** With a tenth less LNG in the world, northern China would pay {fig(ship.price('cn-north-gas') / 1000)} USD per 1,000 m³ without the line instead of {fig(base.price('cn-north-gas') / 1000)}, and the line would save {fig((ship.cost - flat.cost) / 1e9)} instead of {fig(income / 1e9)} billion USD a year.\n"
        f"- **The build-up.** With 15 bcm in the first year the price at the delivery is {fig(start.price('cn-north-gas') / 1000)} instead of {fig(run.price('cn-north-gas') / 1000)}: the first gas is worth more than the last.\n"
        "- **The hub price** at which LNG would come otherwise moves the buyer's limit one to one; investment, discount rate and tariffs move the seller's: see the tables, and `--discount`, `--load`, `--hub` of the command.\n",
    ))


def formula(runs):
    run = runs(step="month")
    rows = [r for r in run.rows("contract_periods") if r["contract"] == "k-ru-cn-power-of-siberia"]
    return sum(float(r["price_money_per_account"]) * run.days[r["period"]] for r in rows) / 1000 / sum(run.days.values())
