"""LNG: liquefaction, ships, regasification, tanks and the rest of the world market."""

from facts import EI, GK
from world import MCM_PER_KT_LNG, flat, scale, total

MTY, PER_T = "Mt/year", "USD/t"
FREIGHT = "USD/t/100km"
PER_T_OF_MMBTU = 54.4 / 1.05505585262  # MMBtu gross in a tonne

# id, name, gas node, lng node, Mt/year, terminal in the facts, start, end, note
PLANTS = [
    ("c-ru-yamal-lng", "Yamal LNG", "ru-yamal-gas", "ru-sabetta-lng", 20.5, "Yamal LNG Terminal", "2017-12-08", None, "nameplate 17.4 Mt (GEM); about 20 Mt have been loaded a year in the cold climate"),
    ("c-ru-arctic-lng-2", "Arctic LNG 2, trains 1 and 2", "ru-yamal-gas", "ru-utrenny-lng", 13.2, "Arctic LNG 2 Terminal", "2023-12-01", None, "nameplate; sales limited by the few ships that carry it"),
    ("c-ru-sakhalin-2", "Sakhalin-2 LNG", "ru-sakhalin-gas", "ru-prigorodnoye-lng", 10.5, "Sakhalin II LNG Terminal", "2009-02-18", None, "nameplate 9.6 Mt (GEM); up to 11 loaded in past years"),
    ("c-ru-baltic-lng", "Vysotsk and Portovaya LNG", "ru-centre-gas", "ru-baltic-lng", 2.2, "Portovaya LNG Terminal", "2022-09-01", "2025-02-27", "ends with the designation of both in January 2025"),
    ("c-no-hammerfest-lng", "Hammerfest LNG", "no-snohvit-gas", "no-melkoya-lng", 4.2, None, None, None, "nameplate 4.2 Mt (GEM)")]

# lng node, gas node, countries or provinces of the terminals
TERMINALS = [
    ("cn-north", "cn-north-gas", "China", {"Hebei", "Tianjin", "Shandong", "Liaoning"}), ("cn-east", "cn-east-gas", "China", {"Jiangsu", "Shanghai", "Zhejiang", "Anhui", "Fujian"}),
    ("cn-south", "cn-south-gas", "China", {"Guangdong", "Guangxi", "Hainan"}), ("jp-tokyo", "jp-tokyo-gas", "Japan", None), ("kr-incheon", "kr-seoul-gas", "South Korea", None),
    ("eu-northwest", "eu-northwest-gas", "Belgium;France;Netherlands;Portugal;Spain;United Kingdom;Sweden;Finland;Malta", None),
    ("eu-centre", "eu-centre-gas", "Germany;Italy;Poland;Lithuania", None), ("eu-southeast", "eu-southeast-gas", "Greece;Croatia", None), ("tr-aliaga", "tr-ankara-gas", "Türkiye", None)]

# from, to, km, Mt/year
ROUTES = [
    ("qa-raslaffan", "cn-east", 10800, 20), ("qa-raslaffan", "cn-south", 9700, 15), ("qa-raslaffan", "jp-tokyo", 12000, 15), ("qa-raslaffan", "kr-incheon", 11500, 15),
    ("qa-raslaffan", "eu-northwest", 11600, 20), ("qa-raslaffan", "eu-centre", 8500, 12), ("qa-raslaffan", "lng-world-import", 2300, 50),
    ("au-dampier", "cn-north", 7400, 15), ("au-dampier", "cn-east", 6300, 25), ("au-dampier", "cn-south", 5100, 20), ("au-dampier", "jp-tokyo", 6900, 40), ("au-dampier", "kr-incheon", 6700, 20),
    ("au-dampier", "lng-world-import", 6500, 20), ("us-sabine", "eu-northwest", 8900, 80), ("us-sabine", "eu-centre", 9600, 40), ("us-sabine", "eu-southeast", 11300, 12), ("us-sabine", "tr-aliaga", 11500, 12),
    ("us-sabine", "jp-tokyo", 17200, 20), ("us-sabine", "kr-incheon", 18500, 15), ("us-sabine", "cn-east", 18700, 15), ("us-sabine", "lng-world-import", 17500, 40),
    ("lng-world-export", "cn-south", 3000, 30), ("lng-world-export", "cn-east", 4100, 30), ("lng-world-export", "jp-tokyo", 5300, 35), ("lng-world-export", "kr-incheon", 5000, 20),
    ("lng-world-export", "eu-northwest", 6500, 30), ("lng-world-export", "eu-centre", 6000, 15), ("lng-world-export", "tr-aliaga", 3000, 10), ("lng-world-export", "lng-world-import", 4500, 90),
    ("ru-sabetta", "eu-northwest", 4900, 20), ("ru-sabetta", "cn-east", 22500, 6), ("ru-prigorodnoye", "jp-tokyo", 1900, 8), ("ru-prigorodnoye", "kr-incheon", 2300, 3), ("ru-prigorodnoye", "cn-north", 3200, 5),
    ("ru-baltic", "eu-northwest", 2200, 2.5), ("no-melkoya", "eu-northwest", 2600, 5)]


def build(w):
    _liquefaction(w)
    _regasification(w)
    _ships(w)
    _market(w)


def _liquefaction(w):
    for identity, name, gas, lng, capacity, terminal, start, end, note in PLANTS:
        source = w.facts.source_of("05-lng-terminals.csv", terminal=terminal) if terminal else GK
        w.add("converters", id=identity, name=name, kind="liquefaction", reference_unit="kt", capacity=capacity, rate_unit=MTY, cost=25, price_unit=PER_T, status="operating", start=start, end=end,
              source=source, basis="estimated", note=note, owner={"c-ru-yamal-lng": "novatek", "c-ru-arctic-lng-2": "novatek", "c-ru-sakhalin-2": "gazprom", "c-ru-baltic-lng": "gazprom"}.get(identity, "equinor"))
        w.add("converter_flows", converter=identity, node=gas, side="in", ratio=round(MCM_PER_KT_LNG * 1.08, 4), amount_unit="mcm@20C", source=GK, basis="derived", note="54.4 MJ/kg over 37.3 MJ/m3 and 8 % own use")
        w.add("converter_flows", converter=identity, node=lng, side="out", ratio=1, amount_unit="kt", source=GK, basis="derived")
    w.by_year("converters", "c-ru-arctic-lng-2", "capacity", {2023: 6.6, 2024: 6.6, 2025: 13.2}, w.facts.source_of("05-lng-terminals.csv", terminal="Arctic LNG 2 Terminal"), "reported")


def _regasification(w):
    rows = [r for r in w.facts.read("05-lng-terminals.csv") if r["facility_type"] == "import" and r["status"] == "operating" and r["capacity_Mt_per_y"]]
    for place, gas, countries, provinces in TERMINALS:
        own = [r for r in rows if r["country"] in countries.split(";") and (provinces is None or r["state_province"] in provinces)]

        def capacity(year):
            return round(sum(float(r["capacity_Mt_per_y"]) for r in own if not r["start_year"] or int(float(r["start_year"][:4])) <= year), 2)

        identity = f"c-{place}-regasification"
        series = {year: capacity(year) for year in range(2019, 2027)}
        note = f"sum of {len({r['terminal'] for r in own})} operating terminals ({', '.join(sorted({r['country'] for r in own}))}) that had started by the year"
        w.add("converters", id=identity, name=f"LNG terminals of {place}", kind="regasification", reference_unit="kt", capacity=series[2025], rate_unit=MTY, cost=12, price_unit=PER_T,
              status="operating", source=w.facts.source(own[0]), basis="derived", note=note)
        w.by_year("converters", identity, "capacity", series, w.facts.source(own[0]), "derived")
        w.add("converter_flows", converter=identity, node=f"{place}-lng", side="in", ratio=1, amount_unit="kt", source=GK, basis="derived")
        w.add("converter_flows", converter=identity, node=gas, side="out", ratio=round(MCM_PER_KT_LNG * .99, 4), amount_unit="mcm@20C", source=GK, basis="derived", note="heating values of the carriers, 1 % own use")
    for place, volume in (("cn-north", 1.6), ("cn-east", 1.8), ("cn-south", 1.2), ("jp-tokyo", 6), ("kr-incheon", 4.5), ("eu-northwest", 2.5)):
        w.add("storages", id=f"st-{place}-lng", name=f"LNG tanks, {place}", node=f"{place}-lng", kind="lng_tank", working_volume=volume, max_injection=volume * 20, max_withdrawal=volume * 20,
              standing_loss=.0005, min_level=.1, amount_unit="Mt", rate_unit=MTY, status="operating", source=GK, basis="assumed", note="about two to three weeks of imports; boil-off 0.05 % a day")


def _ships(w):
    w.add("fleets", id="fleet-arc7", name="Arc7 ice-class carriers of Yamal LNG", mode="ship", vehicles=15, vehicle_capacity=75, amount_unit="kt", owner="novatek", status="operating", source=GK, basis="estimated",
          note="15 ships of 172,600 m3")
    w.add("fleets", id="fleet-arctic-lng-2", name="Carriers of Arctic LNG 2", mode="ship", vehicles=7, vehicle_capacity=72, amount_unit="kt", owner="novatek", status="operating", start="2025-08-01", source=GK, basis="assumed",
          note="ships known to have loaded in 2025, general knowledge")
    for start, end, distance, capacity in ROUTES:
        days = round(distance / 800 + 1, 1)
        identity = f"t-{start}-{end}-lng"
        more = {"fleet": "fleet-arc7"} if (start, end) == ("ru-sabetta", "eu-northwest") else {}
        if (start, end) in (("ru-sabetta", "eu-northwest"), ("ru-prigorodnoye", "jp-tokyo")):
            more["access"] = "contract_only"
        note = "sea distance by general knowledge, 800 km a day; capacity as a generous bound, freight 0.45 USD/t for 100 km assumed (about 1 USD/MMBtu for Qatar–China)"
        if (start, end) == ("us-sabine", "cn-east"):
            more["end"], note = "2025-02-10", note + "; ended by China's tariff of February 2025"
        w.add("transports", **{"id": identity, "name": f"LNG ships {start} to {end}", "from": f"{start}-lng", "to": f"{end}-lng", "mode": "ship", "distance": distance, "transit_time": days, "capacity": capacity,
                               "loss_share": round(.001 * days, 4), "cost": .45, "rate_unit": MTY, "price_unit": FREIGHT, "status": "operating", "source": GK, "basis": "assumed", "note": note, **more})
    w.add("transports", **{"id": "t-ru-sabetta-cn-north-lng", "name": "Yamal LNG by the Northern Sea Route", "from": "ru-sabetta-lng", "to": "cn-north-lng", "mode": "ship", "distance": 9900, "transit_time": 18,
                           "capacity": 0, "loss_share": .018, "cost": .55, "fleet": "fleet-arc7", "rate_unit": MTY, "price_unit": FREIGHT, "status": "operating", "source": GK, "basis": "assumed",
                           "note": "open from July to mid November; capacity by dated values, 9 Mt a year while it is open"})
    for year in range(2019, 2027):
        w.dated("transports", "t-ru-sabetta-cn-north-lng", "capacity", f"{year}-07-01", f"{year}-11-15", 9, note="navigation season")
    w.add("transports", **{"id": "t-ru-utrenny-cn-south-lng", "name": "Arctic LNG 2 to Beihai", "from": "ru-utrenny-lng", "to": "cn-south-lng", "mode": "ship", "distance": 14000, "transit_time": 28,
                           "capacity": 3.5, "loss_share": .028, "cost": .7, "fleet": "fleet-arctic-lng-2", "owner": "novatek", "rate_unit": MTY, "price_unit": FREIGHT, "status": "operating", "start": "2025-08-01",
                           "source": w.facts.source_of("05b-lng-trade.csv", flow="Arctic LNG 2 → Beihai (China)"), "basis": "estimated", "note": "23 cargoes, 1.3 Mt between August and December 2025"})


def _market(w):
    ei = w.facts.ei_series
    mt = 1 / 1.36
    world = scale(ei("Total World", "lng_imports"), mt)
    russia, norway = scale(ei("Russian Federation", "lng_exports"), mt), scale(ei("Norway", "lng_exports"), mt)
    known = {"qa": flat(79), "au": {**flat(80), 2019: 77, 2020: 78, 2021: 79}, "us": {2019: 34, 2020: 45, 2021: 70, 2022: 77, 2023: 85, 2024: 88, 2025: 108}}
    rest = total(world, russia, norway, *known.values(), factors=[1, -1, -1, -1, -1, -1])
    cost = {"qa": 2.5, "au": 5.0, "us": 7.2}
    place = {"qa": "qa-raslaffan", "au": "au-dampier", "us": "us-sabine"}
    for key, series in known.items():
        w.supply(f"s-{place[key]}-lng", f"{place[key]}-lng", series, MTY, cost[key], "USD/MMBtu_gross", source=GK, basis="estimated", name=f"LNG loaded in {key.upper()}",
                 note="exports of the year to the nearest Mt, general knowledge; cost loaded on board assumed (United States: 115 % of Henry Hub and liquefaction)")
    w.supply("s-lng-world-export-lng", "lng-world-export-lng", rest, MTY, 5.5, "USD/MMBtu_gross", name="Other exporters (Malaysia, Nigeria, Indonesia, Algeria, Oman and others)",
             note="review's world trade (1 Mt = 1.36 bcm) less the exporters named in the package; cost assumed")
    others = total(world, *(scale(ei(c, "lng_imports"), mt) for c in ("China", "Japan", "South Korea", "Total Europe")), factors=[1, -1, -1, -1, -1])
    w.demand("d-lng-world-import-lng-market", "lng-world-import-lng", "market", scale(others, 1.14), "Mt", 25 * PER_T_OF_MMBTU, PER_T, "industry",
             note="review's world trade less the importers named in the package, 14 % above, because the cheaper part is not served at the prices of the year; steps assumed")
    for i, (share, price) in enumerate([(.6, 20), (.2, 13), (.1, 11), (.1, 9)], 1):
        w.add("demand_steps", demand="d-lng-world-import-lng-market", step=i, share=share, price=price, price_unit="USD/MMBtu_gross", source=GK, basis="assumed",
              note="price-sensitive buyers of South and South-East Asia; steps chosen around the spot prices of 2023–2025")
