using Corridor.Data.Formats.GasJson;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>Eight nodes, five pipes, three compressors whose ratios follow schedules of 24 hours (Gyrya, Zlotnik 2019).</summary>
public sealed class EightNodeTests
{
    /// <summary>Stations, their schedules or the nodes between them treated wrongly would part the two programs.</summary>
    [SkippableTheory]
    [InlineData(EquationOfStateKind.Ideal)]
    [InlineData(EquationOfStateKind.SimpleCnga)]
    public void A_day_agrees_with_an_explicit_scheme(EquationOfStateKind law)
    {
        GasJsonCase example = Read();
        GasNetwork network = example.Network with { EquationOfState = law };
        var schedule = new TransientSchedule { Boundary = example.Schedule };
        TransientSettings settings = TransientCases.Fixed(86_400, 60, 1000) with { OutputInterval = 3600 };

        TransientResult run = TransientFlow.Run(network, null, settings, schedule);

        run.Status.ShouldBe(TransientStatus.Completed);
        run.Balance.RelativeError.ShouldBeLessThan(1e-9);
        run.Steps.Residual.ShouldBeLessThan(1e-9);
        ExplicitScheme oracle = Oracle(network, example.Schedule!, run, law);
        for (int k = 1; k < run.Times.Count; k++)
        {
            oracle.AdvanceTo(run.Times[k]);
            for (int i = 0; i < network.Nodes.Count; i++)
                run.Pressures[k][i].ShouldBe(oracle.Pressures[i], 5e-5 * oracle.Pressures[i], $"node {network.Nodes[i].Id} at {run.Times[k]} s");
        }
    }

    /// <summary>Steps of five minutes and cells of 2 km are near enough to fine ones, and adaptive steps too.</summary>
    [SkippableFact]
    public void Long_steps_agree_with_short_ones()
    {
        GasJsonCase example = Read();
        var schedule = new TransientSchedule { Boundary = example.Schedule };
        TransientSettings fine = TransientCases.Fixed(86_400, 60, 1000) with { OutputInterval = 3600 };
        TransientResult reference = TransientFlow.Run(example.Network, null, fine, schedule);
        TransientResult coarse = TransientFlow.Run(example.Network, null, fine with { Step = 300, CellLength = 2000 }, schedule);
        TransientResult adaptive = TransientFlow.Run(example.Network, null, fine with { Step = 3600, IsAdaptive = true, CellLength = 2000 }, schedule);
        Largest(reference, coarse).ShouldBeLessThan(2e-4);
        Largest(reference, adaptive).ShouldBeLessThan(4e-4);
        adaptive.Steps.Accepted.ShouldBeLessThan(1000);
    }

    /// <summary>Schedules of a period of one day drive the network into a period of one day.</summary>
    [SkippableFact]
    public void The_second_day_and_the_third_are_alike()
    {
        GasJsonCase example = Read();
        GasSchedule day = example.Schedule!;
        var days = new GasSchedule
        {
            End = 4 * 86_400,
            Pressures = day.Pressures,
            Injections = [.. day.Injections.Select(series => new NodeSeries(series.Node, Repeat(series.Series)))],
            Controls = [.. day.Controls.Select(series => new ControlSeries(series.Element, Repeat(series.Times), [.. Enumerable.Repeat(series.Controls, 4).SelectMany(c => c)]))],
        };
        TransientSettings settings = TransientCases.Fixed(4 * 86_400, 300, 2000) with { OutputInterval = 86_400 };
        TransientResult run = TransientFlow.Run(example.Network, null, settings, new TransientSchedule { Boundary = days });
        double first = Math.Abs(run.TotalLinepack[2] - run.TotalLinepack[1]);
        double second = Math.Abs(run.TotalLinepack[4] - run.TotalLinepack[3]);
        second.ShouldBeLessThan(1e-3 * run.TotalLinepack[4]);
        second.ShouldBeLessThan(0.5 * Math.Max(first, 1.0) + 1.0);
        run.Balance.RelativeError.ShouldBeLessThan(1e-9);
    }

    private static TimeSeries Repeat(TimeSeries series) => new(Repeat(series.Times), [.. Enumerable.Repeat(series.Values, 4).SelectMany(v => v)]);

    private static double[] Repeat(IReadOnlyList<double> times) => [.. Enumerable.Range(0, 4).SelectMany(day => times.Select(t => t + 86_400.0 * day))];

    private static double Largest(TransientResult a, TransientResult b)
    {
        double largest = 0;
        for (int k = 0; k < a.Times.Count; k++)
        {
            for (int i = 0; i < a.Pressures[k].Length; i++)
                largest = Math.Max(largest, Math.Abs(b.Pressures[k][i] / a.Pressures[k][i] - 1));
        }

        return largest;
    }

    private static ExplicitScheme Oracle(GasNetwork network, GasSchedule schedule, TransientResult run, EquationOfStateKind law)
    {
        bool ideal = law == EquationOfStateKind.Ideal;
        double squared = 8.31446261815324 * network.Temperature / network.Gas.MolarMass;
        var oracle = new ExplicitScheme(run.Pressures[0], squared, ideal ? 1.0 : 1.00300865, ideal ? 0.0 : 2.96848838e-8, 2.0);
        for (int e = 0; e < network.Elements.Count; e++)
        {
            if (network.Elements[e] is GasPipe pipe)
                oracle.AddPipe(pipe.From, pipe.To, pipe.Length, pipe.Diameter, pipe.FrictionFactor!.Value, run.FlowsIn[0][e]);
        }

        foreach (NodeSeries series in schedule.Pressures)
            oracle.Hold(series.Node, series.Series.At);
        foreach (NodeSeries series in schedule.Injections)
            oracle.Inject(series.Node, series.Series.At);
        foreach (ControlSeries series in schedule.Controls)
        {
            GasElement element = network.Elements[series.Element];
            oracle.AddCompressor(element.From, element.To, time => series.At(time).Value);
        }

        return oracle;
    }

    private static GasJsonCase Read()
    {
        string folder = Path.Combine(ReferenceData.Folder("gas-transient"), "8-node");
        var findings = new FindingList();
        GasJsonCase? example = GasJsonCase.Read(folder, new GasJsonOptions(), findings);
        example.ShouldNotBeNull();
        return example;
    }
}
