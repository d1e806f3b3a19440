using System.Globalization;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>Writes a problem as free MPS, for other solvers: <c>generate --case NAME --out FILE.mps</c>. Rows are R0, R1, …, columns C0, C1, ….</summary>
internal static class MpsOutput
{
    internal static int Run(string[] arguments)
    {
        if (arguments is not ["--case", { } name, "--out", { } file])
        {
            Console.Error.WriteLine("usage: generate --case gas_N_T|power_N_T --out FILE.mps");
            return 2;
        }

        LinearProgram program = NamedCases.Build(name);
        string unfinished = file + ".unfinished";
        using (var writer = new StreamWriter(unfinished))
            Write(program, name, writer);
        File.Move(unfinished, file, overwrite: true);
        return 0;
    }

    private static void Write(LinearProgram p, string name, StreamWriter writer)
    {
        writer.Write($"NAME {name}\nROWS\n N OBJ\n");
        for (int i = 0; i < p.RowCount; i++)
        {
            string kind = p.RowLower[i] == p.RowUpper[i] ? "E" : double.IsNegativeInfinity(p.RowLower[i]) ? double.IsPositiveInfinity(p.RowUpper[i]) ? "N" : "L" : "G";
            writer.Write($" {kind} R{i}\n");
        }

        writer.Write("COLUMNS\n");
        for (int j = 0; j < p.ColumnCount; j++)
        {
            if (p.Cost[j] != 0.0)
                writer.Write($" C{j} OBJ {Number(p.Cost[j])}\n");
            for (int k = p.Matrix.ColumnStart[j]; k < p.Matrix.ColumnStart[j + 1]; k++)
                writer.Write($" C{j} R{p.Matrix.RowIndex[k]} {Number(p.Matrix.Value[k])}\n");
        }

        writer.Write("RHS\n");
        if (p.CostOffset != 0.0)
            writer.Write($" RHS OBJ {Number(-p.CostOffset)}\n");
        for (int i = 0; i < p.RowCount; i++)
        {
            double side = double.IsNegativeInfinity(p.RowLower[i]) ? p.RowUpper[i] : p.RowLower[i];
            if (side != 0.0 && double.IsFinite(side))
                writer.Write($" RHS R{i} {Number(side)}\n");
        }

        writer.Write("RANGES\n");
        for (int i = 0; i < p.RowCount; i++)
        {
            if (p.RowLower[i] != p.RowUpper[i] && double.IsFinite(p.RowLower[i]) && double.IsFinite(p.RowUpper[i]))
                writer.Write($" RNG R{i} {Number(p.RowUpper[i] - p.RowLower[i])}\n");
        }

        writer.Write("BOUNDS\n");
        for (int j = 0; j < p.ColumnCount; j++)
            writer.Write(ColumnBounds(j, p.ColumnLower[j], p.ColumnUpper[j]));
        writer.Write("ENDATA\n");
    }

    private static string ColumnBounds(int j, double lower, double upper)
    {
        if (lower == upper)
            return $" FX BND C{j} {Number(lower)}\n";
        if (double.IsInfinity(lower) && double.IsInfinity(upper))
            return $" FR BND C{j}\n";
        string first = double.IsInfinity(lower) ? $" MI BND C{j}\n" : lower != 0.0 ? $" LO BND C{j} {Number(lower)}\n" : "";
        return double.IsInfinity(upper) ? first : first + $" UP BND C{j} {Number(upper)}\n";
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
