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
        jsc pjsc ojsc cjsc ao oao pao zao ooo tov too nao gup fgup llc llp ltd limited lp inc incorporated corp corporation co company plc
        gmbh ag kg sa sas sarl spa srl nv bv oy oyj ab as asa aps kft doo ad pte pty fze fzco dmcc the of and s
        public open closed joint stock aktsionernoe aktsionernoye obshchestvo publichnoe publichnoye otkrytoe otkrytoye zakrytoe zakrytoye ogranichennoy otvetstvennostyu
        shrka shrkt shrkh
        """);

    private static readonly FrozenSet<string> GenericWords = Set(
        """
        bank banka banco banque group gruppa groupe gruppe holding holdings kholding international mezhdunarodnyy enterprise enterprises predpriyatie firm firma
        kompaniya kompaniia concern kontsern corporate korporatsiya association assotsiatsiya organization organisation trust federal federalnoe federalnyy state gosudarstvennyy gosudarstvennoe
        national natsionalnyy natsionalnaya republic respublika federation federatsiya commercial kommercheskiy branch filial office representative predstavitelstvo subsidiary division department
        bnk msrf mjmwaa 分行 支行 分公司 子公司 代表处 集团 集團 银行
        """);

    private static readonly FrozenSet<string> Places = Set(
        """
        russia russian rossiya rossii rossiyskaya rossiyskiy russland china chinese kitay kazakhstan qazaqstan uzbekistan turkmenistan kyrgyzstan tajikistan mongolia belarus ukraine iran iraq turkey turkiye turkish india
        japan korea germany deutschland germania france italy italia spain austria switzerland suisse schweiz netherlands belgium poland hungary serbia bulgaria greece cyprus latvia lithuania estonia finland norway sweden britain
        uk usa america american europe european eurasia asia africa emirates uae qatar syria libya egypt azerbaijan georgia armenia singapore malaysia vietnam
        hong kong shanghai beijing shenzhen guangzhou tianjin harbin taiwan moscow moskva moskovskiy petersburg sankt almaty astana tashkent london zurich geneva frankfurt berlin paris vienna istanbul ankara tokyo seoul delhi
        mumbai minsk kyiv kiev baku dubai limassol rwsya alsyn ayran trkya
        上海 北京 香港 深圳 广州 天津 哈尔滨 莫斯科 中国 俄罗斯
        """);

    /// <summary>Whether a word is a legal form or an article.</summary>
    public static bool IsLegalForm(string word) => LegalForms.Contains(word);

    /// <summary>Share of its weight that a word keeps: 1, <see cref="Place"/> or <see cref="Generic"/>.</summary>
    public static double Factor(string word) => GenericWords.Contains(word) ? Generic : Places.Contains(word) ? Place : 1;

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
