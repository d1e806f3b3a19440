using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics;

/// <summary>Figures of a gas network in the units that people in control rooms use, with as many decimals as the network needs.</summary>
internal sealed class HydraulicUnits
{
    private const double GasConstant = 8.314462618;
    private const double BarPascal = 1e5;

    private readonly GasNetwork _network;
    private readonly int _decimals;
    private readonly double _flowScale;

    /// <summary>Chooses decimals and units.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pressures">All pressures that will be shown [Pa].</param>
    /// <param name="flows">All mass flows that will be shown [kg/s].</param>
    public HydraulicUnits(GasNetwork network, IEnumerable<double> pressures, IEnumerable<double> flows)
    {
        _network = network;
        double[] known = [.. pressures.Where(double.IsFinite)];
        double span = known.Length == 0 ? BarPascal : known.Max() - known.Min();
        double least = span > 0 ? span / BarPascal / 100 : 1;
        _decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(least)), 1, 5);
        LargestFlow = flows.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        bool thousands = LargestFlow / NormDensity(network.Gas) * 3600 >= 1000;
        _flowScale = thousands ? 3.6 : 3600;
        FlowUnit = thousands ? "thousand\u00A0m³/h" : "m³/h";
    }

    /// <summary>Largest mass flow [kg/s].</summary>
    public double LargestFlow { get; }

    /// <summary>Unit of flows: volume at norm conditions per hour.</summary>
    public string FlowUnit { get; }

    /// <summary>Norm conditions in words: "at 0 °C and 1.01325 bar".</summary>
    public string NormConditions =>
        string.Create(CultureInfo.InvariantCulture, $"at {_network.NormTemperature - 273.15:0.##}\u00A0°C and {_network.NormPressure / BarPascal:0.#####}\u00A0bar");

    /// <summary>Density of a gas at norm conditions [kg/m³]: stated, or that of the ideal gas.</summary>
    public double NormDensity(GasQuality? gas)
    {
        gas ??= _network.Gas;
        return gas.NormDensity is > 0 and { } stated ? stated : _network.NormPressure * gas.MolarMass / (GasConstant * _network.NormTemperature);
    }

    /// <summary>A pressure in bar, without its unit.</summary>
    public string Bar(double pascal)
    {
        if (!double.IsFinite(pascal))
            return NumberText.None;
        // A zero has no sign, also where rounding made it.
        double shown = Math.Round(pascal / BarPascal, _decimals) + 0.0;
        return (shown == 0.0 ? 0.0 : shown).ToString("F" + _decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A pressure in bar with its unit.</summary>
    public string BarText(double pascal) => double.IsFinite(pascal) ? Bar(pascal) + "\u00A0bar" : "no pressure";

    /// <summary>A mass flow as volume at norm conditions in <see cref="FlowUnit"/>.</summary>
    public double NormFlow(double massFlow, GasQuality? gas) => massFlow / NormDensity(gas) * _flowScale;

    /// <summary>A mass flow as volume at norm conditions, without its unit.</summary>
    public string Flow(double massFlow, GasQuality? gas) => NumberText.Of(NormFlow(massFlow, gas), NormFlow(LargestFlow, gas));

    /// <summary>A mass flow as volume, with unit, and in kg/s.</summary>
    public string FlowText(double massFlow, GasQuality? gas) => $"{Flow(massFlow, gas)}\u00A0{FlowUnit} ({Mass(massFlow)}\u00A0kg/s)";

    /// <summary>A mass flow in kg/s, without its unit.</summary>
    public string Mass(double massFlow) => NumberText.Of(massFlow, LargestFlow);

    /// <summary>A power with its unit: kW below one megawatt.</summary>
    public static string Power(double watt) => !double.IsFinite(watt) ? NumberText.None : Math.Abs(watt) >= 1e6 ? NumberText.Of(watt / 1e6) + "\u00A0MW" : NumberText.Of(watt / 1e3) + "\u00A0kW";

    /// <summary>A mass of gas with its unit, and its volume at norm conditions.</summary>
    public string MassOfGas(double kilogram) =>
        $"{(kilogram >= 1e4 ? NumberText.Of(kilogram / 1e3) + "\u00A0t" : NumberText.Of(kilogram) + "\u00A0kg")} ({Volume(kilogram / NormDensity(null))})";

    private static string Volume(double cubic) => cubic >= 1e6 ? NumberText.Of(cubic / 1e6) + "\u00A0million\u00A0m³" : cubic >= 1e4 ? NumberText.Of(cubic / 1e3) + "\u00A0thousand\u00A0m³" : NumberText.Of(cubic) + "\u00A0m³";
}
