namespace Corridor.Data.Formats;

/// <summary>Formats that a gas network can be read from.</summary>
public enum GasNetworkFormat
{
    /// <summary>GasLib's XML: .net with .cs, .cdf and .scn beside it.</summary>
    GasLib,

    /// <summary>The JSON file of pandapipes.</summary>
    PandaPipes,

    /// <summary>A folder with the JSON files of GasSteadySim.jl or GasTranSim.jl.</summary>
    GasJson,
}
