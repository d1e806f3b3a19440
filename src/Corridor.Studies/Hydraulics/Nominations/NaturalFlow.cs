using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Flows that balance at every node within their bounds and lose about as little by friction as they can: the least of the sum of ∫f(q)dq over
/// the pipes, each f replaced by steps. Where there are none, a Farkas vector names the nodes that are cut off.
/// </summary>
internal sealed class NaturalFlow
{
    private static readonly double[] Shares = [0.0, 1.0 / 64.0, 1.0 / 32.0, 1.0 / 16.0, 1.0 / 8.0, 1.0 / 4.0, 1.0 / 2.0, 1.0];

    private NaturalFlow(LinearProgram program, LinearProgramSolution solution)
    {
        Program = program;
        Solution = solution;
    }

    internal LinearProgram Program { get; }

    internal LinearProgramSolution Solution { get; }

    /// <summary>Flow of each element [kg/s]; empty where there is none.</summary>
    internal double[] Flow { get; private init; } = [];

    /// <summary>Injection of each node [kg/s]; empty where there is none.</summary>
    internal double[] Injection { get; private init; } = [];

    internal bool Exists => Flow.Length > 0;

    internal static NaturalFlow Find(NominationModel model, StateAssignment states, CancellationToken cancel)
    {
        var builder = new LinearProgramBuilder(model.NodeCount, (model.ElementCount * 8) + model.NodeCount, model.ElementCount * 32);
        for (int i = 0; i < model.NodeCount; i++)
            builder.AddRow(0.0, 0.0);
        for (int e = 0; e < model.ElementCount; e++)
        {
            int flow = builder.AddColumn(states.FlowMin[e], states.FlowMax[e], 0.0);
            builder.AddEntry(model.From[e], flow, -1.0);
            builder.AddEntry(model.To[e], flow, 1.0);
        }

        for (int i = 0; i < model.NodeCount; i++)
            builder.AddEntry(i, builder.AddColumn(model.InjectionMin[i], model.InjectionMax[i], 0.0), 1.0);
        for (int e = 0; e < model.ElementCount; e++)
            AddCost(builder, model, states, e);
        LinearProgram program = builder.Build();
        LinearProgramSolution solution = SimplexSolver.Solve(program, cancellationToken: cancel).Solution;
        if (solution.StopReason != StopReason.Optimal)
            return new NaturalFlow(program, solution);
        return new NaturalFlow(program, solution)
        {
            Flow = solution.Primal[..model.ElementCount],
            Injection = solution.Primal[model.ElementCount..(model.ElementCount + model.NodeCount)],
        };
    }

    /// <summary>A row q − Σ forward steps + Σ backward steps = 0 whose steps cost what friction takes on each.</summary>
    private static void AddCost(LinearProgramBuilder builder, NominationModel model, StateAssignment states, int element)
    {
        double most = Math.Max(Math.Abs(states.FlowMin[element]), Math.Abs(states.FlowMax[element]));
        if (most <= 0.0 || states.FlowMin[element] == states.FlowMax[element])
            return;
        most = Math.Min(most, model.Throughput);
        int row = builder.AddRow(0.0, 0.0);
        builder.AddEntry(row, element, 1.0);
        for (int step = 1; step < Shares.Length; step++)
        {
            double middle = 0.5 * (Shares[step] + Shares[step - 1]) * most;
            double cost = model.Laws[element].Friction(middle, out _) + 1e-6;
            double width = step == Shares.Length - 1 ? double.PositiveInfinity : (Shares[step] - Shares[step - 1]) * most;
            builder.AddEntry(row, builder.AddColumn(0.0, width, cost), -1.0);
            builder.AddEntry(row, builder.AddColumn(0.0, width, cost), 1.0);
        }
    }
}
