using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Data.Formats.Matpower;

public sealed class MatpowerExchangeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-matpower-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_report_of_an_import_names_what_does_not_come_over()
    {
        ImportResult result = Import(MatpowerSamples.Valley, out FindingList findings);
        findings.Items.Select(f => (f.Code, f.Subject)).ShouldBe([("G026", "mpc.reserves.zones")]);
        FidelityEntry[] lost = [.. result.Fidelity.Entries.Where(e => e.Kind == FidelityKind.Dropped)];
        lost.ShouldContain(e => e.Part == "gen" && e.Attribute == "mBase" && e.Count == 3);
        lost.ShouldContain(e => e.Part == "branch" && e.Attribute == "rateB" && e.Count == 2);
        lost.ShouldContain(e => e.Part == "case" && e.Attribute == "reserves.zones");
        lost.ShouldContain(e => e.Part == "dcline" && e.Attribute == "Pf" && e.Count == 1);
        result.Fidelity.Entries.ShouldContain(e => e.Kind == FidelityKind.Approximated && e.Attribute == "Pd" && e.Examples[0] == "7 = -20 (line 13)");
        result.System.Nodes.Select(n => (n.Id, n.Name, n.Note)).ShouldBe([("10", "North", "case.m line 11"), ("20", "Miller's", "case.m line 12"), ("7", "South", "case.m line 13"), ("33", "Spare", "case.m line 13")]);
        result.System.Sources.ShouldHaveSingleItem().Title.ShouldContain("valley");
    }

    [Fact]
    public void A_package_is_exported_and_imported_again()
    {
        ImportResult result = Import(MatpowerSamples.Valley, out _);
        string path = Path.Combine(_folder, "out.m");
        FidelityReport report = new MatpowerExporter().Export(result.System, path, CancellationToken.None);
        report.Count(FidelityKind.Exact).ShouldBeGreaterThan(10);
        Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["case.m", "out.m"]);
        var findings = new FindingList();
        MatpowerCase again = MatpowerFile.Read(path, findings).ShouldNotBeNull();
        again.BusNames.ShouldBe(["North", "Miller's", "South", "Spare"]);
        PowerGrid grid = again.ToGrid(findings).ShouldNotBeNull();
        findings.Items.ShouldBeEmpty();
        grid.Buses.Select(b => (b.Id, Math.Round(b.ActiveDemand, 9))).ShouldBe([("10", 0), ("20", 90.5), ("7", -20), ("33", 0)]);
        grid.Branches[0].Reactance.ShouldBe(0.1 * 100 / 50, 1e-12);
    }

    [Fact]
    public void Names_with_control_characters_are_told_and_fit_a_package()
    {
        ImportResult result = Import(MatpowerSamples.Pair(after: "mpc.bus_name = {'A\u0001B'; ' C '};"), out FindingList findings);
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G015");
        findings.Items[0].Message.ShouldContain("1 texts of 'mpc.bus_name'");
        result.System.Nodes.Select(n => n.Name).ShouldBe(["A B", "C"]);
        result.Fidelity.Entries.Where(e => e.Attribute == "bus_name").Select(e => (e.Kind, e.Count)).ShouldBe([(FidelityKind.Exact, 1), (FidelityKind.Approximated, 1)]);
    }

    [Fact]
    public void Kinds_of_units_that_do_not_come_over_are_not_called_exact()
    {
        ImportResult result = Import(MatpowerSamples.Pair(gen: "1 50 0 30 -30 1 100 1 100 0; 9 0 0 30 -30 1 100 0 100 0", gencost: "2 0 0 2 10 0; 2 0 0 2 10 0", after: "mpc.gentype = {'ST'; 'GT'};"), out _);
        result.Fidelity.Entries.Single(e => e.Attribute == "gentype").Kind.ShouldBe(FidelityKind.Dropped);
        result.System.Supplies.ShouldHaveSingleItem().Name.ShouldBeNull();
    }

    [Fact]
    public void A_stopped_export_writes_nothing()
    {
        ImportResult result = Import(MatpowerSamples.Valley, out _);
        Should.Throw<OperationCanceledException>(() => new MatpowerExporter().Export(result.System, Path.Combine(_folder, "none.m"), new CancellationToken(true)));
        Directory.GetFiles(_folder).Select(Path.GetFileName).ShouldBe(["case.m"]);
    }

    [Theory]
    [InlineData("x", "x")]
    [InlineData("9-bus a", "case_9_bus_a")]
    [InlineData("", "case_")]
    public void Names_of_functions_are_those_of_MATLAB(string name, string expected) => MatpowerWriter.FunctionName(name).ShouldBe(expected);

    private ImportResult Import(string text, out FindingList findings)
    {
        string path = Path.Combine(_folder, "case.m");
        File.WriteAllText(path, text);
        findings = new FindingList();
        return new MatpowerImporter().Import(new ImportRequest(path), findings, CancellationToken.None).ShouldNotBeNull();
    }
}
