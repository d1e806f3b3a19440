using AngleSharp.Html.Dom;
using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Model.Units;
using Corridor.Reporting.Html;

namespace Corridor.Tests.Reporting.Html;

/// <summary>What a page says of small systems, of systems without places, and of systems made of assumptions, as imports are.</summary>
public sealed class ReportWordsTests
{
    [Theory]
    [InlineData("2025-01-01", "2025-12-31", "in 2025")]
    [InlineData("2024-01-01", "2025-12-31", "from 2024 to 2025")]
    [InlineData("2025-01-01", "2025-01-01", "on 1 January 2025")]
    [InlineData("2025-02-01", "2025-02-28", "in February 2025")]
    [InlineData("2025-01-01", "2025-03-31", "from January to March 2025")]
    [InlineData("2024-11-01", "2025-03-31", "from November 2024 to March 2025")]
    [InlineData("2025-01-10", "2025-01-24", "from 10 to 24 January 2025")]
    [InlineData("2025-01-10", "2025-03-02", "from 10 January to 2 March 2025")]
    [InlineData("2024-12-31", "2025-01-01", "from 31 December 2024 to 1 January 2025")]
    public void APeriodReadsWellInASentence(string first, string last, string expected) => ReportContext.During(first, last).ShouldBe(expected);

    [Theory]
    [InlineData("loads.csv line 4", "loads.csv line 4")]
    [InlineData("ggit_2024-10-08.xlsx [Sheet1!3]", "ggit_2024-10-08.xlsx [Sheet1!3]")]
    [InlineData("length along the route.", "Length along the route.")]
    public void NamesOfFilesKeepTheirLetters(string note, string expected) => ReportContext.Sentence(note).ShouldBe(expected);

    [Fact]
    public void ASmallSystemIsToldInSmallUnitsAndTheSameInAllTables()
    {
        EnergySystem sample = SampleSystem.Create();
        IHtmlDocument document = Parse(Only(sample, new Amount(150, AmountUnit.Parse("mcm@20C")), null));
        document.QuerySelector("#balances h3")!.TextContent.ShouldContain("150\u00A0mcm at 20\u00A0°C");
        document.QuerySelector("#balances caption")!.TextContent.ShouldContain("mcm at 20\u00A0°C");
        document.QuerySelector("#balances figure .note")!.TextContent.ShouldContain("mcm at 20\u00A0°C");
        document.QuerySelector("#map table")!.TextContent.ShouldContain("mcm");
        document.QuerySelector("main")!.TextContent.ShouldNotContain("0.15");
    }

    [Fact]
    public void ALargeSystemKeepsItsUnits() =>
        Parse(Only(SampleSystem.Create(), new Amount(20, AmountUnit.Parse("bcm@20C")), null)).QuerySelector("#balances h3")!.TextContent.ShouldContain("20.0\u00A0bcm at 20\u00A0°C");

    [Fact]
    public void WithoutPlacesThereIsATableInPlaceOfTheMap()
    {
        IHtmlDocument document = Parse(SampleSystem.Create());
        document.QuerySelector("#map")!.TextContent.ShouldContain("There is no map: the package does not say where its nodes lie.");
        document.QuerySelector("#map tbody th")!.TextContent.ShouldBe("Line A to B");
        document.QuerySelector("#map svg").ShouldBeNull();
    }

    [Fact]
    public void AnAnswerThatRestsOnAssumptionsSaysSo()
    {
        EnergySystem sample = SampleSystem.Create();
        Parse(Only(sample, sample.Demands[0].AnnualVolume, Basis.Assumed)).QuerySelector("#answer")!.TextContent.ShouldContain("This rests on assumptions: the only row of demands");
        Parse(Only(sample, sample.Demands[0].AnnualVolume, Basis.Reported)).QuerySelector("#assumed").ShouldBeNull();
    }

    [Fact]
    public void ALineNamedByABareNumberIsToldByItsEnds()
    {
        EnergySystem sample = SampleSystem.Create();
        Parse(Only(sample with { Pipelines = [sample.Pipelines[0] with { Name = "809" }, sample.Pipelines[1]] }, sample.Demands[0].AnnualVolume, null))
            .QuerySelector("#map tbody th")!.TextContent.ShouldBe("line 809 (aa-gas–bb-gas)");
    }

    /// <summary>The sample without its contract and all but one demand.</summary>
    private static EnergySystem Only(EnergySystem sample, Amount demand, Basis? basis) => new()
    {
        Description = sample.Description,
        Carriers = [sample.Carriers[0]],
        Zones = sample.Zones,
        Nodes = [sample.Nodes[0], sample.Nodes[1]],
        Supplies = sample.Supplies,
        Demands = [sample.Demands[0] with { AnnualVolume = demand, AmountUnit = demand.Unit, Basis = basis }],
        Pipelines = [sample.Pipelines[0] with { Access = Corridor.Model.Network.ArcAccess.Open }],
        Sources = sample.Sources,
    };

    private static IHtmlDocument Parse(EnergySystem system) => ReportDocument.Parse(ReportDocument.Text(SampleRun.Dispatch(system)));
}
