namespace Corridor.Model.Scenarios;

/// <summary>
/// Heating degrees: the part of a demand that heats grows with the difference between the base temperature and the air. A demand's factor is
/// 1 + share · ((base − actual)⁺ / (base − normal) − 1).
/// </summary>
/// <param name="Base">Air temperature at which heating starts [°C]; above <paramref name="Normal"/>.</param>
/// <param name="Normal">Mean air temperature that the demands and their profiles stand for [°C].</param>
/// <param name="Actual">Mean air temperature of the scenario [°C].</param>
/// <param name="Share">Share of the demand that heats at the normal temperature [1], by sector as stored in tables.</param>
public sealed record HeatingDegrees(double Base, double Normal, double Actual, IReadOnlyDictionary<string, double> Share)
{
    /// <summary>Factor on the demand of a sector [1]; 1 for a sector without a share.</summary>
    public double Factor(string sector) =>
        Share.TryGetValue(sector, out double share) ? 1 + (share * ((Math.Max(0, Base - Actual) / (Base - Normal)) - 1)) : 1;
}
