"""The yuan channel of one bank closes for half a year."""

from pages.page import assumptions, head, picture, scenario
from pages.text import change, fig, more, percent, table

CLOSED = ("2025-07-01", "2026-01-01")
CONTRACTS = (("k-ru-cn-power-of-siberia", "bcm", "p-ru-cn-power-of-siberia"), ("k-tm-cn-cagp", "bcm", None), ("k-ru-cn-daqing", "Mt", "p-ru-cn-skovorodino-daqing"), ("k-ru-cn-via-kazakhstan", "Mt", "p-kz-cn-atasu-alashankou"), ("k-ru-cn-power-heihe", "TWh", None), ("k-ru-cn-yamal-lng", "Mt", None))


def page(runs):
    name = "channel-closed"
    base, run = runs(step="month"), runs(name)
    only, half, double = runs("yuan-closed-only"), runs(name, "roubles-half"), runs(name, "roubles-double")
    named = {row["id"]: row["name"] for row in base.rows("contracts")}
    rows, lost = [], {}
    for identity, unit, _ in CONTRACTS:
        before, after = base.delivered(identity, CLOSED) / 1000, run.delivered(identity, CLOSED) / 1000
        lost[identity] = after - before
        rows.append((named[identity], fig(before, unit), fig(after, unit), change(after - before), percent((after - before) / before) if before else "–"))
    paid = [(r["id"], r["name"]) for r in run.rows("channels")]
    used = [(text, fig(channel(base, identity) / 1e6), fig(channel(run, identity) / 1e6)) for identity, text in paid if channel(base, identity) + channel(run, identity) > 1e6 or identity == "ch-cny-cips"]
    owed = run.costs["contracts"] - base.costs["contracts"]
    north = (run.price("cn-northeast-gas", CLOSED) - base.price("cn-northeast-gas", CLOSED)) / 1000
    lng = run.country("cn", "gas", "regasified") - base.country("cn", "gas", "regasified")
    kozmino = sum(run.flow(a, CLOSED) - base.flow(a, CLOSED) for a in ("t-ru-kozmino-cn-north-crude", "t-ru-kozmino-cn-northeast-crude", "t-ru-kozmino-cn-east-crude", "t-ru-kozmino-jp-crude", "t-ru-kozmino-kr-crude", "t-ru-kozmino-in-crude")) / 1000
    return "\n".join((
        head(name, scenario(name)["title"], scenario(name)["question"], ["--scenario channel-closed", "--step month"]),
        "## Answer\n",
        f"Contracts that name a second channel without a limit move to it and lose nothing. The deliveries to China that are paid in roubles or yuan compete for the roubles: Power of Siberia {words(lost['k-ru-cn-power-of-siberia'], 'bcm')}, "
        f"the oil line to Daqing {words(lost['k-ru-cn-daqing'], 'Mt')}, the oil through Kazakhstan {words(lost['k-ru-cn-via-kazakhstan'], 'Mt')} from July to December. "
        f"{fig(abs(kozmino))} Mt {'more' if kozmino > 0 else 'less'} leave by Kozmino instead, where cargoes can be paid otherwise; China takes {more(lng, 'bcm')} of gas from LNG terminals in the year, and gas in its north-east costs {more(north, 'USD per 1,000 m³')}. Fuel, transport, conversion and CO2 cost {fig((run.cost - base.cost - owed) / 1e9)} billion USD more in the year; besides, {fig(owed / 1e9)} billion of take-or-pay fall due that cannot be paid either.\n",
        "Deliveries, July to December:\n", table(("contract", "base", "channel closed", "change", ""), rows),
        "Settled from July to December, million USD:\n", table(("channel", "base", "channel closed"), used),
        "In the package roubles have no limit and cost less than yuan, so that yuan settle next to nothing in the base: the loss follows from the assumed limit on roubles and the closure together.\n",
        "The dispatch gives scarce roubles to the delivery that saves most for each dollar settled. Sellers and buyers might choose otherwise.\n",
        picture(name, "Map of the change in flows with the channel closed", "Change of flows, July to December"),
        "## Assumptions\n", assumptions(name),
        "\nThe bank is not named because none is meant: the package sets one large Chinese bank for the channel. How much each channel can settle is not published; apart from the limit above all are taken as unlimited.\n",
        "## What would change the answer\n",
        f"- **The limit on roubles.** Half of it: Power of Siberia {words((half.delivered('k-ru-cn-power-of-siberia', CLOSED) - base.delivered('k-ru-cn-power-of-siberia', CLOSED)) / 1000, 'bcm')}, Daqing {words((half.delivered('k-ru-cn-daqing', CLOSED) - base.delivered('k-ru-cn-daqing', CLOSED)) / 1000, 'Mt')}. "
        f"Twice: Power of Siberia {words((double.delivered('k-ru-cn-power-of-siberia', CLOSED) - base.delivered('k-ru-cn-power-of-siberia', CLOSED)) / 1000, 'bcm')}, Daqing {words((double.delivered('k-ru-cn-daqing', CLOSED) - base.delivered('k-ru-cn-daqing', CLOSED)) / 1000, 'Mt')}.\n"
        f"- **No limit at all.** If buyers could pay everything in roubles and dollars, closing the channel would cost {fig(max(0, only.cost - base.cost) / 1e6)} million USD and stop nothing: one bank matters as far as the others cannot do its work.\n",
    ))


def words(value, unit):
    return "loses nothing" if abs(value) < 5e-3 else f"{'loses' if value < 0 else 'gains'} {fig(abs(value), unit)}"


def channel(run, identity):
    """Value settled in the half-year, money."""
    return run.sum("channel_periods", "channel", identity, "used_money_per_day", CLOSED)
