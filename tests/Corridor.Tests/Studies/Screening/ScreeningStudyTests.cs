using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Sanctions;
using Corridor.Model.Units;
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
    public void The_same_name_in_another_script_or_form_is_found(string own, string listed, double least)
    {
        ScreeningMatch match = Screen(own, listed).Matches.ShouldHaveSingleItem();
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
    public void Another_company_with_a_like_name_is_none(string own, string listed) => Screen(own, listed).Matches.ShouldBeEmpty();

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

    private static DateOnly Day => new(2025, 1, 1);

    private static ScreeningResult Screen(string own, string listed) =>
        ScreeningStudy.Run(System(own), [Party("1", listed), .. Fillers()], ScreeningStudy.UsualLeast, Day, default) is var result && result.Matches.All(m => m.Party.Id == "1")
            ? result
            : throw new InvalidOperationException($"'{own}' matches a filler.");

    private static IEnumerable<ListedParty> Fillers() => Filler.Select((name, i) => Party($"f{i}", name)).Where(p => p.Names[0].Text is { } n && !n.Contains("EAST", StringComparison.Ordinal));

    private static ListedParty Party(string id, string name) => new() { List = "OFAC", Id = id, Names = [new ListedName(name, IsPrimary: true, IsWeak: false)] };

    private static Actor Actor(string id, string name) => new() { Id = id, Name = name, Kind = ActorKind.Company };

    private static Ownership Owns(string owner, string owned, double share) => new() { Owner = owner, Owned = owned, Share = share };

    private static Supply Field(string id, string? owner) => new() { Id = id, Node = "n", Owner = owner, Capacity = new Rate(1, RateUnit.Parse("mcm@20C/d")) };

    private static EnergySystem System(string name) => new()
    {
        Description = new PackageDescription { Name = "p" },
        Actors = [Actor("a", name)],
    };
}
