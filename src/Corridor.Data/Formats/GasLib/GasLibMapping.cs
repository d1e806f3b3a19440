using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Makes a network of the files: nodes and their gas first, then what lies between them, then machines and decisions.</summary>
internal sealed class GasLibMapping(GasLibFile net, GasLibFile? stations, GasLibFile? decisions, FindingList findings)
{
    private const double OtherwiseNormDensity = 0.785;

    private readonly List<GasNode> _nodes = [];
    private readonly Dictionary<string, int> _nodeIndex = new(StringComparer.Ordinal);
    private readonly List<(GasNode Node, double? FlowMin, double? FlowMax, int Sign)> _bounded = [];
    private readonly Dictionary<(string Kind, string Member), int> _unknown = [];
    private double _normDensity;
    private int _heightsWithoutUnit;

    internal GasLibNetwork? Map()
    {
        foreach (GasLibElement element in net.Root.Child("nodes")?.Children ?? [])
            MapNode(element);
        if (_bounded.Count == 0)
        {
            findings.Add(FormatFindings.Empty.At(net.Name, net.Root.Place, "The file has no nodes."));
            return null;
        }

        if (_heightsWithoutUnit > 0)
            findings.Add(FormatFindings.Assumption.At(net.Name, new SourcePlace(net.Name), string.Create(CultureInfo.InvariantCulture, $"The heights of {_heightsWithoutUnit} nodes have no unit; metres are taken."), "State the unit, m."));
        (GasQuality gas, double temperature) = CommonGas();
        foreach ((GasNode node, double? flowMin, double? flowMax, int sign) in _bounded)
        {
            double? least = sign > 0 ? flowMin : -flowMax;
            double? greatest = sign > 0 ? flowMax : -flowMin;
            _nodes.Add(sign == 0
                ? node with { InjectionMin = 0, InjectionMax = 0 }
                : node with { InjectionMin = least * _normDensity, InjectionMax = greatest * _normDensity, Gas = node.Gas is null || GasLibGas.IsSame(node.Gas, gas) ? null : node.Gas });
        }

        var connections = new GasLibConnections(_nodeIndex, _normDensity, _unknown, findings);
        foreach (GasLibElement element in net.Root.Child("connections")?.Children ?? [])
            connections.Map(element);
        List<GasElement> elements = connections.Elements;
        if (stations is not null)
            new GasLibMachines(stations, elements, findings).Map();
        IReadOnlyList<DecisionGroup> groups = decisions is null ? [] : new GasLibDecisions(decisions, elements, findings).Map();
        foreach (((string kind, string member), int count) in _unknown)
            findings.Add(FormatFindings.NoEffect.At(kind, new SourcePlace(net.Name, 0, 0, member), string.Create(CultureInfo.InvariantCulture, $"<{member}> of <{kind}> is not known ({count} elements).")));
        return new GasLibNetwork
        {
            Network = new GasNetwork
            {
                Name = Title() ?? Path.GetFileNameWithoutExtension(net.Name),
                Nodes = _nodes,
                Elements = elements,
                Gas = gas,
                Temperature = temperature,
                DecisionGroups = groups,
            },
            NormDensity = _normDensity,
            Nodes = _nodeIndex,
        };
    }

    private string? Title() => net.Root.Child("information")?.Child("title")?.Text is { Length: > 0 } title ? title : null;

    private void MapNode(GasLibElement element)
    {
        int sign = element.Name switch { "source" => 1, "sink" => -1, "innode" => 0, _ => int.MinValue };
        if (sign == int.MinValue)
        {
            findings.Add(FormatFindings.NoEffect.At(element.Name, element.Place, $"<{element.Name}> is no kind of node that is known.", Suggestion.Ask(element.Name, ["source", "sink", "innode"])));
            return;
        }

        if (element["id"] is not { Length: > 0 } id)
        {
            findings.Add(FormatFindings.Missing.At(element.Name, element.Place, $"A <{element.Name}> has no id."));
            return;
        }

        string subject = $"{element.Name} {id}";
        if (!_nodeIndex.TryAdd(id, _bounded.Count))
        {
            findings.Add(FormatFindings.DuplicateId.At(subject, element.Place, $"There are two nodes with the id '{id}'."));
            return;
        }

        var figures = new GasLibFigures(element, subject, findings);
        double? least = figures.Take("pressureMin", GasLibDimension.Pressure);
        double? greatest = figures.Take("pressureMax", GasLibDimension.Pressure);
        double? flowMin = figures.Take("flowMin", GasLibDimension.NormFlow);
        double? flowMax = figures.Take("flowMax", GasLibDimension.NormFlow);
        GasLibBounds.CheckOrder(subject, element.Place, least, greatest, "pressureMin", "pressureMax", findings);
        GasLibBounds.CheckOrder(subject, element.Place, flowMin, flowMax, "flowMin", "flowMax", findings);
        var node = new GasNode
        {
            Id = id,
            Name = element["alias"] is { Length: > 0 } alias ? alias : null,
            X = Coordinate(element, "geoWGS84Long", "x"),
            Y = Coordinate(element, "geoWGS84Lat", "y"),
            Height = Height(element, figures) ?? 0,
            PressureMin = least,
            PressureMax = greatest,
            Gas = sign > 0 ? GasLibGas.Read(id, figures) : null,
            Temperature = sign > 0 ? figures.Take("gasTemperature", GasLibDimension.Temperature) : null,
            Place = element.Place,
        };
        if (node.Temperature <= 0)
            findings.Add(FormatFindings.OutOfRange.At(subject, element.Place, $"The temperature of {subject} is not above absolute zero."));
        _bounded.Add((node, flowMin, flowMax, sign));
        GasLibBounds.CountUnknown(element, figures, _unknown);
    }

    /// <summary>The height above the sea; some published files leave its unit out.</summary>
    private double? Height(GasLibElement element, GasLibFigures figures)
    {
        if (element.Child("height") is not { } height || height["unit"] is not null)
            return figures.Take("height", GasLibDimension.Length);
        _heightsWithoutUnit++;
        return figures.Take("height", GasLibDimension.None);
    }

    /// <summary>The gas that the entries share, or the mean of what they state; sets the norm density.</summary>
    private (GasQuality Gas, double Temperature) CommonGas()
    {
        List<GasNode> entries = [.. _bounded.Select(b => b.Node).Where(n => n.Gas is not null)];
        double[] densities = [.. entries.Select(e => e.Gas!.NormDensity).OfType<double>()];
        double[] temperatures = [.. entries.Select(e => e.Temperature).OfType<double>()];
        _normDensity = densities.Length > 0 ? GasLibGas.Mean(densities) : OtherwiseNormDensity;
        var place = new SourcePlace(net.Name);
        if (densities.Length == 0)
            findings.Add(FormatFindings.Assumption.At(net.Name, place, $"No entry states its norm density; {OtherwiseNormDensity.ToString(CultureInfo.InvariantCulture)} kg/m³ is taken.", "State normDensity of the sources."));
        else if (densities.Max() - densities.Min() > 1e-9)
            findings.Add(FormatFindings.Assumption.At(net.Name, place, string.Create(CultureInfo.InvariantCulture, $"The norm densities of the entries differ, from {densities.Min()} to {densities.Max()} kg/m³; volumes become masses by their mean, {_normDensity} kg/m³, at entries and exits alike.")));
        double temperature = temperatures.Length > 0 ? GasLibGas.Mean(temperatures) : 283.15;
        if (temperatures.Length == 0)
            findings.Add(FormatFindings.Assumption.At(net.Name, place, "No entry states the temperature of its gas; 10 °C is taken.", "State gasTemperature of the sources."));
        else if (temperatures.Max() - temperatures.Min() > 1e-9)
            findings.Add(FormatFindings.Assumption.At(net.Name, place, string.Create(CultureInfo.InvariantCulture, $"The temperatures of the entries differ, from {temperatures.Min()} to {temperatures.Max()} K; elsewhere the gas is taken to have their mean, {temperature:0.###} K.")));
        return (GasLibGas.Mean(entries, _normDensity), temperature);
    }

    private static double Coordinate(GasLibElement element, string first, string second) =>
        double.TryParse(element[first] ?? element[second], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : double.NaN;
}
