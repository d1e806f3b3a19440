namespace Corridor.Studies.PowerFlow;

/// <summary>Walks from a small share of all powers to the whole, each state the start of the next, where no start leads to a state directly.</summary>
internal static class Homotopy
{
    private const double FirstStep = 0.25;
    private const double LeastStep = 0.005;

    /// <summary>Walks.</summary>
    /// <param name="balance">The equations, with the whole given.</param>
    /// <param name="start">Puts them at a start for what is given.</param>
    /// <param name="run">Runs from there: shortest step and iterations; whether it converged.</param>
    /// <param name="share">Greatest share for which a state was found.</param>
    /// <returns>Whether the whole has a state; the equations hold it then.</returns>
    internal static bool Run(BalanceEquations balance, Func<bool> start, Func<double, int, bool> run, out double share)
    {
        double[] active = [.. balance.Active];
        double[] reactive = [.. balance.Reactive];
        double[] angle = [];
        double[] magnitude = [];
        double whole = balance.Lambda;
        double lambda = 0;
        share = 0;
        double step = FirstStep;
        while (share < 1.0 && step >= LeastStep)
        {
            double next = Math.Min(1.0, share + step);
            for (int i = 0; i < active.Length; i++)
            {
                balance.Active[i] = next * active[i];
                balance.Reactive[i] = next * reactive[i];
            }

            if (share > 0)
            {
                angle.CopyTo(balance.Angle, 0);
                magnitude.CopyTo(balance.Magnitude, 0);
                balance.Lambda = lambda + ((next - share) * whole);
            }
            else
            {
                balance.Lambda = next * whole;
                if (!start())
                    break;
            }

            if (!run(0.05, 15))
            {
                step *= 0.5;
                continue;
            }

            share = next;
            angle = [.. balance.Angle];
            magnitude = [.. balance.Magnitude];
            lambda = balance.Lambda;
            step *= 1.5;
        }

        active.CopyTo(balance.Active, 0);
        reactive.CopyTo(balance.Reactive, 0);
        if (share is > 0 and < 1.0)
        {
            // What is to be told is where the walk ended, with the mismatch of the whole.
            angle.CopyTo(balance.Angle, 0);
            magnitude.CopyTo(balance.Magnitude, 0);
            balance.Lambda = lambda;
            balance.Evaluate();
        }

        return share >= 1.0;
    }
}
