using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Model.Units;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Data.Formats.PowerGrids;

/// <summary>A grid that becomes a package, or a case file, and a grid again is the same grid.</summary>
public sealed class GridRoundTripTests : IDisposable
{
    private const double Rounding = 1e-12;
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-grids-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Grid_to_package_to_grid_is_the_identity() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            PowerGrid grid = new GridGenerator(seed).Grid();
            EnergySystem system = GridToPackage.Convert(grid, new GridPackageOptions(), new FidelityReport());
            Back(system, grid.BasePower).ShouldMatch(grid, Rounding, $"seed {seed}");
        }));

    [Fact]
    public void Grid_to_case_to_grid_is_the_identity_to_the_bit() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            PowerGrid grid = new GridGenerator(seed).Grid();
            string text = MatpowerWriter.Write(grid, "random", [], new FidelityReport());
            var findings = new FindingList();
            PowerGrid? back = MatpowerFile.Read(Encoding.UTF8.GetBytes(text), "random.m", findings)?.ToGrid(findings);
            findings.Items.ShouldBeEmpty($"seed {seed}");
            back.ShouldNotBeNull().ShouldMatch(grid, 0.0, $"seed {seed}");
        }));

    [Fact]
    public void A_package_survives_its_files_and_the_checks()
    {
        PowerGrid grid = new GridGenerator(11).Grid() with { BasePower = 100.0 };
        grid = grid with { Branches = [.. grid.Branches.Select(b => b with { Reactance = Math.Abs(b.Reactance) })] };
        EnergySystem system = GridToPackage.Convert(grid, new GridPackageOptions(), new FidelityReport());
        string path = Path.Combine(_folder, "package");
        PackageWriter.Write(system, path);
        var findings = new FindingList();
        var places = new PackagePlaces();
        EnergySystem read = PackageReader.Read(path, findings, places).ShouldNotBeNull();
        PackageValidator.Validate(read, places, findings);
        findings.Items.Where(f => f.Severity == Severity.Error).ShouldBeEmpty();
        Back(read, 100.0).ShouldMatch(grid, Rounding, "files");
    }

    [Fact]
    public void Costs_that_a_package_cannot_hold_are_approximated_and_told()
    {
        var bus = new GridBus { Id = "1", Control = BusControl.Slack };
        GridUnit[] units = [
            new() { Id = "cubic", Bus = 0, ActiveMax = 100, Cost = new GridCost { Polynomial = [1, 2, 0, 1e-4] } },
            new() { Id = "concave", Bus = 0, ActiveMax = 100, Cost = new GridCost { Polynomial = [0, 30, -0.1] } },
            new() { Id = "hump", Bus = 0, ActiveMax = 100, Cost = new GridCost { Points = [(0, 0), (50, 900), (100, 1000)] } },
            new() { Id = "negative", Bus = 0, ActiveMin = -50, ActiveMax = -10, Cost = new GridCost { Polynomial = [0, 5] } }];
        var fidelity = new FidelityReport();
        EnergySystem system = GridToPackage.Convert(new PowerGrid { Name = "costs", Buses = [bus], Branches = [], Units = units }, new GridPackageOptions(), fidelity);
        PowerGrid back = Back(system, 100.0);
        for (double p = 0; p <= 100; p += 5)
            GridComparison.Cost(back.Units[0].Cost, p).ShouldBe(1 + (2 * p) + (1e-4 * p * p * p), 1e-9, "the chords meet the polynomial at their ends");
        GridComparison.Cost(back.Units[1].Cost, 50).ShouldBe(1000, 1e-9, "the chord of 0 … 100");
        GridComparison.Cost(back.Units[2].Cost, 50).ShouldBe(500, 1e-9, "the chord of 0 … 100");
        (back.Units[3].ActiveMin, back.Units[3].ActiveMax).ShouldBe((-50, 0));
        fidelity.Entries.Where(e => e is { Kind: FidelityKind.Approximated, Part: "gencost" }).Sum(e => e.Count).ShouldBe(3);
        fidelity.Entries.ShouldContain(e => e.Kind == FidelityKind.Approximated && e.Attribute == "Pmax" && e.Examples[0] == "negative = -10");
    }

    [Fact]
    public void Nodes_without_power_rows_hold_the_voltage_where_units_stand()
    {
        using var folder = new Corridor.Tests.Data.Packages.TemporaryPackage();
        folder.Write("carriers.csv", "id,kind,unit\npower,electricity,GWh\ngas,gas,mcm@20C\n");
        folder.Write("nodes.csv", "id,carrier,zone\na,power,kz\nb,power,kz\nc,power,kz\ng,gas,kz\n");
        folder.Write("supplies.csv", "id,node,capacity,rate_unit,cost,price_unit\nsmall,a,10,MW,20,USD/MWh\nlarge,b,0.24,GWh/d,30,USD/MWh\nlargest,b,1,GW,30,USD/MWh\nfield,g,3,bcm@20C/year,20,USD/kcm@20C\n");
        folder.Write("demands.csv", "id,node,sector,annual_volume,amount_unit,curtailment_cost,price_unit\nhomes,c,household,8.76,GWh,900,USD/MWh\n");
        folder.Write("pipelines.csv", "id,from,to,length,capacity,rate_unit\n");
        folder.Write("power_lines.csv", "id,from,to,kind,voltage,reactance,rating\nab,a,b,ac,200,40,100\nbc,b,c,dc,,,50\n");
        var findings = new FindingList();
        EnergySystem system = PackageReader.Read(folder.Folder, findings).ShouldNotBeNull(string.Join('\n', findings.Items));
        var fidelity = new FidelityReport();
        PowerGrid grid = PackageToGrid.Convert(system, new PackageGridOptions(), fidelity, findings).ShouldNotBeNull();
        grid.Buses.Select(b => (b.Id, b.Control)).ShouldBe([("a", BusControl.Voltage), ("b", BusControl.Slack), ("c", BusControl.Load)]);
        grid.Buses[2].ActiveDemand.ShouldBe(1.0, Rounding);
        grid.Units.Select(u => u.ActiveMax).ShouldBe([10, 10, 1000], Rounding);
        grid.Branches.ShouldHaveSingleItem().Reactance.ShouldBe(40 * 100 / (200.0 * 200), Rounding);
        grid.DcLines.ShouldHaveSingleItem().FlowMin.ShouldBe(-50);
        fidelity.Count(FidelityKind.Defaulted).ShouldBeGreaterThan(0);
        grid.Currency.ShouldBe(system.Description.Currency);

        EnergySystem withProfiles = system with { Supplies = [.. system.Supplies.Select(s => s with { Profile = "wind" })], Demands = [.. system.Demands.Select(d => d with { Profile = "day" })] };
        var told = new FindingList();
        PackageMoment.Tell(withProfiles, grid, new PackageGridOptions { Day = new DateOnly(2030, 2, 1) }, told);
        told.Items.Select(f => f.Code).ShouldBe(["G017", "G026"]);
        told.Items[0].Message.ShouldContain("2030-02-01");
        told.Items[1].Message.ShouldNotContain("2030-02-01", Case.Sensitive, "it does not repeat the other");
        told.Items[1].Message.ShouldContain("profiles of 3 supplies");
        told.Items[1].Message.ShouldContain("profiles of 1 demands");
    }

    [Fact]
    public void A_charge_of_a_direct_current_line_is_paid_either_way_and_comes_back()
    {
        var bus = new GridBus { Id = "1", Control = BusControl.Slack };
        var line = new GridDcLine { Id = "dc", From = 0, To = 1, FlowMin = -30, FlowMax = 40, Cost = new GridCost { Points = [(-30, 150), (0, 0), (40, 200)] } };
        var fidelity = new FidelityReport();
        EnergySystem system = GridToPackage.Convert(new PowerGrid { Name = "charge", Buses = [bus, bus with { Id = "2", Control = BusControl.Load }], Branches = [], Units = [], DcLines = [line] }, new GridPackageOptions(), fidelity);
        system.PowerLines.ShouldHaveSingleItem().Tariff.ShouldNotBeNull().Value.ShouldBe(5, Rounding);
        fidelity.Entries.Single(e => e.Part == "dclinecost").Kind.ShouldBe(FidelityKind.Exact);
        GridCost? cost = Back(system, 100.0).DcLines.ShouldHaveSingleItem().Cost;
        GridComparison.Cost(cost, 40).ShouldBe(200, Rounding);
        GridComparison.Cost(cost, -30).ShouldBe(150, Rounding, "a flow backward pays, and is not paid for");
    }

    [Theory]
    [InlineData(250.0, 5.0)]
    [InlineData(null, 0.0)]
    public void A_tariff_for_a_distance_counts_for_the_length_of_the_line(double? kilometres, double expected)
    {
        var bus = new GridBus { Id = "1", Control = BusControl.Slack };
        var line = new GridDcLine { Id = "dc", From = 0, To = 1, FlowMax = 40, Cost = new GridCost { Polynomial = [0, 1] } };
        EnergySystem system = GridToPackage.Convert(new PowerGrid { Name = "tariff", Buses = [bus, bus with { Id = "2", Control = BusControl.Load }], Branches = [], Units = [], DcLines = [line] }, new GridPackageOptions(), new FidelityReport());
        PriceUnit unit = PriceUnit.Parse(system.Description.Currency + "/MWh/100km");
        system = system with { PowerLines = [system.PowerLines[0] with { Length = kilometres is { } length ? Length.FromKilometres(length) : null, Tariff = new UnitPrice(2, unit), PriceUnit = unit }] };
        var findings = new FindingList();
        PowerGrid grid = PackageToGrid.Convert(system, new PackageGridOptions(), new FidelityReport(), findings).ShouldNotBeNull();
        GridComparison.Cost(grid.DcLines.ShouldHaveSingleItem().Cost, 1).ShouldBe(expected, Rounding);
        findings.Items.Select(f => f.Code).ShouldBe(kilometres is null ? ["G026"] : []);
    }

    [Fact]
    public void Prices_that_are_none_of_energy_or_in_another_money_are_told()
    {
        var bus = new GridBus { Id = "1", Control = BusControl.Slack };
        GridUnit[] units = [new() { Id = "a", Bus = 0, ActiveMax = 10, Cost = new GridCost { Polynomial = [0, 5] } }, new() { Id = "b", Bus = 0, ActiveMax = 10, Cost = new GridCost { Polynomial = [0, 5] } }];
        EnergySystem system = GridToPackage.Convert(new PowerGrid { Name = "prices", Buses = [bus], Branches = [], Units = units }, new GridPackageOptions(), new FidelityReport());
        system = system with { Supplies = [system.Supplies[0] with { Cost = new UnitPrice(5, PriceUnit.Parse("USD/t")) }, system.Supplies[1] with { Cost = new UnitPrice(5, PriceUnit.Parse("KZT/MWh")) }] };
        var (fidelity, findings) = (new FidelityReport(), new FindingList());
        PowerGrid grid = PackageToGrid.Convert(system, new PackageGridOptions(), fidelity, findings).ShouldNotBeNull();
        grid.Units.Select(u => GridComparison.Cost(u.Cost, 1)).ShouldBe([0, 5]);
        findings.Items.Select(f => f.Code).ShouldBe(["G026", "G026"]);
        fidelity.Entries.Where(e => e.Kind is FidelityKind.Dropped or FidelityKind.Approximated && e.Attribute == "cost").Select(e => e.Kind).ShouldBe([FidelityKind.Dropped, FidelityKind.Approximated]);
    }

    [Fact]
    public void A_package_without_electricity_has_no_grid()
    {
        using var folder = new Corridor.Tests.Data.Packages.TemporaryPackage();
        var findings = new FindingList();
        EnergySystem system = PackageReader.Read(folder.Folder, findings).ShouldNotBeNull();
        PackageToGrid.Convert(system, new PackageGridOptions(), new FidelityReport(), findings).ShouldBeNull();
        findings.Items[^1].Code.ShouldBe("G030");
    }

    private static PowerGrid Back(EnergySystem system, double basePower)
    {
        var findings = new FindingList();
        PowerGrid grid = PackageToGrid.Convert(system, new PackageGridOptions { BasePower = basePower }, new FidelityReport(), findings).ShouldNotBeNull(string.Join('\n', findings.Items));
        findings.Items.ShouldBeEmpty();
        return grid;
    }
}
