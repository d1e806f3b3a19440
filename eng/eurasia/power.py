"""Electricity: consumption, plants without fuel, coal and gas plants, lines."""

from collections import defaultdict

import coal
import gas
from facts import EI, GK
from world import flat, scale, total

TWHY, MWH = "TWh/year", "USD/MWh"

# zone: (share of the country's use, hydro, nuclear, other renewables) as shares of the country
SHARES = {
    "Russian Federation": {"ru-west": (.528, .23, .955, .7), "ru-urals": (.22, .03, .043, .1), "ru-wsib": (.11, .04, 0, .1), "ru-esib": (.10, .58, 0, .1), "ru-fareast": (.042, .12, .002, 0)},
    "Kazakhstan": {"kz-north": (.40, 0, 0, .35), "kz-petropavl": (.018, 0, 0, 0), "kz-kostanay": (.042, 0, 0, .02), "kz-centre-east": (.19, .7, 0, .13), "kz-south": (.225, .3, 0, .4), "kz-west": (.105, 0, 0, .1), "kz-oral": (.02, 0, 0, 0)},
    "China": {"cn-northeast": (.048, .012, .115, .08), "cn-north": (.241, .008, .05, .36), "cn-northwest": (.112, .10, 0, .235), "cn-centre": (.12, .165, 0, .09), "cn-southwest": (.106, .625, 0, .055), "cn-south": (.125, .05, .35, .07), "cn-east": (.248, .04, .485, .11)},
    "Europe": {"eu-northwest": (.55, .62, .82, .52), "eu-centre": (.36, .25, .10, .40), "eu-southeast": (.09, .13, .08, .08)},
    "Belarus": {"by": (1, 1, 1, 1)}, "Ukraine": {"ua": (1, 1, 1, 1)}, "Türkiye": {"tr": (1, 1, 0, 1)}, "Japan": {"jp": (1, 1, 1, 1)}, "South Korea": {"kr": (1, 1, 1, 1)}}
SHAPE = {"ru": ("power-ru", "hydro-ru"), "kz": ("power-ru", "hydro-ru"), "cn": ("power-cn", "hydro-cn"), "eu": ("power-eu", "hydro-eu"), "by": ("power-eu", "hydro-eu"), "ua": ("power-eu", "hydro-eu"),
         "tr": ("power-jp", "hydro-eu"), "jp": ("power-jp", "hydro-cn"), "kr": ("power-jp", "hydro-cn"), "mn": ("power-ru", "hydro-ru"), "kg": ("power-ru", "hydro-kg"), "uz": ("power-jp", "hydro-kg"), "tm": ("power-jp", "hydro-kg")}

# coal plants by zone: MW, coal node, least load, USD/MWh , provinces in the facts
COAL = [
    ("ru-west", 7000, "ru-centre-coal", .45, 6, ()), ("ru-urals", 6800, "ru-urals-coal", .45, 6, ("Chelyabinsk",)), ("ru-wsib", 9600, "ru-kuzbass-coal", .45, 6, ("Omsk", "Novosibirsk", "Kemerovo", "Altai Krai")),
    ("ru-esib", 12800, "ru-esib-coal", .45, 6, ("Irkutsk", "Buryatia", "Zabaykalsky Krai")), ("ru-fareast", 4330, "ru-fareast-coal", .3, 6, ("Amur", "Khabarovsk", "Primorsky")),
    ("kg", 813, "kg-bishkek-coal", 0, 8, ("Bishkek",)), ("uz", 2493, "uz-angren-coal", .2, 8, ("Tashkent",)),
    ("cn-northeast", 80000, "cn-northeast-coal", .25, 6, None), ("cn-north", 370000, "cn-north-coal", .25, 6, None), ("cn-northwest", 178000, "cn-northwest-coal", .25, 6, None), ("cn-centre", 138000, "cn-centre-coal", .25, 6, None),
    ("cn-southwest", 88000, "cn-southwest-coal", .2, 6, None), ("cn-south", 108000, "cn-south-coal", .25, 6, None), ("cn-east", 238000, "cn-east-coal", .25, 6, None),
    ("eu-northwest", 15000, "eu-northwest-coal", .25, 6, None), ("eu-centre", 74000, "eu-centre-coal", .28, 6, None), ("eu-southeast", 22000, "eu-southeast-coal", .35, 6, None), ("tr", 22000, "tr-coal", .3, 6, None),
    ("ua", 5500, "ua-coal", .1, 8, None), ("jp", 53000, "jp-coal", .3, 8, None), ("kr", 40000, "kr-coal", .3, 8, None)]

# gas plants by zone: MW, gas node, least load, USD/MWh
GAS = [
    ("ru-west", 92000, "ru-centre-gas", .2, 3), ("ru-urals", 44000, "ru-urals-gas", .25, 3), ("ru-wsib", 4500, "ru-wsib-gas", .2, 3), ("ru-fareast", 4000, "ru-khabarovsk-gas", .2, 3),
    ("kz-west", 4200, "kz-atyrau-gas", .6, 3), ("kz-oral", 420, "kz-oral-gas", .3, 3), ("kz-south", 2300, "kz-shymkent-gas", .4, 3), ("uz", 17000, "uz-tashkent-gas", .46, 3), ("tm", 7000, "tm-mary-gas", .2, 3),
    ("cn-northeast", 3000, "cn-northeast-gas", .25, 4), ("cn-north", 30000, "cn-north-gas", .27, 4), ("cn-northwest", 3500, "cn-northwest-gas", .25, 4), ("cn-centre", 7000, "cn-centre-gas", .2, 4), ("cn-southwest", 6000, "cn-southwest-gas", .25, 4),
    ("cn-south", 46000, "cn-south-gas", .27, 4), ("cn-east", 46000, "cn-east-gas", .27, 4), ("eu-northwest", 108000, "eu-northwest-gas", .15, 4), ("eu-centre", 92000, "eu-centre-gas", .28, 4), ("eu-southeast", 18000, "eu-southeast-gas", .15, 4),
    ("tr", 25500, "tr-ankara-gas", .4, 4), ("ua", 4500, "ua-kyiv-gas", .15, 4), ("by", 10500, "by-minsk-gas", .3, 4), ("jp", 80000, "jp-tokyo-gas", .5, 4), ("kr", 44000, "kr-seoul-gas", .5, 4)]

# plants of Kazakhstan and Mongolia by name in the facts: electricity zone, coal node
NAMED = {
    "Ekibastuz-1 power station": ("kz-north", "kz-ekibastuz-coal"), "Ekibastuz-2 power station": ("kz-north", "kz-ekibastuz-coal"), "Aksu power station": ("kz-north", "kz-ekibastuz-coal"), "Pavlodar-1 power station": ("kz-north", "kz-ekibastuz-coal"),
    "Pavlodar-3 power station": ("kz-north", "kz-ekibastuz-coal"), "Astana-2 power station": ("kz-north", "kz-ekibastuz-coal"), "Petropavlovsk-2 power station": ("kz-petropavl", "kz-ekibastuz-coal"), "Rudny power station": ("kz-kostanay", "kz-ekibastuz-coal"),
    "Karaganda State Regional power station-2": ("kz-centre-east", "kz-karaganda-coal"), "Karaganda TPS-2 power station": ("kz-centre-east", "kz-karaganda-coal"), "Karaganda TPS-3 power station": ("kz-centre-east", "kz-karaganda-coal"),
    "Zhezkazgan power station": ("kz-centre-east", "kz-karaganda-coal"), "Ust-Kamenogorsk TETS power station": ("kz-centre-east", "kz-karaganda-coal"), "Almaty-2 power station": ("kz-south", "kz-almaty-coal"), "Almaty-3 power station": ("kz-south", "kz-almaty-coal"),
    "Ulaanbaatar-4 power station": ("mn", "mn-ulaanbaatar-coal"), "Ulaanbaatar-3 power station": ("mn", "mn-ulaanbaatar-coal")}

# id, name, from, to, kind, kV, km, circuits, MW, loss, facts id, {more}
LINES = [
    ("l-ru-west-urals", "Middle Volga–Urals, 500 kV", "ru-west", "ru-urals", "ac", 500, 600, 6, 4500, None, None, {}), ("l-ru-urals-wsib", "Kurgan and Tyumen–Omsk, 500 kV", "ru-urals", "ru-wsib", "ac", 500, 700, 1, 900, None, None, {}),
    ("l-ru-wsib-esib", "Kuzbass–Nazarovo–Krasnoyarsk, 500 and 1150 kV", "ru-wsib", "ru-esib", "ac", 500, 500, 6, 6500, None, None, {}), ("l-ru-esib-fareast", "Mogocha and Skovorodino back-to-back", "ru-esib", "ru-fareast", "dc", 220, 1, 1, 210, .02, None, {}),
    ("l-ru-kz-tavricheskaya", "Omsk (Tavricheskaya)–Ekibastuz and Aksu, 500 kV", "ru-wsib", "kz-north", "ac", 500, 400, 2, 1200, None, "pwr.ru-kz.tavricheskaya", {}), ("l-ru-kz-barnaul", "Barnaul–Ekibastuz, built for 1150 kV", "ru-wsib", "kz-north", "ac", 500, 690, 1, 800, None, "pwr.ru-kz.ekibastuz-barnaul", {}),
    ("l-ru-kz-rubtsovsk", "Rubtsovsk–Ust-Kamenogorsk, 500 kV", "ru-wsib", "kz-centre-east", "ac", 500, 250, 1, 700, None, "pwr.ru-kz.rubtsovsk", {}), ("l-ru-kz-kurgan", "Kurgan–Avrora (Petropavl), 500 kV", "ru-urals", "kz-petropavl", "ac", 500, 270, 1, 900, None, "pwr.ru-kz.kurgan", {}),
    ("l-ru-kz-troitsk", "Troitsk–Sokol (Kostanay), 500 kV", "ru-urals", "kz-kostanay", "ac", 500, 180, 2, 1500, None, "pwr.ru-kz.troitsk", {}), ("l-ru-kz-magnitogorsk", "Magnitogorsk–Zhitikara, 500 kV", "ru-urals", "kz-kostanay", "ac", 500, 330, 1, 600, None, "pwr.ru-kz.magnitogorsk", {}),
    ("l-ru-kz-oral", "Balakovo and Kinel–Stepnaya (Oral), 220 kV", "ru-west", "kz-oral", "ac", 220, 260, 3, 450, None, "pwr.ru-kz.golovnaya-uralsk", {}), ("l-ru-kz-aktobe", "Orsk–Ulke and Aktobe, 220–500 kV", "ru-urals", "kz-west", "ac", 500, 180, 1, 600, None, "pwr.ru-kz.orsk-aktobe", {}),
    ("l-kz-oral-west", "Oral–Atyrau, 220 kV", "kz-oral", "kz-west", "ac", 220, 480, 1, 120, None, None, {}), ("l-kz-kostanay-aktobe", "Zhitikara–Ulke, 500 kV", "kz-kostanay", "kz-west", "ac", 500, 490, 1, 500, None, None, {}),
    ("l-kz-karabatan-ulke", "Karabatan–Ulke, 500 kV", "kz-west", "kz-north", "ac", 500, 604.3, 1, 500, None, "pwr.karabatan-ulke", {"status": "construction", "start": "2027-12-01"}),
    ("l-kz-ekibastuz-kokshetau-kostanay", "Ekibastuz–Kokshetau–Kostanay, built for 1150 kV", "kz-north", "kz-kostanay", "ac", 500, 900, 1, 900, None, None, {}), ("l-kz-petropavl-north", "Avrora–Esil–Ekibastuz, 500 kV", "kz-petropavl", "kz-north", "ac", 500, 700, 1, 700, None, None, {}),
    ("l-kz-petropavl-kostanay", "Petropavl–Kostanay, 220 kV", "kz-petropavl", "kz-kostanay", "ac", 220, 400, 1, 150, None, None, {}), ("l-kz-north-centre", "Ekibastuz–Agadyr and Nura, 500 kV", "kz-north", "kz-centre-east", "ac", 500, 350, 4, 2800, None, None, {}),
    ("l-kz-north-south-1", "North–South 1, Agadyr–YuKGRES–Almaty, 500 kV", "kz-centre-east", "kz-south", "ac", 500, 750, 1, 650, None, "pwr.ekibastuz-agadyr-ukgres", {}), ("l-kz-north-south-2", "North–South 2, Agadyr–Shu, 500 kV", "kz-centre-east", "kz-south", "ac", 500, 750, 1, 700, None, "pwr.north-south-2", {}),
    ("l-kz-north-east-south", "North–East–South, Oskemen–Taldykorgan–Alma, 500 kV", "kz-centre-east", "kz-south", "ac", 500, 880, 1, 750, None, "pwr.north-east-south", {}), ("l-kz-hvdc-north-south", "Ekibastuz–Zhambyl, direct current", "kz-north", "kz-south", "dc", 500, 1200, 1, 2000, .04, "pwr.hvdc-ekibastuz-zhambyl", {"status": "planned"}),
    ("l-kz-kg-almaty-frunze", "Almaty and Shu–Frunze (Bishkek), 500 and 220 kV", "kz-south", "kg", "ac", 500, 250, 2, 900, None, "pwr.ca-ring", {}), ("l-kz-uz-shymkent-tashkent", "Shymkent–Tashkent, 500 and 220 kV", "kz-south", "uz", "ac", 500, 130, 2, 1100, None, "pwr.ca-ring", {}),
    ("l-kg-uz-toktogul", "Toktogul–Lochin, 500 kV", "kg", "uz", "ac", 500, 230, 1, 900, None, "pwr.ca-ring", {}), ("l-tm-uz-serdar-karakul", "Serdar–Karakul, 500 kV, radial", "tm", "uz", "dc", 500, 370, 1, 800, .03, "pwr.ca-ring", {"reverse_rating": 0}),
    ("l-ru-mn-selenduma-darkhan", "Selenduma–Darkhan, 220 kV", "ru-esib", "mn", "ac", 220, 200, 2, 300, None, "pwr.ru-mn.selenduma-darkhan", {"tariff": 18}), ("l-cn-mn-oyu-tolgoi", "Bayannur–Oyu Tolgoi, 220 kV", "cn-north", "mn", "dc", 220, 180, 2, 300, .02, None, {"reverse_rating": 0, "tariff": 10}),
    ("l-ru-cn-amur-heihe", "Amurskaya–Heihe, 500 kV with back-to-back", "ru-fareast", "cn-northeast", "dc", 500, 157, 1, 750, .02, "pwr.ru-cn.amur-heihe-500", {"reverse_rating": 0, "start": "2012-01-01", "end": "2023-11-09", "access": "contract_only"}),
    ("l-ru-cn-blagoveshchensk-heihe", "Blagoveshchensk–Heihe and Aihui, 110 and 220 kV", "ru-fareast", "cn-northeast", "dc", 220, 30, 3, 113, .02, "pwr.ru-cn.blagoveshchensk-heihe", {"reverse_rating": 0, "end": "2026-01-01", "access": "contract_only"}),
    ("l-ru-by-smolensk", "Smolensk–Belorusskaya, 750 kV, and 330 kV lines", "ru-west", "by", "ac", 750, 450, 2, 1500, None, None, {}), ("l-ru-eu-baltic", "Russia and Belarus–Baltic states, 330 kV (BRELL)", "ru-west", "eu-centre", "dc", 330, 300, 4, 700, .01, None, {"end": "2022-05-22"}),
    ("l-eu-ua-continental", "Ukraine–Poland, Slovakia, Hungary", "eu-centre", "ua", "ac", 400, 250, 5, 1700, None, None, {"start": "2022-03-16"}), ("l-eu-ua-southeast", "Ukraine–Romania and Hungary", "eu-southeast", "ua", "ac", 400, 300, 2, 700, None, None, {"start": "2022-03-16"}),
    ("l-eu-northwest-centre", "France, Benelux, Nordics–Germany, Italy, Switzerland", "eu-northwest", "eu-centre", "ac", 400, 150, 24, 24000, None, None, {}), ("l-eu-centre-southeast", "Austria, Italy, Slovakia–Hungary, Slovenia, Croatia", "eu-centre", "eu-southeast", "ac", 400, 200, 12, 8500, None, None, {}),
    ("l-eu-tr-southeast", "Bulgaria and Greece–Türkiye, 400 kV", "eu-southeast", "tr", "ac", 400, 250, 3, 1200, None, None, {}),
    ("l-cn-north-centre", "Changzhi–Nanyang–Jingmen, 1000 kV", "cn-north", "cn-centre", "ac", 1000, 640, 2, 9000, None, None, {}), ("l-cn-northeast-north", "Gaoling back-to-back and Zhalute–Qingzhou ±800 kV", "cn-northeast", "cn-north", "dc", 800, 1200, 2, 13000, .03, None, {}),
    ("l-cn-north-east", "Xilinhot–Taizhou, Yanmenguan–Huaian ±800 kV and 1000 kV", "cn-north", "cn-east", "dc", 800, 1300, 3, 26000, .04, None, {}), ("l-cn-northwest-north", "Ningdong–Shandong, Shanghaimiao–Linyi, Longdong–Shandong", "cn-northwest", "cn-north", "dc", 800, 1200, 3, 22000, .04, None, {}),
    ("l-cn-northwest-centre", "Hami–Zhengzhou, Jiuquan–Hunan, Qinghai–Henan, Shaanbei–Hubei", "cn-northwest", "cn-centre", "dc", 800, 1900, 4, 32000, .05, None, {}), ("l-cn-northwest-east", "Ningdong–Shaoxing, Changji–Guquan ±1100 kV", "cn-northwest", "cn-east", "dc", 1100, 2600, 2, 20000, .06, None, {}),
    ("l-cn-northwest-southwest", "Deyang–Baoji and Hami–Chongqing", "cn-northwest", "cn-southwest", "dc", 800, 1700, 2, 11000, .05, None, {}), ("l-cn-southwest-east", "Xiangjiaba–Shanghai, Jinping–Sunan, Xiluodu–Zhexi, Baihetan lines", "cn-southwest", "cn-east", "dc", 800, 2000, 5, 38000, .055, None, {}),
    ("l-cn-southwest-south", "Yunnan and Guizhou–Guangdong ±500 and ±800 kV", "cn-southwest", "cn-south", "dc", 800, 1400, 8, 40000, .04, None, {}), ("l-cn-southwest-centre", "Yahu–Jiangxi ±800 kV and Chongqing–Hubei", "cn-southwest", "cn-centre", "dc", 800, 1500, 2, 13000, .045, None, {}),
    ("l-cn-centre-east", "Three Gorges–Changzhou, Shanghai ±500 kV", "cn-centre", "cn-east", "dc", 500, 950, 4, 11000, .04, None, {}), ("l-cn-centre-south", "Three Gorges–Guangdong ±500 kV", "cn-centre", "cn-south", "dc", 500, 940, 1, 3000, .04, None, {})]
OHM = {220: .4, 330: .33, 400: .3, 500: .3, 750: .28, 1000: .26}


def build(w):
    _use_and_fuel_free(w)
    _coal(w)
    _gas(w)
    _lines(w)


def _use_and_fuel_free(w):
    ei = w.facts.ei_series
    world = ("Total Europe", "Türkiye", "Ukraine")

    def country(name, indicator):
        if name != "Europe":
            return ei(name, indicator)
        return total(*(ei(c, indicator) for c in world), factors=[1, -1, -1])

    for name, zones in SHARES.items():
        use, hydro, nuclear = (country(name, f"electricity_{k}") for k in ("generation", "hydro", "nuclear"))
        if name == "Belarus":
            other = flat(1.2)
        else:
            other = total(use, hydro, nuclear, country(name, "electricity_from_gas"), country(name, "electricity_from_coal"), factors=[1, -1, -1, -1, -1])
        for zone, (share, h, n, r) in zones.items():
            shape, hydro_shape = SHAPE[zone[:2]]
            _use(w, zone, scale(use, share), shape, "review's generation (gross, so that own use and grid losses are inside) times a regional share; 35 % households and services assumed")
            for kind, series, part, profile, cost in (("hydro", hydro, h, hydro_shape, 1), ("nuclear", nuclear, n, "nuclear", 9), ("renewables", other, r, "renewables", 1)):
                if part and max(series.values()) > 0:
                    scaled = {y: max(0, v) for y, v in scale(series, part).items()}
                    w.supply(f"s-{zone}-electricity-{kind}", f"{zone}-electricity", scaled, TWHY, cost, MWH, profile=profile,
                             note="mean output of the year over an assumed season" + ("; the rest of the review's generation after coal, gas, nuclear and hydro" if kind == "renewables" else "") + "; regional share assumed")
    small = [("kg", flat(17.5), 12.8, .3), ("mn", {2019: 7.6, 2020: 7.7, 2021: 8.3, 2022: 8.6, 2023: 9.2, 2024: 9.7, 2025: 10.2}, .1, .9)]
    for zone, series, hydro, renewables in small:
        _use(w, zone, series, SHAPE[zone][0], "order of magnitude, general knowledge", GK, "assumed")
        w.supply(f"s-{zone}-electricity-hydro", f"{zone}-electricity", hydro, TWHY, 1, MWH, profile=SHAPE[zone][1], source=GK, basis="assumed", note="mean year")
        w.supply(f"s-{zone}-electricity-renewables", f"{zone}-electricity", renewables, TWHY, 1, MWH, profile="renewables", source=GK, basis="assumed", note="order of magnitude")
    for zone, name in (("uz", "Uzbekistan"), ("tm", "Turkmenistan")):
        _use(w, zone, ei(name, "electricity_generation"), SHAPE[zone][0], "review's generation" + ("" if zone == "uz" else "; exports to Iran and Afghanistan inside"))
    w.supply("s-uz-electricity-hydro", "uz-electricity", ei("Uzbekistan", "electricity_hydro"), TWHY, 1, MWH, profile="hydro-kg", note="review's hydro output")
    w.supply("s-uz-electricity-renewables", "uz-electricity", {**flat(.3), 2022: .5, 2023: .8, 2024: 4.8, 2025: 10}, TWHY, 1, MWH, profile="renewables", source=GK, basis="estimated", note="new solar and wind, order of magnitude")


def _use(w, zone, series, shape, note, source=EI, basis="derived"):
    node = f"{zone}-electricity"
    w.demand(f"d-{node}-household", node, "household", scale(series, .35), "TWh", 5000, MWH, shape, True, source, basis, note)
    w.demand(f"d-{node}-industry", node, "industry", scale(series, .65), "TWh", 1500, MWH, shape, False, source, basis, note)


def _plant(w, identity, name, zone, fuel, ratio, unit, capacity, least, cost, source, basis, note, **more):
    w.add("converters", id=identity, name=name, kind="power_plant", reference_unit="GWh", capacity=capacity, rate_unit="MW", min_load=least or None, cost=cost, price_unit=MWH, status="operating", source=source, basis=basis, note=note, **more)
    w.add("converter_flows", converter=identity, node=fuel, side="in", ratio=ratio, amount_unit=unit, source=GK, basis="assumed", note="mean consumption of the fleet, heat credited")
    w.add("converter_flows", converter=identity, node=f"{zone}-electricity", side="out", ratio=1, amount_unit="GWh", source=GK, basis="derived")
    w.add("outages", id=f"o-{identity}", asset=identity, forced_rate=.2 if zone[:2] in ("kz", "mn") and unit == "kt" else .45 if zone == "uz" and unit == "kt" else .12, mean_time_to_repair=72, source=GK, basis="assumed",
          note="forced and planned outages together; worn plants of Kazakhstan and Mongolia 20 %, lignite plants of Uzbekistan 45 %")


def _coal(w):
    units = [r for r in w.facts.read("04c-coal-power-units.csv") if r["status_2024-07"] == "operating" and r["capacity_MW"]]
    by_province, by_plant = defaultdict(float), defaultdict(float)
    for row in units:
        by_province[row["province"]] += float(row["capacity_MW"])
        by_plant[row["plant"]] += float(row["capacity_MW"])
    source = w.facts.source(units[0])
    for zone, capacity, node, least, cost, provinces in COAL:
        known = sum(by_province[p] for p in provinces or ())
        if zone in ("kg", "uz"):
            basis, note = "derived", f"sum of operating units, {known:.0f} MW"
        elif provinces:
            basis, note = "estimated", f"{known:.0f} MW of operating units in {', '.join(provinces)}; other plants of the zone from general knowledge"
        else:
            basis, note = "assumed", "capacity of the zone, general knowledge"
        note += "; least load for heat and the grid assumed"
        _plant(w, f"c-{zone}-coal-power", f"Coal plants, {zone}", zone, node, coal.BURN[zone[:2]], "kt", capacity, least, cost, source if provinces else GK, basis, note)
    for plant, (zone, node) in NAMED.items():
        identity = "c-" + zone[:2] + "-" + plant.lower().replace(" power station", "").replace("state regional", "gres").replace(" tets", "").replace(" ", "-").replace("-power-station", "")
        row = next(r for r in units if r["plant"] == plant)
        capacity = by_plant[plant]
        more = {}
        if plant == "Ekibastuz-1 power station":
            capacity, more = 4000, {"owner": "samruk-energy"}
        elif plant == "Ekibastuz-2 power station":
            more = {"owner": "samruk-energy"}
        elif plant == "Aksu power station":
            more = {"owner": "erg"}
        _plant(w, identity, plant.replace(" power station", ""), zone, node, coal.BURN[zone[:2]], "kt", capacity, .25, 5, w.facts.source(row), "derived", "sum of operating units; least load and cost assumed", **more)
    w.by_year("converters", "c-kz-ekibastuz-1", "capacity", {**{y: 3500 for y in range(2019, 2025)}, 2025: 4000}, source, "reported", "3,500 MW operating in July 2024; 4,000 with unit 1 restored")
    w.add("converters", id="c-mn-buuruljuut", name="Buuruljuut", kind="power_plant", reference_unit="GWh", capacity=150, rate_unit="MW", cost=5, price_unit=MWH, status="operating", start="2024-12-01", source=GK, basis="assumed", note="new plant at the mine, order of magnitude")
    w.add("converter_flows", converter="c-mn-buuruljuut", node="mn-ulaanbaatar-coal", side="in", ratio=.8, amount_unit="kt", source=GK, basis="assumed", note="efficiency of a new plant")
    w.add("converter_flows", converter="c-mn-buuruljuut", node="mn-electricity", side="out", ratio=1, amount_unit="GWh", source=GK, basis="derived")
    for identity, name, zone, node, capacity, fact, status, start in (
            ("c-kz-kokshetau-chp", "Kokshetau CHP", "kz-north", "kz-ekibastuz-coal", 240, "pwr.kokshetau-chp", "construction", "2029-02-01"), ("c-kz-semey-chp", "Semey CHP", "kz-centre-east", "kz-karaganda-coal", 360, "pwr.semey-chp", "planned", "2028-12-01"),
            ("c-kz-oskemen-chp", "Oskemen CHP", "kz-centre-east", "kz-karaganda-coal", 360, "pwr.oskemen-chp", "planned", "2028-12-01"), ("c-kz-ekibastuz-gres-3", "Ekibastuz GRES-3", "kz-north", "kz-ekibastuz-coal", 2600, "pwr.ekibastuz-gres3", "planned", "2031-01-01")):
        w.add("converters", id=identity, name=name, kind="chp" if "chp" in identity else "power_plant", reference_unit="GWh", capacity=capacity, rate_unit="MW", cost=6, price_unit=MWH, status=status, start=start,
              source=w.facts.source_of("04-power-assets.csv", asset_id=fact), basis="reported", note="date of service as planned; consumption assumed")
        w.add("converter_flows", converter=identity, node=node, side="in", ratio=.55, amount_unit="kt", source=GK, basis="assumed", note="efficiency of a new plant")
        w.add("converter_flows", converter=identity, node=f"{zone}-electricity", side="out", ratio=1, amount_unit="GWh", source=GK, basis="derived")
    w.supply("s-kz-balkhash-nuclear", "kz-south-electricity", 18, TWHY, 10, MWH, profile="nuclear", source=w.facts.source_of("04-power-assets.csv", asset_id="pwr.balkhash-npp"), basis="derived", note="2,400 MW at 86 %; service expected in 2035–2036", name="Balkhash nuclear plant", start="2036-01-01")


def _gas(w):
    for zone, capacity, node, least, cost in GAS:
        key = zone[:2]
        _plant(w, f"c-{zone}-gas-power", f"Gas plants, {zone}", zone, node, gas.BURN[key], "mcm@20C", capacity, least, cost, GK, "assumed",
               "capacity of the zone, general knowledge; least load for heat, evening peaks and the grid, which days do not show")
        if key in ("cn", "kz", "uz"):
            country = {"cn": "China", "kz": "Kazakhstan"}.get(key)
            grown = w.facts.ei_series(country, "electricity_from_gas") if country else w.facts.ei_series("Uzbekistan", "electricity_generation")
            w.by_year("converters", f"c-{zone}-gas-power", "capacity", scale(grown, capacity / grown[2025]), EI, "assumed", "capacity in step with the review's output from gas" if country else "capacity in step with the review's generation")


def _lines(w):
    facts = {row["asset_id"]: row for row in w.facts.read("04-power-assets.csv")}
    for identity, name, start, end, kind, voltage, length, circuits, rating, loss, fact, more in LINES:
        row = {"status": "operating", **more}
        if identity.startswith(("l-ru-kz", "l-ru-by")):
            row["tariff"] = 10
        elif kind == "dc" and start[:2] == end[:2] == "cn":
            row["tariff"] = 2
        reactance = round(OHM[voltage] * length / circuits, 2) if kind == "ac" else None
        w.add("power_lines", **{"id": identity, "name": name, "from": f"{start}-electricity", "to": f"{end}-electricity", "kind": kind, "voltage": voltage, "length": length, "reactance": reactance, "rating": rating, "loss_share": loss,
                                "price_unit": MWH if "tariff" in row else None, "source": w.facts.source(facts[fact]) if fact else GK, "basis": "estimated" if fact else "assumed",
                                "note": f"{circuits} circuit(s); reactance {OHM.get(voltage, 0)} ohm/km and circuit assumed; rating of the section, general knowledge" if kind == "ac" else "rating from general knowledge; loss assumed", **row})
