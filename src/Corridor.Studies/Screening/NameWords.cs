using System.Collections.Frozen;

namespace Corridor.Studies.Screening;

/// <summary>Words of names that tell little or nothing of whose name it is, in Latin letters as <see cref="LatinText"/> writes them.</summary>
internal static class NameWords
{
    /// <summary>Share of its weight that a word keeps that many names have: bank, group, national.</summary>
    public const double Generic = 0.15;

    /// <summary>Share of its weight that the name of a country or city keeps: a branch or subsidiary bears it.</summary>
    public const double Place = 0.25;

    private static readonly FrozenSet<string> LegalForms = Set(
        """
        jsc pjsc ojsc cjsc ao oao pao zao ooo tov too nao gup fgup fsue fgbu fsbi llc llp ltd limited lp inc incorporated corp corporation co company plc
        gmbh mbh ag kg se sa sas sarl spa srl nv bv oy oyj ab as asa aps kft sro spzoo doo dd ood eood ead ad uab sia pte pty pvt sdn bhd berhad fz fzc fze fzco dmcc the of and de s
        public open closed joint stock liability partnership unitary aktiengesellschaft gesellschaft anonyme
        aktsionernoe aktsionernoye aktsionernogo aktsionerne obshchestvo obshchestva obschestvo obshestvo publichnoe publichnoye publichnogo publichne otkrytoe otkrytoye otkrytogo
        zakrytoe zakrytoye zakrytogo tipa ogranichennoy ogranichennoi otvetstvennostyu tovarishchestvo tovarystvo tovaristvo unitarnoe
        aktsionerlik qoghami qoghamy zhauapkershiligi shekteuli seriktestigi zhshs aq aksiyadorlik jamiyati masuliyati cheklangan mchj
        ltda limitada cia compania sociedad cv anonima anonim sirketi sirket sti kabushiki kaisha
        shrka shrkt shrkh
        """);

    private static readonly FrozenSet<string> GenericWords = Set(
        """
        bank banka banco banque group gruppa groupe gruppe holding holdings kholding international mezhdunarodnyy enterprise enterprises predpriyatie firm firma
        kompaniya kompaniia concern kontsern corporate korporatsiya association assotsiatsiya organization organisation trust federal federalnoe federalnyy state gosudarstvennyy gosudarstvennoe
        national natsionalnyy natsionalnaya republic respublika federation federatsiya federatsii commercial kommercheskiy private branch filial office representative predstavitelstvo subsidiary
        division department budgetary institution byudzhetnoe uchrezhdenie named after imeni ticaret sanayi ve
        bnk msrf mjmwaa 分行 支行 分公司 子公司 代表处 代表處 办事处 集团 集團 银行 銀行
        """);

    // A line is a country or region; its cities stand after bars; a plus joins the words of one name.
    private static readonly FrozenDictionary<string, NamePlace> Places = PlacesOf(
        """
        russia russian rossiya rossii rossiyskaya rossiyskoy rossiyskiy russland rwsya 俄罗斯 俄羅斯|moscow moskva moskovskiy 莫斯科|sankt+petersburg
        china chinese kitay alsyn 中国 中國|shanghai shankhay 上海|beijing 北京|shenzhen 深圳|guangzhou 广州 廣州|tianjin 天津|harbin 哈尔滨 哈爾濱|hong+kong|香港
        kazakhstan qazaqstan|almaty|astana
        uzbekistan|tashkent
        ukraine|kyiv kiev
        belarus|minsk
        azerbaijan|baku
        iran ayran
        turkey turkiye turkish trkya|istanbul|ankara
        india indian|mumbai|delhi
        japan japanese|tokyo
        korea korean|seoul
        germany deutschland germania german|frankfurt|berlin
        france french|paris
        austria|vienna
        switzerland suisse schweiz swiss|zurich|geneva
        uk britain british|london
        us usa america american
        emirates uae|dubai
        cyprus|limassol
        italy italia
        europe european
        turkmenistan
        kyrgyzstan
        tajikistan
        mongolia
        iraq
        spain
        netherlands
        belgium
        poland
        hungary
        serbia
        bulgaria
        greece
        latvia
        lithuania
        estonia
        finland
        norway
        sweden
        eurasia
        asia
        africa
        qatar
        syria
        libya
        egypt
        georgia
        armenia
        singapore
        malaysia
        vietnam
        taiwan
        """);

    /// <summary>Whether a word is a legal form or an article.</summary>
    public static bool IsLegalForm(string word) => LegalForms.Contains(word);

    /// <summary>Share of its weight that a word keeps: 1, <see cref="Place"/> or <see cref="Generic"/>.</summary>
    public static double Factor(string word) => GenericWords.Contains(word) ? Generic : Places.ContainsKey(word) ? Place : 1;

    /// <summary>The place that a word names; null where it names none.</summary>
    public static NamePlace? PlaceOf(string word) => Places.TryGetValue(word, out NamePlace place) ? place : null;

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, NamePlace> PlacesOf(string text)
    {
        var places = new Dictionary<string, NamePlace>(StringComparer.Ordinal);
        string[] countries = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int country = 0; country < countries.Length; country++)
        {
            string[] cities = countries[country].Split('|');
            for (int city = 0; city < cities.Length; city++)
            {
                foreach (string name in cities[city].Split(' '))
                {
                    string[] parts = name.Split('+');
                    for (int part = 0; part < parts.Length; part++)
                        places.Add(parts[part], new NamePlace(country, city, part));
                }
            }
        }

        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
