using System.Globalization;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.ExternalSolvers;

/// <summary>
/// The text file of HiGHS's option solution_file: headings that begin with '#', of which "# Primal solution values" and "# Dual solution values"
/// open the two points, and "# Columns n" and "# Rows n" lists of a name and a value a line.
/// </summary>
internal static class HighsAnswer
{
    public static ExternalPoint Read(string path, LinearProgram problem)
    {
        double[] primal = new double[problem.ColumnCount];
        double[] dual = new double[problem.RowCount];
        bool isDual = false;
        double[]? target = null;
        bool found = false;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith('#'))
            {
                isDual = line.StartsWith("# Dual", StringComparison.Ordinal) || (isDual && !line.StartsWith("# Primal", StringComparison.Ordinal));
                bool columns = line.StartsWith("# Columns", StringComparison.Ordinal);
                bool rows = line.StartsWith("# Rows", StringComparison.Ordinal);
                target = columns && !isDual ? primal : rows && isDual ? dual : null;
                if (line.StartsWith("# Basis", StringComparison.Ordinal))
                    break;
                continue;
            }

            if (target is null)
                continue;
            string[] field = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (field.Length != 2)
                continue;
            // Names are a letter and the index.
            if (!int.TryParse(field[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= target.Length
                || !double.TryParse(field[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                throw new ExternalSolverException($"The answer has a line that cannot be read: {ExternalRun.Excerpt(line)}");
            }

            target[index] = value;
            found = true;
        }

        return found || problem.ColumnCount == 0 ? new ExternalPoint(primal, dual) : throw new ExternalSolverException("The answer has no solution.");
    }
}
