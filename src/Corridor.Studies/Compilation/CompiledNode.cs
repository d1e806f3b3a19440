namespace Corridor.Studies.Compilation;

/// <summary>A node of a compiled network.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Carrier">Id of the carrier that balances here.</param>
/// <param name="Zone">Id of the zone.</param>
public sealed record CompiledNode(string Id, string Carrier, string Zone);
