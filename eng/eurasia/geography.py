"""Carriers, zones and nodes."""

from facts import GK
from world import GAS_GROSS, GAS_NET, LNG_GROSS

CARRIERS = [
    ("gas", "Natural gas", "gas", "mcm@20C", GAS_GROSS, GAS_NET, "MJ/m3@20C", None, 56.1,
     "one gas quality for the whole system; 37.3 MJ/m3 at 20 °C makes 38.8 bcm of Power of Siberia equal the 36.7 bcm at 40 MJ/m3 of the review within 2 %"),
    ("lng", "Liquefied natural gas", "lng", "kt", LNG_GROSS, 49.0, "MJ/kg", None, 56.1, "1 Mt = 1.36 bcm of 40 MJ/m3"),
    ("crude", "Crude oil and condensate", "crude", "kt", 44.8, 42.0, "MJ/kg", 7.33, 73.3, "world average density"),
    ("products", "Oil products", "products", "kt", 45.9, 43.3, "MJ/kg", 8.0, 73.0, "one basket for gasoline, diesel, fuel oil and LPG"),
    ("coal", "Coal", "coal", "kt", 21.5, 20.5, "MJ/kg", None, 95.0,
     "one coal of 20.5 MJ/kg net; Kazakh coal is nearer 17, lignite lower: plants there take more tonnes for a GWh"),
    ("electricity", "Electricity", "electricity", "GWh", None, None, None, None, None, "no heating value")]

# id, name, ISO, parent, border region, lon, lat
ZONES = [
    ("ru", "Russia", "RU", None, False, 90, 62), ("ru-west", "Russia, west (north-west, centre, Volga, south)", "RU", "ru", False, 40, 56),
    ("ru-urals", "Russia, Urals", "RU", "ru", False, 60, 56), ("ru-wsib", "Russia, West Siberia", "RU", "ru", False, 76, 61),
    ("ru-esib", "Russia, East Siberia", "RU", "ru", False, 102, 57), ("ru-fareast", "Russia, Far East", "RU", "ru", False, 132, 53),
    ("kz", "Kazakhstan", "KZ", None, False, 67, 48), ("kz-north", "Kazakhstan, north", "KZ", "kz", False, 72, 51.5),
    ("kz-petropavl", "North Kazakhstan region (Petropavl)", "KZ", "kz-north", True, 69.1, 54.9),
    ("kz-kostanay", "Kostanay region", "KZ", "kz-north", True, 63.6, 53.2),
    ("kz-west", "Kazakhstan, west", "KZ", "kz", False, 54, 47.5), ("kz-oral", "West Kazakhstan region (Oral)", "KZ", "kz-west", True, 51.4, 51.2),
    ("kz-south", "Kazakhstan, south", "KZ", "kz", False, 72, 43.5), ("kz-centre-east", "Kazakhstan, centre and east", "KZ", "kz", False, 76, 49.3),
    ("cn", "China", "CN", None, False, 104, 35), ("cn-northeast", "China, north-east", "CN", "cn", False, 125.5, 45),
    ("cn-north", "China, north", "CN", "cn", False, 115.5, 39.5), ("cn-northwest", "China, north-west", "CN", "cn", False, 90, 41),
    ("cn-centre", "China, centre", "CN", "cn", False, 113, 31), ("cn-southwest", "China, south-west", "CN", "cn", False, 103, 29),
    ("cn-south", "China, south", "CN", "cn", False, 111.5, 23.3), ("cn-east", "China, east coast", "CN", "cn", False, 119.5, 31),
    ("mn", "Mongolia", "MN", None, False, 104, 47), ("uz", "Uzbekistan", "UZ", None, False, 64.5, 41),
    ("tm", "Turkmenistan", "TM", None, False, 60, 39), ("kg", "Kyrgyzstan", "KG", None, False, 74.7, 41.5),
    ("by", "Belarus", "BY", None, False, 28, 53.5), ("ua", "Ukraine", "UA", None, False, 31.5, 49),
    ("tr", "Türkiye", "TR", None, False, 35, 39), ("az", "Azerbaijan", "AZ", None, False, 48.5, 40.5),
    ("europe", "Europe", None, None, False, 10, 50),
    ("eu-northwest", "Europe, north-west (France, Benelux, Iberia, United Kingdom, Nordics)", None, "europe", False, 2, 50),
    ("eu-centre", "Europe, centre (Germany, Italy, Poland, Austria, Czechia, Slovakia, Switzerland, Baltic states)", None, "europe", False, 13, 49.5),
    ("eu-southeast", "Europe, south-east (Balkans, Hungary, Romania, Greece)", None, "europe", False, 22, 45),
    ("no", "Norway", "NO", None, False, 9, 62), ("north-africa", "North Africa", None, None, False, 3, 33),
    ("ir", "Iran", "IR", None, False, 53, 33), ("mm", "Myanmar", "MM", None, False, 96, 21),
    ("jp", "Japan", "JP", None, False, 138, 36), ("kr", "South Korea", "KR", None, False, 127.5, 36.5),
    ("lng-world", "LNG world: other importers and exporters", None, None, False, 80, 8),
    ("qa", "Qatar", "QA", None, False, 51.2, 25.3), ("au", "Australia", "AU", None, False, 122, -20), ("us", "United States", "US", None, False, -93, 30),
    ("middle-east", "Middle East, crude exporters", None, None, False, 50, 27), ("world", "Rest of the world, sea trade", None, None, False, 0, 0),
    ("in", "India", "IN", None, False, 77, 22), ("id", "Indonesia", "ID", None, False, 116, -2)]

# node id, name, zone, lon, lat; the carrier is the last part of the id
NODES = """
ru-yamal-gas|Nadym-Pur-Taz and Yamal fields|ru-wsib|76.68|66.08
ru-wsib-gas|Omsk, Tomsk, Novosibirsk|ru-wsib|82.9|55.0
ru-urals-gas|Urals|ru-urals|60.6|56.8
ru-orenburg-gas|Orenburg gas processing plant|ru-urals|55.15|51.95
ru-centre-gas|Torzhok, Moscow, Volga, Alexandrov Gay|ru-west|37.6|55.8
ru-south-gas|Krasnodar, Stavropol, Rostov|ru-west|39.5|45.5
ru-irkutsk-gas|Kovykta field|ru-esib|106.16|55.47
ru-chayanda-gas|Chayanda field|ru-fareast|112.2|60.45
ru-amur-gas|Blagoveshchensk, Amur gas processing plant|ru-fareast|127.65|50.25
ru-sakhalin-gas|Sakhalin fields|ru-fareast|143.1|52.4
ru-khabarovsk-gas|Khabarovsk, Vladivostok|ru-fareast|135.08|48.48
kz-oral-gas|Karachaganak and Oral|kz-oral|51.4|51.25
kz-atyrau-gas|Makat, Beineu, Atyrau, Aktau|kz-west|53.33|47.0
kz-aktobe-gas|Aktobe, Bozoy|kz-west|57.17|50.28
kz-kostanay-gas|Kostanay, Rudny|kz-kostanay|63.63|53.21
kz-shymkent-gas|Shymkent, Taraz, Almaty|kz-south|69.6|42.32
kz-astana-gas|Astana|kz-north|71.43|51.17
kz-karaganda-gas|Karaganda, Zhezkazgan|kz-centre-east|73.1|49.8
kz-petropavl-gas|Petropavl|kz-petropavl|69.15|54.87
uz-gazli-gas|Gazli, Bukhara, Karakalpakstan|uz|63.45|40.13
uz-tashkent-gas|Tashkent, Fergana|uz|69.28|41.31
tm-mary-gas|Galkynysh, Dauletabad|tm|62.35|37.3
tm-belek-gas|Belek, Turkmenbashi|tm|53.87|39.9
kg-bishkek-gas|Bishkek|kg|74.59|42.87
cn-northwest-gas|Khorgos, Turpan, Ordos basin|cn-northwest|90.0|43.0
cn-northeast-gas|Changling, Shenyang|cn-northeast|123.97|44.27
cn-north-gas|Yongqing, Beijing, Tianjin, Shandong|cn-north|116.5|39.32
cn-centre-gas|Wuhan, Zhengzhou|cn-centre|114.0|31.5
cn-southwest-gas|Sichuan basin, Chongqing|cn-southwest|105.0|30.2
cn-south-gas|Guangzhou|cn-south|113.26|23.13
cn-east-gas|Shanghai, Nanjing|cn-east|120.5|31.25
mn-ulaanbaatar-gas|Ulaanbaatar|mn|106.92|47.92
by-minsk-gas|Minsk, Nesvizh|by|27.5|53.7
ua-kyiv-gas|Kyiv, west Ukrainian storages|ua|28.0|49.5
eu-northwest-gas|TTF, Zeebrugge, NBP, PEG|eu-northwest|4.5|51.5
eu-centre-gas|Mallnow, Baumgarten, PSV|eu-centre|13.5|50.5
eu-southeast-gas|Strandzha, Kiskundorozsma|eu-southeast|23.5|44.0
tr-ankara-gas|Istanbul, Ankara|tr|31.0|40.3
no-gas|Norwegian shelf|no|5.0|60.5
no-snohvit-gas|Snøhvit field|no|21.3|71.6
north-africa-gas|Hassi R'Mel|north-africa|3.3|32.9
az-baku-gas|Sangachal|az|49.5|40.2
ir-gas|Tabriz|ir|46.3|38.1
mm-gas|Kyaukphyu|mm|93.5|19.4
jp-tokyo-gas|Japan|jp|139.8|35.5
kr-seoul-gas|South Korea|kr|126.7|37.4
ru-sabetta-lng|Sabetta, Utrenny|ru-wsib|72.06|71.27
ru-utrenny-lng|Utrenny, Arctic LNG 2|ru-wsib|73.84|71.0
ru-baltic-lng|Vysotsk, Portovaya|ru-west|28.3|60.6
ru-prigorodnoye-lng|Prigorodnoye|ru-fareast|142.91|46.62
no-melkoya-lng|Hammerfest|no|23.6|70.7
qa-raslaffan-lng|Ras Laffan|qa|51.6|25.9
au-dampier-lng|Australia|au|116.7|-20.6
us-sabine-lng|US Gulf coast|us|-93.8|29.7
lng-world-export-lng|Other exporters|lng-world|100|3
lng-world-import-lng|Other importers|lng-world|72.8|19
cn-north-lng|Tianjin, Caofeidian, Qingdao|cn-north|118.5|38.9
cn-east-lng|Yangshan, Rudong, Ningbo|cn-east|122.0|30.6
cn-south-lng|Dapeng, Zhuhai, Beihai|cn-south|114.4|22.5
jp-tokyo-lng|Japan|jp|139.9|35.3
kr-incheon-lng|South Korea|kr|126.6|37.3
eu-northwest-lng|Zeebrugge, Gate, Montoir, Grain, Spain|eu-northwest|1.0|50.5
eu-centre-lng|Wilhelmshaven, Świnoujście, Italy|eu-centre|8.1|53.6
eu-southeast-lng|Krk, Revithoussa, Alexandroupolis|eu-southeast|24.0|39.5
tr-aliaga-lng|Aliağa, Dörtyol, Saros|tr|26.9|38.8
ru-wsib-crude|West Siberian fields, Omsk|ru-wsib|72.0|60.0
ru-volga-crude|Samara, Almetyevsk|ru-west|50.15|53.2
ru-taishet-crude|Taishet, East Siberian fields|ru-esib|98.0|55.93
ru-skovorodino-crude|Skovorodino|ru-fareast|123.93|53.98
ru-kozmino-crude|Kozmino|ru-fareast|133.02|42.73
ru-baltic-crude|Primorsk, Ust-Luga|ru-west|28.6|60.0
ru-blacksea-crude|Novorossiysk, Sheskharis and CPC terminal|ru-west|37.8|44.7
ru-cpc-crude|CPC terminal, Yuzhnaya Ozereyevka|ru-west|37.6|44.6
kz-atyrau-crude|Tengiz, Kashagan, Karachaganak, Atyrau|kz-west|53.0|46.8
kz-kumkol-crude|Kumkol, Shymkent|kz-south|65.7|45.5
kz-atasu-crude|Atasu|kz-centre-east|71.62|48.65
kz-pavlodar-crude|Pavlodar|kz-north|76.9|52.4
cn-northwest-crude|Alashankou, Dushanzi, Changqing|cn-northwest|85.0|44.5
cn-northeast-crude|Daqing, Dalian|cn-northeast|125.1|46.59
cn-north-crude|Shandong, Tianjin|cn-north|118.5|37.5
cn-east-crude|Ningbo, Yizheng, Yangtze|cn-east|121.0|30.0
cn-south-crude|Maoming, Huizhou, Qinzhou|cn-south|112.5|21.8
eu-northwest-crude|Rotterdam, Le Havre, North Sea|eu-northwest|4.0|51.9
eu-centre-crude|Schwedt, Ingolstadt, Trieste|eu-centre|13.0|48.8
eu-southeast-crude|Százhalombatta, Constanța, Greece|eu-southeast|21.0|45.5
by-mozyr-crude|Mozyr, Unecha|by|29.27|51.96
tr-izmit-crude|İzmit, Aliağa, Ceyhan|tr|30.0|40.7
az-baku-crude|Sangachal|az|49.4|40.3
uz-bukhara-crude|Bukhara, Fergana|uz|64.55|39.72
tm-seidi-crude|Turkmenbashi|tm|53.0|40.0
jp-crude|Japan|jp|140.0|35.4
kr-crude|Ulsan, Yeosu|kr|129.3|35.5
in-crude|Jamnagar|in|69.9|22.4
middle-east-crude|Ras Tanura, Basra|middle-east|50.2|26.7
world-crude|Atlantic basin|world|-40|5
ru-centre-products|Russia, west|ru-west|38.0|55.5
ru-urals-products|Urals|ru-urals|58.0|55.0
ru-wsib-products|Omsk, Novosibirsk|ru-wsib|75.0|55.3
ru-esib-products|Angarsk, Achinsk|ru-esib|103.85|52.55
ru-fareast-products|Komsomolsk, Khabarovsk|ru-fareast|136.0|49.5
kz-north-products|Pavlodar, Astana, Kostanay|kz-north|74.0|52.2
kz-west-products|Atyrau|kz-west|51.92|47.08
kz-south-products|Shymkent, Almaty|kz-south|69.72|42.27
kz-centre-east-products|Karaganda, Oskemen|kz-centre-east|77.0|49.5
cn-northeast-products|China, north-east|cn-northeast|123.5|42.5
cn-north-products|China, north|cn-north|117.0|38.0
cn-northwest-products|China, north-west|cn-northwest|100.0|38.5
cn-centre-products|China, centre|cn-centre|114.3|30.6
cn-southwest-products|China, south-west|cn-southwest|104.5|29.5
cn-south-products|China, south|cn-south|112.0|22.6
cn-east-products|China, east|cn-east|120.0|31.0
mn-ulaanbaatar-products|Mongolia|mn|106.9|47.9
uz-tashkent-products|Uzbekistan|uz|67.0|40.3
tm-products|Turkmenistan|tm|58.4|38.0
kg-bishkek-products|Kyrgyzstan|kg|74.6|42.9
by-products|Belarus|by|28.5|53.3
ua-products|Ukraine|ua|30.5|50.0
eu-northwest-products|Europe, north-west|eu-northwest|3.0|51.0
eu-centre-products|Europe, centre|eu-centre|12.0|49.0
eu-southeast-products|Europe, south-east|eu-southeast|22.5|44.5
tr-products|Türkiye|tr|30.5|40.5
jp-products|Japan|jp|139.5|35.6
kr-products|South Korea|kr|127.5|36.0
world-products|Products market at sea|world|55|10
ru-kuzbass-coal|Kuzbass|ru-wsib|86.5|54.5
ru-esib-coal|Kansk-Achinsk, Khakassia, Buryatia|ru-esib|93.0|55.5
ru-fareast-coal|Elga, Neryungri, Vostochny|ru-fareast|130.0|51.0
ru-urals-coal|Urals power plants|ru-urals|61.0|56.5
ru-centre-coal|Rostov, Vorkuta, western ports|ru-west|38.5|56.5
kz-ekibastuz-coal|Ekibastuz|kz-north|75.37|51.67
kz-karaganda-coal|Karaganda, Shubarkol|kz-centre-east|73.1|49.5
kz-almaty-coal|Almaty|kz-south|76.9|43.4
mn-tavantolgoi-coal|Tavan Tolgoi, Gashuun Sukhait|mn|105.47|43.63
mn-ulaanbaatar-coal|Baganuur, Shivee-Ovoo|mn|108.3|47.7
cn-northeast-coal|China, north-east|cn-northeast|124.5|43.5
cn-north-coal|Shanxi, Inner Mongolia, Shandong|cn-north|112.5|39.0
cn-northwest-coal|Shaanxi, Xinjiang, Ningxia|cn-northwest|100.0|40.5
cn-centre-coal|China, centre|cn-centre|113.7|32.5
cn-southwest-coal|Guizhou, Yunnan, Sichuan|cn-southwest|105.5|27.5
cn-south-coal|China, south|cn-south|113.0|23.0
cn-east-coal|China, east|cn-east|119.0|32.0
uz-angren-coal|Angren|uz|70.1|41.0
kg-bishkek-coal|Bishkek|kg|74.7|42.8
ua-coal|Ukraine|ua|36.0|48.3
eu-northwest-coal|Europe, north-west|eu-northwest|3.5|52.0
eu-centre-coal|Europe, centre|eu-centre|15.0|51.0
eu-southeast-coal|Europe, south-east|eu-southeast|22.8|43.5
tr-coal|Türkiye|tr|32.0|40.0
jp-coal|Japan|jp|138.5|35.0
kr-coal|South Korea|kr|128.0|36.3
in-coal|India|in|83.0|21.0
id-kalimantan-coal|Kalimantan|id|116.0|-1.0
au-newcastle-coal|Newcastle, Queensland|au|151.8|-32.9
world-coal|Richards Bay, Colombia, United States|world|20|-25
ru-west-electricity|European Russia|ru-west|42.0|54.5
ru-urals-electricity|Urals|ru-urals|60.5|56.0
ru-wsib-electricity|Siberia, west (Omsk, Novosibirsk, Kuzbass, Altai)|ru-wsib|82.0|54.5
ru-esib-electricity|Siberia, east (Krasnoyarsk, Irkutsk, Buryatia)|ru-esib|100.0|54.5
ru-fareast-electricity|Far East|ru-fareast|129.5|50.5
kz-north-electricity|Ekibastuz, Pavlodar, Astana|kz-north|75.0|51.8
kz-petropavl-electricity|Petropavl (Avrora)|kz-petropavl|69.2|54.9
kz-kostanay-electricity|Kostanay (Sokol)|kz-kostanay|63.6|53.3
kz-centre-east-electricity|Karaganda, Oskemen|kz-centre-east|74.0|49.2
kz-south-electricity|Almaty, Shymkent, Taraz|kz-south|75.5|43.4
kz-west-electricity|Atyrau, Aktobe|kz-west|54.0|47.8
kz-oral-electricity|Oral (Stepnaya)|kz-oral|51.4|51.2
kg-electricity|Toktogul, Bishkek|kg|73.5|41.9
uz-electricity|Uzbekistan|uz|68.0|40.8
tm-electricity|Turkmenistan|tm|61.5|37.8
mn-electricity|Central energy system of Mongolia|mn|106.5|48.3
cn-northeast-electricity|North-east grid|cn-northeast|124.5|44.0
cn-north-electricity|North grid|cn-north|114.5|39.0
cn-northwest-electricity|North-west grid|cn-northwest|101.0|38.0
cn-centre-electricity|Central grid|cn-centre|112.5|30.8
cn-southwest-electricity|South-west grid and Yunnan, Guizhou|cn-southwest|103.0|28.0
cn-south-electricity|South grid, Guangdong and Guangxi|cn-south|112.5|23.5
cn-east-electricity|East grid|cn-east|120.0|30.5
by-electricity|Belarus|by|27.6|53.8
ua-electricity|Ukraine|ua|31.0|49.3
eu-northwest-electricity|Europe, north-west|eu-northwest|2.5|49.5
eu-centre-electricity|Europe, centre|eu-centre|12.5|50.0
eu-southeast-electricity|Europe, south-east|eu-southeast|22.0|44.5
tr-electricity|Türkiye|tr|33.0|39.5
jp-electricity|Japan|jp|139.0|36.2
kr-electricity|South Korea|kr|127.3|36.8
"""


CARBON = {2019: 25, 2020: 25, 2021: 53, 2022: 81, 2023: 84, 2024: 65, 2025: 73}


def build(w):
    for identity, name, kind, unit, gross, net, hv_unit, barrels, co2, note in CARRIERS:
        w.add("carriers", id=identity, name=name, kind=kind, unit=unit, gross_heating_value=gross, net_heating_value=net, heating_value_unit=hv_unit,
              barrels_per_tonne=barrels, co2=co2, source=GK, basis="assumed", note=note)
    for identity, name, iso, parent, border, lon, lat in ZONES:
        europe = identity == "europe"
        w.add("zones", id=identity, name=name, iso=iso, parent=parent, border_region=border, lon=lon, lat=lat, co2_price=CARBON[2025] if europe else None, price_unit="EUR/t" if europe else None, source=GK, basis="assumed",
              note="grouping of regions chosen for this package; position of the label only" + ("; CO2: mean price of EU allowances, rounded, also for the states outside the scheme" if europe else ""))
    for year, price in CARBON.items():
        if year != 2025:
            w.dated("zones", "europe", "co2_price", f"{year}-01-01", f"{year + 1}-01-01", price, GK, "estimated", "mean price of EU allowances, rounded")
    for line in NODES.strip().splitlines():
        identity, name, zone, lon, lat = line.split("|")
        w.add("nodes", id=identity, name=name, carrier=identity.rsplit("-", 1)[1], zone=zone, lon=float(lon), lat=float(lat), source=GK,
              basis="estimated", note="position to about 0.1 degree")
