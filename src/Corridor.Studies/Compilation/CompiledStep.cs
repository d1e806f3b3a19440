namespace Corridor.Studies.Compilation;

/// <summary>A step of a supply's cost or of a demand's willingness to pay.</summary>
/// <param name="Share">Share of the capacity or demand, 0 … 1.</param>
/// <param name="Price">Money of account per unit of account, by period.</param>
public sealed record CompiledStep(double Share, double[] Price);
