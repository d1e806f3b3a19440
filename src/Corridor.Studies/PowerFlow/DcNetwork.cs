using Corridor.Model.PowerGrids;
using Corridor.Numerics.SparseLu;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// The matrix of the direct current flow of an island, B′ = Σ b_k (e_f − e_t)(e_f − e_t)ᵀ with unit rows at buses whose angle is given, and its factors.
/// </summary>
internal sealed class DcNetwork
{
    private readonly double[] _values;

    private DcNetwork(IslandBranches branches, bool[] angleFixed, LuAnalysis analysis, double[] values)
    {
        Branches = branches;
        AngleFixed = angleFixed;
        _values = values;
        Factor = new LuFactor(analysis);
        Factor.Factorize(values);
    }

    /// <summary>Branches by local buses.</summary>
    internal IslandBranches Branches { get; }

    /// <summary>Buses whose angle is given.</summary>
    internal bool[] AngleFixed { get; }

    /// <summary>Factors; usable where their status says so.</summary>
    internal LuFactor Factor { get; }

    /// <summary>Susceptance of a branch [p.u.], and the shift that counts with it [rad].</summary>
    internal static (double Susceptance, double Shift) Of(GridBranch branch, SusceptanceConvention convention)
    {
        if (convention != SusceptanceConvention.PowerModels)
            return (BranchAdmittance.LinearSusceptance(branch), branch.Shift * Math.PI / 180.0);
        double r = branch.Resistance;
        double x = BranchAdmittance.Reactance(branch);
        return (x / ((r * r) + (x * x)), 0.0);
    }

    /// <summary>Builds and factorises.</summary>
    internal static DcNetwork Build(PowerGrid grid, int[] branches, int[] local, bool[] angleFixed, SusceptanceConvention convention)
    {
        var inside = IslandBranches.Of(grid, branches, local, convention);
        int n = angleFixed.Length;
        var rows = new List<int>(n + (4 * branches.Length));
        var columns = new List<int>(rows.Capacity);
        var triplets = new List<double>(rows.Capacity);
        void Add(int row, int column, double value)
        {
            rows.Add(row);
            columns.Add(column);
            triplets.Add(value);
        }

        for (int i = 0; i < n; i++)
            Add(i, i, angleFixed[i] ? 1.0 : 0.0);
        for (int k = 0; k < branches.Length; k++)
        {
            int f = inside.From[k];
            int t = inside.To[k];
            if (f == t)
                continue;
            double b = inside.Susceptance[k];
            if (!angleFixed[f])
            {
                Add(f, f, b);
                Add(f, t, -b);
            }

            if (!angleFixed[t])
            {
                Add(t, t, b);
                Add(t, f, -b);
            }
        }

        var pattern = TripletPattern.Build(n, n, rows.ToArray(), columns.ToArray());
        var values = new double[pattern.NonzeroCount];
        pattern.Assemble(triplets.ToArray(), values);
        return new DcNetwork(inside, angleFixed, LuAnalysis.Analyze(pattern), values);
    }

    /// <summary>The same with factors of its own, for another thread.</summary>
    internal DcNetwork Fork() => new(Branches, AngleFixed, Factor.Analysis, _values);

    /// <summary>Angles for given injections; angles where they are given [rad].</summary>
    /// <param name="right">Injections with what shifts add [p.u.], and given angles.</param>
    /// <param name="angle">Receives the angles.</param>
    internal void Solve(ReadOnlySpan<double> right, Span<double> angle) => Factor.SolveRefined(_values, right, angle);
}

/// <summary>Live branches of an island for the direct current flow.</summary>
/// <param name="Index">Branches in the grid.</param>
/// <param name="From">From buses in the island.</param>
/// <param name="To">To buses in the island.</param>
/// <param name="Susceptance">Susceptances [p.u.].</param>
/// <param name="Shift">Shifts [rad].</param>
internal sealed record IslandBranches(int[] Index, int[] From, int[] To, double[] Susceptance, double[] Shift)
{
    /// <summary>Those with a shift.</summary>
    internal int[] Shifted { get; } = [.. Enumerable.Range(0, Shift.Length).Where(k => Shift[k] != 0.0)];

    internal static IslandBranches Of(PowerGrid grid, int[] branches, int[] local, SusceptanceConvention convention)
    {
        (double Susceptance, double Shift)[] values = Array.ConvertAll(branches, e => DcNetwork.Of(grid.Branches[e], convention));
        return new IslandBranches(
            branches,
            Array.ConvertAll(branches, e => local[grid.Branches[e].From]),
            Array.ConvertAll(branches, e => local[grid.Branches[e].To]),
            Array.ConvertAll(values, v => v.Susceptance),
            Array.ConvertAll(values, v => v.Shift));
    }
}
