using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Tracing;

/// <summary>Net energy of amounts of carriers, to weigh the inputs of a converter against each other.</summary>
internal sealed class CarrierEnergy
{
    private readonly Dictionary<string, double> _energy = new(StringComparer.Ordinal);

    public CarrierEnergy(IEnumerable<Carrier> carriers)
    {
        foreach (Carrier carrier in carriers)
            _energy.TryAdd(carrier.Id, GigawattHours(carrier));
    }

    /// <summary>
    /// Weights of amounts in units of account: their net energy. Amounts without a known energy do not count beside others; where none is known, a single
    /// input has the whole weight, and several share by their amounts.
    /// </summary>
    public double[] Of(IEnumerable<(string Carrier, double Amount)> inputs)
    {
        (string Carrier, double Amount)[] list = [.. inputs];
        double[] energy = [.. list.Select(i => _energy.GetValueOrDefault(i.Carrier) * i.Amount)];
        return Array.Exists(energy, e => e > 0) ? energy : [.. list.Select(i => i.Amount)];
    }

    // Net GWh in a unit of account; 0 where the carrier has no heating value.
    private static double GigawattHours(Carrier carrier)
    {
        if (carrier.Unit.Dimension == Dimension.Energy)
            return carrier.Unit.Factor / AmountUnit.Parse("GWh").Factor;
        if (carrier.NetHeatingValue is not { } value || !HeatingValue.TryParse(value, carrier.HeatingValueUnit, "net", out HeatingValue? net, out _))
            return 0;
        return new CarrierBasis(carrier.Id, carrier.Unit, null, net, carrier.BarrelsPerTonne).TryFromAccount(1, AmountUnit.Parse("GWh_net"), out Amount energy, out _) ? energy.Value : 0;
    }
}
