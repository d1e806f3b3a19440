"""Actors, agreements, contracts, payment channels and fees."""

from facts import GK, slug
from world import BCM_EI

PERSON_ZONE = {"putin": "ru", "xi": "cn", "tokayev": "kz", "ushakov": "ru", "lavrov": "ru", "wang-yi": "cn", "shulginov": "ru", "sechin": "ru", "miller": "ru", "novak": "ru", "sklyar": "kz", "akkenzhenov": "kz", "mirziyoyev": "uz", "khurelsukh": "mn", "likhachev": "ru"}
COMPANY_ZONE = {"rosneft": "ru", "lukoil": "ru", "gazprom": "ru", "cnpc": "cn", "pipechina": "cn", "qazaqgaz": "kz", "kmg": "kz", "kaztransoil": "kz", "kegoc": "kz", "interrao": "ru", "rosatom": "ru", "transneft": "ru", "cpc": "kz", "novatek": "ru", "gazprombank": "ru"}
# id, name, kind, zone, roles
MORE_ACTORS = [
    ("ru-state", "Russian Federation", "state", "ru"), ("kz-state", "Republic of Kazakhstan", "state", "kz"), ("cn-state", "People's Republic of China", "state", "cn"), ("mn-state", "Mongolia", "state", "mn"), ("uz-state", "Republic of Uzbekistan", "state", "uz"),
    ("eu-council", "European Union", "organisation", "europe"), ("ofsi", "OFSI (UK Treasury)", "regulator", "eu-northwest"), ("us-state-department", "US Department of State", "regulator", "us"),
    ("kpo", "Karachaganak Petroleum Operating", "company", "kz-oral"), ("kazrosgaz", "KazRosGaz", "company", "kz"), ("uztransgaz", "Uztransgaz", "company", "uz"), ("uzgastrade", "UzGasTrade", "company", "uz"), ("uzbekneftegaz", "Uzbekneftegaz", "company", "uz"), ("turkmengaz", "Turkmengaz", "company", "tm"),
    ("cnooc", "CNOOC", "company", "cn"), ("sinopec", "Sinopec", "company", "cn"), ("equinor", "Equinor", "company", "no"), ("gassco", "Gassco", "company", "no"), ("naftogaz", "Naftogaz", "company", "ua"), ("gtsou", "Gas TSO of Ukraine", "company", "ua"), ("socar", "SOCAR", "company", "az"), ("sonatrach", "Sonatrach", "company", "north-africa"),
    ("intergas", "Intergas Central Asia", "company", "kz"), ("asia-trans-gas", "Asia Trans Gas", "company", "uz"), ("asia-gas-pipeline", "Asia Gas Pipeline", "company", "kz"), ("gazprom-kyrgyzstan", "Gazprom Kyrgyzstan", "company", "kg"), ("gazprom-export", "Gazprom Export", "company", "ru"), ("gazprom-neft", "Gazprom Neft", "company", "ru"), ("surgutneftegas", "Surgutneftegas", "company", "ru"), ("bashneft", "Bashneft", "company", "ru"),
    ("kcp", "Kazakhstan–China Pipeline", "company", "kz"), ("gomeltransneft", "Gomeltransneft Druzhba", "company", "by"), ("ukrtransnafta", "Ukrtransnafta", "company", "ua"), ("pkop", "PetroKazakhstan Oil Products", "company", "kz"), ("tengizchevroil", "Tengizchevroil", "company", "kz"), ("chevron", "Chevron", "company", "us"),
    ("suek", "SUEK", "company", "ru"), ("elga", "Elgaugol", "company", "ru"), ("samruk-energy", "Samruk-Energy", "company", "kz"), ("samruk-kazyna", "Samruk-Kazyna", "company", "kz"), ("qarmet", "Qarmet", "company", "kz"), ("erdenes-tt", "Erdenes Tavan Tolgoi", "company", "mn"), ("china-energy", "China Energy Investment", "company", "cn"), ("erg", "Eurasian Resources Group", "company", "kz"),
    ("rzd", "Russian Railways", "company", "ru"), ("ktz", "Kazakhstan Temir Zholy", "company", "kz"), ("utbz", "Ulaanbaatar Railway", "company", "mn"), ("soyuz-vostok", "Gazoprovod Soyuz Vostok", "company", "mn"), ("state-grid", "State Grid Corporation of China", "company", "cn"), ("mn-grid", "National Power Transmission Grid of Mongolia", "company", "mn"),
    ("botas", "BOTAŞ", "company", "tr"), ("tr-importers", "Private gas importers of Türkiye", "company", "tr"), ("mvm", "MVM CEEnergy", "company", "eu-southeast"), ("srbijagas", "Srbijagas", "company", "eu-southeast"), ("eu-southeast-buyers", "Other buyers on TurkStream", "company", "eu-southeast"), ("eu-buyers", "European buyers on the Ukrainian route", "company", "eu-centre"), ("omv", "OMV", "company", "eu-centre"),
    ("beltransgaz", "Gazprom Transgaz Belarus", "company", "by"), ("belneftekhim", "Belneftekhim", "company", "by"), ("mol", "MOL and Slovnaft", "company", "eu-southeast"), ("rosneft-deutschland", "Rosneft Deutschland", "company", "eu-centre"), ("total", "TotalEnergies", "company", "eu-northwest"), ("naturgy", "Naturgy", "company", "eu-northwest"), ("eu-lng-traders", "LNG traders in Europe", "company", "eu-northwest"), ("sefe", "SEFE", "company", "eu-centre"), ("jera", "Japanese buyers of Sakhalin-2", "company", "jp"), ("kogas", "KOGAS", "company", "kr"),
    ("qatarenergy", "QatarEnergy", "company", "qa"), ("nioc", "National Iranian Gas Company", "company", "ir"), ("azerigas", "Shah Deniz consortium", "company", "az"), ("dmg", "German buyers of Kazakh oil", "company", "eu-centre"), ("chinese-independents", "Independent refiners and traders of China", "company", "cn"), ("indian-refiners", "Refiners of India", "company", "in"),
    ("bank-of-china", "Bank of China", "bank", "cn"), ("icbc", "ICBC", "bank", "cn"), ("vtb-shanghai", "VTB Shanghai", "bank", "cn"), ("halyk", "Halyk Bank", "bank", "kz"), ("bcc", "Bank CenterCredit", "bank", "kz"), ("ziraat", "Ziraat Bankası", "bank", "tr"), ("citi", "International banks in US dollars", "bank", "us"), ("deutsche", "Banks of the euro area", "bank", "eu-centre"), ("rosselkhozbank", "Rosselkhozbank", "bank", "ru")]
# owner, owned, share, end
OWNERSHIP = [
    ("gazprom", "gazprom-export", 1, None), ("gazprom", "gazprom-neft", .957, None), ("gazprom", "gazprom-kyrgyzstan", 1, None), ("gazprom", "soyuz-vostok", 1, None), ("gazprom", "kazrosgaz", .5, None), ("kmg", "kazrosgaz", .5, None), ("gazprom", "beltransgaz", 1, None), ("ru-state", "gazprom", .5023, None), ("ru-state", "rosneft", .404, None), ("rosneft", "bashneft", .57, None),
    ("ru-state", "transneft", .786, None), ("transneft", "cpc", .24, None), ("kmg", "cpc", .19, None), ("chevron", "cpc", .15, None), ("lukoil", "cpc", .125, None), ("rosneft", "cpc", .075, None), ("chevron", "tengizchevroil", .5, None), ("kmg", "tengizchevroil", .2, None), ("lukoil", "tengizchevroil", .05, None), ("kmg", "kaztransoil", .9, None), ("kaztransoil", "kcp", .5, None), ("cnpc", "kcp", .5, None),
    ("kmg", "pkop", .5, None), ("cnpc", "pkop", .5, None), ("samruk-kazyna", "kmg", .67, None), ("samruk-kazyna", "qazaqgaz", 1, None), ("samruk-kazyna", "kegoc", .85, None), ("samruk-kazyna", "samruk-energy", 1, None), ("samruk-kazyna", "ktz", 1, None), ("kz-state", "samruk-kazyna", 1, None), ("qazaqgaz", "intergas", 1, None), ("qazaqgaz", "asia-gas-pipeline", .5, None), ("cnpc", "asia-gas-pipeline", .5, None), ("uztransgaz", "asia-trans-gas", .5, None), ("cnpc", "asia-trans-gas", .5, None),
    ("lukoil", "kpo", .135, None), ("kmg", "kpo", .1, None), ("chevron", "kpo", .18, None), ("rosneft", "rosneft-deutschland", 1, None), ("ru-state", "interrao", .3, None), ("ru-state", "rzd", 1, None), ("ru-state", "rosatom", 1, None), ("cn-state", "cnpc", 1, None), ("cn-state", "pipechina", .4, None), ("cn-state", "state-grid", 1, None), ("gazprom", "gazprombank", .45, "2022-12-31")]

# id, name, stage, parties, carrier, asset, signed, start, end, facts source (file, match) or None, note
AGREEMENTS = [
    ("agr-ru-cn-2022-beijing", "More than fifteen agreements announced for Beijing, February 2022", "memorandum", "ru-state;cn-state", None, None, "2022-02-04", None, None, "seed-zh-2022-02-03", "the report gives the number, not the list; those known are rows of their own"),
    ("agr-ru-cn-power-of-siberia", "Sales and purchase agreement on the eastern route, 38 bcm for 30 years", "delivery", "gazprom;cnpc", "gas", "p-ru-cn-power-of-siberia", "2014-05-21", "2019-12-02", "2049-12-01", ("10-events.csv", {"date": "2014-05-21"}), None),
    ("agr-ru-cn-power-of-siberia-plus", "Increase of the eastern route from 38 to 44 bcm", "heads_of_agreement", "gazprom;cnpc", "gas", "p-ru-cn-power-of-siberia", "2025-09-02", None, None, ("01b-gas-pipeline-facts.csv", {"attribute": "agreed_increase"}), "timing not fixed"),
    ("agr-ru-cn-far-eastern", "Far Eastern route, 10 bcm, raised to 12", "construction", "gazprom;cnpc", "gas", "p-ru-cn-far-eastern", "2022-02-04", "2027-01-31", None, ("01b-gas-pipeline-facts.csv", {"system_id": "gas.far-eastern-route", "value": "10"}), None),
    ("agr-ru-cn-power-of-siberia-2", "Memorandum on Power of Siberia 2 and Soyuz Vostok, 50 bcm", "memorandum", "gazprom;cnpc;mn-state", "gas", "p-ru-power-of-siberia-2", "2025-09-02", None, None, ("10-events.csv", {"date": "2025-09-02"}), "called legally binding by the seller; price open, no contract in May 2026"),
    ("agr-ru-mn-soyuz-vostok", "Gazprom–Mongolia memorandum and feasibility study, Soyuz Vostok", "memorandum", "gazprom;mn-state", "gas", "p-mn-cn-soyuz-vostok", "2019-12-05", None, None, ("10-events.csv", {"date": "2022-01-25"}), None),
    ("agr-ru-cn-oil-via-kazakhstan", "Rosneft–CNPC, 100 Mt in ten years through Kazakhstan", "delivery", "rosneft;cnpc;kz-state", "crude", "p-kz-cn-atasu-alashankou", "2013-12-24", "2014-01-01", "2034-01-01", ("10-events.csv", {"date": "2024-05-21"}), "7 and then 10 Mt a year since 2014 (91 Mt in ten years); renewed in February 2022 for 2024–2033, transit protocol ratified in 2024"),
    ("agr-ru-cn-skovorodino-daqing", "Rosneft–CNPC, Skovorodino–Daqing", "delivery", "rosneft;cnpc", "crude", "p-ru-cn-skovorodino-daqing", "2009-02-17", "2011-01-01", "2038-01-01", ("10-events.csv", {"date": "2018-01-01"}), "15 Mt since 2011, 30 Mt since 2018"),
    ("agr-ru-kz-declaration-2025", "Declaration on comprehensive strategic partnership and alliance", "framework", "ru-state;kz-state", None, None, "2025-11-12", "2025-11-12", None, ("10-events.csv", {"date": "2025-11-12"}), "oil, products, coal, power, transport and supply chains, joint projects, emergency mechanisms"),
    ("agr-ru-kz-ishim-astana", "Memorandum on the Ishim–Petropavl–Astana line, 10 bcm", "memorandum", "gazprom;kz-state", "gas", "p-ru-kz-ishim-petropavl", "2025-10-09", None, None, ("10-events.csv", {"date": "2025-10-09"}), None),
    ("agr-ru-kz-chp", "Agreement on three coal heat and power plants (Kokshetau, Semey, Oskemen)", "framework", "ru-state;kz-state;interrao", "electricity", "c-kz-semey-chp", "2024-04-17", None, None, ("10-events.csv", {"date": "2024-04-17"}), "Kokshetau went to Chinese builders"),
    ("agr-ru-kz-balkhash", "Balkhash nuclear plant, Rosatom consortium", "framework", "rosatom;kz-state", "electricity", "s-kz-balkhash-nuclear", "2025-08-08", None, None, ("10-events.csv", {"date": "2025-08-08"}), "survey began"),
    ("agr-ru-uz-gas", "Gazprom–UzGasTrade, 2.8 bcm for two years, raised since", "delivery", "gazprom;uzgastrade;qazaqgaz", "gas", "p-kz-uz-sac", "2023-06-16", "2023-10-07", "2030-01-01", ("10-events.csv", {"date": "2023-10-07"}), "signed for two years; a plan for 2026 is published, so renewal to 2030 is assumed"),
    ("agr-ru-kz-gas-supply", "Russian gas for north and west Kazakhstan, and transit", "delivery", "gazprom;qazaqgaz", "gas", "p-ru-kz-kostanay", None, "2007-01-01", None, ("01c-gas-flows.csv", {"system_id": "gas.kz-import", "year": "2024"}), None),
    ("agr-kz-ru-karachaganak", "Karachaganak gas processed at Orenburg, swap return", "delivery", "kpo;kazrosgaz", "gas", "p-kz-ru-karachaganak", "2007-06-01", "2007-06-01", "2038-01-01", ("01b-gas-pipeline-facts.csv", {"attribute": "annual_volume", "as_of": "2016"}), None),
    ("agr-tm-cn-cagp", "Turkmengaz–CNPC", "delivery", "turkmengaz;cnpc", "gas", "p-kz-cn-cagp", "2006-04-03", "2009-12-14", "2039-12-14", ("10-events.csv", {"date": "2009-12-14"}), None),
    ("agr-uz-cn-cagp", "Uzbekistan–CNPC gas framework", "delivery", "uztransgaz;cnpc", "gas", "p-kz-cn-cagp", "2010-06-09", "2012-08-01", None, GK, None),
    ("agr-kz-cn-cagp", "QazaqGaz–PetroChina", "delivery", "qazaqgaz;cnpc", "gas", "p-kz-cn-cagp", "2017-10-01", "2017-10-15", None, GK, "up to 10 bcm from 2019, less since"),
    ("agr-ru-ua-transit", "Naftogaz–Gazprom transit 2020–2024", "delivery", "gazprom;naftogaz", "gas", "p-ua-sk-uzhgorod", "2019-12-30", "2020-01-01", "2025-01-01", ("10-events.csv", {"date": "2019-12-30"}), "65 bcm in 2020, 40 a year after; 1 January 2025 ended"),
    ("agr-ru-kz-power", "Parallel operation of the power systems", "delivery", "kegoc;interrao", "electricity", "l-ru-kz-tavricheskaya", "2023-12-01", None, None, ("04b-power-flows.csv", {"system_id": "pwr.ru-kz", "unit": "MW"}), "deviation of ±150 MW without penalty"),
    ("agr-ru-cn-power", "Inter RAO–State Grid, 25 years", "delivery", "interrao;state-grid", "electricity", "l-ru-cn-amur-heihe", "2012-03-01", "2012-01-01", "2037-01-01", ("04-power-assets.csv", {"asset_id": "pwr.ru-cn.amur-heihe-500"}), "China stopped buying on 1 January 2026"),
    ("agr-mn-cn-gantsmod", "Gashuun Sukhait–Gantsmod cross-border railway with a long-term coal contract", "construction", "erdenes-tt;china-energy", "coal", "t-mn-tavantolgoi-cn-north-coal", "2025-02-14", None, None, ("03-coal-rail-assets.csv", {"asset_id": "rail.gashuunsukhait-gantsmod"}), None),
    ("agr-ru-cn-coal", "Kuzbass eastward coal agreement with the railways", "delivery", "rzd;suek", "coal", "t-ru-kuzbass-ru-fareast-coal", "2022-12-01", "2023-01-01", None, ("03c-coal-flows.csv", {"system_id": "coal.kuzbass-east"}), None)]

# id, currency, bank, messaging, cost, start, end, note
CHANNELS = [
    ("ch-rub-spfs", "RUB", "gazprombank", "SPFS", .002, None, None, "roubles through Russian banks"), ("ch-cny-cips", "CNY", "bank-of-china", "CIPS", .004, "2015-10-08", None, "yuan through large Chinese banks; slower since December 2023"), ("ch-cny-vtb-shanghai", "CNY", "vtb-shanghai", "CNAPS", .01, None, None, "yuan through a Russian branch in Shanghai"),
    ("ch-usd-swift", "USD", "citi", "SWIFT", .001, None, None, "dollars through correspondent banks"), ("ch-eur-swift", "EUR", "deutsche", "SWIFT", .001, None, None, "euros through European banks"), ("ch-eur-gazprombank", "EUR", "gazprombank", "SWIFT", .003, "2022-04-01", None, "euros changed into roubles at Gazprombank by the decree of March 2022"),
    ("ch-try-ziraat", "TRY", "ziraat", "SWIFT", .004, None, None, "lira and other currencies through Turkish banks"), ("ch-kzt-halyk", "KZT", "halyk", "SWIFT", .002, None, None, "tenge and roubles through Kazakh banks"), ("ch-aed-other", "USD", "rosselkhozbank", "SWIFT", .015, None, None, "third-country currencies and traders")]

BCM, MT = ("bcm@20C", "bcm@20C/year"), ("Mt", "Mt/year")
# id, name, seller, buyer, carrier, arc, agreement, acq, swing, take or pay, formula or price, channels, start, end, kind, note
CONTRACTS = [
    ("k-ru-cn-power-of-siberia", "Power of Siberia", "gazprom", "cnpc", "gas", "p-ru-cn-power-of-siberia", "agr-ru-cn-power-of-siberia", 38, 1.06, .85, "f-power-of-siberia", "ch-rub-spfs;ch-cny-cips", "2019-12-02", "2049-12-01", "long_term", "take-or-pay of 85 % is general knowledge; daily limit 6 % and yearly limit 5 % above the quantity assumed"),
    ("k-ru-cn-far-eastern", "Far Eastern route", "gazprom", "cnpc", "gas", "p-ru-cn-far-eastern", "agr-ru-cn-far-eastern", 10, 1.05, .85, "f-power-of-siberia", "ch-rub-spfs;ch-cny-cips", "2027-01-31", "2057-01-31", "long_term", "starts with 2 bcm"),
    ("k-tm-cn-cagp", "Turkmengaz to CNPC", "turkmengaz", "cnpc", "gas", "p-kz-cn-cagp", "agr-tm-cn-cagp", 40, 1.1, .8, "f-turkmenistan-china", "ch-usd-swift;ch-cny-cips", "2009-12-14", "2039-12-14", "long_term", "40 bcm were agreed for lines A to C and 25 for line D; deliveries since 2019 were 31 to 34; take-or-pay assumed"),
    ("k-kz-cn-cagp", "QazaqGaz to PetroChina", "qazaqgaz", "cnpc", "gas", "p-kz-cn-cagp", "agr-kz-cn-cagp", 5, 1.1, .8, "f-kazakhstan-china", "ch-usd-swift;ch-cny-cips", "2017-10-15", "2030-01-01", "long_term", "10 bcm agreed for 2019–2023, about 5 since; take-or-pay assumed"),
    ("k-uz-cn-cagp", "Uzbekistan to CNPC", "uztransgaz", "cnpc", "gas", "p-kz-cn-cagp", "agr-uz-cn-cagp", 1.6, 1.1, None, "f-uzbekistan-china", "ch-usd-swift", "2012-08-01", "2030-01-01", "interruptible", "10 bcm framework; since 2020 what winter leaves: 1.6 assumed as offered"),
    ("k-ru-uz-gas", "Gazprom to UzGasTrade", "gazprom", "uzgastrade", "gas", "p-kz-uz-sac", "agr-ru-uz-gas", 7.3, 1.15, .9, 160, "ch-rub-spfs;ch-usd-swift", "2023-10-07", "2030-01-01", "long_term", "published plan by year; take-or-pay assumed; price from 448 million dollars for 2.8 bcm"),
    ("k-ru-uz-transit", "Transit entry for Uzbekistan at Alexandrov Gay", "gazprom", "qazaqgaz", "gas", "p-ru-kz-sac", "agr-ru-uz-gas", 8.5, 1.25, None, 0, "ch-rub-spfs", "2023-10-07", "2030-01-01", "transit", "volume for Uzbekistan, fuel gas and exchange within Kazakhstan"),
    ("k-ru-kz-aktobe", "Gazprom to QazaqGaz, Aktobe", "gazprom", "qazaqgaz", "gas", "p-ru-kz-aktobe", "agr-ru-kz-gas-supply", 2.2, 1.3, .5, 110, "ch-rub-spfs;ch-kzt-halyk", "2007-01-01", "2036-01-01", "swap", "return of the Karachaganak swap and purchases; split of the 3.8 bcm of 2024 assumed"),
    ("k-ru-kz-oral", "Gazprom to QazaqGaz, Oral", "gazprom", "qazaqgaz", "gas", "p-ru-kz-oral", "agr-ru-kz-gas-supply", .6, 2.5, None, 110, "ch-rub-spfs;ch-kzt-halyk", "2007-01-01", "2036-01-01", "swap", "as Aktobe"),
    ("k-kz-ru-karachaganak", "Karachaganak gas to Orenburg", "kpo", "kazrosgaz", "gas", "p-kz-ru-karachaganak", "agr-kz-ru-karachaganak", 8, 1.1, .9, 60, "ch-usd-swift;ch-rub-spfs", "2007-06-01", "2038-01-01", "processing", "8 bcm ±10 % of raw gas"),
    ("k-tm-kz-okarem", "Turkmengaz to QazaqGaz", "turkmengaz", "qazaqgaz", "gas", "p-tm-kz-okarem-beineu", None, .4, 1.5, None, 150, "ch-usd-swift", "2023-10-01", "2028-01-01", "short_term", "about 0.4 bcm in 2025"),
    ("k-uz-kz-btba", "Exchange Tashkent–Shymkent", "uztransgaz", "qazaqgaz", "gas", "p-uz-kz-btba", None, .3, 2.0, None, 150, "ch-usd-swift", "2010-01-01", "2030-01-01", "swap", "order of magnitude"),
    ("k-ru-tr-botas-blue-stream", "Gazprom to BOTAŞ, Blue Stream", "gazprom", "botas", "gas", "p-ru-tr-blue-stream", None, 16, 1.0, .8, "f-europe-oil", "ch-eur-gazprombank;ch-try-ziraat;ch-rub-spfs", "2003-02-01", "2026-12-31", "long_term", "16 bcm, extended for 2026; take-or-pay assumed"),
    ("k-ru-tr-botas-turkstream", "Gazprom to BOTAŞ, TurkStream", "gazprom", "botas", "gas", "p-ru-tr-turkstream", None, 5.75, 1.1, .8, "f-europe-oil", "ch-eur-gazprombank;ch-try-ziraat;ch-rub-spfs", "2020-01-08", "2026-12-31", "long_term", "5.75 bcm since 2022; take-or-pay assumed"),
    ("k-ru-tr-private", "Gazprom to private importers, TurkStream", "gazprom", "tr-importers", "gas", "p-ru-tr-turkstream", None, 1, 1.1, None, "f-europe-oil", "ch-try-ziraat;ch-rub-spfs", "2020-01-08", "2043-01-01", "long_term", "10 bcm contracted; about 4 used until 2021, hardly any since BOTAŞ sells below import prices: 1 assumed, general knowledge"),
    ("k-ru-hu-mvm", "Gazprom to MVM", "gazprom", "mvm", "gas", "p-ru-bg-turkstream-2", None, 4.5, 1.6, .8, "f-europe-hub", "ch-eur-gazprombank;ch-rub-spfs", "2021-10-01", "2036-10-01", "long_term", "4.5 bcm and additional volumes; take-or-pay assumed"),
    ("k-ru-rs-srbijagas", "Gazprom to Srbijagas", "gazprom", "srbijagas", "gas", "p-ru-bg-turkstream-2", None, 2.3, 1.4, .7, "f-europe-oil", "ch-eur-gazprombank;ch-rub-spfs", "2021-01-01", "2026-12-31", "long_term", "prolonged by months"),
    ("k-ru-eu-turkstream-other", "Gazprom to other buyers on TurkStream", "gazprom", "eu-southeast-buyers", "gas", "p-ru-bg-turkstream-2", None, 9.5, 1.25, .6, "f-europe-hub", "ch-eur-gazprombank;ch-rub-spfs", "2020-01-08", "2027-11-01", "long_term", "Slovakia, Greece, Bulgaria until 2022, North Macedonia and trade"),
    ("k-ru-eu-ukraine-buyers", "Gazprom to European buyers through Ukraine", "gazprom", "eu-buyers", "gas", "p-ua-sk-uzhgorod", "agr-ru-ua-transit", 40, 1.0, .35, "f-europe-hub", "ch-eur-gazprombank;ch-eur-swift", "2019-01-01", "2025-01-01", "long_term", "volume of the transit contract by year; after May 2022 what one entry point let through"),
    ("k-ru-ua-transit", "Transit by Naftogaz and the Ukrainian operator", "gazprom", "naftogaz", "gas", "p-ru-ua-brotherhood", "agr-ru-ua-transit", 40, 1.04, None, 0, "ch-eur-swift", "2019-01-01", "2025-01-01", "transit", "booked capacity at the entry: 65 bcm in 2020, 40 after; the fee is on the exit line"),
    ("k-az-eu-tap", "Shah Deniz to European buyers", "azerigas", "eu-southeast-buyers", "gas", "p-tr-gr-tap", None, 11, 1.15, .9, "f-europe-hub", "ch-eur-swift", "2020-12-31", "2045-12-31", "long_term", "10 bcm for 25 years from Shah Deniz and about 1 bcm since"),
    ("k-ir-tr", "Iran to BOTAŞ", "nioc", "botas", "gas", "p-ir-tr-tabriz-ankara", None, 9.6, .78, None, "f-europe-oil", "ch-try-ziraat", "2001-12-10", "2026-07-30", "long_term", "9.6 bcm agreed; deliveries in practice about 7"),
    ("k-kz-ru-gas-north", "QazaqGaz to Gazprom Export", "qazaqgaz", "gazprom-export", "gas", "p-kz-ru-sac", None, 12, 1.1, None, 70, "ch-usd-swift", "2018-01-01", "2023-10-01", "long_term", "Kazakh, Uzbek and Turkmen gas northward; falling, order of magnitude"),
    ("k-uz-ru-gas-north", "Central Asian gas to Gazprom Export", "uztransgaz", "gazprom-export", "gas", "p-uz-ru-sac", None, 6, 1.1, None, 120, "ch-usd-swift", "2018-01-01", "2023-10-01", "long_term", "order of magnitude"),
    ("k-ru-cn-daqing", "Rosneft to CNPC, Daqing", "rosneft", "cnpc", "crude", "p-ru-cn-skovorodino-daqing", "agr-ru-cn-skovorodino-daqing", 30, 1.0, .9, "f-espo", "ch-cny-cips;ch-rub-spfs", "2018-01-01", "2038-01-01", "long_term", "15 Mt since 2011, 15 more since 2018; take-or-pay assumed"),
    ("k-ru-cn-via-kazakhstan", "Rosneft to CNPC through Kazakhstan", "rosneft", "cnpc", "crude", "p-kz-cn-atasu-alashankou", "agr-ru-cn-oil-via-kazakhstan", 10, 1.02, .9, "f-espo", "ch-cny-cips;ch-rub-spfs", "2014-01-01", "2034-01-01", "transit", "10 Mt a year; more asked for in 2025"),
    ("k-ru-kz-omsk-pavlodar", "Russian oil into Kazakhstan: transit and Pavlodar", "rosneft", "kmg", "crude", "p-ru-kz-omsk-pavlodar", None, 12, 1.25, None, 0, "ch-rub-spfs;ch-kzt-halyk", "2014-01-01", "2034-01-01", "transit", "transit to China and Uzbekistan (10.2 Mt in 2024) and exchange for the Pavlodar refinery"),
    ("k-kz-cn-crude", "Kazakh oil to China", "kmg", "cnpc", "crude", "p-kz-cn-atasu-alashankou", None, 1.2, 1.2, None, "f-brent", "ch-usd-swift", "2006-05-01", "2030-01-01", "short_term", "about 1 Mt a year"),
    ("k-kz-ru-atyrau-samara", "Kazakh oil through Transneft", "kmg", "dmg", "crude", "p-kz-ru-atyrau-samara", None, 9.5, 1.2, .85, "f-brent", "ch-usd-swift;ch-eur-swift", "2002-06-07", "2037-01-01", "transit", "quota of 15 Mt in 2023; about 8 to 9 used; ship-or-pay of 85 % assumed"),
    ("k-kz-az-aktau-baku", "Tengiz oil through Baku–Tbilisi–Ceyhan", "kmg", "socar", "crude", "t-kz-aktau-az-baku-crude", None, 1.5, 1.1, .85, "f-brent", "ch-usd-swift", "2023-04-01", "2030-01-01", "transit", "agreement of November 2022 on 1.5 Mt a year, to be raised; ship-or-pay of 85 % assumed"),
    ("k-kz-ru-makhachkala", "Kazakh oil through Makhachkala", "kmg", "dmg", "crude", "t-kz-aktau-ru-blacksea-crude", None, 2, 1.5, .85, "f-brent", "ch-usd-swift", "2002-06-07", "2037-01-01", "transit", "quota of 4 Mt in 2023, half of it booked: assumed; ship-or-pay of 85 % assumed"),
    ("k-ru-cpc-russian", "Russian shippers of CPC", "lukoil", "eu-buyers", "crude", "p-ru-cpc-kropotkin", None, 7, 1.2, None, "f-brent", "ch-usd-swift", "2001-10-01", "2040-01-01", "long_term", "quota of 15 Mt in 2023; about 8 used"),
    ("k-ru-by-druzhba", "Russian oil to Belarus and onward", "rosneft", "belneftekhim", "crude", "p-ru-by-druzhba", None, 27, 1.1, None, "f-urals", "ch-rub-spfs", "2019-01-01", "2030-01-01", "long_term", "Belarus and the southern branch, and Kazakh oil for Germany"),
    ("k-kz-de-druzhba", "Kazakh oil to Schwedt", "kmg", "dmg", "crude", "p-by-de-druzhba-north", None, 2, 1.1, None, "f-brent", "ch-eur-swift", "2023-02-01", "2027-01-01", "short_term", "1.2 Mt in 2023, 1.5 in 2024, up to 2 in 2025; general knowledge"),
    ("k-ru-de-druzhba", "Russian oil to Germany and Poland", "rosneft", "rosneft-deutschland", "crude", "p-by-de-druzhba-north", None, 30, 1.2, None, "f-urals", "ch-eur-swift", "2010-01-01", "2023-02-01", "long_term", "order of magnitude until the embargo"),
    ("k-ru-hu-druzhba", "Russian oil to Hungary and Slovakia", "lukoil", "mol", "crude", "p-by-hu-druzhba-south", None, 9, 1.1, None, "f-urals", "ch-eur-swift;ch-eur-gazprombank;ch-rub-spfs", "2010-01-01", "2028-01-01", "long_term", "exempt from the EU embargo"),
    ("k-ru-in-rosneft", "Rosneft to refiners of India", "rosneft", "indian-refiners", "crude", "t-ru-baltic-in-crude", None, 25, 1.3, None, "f-urals", "ch-usd-swift;ch-aed-other", "2022-06-01", "2035-01-01", "long_term", "term deal of December 2024 for 25 Mt a year, general knowledge"),
    ("k-ru-in-gazprom-neft", "Gazprom Neft to refiners of India", "gazprom-neft", "indian-refiners", "crude", "t-ru-baltic-in-crude", None, 8, 1.5, None, "f-urals", "ch-usd-swift;ch-aed-other", "2022-06-01", "2030-01-01", "short_term", "order of magnitude"),
    ("k-ru-in-surgutneftegas", "Surgutneftegas to refiners of India", "surgutneftegas", "indian-refiners", "crude", "t-ru-blacksea-in-crude", None, 8, 1.5, None, "f-urals", "ch-usd-swift;ch-aed-other", "2022-06-01", "2030-01-01", "short_term", "order of magnitude"),
    ("k-ru-cn-kozmino", "ESPO cargoes to independent refiners of China", "rosneft", "chinese-independents", "crude", "t-ru-kozmino-cn-north-crude", None, 20, 1.5, None, "f-espo", "ch-cny-cips;ch-cny-vtb-shanghai;ch-usd-swift", "2019-01-01", "2035-01-01", "short_term", "order of magnitude"),
    ("k-ru-cn-power-heihe", "Inter RAO to State Grid", "interrao", "state-grid", "electricity", "l-ru-cn-blagoveshchensk-heihe", "agr-ru-cn-power", .9, 1.1, None, 55, "ch-rub-spfs;ch-cny-cips", "2012-01-01", "2026-01-01", "long_term", "what the lines below 500 kV carried; China stopped buying on 1 January 2026"),
    ("k-ru-cn-power-500", "Inter RAO to State Grid, 500 kV", "interrao", "state-grid", "electricity", "l-ru-cn-amur-heihe", "agr-ru-cn-power", 3.5, 1.3, None, 52, "ch-rub-spfs;ch-cny-cips", "2012-01-01", "2023-11-09", "long_term", "the line was switched off on 9 November 2023; the contract formally runs to 2037"),
    ("k-ru-eu-yamal-lng", "Yamal LNG to European buyers", "novatek", "total", "lng", "t-ru-sabetta-eu-northwest-lng", None, 12, 1.5, .8, "f-lng-brent", "ch-eur-swift;ch-usd-swift", "2018-01-01", "2041-01-01", "long_term", "TotalEnergies, SEFE, Naturgy and resale; order of magnitude; take-or-pay assumed"),
    ("k-ru-eu-yamal-lng-short", "Yamal LNG to Europe, short-term", "novatek", "eu-lng-traders", "lng", "t-ru-sabetta-eu-northwest-lng", None, 3, 2.0, None, "f-europe-lng", "ch-eur-swift;ch-usd-swift", "2018-01-01", "2030-01-01", "short_term", "cargoes sold by the trip, order of magnitude"),
    ("k-ru-cn-yamal-lng", "Yamal LNG to CNPC and resale to Asia", "novatek", "cnpc", "lng", "t-ru-sabetta-cn-east-lng", None, 4, 1.5, .9, "f-lng-brent", "ch-cny-cips;ch-usd-swift", "2018-01-01", "2038-01-01", "long_term", "3 Mt to CNPC and part of other shares shipped to Asia, order of magnitude; take-or-pay assumed"),
    ("k-ru-jp-sakhalin", "Sakhalin-2 to Japan", "gazprom", "jera", "lng", "t-ru-prigorodnoye-jp-tokyo-lng", None, 5.5, 1.1, .8, "f-lng-brent", "ch-usd-swift", "2009-04-01", "2033-01-01", "long_term", "about 60 % of the plant under long-term contracts, no spot purchases; take-or-pay assumed"),
    ("k-ru-kr-sakhalin", "Sakhalin-2 to Korea", "gazprom", "kogas", "lng", "t-ru-prigorodnoye-kr-incheon-lng", None, 1.5, 1.2, .8, "f-lng-brent", "ch-usd-swift", "2009-04-01", "2028-01-01", "long_term", "1.5 Mt; take-or-pay assumed"),
    ("k-qa-cn-lng", "QatarEnergy to Chinese buyers", "qatarenergy", "cnpc", "lng", "t-qa-raslaffan-cn-east-lng", None, 12, 1.2, .8, "f-lng-brent", "ch-usd-swift", "2019-01-01", "2045-01-01", "long_term", "sum of several contracts, order of magnitude"),
    ("k-mn-cn-tavantolgoi", "Tavan Tolgoi coal to China", "erdenes-tt", "china-energy", "coal", "t-mn-tavantolgoi-cn-north-coal", "agr-mn-cn-gantsmod", 15.4, 1.5, .6, 75, "ch-cny-cips;ch-usd-swift", "2025-02-14", "2041-02-14", "long_term", "247 Mt in 16 years; take-or-pay and price assumed")]
ACQ = {"k-ru-cn-power-of-siberia": {2019: (5, "5 bcm a year in the first twelve months"), 2020: 5, 2021: 10, 2022: 15, 2023: 22, 2024: 30},
       "k-ru-uz-gas": {2023: 2.8, 2024: 3.8, 2026: 11}, "k-ru-uz-transit": {2023: 4, 2024: 5.5, 2026: 12.5}, "k-kz-cn-cagp": {2019: 10, 2020: 10, 2021: 8, 2022: 6}, "k-uz-cn-cagp": {2019: 8, 2020: 4, 2021: 5, 2022: 3},
       "k-ru-eu-ukraine-buyers": {2019: 88, 2020: 58, 2022: 28, 2023: 16, 2024: 16}, "k-ru-ua-transit": {2019: 90, 2020: 65}, "k-kz-ru-gas-north": {2022: 8, 2023: 6}, "k-kz-de-druzhba": {2023: 1.2, 2024: 1.5}, "k-kz-az-aktau-baku": {2023: 1.1},
       "k-ru-by-druzhba": {2019: 62, 2020: 55, 2021: 55, 2022: 48, 2023: 30}, "k-ru-cn-power-heihe": {}, "k-ru-tr-botas-turkstream": {2020: 4, 2021: 4}, "k-ru-tr-private": {2020: 4, 2021: 4}}
ANNUAL_MAX = {"k-ru-cn-power-of-siberia": 1.05, "k-tm-cn-cagp": 1.0, "k-kz-cn-cagp": 1.05, "k-uz-cn-cagp": 1.05, "k-ru-uz-gas": 1.05, "k-ru-tr-botas-blue-stream": 1.0, "k-ru-cn-daqing": 1.0, "k-ru-cn-via-kazakhstan": 1.02, "k-ru-hu-mvm": 1.5, "k-kz-ru-karachaganak": 1.1, "k-ru-eu-yamal-lng": 1.05}
PLAN = {"k-ru-cn-power-of-siberia": "published build-up plan of the contract, general knowledge", "k-ru-uz-gas": "plan of the year", "k-ru-eu-ukraine-buyers": "booked transit, less losses; from 2023 what was left of the buyers' contracts (OMV 6, SPP 6.5, Transnistria 2 and others), general knowledge"}


def build(w):
    _actors(w)
    facts = w.facts
    for identity, name, stage, parties, carrier, asset, signed, start, end, where, note in AGREEMENTS:
        source = where if isinstance(where, str) else facts.source_of(where[0], **where[1])
        w.add("agreements", id=identity, name=name, stage=stage, parties=parties.split(";"), carrier=carrier, asset=asset, signed=signed, start=start, end=end, source=source, basis="reported" if source != GK else "estimated", note=note)
    settle = facts.source_of("08b-settlement.csv", item="Power of Siberia gas", measure="rouble")
    for identity, currency, bank, messaging, cost, start, end, note in CHANNELS:
        w.add("payment_channels", id=identity, name=f"{currency} over {messaging}", currency=currency, bank=bank, messaging=messaging, cost=cost, status="operating", start=start, end=end, source=settle if identity in ("ch-rub-spfs", "ch-cny-cips") else GK,
              basis="assumed", note=note + "; cost and unlimited capacity assumed")
    # What had ended by 2025 was in force before.
    transit = next(a for a in w.package.rows["agreements"] if a["id"] == "agr-ru-ua-transit")
    w.dated("agreements", "agr-ru-ua-transit", "stage", "2019-01-01", "2025-01-01", "delivery", transit["source"], "reported", "in force from 2020 to 2024; 2019 under the contract of 2009")
    _contracts(w)
    _fees(w)


def _actors(w):
    for row in w.facts.read("09-actors.csv"):
        prefix, key = row["actor_id"].split(".", 1)
        if prefix in ("person", "org"):
            kind = "person" if prefix == "person" else {"gazprombank": "bank", "ofac": "regulator", "sco": "organisation", "nato": "organisation", "kremlin": "state", "ru-mfa": "state"}.get(key, "company")
            zone = PERSON_ZONE.get(key) or COMPANY_ZONE.get(key) or {"ofac": "us", "kremlin": "ru", "ru-mfa": "ru"}.get(key)
            w.add("actors", id=key, name=row["name_en"], kind=kind, zone=zone, roles=[row["role"].replace(";", ",")], source=GK, basis="reported", note=None)
        elif prefix == "media":
            w.add("actors", id="media-" + key, name=row["name_en"], kind="other", roles=["news"], source=GK, basis="reported")
    for identity, name, kind, zone in MORE_ACTORS:
        w.add("actors", id=identity, name=name, kind=kind, zone=zone, source=GK, basis="reported")
    for owner, owned, share, end in OWNERSHIP:
        w.add("ownerships", owner=owner, owned=owned, share=share, end=end, source=GK, basis="estimated", note="share from general knowledge")


def _contracts(w):
    for identity, name, seller, buyer, carrier, arc, agreement, acq, swing, pay, price, channels, start, end, kind, note in CONTRACTS:
        amount, rate = ("TWh", "TWh/year") if carrier == "electricity" else BCM if carrier == "gas" else MT
        unit = {"gas": "USD/kcm@20C", "electricity": "USD/MWh"}.get(carrier, "USD/t")
        number = isinstance(price, (int, float))
        agreed = next((a for a in w.package.rows["agreements"] if a["id"] == agreement), None)
        source = agreed["source"] if agreed else GK
        w.add("contracts", id=identity, name=name, seller=seller, buyer=buyer, carrier=carrier, kind=kind, delivery=arc, direction="forward", agreement=agreement, acq=acq, dcq=round(acq * swing, 4), annual_max=ANNUAL_MAX.get(identity), take_or_pay=pay,
              make_up_years=5 if pay and carrier == "gas" else None, carry_forward=.1 if pay and carrier == "gas" else None, ship_or_pay=.9 if identity == "k-ru-ua-transit" else None, ship_or_pay_tariff=31.72 if identity == "k-ru-ua-transit" else None,
              price=price if number else None, price_formula=None if number else price, channels=channels.split(";"), amount_unit=amount, rate_unit=rate, price_unit=unit if number or identity == "k-ru-ua-transit" else None,
              start=start, end=end, source=source, basis="reported" if source != GK else "estimated", note=note)
        for year, value in ACQ.get(identity, {}).items():
            value = value[0] if isinstance(value, tuple) else value
            for column, figure in (("acq", value), ("dcq", round(value * swing, 4))):
                w.dated("contracts", identity, column, f"{year}-01-01", f"{year + 1}-01-01", figure, source, "reported" if identity in ("k-ru-uz-gas", "k-ru-ua-transit") else "assumed", PLAN.get(identity, "order of magnitude of the year"))


def _fees(w):
    tariffs = w.facts.read("07c-tariffs.csv")
    def of(key):
        return w.facts.source(next(r for r in tariffs if r["tariff_id"] == key))
    unit = "USD/kcm@20C/100km"
    rows = [("fee-ua-transit", "Ukrainian transit", "p-ua-sk-uzhgorod", "gtsou", 0.0, unit, "2020-01-01", "2025-01-01", "tariff.ukraine", "the tariff of 2.66 stands on the line; kept here at zero to name the payee"),
            ("fee-kz-sac", "Kazakh transit of Russian gas to Uzbekistan", "p-kz-uz-sac", "intergas", 1.0, unit, "2023-10-07", None, "tariff.kazakhstan", "not published; the line's 1.4 and this 1.0 together make 2.4, within the plausible range of 2 to 3"),
            ("fee-kz-cagp", "Kazakh transit of Central Asian gas to China", "p-kz-cn-cagp", "asia-gas-pipeline", 1.0, unit, "2009-12-14", None, "tariff.kazakhstan", "not published; assumed"),
            ("fee-uz-cagp", "Uzbek transit of Turkmen gas", "p-uz-kz-cagp", "asia-trans-gas", 1.0, unit, "2009-12-14", None, "tariff.kazakhstan", "not published; assumed"),
            ("fee-mn-soyuz-vostok", "Mongolian transit, Soyuz Vostok", "p-mn-cn-soyuz-vostok", "mn-state", 2.07, unit, None, None, "tariff.mongolia", "derived from an income of 1,000 million dollars for 50 bcm; no tariff agreed"),
            ("fee-kz-oil-alashankou", "Transit of Russian oil through Kazakhstan", "p-kz-cn-atasu-alashankou", "kaztransoil", 2.1, "USD/t", "2024-05-21", None, "tariff.kz-oil-alashankou", "2.1 USD/t as printed, probably one component; the line's tariff is assumed apart"),
            ("fee-by-druzhba", "Transit of oil through Belarus", "p-by-hu-druzhba-south", "gomeltransneft", 4.0, "USD/t", None, None, None, "order of magnitude"),
            ("fee-tr-turkstream-2", "Turkish transit of TurkStream gas", "p-ru-bg-turkstream-2", "botas", 0.5, unit, "2020-01-08", None, None, "assumed")]
    for identity, name, arc, payee, charge, price_unit, start, end, key, note in rows:
        w.add("transit_fees", id=identity, name=name, arc=arc, direction="forward", payee=payee, charge=charge, price_unit=price_unit, start=start, end=end, source=of(key) if key else GK, basis="assumed" if "assumed" in note or not key else "derived", note=note)
