namespace Corridor.Data.Formats.GasJson;

/// <summary>Turns a state in the units of its file into SI units.</summary>
internal static class GasJsonStateUnits
{
    internal static GasJsonState ToSi(GasJsonState state, GasJsonUnits units) => state with
    {
        NodePressures = state.NodePressures.ToDictionary(p => p.Key, p => p.Value * units.Pressure),
        Flows = state.Flows.ToDictionary(p => p.Key, p => p.Value * units.MassFlow),
        PipePressures = Scaled(state.PipePressures, units.Length, units.Pressure),
        PipeFlows = Scaled(state.PipeFlows, units.Length, units.MassFlow),
    };

    private static Dictionary<string, GasJsonProfile> Scaled(IReadOnlyDictionary<string, GasJsonProfile> profiles, double length, double value) =>
        profiles.ToDictionary(p => p.Key, p => new GasJsonProfile([.. p.Value.Distances.Select(d => d * length)], [.. p.Value.Values.Select(v => v * value)]));
}
