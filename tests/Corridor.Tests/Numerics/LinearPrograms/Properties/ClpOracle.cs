using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.LinearPrograms.Properties;

/// <summary>
/// What the dual simplex method of another solver, if it is installed, says of many small problems, through files, in one process.
/// It walks far out along some unbounded problems and takes the end for an optimum: beyond a billion, where no optimum of problems with small
/// integers can be, that counts as unbounded.
/// </summary>
internal static partial class ClpOracle
{
    private const double Far = 1e9;

    /// <summary>Statuses and objectives in the order of the problems; null where it said neither.</summary>
    internal static List<(bool IsOptimal, double Objective)?> Solve(IReadOnlyList<LinearProgram> programs)
    {
        Skip.If(Executable() is null, "clp is not installed");
        string folder = Directory.CreateTempSubdirectory("corridor-clp-").FullName;
        try
        {
            var commands = new StringBuilder("presolve off\n");
            for (int k = 0; k < programs.Count; k++)
            {
                string name = k.ToString(CultureInfo.InvariantCulture) + ".mps";
                File.WriteAllText(Path.Combine(folder, name), Mps(programs[k]));
                commands.Append("import ").Append(name).Append("\ndualsimplex\n");
            }

            string[] parts = Run(folder, commands.Append("quit\n").ToString()).Split("Model was imported from");
            (parts.Length - 1).ShouldBe(programs.Count, "every file must have been read");
            List<(bool, double)?> answers = [];
            for (int k = 0; k < programs.Count; k++)
                answers.Add(Read(parts[k + 1]) is { } read ? (read.IsOptimal, read.Objective + programs[k].CostOffset) : null);
            return answers;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (bool IsOptimal, double Objective)? Read(string output)
    {
        Match match = LastLine().Match(output);
        if (!match.Success)
            return null;
        double objective = double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return (match.Groups[1].Value == "Optimal" && Math.Abs(objective) < Far, objective);
    }

    private static string Run(string folder, string commands)
    {
        var start = new ProcessStartInfo(Executable()!, "-")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(commands);
        process.StandardInput.Close();
        process.WaitForExit();
        return output.GetAwaiter().GetResult();
    }

    private static string? Executable()
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            string path = Path.Combine(folder, "clp");
            if (folder.Length > 0 && File.Exists(path))
                return path;
        }

        return null;
    }

    /// <summary>Fixed columns, without the constant of the objective.</summary>
    private static string Mps(LinearProgram p)
    {
        var s = new StringBuilder("NAME          P\nROWS\n N  OBJ\n");
        for (int i = 0; i < p.RowCount; i++)
            s.Append(' ').Append(Kind(p, i)).Append("  R").Append(i).Append('\n');
        s.Append("COLUMNS\n");
        for (int j = 0; j < p.ColumnCount; j++)
        {
            Line(s, "", "C" + Text(j), "OBJ", p.Cost[j]);
            for (int k = p.Matrix.ColumnStart[j]; k < p.Matrix.ColumnStart[j + 1]; k++)
                Line(s, "", "C" + Text(j), "R" + Text(p.Matrix.RowIndex[k]), p.Matrix.Value[k]);
        }

        s.Append("RHS\n");
        for (int i = 0; i < p.RowCount; i++)
        {
            if (Kind(p, i) != 'N')
                Line(s, "", "RHS", "R" + Text(i), Kind(p, i) == 'G' ? p.RowLower[i] : p.RowUpper[i]);
        }

        s.Append("RANGES\n");
        for (int i = 0; i < p.RowCount; i++)
        {
            if (Kind(p, i) == 'L' && double.IsFinite(p.RowLower[i]))
                Line(s, "", "RNG", "R" + Text(i), p.RowUpper[i] - p.RowLower[i]);
        }

        s.Append("BOUNDS\n");
        for (int j = 0; j < p.ColumnCount; j++)
        {
            if (double.IsFinite(p.ColumnLower[j]))
                Line(s, "LO", "BND", "C" + Text(j), p.ColumnLower[j]);
            else
                Line(s, "MI", "BND", "C" + Text(j), 0.0);
            if (double.IsFinite(p.ColumnUpper[j]))
                Line(s, "UP", "BND", "C" + Text(j), p.ColumnUpper[j]);
        }

        return s.Append("ENDATA\n").ToString();
    }

    private static char Kind(LinearProgram p, int i) =>
        p.RowLower[i] == p.RowUpper[i] ? 'E' : double.IsFinite(p.RowUpper[i]) ? 'L' : double.IsFinite(p.RowLower[i]) ? 'G' : 'N';

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder s, string kind, string one, string two, double value) =>
        s.Append(CultureInfo.InvariantCulture, $" {kind,-2} {one,-8}  {two,-8}  {value:R}\n");

    [GeneratedRegex(@"(Optimal|PrimalInfeasible|DualInfeasible) objective (\S+) - ", RegexOptions.RightToLeft)]
    private static partial Regex LastLine();
}
