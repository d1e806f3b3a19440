using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// Optimal power flow of every case of the Power Grid Library in a folder, against the costs published with it, written as a page:
/// <c>opf --data FOLDER --page FILE [--repeat N]</c>. The folder holds the cases (.m) and BASELINE.md.
/// </summary>
internal static partial class OptimalFlowCases
{
    public static int Run(string[] arguments)
    {
        if (arguments is not ["--data", { } data, "--page", { } page, ..] || (arguments.Length > 4 && arguments is not [_, _, _, _, "--repeat", _]))
        {
            Console.Error.WriteLine("usage: opf --data FOLDER --page FILE [--repeat N]");
            return 2;
        }

        int repeat = arguments.Length > 4 ? int.Parse(arguments[5], CultureInfo.InvariantCulture) : 3;
        Dictionary<string, string> published = Published(Path.Combine(data, "BASELINE.md"));
        List<Row> rows = [.. Directory.GetFiles(data, "*.m").Select(f => Solve(f, published, repeat)).OrderBy(r => r.Grid.Buses.Count).ThenBy(r => r.Grid.Name, StringComparer.Ordinal)];
        string partial = page + ".partial";
        File.WriteAllText(partial, Text(rows) + Variants(page));
        File.Move(partial, page, overwrite: true);
        return rows.TrueForAll(r => r.IsMet) ? 0 : 1;
    }

    private static Row Solve(string file, Dictionary<string, string> published, int repeat)
    {
        var findings = new FindingList();
        PowerGrid grid = MatpowerFile.Read(file, findings)?.ToGrid(findings) ?? throw new InvalidDataException($"{file}: {string.Join("; ", findings.Items.Select(f => f.Message))}");
        OptimalFlowResult best = Once(grid, SusceptanceConvention.PowerModels);
        for (int k = 1; k < repeat; k++)
        {
            OptimalFlowResult again = Once(grid, SusceptanceConvention.PowerModels);
            best = again.Seconds < best.Seconds ? again : best;
        }

        var row = new Row(Path.GetFileNameWithoutExtension(file), grid, published.GetValueOrDefault(Path.GetFileNameWithoutExtension(file)), best, Once(grid, SusceptanceConvention.Matpower));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name} {best.Status} {best.Objective:R} published {row.Published} met {row.IsMet} {best.Seconds:F3} s; matpower {row.Matpower.Status} {row.Matpower.Objective:R}"));
        return row;
    }

    private static OptimalFlowResult Once(PowerGrid grid, SusceptanceConvention convention) =>
        OptimalFlowStudy.Run(grid, new OptimalFlowRequest { Convention = convention }, new FindingList()) ?? throw new InvalidDataException($"{grid.Name} was refused.");

    /// <summary>The third column of the tables: case, nodes, edges, direct current cost.</summary>
    private static Dictionary<string, string> Published(string path)
    {
        var costs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in TableRow().Matches(File.ReadAllText(path)))
            costs[match.Groups[1].Value] = match.Groups[2].Value;
        return costs;
    }

    /// <summary>What the page says of variants, which this command does not make.</summary>
    private static string Variants(string page)
    {
        string old = File.Exists(page) ? File.ReadAllText(page) : "";
        int begin = old.IndexOf("\n## ", StringComparison.Ordinal);
        return begin < 0 ? "" : old[begin..];
    }

    private static string Text(List<Row> rows)
    {
        var text = new StringBuilder();
        text.Append("# Optimal power flow: Power Grid Library\n\n    dotnet build -c Release\n    dotnet bench/Corridor.Benchmarks/bin/Release/net10.0/Corridor.Benchmarks.dll opf --data FOLDER --page docs/validation/pglib-opf.md\n\n");
        text.Append("This page is written by that command; FOLDER holds cases of the library (IEEE PES Power Grid Library for optimal power flow, v23.07, CC BY 4.0) and its BASELINE.md. One case: `corridor opf pglib_opf_case118_ieee.m --dc --susceptance powermodels`.\n\n");
        text.Append("*Published* is the column \"DC ($/h)\" of BASELINE.md: PowerModels.jl v0.19.9 with Ipopt, in its DCP form. *Ours* is the certified cost with `--susceptance powermodels`; *deviation* is relative, and no more than the rounding of the published figure where all five digits are met. ");
        text.Append("*Gap* is between the cost and the Lagrangian bound of the prices, relative; *residual* the largest error of a balance or limit, in per unit; both recomputed on the grid. *Time* is the fastest of the runs, one thread, from the grid in memory to the certified result. *matpower* is the cost with MATPOWER's susceptances, for comparison.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{rows.Count(r => r.IsMet)} of {rows.Count} cases meet the published figure in all its digits. The largest gap is {rows.Max(r => r.Ours.Certificate?.Gap ?? double.NaN):0.0e-0}, the largest residual {rows.Max(r => r.Ours.Certificate?.Residual ?? double.NaN):0.0e-0} p.u.\n\n");
        text.Append("| case | buses | branches | published | ours | deviation | met | gap | residual | iterations | time (s) | matpower |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (Row row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Grid.Buses.Count} | {row.Grid.Branches.Count} | {row.Published ?? "–"} | {Cost(row.Ours)} | {row.Deviation:0.0e-0} | {(row.IsMet ? "yes" : "no")} | ");
            text.Append(CultureInfo.InvariantCulture, $"{row.Ours.Certificate?.Gap:0.0e-0} | {row.Ours.Certificate?.Residual:0.0e-0} | {row.Ours.Iterations} | {row.Ours.Seconds:0.000} | {Cost(row.Matpower)} |\n");
        }

        return text.ToString();
    }

    private static string Cost(OptimalFlowResult result) => result.IsCertified ? result.Objective.ToString("0.0000", CultureInfo.InvariantCulture) : result.Status == OptimalFlowStatus.Infeasible ? "inf." : result.Status.ToString();

    [GeneratedRegex(@"^\| (pglib_\w+) \| *\d+ \| *\d+ \| *([^ |]+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    private sealed record Row(string Name, PowerGrid Grid, string? Published, OptimalFlowResult Ours, OptimalFlowResult Matpower)
    {
        private double? Figure => double.TryParse(Published, NumberStyles.Float, CultureInfo.InvariantCulture, out double figure) ? figure : null;

        public double? Deviation => Ours.IsCertified && Figure is { } figure ? (Ours.Objective - figure) / figure : null;

        /// <summary>Whether our figure, written with as many digits, is the published one; or both say that there is none.</summary>
        public bool IsMet => Figure is { } figure
            ? Ours.IsCertified && Math.Abs(double.Parse(Ours.Objective.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) - figure) <= 1e-9 * Math.Abs(figure)
            : Published == "inf." && Ours.Status == OptimalFlowStatus.Infeasible;
    }
}
