using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Reporting.Maps;
using Corridor.Reporting.Summaries;

namespace Corridor.Tests.Reporting.Maps;

/// <summary>The sample on islands of the open Pacific, where no coast disturbs the drawing.</summary>
internal static class SampleMaps
{
    public static EnergySystem System { get; } = Place(SampleSystem.Create());

    public static RunReport Report { get; } = SampleRun.Dispatch(System);

    public static MapModel Model { get; } = MapModelBuilder.Build(Report);

    /// <summary>The sample with a line to the border region that carries all it needs, and one more that nobody has built.</summary>
    public static MapModel Wider { get; } = MapModelBuilder.Build(SampleRun.Dispatch(System with
    {
        Pipelines =
        [
            System.Pipelines[0],
            System.Pipelines[1] with { Capacity = System.Pipelines[0].Capacity },
            System.Pipelines[1] with { Id = "second", Name = "Second line", Status = AssetStatus.Planned },
        ],
    }));

    /// <summary>The sample with all figures rounded, so that the last digits of a solver do not show in its drawing.</summary>
    public static MapModel Rounded { get; } = Model with
    {
        Places = [.. Model.Places.Select(p => p with { Curtailed = Round(p.Curtailed) })],
        Flows = [.. Model.Flows.Select(f => f with { Forward = Round(f.Forward), Backward = Round(f.Backward) })],
    };

    public static string Write(MapModel model)
    {
        using var writer = new StringWriter();
        MapView.Write(writer, model);
        return writer.ToString();
    }

    private static EnergySystem Place(EnergySystem system) => system with
    {
        Nodes =
        [
            .. system.Nodes.Select(n => n with
            {
                Lon = n.Id == "aa-gas" ? -160 : n.Id == "border-gas" ? -146 : -150,
                Lat = n.Id == "aa-gas" ? 40 : n.Id == "border-gas" ? 44 : 41,
            }),
        ],
    };

    private static MapDirection Round(MapDirection direction) => new()
    {
        Arriving = Round(direction.Arriving),
        Entering = Round(direction.Entering),
        Capacity = Round(direction.Capacity),
    };

    private static double[] Round(double[] values) => Array.ConvertAll(values, v => Math.Round(v, 3));
}
