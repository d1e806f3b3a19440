using System.Diagnostics;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms.Mps;
namespace Corridor.Benchmarks;
internal static unsafe class Scratch
{
    public static int Run(string[] a)
    {
        MpsProblem p = MpsReader.ReadFile(a[0]);
        int rep = a.Length > 1 ? int.Parse(a[1]) : 1;
        for (int it = 0; it < rep; it++)
        {
            long t0 = Stopwatch.GetTimestamp();
            void Lap(string name) { long now = Stopwatch.GetTimestamp(); Console.WriteLine($"  {name,-14} {Stopwatch.GetElapsedTime(t0, now).TotalMilliseconds:F0} ms"); t0 = Stopwatch.GetTimestamp(); }
            var pre = Corridor.Numerics.LinearPrograms.Presolve.Presolver.Run(p.Program, true); Lap("presolve");
            var form = ComputationalForm.Of(pre.Reduced!); Lap("form");
            var byRow = form.Matrix.Transpose(); Lap("transpose");
            var g = KktOrdering.Graph(form.Matrix, byRow, []); Lap("graph");
            var (kept, ord, gr) = KktOrdering.Choose(form.Matrix, byRow); Lap("choose (incl. graph)");
            var sy0 = Corridor.Numerics.Factorization.SymbolicFactor.Analyze(gr, ord.Order); Lap("analyze");
            var plan = new KktPlan(form.Matrix); Lap("plan");
            var form2 = form.Reordered(plan.RowOrder, out int[] co); Lap("reordered");
            plan.Renumber(co); var team = new Corridor.Numerics.Threading.WorkerTeam(2); var kkt = new KktSystem(form2.Matrix, plan, team); Lap("kkt"); team.Dispose(); kkt = null; form2 = null; plan = null;
            var mm = new InteriorPointMethod(form, 2); Lap("method (all)");
            mm.Start(); Lap("start");
            for (int k = 0; k < 10; k++) mm.Iterate(); Lap("10 iterations");
            double[] xx = pre.RecoverPrimal(mm.Form.RecoverPrimal(mm.Point.X)); double[] yy = pre.RecoverDual(mm.Form.RecoverDual(mm.Point.Y)); Lap("recover");
            Corridor.Numerics.LinearPrograms.CertificateChecker.Check(p.Program, xx, yy); Lap("check");
            mm.Dispose();
        }
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
        var sy = m.Kkt.Symbolic; Console.WriteLine($"rows {r} supernodes {sy.SupernodeCount} stored {sy.StoredValues} nnz {sy.Nonzeros} updates {sy.UpdateSource.Length} largest {sy.LargestWidth}x{sy.LargestHeight} flops {sy.Flops:E2} {m.Kkt.OrderingName}");
        Time("column dots", () => { for (int b = 0; b < n; b += 512) m.Kkt.ColumnDots.Run(py, pr + b, b, Math.Min(n, b + 512)); });
        Time("row dots", () => { for (int b = 0; b < r; b += 512) m.Kkt.RowDots.Run(px, pr + b, b, Math.Min(r, b + 512)); });
        {
            var h = new double[12, 3];
            for (int t = 0; t < sy.SupernodeCount; t++)
                for (int u = sy.UpdateStart[t]; u < sy.UpdateStart[t + 1]; u++)
                {
                    int src = sy.UpdateSource[u]; int inner = sy.FirstColumn[src + 1] - sy.FirstColumn[src]; int hh = (int)(sy.RowStart[src + 1] - sy.RowStart[src]); int cnt = hh - sy.UpdateOffset[u];
                    int cols = 0; while (cols < cnt && sy.Row[sy.RowStart[src] + sy.UpdateOffset[u] + cols] < sy.FirstColumn[t + 1]) cols++;
                    int b = Math.Min(11, (int)Math.Log2(inner)); h[b, 0]++; h[b, 1] += 2.0 * inner * cnt * cols; h[b, 2] += (double)cnt * cols;
                }
            for (int b = 0; b < 12; b++) if (h[b, 0] > 0) Console.WriteLine($"  inner 2^{b}: updates {h[b, 0]} Mflop {h[b, 1] / 1e6:F1} scatter M {h[b, 2] / 1e6:F2}");
            double e = 0, z = 0; var hw = new int[12]; for (int t = 0; t < sy.SupernodeCount; t++) { double w = sy.FirstColumn[t + 1] - sy.FirstColumn[t], he = sy.RowStart[t + 1] - sy.RowStart[t]; e += w * w * he; z += w * he; hw[Math.Min(11, (int)Math.Log2(w))]++; }
            Console.WriteLine($"  eliminate Mflop {e / 1e6:F1} widths {string.Join(' ', hw)}");
        }
        Time("factorize", () => m.Kkt.Factorize(1e-8));
        Time("triangular", () => m.Kkt.SolveOnly(y));
        Time("iterate/1", () => m.Iterate());
        m.Probe(Time);
        return 0;
    }
}
