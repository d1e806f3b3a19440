namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Finds the steady state of the discrete equations by implicit Euler steps that grow from minutes to centuries (pseudo-transient continuation; Kelley,
/// Keyes, SIAM J. Numer. Anal. 35 (1998) 508–523). Where no pressure is held the mass within the network stays what it is.
/// </summary>
internal sealed class StartSettler(TransientModel model, BoundaryDriver boundary)
{
    private const double First = 60.0;
    private const double Last = 3e9;

    /// <summary>Time by which a start has been carried on at least where it is used without having come to rest [s].</summary>
    private const double Enough = 3600.0;

    /// <summary>Whether the state has come to rest; where it has not, it is that of a network that was left to itself for a while.</summary>
    internal bool IsAtRest { get; private set; }

    /// <summary>Looks for the steady state.</summary>
    /// <returns>Whether the state can be started from.</returns>
    internal bool TrySettle(double time)
    {
        double carried = 0.0;
        double step = First;
        int calm = 0;
        boundary.Apply(time, before: false);
        for (int tries = 0; tries < 200; tries++)
        {
            model.Pipes.WeighCells();
            model.Nodes.WeighBareNodes();
            model.Pipes.BeginStep();
            model.Nodes.BeginStep();
            model.Links.BeginStep();
            model.Pipes.BeginStage(0.0, 0.0);
            model.Nodes.BeginStage(0.0, 0.0);
            model.Links.BeginStage();
            if (!model.Solver.TrySolve(step))
            {
                model.Pipes.Restore();
                model.Nodes.Restore();
                model.Links.Restore();
                step *= 0.2;
                calm = 0;
                if (step < 1e-3)
                    return carried >= Enough;
                continue;
            }

            carried += step;
            if (step >= Last && ++calm == 3)
            {
                IsAtRest = true;
                return true;
            }

            step = Math.Min(Last, 10.0 * step);
        }

        return carried >= Enough;
    }
}
