using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Sanctions;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Screening;

namespace Corridor.Tests.Studies.Screening;

public sealed class ScreeningStudyTests
{
    private static readonly string[] Filler = ["NORTHERN STEEL WORKS", "BANK OF THE EAST", "ORIENT TRADING BANK", "MERIDIAN SHIPPING", "POLAR EXPLORATION", "BLACK SEA TRADING", "OIL TRADING EAST", "STATE TRANSPORT COMPANY"];

    [Theory]
    [InlineData("Роснефть", "ROSNEFT", 0.98)]
    [InlineData("Rosneft", "Открытое акционерное общество «Роснефть»", 0.98)]
    [InlineData("Gazprombank", "GAZPROMBANK JOINT STOCK COMPANY", 1.0)]
    [InlineData("Сургутнефтегаз", "Surgutneftegaz", 0.98)]
    [InlineData("Surgutneftegas PJSC", "Публичное акционерное общество Сургутнефтегаз", 0.93)]
    [InlineData("Vnesheconom Bank", "VNESHECONOMBANK (VEB)", 0.97)]
    [InlineData("VEB", "VNESHECONOMBANK (VEB)", 1.0)]
    [InlineData("俄罗斯石油公司", "俄罗斯石油有限公司", 1.0)]
    [InlineData("Sberbank of Russia", "RUSSIA SBERBANK", 1.0)]
    [InlineData("Société Générale", "SOCIETE GENERALE", 1.0)]
    [InlineData("Акме Газ", "ACME GAS PJSC", 0.97)]
    [InlineData("Khabarovsk Oil Refinery", "Habarovsk Oil Refinery", 0.97)]
    [InlineData("VTB Shanghai", "VTB BANK PJSC SHANGHAI", 0.9)]
    [InlineData("VTB Shanghai", "VTB BANK PJSC SHANGHAI BRANCH", 0.88)]
    [InlineData("VTB Shanghai", "VTB BANK", 0.85)]
    [InlineData("VTB", "VTB BANK PJSC", 0.85)]
    [InlineData("ВТБ Шанхай", "ВТБ", 0.7)]
    [InlineData("俄罗斯外贸银行上海分行", "俄罗斯外贸银行", 0.8)]
    [InlineData("ＣＮＰＣ", "CNPC", 1.0)]
    [InlineData("中國石油集團", "中國石油", 1.0)]
    [InlineData("غازبروم", "GAZPROM", 0.9)]
    [InlineData("Novatek", "نوفاتيك", 0.9)]
    [InlineData("شرکت گازپروم", "Gazprom PJSC", 0.9)]
    [InlineData("شركة ايران", "شرکت ایران", 0.97)]
    [InlineData("Vladimir Putin", "PUTIN, Vladimir Vladimirovich", 0.85)]
    [InlineData("Promtechnologia LLC", "Limited Liability Company Promtechnologia", 1.0)]
    [InlineData("Kazstanex LLP", "LIMITED LIABILITY PARTNERSHIP KAZSTANEX", 1.0)]
    [InlineData("Промышленные технологии", "OBSCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU PROMYSHLENNYE TEKHNOLOGII", 0.98)]
    [InlineData("STANEX", "STANEX ЖШС", 0.97)]
    [InlineData("Bee Insaat", "BEE İNŞAAT ANONİM ŞİRKETİ", 1.0)]
    [InlineData("中国银行北京分公司", "中国银行", 0.8)]
    [InlineData("中国银行股份有限公司上海分行", "中国银行", 0.8)]
    [InlineData("中国石油天然气集团有限公司北京代表处", "中国石油天然气", 0.8)]
    [InlineData("VTB Kyiv", "PJSC VTB BANK (KIEV)", 0.9)]
    [InlineData("KazTransOil (JSC)", "KAZTRANSOIL", 1.0)]
    [InlineData("JSC (Kaztransoil)", "KAZTRANSOIL", 1.0)]
    public void The_same_name_in_another_script_or_form_is_found(string own, string listed, double least)
    {
        ScreeningMatch match = Screen(own, listed, Math.Min(least, ScreeningStudy.UsualLeast)).Matches.ShouldHaveSingleItem();
        match.Score.ShouldBeGreaterThanOrEqualTo(least);
        match.Score.ShouldBeLessThanOrEqualTo(1.0);
    }

    [Theory]
    [InlineData("Gazprom", "GAZPROMBANK")]
    [InlineData("Gazprom Kyrgyzstan", "GAZPROM EXPORT")]
    [InlineData("Rosatom", "Rosatomflot")]
    [InlineData("Bank of China", "BANK OF THE EAST")]
    [InlineData("Line 2", "Line 3")]
    [InlineData("CNPC", "CNOOC")]
    [InlineData("Gazprom", "GAZPROM KAPITAL, OOO")]
    [InlineData("غازبروم", "GAZPROM KAPITAL, OOO")]
    [InlineData("VTB Shanghai", "VTB ARMENIA")]
    [InlineData("Russian Federation", "BANK ROSSIYA")]
    [InlineData("Mongolia", "STATE BANK (Mongolia)")]
    [InlineData("Bank of China", "BANK OF RUSSIA")]
    [InlineData("Arctic LNG 2", "ARCTIC LNG 3")]
    [InlineData("Igor Sechin", "SECHIN, Ivan Igorevich")]
    [InlineData("KazTransOil (JSC)", "VTB BANK (JSC)")]
    [InlineData("KazTransOil (Joint Stock Company)", "SBER (JOINT STOCK COMPANY)")]
    [InlineData("KazTransOil (Limited)", "CHINA COMMUNICATIONS CONSTRUCTION GROUP (LIMITED)")]
    [InlineData("JSC (KazTransOil)", "JSC (SBER)")]
    [InlineData("Ministry of Finance of Kazakhstan", "MINISTRY OF FINANCE OF THE RUSSIAN FEDERATION")]
    [InlineData("Korea Railway Construction Corporation", "CHINA RAILWAY CONSTRUCTION CORPORATION LIMITED")]
    [InlineData("Japan Nuclear Engineering", "CHINA NUCLEAR ENGINEERING")]
    [InlineData("National Bank of Iraq", "NATIONAL BANK OF IRAN")]
    [InlineData("VTB Shanghai", "VTB BANK KIEV")]
    [InlineData("VTB Shanghai", "PJSC VTB BANK (KIEV)")]
    [InlineData("VTB Shanghai", "VTB BANK BEIJING BRANCH")]
    [InlineData("Bank of Russia", "BANK ROSSIYA")]
    public void Another_company_with_a_like_name_is_none(string own, string listed) => Screen(own, listed).Matches.ShouldBeEmpty();

    [Theory]
    [InlineData("VTB Shanghai", "VTB BANK PJSC SHANGHAI BRANCH")]
    [InlineData("Surgutneftegas Trading Oil", "Oil of Surgutneftegaz")]
    [InlineData("غازبروم", "GAZPROM ARMENIA")]
    [InlineData("Marta Marhta Matra", "Matra Martha")]
    [InlineData("Dwayne Crate Oil", "Oil Duane Trace")]
    [InlineData("VTB Shanghai", "PJSC VTB BANK (KIEV)")]
    [InlineData("VTB Moscow China", "VTB BANK RUSSIA SHANGHAI BERLIN")]
    public void The_score_does_not_depend_on_which_name_is_listed(string a, string b)
    {
        ScreeningMatch there = ScreeningStudy.Run(System(a), [Party("1", b)], 0.01, Day, default).Matches.ShouldHaveSingleItem();
        ScreeningMatch back = ScreeningStudy.Run(System(b), [Party("1", a)], 0.01, Day, default).Matches.ShouldHaveSingleItem();
        (there.Score - back.Score).ShouldBe(0, SpellingOfWeights);
        there.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_score_says_which_words_are_shared_and_which_not() =>
        Screen("VTB Shanghai", "VTB BANK PJSC SHANGHAI").Matches[0].Reason.ShouldBe("all of the shorter name is in the longer: vtb, shanghai; only on the list: bank");

    [Fact]
    public void Every_entry_is_compared_or_counted_as_not_compared()
    {
        ListedParty[] parties = [Party("1", "A"), Party("2", "B") with { Kind = ListedKind.Asset }, Party("3", "C") with { Kind = ListedKind.Vessel }, Party("4", "D") with { Kind = ListedKind.Aircraft }, Party("5", "!?")];
        ScreeningCoverage coverage = ScreeningStudy.Run(System("x"), parties, 0.85, Day, default).Coverage;
        (coverage.WithActors, coverage.WithAssets, coverage.WithShips, coverage.ShipsNotCompared, coverage.AircraftNotCompared).ShouldBe((1, 1, 0, 1, 1));
        coverage.Nameless.ShouldHaveSingleItem().Id.ShouldBe("5");
    }

    [Fact]
    public void A_single_ship_meets_listed_ships_by_name_and_by_IMO_number()
    {
        EnergySystem system = System("x") with { Fleets = [Fleet("one", "Boracay", 1), Fleet("pool", "Boracay fleet", 40), Fleet("many", "Pool with IMO 9332810", 3)] };
        ListedParty[] ships = [Party("1", "BORACAY") with { Kind = ListedKind.Vessel, ImoNumber = "9332810" }, Party("2", "OTHER") with { Kind = ListedKind.Vessel }];
        ScreeningResult result = ScreeningStudy.Run(system, ships, 0.85, Day, default);
        result.Matches.Select(m => (m.Subject.Id, m.Party.Id, m.Score)).ShouldBe([("many", "1", 1.0), ("one", "1", 1.0)]);
        (result.Coverage.WithShips, result.Coverage.ShipsNotCompared).ShouldBe((2, 0));
    }

    [Fact]
    public void Owners_who_hold_half_together_and_none_alone_are_told_with_what_hangs_on_the_company()
    {
        EnergySystem system = System("x") with
        {
            Actors = [Actor("a", "Alpha"), Actor("b", "Beta"), Actor("c", "Joint"), Actor("d", "Daughter")],
            Ownerships = [Owns("a", "c", 0.3), Owns("b", "c", 0.2), Owns("c", "d", 0.5)],
            Supplies = [Field("s-d", "d")],
            Fleets = [Fleet("f", "Ships", 5) with { Owner = "c" }],
        };
        ScreeningResult result = ScreeningStudy.Run(system, [Party("1", "ALPHA"), Party("2", "BETA"), .. Fillers()], 0.9, Day, default);
        result.HeldTogether.ShouldBe([("c", 0.5), ("d", 0.5)]);
        result.Exposures["a"].Controlled.ShouldBeEmpty();
        result.Exposures["a"].Holdings.ShouldBe([("c", 0.3)]);
        result.Exposures["c"].Assets.Select(x => x.Id).ShouldBe(["s-d", "f"]);
    }

    [Fact]
    public void A_weak_name_and_a_person_score_less_and_say_so()
    {
        ListedParty weak = Party("1", "SOMETHING ELSE") with { Names = [new("SOMETHING ELSE", true, false), new("Novatek", false, IsWeak: true)] };
        ScreeningMatch match = ScreeningStudy.Run(System("Novatek"), [weak, .. Fillers()], 0.85, Day, default).Matches.ShouldHaveSingleItem();
        match.Score.ShouldBe(0.95, 1e-12);
        match.Reason.ShouldContain("weak");
        ListedParty person = Party("2", "NOVATEK") with { Kind = ListedKind.Person };
        match = ScreeningStudy.Run(System("Novatek"), [person, .. Fillers()], 0.85, Day, default).Matches.ShouldHaveSingleItem();
        match.Score.ShouldBe(0.9, 1e-12);
        match.Reason.ShouldContain("person");
    }

    [Fact]
    public void A_label_in_another_script_is_compared_too()
    {
        EnergySystem system = System("PSB") with { Labels = [new Label { Id = "a", Language = "ru", Text = "Промсвязьбанк" }] };
        ScreeningMatch match = ScreeningStudy.Run(system, [Party("1", "PROMSVYAZBANK"), .. Fillers()], 0.9, Day, default).Matches.ShouldHaveSingleItem();
        match.Name.ShouldBe("Промсвязьбанк");
    }

    [Fact]
    public void What_a_controlled_company_owns_hangs_on_the_actor()
    {
        EnergySystem system = System("Holding") with
        {
            Actors = [Actor("a", "Holding"), Actor("b", "Half"), Actor("c", "Less"), Actor("d", "Grandchild")],
            Ownerships = [Owns("a", "b", 0.5), Owns("a", "c", 0.49), Owns("b", "d", 1)],
            Supplies = [Field("s-b", "b"), Field("s-c", "c"), Field("s-d", "d"), Field("s-none", null)],
        };
        ScreeningExposure exposure = ScreeningStudy.Run(system, [Party("1", "HOLDING LLC"), .. Fillers()], 0.9, Day, default).Exposures["a"];
        exposure.Controlled.ShouldBe(["b", "d"]);
        exposure.Assets.Select(a => a.Id).ShouldBe(["s-b", "s-d"]);
    }

    [Fact]
    public void Three_sixths_are_a_half_for_screening_and_for_rules()
    {
        EnergySystem system = System("Holding") with
        {
            Actors = [Actor("a", "Holding"), Actor("b1", "One"), Actor("b2", "Two"), Actor("b3", "Three"), Actor("c", "Company")],
            Ownerships = [Owns("a", "b1", 1), Owns("a", "b2", 1), Owns("a", "b3", 1), Owns("b1", "c", 0.1666666666), Owns("b2", "c", 0.1666666666), Owns("b3", "c", 0.1666666666)],
        };
        ScreeningStudy.Run(system, [Party("1", "HOLDING LLC"), .. Fillers()], 0.9, Day, default).Exposures["a"].Controlled.ShouldContain("c");
        new OwnershipGraph(system).Controls("a", "c", Day).ShouldBeTrue();
        new OwnershipGraph(system).Controls("b1", "c", Day).ShouldBeFalse();
    }

    [Fact]
    public void The_order_of_the_list_does_not_change_what_is_found()
    {
        ListedParty[] parties = [Party("1", "ROSNEFT"), Party("2", "ROSNEFT TRADING"), .. Fillers()];
        string[] one = [.. ScreeningStudy.Run(System("Роснефть"), parties, 0.5, Day, default).Matches.Select(m => $"{m.Party.Id} {m.Score:R}").Order(StringComparer.Ordinal)];
        string[] other = [.. ScreeningStudy.Run(System("Роснефть"), [.. parties.Reverse()], 0.5, Day, default).Matches.Select(m => $"{m.Party.Id} {m.Score:R}").Order(StringComparer.Ordinal)];
        other.ShouldBe(one);
        one.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_least_score_outside_its_range_is_refused(double least) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ScreeningStudy.Run(System("x"), [Party("1", "x")], least, Day, default));

    /// <summary>Weights are those of the list, which differs when the names change places; with one entry they are the same.</summary>
    private const double SpellingOfWeights = 1e-12;

    private static DateOnly Day => new(2025, 1, 1);

    private static ScreeningResult Screen(string own, string listed, double least = ScreeningStudy.UsualLeast) =>
        ScreeningStudy.Run(System(own), [Party("1", listed), .. Fillers()], least, Day, default) is var result && result.Matches.All(m => m.Party.Id == "1")
            ? result
            : throw new InvalidOperationException($"'{own}' matches a filler.");

    private static IEnumerable<ListedParty> Fillers() => Filler.Select((name, i) => Party($"f{i}", name)).Where(p => p.Names[0].Text is { } n && !n.Contains("EAST", StringComparison.Ordinal));

    private static ListedParty Party(string id, string name) => new() { List = "OFAC", Id = id, Names = [new ListedName(name, IsPrimary: true, IsWeak: false)] };

    private static Actor Actor(string id, string name) => new() { Id = id, Name = name, Kind = ActorKind.Company };

    private static Ownership Owns(string owner, string owned, double share) => new() { Owner = owner, Owned = owned, Share = share };

    private static Supply Field(string id, string? owner) => new() { Id = id, Node = "n", Owner = owner, Capacity = new Rate(1, RateUnit.Parse("mcm@20C/d")) };

    private static Fleet Fleet(string id, string name, double vehicles) => new() { Id = id, Name = name, Mode = TransportMode.Ship, Vehicles = vehicles, VehicleCapacity = new Amount(1, AmountUnit.Parse("kt")) };

    private static EnergySystem System(string name) => new()
    {
        Description = new PackageDescription { Name = "p" },
        Actors = [Actor("a", name)],
    };
}
