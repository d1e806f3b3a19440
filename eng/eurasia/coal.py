"""Coal: mines, railways, ports, consumption without power plants."""

from facts import EI, GK
from world import flat, scale, total

MTY, T, T100 = "Mt/year", "USD/t", "USD/t/100km"
MJ = 20.5
EJ = 1e3 / MJ  # Mt of 20.5 MJ/kg in an EJ
# kt of coal for a GWh of output (see power.py)
BURN = {"ru": .50, "kz": .62, "mn": .85, "kg": .75, "uz": .50, "cn": .44, "eu": .47, "tr": .45, "ua": .50, "jp": .42, "kr": .42}

# node, country, share, mass (Mt as printed) or energy (EJ at 20.5 MJ/kg), cost or steps USD/t, owner, name
MINES = [
    ("ru-kuzbass-coal", "Russian Federation", .50, "mass", [(.6, 28), (.4, 40)], "suek", "Kuzbass"), ("ru-esib-coal", "Russian Federation", .26, "mass", 20, "suek", "Kansk-Achinsk, Khakassia, Irkutsk, Buryatia, Zabaikalsk"),
    ("ru-fareast-coal", "Russian Federation", .15, "mass", 35, "elga", "Elga, Neryungri, Urgal, Primorye"), ("ru-centre-coal", "Russian Federation", .06, "mass", 45, None, "Vorkuta, Rostov"), ("ru-urals-coal", "Russian Federation", .01, "mass", 30, None, "Urals"),
    ("kz-ekibastuz-coal", "Kazakhstan", .64, "mass", 9, "samruk-energy", "Bogatyr, Vostochny, Severny, Maikuben"), ("kz-karaganda-coal", "Kazakhstan", .36, "mass", 16, "qarmet", "Karaganda, Shubarkol, Karazhyra"),
    ("mn-tavantolgoi-coal", "Mongolia", .84, "mass", 30, "erdenes-tt", "Tavan Tolgoi, Nariin Sukhait"),
    ("cn-north-coal", "China", .545, "china", [(.6, 42), (.4, 58)], "china-energy", "Shanxi, Inner Mongolia, Hebei, Shandong"), ("cn-northwest-coal", "China", .30, "china", [(.6, 34), (.4, 48)], "china-energy", "Shaanxi, Xinjiang, Ningxia, Gansu"),
    ("cn-southwest-coal", "China", .055, "china", 65, None, "Guizhou, Yunnan, Sichuan"), ("cn-centre-coal", "China", .03, "china", 68, None, "Henan, Hunan"), ("cn-east-coal", "China", .04, "china", 70, None, "Anhui, Jiangsu"), ("cn-northeast-coal", "China", .03, "china", 60, None, "Heilongjiang, Liaoning, Jilin"),
    ("uz-angren-coal", "Uzbekistan", 1, "energy", 20, None, "Angren, Shargun"), ("tr-coal", "Türkiye", 1, "energy", 45, None, "Afşin-Elbistan, Soma, Zonguldak"), ("ua-coal", "Ukraine", 1, "energy", 60, None, "Donbas, Lviv–Volyn"),
    ("eu-centre-coal", "Europe", .70, "energy", 55, None, "Poland, Germany, Czechia"), ("eu-southeast-coal", "Europe", .28, "energy", 45, None, "Balkan lignite"), ("eu-northwest-coal", "Europe", .02, "energy", 80, None, "Spain and others")]

# from, to, mode, km, Mt/year, {more}
ROUTES = [
    ("ru-kuzbass", "ru-esib", "rail", 900, 60, {}), ("ru-kuzbass", "ru-fareast", "rail", 5500, 95, {"name": "Eastern Polygon, Kuzbass–Vostochny", "owner": "rzd"}), ("ru-esib", "ru-fareast", "rail", 3800, 40, {"name": "Eastern Polygon, East Siberia–Far East", "owner": "rzd"}),
    ("ru-kuzbass", "ru-urals", "rail", 1900, 70, {"owner": "rzd"}), ("ru-kuzbass", "ru-centre", "rail", 3800, 105, {"name": "Kuzbass to western ports and power plants", "owner": "rzd"}),
    ("ru-esib", "cn-northeast", "rail", 2300, 15, {"name": "Zabaikalsk–Manzhouli", "owner": "rzd"}), ("ru-fareast", "cn-northeast", "rail", 900, 12, {"name": "Grodekovo–Suifenhe and Nizhneleninskoye–Tongjiang", "owner": "rzd"}),
    ("ru-fareast", "cn-east", "ship", 2000, 80, {}), ("ru-fareast", "cn-south", "ship", 3400, 40, {}), ("ru-fareast", "kr", "ship", 1100, 35, {}), ("ru-fareast", "jp", "ship", 1400, 22, {"end": "2023-01-01"}), ("ru-fareast", "in", "ship", 9500, 20, {}),
    ("ru-centre", "eu-centre", "ship", 1500, 50, {"end": "2022-08-10"}), ("ru-centre", "eu-northwest", "ship", 2500, 30, {"end": "2022-08-10"}), ("ru-centre", "tr", "ship", 3500, 30, {}), ("ru-centre", "in", "ship", 13000, 30, {}),
    ("kz-ekibastuz", "ru-urals", "rail", 1200, 30, {"name": "Ekibastuz–Reftinsky and Troitsk", "owner": "ktz"}), ("kz-ekibastuz", "kz-karaganda", "rail", 400, 20, {"owner": "ktz"}), ("kz-ekibastuz", "kz-almaty", "rail", 1500, 25, {"owner": "ktz"}), ("kz-karaganda", "kz-almaty", "rail", 1000, 15, {"owner": "ktz"}),
    ("kz-almaty", "kg-bishkek", "rail", 300, 2, {"owner": "ktz"}), ("kz-karaganda", "uz-angren", "rail", 1500, 8, {"owner": "ktz"}), ("kz-karaganda", "cn-northwest", "rail", 1200, 3, {"name": "Dostyk–Alashankou", "owner": "ktz"}),
    ("mn-tavantolgoi", "cn-north", "rail", 300, 100, {"name": "Tavan Tolgoi–Gashuun Sukhait–Gantsmod, rail to the border and trucks"}), ("mn-ulaanbaatar", "cn-north", "rail", 900, 5, {"name": "Zamyn-Uud–Erenhot", "owner": "utbz"}),
    ("cn-north", "cn-east", "ship", 1400, 800, {"name": "Daqin line and Qinhuangdao–Shanghai"}), ("cn-north", "cn-northeast", "rail", 800, 220, {}), ("cn-north", "cn-centre", "rail", 900, 260, {"name": "Haoji and Jiaoliu railways"}), ("cn-north", "cn-south", "ship", 2700, 450, {"name": "Qinhuangdao–Guangzhou"}),
    ("cn-northwest", "cn-north", "rail", 800, 500, {}), ("cn-northwest", "cn-centre", "rail", 1300, 260, {}), ("cn-northwest", "cn-southwest", "rail", 1700, 110, {}), ("cn-centre", "cn-east", "ship", 900, 80, {}), ("cn-southwest", "cn-south", "rail", 900, 40, {}), ("cn-centre", "cn-south", "rail", 1000, 60, {}),
    ("id-kalimantan", "cn-south", "ship", 3400, 230, {}), ("id-kalimantan", "cn-east", "ship", 4300, 120, {}), ("id-kalimantan", "in", "ship", 5200, 160, {}), ("id-kalimantan", "jp", "ship", 5200, 50, {}), ("id-kalimantan", "kr", "ship", 5000, 50, {}),
    ("au-newcastle", "jp", "ship", 7800, 180, {}), ("au-newcastle", "kr", "ship", 8300, 90, {}), ("au-newcastle", "cn-east", "ship", 8500, 90, {}), ("au-newcastle", "cn-south", "ship", 7900, 50, {}), ("au-newcastle", "in", "ship", 10000, 100, {}), ("au-newcastle", "eu-northwest", "ship", 21000, 30, {}),
    ("world", "eu-northwest", "ship", 11000, 90, {}), ("world", "eu-centre", "ship", 12000, 90, {}), ("world", "eu-southeast", "ship", 10500, 20, {}), ("world", "tr", "ship", 10000, 40, {}), ("world", "in", "ship", 9000, 90, {}), ("world", "jp", "ship", 15000, 30, {}), ("world", "kr", "ship", 15500, 25, {}),
    ("eu-centre", "ua", "rail", 900, 6, {}), ("world", "ua", "ship", 11500, 10, {}), ("ru-centre", "ua", "rail", 900, 10, {"end": "2022-02-24"})]


def build(w):
    ei = w.facts.ei_series
    europe = total(*(scale(ei(c, "coal_production_energy"), EJ) for c in ("Total Europe", "Türkiye", "Ukraine")), factors=[1, -1, -1])
    for node, country, share, kind, cost, owner, name in MINES:
        note = f"review's production times a regional share of {share:g} (assumed)"
        if kind == "energy":
            series = scale(europe if country == "Europe" else scale(ei(country, "coal_production_energy"), EJ), share)
            note = f"review's production in energy at 20.5 MJ/kg times {share:g}"
        else:
            series = scale(ei(country, "coal_production"), share * (.895 if kind == "china" else 1.02))
            note += "; less 10.5 % lost in washing, which closes China's balance of production, imports and use" if kind == "china" else "; 2 % above the output of the year as capacity"
        steps = cost if isinstance(cost, list) else None
        w.supply(f"s-{node}", node, series, MTY, None if steps else cost, T, steps=steps, owner=owner, name=name, note=note + "; cost at the mine assumed")
    for node, volume, cost, name in (("kg-bishkek-coal", 4, 25, "Kara-Keche"), ("mn-ulaanbaatar-coal", 17, 16, "Baganuur, Shivee-Ovoo, Buuruljuut"), ("id-kalimantan-coal", 470, [(.6, 45), (.4, 62)], "Kalimantan and Sumatra"), ("au-newcastle-coal", 430, [(.5, 55), (.35, 75), (.15, 95)], "New South Wales and Queensland"),
                                     ("world-coal", 260, [(.5, 60), (.3, 78), (.2, 98)], "South Africa, Colombia, United States")):
        steps = cost if isinstance(cost, list) else None
        w.supply(f"s-{node}", node, volume, MTY, None if steps else cost, T, steps=steps, source=GK, basis="assumed", name=name, note="export potential to the importers of the package, in coal of 20.5 MJ/kg, round figures")
    for start, end, mode, distance, capacity, more in ROUTES:
        rate = .55 if mode == "rail" else .13
        mongolian = start == "mn-tavantolgoi"
        note = "distance and capacity from general knowledge; freight 0.55 USD/t for 100 km by rail, 0.13 by sea and 4 USD/t of handling assumed"
        source = GK
        if mongolian:
            source, note = w.facts.source_of("03-coal-rail-assets.csv", asset_id="rail.tavantolgoi-gashuunsukhait"), "railway of 233–258 km with 30–50 Mt a year, and trucks; 8 USD/t by rail, 32 by truck: 15 USD/t in the mean assumed"
        cost = 5.0 if mongolian else round(rate + 400 / distance * 1.0, 3) if mode == "ship" else rate
        w.add("transports", **{"id": f"t-{start}-{end}-coal", "name": f"Coal by {mode}, {start} to {end}", "from": f"{start}-coal", "to": f"{end}-coal", "mode": mode, "distance": distance, "transit_time": round(distance / (350 if mode == "rail" else 550) + 2, 1),
                               "capacity": capacity, "cost": cost, "rate_unit": MTY, "price_unit": T100, "status": "operating", "source": source, "basis": "assumed", "note": note, **more})
    w.by_year("transports", "t-mn-tavantolgoi-cn-north-coal", "capacity", {2019: 45, 2020: 35, 2021: 20, 2022: 45, 2023: 80, 2024: 95, 2025: 100}, GK, "assumed", "border closures 2020–2022, railway since September 2022")
    _demand(w)


def _demand(w):
    ei = w.facts.ei_series

    def split(consumption, power, burn, shares, heat, note):
        rest = {y: max(v, .05 * consumption[y]) for y, v in total(consumption, power, factors=[1, -burn]).items()}
        for node, share in shares.items():
            w.demand(f"d-{node}-industry", node, "industry", scale(rest, share * (1 - heat)), "Mt", 600, T, "industry", note=note)
            if heat:
                w.demand(f"d-{node}-district-heat", node, "district_heat", scale(rest, share * heat), "Mt", 3000, T, "coal-heat", True, note=note)

    def energy(country, mj=MJ):
        return scale(ei(country, "coal_consumption_energy"), 1e3 / mj)

    rule = "review's consumption in energy less coal for power plants at {0} kt/GWh; regions and the share of heat assumed"
    split(energy("Russian Federation", 21.3), ei("Russian Federation", "electricity_from_coal"), BURN["ru"], {"ru-kuzbass-coal": .30, "ru-esib-coal": .20, "ru-fareast-coal": .12, "ru-urals-coal": .20, "ru-centre-coal": .18}, .35, rule.format(.5))
    split(energy("Kazakhstan", 17), ei("Kazakhstan", "electricity_from_coal"), BURN["kz"], {"kz-ekibastuz-coal": .45, "kz-karaganda-coal": .37, "kz-almaty-coal": .18}, .35, rule.format(.62) + "; at 17 MJ/kg")
    split(energy("China"), ei("China", "electricity_from_coal"), BURN["cn"], {"cn-north-coal": .35, "cn-northwest-coal": .20, "cn-centre-coal": .11, "cn-southwest-coal": .09, "cn-south-coal": .05, "cn-east-coal": .13, "cn-northeast-coal": .07}, .12, rule.format(.44))
    split(energy("Uzbekistan"), flat(8), BURN["uz"], {"uz-angren-coal": 1}, .3, rule.format(.5) + "; 8 TWh of coal power assumed")
    split(energy("Türkiye"), ei("Türkiye", "electricity_from_coal"), BURN["tr"], {"tr-coal": 1}, .2, rule.format(.45))
    split(energy("Ukraine"), ei("Ukraine", "electricity_from_coal"), BURN["ua"], {"ua-coal": 1}, .1, rule.format(.5))
    split(energy("Japan"), ei("Japan", "electricity_from_coal"), BURN["jp"], {"jp-coal": 1}, 0, rule.format(.42))
    split(energy("South Korea"), ei("South Korea", "electricity_from_coal"), BURN["kr"], {"kr-coal": 1}, 0, rule.format(.42))
    europe = total(*(energy(c) for c in ("Total Europe", "Türkiye", "Ukraine")), factors=[1, -1, -1])
    power = total(*(ei(c, "electricity_from_coal") for c in ("Total Europe", "Türkiye", "Ukraine")), factors=[1, -1, -1])
    split(europe, power, BURN["eu"], {"eu-northwest-coal": .33, "eu-centre-coal": .54, "eu-southeast-coal": .13}, .1, rule.format(.47))
    w.demand("d-mn-ulaanbaatar-coal-household", "mn-ulaanbaatar-coal", "household", 3.5, "Mt", 3000, T, "coal-heat", True, GK, "assumed", note="stoves and heat-only boilers, order of magnitude")
    w.demand("d-mn-tavantolgoi-coal-industry", "mn-tavantolgoi-coal", "industry", 2, "Mt", 600, T, "industry", False, GK, "assumed", note="mines and smaller towns, order of magnitude")
    w.demand("d-kg-bishkek-coal-district-heat", "kg-bishkek-coal", "district_heat", 2.2, "Mt", 3000, T, "coal-heat", True, GK, "assumed", note="households and boilers, order of magnitude")
    w.demand("d-in-coal-market", "in-coal", "market", 205, "Mt", 300, T, "industry", False, GK, "assumed", note="India's imports in coal of 20.5 MJ/kg, order of magnitude")
    for i, (share, price) in enumerate([(.6, 220), (.4, 120)], 1):
        w.add("demand_steps", demand="d-in-coal-market", step=i, share=share, price=price, price_unit=T, source=GK, basis="assumed", note="coking coal first, thermal coal above the cost of Indian coal")
    for place, volume in (("cn-north", 60), ("cn-east", 60), ("cn-south", 30), ("kz-ekibastuz", 3), ("ru-kuzbass", 8), ("mn-ulaanbaatar", .4)):
        w.add("storages", id=f"st-{place}-coal", name=f"Coal stocks, {place}", node=f"{place}-coal", kind="stockpile", working_volume=volume, max_injection=volume * 20, max_withdrawal=volume * 20, injection_cost=1, amount_unit="Mt",
              rate_unit=MTY, price_unit=T, status="operating", source=GK, basis="assumed", note="ports and power plants, about three to five weeks")
