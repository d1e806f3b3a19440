using System.Globalization;
using Corridor.Numerics.ExternalSolvers;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Numerics.Simplex;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// Solves every linear program of the reference data, inside and at a vertex, and writes the page that compares them with published optima and,
/// where it is installed, with Clp: <c>validate --data FOLDER --bench FOLDER --page FILE</c>.
/// </summary>
internal static class ValidationCases
{
    private const double ClpTolerance = 1e-9;

    /// <summary>Optima of the generated problems: several solvers agree on them to all digits given.</summary>
    private static readonly Dictionary<string, double> Generated = new()
    {
        ["gas_100_30"] = 3381000.5371,
        ["gas_100_365"] = 43248963.744,
        ["gas_1000_30"] = 32722330.278,
        ["scigrid"] = 9199288.0405,
    };

    public static int Run(string[] arguments)
    {
        if (arguments is not ["--data", { } data, "--bench", { } bench, "--page", { } page])
        {
            Console.Error.WriteLine("usage: validate --data FOLDER --bench FOLDER --page FILE");
            return 2;
        }

        Dictionary<string, double> published = Published(Path.Combine(data, "netlib", "optima.csv"));
        List<ValidationRow> netlib = [.. Files(Path.Combine(data, "netlib"), "*.mps.gz").Select(f => Solve(f, published))];
        List<ValidationRow> large = [.. Files(Path.Combine(bench, "lp"), "*.mps.gz").Select(f => Solve(f, Generated))];
        List<EdgeRow> edges = [.. Files(Path.Combine(data, "lp-edge"), "*.mps").Select(Edge)];
        string partial = page + ".partial";
        File.WriteAllText(partial, ValidationPage.Text(netlib, large, edges));
        File.Move(partial, page, overwrite: true);
        return netlib.Concat(large).All(r => r.IsMet) && edges.All(e => e.IsProven) ? 0 : 1;
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal);

    private static ValidationRow Solve(string file, Dictionary<string, double> published)
    {
        string name = Path.GetFileName(file).Split('.')[0];
        LinearProgram program = MpsReader.ReadFile(file).Program;
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        CrossoverResult? vertex = s.StopReason == StopReason.Optimal ? Crossover.Run(program, s.Primal, s.RowDual) : null;
        double? clp = null;
        if (ExternalSolver.Find(SolverProgram.Clp) is not null)
        {
            LinearProgramSolution other = ExternalSolver.Solve(
                SolverProgram.Clp, program, new ExternalSettings { InnerTolerance = ClpTolerance, TimeLimit = TimeSpan.FromMinutes(10) }, CancellationToken.None).Solution;
            clp = other.StopReason == StopReason.Optimal ? other.Objective : null;
        }

        var row = new ValidationRow(name, program, s, vertex, clp, published.TryGetValue(name, out double optimum) ? optimum : null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {s.StopReason} {s.Objective:R} vertex {vertex?.StopReason} {vertex?.Objective:R} clp {clp:R} difference {row.Difference:E1}"));
        return row;
    }

    private static EdgeRow Edge(string file)
    {
        LinearProgram program = MpsReader.ReadFile(file).Program;
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        bool proven = s.StopReason switch
        {
            StopReason.PrimalInfeasible => s.RowRay is not null && CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay),
            StopReason.DualInfeasible => s.ColumnRay is not null && CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay),
            _ => false,
        };
        string name = Path.GetFileName(file).Split('.')[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {s.StopReason} proven {proven}"));
        return new EdgeRow(name, program, s.StopReason, proven, s.Iterations);
    }

    private static Dictionary<string, double> Published(string path)
    {
        Dictionary<string, double> optima = [];
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] field = line.Split(',');
            optima[field[0]] = double.Parse(field[5].Length > 0 ? field[5] : field[4], CultureInfo.InvariantCulture);
        }

        return optima;
    }
}
