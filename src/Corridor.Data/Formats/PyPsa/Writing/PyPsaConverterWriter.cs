using Corridor.Data.Formats.PyPsa.Mapping;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>Writes converters as links: the first input is the first bus, and activity is counted there.</summary>
internal static class PyPsaConverterWriter
{
    private const string Converters = "converters";

    /// <summary>Writes the converters.</summary>
    public static void Write(PyPsaExport export)
    {
        ILookup<string, ConverterFlow> flows = export.System.ConverterFlows.ToLookup(f => f.Converter, StringComparer.Ordinal);
        foreach (Converter converter in export.System.Converters)
        {
            ConverterFlow[] ins = [.. flows[converter.Id].Where(f => f.Side == FlowSide.In)];
            ConverterFlow[] outs = [.. flows[converter.Id].Where(f => f.Side == FlowSide.Out)];
            if (ins.Length == 0 || outs.Length == 0)
            {
                export.Report.Dropped(Converters, "", "it takes nothing or gives nothing", converter.Id);
                continue;
            }

            bool isTaken = ins.Length == 1 && outs is [{ Node: PyPsaExporter.Sink }];
            Convert(export, converter, ins, outs, isTaken);
        }
    }

    private static void Convert(PyPsaExport export, Converter converter, ConverterFlow[] ins, ConverterFlow[] outs, bool isTaken)
    {
        PyPsaSheet sheet = export.Begin(isTaken ? "generators" : "links", converter, converter.Status, converter.Start, converter.End, Converters);
        double first = Ratio(export, ins[0]);
        double activity = Activity(converter.Capacity);
        double perUnit = first == 0 ? 1 : first;
        sheet.Set(isTaken ? "bus" : "bus0", export.Buses.GetValueOrDefault(ins[0].Node));
        export.Capacity(sheet, converter.Id, "p_nom", activity * perUnit, r => Activity(r) * perUnit);
        double cost = Cost(export, converter) / perUnit;
        if (isTaken)
        {
            // What is only taken is a generator that runs backward.
            sheet.Set("sign", -1);
            sheet.Set("marginal_cost", cost);
        }
        else
        {
            sheet.Set("marginal_cost", cost);
            int port = 1;
            foreach (ConverterFlow flow in outs.Concat(ins.Skip(1)))
            {
                string number = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
                double rate = (flow.Side == FlowSide.In ? -1 : 1) * Ratio(export, flow) / perUnit;
                sheet.Set("bus" + number, export.Buses.GetValueOrDefault(flow.Node));
                sheet.Set(port == 1 ? "efficiency" : "efficiency" + number, rate);
                export.Report.Dropped("converter_flows", "disposable", "an output must be taken in the format", converter.Id, flow.Disposable ? 1 : 0);
                port++;
            }
        }

        double[]? available = export.Sampler.Values(converter.Profile);
        PyPsaExport.Figure(sheet, "p_max_pu", 1, available, 1);
        if (converter.MinLoad is > 0 and { } share)
            PyPsaExport.Figure(sheet, "p_min_pu", share, available, 0);
        export.Report.Approximated(Converters, "capacity", "links.p_nom", "activity is counted at the first input", converter.Id, first == 1 ? 0 : 1);
        export.Report.Approximated(Converters, "kind", "", "the format has no kinds of conversions", converter.Id, converter.Kind == ConverterKind.Other ? 0 : 1);
        export.Report.Dropped(Converters, "annual_limit", "a limit of the year is not in the format for conversions", converter.Id, converter.AnnualLimit is null ? 0 : 1);
    }

    private static double Ratio(PyPsaExport export, ConverterFlow flow) =>
        flow.Node == PyPsaExporter.Sink ? 1 : export.Scale.Amount(flow.Node, flow.Ratio, "converter_flows.ratio");

    /// <summary>Activity in reference units per hour; a rate in MW of an activity counted in MWh stays as it is.</summary>
    private static double Activity(Rate rate) => rate.Unit.Symbol == "MW" ? rate.Value : rate.Value * rate.Unit.AmountsPerDay / 24;

    private static double Cost(PyPsaExport export, Converter converter)
    {
        if (converter.Cost is not { } cost)
            return 0;
        if (cost.Unit.Currency.Code == export.System.Description.Currency && !cost.Unit.IsDistanceBased && cost.Unit.Amount.Equals(converter.ReferenceUnit))
            return cost.Value;
        export.Report.Dropped(Converters, "cost", "it is in another money or unit than the activity", converter.Id);
        return 0;
    }
}
