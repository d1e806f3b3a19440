using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Makes pipes, valves, regulators, resistors and stations of what the file calls connections.</summary>
internal sealed class GasLibConnections(IReadOnlyDictionary<string, int> nodes, double normDensity, Dictionary<(string Kind, string Member), int> unknown, FindingList findings)
{
    private static readonly string[] Kinds = ["pipe", "shortPipe", "resistor", "valve", "controlValve", "compressorStation"];

    private readonly HashSet<(string Kind, string Id)> _ids = [];

    internal List<GasElement> Elements { get; } = [];

    internal void Map(GasLibElement element)
    {
        if (!Kinds.Contains(element.Name, StringComparer.Ordinal))
        {
            findings.Add(FormatFindings.NotModelled.At(element.Name, element.Place, $"<{element.Name}> is no kind of connection that is known.", Suggestion.Ask(element.Name, Kinds)));
            return;
        }

        if (element["id"] is not { Length: > 0 } id)
        {
            findings.Add(FormatFindings.Missing.At(element.Name, element.Place, $"A <{element.Name}> has no id."));
            return;
        }

        string subject = $"{element.Name} {id}";
        if (!_ids.Add((element.Name, id)))
        {
            findings.Add(FormatFindings.DuplicateId.At(subject, element.Place, $"There are two <{element.Name}> with the id '{id}'."));
            return;
        }

        int from = End(element, subject, "from");
        int to = End(element, subject, "to");
        if (from >= 0 && from == to)
            findings.Add(FormatFindings.Contradiction.At(subject, element.Place, $"{subject} begins and ends at the same node."));
        var figures = new GasLibFigures(element, subject, findings);
        double? flowMin = figures.Take("flowMin", GasLibDimension.NormFlow) * normDensity;
        double? flowMax = figures.Take("flowMax", GasLibDimension.NormFlow) * normDensity;
        GasLibBounds.CheckOrder(subject, element.Place, flowMin, flowMax, "flowMin", "flowMax", findings);
        GasElement? made = element.Name switch
        {
            "pipe" => Pipe(id, from, to, figures),
            "shortPipe" => new GasShortPipe { Id = id, From = from, To = to },
            "resistor" => new GasResistor { Id = id, From = from, To = to, Loss = Loss(figures, "") },
            "valve" => new GasValve { Id = id, From = from, To = to, PressureDifferentialMax = figures.NonNegative("pressureDifferentialMax", GasLibDimension.PressureDifference), Loss = Loss(figures, "") },
            "controlValve" => ControlValve(id, from, to, element, figures),
            _ => Station(id, from, to, element, figures),
        };
        GasLibBounds.CountUnknown(element, figures, unknown);
        if (made is not null && from >= 0 && to >= 0 && from != to)
            Elements.Add(made with { FlowMin = flowMin, FlowMax = flowMax, Place = element.Place });
    }

    private static GasPipe? Pipe(string id, int from, int to, GasLibFigures figures)
    {
        double? length = figures.DemandPositive("length", GasLibDimension.Length);
        double? diameter = figures.DemandPositive("diameter", GasLibDimension.Length);
        double? roughness = figures.NonNegative("roughness", GasLibDimension.Length);
        double? pressureMax = figures.Take("pressureMax", GasLibDimension.Pressure);
        double? heat = figures.NonNegative("heatTransferCoefficient", GasLibDimension.HeatTransfer);
        return length is null || diameter is null ? null : new GasPipe
        {
            Id = id,
            From = from,
            To = to,
            Length = length.Value,
            Diameter = diameter.Value,
            Roughness = roughness ?? 0,
            PressureMax = pressureMax,
            HeatTransferCoefficient = heat,
        };
    }

    private GasControlValve ControlValve(string id, int from, int to, GasLibElement element, GasLibFigures figures)
    {
        double? least = figures.NonNegative("pressureDifferentialMin", GasLibDimension.PressureDifference);
        double? greatest = figures.NonNegative("pressureDifferentialMax", GasLibDimension.PressureDifference);
        GasLibBounds.CheckOrder(figures.Subject, figures.Place, least, greatest, "pressureDifferentialMin", "pressureDifferentialMax", findings);
        return new GasControlValve
        {
            Id = id,
            From = from,
            To = to,
            PressureDropMin = least ?? 0,
            PressureDropMax = greatest,
            InletPressureMin = figures.Take("pressureInMin", GasLibDimension.Pressure),
            OutletPressureMax = figures.Take("pressureOutMax", GasLibDimension.Pressure),
            LossIn = Loss(figures, "In"),
            LossOut = Loss(figures, "Out"),
            HasBypass = Flag(element, figures, "internalBypassRequired", absent: true),
        };
    }

    private GasCompressorStation Station(string id, int from, int to, GasLibElement element, GasLibFigures figures)
    {
        int? fuel = null;
        if (element["fuelGasVertex"] is { Length: > 0 } vertex)
        {
            if (nodes.TryGetValue(vertex, out int node))
                fuel = node;
            else
                findings.Add(FormatFindings.UnknownId.At(figures.Subject, element.Place, $"{figures.Subject} takes its fuel from node '{vertex}', which does not exist.", Suggestion.Ask(vertex, nodes.Keys)));
        }

        return new GasCompressorStation
        {
            Id = id,
            From = from,
            To = to,
            InletPressureMin = figures.Take("pressureInMin", GasLibDimension.Pressure),
            OutletPressureMax = figures.Take("pressureOutMax", GasLibDimension.Pressure),
            LossIn = Loss(figures, "In"),
            LossOut = Loss(figures, "Out"),
            HasBypass = Flag(element, figures, "internalBypassRequired", absent: true),
            HasCooler = Flag(element, figures, "gasCoolerExisting", absent: false),
            FuelNode = fuel,
        };
    }

    /// <summary>A loss by drag factor and diameter, or a fixed one; none where the file states neither.</summary>
    private PressureLoss Loss(GasLibFigures figures, string end)
    {
        double? drag = figures.NonNegative("dragFactor" + end, GasLibDimension.None);
        double? diameter = figures.NonNegative("diameter" + end, GasLibDimension.Length);
        double? lost = figures.NonNegative("pressureLoss" + end, GasLibDimension.PressureDifference);
        if (drag is > 0 && lost is > 0)
            findings.Add(FormatFindings.Contradiction.At(figures.Subject, figures.Place, $"{figures.Subject} states both a drag factor and a pressure loss{(end.Length == 0 ? "" : $" ({end.ToLowerInvariant()})")}."));
        if (drag is > 0)
        {
            if (diameter is > 0)
                return PressureLoss.ByDrag(drag.Value, diameter.Value);
            findings.Add(FormatFindings.Missing.At(figures.Subject, figures.Place, $"{figures.Subject} states a drag factor without a diameter above zero."));
            return PressureLoss.None;
        }

        return lost is > 0 ? PressureLoss.OfPressure(lost.Value) : PressureLoss.None;
    }

    /// <summary>A flag; where the file does not state it, the schema's default.</summary>
    private bool Flag(GasLibElement element, GasLibFigures figures, string name, bool absent)
    {
        switch (element[name])
        {
            case "1" or "true":
                return true;
            case "0" or "false":
                return false;
            case null or "":
                return absent;
            default:
                findings.Add(FormatFindings.WrongKind.At(figures.Subject, element.Place, $"'{name}' of {figures.Subject} must be 0 or 1."));
                return absent;
        }
    }

    private int End(GasLibElement element, string subject, string name)
    {
        if (element[name] is not { Length: > 0 } id)
        {
            findings.Add(FormatFindings.Missing.At(subject, element.Place, $"{subject} has no attribute '{name}'."));
            return -1;
        }

        if (nodes.TryGetValue(id, out int node))
            return node;
        findings.Add(FormatFindings.UnknownId.At(subject, element.Place, $"{subject} names node '{id}', which does not exist.", Suggestion.Ask(id, nodes.Keys)));
        return -1;
    }
}
