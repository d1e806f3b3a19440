"""What the physics of gas lines needs beyond length and pressure: walls, roughness, gas, temperatures, loops, compressor stations.

docs/physics.md says how the figures are used; what is not stated here is assumed there, the same for every line.
"""

from facts import GK

PRIME = ("Prime, Gazprom to finish Power of Siberia from Chayanda to the Chinese border in 2018", "https://1prime.ru/amp/20180425/828758350.html", "2018-04-25")
LOOPS = ("Benzol.ru (Gazprom), 680 km of loops of Power of Siberia are built", "https://benzol.ru/news/id/640924-gazprom-stroitelstvo-amurskogo-gazopererabatyvayushchego-zavoda-vypolneno-na-88-7", "2023")
PIPES = ("Neftegaz.ru, ChelPipe delivers pipes for Power of Siberia", "https://neftegaz.ru/news/Oborudovanie/239461-gruppa-chtpz-postavila-gazpromu-10-tys-t-trub-dlya-sily-sibiri", "2014")
COATING = ("Wikipedia (Wikiwand copy), Power of Siberia", "https://wikiwand.com/en/Power_of_Siberia", "n.d.")
TURKSTREAM = ("Pipeline & Gas Journal, pipe ordered for South Stream's offshore section", "https://pgjonline.com/magazine/2014/march-2014-vol-241-no-3/projects/pipe-ordered-for-south-streams-offshore-section", "2014-03")
RUSSKAYA = ("Neftegaz.ru, Turkish Stream gas pipeline officially launched", "https://neftegazru.com/news/society/516695-turkish-stream-gas-pipeline-officially-launched-in-grand-ceremony", "2020-01")
CAGP = ("Offshore Technology, Central Asia–China gas pipeline", "https://offshore-technology.com/projects/centralasiachinagasp", "n.d.")
CAGP_STATIONS = ("Interfax, Kazakhstan starts up first phase of gas pipeline to China", "https://interfax.com/newsroom/top-stories/65269/", "2009-12-14")
CAGP_C = ("Kazinform (in Chinese), gas of line C reaches China", "https://cn.inform.kz/news/c-23_a2669183/", "2014-06-17")
YAMAL = ("Mineral.ru, Polish section of Yamal–Europe completed", "https://mineral.ru/News/21780.html", "2006-03-03")
YAMAL_POWER = ("Wikipedia (copy), Yamal–Europe pipeline", "http://the-uncensored-wiki.com:20061/y/a/m/Yamal-Europe_pipeline_66a9.html", "n.d.")
SARYARKA = ("AstanaGas KMG, the Saryarka gas pipeline", "http://astanagas.kz/about-en.html", "n.d.")

COATED, LEAN, EAST_SIBERIAN, CENTRAL_ASIAN = .010, .565, .61, .60
SUBMARINE = {"roughness": COATED, "hydraulic_efficiency": 1, "relative_density": LEAN}
SIBERIAN = {"inner_diameter": 1376.6, "roughness": COATED}
KOVYKTA = {**SIBERIAN, "relative_density": EAST_SIBERIAN, "gas_temperature": 10}
ASIAN = {"inner_diameter": 1087.8, "roughness": COATED, "relative_density": CENTRAL_ASIAN, "gas_temperature": 25}

# pipeline: figures of its row
LINES = {
    "p-ru-kovykta-chayanda": KOVYKTA,
    "p-ru-power-of-siberia": {**KOVYKTA, "loops": 680, "compressor_power": 481},
    "p-ru-cn-power-of-siberia": {"roughness": COATED, "relative_density": LEAN},
    "p-ru-power-of-siberia-2": {**SIBERIAN, "relative_density": LEAN},
    "p-ru-mn-kyakhta": {**SIBERIAN, "relative_density": LEAN},
    "p-mn-cn-soyuz-vostok": {**SIBERIAN, "relative_density": LEAN},
    "p-by-pl-yamal-europe": {"relative_density": LEAN},
    "p-ru-de-nord-stream": {**SUBMARINE, "hydraulic_length": 1224, "min_pressure": 106, "gas_temperature": 6, "compressor_power": 0},
    "p-ru-de-nord-stream-2": {**SUBMARINE, "hydraulic_length": 1230, "min_pressure": 106, "gas_temperature": 6, "compressor_power": 0},
    "p-ru-tr-turkstream": {**SUBMARINE, "hydraulic_length": 930, "min_pressure": 75, "gas_temperature": 9},
    "p-ru-bg-turkstream-2": {**SUBMARINE, "hydraulic_length": 930, "min_pressure": 75, "gas_temperature": 9},
    "p-tm-uz-cagp": ASIAN, "p-uz-kz-cagp": ASIAN, "p-kz-cn-cagp": ASIAN,
    "p-kz-saryarka": {"relative_density": CENTRAL_ASIAN, "compressor_power": 0},
    "p-kz-saryarka-astana": {"relative_density": CENTRAL_ASIAN, "compressor_power": 0},
}

# pipeline: (prefix of ids, name, chainages, MW each, largest ratio, status, source, basis, note)
EVEN = "spaced evenly, positions and largest ratio assumed"
STATIONS = {
    "p-ru-kovykta-chayanda": ("cs-ru-kovykta-chayanda", "Kovykta–Chayanda", [401.5], 48, 2, "operating", PRIME, "reported", "one station of 48 MW reported; position and largest ratio assumed"),
    "p-ru-power-of-siberia": ("cs-ru-power-of-siberia", "Power of Siberia", [269.75 * i for i in range(1, 8)], 481 / 7, 2, "operating", PRIME, "reported",
                              "seven stations of 481 MW together between Chayanda and Blagoveshchensk reported; equal shares, even spacing and largest ratio assumed. About 1,200 MW in nine stations is the whole system, with 48 MW from Kovykta, the border station and 577 MW of the expansion"),
    "p-ru-cn-power-of-siberia": ("cs-ru-cn-power-of-siberia", "Blagoveshchensk–Changling", [0, 245.7, 491.3], None, 2, "operating", None, "assumed", "Atamanskaya on the border and two of the Chinese stations between Heihe and Changling; positions assumed, powers not published"),
    "p-ru-power-of-siberia-2": ("cs-ru-power-of-siberia-2", "Power of Siberia 2", [199.5 * i for i in range(1, 13)], 100, 2, "proposed", None, "assumed", "no station is published; as many to the kilometre and as strong as the feasibility study of Soyuz Vostok and this package assume there"),
    "p-ru-mn-kyakhta": ("cs-ru-mn-kyakhta", "Power of Siberia 2, Irkutsk–Naushki", [0, 175, 350, 525], 100, 2, "proposed", None, "assumed", "as on Power of Siberia 2"),
    "p-by-pl-yamal-europe": ("cs-by-pl-yamal-europe", "Yamal–Europe", [round(950 / 7 * i, 1) for i in range(7)], 77, 1.5, "operating", YAMAL, "reported",
                             "five stations in Poland reported, two of the five in Belarus on this section; 77 MW is the mean of 31 stations with 2,399 MW; even spacing and ratio assumed"),
    "p-ru-tr-turkstream": ("cs-ru-tr-turkstream", "Russkaya, string 1", [0], 112, None, "operating", RUSSKAYA, "reported", "224 MW reported for both strings, half each"),
    "p-ru-bg-turkstream-2": ("cs-ru-bg-turkstream-2", "Russkaya, string 2", [0], 112, None, "operating", RUSSKAYA, "reported", "224 MW reported for both strings, half each"),
    "p-tm-uz-cagp": ("cs-tm-uz-cagp", "Gedaim", [0], None, 1.5, "operating", None, "assumed", "head station; power not published, ratio assumed"),
    "p-uz-kz-cagp": ("cs-uz-kz-cagp", "Central Asia–China, Uzbekistan", [0, 177, 353], None, 1.5, "operating", None, "assumed", "three stations, spacing and ratio assumed; powers not published"),
    "p-kz-cn-cagp": ("cs-kz-cn-cagp", "Central Asia–China, Kazakhstan", [round(1303 / 7 * i, 1) for i in range(7)], None, 1.5, "operating", CAGP_STATIONS, "reported", "seven stations on lines A and B reported; " + EVEN + ", powers not published"),
}

# pipeline, column, as printed, unit as printed, value, conversion, source, basis, reason
CLAIMS = [
    ("p-ru-power-of-siberia", "inner_diameter", "1420 × 21.7", "mm", 1376.6, "outer diameter less twice the wall", PIPES, "derived", "pipes delivered for the line, 9.8 MPa; thicker walls where the ground demands it"),
    ("p-ru-power-of-siberia", "roughness", "internal coating", None, COATED, "10 µm for a coated wall", COATING, "derived", "the coating is reported, its roughness is the figure of design standards"),
    ("p-ru-power-of-siberia", "loops", "680", "km", 680, None, LOOPS, "reported", "as built at the beginning of 2023; 45.8 % of the 1,491 km planned"),
    ("p-ru-power-of-siberia", "loops", "1491.45", "km", 1491.45, None, PRIME, "reported", "planned length of the expansion; not known to be complete"),
    ("p-ru-power-of-siberia", "compressor_power", "481", "MW", 481, None, PRIME, "reported", "seven stations between Chayanda and Blagoveshchensk"),
    ("p-ru-power-of-siberia", "compressor_power", "577", "MW", 577, None, PRIME, "reported", "the expansion, not known to be complete"),
    ("p-ru-tr-turkstream", "inner_diameter", "813 × 39", "mm", 735, "outer diameter less twice the wall", TURKSTREAM, "derived", "pipes of South Stream, used for TurkStream"),
    ("p-ru-tr-turkstream", "hydraulic_length", "more than 930", "km", 930, None, RUSSKAYA, "reported", "the pipe under the sea; 142 km on Turkish land are wider and hardly count"),
    ("p-ru-tr-turkstream", "max_pressure", "28.45", "MPa", 284.5, "MPa × 10", TURKSTREAM, "reported", "rounded in the table"),
    ("p-kz-cn-cagp", "inner_diameter", "2 × (1067 × 15.9) and 1219", "mm", 1087.8, "three equal strings that carry as much: mean of the 2.5th powers; 18 mm of wall assumed for line C", CAGP, "derived", "lines A and B have 15.9 and 19.1 mm of wall"),
    ("p-kz-cn-cagp", "max_pressure", "9.81", "MPa", 98.1, "MPa × 10", CAGP_C, "reported", "rounded in the table"),
    ("p-by-pl-yamal-europe", "compressor_power", "31 stations, 2399 MW", "MW", 77, "mean of a station", YAMAL_POWER, "derived", "the figure of a station; the table has no total"),
    ("p-kz-saryarka", "compressor_power", "no station in stage I", None, 0, None, SARYARKA, "derived", "the line begins behind the station Karaozek of Beineu–Shymkent; Zhezkazgan and Temirtau belong to later stages"),
]
USED = {("p-ru-power-of-siberia", "inner_diameter"), ("p-ru-power-of-siberia", "roughness"), ("p-ru-power-of-siberia", "loops", 680), ("p-ru-power-of-siberia", "compressor_power", 481),
        ("p-ru-tr-turkstream", "inner_diameter"), ("p-ru-tr-turkstream", "hydraulic_length"), ("p-kz-cn-cagp", "inner_diameter"), ("p-kz-saryarka", "compressor_power")}


def build(w):
    def source(document):
        return w.facts.source(dict(zip(("source_title", "source_url", "source_date"), document))) if document else GK

    for identity, figures in LINES.items():
        row = w.package.find("pipelines", identity)
        row.update(figures)
    for pipeline, (prefix, name, places, power, ratio, status, document, basis, note) in STATIONS.items():
        for i, place in enumerate(places, 1):
            w.add("compressors", id=prefix if len(places) == 1 else f"{prefix}-{i}", name=name if len(places) == 1 else f"{name}, station {i}", pipeline=pipeline, chainage=round(place, 1), power=power,
                  max_ratio=ratio, efficiency=.85, status=status, source=source(document), basis=basis, note=note)
    numbers = {}
    for subject, column, printed, unit, value, conversion, document, basis, reason in CLAIMS:
        used = (subject, column) in USED or (subject, column, value) in USED
        key = f"cl-{subject}-{column.replace('_', '-')}-hydraulics"
        numbers[key] = numbers.get(key, 0) + 1
        w.add("claims", id=key if numbers[key] == 1 else f"{key}-{numbers[key]}", table="pipelines", subject=subject, column=column, as_printed=printed, unit_as_printed=unit, value=value,
              conversion=conversion, language="en", confidence="medium", in_use=used, reason=reason, source=source(document), basis=basis)
