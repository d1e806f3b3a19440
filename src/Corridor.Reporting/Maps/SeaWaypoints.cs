namespace Corridor.Reporting.Maps;

/// <summary>
/// Points that ships pass: straits, capes, roads before ports, and the open sea between them. Positions are geography of general
/// knowledge, to about half a degree; they serve drawing, not navigation or distances of freight.
/// </summary>
internal static class SeaWaypoints
{
    /// <summary>Edges with this mark are the Northern Sea Route.</summary>
    public const char Arctic = 'a';

    /// <summary>Edges with this mark are the Suez Canal.</summary>
    public const char Suez = 's';

    /// <summary>Edges with this mark are the Panama Canal.</summary>
    public const char Panama = 'p';

    /// <summary>Name, longitude, latitude [deg].</summary>
    public static readonly (string Name, double Lon, double Lat)[] Points =
    [
        ("primorsk", 28, 60.05), ("helsinki", 24.5, 59.6), ("gotland", 20.2, 58), ("bornholm", 16.2, 55.7), ("gdansk", 19, 54.9), ("arkona", 13.2, 54.8), ("belt", 11, 55.4), ("kattegat", 11.3, 56.9),
        ("skagerrak", 9, 57.9), ("german-bight", 7.3, 54.3), ("north-sea", 3.6, 55.5), ("rotterdam", 3.4, 52.2), ("dover", 1.5, 51), ("ushant", -5.8, 48.9), ("finisterre", -10, 43.5), ("lisbon", -10, 38),
        ("shetland", 1.5, 60.8), ("norway", 3.4, 62.6), ("helgeland", 9.5, 66.6), ("lofoten", 13, 69.2), ("hammerfest", 22.6, 71.4), ("north-cape", 26.5, 71.9), ("barents", 40, 71), ("kara-gate", 58, 70.5),
        ("kara-sea", 66, 73.4), ("ob", 73, 73.6), ("taimyr", 88, 76), ("vilkitsky", 104, 78), ("laptev", 125, 75.7), ("sannikov", 142, 74.3), ("east-siberian", 160, 71), ("long", 179, 70.2),
        ("bering-strait", -169, 66), ("anadyr", 178, 61), ("kamchatka", 164, 52.5), ("kurils", 156, 47.5), ("hokkaido", 146.5, 42), ("sanriku", 142.8, 38.5), ("tokyo", 140.6, 34.6),
        ("gibraltar-west", -6.4, 35.9), ("gibraltar", -5.3, 35.98), ("alboran", -1.5, 36.4), ("algiers", 4, 37.6), ("sardinia", 8.3, 38.2), ("genoa", 8.7, 43.6), ("corsica", 7.6, 41.3), ("marseille", 4.9, 42.8),
        ("sicily", 11.2, 37.6), ("malta", 15.2, 35.9), ("ionian", 18.6, 37.6), ("otranto", 18.9, 40.2), ("adriatic", 16.2, 42.7), ("trieste", 13.2, 45.2), ("matapan", 22.4, 36.1),
        ("piraeus", 23.7, 37.6), ("andros", 24.9, 37.9), ("lesbos", 25.6, 39.2), ("izmir", 26.5, 38.6), ("thrace", 25.4, 40.5), ("dardanelles", 26.1, 40), ("marmara", 27.9, 40.7), ("izmit", 29.2, 40.75), ("bosporus", 29.1, 41.3),
        ("varna", 29, 43.1), ("constanta", 29.2, 44.2), ("odesa", 31, 46.1), ("black-sea", 34, 43.4), ("novorossiysk", 37.4, 44.4), ("crete", 24, 34.3), ("rhodes", 28.4, 35.7), ("cyprus", 32, 35.9), ("ceyhan", 35.6, 36.5),
        ("port-said", 32.4, 31.6), ("suez", 32.6, 29.6), ("red-sea-north", 34.6, 27.2), ("red-sea", 38.2, 20.6), ("bab-el-mandeb", 43.3, 12.6), ("aden", 47.5, 12.2), ("socotra", 54, 13.6), ("arabian-sea", 61, 16),
        ("ras-al-hadd", 60.2, 22.9), ("fujairah", 57, 25.1), ("hormuz", 56.5, 26.5), ("gulf", 53, 26.2), ("ras-laffan", 51.9, 26.1), ("ras-tanura", 50.5, 27), ("basra", 49, 29.4),
        ("jamnagar", 68.8, 22.2), ("mumbai", 72, 18.8), ("malabar", 74.3, 11), ("comorin", 77, 7.3), ("dondra", 80.8, 5.4), ("bengal", 86.5, 12), ("paradip", 87, 19.9), ("kyaukphyu", 93, 19), ("andaman", 95, 6.3),
        ("malacca", 99.7, 4.2), ("singapore", 104.3, 1.35), ("natuna", 107.2, 5), ("spratly-west", 111, 11.3), ("south-china-sea", 114.3, 18.5), ("hong-kong", 114.2, 21.8), ("zhanjiang", 111.3, 20.9),
        ("qiongzhou", 110.2, 20.15), ("beihai", 108.9, 21.2), ("dongsha", 117.6, 22.2), ("taiwan-strait", 119.6, 24.6), ("wenzhou", 121.9, 27.6), ("shanghai", 122.7, 31), ("jeju-west", 124.6, 33), ("shandong", 123, 37.3),
        ("bohai-strait", 121, 38.5), ("bohai", 118.9, 38.7), ("qinhuangdao", 120, 39.6), ("dalian", 121.8, 38.75), ("qingdao", 121, 35.8), ("incheon", 125.6, 37.1), ("jeju", 127, 33.2), ("korea-strait", 129.3, 34.6), ("ulsan", 129.7, 35.5),
        ("sea-of-japan-south", 131.6, 37.2), ("sea-of-japan", 135.3, 41), ("kozmino", 133, 42.4), ("la-perouse", 142, 45.75), ("aniva", 142.8, 46.3), ("sea-of-japan-north", 139.6, 44.6), ("tsugaru", 140.5, 41.4), ("tsugaru-east", 141.8, 41.5),
        ("vanino", 140.8, 48.8), ("niigata", 138.3, 38), ("osumi", 130.6, 30.8), ("shikoku", 134, 32.6), ("kii", 136.3, 33.3), ("amami", 129, 29),
        ("luzon", 121, 20.4), ("philippine-sea", 128, 19), ("mindanao", 127.3, 7.5), ("celebes", 122, 3.5), ("makassar-north", 119, 1.8), ("balikpapan", 117.6, -1.4), ("makassar", 117.5, -5), ("lombok", 115.8, -8.8),
        ("java-sea", 110, -5), ("karimata", 107.6, -2.4), ("sunda", 105, -6.3), ("dampier", 116.4, -19.8), ("browse", 119, -12.5), ("ombai", 125, -9), ("banda", 126.5, -4), ("molucca", 126, 1),
        ("carnarvon", 112.2, -23), ("leeuwin", 113.8, -35), ("gabo", 150.8, -38), ("bight", 132, -37), ("bass", 146, -39.7), ("newcastle", 152.6, -33), ("coral-sea", 156, -22), ("solomon", 156.5, -5), ("caroline", 149, 8), ("mariana", 142, 19), ("bonin", 139.5, 29),
        ("indian-ocean-east", 95, -10), ("indian-ocean", 75, -14), ("mauritius", 57, -23), ("richards-bay", 33, -29.3), ("algoa", 27, -35), ("good-hope", 18, -35.3), ("seychelles", 55, 0), ("namibia", 8, -20), ("guinea", -12, 3),
        ("dakar", -18.5, 14.5), ("canaries", -15, 29), ("atlantic", -40, 5), ("recife", -33, -8), ("santos", -42, -26), ("azores", -30, 39), ("bermuda", -65, 33), ("florida", -79.8, 26.5), ("keys", -82, 24.2), ("sabine", -93.7, 29.2),
        ("yucatan", -85.6, 21.8), ("windward", -74.2, 20), ("bahamas", -70, 26), ("colon", -79.8, 9.7), ("balboa", -79.5, 8), ("tehuantepec", -98, 13), ("california", -128, 33), ("aleutians-east", -158, 44), ("aleutians-west", 174, 45),
        ("bolivar", -73, 13), ("yangtze", 117.7, 31), ("wuhan", 114.4, 30.6), ("chongqing", 106.7, 29.7), ("yichang", 111.3, 30.6),
    ];

    /// <summary>Ways from point to point, each usable both ways; a letter after a colon marks what can be closed.</summary>
    public static readonly string[] Ways =
    [
        "primorsk helsinki gotland bornholm arkona belt kattegat skagerrak north-sea rotterdam dover ushant finisterre lisbon gibraltar-west gibraltar alboran algiers sardinia sicily malta ionian",
        "gdansk bornholm", "gdansk gotland", "skagerrak german-bight north-sea", "german-bight rotterdam", "shetland north-sea", "norway shetland", "norway north-sea",
        "norway helgeland lofoten hammerfest north-cape barents kara-gate kara-sea ob", "lofoten north-cape",
        "ob taimyr:a vilkitsky:a laptev:a sannikov:a east-siberian:a long:a bering-strait:a anadyr:a kamchatka:a kurils hokkaido sanriku tokyo", "kurils la-perouse",
        "sardinia corsica genoa", "algiers marseille", "corsica marseille", "algiers corsica", "ionian otranto adriatic trieste", "malta otranto", "malta crete port-said", "ionian matapan", "malta matapan", "matapan crete",
        "matapan piraeus andros lesbos thrace", "matapan andros", "lesbos izmir", "lesbos dardanelles", "thrace dardanelles marmara bosporus", "marmara izmit bosporus", "bosporus varna constanta odesa", "bosporus black-sea novorossiysk", "bosporus novorossiysk",
        "varna black-sea", "odesa bosporus", "crete rhodes cyprus ceyhan", "rhodes izmir", "port-said ceyhan", "port-said rhodes", "crete andros",
        "port-said suez:s red-sea-north red-sea bab-el-mandeb aden socotra arabian-sea mumbai", "socotra dondra", "aden comorin", "socotra ras-al-hadd",
        "arabian-sea ras-al-hadd fujairah hormuz gulf ras-laffan ras-tanura basra", "gulf ras-tanura", "ras-al-hadd jamnagar mumbai malabar comorin dondra andaman malacca singapore natuna spratly-west south-china-sea hong-kong", "fujairah jamnagar",
        "ras-al-hadd mumbai", "ras-al-hadd malabar", "arabian-sea malabar", "arabian-sea comorin",
        "dondra bengal paradip kyaukphyu", "comorin bengal", "bengal kyaukphyu", "bengal andaman", "kyaukphyu andaman", "paradip andaman",
        "south-china-sea zhanjiang", "hong-kong zhanjiang qiongzhou beihai", "south-china-sea dongsha taiwan-strait wenzhou shanghai jeju-west shandong bohai-strait bohai", "hong-kong dongsha", "spratly-west luzon", "south-china-sea luzon", "shanghai qingdao shandong",
        "bohai-strait qinhuangdao bohai", "bohai-strait dalian", "shandong dalian", "shandong incheon", "jeju-west incheon", "jeju-west jeju korea-strait ulsan sea-of-japan-south sea-of-japan sea-of-japan-north la-perouse aniva", "shanghai jeju",
        "sea-of-japan kozmino", "sea-of-japan-south kozmino", "sea-of-japan tsugaru tsugaru-east sanriku", "tsugaru-east hokkaido", "sea-of-japan-north vanino", "sea-of-japan-south niigata sea-of-japan-north", "sea-of-japan niigata", "ulsan kozmino", "aniva kurils",
        "shanghai osumi shikoku kii tokyo", "jeju osumi", "wenzhou amami osumi", "korea-strait jeju-west", "taiwan-strait jeju-west", "wenzhou jeju-west",
        "luzon amami", "luzon taiwan-strait", "luzon osumi", "luzon philippine-sea amami", "luzon kii", "philippine-sea kii", "philippine-sea osumi", "philippine-sea wenzhou", "philippine-sea mindanao celebes makassar-north balikpapan makassar lombok dampier",
        "mindanao molucca banda ombai browse dampier", "celebes mindanao philippine-sea", "makassar java-sea karimata singapore", "karimata natuna", "java-sea karimata spratly-west", "sunda karimata", "sunda indian-ocean-east", "lombok indian-ocean-east",
        "dampier carnarvon leeuwin bight bass gabo newcastle coral-sea solomon caroline mariana bonin tokyo", "mariana osumi", "mariana philippine-sea", "caroline philippine-sea", "bonin kii", "leeuwin indian-ocean-east andaman", "leeuwin indian-ocean", "lombok carnarvon",
        "indian-ocean-east dondra", "indian-ocean-east indian-ocean mauritius richards-bay algoa good-hope namibia guinea dakar canaries lisbon", "mauritius sunda", "mauritius andaman", "dondra seychelles", "seychelles richards-bay", "seychelles socotra", "indian-ocean dondra",
        "seychelles ras-al-hadd", "seychelles mumbai", "canaries gibraltar-west", "good-hope atlantic", "good-hope recife atlantic", "good-hope santos recife", "atlantic dakar", "atlantic canaries", "atlantic azores", "atlantic finisterre", "atlantic lisbon",
        "atlantic bolivar colon", "azores finisterre", "azores lisbon", "azores ushant", "azores bermuda florida keys sabine", "bermuda ushant", "azores bahamas florida", "bahamas bermuda", "sabine yucatan colon", "yucatan windward bahamas atlantic", "colon windward", "bolivar windward",
        "azores gibraltar-west", "colon balboa:p tehuantepec california aleutians-east aleutians-west hokkaido", "aleutians-west kamchatka", "shanghai yangtze wuhan yichang chongqing",
    ];
}
