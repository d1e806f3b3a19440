"""Natural gas: fields, consumption without power plants, pipelines, storages."""

from facts import EI, GK, YEARS
from world import BCM_EI, flat, scale, total

BCM, BCMY, KCM, PER100 = "bcm@20C", "bcm@20C/year", "USD/kcm@20C", "USD/kcm@20C/100km"

# Gas that power plants of the model burn, mcm for a GWh of gas-fired output (see power.py).
BURN = {"ru": 0.282, "kz": 0.27, "uz": 0.30, "tm": 0.33, "cn": 0.20, "eu": 0.214, "tr": 0.20, "jp": 0.20, "kr": 0.20, "ua": 0.28, "by": 0.27}
LATE = {"kz-astana-gas": "2020-01-01", "kz-karaganda-gas": "2020-01-01", "ru-amur-gas": "2020-01-01"}
COST = {"household": 20000, "district_heat": 15000, "industry": 2000, "other": 2500}
CIS_GAS = {"by": 0.98, "uz": 0.86, "tm": 1.0}  # share of gas in generation


def build(w):
    _consumption(w)
    _fields(w)
    _pipelines(w)
    _storages(w)
    _levels(w)


def _consumption(w):
    ei = w.facts.ei_series

    def volume(country, indicator="gas_consumption"):
        return scale(ei(country, indicator), BCM_EI)

    def nodes(series, shares, sectors, heat, mix, note):
        for node, share in shares.items():
            shape = heat if isinstance(heat, str) else heat[node]
            for sector, part in sectors.items():
                profile = "industry" if sector == "industry" else mix if sector == "household" and mix else shape
                suffix = sector.replace("_", "-")
                w.demand(f"d-{node}-{suffix}", node, sector, scale(series, share * part), BCM, COST[sector], KCM, profile,
                         protected=sector in ("household", "district_heat"), note=note, start=LATE.get(node))

    def minus_power(country, gas_power, key, pipe=0.0):
        return total(volume(country), gas_power, flat(pipe), factors=[1, -BURN[key], -1])

    russia = minus_power("Russian Federation", ei("Russian Federation", "electricity_from_gas"), "ru", 32)
    nodes(russia, {"ru-centre-gas": .424, "ru-south-gas": .10, "ru-urals-gas": .27, "ru-orenburg-gas": .03, "ru-wsib-gas": .07, "ru-yamal-gas": .085,
                         "ru-amur-gas": .003, "ru-khabarovsk-gas": .008, "ru-sakhalin-gas": .010},
          {"household": .18, "district_heat": .27, "industry": .55}, "heat-cold", None,
          "review's consumption at 40 MJ/m3 less gas burnt in the model's power plants (0.282 mcm/GWh) and about 32 bcm of pipeline and LNG fuel; regions and sectors by assumed shares")
    kz_factor = 12.8 / w.facts.ei("Kazakhstan", "gas_consumption")
    kazakh = scale(ei("Kazakhstan", "gas_consumption"), kz_factor)
    nodes(kazakh, {"kz-oral-gas": .07, "kz-atyrau-gas": .305, "kz-aktobe-gas": .135, "kz-kostanay-gas": .08, "kz-shymkent-gas": .355, "kz-astana-gas": .04, "kz-karaganda-gas": .015},
          {"household": .45, "district_heat": .27, "industry": .28}, "heat-cold", "gas-kz",
          "2025 plan of 21.3 bcm domestic use less 8.5 bcm in power plants, other years as the review's consumption; regions and sectors by assumed shares (36 % communal, 14 % industry reported for 2020)")
    w.demand("d-kz-petropavl-gas-household", "kz-petropavl-gas", "household", 0.45, BCM, COST["household"], KCM, "heat-cold", True, GK, "assumed", start="2030-01-01",
             note="no pipeline gas today (bottled gas and coal heat); need once Ishim–Astana is built, by population")
    w.demand("d-mn-ulaanbaatar-gas-district-heat", "mn-ulaanbaatar-gas", "district_heat", 1.0, BCM, COST["district_heat"], KCM, "heat-cold", True, GK, "assumed", start="2033-01-01",
             note="no gas today; could replace part of the coal heat once Soyuz Vostok is built")
    uzbek_power = scale(ei("Uzbekistan", "electricity_generation"), CIS_GAS["uz"] * .9)
    nodes(minus_power("Uzbekistan", uzbek_power, "uz", -8), {"uz-gazli-gas": .45, "uz-tashkent-gas": .55}, {"household": .42, "district_heat": .06, "industry": .52}, "heat-temperate", None,
          "review's consumption less about 0.30 mcm/GWh for 77 % of generation, plus 8 bcm that production, imports (from Turkmenistan 7.1, from Russia 7.3) and exports of 2025 leave above consumption (losses, use of the pipelines); split assumed")
    nodes(minus_power("Turkmenistan", ei("Turkmenistan", "electricity_generation"), "tm", .2), {"tm-mary-gas": .65, "tm-belek-gas": .35}, {"household": .3, "industry": .7}, "heat-mild", None,
          "review's consumption less gas for all generation and the fuel of the model's lines; split assumed")
    nodes(flat(.4), {"kg-bishkek-gas": 1}, {"household": .6, "industry": .4}, "heat-cold", None, "about 0.4 bcm a year, general knowledge")
    china = minus_power("China", ei("China", "electricity_from_gas"), "cn", 8)
    climate = {"cn-northeast-gas": "heat-cold", "cn-north-gas": "heat-cold", "cn-northwest-gas": "heat-cold", "cn-centre-gas": "heat-temperate",
               "cn-southwest-gas": "heat-mild", "cn-south-gas": "heat-mild", "cn-east-gas": "heat-temperate"}
    north = {k: v for k, v in climate.items() if v == "heat-cold"}
    shares = {"cn-northeast-gas": .06, "cn-north-gas": .25, "cn-northwest-gas": .13, "cn-centre-gas": .09, "cn-southwest-gas": .14, "cn-south-gas": .12, "cn-east-gas": .21}
    note = "review's consumption less gas in power plants (0.20 mcm/GWh) and 8 bcm of pipeline fuel and statistical difference; regions by assumed shares"
    nodes(china, {n: s for n, s in shares.items() if n in north}, {"household": .28, "district_heat": .16, "industry": .56}, climate, "gas-cn-north-heating", note)
    nodes(china, {n: s for n, s in shares.items() if n not in north}, {"household": .34, "industry": .66}, climate, "gas-cn", note)
    rest = total(volume("Total Europe"), volume("Türkiye"), volume("Ukraine"), ei("Total Europe", "electricity_from_gas"), ei("Türkiye", "electricity_from_gas"),
                 ei("Ukraine", "electricity_from_gas"), factors=[1, -1, -1, -BURN["eu"], BURN["eu"], BURN["eu"]])
    nodes(rest, {"eu-northwest-gas": .415, "eu-centre-gas": .48, "eu-southeast-gas": .105}, {"household": .5, "district_heat": .08, "industry": .42}, "heat-temperate", "gas-germany",
          "review's Europe less Türkiye and Ukraine, less 0.214 mcm/GWh for gas-fired generation; three regions and sectors by assumed shares; Norway inside")
    for country, node, key, power, heat in (("Türkiye", "tr-ankara-gas", "tr", ei("Türkiye", "electricity_from_gas"), "heat-temperate"),
                                            ("Ukraine", "ua-kyiv-gas", "ua", ei("Ukraine", "electricity_from_gas"), "heat-cold"),
                                            ("Belarus", "by-minsk-gas", "by", total(ei("Belarus", "electricity_generation"), ei("Belarus", "electricity_nuclear"), factors=[.97, -1]), "heat-cold"),
                                            ("Japan", "jp-tokyo-gas", "jp", ei("Japan", "electricity_from_gas"), "heat-mild"),
                                            ("South Korea", "kr-seoul-gas", "kr", ei("South Korea", "electricity_from_gas"), "heat-temperate")):
        nodes(minus_power(country, power, key), {node: 1}, {"household": .5, "industry": .5}, heat, None,
              f"review's consumption less {BURN[key]} mcm/GWh for gas-fired generation; halves assumed")
    nodes(volume("Azerbaijan"), {"az-baku-gas": 1}, {"household": .4, "industry": .6}, "heat-mild", None, "review's consumption, power plants inside")
    for identity, node, value, note in (("d-az-baku-gas-georgia", "az-baku-gas", 2.8, "Georgia's purchases"), ("d-ru-south-gas-caucasus", "ru-south-gas", 4.3, "Georgia and Armenia, served from southern Russia"),
                                        ("d-tm-belek-gas-swap", "tm-belek-gas", {**flat(.5), 2022: 2, 2023: 2.5, 2024: 1.5}, "swaps with Iran, Azerbaijan and Türkiye (2025: what the review leaves after China and the CIS)")):
        w.demand(identity, node, "other", value, BCM, COST["other"], KCM, "heat-mild", False, GK, "assumed", note=note + ", order of magnitude")


def _fields(w):
    ei = w.facts.ei_series
    eu_rest = total(ei("Total Europe", "gas_production"), ei("Norway", "gas_production"), ei("Ukraine", "gas_production"), factors=[BCM_EI, -BCM_EI, -BCM_EI])
    chinese, kazakh = scale(ei("China", "gas_production"), BCM_EI), scale(ei("Kazakhstan", "gas_production"), 1 / w.facts.ei("Kazakhstan", "gas_production"))
    ramp = "build-up of the field by year assumed from its start and its design plateau"
    spare = "capacity at about the record output since 2018, so that output follows demand; cost: lifting and extraction tax"
    out = "output limit = review's production at 40 MJ/m3"
    rows = [
        ("ru-yamal-gas", 690, "gazprom", [(.8, 26), (.2, 36)], GK, "assumed", spare, "Nadym-Pur-Taz, Yamal and independents"),
        ("ru-orenburg-gas", 13, "gazprom", 30, GK, "assumed", spare, "Orenburg field"),
        ("ru-south-gas", 13, "gazprom", 30, GK, "assumed", spare, "Astrakhan field and southern Russia"),
        ("ru-wsib-gas", 8, "gazprom", 30, GK, "assumed", spare, "Tomsk fields"),
        ("ru-irkutsk-gas", {**flat(0.2), 2023: 4, 2024: 10, 2025: 18, 2026: 22}, "gazprom", 30, GK, "assumed", ramp + " (27 bcm)", "Kovykta field"),
        ("ru-chayanda-gas", {**flat(25), 2019: 1, 2020: 6, 2021: 12, 2022: 17, 2023: 23}, "gazprom", 30, GK, "assumed", ramp + " (25 bcm)", "Chayanda field"),
        ("ru-sakhalin-gas", 31, "gazprom", 25, GK, "assumed", spare, "Sakhalin-1, 2, 3"),
        ("kz-oral-gas", scale(kazakh, 10), "kpo", 25, EI, "derived", "marketable gas 28.7 bcm in 2024 shared out, other years as the review", "Karachaganak"),
        ("kz-atyrau-gas", scale(kazakh, 14.5), "qazaqgaz", 25, EI, "derived", "as Karachaganak; Tengiz, Kashagan, Mangystau", "Tengiz, Kashagan, Mangystau"),
        ("kz-aktobe-gas", scale(kazakh, 5.2), "qazaqgaz", 30, EI, "derived", "as Karachaganak", "Zhanazhol and Aktobe fields"),
        ("kz-shymkent-gas", scale(kazakh, 1.3), "qazaqgaz", 30, EI, "derived", "as Karachaganak", "Amangeldy, Kumkol"),
        ("uz-gazli-gas", scale(ei("Uzbekistan", "gas_production"), BCM_EI), "uztransgaz", 35, EI, "derived", out, "Fields of Uzbekistan"),
        ("tm-mary-gas", scale(ei("Turkmenistan", "gas_production"), BCM_EI * .84), "turkmengaz", 30, EI, "derived", out + "; 84 % in the east", "Galkynysh, Dauletabad, Bagtyyarlyk"),
        ("tm-belek-gas", scale(ei("Turkmenistan", "gas_production"), BCM_EI * .16), "turkmengaz", 30, EI, "derived", out + "; 16 % in the west", "Western fields and shelf"),
        ("cn-northwest-gas", scale(chinese, .475), "cnpc", [(.7, 100), (.3, 130)], EI, "derived", out + "; regional share assumed", "Ordos, Tarim"),
        ("cn-southwest-gas", scale(chinese, .30), "cnpc", [(.6, 110), (.4, 150)], EI, "derived", out + "; regional share assumed", "Sichuan basin"),
        ("cn-north-gas", scale(chinese, .135), "cnpc", 140, EI, "derived", out + "; regional share assumed, coal-bed gas inside", "Bohai, Shanxi, Inner Mongolia"),
        ("cn-northeast-gas", scale(chinese, .02), "cnpc", 120, EI, "derived", out + "; regional share assumed", "Daqing, Jilin, Liaohe"),
        ("cn-south-gas", scale(chinese, .05), "cnooc", 130, EI, "derived", out + "; regional share assumed", "South China Sea"),
        ("cn-east-gas", scale(chinese, .02), "cnooc", 130, EI, "derived", out + "; regional share assumed", "East China Sea"),
        ("no-gas", scale(ei("Norway", "gas_production"), BCM_EI * .955), "equinor", [(.7, 25), (.3, 45)], EI, "derived", out + "; 95.5 % joined to the pipelines", "Norwegian shelf"),
        ("no-snohvit-gas", scale(ei("Norway", "gas_production"), BCM_EI * .045), "equinor", 40, EI, "derived", out + "; 4.5 %, only for the LNG plant", "Snøhvit"),
        ("ua-kyiv-gas", scale(ei("Ukraine", "gas_production"), BCM_EI), "naftogaz", 60, EI, "derived", out, "Fields of Ukraine"),
        ("az-baku-gas", scale(ei("Azerbaijan", "gas_production"), BCM_EI), "socar", 35, EI, "derived", out, "Shah Deniz and others"),
        ("eu-northwest-gas", scale(eu_rest, .60), None, 70, EI, "derived", out + "; regional share assumed", "United Kingdom, Netherlands, Denmark"),
        ("eu-centre-gas", scale(eu_rest, .20), None, 70, EI, "derived", out + "; regional share assumed", "Germany, Poland, Italy"),
        ("eu-southeast-gas", scale(eu_rest, .155), None, 60, EI, "derived", out + "; regional share assumed", "Romania, Hungary, Croatia"),
        ("tr-ankara-gas", scale(eu_rest, .045), None, 60, EI, "derived", out + "; share assumed", "Sakarya and Thrace"),
        ("north-africa-gas", 36, "sonatrach", 60, GK, "assumed", "pipeline export capability of Algeria and Libya, order of magnitude", "Algeria and Libya"),
        ("ir-gas", 9.6, None, 200, GK, "assumed", "contract of 9.6 bcm a year; about 7 delivered", "Iran"),
        ("mm-gas", 4.13, None, 200, GK, "assumed", "400 of the 500 million cubic feet a day that Shwe was built for, the rest stays in Myanmar; general knowledge", "Myanmar shelf")]
    for node, series, owner, cost, source, basis, note, name in rows:
        steps = cost if isinstance(cost, list) else None
        w.supply(f"s-{node}", node, series, BCMY, None if steps else cost, KCM, steps=steps, owner=owner, source=source, basis=basis, note=note, name=name)


# id, name, from, to, km, capacity, reverse, fuel share, USD/kcm/100km, owner, facts id, basis, {more}
LINES = [
    ("p-ru-bovanenkovo-torzhok", "Bovanenkovo–Ukhta–Torzhok and Northern Lights", "ru-yamal-gas", "ru-centre-gas", 2400, 230, None, .05, .8, "gazprom", None, {"strings": 4, "inner_diameter": 1388, "max_pressure": 119}),
    ("p-ru-urengoy-chelyabinsk", "Urengoy–Chelyabinsk and Urengoy–Pomary corridor", "ru-yamal-gas", "ru-urals-gas", 1600, 340, None, .035, .8, "gazprom", None, {"strings": 12, "inner_diameter": 1388, "max_pressure": 75}),
    ("p-ru-surgut-omsk", "SRTO–Surgut–Omsk–Novosibirsk", "ru-yamal-gas", "ru-wsib-gas", 1700, 45, None, .04, .9, "gazprom", None, {"strings": 2, "inner_diameter": 1195, "max_pressure": 55}),
    ("p-ru-urals-centre", "Chelyabinsk–Petrovsk and Yamburg–Yelets", "ru-urals-gas", "ru-centre-gas", 1400, 290, None, .03, .8, "gazprom", None, {"strings": 10, "inner_diameter": 1388, "max_pressure": 75}),
    ("p-ru-urals-orenburg", "Magnitogorsk–Orenburg", "ru-urals-gas", "ru-orenburg-gas", 500, 30, 30, .01, 1.0, "gazprom", None, {}),
    ("p-ru-soyuz", "Soyuz and Orenburg–Novopskov", "ru-orenburg-gas", "ru-centre-gas", 1100, 45, None, .02, .9, "gazprom", "gas.soyuz", {"inner_diameter": 1388, "max_pressure": 75}),
    ("p-ru-southern-corridor", "Southern corridor to Russkaya", "ru-centre-gas", "ru-south-gas", 1100, 115, None, .03, .9, "gazprom", None, {"strings": 4, "inner_diameter": 1388, "max_pressure": 99}),
    ("p-ru-kovykta-chayanda", "Power of Siberia, Kovykta–Chayanda", "ru-irkutsk-gas", "ru-chayanda-gas", 803, 25, None, .012, 1.0, "gazprom", "gas.power-of-siberia-1.kovykta-chayanda", {"strings": 1, "inner_diameter": 1388, "max_pressure": 98, "roughness": .03, "start": "2022-12-21"}),
    ("p-ru-power-of-siberia", "Power of Siberia, Chayanda–Blagoveshchensk", "ru-chayanda-gas", "ru-amur-gas", 2158, 42, None, .035, 1.0, "gazprom", "gas.power-of-siberia-1", {"strings": 1, "inner_diameter": 1388, "max_pressure": 98, "min_pressure": 60, "roughness": .03, "compressor_power": 1200, "start": "2019-12-02"}),
    ("p-ru-cn-power-of-siberia", "Power of Siberia, Blagoveshchensk–Heihe crossing to Changling", "ru-amur-gas", "cn-northeast-gas", 737, 40, None, .01, 1.0, "gazprom", "gas.china-russia-east", {"strings": 1, "inner_diameter": 1380, "max_pressure": 120, "access": "contract_only", "start": "2019-12-02"}),
    ("p-ru-sakhalin-khabarovsk", "Sakhalin–Khabarovsk–Vladivostok", "ru-sakhalin-gas", "ru-khabarovsk-gas", 1822, 8, None, .03, 1.0, "gazprom", "gas.sakhalin-khabarovsk-vladivostok", {"inner_diameter": 1188, "max_pressure": 98}),
    ("p-ru-cn-far-eastern", "Far Eastern route, Dalnerechensk–Hulin", "ru-khabarovsk-gas", "cn-northeast-gas", 900, 12, None, .015, 1.5, "gazprom", "gas.far-eastern-route", {"status": "construction", "start": "2027-01-01", "access": "contract_only", "inner_diameter": 1188, "max_pressure": 98}),
    ("p-ru-power-of-siberia-2", "Power of Siberia 2, Yamal–Kyakhta", "ru-yamal-gas", "ru-irkutsk-gas", 2594, 50, None, .06, 1.0, "gazprom", "gas.power-of-siberia-2", {"status": "proposed", "inner_diameter": 1388, "max_pressure": 98}),
    ("p-ru-mn-kyakhta", "Power of Siberia 2, Irkutsk–Naushki border section", "ru-irkutsk-gas", "mn-ulaanbaatar-gas", 700, 50, None, .02, 1.0, "gazprom", "gas.power-of-siberia-2", {"status": "proposed", "inner_diameter": 1388, "max_pressure": 98}),
    ("p-mn-cn-soyuz-vostok", "Soyuz Vostok, Mongolia–China", "mn-ulaanbaatar-gas", "cn-north-gas", 963, 50, None, .02, 1.0, "gazprom", "gas.soyuz-vostok", {"status": "proposed", "inner_diameter": 1370, "max_pressure": 98, "access": "contract_only"}),
    ("p-ru-by-yamal-europe", "Yamal–Europe, Smolensk–Nesvizh, and Northern Lights", "ru-centre-gas", "by-minsk-gas", 700, 68, None, .02, 1.0, "gazprom", "gas.yamal-europe", {"inner_diameter": 1388, "max_pressure": 84, "strings": 2}),
    ("p-by-pl-yamal-europe", "Yamal–Europe, Kondratki–Mallnow", "by-minsk-gas", "eu-centre-gas", 950, 33, None, .02, 1.2, "gazprom", "gas.yamal-europe", {"inner_diameter": 1388, "max_pressure": 84, "end": "2022-05-21"}),
    ("p-ru-de-nord-stream", "Nord Stream 1", "ru-centre-gas", "eu-centre-gas", 2100, 55, None, .03, .9, "gazprom", "gas.nord-stream-1", {"strings": 2, "inner_diameter": 1153, "max_pressure": 220, "start": "2011-11-08", "end": "2022-08-31"}),
    ("p-ru-de-nord-stream-2", "Nord Stream 2", "ru-centre-gas", "eu-centre-gas", 2100, 55, None, .03, .9, "gazprom", "gas.nord-stream-2", {"strings": 2, "inner_diameter": 1153, "max_pressure": 220, "status": "suspended"}),
    ("p-ru-ua-brotherhood", "Brotherhood and Soyuz, Sudzha and Sokhranivka", "ru-centre-gas", "ua-kyiv-gas", 600, 244, None, .02, 1.0, "gazprom", "gas.brotherhood", {"strings": 6, "inner_diameter": 1388, "max_pressure": 75, "end": "2025-01-01", "access": "contract_only"}),
    ("p-ua-sk-uzhgorod", "Ukrainian transit, Uzhgorod–Velké Kapušany", "ua-kyiv-gas", "eu-centre-gas", 1192, 150, None, .015, 2.66, "gtsou", "gas.brotherhood", {"strings": 4, "inner_diameter": 1388, "max_pressure": 75, "end": "2025-01-01", "access": "contract_only"}),
    ("p-eu-ua-budince", "Imports of Ukraine from Slovakia, Poland and Hungary", "eu-centre-gas", "ua-kyiv-gas", 500, 18, None, .005, 1.5, "gtsou", None, {}),
    ("p-ru-tr-blue-stream", "Blue Stream", "ru-south-gas", "tr-ankara-gas", 1213, 16, None, .02, 1.2, "gazprom", "gas.blue-stream", {"strings": 2, "inner_diameter": 546, "max_pressure": 251, "access": "contract_only", "start": "2003-02-01"}),
    ("p-ru-tr-turkstream", "TurkStream, string 1 to Türkiye", "ru-south-gas", "tr-ankara-gas", 1072, 15.75, None, .02, 1.5, "gazprom", "gas.turkstream", {"strings": 1, "inner_diameter": 735, "max_pressure": 285, "access": "contract_only", "start": "2020-01-08"}),
    ("p-ru-bg-turkstream-2", "TurkStream, string 2 to Strandzha and Balkan Stream", "ru-south-gas", "eu-southeast-gas", 1474, 18.3, None, .025, 1.5, "gazprom", "gas.turkstream", {"strings": 1, "inner_diameter": 735, "max_pressure": 285, "access": "contract_only", "start": "2020-01-08"}),
    ("p-eu-southeast-centre", "Hungary–Slovakia and Austria", "eu-southeast-gas", "eu-centre-gas", 500, 6, 20, .004, 1.2, None, None, {}),
    ("p-eu-northwest-centre", "Netherlands, Belgium, France to Germany and Italy", "eu-northwest-gas", "eu-centre-gas", 500, 80, 45, .004, .8, None, None, {}),
    ("p-no-eu-northwest", "Langeled, Vesterled, Franpipe, Zeepipe", "no-gas", "eu-northwest-gas", 1000, 76, None, .015, .9, "gassco", None, {}),
    ("p-no-eu-centre", "Europipe I and II, Norpipe, Baltic Pipe", "no-gas", "eu-centre-gas", 750, 62, None, .015, .9, "gassco", None, {}),
    ("p-north-africa-eu-centre", "TransMed and Greenstream to Italy", "north-africa-gas", "eu-centre-gas", 1600, 38, None, .03, 1.0, "sonatrach", None, {}),
    ("p-north-africa-eu-northwest", "Medgaz to Spain", "north-africa-gas", "eu-northwest-gas", 950, 10, None, .02, 1.0, "sonatrach", None, {}),
    ("p-az-tr-tanap", "South Caucasus Pipeline and TANAP", "az-baku-gas", "tr-ankara-gas", 1800, 24, None, .025, 2.5, "socar", None, {"inner_diameter": 1390, "max_pressure": 96}),
    ("p-tr-gr-tap", "TANAP west and TAP", "tr-ankara-gas", "eu-southeast-gas", 900, 12.5, None, .02, 1.8, "socar", None, {"inner_diameter": 1195, "max_pressure": 96, "access": "contract_only", "start": "2020-12-31"}),
    ("p-ir-tr-tabriz-ankara", "Tabriz–Ankara", "ir-gas", "tr-ankara-gas", 1500, 9.6, None, .03, 1.0, None, None, {"access": "contract_only"}),
    ("p-ru-kz-sac", "Central Asia–Centre in reverse, Alexandrov Gay–Makat", "ru-centre-gas", "kz-atyrau-gas", 700, 11, None, .015, 1.2, "intergas", "gas.sac", {"strings": 4, "inner_diameter": 1195, "max_pressure": 54, "start": "2023-10-07", "access": "contract_only"}),
    ("p-kz-uz-sac", "Central Asia–Centre in reverse, Beineu–Qungrad", "kz-atyrau-gas", "uz-gazli-gas", 900, 11, None, .02, 1.4, "intergas", "gas.sac", {"strings": 4, "inner_diameter": 1195, "max_pressure": 54, "start": "2023-10-07", "access": "contract_only"}),
    ("p-uz-ru-sac", "Central Asia–Centre northward, until 2023", "uz-gazli-gas", "kz-atyrau-gas", 900, 20, None, .02, 1.4, "intergas", "gas.sac", {"strings": 4, "inner_diameter": 1195, "max_pressure": 54, "end": "2023-10-01", "access": "contract_only"}),
    ("p-kz-ru-sac", "Central Asia–Centre northward, Makat–Alexandrov Gay", "kz-atyrau-gas", "ru-centre-gas", 700, 40, None, .015, 1.2, "intergas", "gas.sac", {"strings": 4, "inner_diameter": 1195, "max_pressure": 54, "end": "2023-10-01", "access": "contract_only"}),
    ("p-kz-ru-karachaganak", "Karachaganak–Orenburg gas processing plant", "kz-oral-gas", "ru-orenburg-gas", 140, 9, None, .01, 1.0, "kpo", "gas.orenburg-karachaganak", {"access": "contract_only"}),
    ("p-ru-kz-oral", "Orenburg–Novopskov and Soyuz, exits to Oral", "ru-orenburg-gas", "kz-oral-gas", 250, 3, None, .005, 1.0, "intergas", None, {"access": "contract_only"}),
    ("p-ru-kz-aktobe", "Bukhara–Ural in reverse, Orsk–Aktobe", "ru-orenburg-gas", "kz-aktobe-gas", 300, 7.2, None, .01, 1.0, "intergas", "gas.bukhara-ural", {"strings": 2, "inner_diameter": 996, "max_pressure": 54, "access": "contract_only"}),
    ("p-ru-kz-kostanay", "Kartaly–Rudny–Kostanay", "ru-urals-gas", "kz-kostanay-gas", 211, 5.36, None, .005, 1.0, "intergas", "gas.kartaly-rudny-kostanay", {"strings": 1, "inner_diameter": 796, "max_pressure": 54}),
    ("p-ru-kz-ishim-petropavl", "Ishim–Petropavl–Kokshetau–Astana", "ru-wsib-gas", "kz-petropavl-gas", 250, 10, None, .005, 1.2, "gazprom", "gas.ishim-astana", {"status": "planned", "start": "2030-01-01"}),
    ("p-kz-petropavl-astana", "Petropavl–Kokshetau–Astana", "kz-petropavl-gas", "kz-astana-gas", 480, 8, None, .01, 1.2, "qazaqgaz", "gas.ishim-astana", {"status": "planned", "start": "2030-01-01"}),
    ("p-kz-bbs-west", "Beineu–Bozoy", "kz-atyrau-gas", "kz-aktobe-gas", 311, 15, None, .006, 1.0, "qazaqgaz", "gas.bbs-1", {"strings": 1, "inner_diameter": 1035, "max_pressure": 98, "start": "2015-11-20"}),
    ("p-kz-bbs-east", "Bozoy–Shymkent", "kz-aktobe-gas", "kz-shymkent-gas", 1138, 15, None, .015, 1.0, "qazaqgaz", "gas.bbs-1", {"strings": 1, "inner_diameter": 1035, "max_pressure": 98, "start": "2013-12-01"}),
    ("p-kz-bbs-2", "Beineu–Bozoy–Shymkent, second line", "kz-atyrau-gas", "kz-shymkent-gas", 1449, 15, None, .02, 1.0, "qazaqgaz", "gas.bbs-2", {"status": "proposed", "inner_diameter": 1035, "max_pressure": 98}),
    ("p-kz-saryarka", "Saryarka, Karaozek–Zhezkazgan–Karaganda", "kz-shymkent-gas", "kz-karaganda-gas", 850, 2.2, None, .005, 1.5, "qazaqgaz", "gas.saryarka-1", {"inner_diameter": 796, "max_pressure": 98, "start": "2020-01-01"}),
    ("p-kz-saryarka-astana", "Saryarka, Karaganda–Astana", "kz-karaganda-gas", "kz-astana-gas", 211, 2.2, None, .003, 1.5, "qazaqgaz", "gas.saryarka-1", {"inner_diameter": 796, "max_pressure": 98, "start": "2020-01-01"}),
    ("p-tm-east-west", "Turkmenistan East–West", "tm-mary-gas", "tm-belek-gas", 773, 30, 30, .015, .8, "turkmengaz", "gas.turkmenistan-east-west", {"inner_diameter": 1388}),
    ("p-tm-kz-okarem-beineu", "Okarem–Beineu", "tm-belek-gas", "kz-atyrau-gas", 600, 2, None, .01, 1.2, "intergas", None, {"access": "contract_only"}),
    ("p-tm-uz-cagp", "Central Asia–China lines A, B, C, Gedaim", "tm-mary-gas", "uz-gazli-gas", 190, 55, None, .003, 1.0, "turkmengaz", "gas.cagp-a", {"strings": 3, "inner_diameter": 1035, "max_pressure": 98}),
    ("p-uz-kz-cagp", "Central Asia–China lines A, B, C, Uzbekistan–Shymkent", "uz-gazli-gas", "kz-shymkent-gas", 530, 55, None, .01, 1.5, "asia-trans-gas", "gas.cagp-a", {"strings": 3, "inner_diameter": 1035, "max_pressure": 98}),
    ("p-kz-cn-cagp", "Central Asia–China lines A, B, C, Shymkent–Khorgos", "kz-shymkent-gas", "cn-northwest-gas", 1303, 55, None, .02, 1.5, "asia-gas-pipeline", "gas.cagp-a", {"strings": 3, "inner_diameter": 1035, "max_pressure": 98, "access": "contract_only", "start": "2009-12-14"}),
    ("p-tm-cn-cagp-d", "Central Asia–China line D", "tm-mary-gas", "cn-northwest-gas", 1000, 30, None, .02, 1.5, "cnpc", "gas.cagp-d", {"status": "construction", "access": "contract_only"}),
    ("p-uz-gazli-tashkent", "Bukhara–Tashkent", "uz-gazli-gas", "uz-tashkent-gas", 600, 60, None, .012, .8, "uztransgaz", "gas.btba", {"strings": 4, "inner_diameter": 996, "max_pressure": 54}),
    ("p-uz-kz-btba", "Tashkent–Shymkent", "uz-tashkent-gas", "kz-shymkent-gas", 130, 3, 3, .003, 1.0, "intergas", "gas.btba", {"inner_diameter": 800, "max_pressure": 54, "access": "contract_only"}),
    ("p-kz-kg-btba", "Taraz–Bishkek–Almaty", "kz-shymkent-gas", "kg-bishkek-gas", 450, 2, None, .006, 1.2, "gazprom-kyrgyzstan", "gas.btba", {"inner_diameter": 700, "max_pressure": 54}),
    ("p-mm-cn-yunnan", "Kyaukphyu–Ruili–Kunming", "mm-gas", "cn-southwest-gas", 1700, 12, None, .02, 2.0, "cnpc", None, {}),
    ("p-cn-west-east", "West–East gas pipelines 1, 2, 3, 4", "cn-northwest-gas", "cn-centre-gas", 2700, 95, None, .025, .9, "pipechina", "gas.wepp-2", {"strings": 4, "inner_diameter": 1180, "max_pressure": 120}),
    ("p-cn-shaanxi-beijing", "Shaanxi–Beijing 1–4", "cn-northwest-gas", "cn-north-gas", 1100, 70, None, .012, 1.0, "pipechina", None, {"strings": 4, "inner_diameter": 1195, "max_pressure": 100}),
    ("p-cn-west-south", "West–East 2, Zhongwei–Guangzhou", "cn-centre-gas", "cn-south-gas", 1300, 25, None, .012, 1.0, "pipechina", "gas.wepp-2", {"inner_diameter": 1195, "max_pressure": 100}),
    ("p-cn-centre-east", "West–East 1 and 3, Wuhan–Shanghai", "cn-centre-gas", "cn-east-gas", 800, 60, 10, .008, 1.0, "pipechina", "gas.wepp-1", {"inner_diameter": 990, "max_pressure": 100}),
    ("p-cn-sichuan-east", "Sichuan–East and Zhongxian–Wuhan", "cn-southwest-gas", "cn-centre-gas", 900, 30, 6, .01, 1.0, "pipechina", None, {"inner_diameter": 990, "max_pressure": 100}),
    ("p-cn-qinhuangdao-shenyang", "Yongqing–Qinhuangdao–Shenyang", "cn-north-gas", "cn-northeast-gas", 700, 15, None, .008, 1.0, "pipechina", None, {}),
    ("p-cn-southwest-south", "Zhongwei–Guiyang and Guiyang–Nanning sections", "cn-southwest-gas", "cn-south-gas", 1000, 12, None, .01, 1.0, "pipechina", None, {}),
    ("p-cn-east-route-north", "China–Russia East, Changling–Yongqing", "cn-northeast-gas", "cn-north-gas", 1110, 38, None, .012, 1.0, "pipechina", "gas.china-russia-east", {"inner_diameter": 1390, "max_pressure": 100, "start": "2020-12-03"}),
    ("p-cn-east-route-south", "China–Russia East, Yongqing–Shanghai", "cn-north-gas", "cn-east-gas", 1509, 18.9, None, .012, 1.0, "pipechina", "gas.china-russia-east", {"inner_diameter": 1190, "max_pressure": 100, "start": "2022-09-01"}),
]
EXPLAINED = {
    "p-ru-power-of-siberia": ("assumed", "42 bcm is the inlet design of the Amur gas processing plant; the trunk is designed for 61 with more compressors"),
    "p-ru-cn-power-of-siberia": ("assumed", "38 bcm is nominal; 38.8 were delivered in 2025, so the line carries at least that; 40 assumed as the technical limit"),
    "p-ru-bg-turkstream-2": ("assumed", "15.75 bcm is nominal; 16.7 were delivered in 2024 and about 18 in 2025, so 50 mcm a day is taken as technical"),
    "p-ru-by-yamal-europe": ("assumed", "33 bcm of Yamal–Europe and some 35 of Northern Lights, of which Belarus takes 19"),
    "p-ru-cn-far-eastern": ("reported", "10 bcm agreed in 2022, 12 since September 2025"),
    "p-ru-ua-brotherhood": ("assumed", "entry capacity before 2022 of 244 bcm at design; booked and physical limits by dated values"),
}


def _pipelines(w):
    facts = {row["system_id"]: row for row in w.facts.read("01-gas-pipelines.csv")}
    for identity, name, start, end, length, capacity, reverse, fuel, tariff, owner, system, more in LINES:
        basis, note = EXPLAINED.get(identity, ("reported", None) if system else ("assumed", "corridor of several lines; capacity from their number and diameter, general knowledge"))
        note = "; ".join(filter(None, [note, "fuel share, tariff and inner diameter assumed from length, age and steel"]))
        status = more.get("status", "operating")
        w.add("pipelines", **{"id": identity, "name": name, "from": start, "to": end, "length": length, "capacity": capacity, "reverse_capacity": reverse, "fuel_share": fuel,
                              "tariff": tariff, "owner": owner, "rate_unit": BCMY, "price_unit": PER100, "status": status,
                              "source": w.facts.source(facts[system]) if system else GK, "basis": basis, "note": note, **{k: v for k, v in more.items() if k != "status"}})
    w.dated("pipelines", "p-kz-uz-sac", "capacity", "2023-10-07", "2024-06-01", 3.3, w.facts.source_of("01b-gas-pipeline-facts.csv", attribute="reverse_daily_start"), "derived", "9 mcm a day at the start")
    w.dated("pipelines", "p-ru-kz-sac", "capacity", "2023-10-07", "2024-06-01", 3.4, w.facts.source_of("01b-gas-pipeline-facts.csv", attribute="reverse_daily_start"), "derived", "9 mcm a day at the start, with fuel")
    w.dated("pipelines", "p-ru-ua-brotherhood", "capacity", "2022-05-11", "2025-01-01", 28.2, GK, "assumed", "Sokhranivka closed: 77.2 mcm a day booked at Sudzha")
    w.dated("pipelines", "p-kz-bbs-east", "capacity", "2013-12-01", "2018-11-01", 10, w.facts.source(facts["gas.bbs-1"]), "reported", "10 bcm until 2018")
    for i in range(1, 6):
        w.add("compressors", id=f"cs-mn-soyuz-vostok-{i}", name=f"Soyuz Vostok, station {i}", pipeline="p-mn-cn-soyuz-vostok", chainage=100 + (i - 1) * 190, power=100, max_ratio=1.5,
              efficiency=.85, status="proposed", source=w.facts.source(facts["gas.soyuz-vostok"]), basis="assumed", note="five stations in the feasibility study; spacing and power assumed")


# node, working volume bcm, withdrawal mcm/d, injection mcm/d, facts id
STORES = [
    ("ru-centre-gas", 50, 600, 430, "ugs.russia"), ("ru-urals-gas", 14, 150, 110, "ugs.russia"), ("ru-south-gas", 9.17, 108.8, 80, "ugs.russia"),
    ("by-minsk-gas", 1.13, 20, 12, "ugs.belarus"), ("kz-aktobe-gas", 4, 20, 20, "ugs.bozoy"), ("kz-shymkent-gas", .7, 6, 5, "ugs.poltoratskoye"),
    ("uz-gazli-gas", 3, 30, 25, "ugs.uzbekistan-gazli"), ("ua-kyiv-gas", 31, 260, 250, "ugs.ukraine"), ("tr-ankara-gas", 5.8, 75, 45, "ugs.turkiye"),
    ("cn-north-gas", 11, 110, 75, "ugs.china-2024"), ("cn-northwest-gas", 8, 70, 55, "ugs.china-2024"), ("cn-southwest-gas", 7, 65, 45, "ugs.china-2024"),
    ("cn-northeast-gas", 4, 35, 25, "ugs.china-2024"), ("cn-centre-gas", 2, 25, 15, "ugs.china-2024"), ("cn-east-gas", 2, 25, 15, "ugs.china-2024"),
    ("eu-northwest-gas", 32, 620, 330, "ugs.eu"), ("eu-centre-gas", 66, 1150, 620, "ugs.eu"), ("eu-southeast-gas", 11, 140, 80, "ugs.eu")]


# share of the stores of the European Union filled at the start of the year: (figure, source or None for general knowledge, note)
TASS_2025 = ("TASS (GIE), levels of European stores in the first days of January 2018 to 2025", "https://tass.com/economy/1896663", "2025-01-07")
TASS_2026 = ("TASS (GIE), European stores on 4 January 2026", "https://tass.com/economy/2068893", "2026-01-06")
EU_LEVELS = {
    2019: (.70, None, "filled as remembered from GIE AGSI+"), 2020: (.88, None, "filled as remembered from GIE AGSI+"), 2021: (.735, None, "filled as remembered from GIE AGSI+; in mid-January 2022 there were 15.6 bcm less than in mid-January 2021 (Gazprom)"),
    2022: (.535, TASS_2025, "53 % in the first days of January, as printed in 2025; half a point for the days before"), 2023: (.835, None, "filled as remembered from GIE AGSI+"), 2024: (.86, TASS_2025, "above 85 % in the first days of January, as printed in 2025"),
    2025: (.72, TASS_2025, "69.9 % on 5 January, about half a point a day before"), 2026: (.615, TASS_2026, "59.9 % on 4 January, about half a point a day before")}
UA_LEVELS = {2021: (.76, "22.6 bcm in mid-January 2021, derived from the deficit in 2022"), 2022: (.43, "12.6 bcm in mid-January 2022")}
UA_SOURCE = ("Teller Report (Gazprom, GIE), stores of Europe and Ukraine on 15 January 2022", "https://www.tellerreport.com/business/2022-01-17-gazprom-spoke-about-gas-reserves-in-ugs-facilities-in-europe-and-ukraine.BkgaQXRM6K.html", "2022-01-17")


def _levels(w):
    def source(document):
        return w.facts.source(dict(zip(("source_title", "source_url", "source_date"), document))) if document else GK

    for node in ("eu-northwest-gas", "eu-centre-gas", "eu-southeast-gas"):
        for year, (level, document, note) in EU_LEVELS.items():
            w.dated("storages", f"st-{node}", "first_level", f"{year}-01-01", f"{year}-01-02", level, source(document), "estimated", note + "; the same share in all three regions")
    for year, (level, note) in UA_LEVELS.items():
        w.dated("storages", "st-ua-kyiv-gas", "first_level", f"{year}-01-01", f"{year}-01-02", level, source(UA_SOURCE), "estimated", note + "; two weeks of withdrawal added, over 31 bcm")


def _storages(w):
    facts = {row["storage_id"]: row for row in w.facts.read("06c-storage.csv")}
    for node, volume, out, into, fact in STORES:
        identity = f"st-{node}"
        w.add("storages", id=identity, name=f"Underground storage, {node.rsplit('-', 1)[0]}", node=node, kind="underground", working_volume=volume, max_injection=into / 1000 * 365,
              max_withdrawal=out / 1000 * 365, injection_cost=4, withdrawal_cost=2, injection_loss=.01, amount_unit=BCM, rate_unit=BCMY, price_unit=KCM, status="operating",
              source=w.facts.source(facts[fact]), basis="estimated",
              note="total of the country as reported, shared out among regions by general knowledge; rates and costs assumed; level free and equal at both ends where no dated values say more")
        for level, injection, withdrawal in ((0, 1, .1), (.3, 1, .65), (.75, .9, 1), (1, .3, 1)):
            w.add("storage_curves", storage=identity, level=level, injection=injection, withdrawal=withdrawal, source=GK, basis="assumed", note="typical curve of a depleted field")
