namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// One step of time in two implicit stages with the same weight d·h, d = 1 − √2/2. Within a stretch without jumps it is TR-BDF2 (Bank et al., IEEE Trans.
/// CAD 4 (1985) 436–451) in the form of Hosea and Shampine (Appl. Numer. Math. 20 (1996) 21–37) with their estimate of third order; behind a jump, where
/// the rates at the start are not those of the stretch, Alexander's SDIRK method of second order (SIAM J. Numer. Anal. 14 (1977) 1006–1021), which does not
/// use them. Both are L-stable and end in their last stage.
/// </summary>
internal sealed class StepTaker(TransientModel model, BoundaryDriver boundary)
{
    private const double Diagonal = 0.29289321881345254;
    private const double Side = 0.35355339059327379;
    private readonly PipeBank _pipes = model.Pipes;
    private readonly NodeBank _nodes = model.Nodes;
    private readonly LinkBank _links = model.Links;
    private readonly StageSolver _solver = model.Solver;
    private double _weight0;
    private double _weight1;
    private double _weight2;

    /// <summary>Share of the step at which its first stage stands.</summary>
    internal static double FirstStage => 2.0 * Diagonal;

    /// <summary>Whether the rates at the start of the next step are those of the stretch that it begins.</summary>
    internal bool HasRates { get; set; }

    /// <summary>Weights of the three rates of the last step tried [s].</summary>
    internal (double First, double Second, double Third) Weights => (_weight0, _weight1, _weight2);

    /// <summary>Remembers the start of a step; any number of tries may follow.</summary>
    internal void Begin()
    {
        _pipes.BeginStep();
        _nodes.BeginStep();
        _links.BeginStep();
        if (HasRates)
        {
            _pipes.KeepRates(0);
            _solver.Balance(1.0);
            _nodes.OldInjection.AsSpan().CopyTo(_nodes.Injection);
            _nodes.KeepRates(0, _solver.Inflow);
        }
    }

    /// <summary>Tries a step from the remembered start.</summary>
    /// <param name="time">Its start [s].</param>
    /// <param name="step">Its length [s].</param>
    /// <returns>Whether both stages have converged; the state is then that of its end, otherwise that of its start.</returns>
    internal bool Try(double time, double step)
    {
        _pipes.Restore();
        _nodes.Restore();
        _links.Restore();
        double weight = Diagonal * step;
        bool first;
        if (HasRates)
        {
            boundary.Apply(time + (2.0 * Diagonal * step), before: true);
            first = Stage(weight, weight, 0.0, 1);
            (_weight0, _weight1, _weight2) = (Side * step, Side * step, weight);
        }
        else
        {
            boundary.Apply(time + weight, before: true);
            first = Stage(weight, 0.0, 0.0, 1);
            (_weight0, _weight1, _weight2) = (0.0, step - weight, weight);
        }

        if (first)
        {
            boundary.Apply(time + step, before: true);
            if (Stage(weight, _weight0, _weight1, 2))
                return true;
        }

        _pipes.Restore();
        _nodes.Restore();
        _links.Restore();
        return false;
    }

    /// <summary>Goes back to the remembered start.</summary>
    internal void Undo()
    {
        _pipes.Restore();
        _nodes.Restore();
        _links.Restore();
    }

    /// <summary>Estimate of the error of the step just tried, relative to the tolerance [1]: the root of the mean of squares over all cells.</summary>
    internal double Error(double step, double tolerance, double flowScale)
    {
        // b̂ − b of Hosea and Shampine; behind a jump the difference to a method of first order stands.
        double first;
        double second;
        double third;
        if (HasRates)
        {
            first = (((1.0 - Side) / 3.0) - Side) * step;
            second = ((((3.0 * Side) + 1.0) / 3.0) - Side) * step;
            third = ((Diagonal / 3.0) - Diagonal) * step;
        }
        else
        {
            first = 0.0;
            second = (0.5 - Diagonal) * step;
            third = -second;
        }

        return _pipes.ErrorNorm(first, second, third, tolerance, flowScale);
    }

    /// <summary>Takes the step just tried for good.</summary>
    internal void Accept()
    {
        _pipes.EndStep(_weight0, _weight1, _weight2);
        _nodes.EndStep(_weight0, _weight1, _weight2);
    }

    /// <summary>Mass that a quantity of the stages amounts to over the step just tried.</summary>
    internal double Sum(double[][] stages, int index) =>
        (_weight0 * stages[0][index]) + (_weight1 * stages[1][index]) + (_weight2 * stages[2][index]);

    /// <summary>Residual of the last stage of the step just tried.</summary>
    internal double Residual(double step) => _solver.Residual(Diagonal * step);

    private bool Stage(double weight, double weight0, double weight1, int slot)
    {
        _pipes.BeginStage(weight0, weight1);
        _nodes.BeginStage(weight0, weight1);
        _links.BeginStage();
        if (!_solver.TrySolve(weight))
            return false;
        _pipes.KeepRates(slot);
        _nodes.KeepRates(slot, _solver.Inflow);
        return true;
    }
}
