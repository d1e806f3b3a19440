using System.Globalization;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Keeps the greatest residual of each kind.</summary>
internal sealed class ResidualTally(HydraulicTolerances tolerances)
{
    private readonly HydraulicResidual[] _greatest =
        [.. Enum.GetValues<HydraulicResidualKind>().Select(kind => new HydraulicResidual(kind, 0.0, tolerances.Of(kind), -1, -1, ""))];

    internal HydraulicTolerances Tolerances => tolerances;

    internal void AddNode(HydraulicResidualKind kind, double value, int node, FormattableString message) => Add(kind, value, node, -1, message);

    internal void AddElement(HydraulicResidualKind kind, double value, int element, FormattableString message) => Add(kind, value, -1, element, message);

    internal HydraulicReport Report() => new(
        _greatest.All(residual => residual.IsWithin) ? HydraulicVerdict.Verified : HydraulicVerdict.Refuted,
        _greatest);

    private void Add(HydraulicResidualKind kind, double value, int node, int element, FormattableString message)
    {
        double size = double.IsNaN(value) ? double.PositiveInfinity : Math.Abs(value);
        if (size > _greatest[(int)kind].Value)
            _greatest[(int)kind] = _greatest[(int)kind] with { Value = size, Node = node, Element = element, Message = message.ToString(CultureInfo.InvariantCulture) };
    }
}
