using Corridor.Numerics.MixedInteger.Cuts;

namespace Corridor.Numerics.MixedInteger;

/// <summary>Rounds of cutting planes at the root.</summary>
internal sealed class RootCuts(SearchContext context, IntegerModel model, VariableBounds bounds)
{
    /// <summary>Rounds without a gain of this share of the bound before giving up.</summary>
    private const int Patience = 3;
    private const double LeastGain = 2e-5;

    private readonly IntegerModel _basis = model;
    private List<Cut> _cuts = [];

    /// <summary>The model with its cuts.</summary>
    internal IntegerModel Model { get; private set; } = model;

    internal int Count => _cuts.Count;

    /// <summary>Adds cuts and solves again, as long as it pays. Returns the relaxation of the final model and its result.</summary>
    internal (IRelaxation Relaxation, RelaxationResult Result) Run(IRelaxation relaxation, RelaxationResult result)
    {
        int idle = 0;
        for (int round = 0; round < context.Settings.CutRounds && idle < Patience && !context.Clock.IsOver; round++)
        {
            double[] x = result.Point;
            if (result.Bound >= context.Incumbent.Cutoff || Fractionality.Columns(_basis, x).Count == 0)
                break;
            List<Cut> found = Separate(x, relaxation);
            List<Cut> chosen = CutSelection.Choose(found, 50 + _basis.Integers.Length);
            if (chosen.Count == 0)
                break;
            List<Cut> next = Binding(x);
            next.AddRange(chosen);
            IntegerModel with = _basis.WithCuts(next);
            IRelaxation candidate = context.Relax(with);
            RelaxationResult again = context.Solve(candidate, with.Lower, with.Upper, null, RelaxationLimits.None);
            if (again.Status == RelaxationStatus.Infeasible)
                return (candidate, again);
            if (again.Status != RelaxationStatus.Optimal)
                break;
            double gain = again.Bound - result.Bound;
            idle = gain > LeastGain * (1e-6 + Math.Abs(again.Bound)) ? 0 : idle + 1;
            _cuts = next;
            Model = with;
            relaxation = candidate;
            result = again;
        }

        return (relaxation, result);
    }

    /// <summary>The present cuts that bind at x, within a little.</summary>
    private List<Cut> Binding(double[] x)
    {
        List<Cut> kept = [];
        for (int k = 0; k < _cuts.Count; k++)
        {
            if (_cuts[k].Upper - Model.Activity(_basis.RowCount + k, x) <= 1e-4)
                kept.Add(_cuts[k]);
        }

        return kept;
    }

    private List<Cut> Separate(double[] x, IRelaxation relaxation)
    {
        List<Cut> cuts = [];
        ImpliedBoundCuts.Separate(_basis, bounds, x, cuts);
        CoverCuts.Separate(_basis, _basis.RowCount, x, cuts);
        new MixedIntegerRounding(_basis, bounds, _basis.RowCount).Separate(x, cuts, () => context.Clock.IsOver);
        TableauCuts.Separate(Model, bounds, relaxation, x, cuts);
        return cuts;
    }
}
