using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>
/// The two-port of a branch, I_f = y_ff V_f + y_ft V_t and I_t = y_tf V_f + y_tt V_t: with series admittance y, charging b, ratio τ and shift φ,
/// y_ff = (y + jb/2)/τ², y_tt = y + jb/2, y_ft = −y/(τe^{−jφ}), y_tf = −y/(τe^{jφ}) (MATPOWER manual, equation 3.3). In per unit; G is the real part, B the imaginary one;
/// with the shift [rad] and the susceptance of the direct current flow.
/// </summary>
internal readonly record struct BranchAdmittance(double FromG, double FromB, double ToG, double ToB, double FromToG, double FromToB, double ToFromG, double ToFromB, double Shift, double SeriesSusceptance)
{
    /// <summary>Impedance below which a branch counts as a mere connection [p.u.].</summary>
    internal const double LeastImpedance = 1e-9;

    /// <summary>Reactance that stands for a mere connection [p.u.]: small enough to be none, large enough that its flow keeps ten digits.</summary>
    internal const double ConnectionReactance = 1e-5;

    /// <summary>Whether the branch has next to no impedance.</summary>
    internal static bool IsConnection(GridBranch branch) => Math.Max(Math.Abs(branch.Resistance), Math.Abs(branch.Reactance)) < LeastImpedance;

    /// <summary>Reactance used, never zero together with the resistance.</summary>
    internal static double Reactance(GridBranch branch) => IsConnection(branch) ? ConnectionReactance : branch.Reactance;

    /// <summary>Susceptance of the direct current flow, 1/(x · τ) [p.u.]; where the reactance is next to nothing beside the resistance, the impedance stands for it.</summary>
    internal static double LinearSusceptance(GridBranch branch)
    {
        double r = branch.Resistance;
        double x = Reactance(branch);
        double counted = Math.Abs(x) > 0.01 * Math.Abs(r) ? x : Math.Sqrt((r * r) + (x * x));
        return 1.0 / (counted * (branch.Tap > 0 ? branch.Tap : 1.0));
    }

    /// <summary>The two-port of a branch; a ratio that is not positive counts as 1.</summary>
    internal static BranchAdmittance Of(GridBranch branch)
    {
        double r = branch.Resistance;
        double x = Reactance(branch);
        double square = (r * r) + (x * x);
        double g = r / square;
        double b = -x / square;
        double tap = branch.Tap > 0 ? branch.Tap : 1.0;
        (double sine, double cosine) = Math.SinCos(branch.Shift * Math.PI / 180.0);
        double half = 0.5 * branch.Charging;
        return new BranchAdmittance(
            g / (tap * tap),
            (b + half) / (tap * tap),
            g,
            b + half,
            -((g * cosine) - (b * sine)) / tap,
            -((b * cosine) + (g * sine)) / tap,
            -((g * cosine) + (b * sine)) / tap,
            -((b * cosine) - (g * sine)) / tap,
            branch.Shift * Math.PI / 180.0,
            LinearSusceptance(branch));
    }
}
