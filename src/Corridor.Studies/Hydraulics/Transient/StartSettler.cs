namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Finds the steady state of the discrete equations by implicit Euler steps that grow from minutes to centuries (pseudo-transient continuation; Kelley,
/// Keyes, SIAM J. Numer. Anal. 35 (1998) 508–523). Where no pressure is held the mass within the network stays what it is.
/// </summary>
internal sealed class StartSettler(TransientModel model, BoundaryDriver boundary)
{
    private const double First = 60.0;
    private const double Last = 3e9;

    internal bool TrySettle(double time)
    {
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
                    return false;
                continue;
            }

            if (step >= Last && ++calm == 3)
                return true;
            step = Math.Min(Last, 10.0 * step);
        }

        return false;
    }
}
