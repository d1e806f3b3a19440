using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>The figures of the carriers themselves, from which all conversions follow.</summary>
internal static class CarrierChecks
{
    /// <summary>Checks the carriers and tells the context how their figures convert.</summary>
    internal static void Carriers(ValidationContext context)
    {
        for (int i = 0; i < context.System.Carriers.Count; i++)
        {
            Carrier carrier = context.System.Carriers[i];
            if (!TryHeat(context, i, carrier, "gross", out HeatingValue? gross) | !TryHeat(context, i, carrier, "net", out HeatingValue? net))
                continue;
            if (gross is not null && net is not null && net.GigawattHoursPerCanonical > gross.GigawattHoursPerCanonical)
                context.Report(ValidationFindings.CarrierFigures, "carriers", i, "net_heating_value", $"The net heating value, {net}, is above the gross one, {gross}.");
            else if (!(carrier.BarrelsPerTonne <= 0))
                context.SetBasis(carrier.Id, new CarrierBasis(carrier.Id, carrier.Unit, gross, net, carrier.BarrelsPerTonne));
        }
    }

    private static bool TryHeat(ValidationContext context, int row, Carrier carrier, string kind, out HeatingValue? value)
    {
        value = null;
        double? number = kind == "gross" ? carrier.GrossHeatingValue : carrier.NetHeatingValue;
        if (number is not { } given || HeatingValue.TryParse(given, carrier.HeatingValueUnit, kind, out value, out UnitProblem? problem))
            return true;
        bool unitIsWrong = !HeatingValueUnit.TryParse(carrier.HeatingValueUnit, out _, out _);
        context.Report(ValidationFindings.CarrierFigures, "carriers", row, unitIsWrong ? "heating_value_unit" : kind + "_heating_value", problem.Message, problem.Hint);
        return false;
    }
}
