"""Names for people in place of ids: 'LNG ships us-sabine to eu-northwest' becomes 'LNG ships, US Gulf coast to north-west Europe'."""

import re

PLACES = {
    "au-dampier": "Australia", "au-newcastle": "Newcastle", "by": "Belarus", "by-minsk": "Belarus", "cn-centre": "central China", "cn-east": "eastern China", "cn-north": "northern China",
    "cn-northeast": "north-east China", "cn-northwest": "north-west China", "cn-south": "southern China", "cn-southwest": "south-west China", "eu-centre": "central Europe",
    "eu-northwest": "north-west Europe", "eu-southeast": "south-east Europe", "id-kalimantan": "Kalimantan", "in": "India", "jp": "Japan", "jp-tokyo": "Japan", "kg": "Kyrgyzstan", "kg-bishkek": "Bishkek",
    "kr": "South Korea", "kr-incheon": "South Korea", "kz-aktobe": "Aktobe", "kz-almaty": "Almaty", "kz-centre-east": "eastern Kazakhstan", "kz-ekibastuz": "Ekibastuz", "kz-karaganda": "Karaganda",
    "kz-north": "northern Kazakhstan", "kz-oral": "Oral", "kz-shymkent": "Shymkent", "kz-south": "southern Kazakhstan", "kz-west": "western Kazakhstan", "lng-world-export": "other exporters", "lng-world-import": "other importers",
    "middle-east": "Middle East", "mn-ulaanbaatar": "Ulaanbaatar", "no-melkoya": "Hammerfest", "qa-raslaffan": "Ras Laffan", "ru-baltic": "Baltic ports", "ru-blacksea": "Novorossiysk",
    "ru-centre": "western Russia", "ru-cpc": "CPC terminal", "ru-esib": "East Siberia", "ru-fareast": "Russian Far East", "ru-kozmino": "Kozmino", "ru-kuzbass": "Kuzbass",
    "ru-prigorodnoye": "Sakhalin", "ru-sabetta": "Sabetta", "ru-south": "southern Russia", "ru-urals": "Urals", "ru-utrenny": "Utrenny", "ru-west": "western Russia", "ru-wsib": "West Siberia", "tm": "Turkmenistan", "tr": "Türkiye", "tr-aliaga": "Türkiye", "tr-ankara": "Türkiye", "tr-izmit": "Türkiye",
    "ua": "Ukraine", "ua-kyiv": "Ukraine", "us-sabine": "US Gulf coast", "uz": "Uzbekistan", "uz-angren": "Angren", "uz-gazli": "Gazli", "uz-tashkent": "Uzbekistan", "world": "other sea ports",
}

_ROUTE = re.compile(r"^(.*?),? ([a-z]+(?:-[a-z]+)*) to ([a-z]+(?:-[a-z]+)*)$")
_OF = re.compile(r"^(.*)( of | in |, )([a-z]+(?:-[a-z]+)*)$")


def name_places(package):
    """Names of rows that end in ids of places."""
    for table in ("transports", "converters", "storages", "supplies", "demands", "measures"):
        for row in package.rows.get(table, ()):
            if row.get("name"):
                row["name"] = _named(row["name"])


def _named(name):
    route = _ROUTE.match(name)
    if route and route[2] in PLACES and route[3] in PLACES:
        return f"{route[1]}, {PLACES[route[2]]} to {PLACES[route[3]]}"
    of = _OF.match(name)
    if of and of[3] in PLACES:
        return f"{of[1]}{of[2]}{PLACES[of[3]]}"
    return name
