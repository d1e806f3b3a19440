"""Crude oil, refineries and oil products."""

from facts import EI, GK
from world import TONNES_PER_KBD, flat, scale, total

MTY, BBL, T, T100 = "Mt/year", "USD/bbl", "USD/t", "USD/t/100km"

# node, Mt in 2025, steps or cost USD/bbl, EI country, owner, name, note
FIELDS = [
    ("ru-wsib-crude", .592, [(.7, 22), (.3, 32)], "Russian Federation", "rosneft", "West Siberia"), ("ru-volga-crude", .248, [(.6, 24), (.4, 34)], "Russian Federation", "lukoil", "Volga-Urals, Timan-Pechora, Caspian"),
    ("ru-taishet-crude", .09, 24, "Russian Federation", "rosneft", "Vankor, Verkhnechonsk, Talakan"), ("ru-kozmino-crude", .03, 24, "Russian Federation", "rosneft", "Sakhalin, loaded at De-Kastri and Prigorodnoye"),
    ("kz-atyrau-crude", .87, [(.8, 18), (.2, 28)], "Kazakhstan", "kmg", "Tengiz, Kashagan, Karachaganak, Uzen"), ("kz-kumkol-crude", .13, 22, "Kazakhstan", "kmg", "Aktobe, Kumkol"),
    ("cn-northeast-crude", .195, 45, "China", "cnpc", "Daqing, Liaohe, Jilin"), ("cn-north-crude", .285, 42, "China", "sinopec", "Bohai, Shengli, Huabei"), ("cn-northwest-crude", .365, 40, "China", "cnpc", "Changqing, Xinjiang"),
    ("cn-south-crude", .12, 40, "China", "cnooc", "South China Sea"), ("cn-east-crude", .035, 45, "China", "cnooc", "Jiangsu, Henan, East China Sea"),
    ("az-baku-crude", 1, 20, "Azerbaijan", "socar", "Azeri-Chirag-Gunashli"), ("uz-bukhara-crude", 1, 25, "Uzbekistan", "uzbekneftegaz", "Uzbekistan"), ("tm-seidi-crude", 1, 25, "Turkmenistan", None, "Turkmenistan")]

# id, name, crude node, products node, capacity Mt, facts id, owner, zone-wide capacity from the review
REFINERIES = [
    ("c-ru-omsk-refinery", "Omsk refinery", "ru-wsib-crude", "ru-wsib-products", 22, "ref.omsk", "gazprom-neft"), ("c-ru-wsib-refineries", "Other refineries of West Siberia", "ru-wsib-crude", "ru-wsib-products", 10, None, None),
    ("c-ru-angarsk-refinery", "Angarsk", "ru-taishet-crude", "ru-esib-products", 10.2, "ref.angarsk", "rosneft"), ("c-ru-achinsk-refinery", "Achinsk", "ru-taishet-crude", "ru-esib-products", 7.5, None, "rosneft"),
    ("c-ru-fareast-refineries", "Komsomolsk and Khabarovsk", "ru-skovorodino-crude", "ru-fareast-products", 13, None, "rosneft"), ("c-ru-samara-refineries", "Samara group", "ru-volga-crude", "ru-centre-products", 24, "ref.samara-kuibyshev", "rosneft"),
    ("c-ru-orsk-refinery", "Orsk", "ru-volga-crude", "ru-urals-products", 6.6, "ref.orsk", None), ("c-ru-urals-refineries", "Ufa, Perm and others", "ru-volga-crude", "ru-urals-products", 45, None, "bashneft"),
    ("c-ru-west-refineries", "Other refineries of European Russia", "ru-volga-crude", "ru-centre-products", 170, None, None),
    ("c-kz-pavlodar-refinery", "Pavlodar", "kz-pavlodar-crude", "kz-north-products", 6, "ref.pavlodar", "kmg"), ("c-kz-shymkent-refinery", "Shymkent", "kz-kumkol-crude", "kz-south-products", 6, "ref.shymkent", "pkop"),
    ("c-kz-atyrau-refinery", "Atyrau", "kz-atyrau-crude", "kz-west-products", 5.5, "ref.atyrau", "kmg"), ("c-uz-refineries", "Bukhara, Fergana", "uz-bukhara-crude", "uz-tashkent-products", 6, "ref.bukhara", "uzbekneftegaz"),
    ("c-tm-refineries", "Turkmenbashi, Seydi", "tm-seidi-crude", "tm-products", 10, None, None), ("c-by-refineries", "Mozyr, Naftan", "by-mozyr-crude", "by-products", 24, None, None),
    ("c-cn-northeast-refineries", "Refineries of north-east China", "cn-northeast-crude", "cn-northeast-products", 140, None, "cnpc"), ("c-cn-north-refineries", "Refineries of north China and Shandong", "cn-north-crude", "cn-north-products", 290, None, "sinopec"),
    ("c-cn-northwest-refineries", "Refineries of north-west China", "cn-northwest-crude", "cn-northwest-products", 95, None, "cnpc"), ("c-cn-centre-refineries", "Refineries on the Yangtze", "cn-east-crude", "cn-centre-products", 55, None, "sinopec"),
    ("c-cn-east-refineries", "Refineries of east China", "cn-east-crude", "cn-east-products", 215, None, "sinopec"), ("c-cn-south-refineries", "Refineries of south China", "cn-south-crude", "cn-south-products", 125, None, "sinopec"),
    ("c-cn-southwest-refineries", "Sichuan and Yunnan refineries", "cn-south-crude", "cn-southwest-products", 23, None, "cnpc"), ("c-eu-northwest-refineries", "Refineries of north-west Europe", "eu-northwest-crude", "eu-northwest-products", 345, None, None),
    ("c-eu-centre-refineries", "Refineries of central Europe and Italy", "eu-centre-crude", "eu-centre-products", 255, None, None), ("c-eu-southeast-refineries", "Refineries of south-east Europe", "eu-southeast-crude", "eu-southeast-products", 78, None, None),
    ("c-tr-refineries", "İzmit, İzmir, STAR, Kırıkkale", "tr-izmit-crude", "tr-products", 40, None, None), ("c-jp-refineries", "Refineries of Japan", "jp-crude", "jp-products", 150, None, None), ("c-kr-refineries", "Refineries of Korea", "kr-crude", "kr-products", 175, None, None)]

# id, name, from, to, km, Mt/year, reverse, USD/t, owner, facts id, {more}
LINES = [
    ("p-ru-wsib-volga-crude", "Surgut–Polotsk, Kholmogory–Klin, Nizhnevartovsk–Kuibyshev", "ru-wsib-crude", "ru-volga-crude", 2000, 290, None, 12, "transneft", None, {}),
    ("p-ru-omsk-irkutsk", "Omsk–Novosibirsk–Irkutsk", "ru-wsib-crude", "ru-taishet-crude", 1900, 60, None, 12, "transneft", None, {}),
    ("p-ru-espo-1", "ESPO-1, Taishet–Skovorodino", "ru-taishet-crude", "ru-skovorodino-crude", 2694, 80, None, 14, "transneft", "oil.espo-1", {"inner_diameter": 1190, "max_pressure": 100, "start": "2009-12-28"}),
    ("p-ru-espo-2", "ESPO-2, Skovorodino–Kozmino", "ru-skovorodino-crude", "ru-kozmino-crude", 2046, 50, None, 11, "transneft", "oil.espo-2", {"inner_diameter": 1040, "max_pressure": 100, "start": "2012-12-25"}),
    ("p-ru-cn-skovorodino-daqing", "Skovorodino–Mohe–Daqing 1 and 2", "ru-skovorodino-crude", "cn-northeast-crude", 1000, 30, None, 6, "transneft", "oil.skovorodino-daqing-2", {"strings": 2, "inner_diameter": 790, "max_pressure": 95, "access": "contract_only", "start": "2011-01-01"}),
    ("p-ru-kz-omsk-pavlodar", "Omsk–Pavlodar", "ru-wsib-crude", "kz-pavlodar-crude", 406, 20, None, 3, "kaztransoil", "oil.omsk-pavlodar", {"inner_diameter": 990, "access": "contract_only"}),
    ("p-kz-pavlodar-atasu", "Pavlodar–Atasu", "kz-pavlodar-crude", "kz-atasu-crude", 620, 17, 10, 4, "kaztransoil", "oil.pavlodar-shymkent", {"inner_diameter": 800}),
    ("p-kz-kumkol-atasu", "Kumkol–Karakoin–Atasu", "kz-kumkol-crude", "kz-atasu-crude", 620, 20, 10, 4, "kaztransoil", "oil.pavlodar-shymkent", {"inner_diameter": 800}),
    ("p-kz-cn-atasu-alashankou", "Atasu–Alashankou", "kz-atasu-crude", "cn-northwest-crude", 965, 20, None, 8, "kcp", "oil.atasu-alashankou", {"inner_diameter": 790, "max_pressure": 63, "access": "contract_only", "start": "2006-05-01"}),
    ("p-kz-kenkiyak-kumkol", "Atyrau–Kenkiyak–Kumkol", "kz-atyrau-crude", "kz-kumkol-crude", 1240, 10, None, 9, "kcp", "oil.kenkiyak-kumkol", {"inner_diameter": 790, "start": "2009-10-01"}),
    ("p-kz-ru-atyrau-samara", "Uzen–Atyrau–Samara", "kz-atyrau-crude", "ru-volga-crude", 1235, 17.5, None, 12, "kaztransoil", "oil.atyrau-samara", {"access": "contract_only"}),
    ("p-kz-ru-cpc", "Caspian Pipeline Consortium, Tengiz–Novorossiysk", "kz-atyrau-crude", "ru-cpc-crude", 1511, 72.5, None, 38, "cpc", "oil.cpc", {"inner_diameter": 1040, "max_pressure": 100, "start": "2001-10-01"}),
    ("p-ru-cpc-kropotkin", "Russian oil into CPC at Kropotkin", "ru-volga-crude", "ru-cpc-crude", 300, 10, None, 10, "cpc", "oil.cpc", {"access": "contract_only"}),
    ("p-ru-by-druzhba", "Druzhba, Samara–Unecha–Mozyr", "ru-volga-crude", "by-mozyr-crude", 1500, 66.5, None, 8, "transneft", "oil.druzhba", {"access": "contract_only"}),
    ("p-by-de-druzhba-north", "Druzhba north, Mozyr–Schwedt", "by-mozyr-crude", "eu-centre-crude", 1000, 50, None, 6, "gomeltransneft", "oil.druzhba", {"access": "contract_only"}),
    ("p-by-hu-druzhba-south", "Druzhba south, Mozyr–Brody–Százhalombatta", "by-mozyr-crude", "eu-southeast-crude", 1100, 22, None, 10, "ukrtransnafta", "oil.druzhba", {"access": "contract_only"}),
    ("p-ru-baltic-pipeline-system", "Baltic Pipeline System 1 and 2", "ru-volga-crude", "ru-baltic-crude", 1300, 110, None, 12, "transneft", "oil.bps-1", {}),
    ("p-ru-samara-novorossiysk", "Samara–Tikhoretsk–Novorossiysk", "ru-volga-crude", "ru-blacksea-crude", 1300, 36, None, 11, "transneft", None, {}),
    ("p-az-tr-btc", "Baku–Tbilisi–Ceyhan", "az-baku-crude", "tr-izmit-crude", 1768, 50, None, 25, "socar", None, {}),
    ("p-tr-eu-ceyhan-trieste", "Tankers Ceyhan–Trieste and the Transalpine line", "tr-izmit-crude", "eu-centre-crude", 2500, 40, None, 12, None, None, {}),
    ("p-cn-daqing-tieling", "Daqing–Tieling–Jinxi", "cn-northeast-crude", "cn-north-crude", 900, 30, None, 6, "pipechina", None, {}),
    ("p-cn-rizhao-yizheng", "Rizhao–Yizheng and Ningbo lines", "cn-north-crude", "cn-east-crude", 600, 40, 40, 5, "pipechina", None, {})]

# from, to, km, Mt/year, {more}
TANKERS = [
    ("ru-kozmino", "cn-north", 2000, 45, {}), ("ru-kozmino", "cn-northeast", 1900, 8, {}), ("ru-kozmino", "cn-east", 2200, 20, {}), ("ru-kozmino", "in", 9000, 15, {}), ("ru-kozmino", "jp", 1700, 12, {"end": "2022-12-05"}), ("ru-kozmino", "kr", 1100, 10, {"end": "2022-12-05"}),
    ("ru-baltic", "in", 14000, 70, {"start": "2022-03-01"}), ("ru-baltic", "cn-east", 22000, 25, {}), ("ru-baltic", "tr", 6500, 18, {}), ("ru-baltic", "eu-northwest", 1800, 100, {"end": "2022-12-05"}),
    ("ru-blacksea", "in", 8500, 35, {"start": "2022-03-01"}), ("ru-blacksea", "tr", 900, 14, {}), ("ru-blacksea", "eu-centre", 2900, 30, {"end": "2022-12-05"}),
    ("ru-cpc", "eu-centre", 2900, 60, {}), ("ru-cpc", "eu-northwest", 6200, 30, {}), ("ru-cpc", "kr", 16000, 10, {}),
    ("middle-east", "cn-north", 11800, 120, {}), ("middle-east", "cn-northeast", 12000, 40, {}), ("middle-east", "cn-east", 10800, 150, {}), ("middle-east", "cn-south", 9700, 110, {}), ("middle-east", "jp", 12000, 125, {}), ("middle-east", "kr", 11500, 110, {}),
    ("middle-east", "in", 2200, 160, {}), ("middle-east", "eu-northwest", 12000, 90, {}), ("middle-east", "eu-centre", 8500, 80, {}), ("middle-east", "eu-southeast", 6500, 40, {}), ("middle-east", "tr", 6000, 15, {}),
    ("world", "cn-north", 20000, 90, {}), ("world", "cn-east", 18500, 90, {}), ("world", "cn-south", 17500, 70, {}), ("world", "eu-northwest", 8000, 250, {}), ("world", "eu-centre", 9000, 120, {}), ("world", "eu-southeast", 8500, 40, {}),
    ("world", "kr", 20000, 45, {}), ("world", "jp", 18000, 20, {}), ("world", "in", 15000, 70, {})]

# products: from, to, mode, km, Mt/year, {more}
ROUTES = [
    ("ru-wsib", "ru-urals", "rail", 900, 12, {}), ("ru-urals", "ru-centre", "rail", 1200, 40, {}), ("ru-wsib", "ru-esib", "rail", 1800, 15, {}), ("ru-esib", "ru-fareast", "rail", 3200, 12, {}), ("ru-wsib", "kz-north", "rail", 700, 4, {}),
    ("ru-urals", "kz-west", "rail", 900, 1.5, {}), ("ru-wsib", "kg-bishkek", "rail", 2200, 1.6, {}), ("ru-urals", "uz-tashkent", "rail", 2400, 5, {}), ("ru-esib", "mn-ulaanbaatar", "rail", 900, 3, {}), ("ru-fareast", "cn-northeast", "rail", 1300, 3, {}),
    ("ru-fareast", "world", "ship", 3000, 15, {}), ("ru-centre", "by", "rail", 800, 4, {}), ("ru-centre", "world", "ship", 9000, 110, {}), ("ru-centre", "eu-northwest", "ship", 2000, 75, {"end": "2023-02-05"}), ("ru-centre", "tr", "ship", 1500, 18, {}),
    ("kz-north", "kz-centre-east", "rail", 600, 5, {}), ("kz-west", "kz-north", "rail", 1400, 3, {}), ("kz-west", "kz-south", "rail", 1900, 3, {}), ("kz-south", "kz-centre-east", "rail", 1300, 2, {}), ("kz-north", "kz-south", "rail", 1600, 2, {}),
    ("kz-south", "kg-bishkek", "rail", 500, .6, {}), ("kz-south", "uz-tashkent", "rail", 300, 1, {}), ("tm", "uz-tashkent", "rail", 1300, 1, {}), ("tm", "world", "ship", 3000, 4, {}), ("by", "ua", "rail", 700, 5, {"end": "2022-02-24"}),
    ("by", "world", "rail", 1000, 12, {}), ("eu-centre", "ua", "rail", 1300, 9, {}), ("eu-southeast", "ua", "ship", 900, 9, {}), ("cn-northeast", "cn-north", "rail", 800, 25, {}), ("cn-northeast", "cn-south", "ship", 3200, 45, {}),
    ("cn-northeast", "cn-east", "ship", 1800, 20, {}), ("cn-north", "cn-centre", "rail", 900, 40, {}), ("cn-north", "cn-east", "ship", 1100, 50, {}), ("cn-northwest", "cn-southwest", "rail", 1300, 30, {}), ("cn-northwest", "cn-centre", "rail", 1200, 20, {}),
    ("cn-east", "cn-centre", "ship", 800, 70, {}), ("cn-south", "cn-southwest", "rail", 1100, 50, {}), ("cn-centre", "cn-southwest", "ship", 1300, 20, {}), ("cn-east", "cn-south", "ship", 1300, 20, {}), ("world", "cn-east", "ship", 9000, 60, {}), ("world", "cn-south", "ship", 8000, 50, {}),
    ("world", "cn-north", "ship", 10000, 40, {}), ("world", "eu-northwest", "ship", 7000, 110, {}), ("world", "eu-centre", "ship", 6500, 60, {}), ("world", "eu-southeast", "ship", 5500, 20, {}), ("world", "tr", "ship", 5000, 25, {}),
    ("world", "jp", "ship", 9000, 60, {}), ("kr", "world", "ship", 4500, 60, {}), ("kr", "jp", "ship", 1000, 20, {}), ("eu-northwest", "eu-centre", "rail", 700, 40, {}), ("eu-centre", "eu-southeast", "rail", 800, 12, {})]


def build(w):
    ei = w.facts.ei_series
    for node, share, cost, country, owner, name in FIELDS:
        steps = cost if isinstance(cost, list) else None
        w.supply(f"s-{node}", node, scale(ei(country, "oil_production"), share), MTY, None if steps else cost, BBL, steps=steps, owner=owner, name=name,
                 note="review's oil production times a regional share (4 % of Russia's left out as liquids that are not piped as crude); lifting cost and extraction tax assumed")
    europe = total(ei("Total Europe", "oil_production"), factors=[1])
    for node, share in (("eu-northwest-crude", .87), ("eu-centre-crude", .06), ("eu-southeast-crude", .035), ("tr-izmit-crude", .035)):
        w.supply(f"s-{node}", node, scale(europe, share), MTY, 30, BBL, name=f"Oil fields, {node.rsplit('-', 1)[0]}", note="review's European production times an assumed share; Norway and the United Kingdom in the north-west")
    for node, capacity, steps, name in (("middle-east-crude", 780, [(.7, 25), (.3, 40)], "Seaborne exports of the Gulf"), ("world-crude", 620, [(.3, 45), (.3, 58), (.4, 66)], "Atlantic basin exports")):
        w.supply(f"s-{node}", node, capacity, MTY, None, BBL, steps=steps, source=GK, basis="assumed", name=name, note="export potential to Eurasia in round figures; the last step makes the price of the sea market (Brent of 2025 about 68)")
    w.demand("d-in-crude-market", "in-crude", "market", total(scale(ei("India", "refinery_throughput"), TONNES_PER_KBD), ei("India", "oil_production"), factors=[1, -1]), "Mt", 1200, T, None,
             note="refinery throughput less own production; India's refineries are outside the model")
    facts = {row["asset_id"]: row for row in w.facts.read("02-oil-assets.csv")}
    for identity, name, crude, products, capacity, fact, owner in REFINERIES:
        yields = .94 if crude.startswith(("cn", "kr", "jp", "eu", "tr")) else .92
        w.add("converters", id=identity, name=name, kind="refinery", reference_unit="kt", capacity=capacity, rate_unit=MTY, cost=22, price_unit=T, owner=owner, status="operating",
              source=w.facts.source(facts[fact]) if fact else GK, basis="reported" if fact else "assumed",
              note="operating cost and yield assumed" if fact else "group of plants: regional share of the capacity in the review (general knowledge); cost and yield assumed")
        if identity.startswith("c-ru"):
            w.add("outages", id=f"o-{identity}", asset=identity, forced_rate=.25 if products == "ru-centre-products" else .2 if products == "ru-urals-products" else .05, mean_time_to_repair=720, source=EI, basis="assumed",
                  note="throughput of 4,900 kb/d in 2025 over a capacity of 6,718: damage and maintenance, put mostly on the European plants")
        w.add("converter_flows", converter=identity, node=crude, side="in", ratio=1, amount_unit="kt", source=GK, basis="derived")
        w.add("converter_flows", converter=identity, node=products, side="out", ratio=yields, amount_unit="kt", disposable=False, source=GK, basis="assumed", note="rest is refinery fuel and loss")
    for identity, name, start, end, length, capacity, reverse, tariff, owner, fact, more in LINES:
        w.add("pipelines", **{"id": identity, "name": name, "from": start, "to": end, "length": length, "capacity": capacity, "reverse_capacity": reverse, "fuel_share": .001, "tariff": tariff, "owner": owner, "rate_unit": MTY,
                              "price_unit": T, "status": "operating", "source": w.facts.source(facts[fact]) if fact else GK, "basis": "estimated" if fact else "assumed",
                              "note": "tariff assumed" if fact else "corridor of several lines; capacity and tariff from general knowledge", **more})
    daryo = w.facts.source({"source_title": "Daryo, CPC in January to April 2025", "source_url": "https://daryo.uz/en/2025/05/28/kazakhstans-bektenov-and-cpcs-gorban-discuss-pipeline-expansion-targeting-1bn-tonnes-of-oil-by-october-2025", "source_date": "2025-05-28"})
    w.by_year("pipelines", "p-kz-ru-cpc", "capacity", {**{y: 53.7 for y in range(2019, 2023)}, 2023: 72.5, 2024: 72.5, 2025: 72.5}, daryo, "reported", "53.7 Mt a year in Kazakhstan until the debottlenecking")
    w.dated("pipelines", "p-kz-ru-cpc", "capacity", "2025-02-17", "2025-03-31", 66, w.facts.source_of("10-events.csv", date="2025-02-17"), "estimated", "Kropotkinskaya station damaged: 30–40 % feared, less in the event")
    _sea(w)
    _demand(w)


def _sea(w):
    freight = "sea distance by general knowledge, 330 km a day for 100,000 t; freight 0.10 USD/t for 100 km assumed"
    for start, end, distance, capacity, more in TANKERS:
        shadow = start in ("ru-kozmino", "ru-baltic", "ru-blacksea")
        w.add("transports", **{"id": f"t-{start}-{end}-crude", "name": f"Tankers {start} to {end}", "from": f"{start}-crude", "to": f"{end}-crude" if end != "tr" else "tr-izmit-crude", "mode": "ship", "distance": distance,
                               "transit_time": round(distance / 550 + 2, 1), "capacity": capacity, "cost": .16 if shadow else .1, "rate_unit": MTY, "price_unit": T100, "status": "operating", "source": GK, "basis": "assumed",
                               "fleet": "fleet-russia-tankers" if shadow and end in ("in", "cn-east") else None,
                               "note": freight.replace("0.10", "0.16 (older, costlier ships)") if shadow else freight, **more})
    menafn = w.facts.source({"source_title": "Trend by MENAFN, oil from Aktau to Baku in 2023", "source_url": "https://menafn.com/1107722129/Kaztransoil-Boost-Oil-Transit-From-Aktau-Port-To-Baku", "source_date": "2024-01-15"})
    for identity, name, end, distance, capacity, start, source in (("t-kz-aktau-az-baku-crude", "Tankers Aktau–Baku, for Ceyhan", "az-baku-crude", 480, 5, "2022-11-11", menafn), ("t-kz-aktau-ru-blacksea-crude", "Tankers Aktau–Makhachkala and the line to Novorossiysk", "ru-blacksea-crude", 1200, 5, None, GK)):
        w.add("transports", **{"id": identity, "name": name, "from": "kz-atyrau-crude", "to": end, "mode": "ship", "distance": distance, "transit_time": 4, "capacity": capacity, "cost": 2.5 if start else 1.5, "rate_unit": MTY, "price_unit": T100, "status": "operating",
                               "start": start, "access": "contract_only", "source": source, "basis": "assumed", "note": "capacity of the port of Aktau, 5.2 Mt a year; loading, freight and line to the port assumed at about 12 to 18 USD/t"})
    w.add("fleets", id="fleet-russia-tankers", name="Tankers in Russia's long-haul crude trade", mode="ship", vehicles=420, vehicle_capacity=105, amount_unit="kt", status="operating", source=GK, basis="assumed",
          note="aframax equivalents that carry crude from the Baltic and the Black Sea to India and China, order of magnitude")
    for start, end, mode, distance, capacity, more in ROUTES:
        rate = .9 if mode == "rail" else .18
        w.add("transports", **{"id": f"t-{start}-{end}-products", "name": f"Products by {mode}, {start} to {end}", "from": f"{start}-products", "to": f"{end}-products", "mode": mode, "distance": distance,
                               "transit_time": round(distance / (400 if mode == "rail" else 600) + 2, 1), "capacity": capacity, "cost": rate * (2 if distance < 500 else 1), "rate_unit": MTY, "price_unit": T100, "status": "operating",
                               "source": GK, "basis": "assumed", "note": "distance and capacity from general knowledge; freight 0.9 USD/t for 100 km by rail, 0.18 by sea assumed", **more})


def _demand(w):
    ei = w.facts.ei_series
    users = (("transport", .68, "oil"), ("industry", .32, "industry"))

    def split(country, shares, series=None, note=None):
        series = series or ei(country, "oil_consumption")
        for node, share in shares.items():
            for sector, part, profile in users:
                w.demand(f"d-{node}-{sector}", node, sector, scale(series, share * part), "Mt", 4000 if sector == "transport" else 2500, T, profile, protected=False,
                         note=note or "review's oil consumption, 68 % transport and 32 % other assumed; regional share assumed")

    split("Russian Federation", {"ru-centre-products": .55, "ru-urals-products": .16, "ru-wsib-products": .14, "ru-esib-products": .07, "ru-fareast-products": .08})
    split("Kazakhstan", {"kz-north-products": .27, "kz-west-products": .25, "kz-south-products": .34, "kz-centre-east-products": .14})
    split("China", {"cn-northeast-products": .085, "cn-north-products": .265, "cn-northwest-products": .09, "cn-centre-products": .125, "cn-southwest-products": .105, "cn-south-products": .14, "cn-east-products": .19})
    for country, node in (("Uzbekistan", "uz-tashkent-products"), ("Turkmenistan", "tm-products"), ("Belarus", "by-products"), ("Ukraine", "ua-products"), ("Türkiye", "tr-products"), ("Japan", "jp-products"), ("South Korea", "kr-products")):
        split(country, {node: 1})
    split("Mongolia", {"mn-ulaanbaatar-products": 1}, flat(2.2), "imports of about 2.2 Mt, general knowledge")
    split("Kyrgyzstan", {"kg-bishkek-products": 1}, flat(1.5), "about 1.5 Mt, general knowledge")
    europe = total(ei("Total Europe", "oil_consumption"), ei("Türkiye", "oil_consumption"), ei("Ukraine", "oil_consumption"), factors=[1, -1, -1])
    split("Europe", {"eu-northwest-products": .55, "eu-centre-products": .36, "eu-southeast-products": .09}, europe)
    w.supply("s-world-products", "world-products", 260, MTY, None, T, steps=[(.45, 520), (.3, 575), (.25, 640)], source=GK, basis="assumed", name="Gas liquids and refineries outside the model", note="naphtha, LPG and products of the Gulf, India and the United States in round figures")
    w.demand("d-world-products-market", "world-products", "market", 150, "Mt", 900, T, None, False, GK, "assumed", note="Africa, Latin America, South-East Asia; round figure with steps")
    for i, (share, price) in enumerate([(.5, 750), (.25, 640), (.25, 560)], 1):
        w.add("demand_steps", demand="d-world-products-market", step=i, share=share, price=price, price_unit=T, source=GK, basis="assumed", note="steps around product prices of 2024–2025")
    for place, working in (("cn-east", 60), ("cn-north", 55), ("cn-south", 25), ("eu-northwest", 40)):
        w.add("storages", id=f"st-{place}-crude", name=f"Crude tanks, {place}", node=f"{place}-crude", kind="tank", working_volume=working, max_injection=working * 4, max_withdrawal=working * 4, min_level=.5,
              amount_unit="Mt", rate_unit=MTY, status="operating", source=GK, basis="assumed", note="commercial and strategic tanks, half always kept")
    for place in ("kz-north", "kz-south", "ru-centre"):
        w.add("storages", id=f"st-{place}-products", name=f"Product tanks, {place}", node=f"{place}-products", kind="tank", working_volume=.5 if place[:2] == "kz" else 8, max_injection=12 if place[:2] == "kz" else 100,
              max_withdrawal=12 if place[:2] == "kz" else 100, min_level=.2, amount_unit="Mt", rate_unit=MTY, status="operating", source=GK, basis="assumed", note="about two to three weeks of use")
