using System.Diagnostics;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms.Mps;
namespace Corridor.Benchmarks;
internal static unsafe class Scratch
{
    public static int Run(string[] a)
    {
        MpsProblem p = MpsReader.ReadFile(a[0]);
        var m = new InteriorPointMethod(ComputationalForm.Of(p.Program), 1);
        m.Start();
        for (int k = 0; k < 6; k++) m.Iterate();
        double[] x = ChunkPlan.Vector(m.Form.ColumnCount), y = ChunkPlan.Vector(m.Form.RowCount), res = ChunkPlan.Vector(Math.Max(m.Form.RowCount, m.Form.ColumnCount));
        double* px = ChunkPlan.Pointer(x), py = ChunkPlan.Pointer(y), pr = ChunkPlan.Pointer(res);
        void Time(string name, Action act)
        {
            for (int k = 0; k < 5; k++) act();
            double best = 1e9;
            for (int k = 0; k < 15; k++) { long t = Stopwatch.GetTimestamp(); act(); best = Math.Min(best, Stopwatch.GetElapsedTime(t).TotalMilliseconds); }
            Console.WriteLine($"{name,-24} {best:F3} ms");
        }
        int n = m.Form.ColumnCount, r = m.Form.RowCount;
        Time("column dots", () => { for (int b = 0; b < n; b += 512) m.Kkt.ColumnDots.Run(py, pr + b, b, Math.Min(n, b + 512)); });
        Time("row dots", () => { for (int b = 0; b < r; b += 512) m.Kkt.RowDots.Run(px, pr + b, b, Math.Min(r, b + 512)); });
        Time("factorize", () => m.Kkt.Factorize(1e-8));
        Time("triangular", () => m.Kkt.SolveOnly(y));
        Time("iterate/1", () => m.Iterate());
        m.Probe(Time);
        return 0;
    }
}
