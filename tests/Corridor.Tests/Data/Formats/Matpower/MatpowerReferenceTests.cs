using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Tests.Data.Formats.PowerGrids;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats.Matpower;

/// <summary>The cases of the power grid library, against a parse of their tables by splitting lines.</summary>
public sealed class MatpowerReferenceTests
{
    [SkippableFact]
    public void Every_case_of_the_library_is_read_as_its_lines_say_and_survives_the_way_through_a_package_and_a_case()
    {
        string[] files = Directory.GetFiles(ReferenceData.Folder("pglib-opf"), "*.m");
        files.Length.ShouldBeGreaterThan(20);
        foreach (string file in files)
        {
            string because = Path.GetFileName(file);
            var findings = new FindingList();
            ImportResult result = new MatpowerImporter().Import(new ImportRequest(file), findings, CancellationToken.None).ShouldNotBeNull(because);
            PowerGrid grid = MatpowerFile.Read(file, findings).ShouldNotBeNull().ToGrid(findings).ShouldNotBeNull(because);
            findings.HasErrors.ShouldBeFalse(because);
            Dictionary<string, List<double[]>> tables = Tables(file);
            Sums(tables["bus"], 2).ShouldBe((grid.Buses.Count, grid.Buses.Sum(b => b.ActiveDemand)), because);
            Sums(tables["gen"], 8).ShouldBe((grid.Units.Count, grid.Units.Sum(u => u.ActiveMax)), because);
            Sums(tables["branch"], 3).ShouldBe((grid.Branches.Count, grid.Branches.Sum(b => b.Reactance)), because);
            Sums(tables["gencost"], 5).ShouldBe((grid.Units.Count, grid.Units.Sum(u => u.Cost!.Polynomial![1])), because);
            PackageToGrid.Convert(result.System, new PackageGridOptions { BasePower = grid.BasePower }, new FidelityReport(), findings).ShouldNotBeNull(because)
                .ShouldMatch(grid, 1e-12, because, holdsNegativeResistances: false);
            Accounts(result.Fidelity, tables, because);
            string text = MatpowerWriter.Write(grid, "again", [], new FidelityReport());
            MatpowerFile.Read(Encoding.UTF8.GetBytes(text), "again.m", findings).ShouldNotBeNull().ToGrid(findings).ShouldNotBeNull(because).ShouldMatch(grid, 0.0, because);
        }
    }

    /// <summary>Every column of the tables is in the report, with each of its rows.</summary>
    private static void Accounts(FidelityReport fidelity, Dictionary<string, List<double[]>> tables, string because)
    {
        string[] bus = ["bus_i", "type", "Pd", "Qd", "Gs", "Bs", "area", "Vm", "Va", "baseKV", "zone", "Vmax", "Vmin"];
        string[] gen = ["bus", "Pg", "Qg", "Qmax", "Qmin", "Vg", "mBase", "status", "Pmax", "Pmin"];
        string[] branch = ["fbus", "tbus", "r", "x", "b", "rateA", "rateB", "rateC", "ratio", "angle", "status", "angmin", "angmax"];
        foreach ((string table, string[] columns) in (ReadOnlySpan<(string, string[])>)[("bus", bus), ("gen", gen), ("branch", branch), ("gencost", ["startup", "shutdown", "cost"])])
        {
            foreach (string column in columns)
                fidelity.Entries.Where(e => e.Part == table && e.Attribute == column && e.Kind != FidelityKind.Defaulted).Sum(e => e.Count).ShouldBe(tables[table].Count, $"{because}: {table}.{column}");
        }
    }

    private static (int Rows, double Sum) Sums(List<double[]> rows, int column) => (rows.Count, rows.Sum(r => r[column]));

    private static Dictionary<string, List<double[]>> Tables(string file)
    {
        var tables = new Dictionary<string, List<double[]>>();
        List<double[]>? rows = null;
        foreach (string printed in File.ReadLines(file))
        {
            string line = printed.Split('%')[0].Trim();
            if (line.StartsWith("mpc.", StringComparison.Ordinal) && line.EndsWith('['))
                tables.Add(line[4..line.IndexOf(' ', StringComparison.Ordinal)], rows = []);
            else if (line.StartsWith(']'))
                rows = null;
            else if (rows is not null && line.Length > 0)
                rows.Add([.. line.TrimEnd(';').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(t => double.Parse(t, CultureInfo.InvariantCulture))]);
        }

        return tables;
    }
}
