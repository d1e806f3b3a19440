using System.Runtime.InteropServices;

namespace Corridor.Reporting.Export;

/// <summary>A scenario of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of its file, hexadecimal.</param>
public sealed record ScenarioStamp(string Name, string Hash);

/// <summary>How a run came to be: with the package of this hash, this code and these settings it can be repeated to the bit.</summary>
public sealed record RunStamp
{
    /// <summary>Version of the code, with the revision where it was built from one.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>Hash of the package's files, hexadecimal.</summary>
    public required string PackageHash { get; init; }

    /// <summary>Names and hashes of the scenarios' files, in the order of their application; none for the package as it stands.</summary>
    public IReadOnlyList<ScenarioStamp> Scenarios { get; init; } = [];

    /// <summary>Relative tolerance asked of the solver.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Threads used; the result does not depend on them.</summary>
    public required int Threads { get; init; }

    /// <summary>Who solved.</summary>
    public string Solver { get; init; } = Corridor.Studies.Solving.SolverChoice.Own;

    /// <summary>What the physics of the gas lines did: <c>none</c>, <c>check</c> or <c>capacity</c>.</summary>
    public string Physics { get; init; } = "none";

    /// <summary>Time of the start, UTC, ISO 8601; the only figure here that a clock gives. Empty where there is none.</summary>
    public string Started { get; init; } = "";

    /// <summary>Operating system.</summary>
    public string OperatingSystem { get; init; } = RuntimeInformation.OSDescription;

    /// <summary>Architecture of the processor.</summary>
    public string Architecture { get; init; } = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>Number of processors.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>Version of .NET.</summary>
    public string DotNet { get; init; } = RuntimeInformation.FrameworkDescription;
}
