using System.Globalization;
using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Looks for a proof that a combination of decisions has no settings: a box is narrowed, its relaxation solved, and, where that has a point, the box is split
/// at the state or the flow that the point fits worst, until every part is refuted by a Farkas vector or a limit is met.
/// </summary>
internal sealed class RelaxationTree
{
    /// <summary>Largest gap of a pipe's law (scaled potential, about bar) at which the relaxation's point counts as a state of the network.</summary>
    private const double LeastGap = 1e-5;

    /// <summary>Work for a minimal conflict; a case that would take more is explained by its assumptions alone.</summary>
    private const long ConflictWork = 3_000_000;

    private readonly NominationModel _model;
    private readonly Propagation _propagation;
    private readonly CancellationToken _cancel;

    internal RelaxationTree(NominationModel model, CancellationToken cancel)
    {
        _model = model;
        _propagation = new Propagation(model);
        _cancel = cancel;
    }

    /// <summary>The cases of a proof for a combination; null where none was found with so many cases.</summary>
    internal List<NominationProofCase>? Refute(StateAssignment combination, int mostCases)
    {
        var cases = new List<NominationProofCase>();
        var open = new Stack<Box>();
        open.Push(new Box(_model, combination));
        int looked = 0;
        while (open.TryPop(out Box? box))
        {
            if (_cancel.IsCancellationRequested || looked >= mostCases)
                return null;
            looked++;
            Box stated = box.Copy();
            Box narrow = _propagation.Run(box, _cancel) ?? box;
            Relaxation relaxation = Relaxation.Of(_model, narrow);
            LinearProgramSolution solution = SimplexSolver.Solve(relaxation.Program, cancellationToken: _cancel).Solution;
            if (solution.RowRay is { } ray && CertificateChecker.ProvesPrimalInfeasible(relaxation.Program, ray))
            {
                cases.Add(Case(stated, relaxation, ray));
                continue;
            }

            if (solution.StopReason != StopReason.Optimal || Split(narrow, relaxation, solution.Primal) is not { } parts)
                return null;
            open.Push(parts.Second);
            open.Push(parts.First);
        }

        return cases;
    }

    /// <summary>
    /// The case in words: with the bounds as stated where the relaxation of the wider box is refuted too, so that the conflict names what the nomination
    /// states and not what follows from it.
    /// </summary>
    private NominationProofCase Case(Box stated, Relaxation relaxation, double[] ray)
    {
        Box wide = stated.Copy();
        Relaxation plain = Relaxation.Of(_model, wide);
        LinearProgramSolution solution = SimplexSolver.Solve(plain.Program, cancellationToken: _cancel).Solution;
        if (solution.RowRay is { } own && CertificateChecker.ProvesPrimalInfeasible(plain.Program, own))
        {
            relaxation = plain;
            ray = own;
        }

        if (_model.NodeCount > 400)
            return new NominationProofCase(stated.Words, relaxation.Program, ray, []);
        InfeasibleSubset subset = InfeasibleSubset.Find(relaxation.Program, ray, ConflictWork, _cancel);
        string conflict = $"These demands exclude each other: {string.Join(", ", relaxation.Words(subset))}.";
        return new NominationProofCase(stated.Words, relaxation.Program, ray, [conflict]);
    }

    private (Box First, Box Second)? Split(Box box, Relaxation relaxation, double[] point)
    {
        int state = -1;
        double worst = 1e-6;
        for (int e = 0; e < _model.ElementCount; e++)
        {
            if (box.Allowed[e].Length < 2)
                continue;
            double misfit = box.Allowed[e].Min(mode => Misfit(box, relaxation, point, e, mode));
            if (misfit <= worst)
                continue;
            worst = misfit;
            state = e;
        }

        if (state >= 0)
            return SplitState(box, state);
        int pipe = -1;
        double gap = LeastGap;
        for (int e = 0; e < _model.ElementCount; e++)
        {
            if (!_model.Laws[e].IsPipe || box.FlowMax[e] - box.FlowMin[e] <= 1e-6)
                continue;
            double here = relaxation.Gap(point, e);
            if (here <= gap)
                continue;
            gap = here;
            pipe = e;
        }

        if (pipe >= 0)
            return SplitFlow(box, pipe, point[relaxation.FlowColumn(pipe)]);
        return SplitPressure(box, relaxation, point);
    }

    /// <summary>How far the point is from an element's state: by pressures and flow.</summary>
    private double Misfit(Box box, Relaxation relaxation, double[] point, int e, ElementMode mode)
    {
        double flow = point[relaxation.FlowColumn(e)];
        if (mode == ElementMode.Closed)
            return Math.Abs(flow) / Math.Max(1.0, _model.Throughput);
        StateConditions conditions = StateConditions.Of(_model, box, e, mode);
        double from = point[Relaxation.PressureColumn(_model.From[e])];
        double to = point[Relaxation.PressureColumn(_model.To[e])];
        double miss = Math.Max(0.0, Math.Max(conditions.Least - (from - to), from - to - conditions.Most));
        miss = Math.Max(miss, Math.Max(conditions.FromMin - from, to - conditions.ToMax));
        if (!double.IsInfinity(conditions.Ratio))
            miss = Math.Max(miss, to - (conditions.Ratio * from));
        return mode == ElementMode.Active ? Math.Max(miss, -flow / Math.Max(1.0, _model.Throughput)) : miss;
    }

    private (Box First, Box Second) SplitState(Box box, int e)
    {
        string name = $"{_model.Laws[e].Element.Kind} {_model.Laws[e].Element.Id}";
        ElementMode one = box.Allowed[e][0];
        ElementMode[] others = box.Allowed[e][1..];
        Box first = box.With($"{name} is {Word(one)}");
        first.Allowed[e] = [one];
        Box second = box.With($"{name} is {string.Join(" or ", others.Select(Word))}");
        second.Allowed[e] = others;
        return (first, second);
    }

    private static string Word(ElementMode mode) => mode switch
    {
        ElementMode.Open => "open or in bypass",
        ElementMode.Closed => "closed",
        _ => "active",
    };

    private (Box First, Box Second) SplitFlow(Box box, int e, double at)
    {
        double low = box.FlowMin[e];
        double high = box.FlowMax[e];
        double split = low < 0.0 && high > 0.0 ? 0.0 : Math.Clamp(at, low + (0.2 * (high - low)), high - (0.2 * (high - low)));
        string name = $"{_model.Laws[e].Element.Kind} {_model.Laws[e].Element.Id}";
        Box first = box.With(string.Create(CultureInfo.InvariantCulture, $"the flow through {name} is at most {split:0.####} kg/s"));
        first.FlowMax[e] = split;
        Box second = box.With(string.Create(CultureInfo.InvariantCulture, $"the flow through {name} is at least {split:0.####} kg/s"));
        second.FlowMin[e] = split;
        return (first, second);
    }

    /// <summary>Splits the pressure at the node where the potential fits it worst; null where the point is a state of the network.</summary>
    private (Box First, Box Second)? SplitPressure(Box box, Relaxation relaxation, double[] point)
    {
        int node = -1;
        double gap = LeastGap;
        for (int i = 0; i < _model.NodeCount; i++)
        {
            double here = relaxation.PotentialGap(point, i);
            if (here <= gap || box.PressureMax[i] - box.PressureMin[i] <= 1e-3)
                continue;
            gap = here;
            node = i;
        }

        if (node < 0)
            return null;
        double low = box.PressureMin[node];
        double high = box.PressureMax[node];
        double split = Math.Clamp(point[Relaxation.PressureColumn(node)], low + (0.2 * (high - low)), high - (0.2 * (high - low)));
        string name = _model.Network.Nodes[node].Id;
        Box first = box.With(string.Create(CultureInfo.InvariantCulture, $"the pressure at {name} is at most {split:0.####} bar"));
        first.PressureMax[node] = split;
        Box second = box.With(string.Create(CultureInfo.InvariantCulture, $"the pressure at {name} is at least {split:0.####} bar"));
        second.PressureMin[node] = split;
        return (first, second);
    }
}
