using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Solving;

namespace Corridor.Reporting.Solving;

/// <summary>
/// Writes a solution as CSV: <c>kind,name,value,lower,upper,dual</c>, one line a row, then one a column. The dual of a row is ∂objective/∂bound,
/// that of a column its reduced cost, both in the sense of the file. Numbers read back as the same doubles; an absent bound is empty.
/// </summary>
public static class SolutionCsv
{
    private const int Reserve = 160;

    /// <summary>Writes the file: under a temporary name first, then renamed.</summary>
    /// <param name="path">Path; a file there is replaced.</param>
    /// <param name="outcome">An outcome with a point.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteFile(string path, SolveOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(outcome);
        OutputFile.Replace(path, stream => Write(stream, outcome));
    }

    private static void Write(Stream stream, SolveOutcome outcome)
    {
        LinearProgram p = outcome.Program.Linear;
        LinearProgramSolution s = outcome.Solution;
        double sense = outcome.Program.Sense;
        var text = new Utf8Lines(stream);
        text.Raw("kind,name,value,lower,upper,dual\n");
        for (int i = 0; i < p.RowCount; i++)
            text.Line("row,", outcome.Program.RowName(i), s.RowActivity[i], p.RowLower[i], p.RowUpper[i], sense * s.RowDual[i]);
        for (int j = 0; j < p.ColumnCount; j++)
            text.Line("column,", outcome.Program.ColumnName(j), s.Primal[j], p.ColumnLower[j], p.ColumnUpper[j], sense * s.ReducedCost[j]);
        text.Flush();
    }

    private sealed class Utf8Lines(Stream stream)
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _used;

        public void Line(string kind, string name, double value, double lower, double upper, double dual)
        {
            Raw(kind);
            Raw(name.AsSpan().IndexOfAny("\",") < 0 ? name : "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"");
            foreach (double number in (ReadOnlySpan<double>)[value, lower, upper, dual])
            {
                Ensure(Reserve);
                _buffer[_used++] = (byte)',';
                if (!double.IsFinite(number))
                    continue;
                // Adding zero turns −0 into 0.
                (number + 0.0).TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture);
                _used += written;
            }

            _buffer[_used++] = (byte)'\n';
        }

        public void Raw(string text)
        {
            if (Encoding.UTF8.GetMaxByteCount(text.Length) > _buffer.Length)
            {
                Flush();
                stream.Write(Encoding.UTF8.GetBytes(text));
                return;
            }

            Ensure(Encoding.UTF8.GetMaxByteCount(text.Length));
            _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
        }

        public void Flush()
        {
            stream.Write(_buffer, 0, _used);
            _used = 0;
        }

        private void Ensure(int bytes)
        {
            if (_buffer.Length - _used < bytes)
                Flush();
        }
    }
}
