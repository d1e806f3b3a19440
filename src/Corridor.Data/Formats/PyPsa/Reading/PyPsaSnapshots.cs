namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>The snapshots and what each stands for, as written.</summary>
internal sealed class PyPsaSnapshots
{
    /// <summary>Labels as written: time stamps, numbers or words.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Investment period of each, as written; empty where the file has none.</summary>
    public List<string> Periods { get; } = [];

    /// <summary>Weight in the objective [h].</summary>
    public List<double> Objective { get; } = [];

    /// <summary>Weight for levels of stores [h].</summary>
    public List<double> Stores { get; } = [];

    /// <summary>Weight for sums over the horizon [h].</summary>
    public List<double> Generators { get; } = [];

    /// <summary>Number of snapshots.</summary>
    public int Count => Labels.Count;
}
