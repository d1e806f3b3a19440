using Corridor.Model;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Tests.Reporting;

namespace Corridor.Tests.Model.Scenarios;

/// <summary>Each kind of change on the sample system: 30 bcm a year are 82.1918 mcm a day.</summary>
public sealed class ScenarioApplicationTests
{
    private const double PerDay = 1000.0 / 365;

    [Fact]
    public void AnOutageTakesItsShareOnTheDaysOfItsWindow()
    {
        CompiledNetwork network = Applied.Compile(Applied.Sample("""
            - outage: a-b
              from: 2025-03-01
              to: 2025-03-16
              share: 0.5
            """));
        CompiledArc line = network.Arcs.Single(a => a.Id == "a-b");
        line.Capacity[0][1].ShouldBe(30 * PerDay, 1e-9);
        // Fifteen of 31 days at one half.
        line.Capacity[0][2].ShouldBe(30 * PerDay * (1 - (0.5 * 15 / 31)), 1e-9);
        line.Capacity[0][3].ShouldBe(30 * PerDay, 1e-9);
    }

    [Fact]
    public void ACapacityIsConvertedToTheUnitOfItsRow()
    {
        EnergySystem changed = Applied.Sample("""
            - capacity: a-b
              value: 44 mcm@20C/d
            """);
        changed.Pipelines[0].Capacity.Value.ShouldBe(44 * 365 / 1000.0, 1e-9);
        changed.Pipelines[0].RateUnit!.Symbol.ShouldBe("bcm@20C/year");
        changed.DatedValues.ShouldBeEmpty();
    }

    [Fact]
    public void AFactorWithinAWindowMultipliesWhatHoldsThereAndNothingElse()
    {
        var system = SampleSystem.Create() with
        {
            DatedValues = [new DatedValue { Table = "pipelines", Subject = "a-b", Column = "capacity", Start = new(2025, 2, 1), End = new(2025, 6, 1), Value = "10", Source = "s" }],
        };
        EnergySystem changed = Applied.On(system, """
            - capacity: a-b
              factor: 0.5
              from: 2025-05-01
              to: 2025-07-01
            """);
        changed.DatedValues.Select(v => (v.Start, v.End, v.Value)).ShouldBe(
        [
            (new(2025, 2, 1), new DateOnly(2025, 5, 1), "10"),
            (new(2025, 5, 1), new DateOnly(2025, 6, 1), "5"),
            (new(2025, 6, 1), new DateOnly(2025, 7, 1), "15"),
        ]);
        changed.DatedValues[0].Source.ShouldBe("s");
    }

    [Fact]
    public void ADemandOfAZoneIsThatOfTheZonesWithinIt()
    {
        EnergySystem changed = Applied.Sample("""
            - demand: {zone: bb, carrier: gas}
              factor: 1.5
            """);
        changed.Demands.Select(d => d.AnnualVolume.Value).ShouldBe([30, 3, 10]);
    }

    [Fact]
    public void WeatherScalesDemandsBySectorFromHeatingDegrees()
    {
        // Half of the demand of homes heats: 1 + 0.5 · ((18 + 22) / (18 + 2) − 1) = 1.5.
        EnergySystem changed = Applied.Sample("""
            - weather: bb
              temperature: {normal: -2, actual: -22, share: {household: 0.5}}
              from: 2025-01-01
              to: 2025-02-01
            """);
        changed.DatedValues.ShouldHaveSingleItem().Value.ShouldBe("3");
        changed.DatedValues[0].Subject.ShouldBe("homes");
    }

    [Fact]
    public void AnUnknownIdIsFoundWithANearOne()
    {
        var finding = Applied.Findings("""
            - outage: a-bb
            """).ShouldHaveSingleItem();
        finding.Code.ShouldBe("S015");
        finding.Hint.ShouldBe("Did you mean 'a-b'?");
        (finding.Place.File, finding.Place.Line, finding.Place.Column).ShouldBe(("test0.yaml", 3, 11));
    }

    [Fact]
    public void TheLaterOfTwoScenariosThatSetAFigureWins()
    {
        var finding = Applied.Findings("- capacity: a-b\n  value: 10", "- capacity: a-b\n  value: 12\n  from: 2025-06-01").ShouldHaveSingleItem();
        finding.Code.ShouldBe("S024");
        finding.Message.ShouldContain("test0.yaml:3");
    }
}
