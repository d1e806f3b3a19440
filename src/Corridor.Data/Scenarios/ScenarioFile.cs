using System.Security.Cryptography;

namespace Corridor.Data.Scenarios;

/// <summary>The file of a scenario, as found: its bytes are an input of the run.</summary>
/// <param name="Name">Name of the scenario: that of the file without its ending.</param>
/// <param name="Shown">Path as shown in findings.</param>
/// <param name="Content">The bytes.</param>
public sealed record ScenarioFile(string Name, string Shown, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits in lower case.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}
