using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Reads a nomination; see <see cref="GasLibNomination"/>.</summary>
internal sealed class GasLibNominationReader(GasLibFile file, FindingList findings)
{
    internal GasLibNomination? Read()
    {
        List<GasLibElement> scenarios = [.. file.Root.Children.Where(c => c.Name == "scenario")];
        if (scenarios.Count == 0)
        {
            findings.Add(FormatFindings.Missing.At(file.Name, file.Root.Place, $"{file.Name} has no <scenario>."));
            return null;
        }

        foreach (GasLibElement further in scenarios.Skip(1))
            findings.Add(FormatFindings.NoEffect.At(file.Name, further.Place, $"The scenario '{further["id"]}' is a further one of the file; the first counts."));
        GasLibElement scenario = scenarios[0];
        var nodes = new List<GasLibNominationNode>();
        var seen = new HashSet<(string Id, string Type)>();
        var soil = new Dictionary<string, double>(StringComparer.Ordinal);
        double? probability = null;
        foreach (GasLibElement element in scenario.Children)
        {
            switch (element.Name)
            {
                case "node":
                    if (Node(element, seen) is { } node)
                        nodes.Add(node);
                    break;
                case "pipe":
                    var pipe = new GasLibFigures(element, $"pipe {element["id"]}", findings);
                    if (element["id"] is { } id && pipe.Take("soilTemperature", GasLibDimension.Temperature) is > 0 and { } temperature)
                        soil[id] = temperature;
                    break;
                case "scenarioProbability":
                    probability = new GasLibFigures(scenario, file.Name, findings).Take("scenarioProbability", GasLibDimension.None);
                    break;
                default:
                    findings.Add(FormatFindings.NoEffect.At(file.Name, element.Place, $"<{element.Name}> of the scenario is not known."));
                    break;
            }
        }

        return new GasLibNomination
        {
            Id = scenario["id"] is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(file.Name),
            File = file.Name,
            Nodes = nodes,
            SoilTemperatures = soil,
            Probability = probability,
        };
    }

    private GasLibNominationNode? Node(GasLibElement element, HashSet<(string Id, string Type)> seen)
    {
        string id = element["id"] ?? "";
        string subject = $"node {id}";
        if (id.Length == 0 || element["type"] is not ("entry" or "exit"))
        {
            findings.Add(FormatFindings.Missing.At(subject, element.Place, "A <node> of the scenario lacks its id, or its type (entry or exit)."));
            return null;
        }

        if (!seen.Add((id, element["type"]!)))
        {
            findings.Add(FormatFindings.DuplicateId.At(subject, element.Place, $"The scenario speaks of node '{id}' twice as {element["type"]}."));
            return null;
        }

        var figures = new GasLibFigures(element, subject, findings);
        (double? flowMin, double? flowMax) = Bounds(element, figures, "flow", GasLibDimension.NormFlow);
        (double? pressureMin, double? pressureMax) = Bounds(element, figures, "pressure", GasLibDimension.Pressure);
        double? contractMin = figures.Take("contractPressureMin", GasLibDimension.Pressure);
        double? contractMax = figures.Take("contractPressureMax", GasLibDimension.Pressure);
        figures.Know("flow", "pressure");
        foreach (string name in figures.NotTaken().Distinct())
            findings.Add(FormatFindings.NoEffect.At(subject, element.Place, $"<{name}> of {subject} is not known."));
        return new GasLibNominationNode(id, element["type"] == "entry", flowMin, flowMax, pressureMin, pressureMax, contractMin, contractMax, element.Place);
    }

    private (double? Lower, double? Upper) Bounds(GasLibElement node, GasLibFigures figures, string name, GasLibDimension dimension)
    {
        double? lower = null;
        double? upper = null;
        foreach (GasLibElement element in node.Children.Where(c => c.Name == name))
        {
            string bound = element["bound"] ?? "";
            if (bound is not ("lower" or "upper" or "both"))
            {
                findings.Add(FormatFindings.WrongKind.At(figures.Subject, element.Place, $"The bound of <{name}> of {figures.Subject} is '{bound}'; lower, upper or both is expected."));
                continue;
            }

            double? value = figures.Value(element, dimension);
            if (bound != "upper" && lower is not null || bound != "lower" && upper is not null)
                findings.Add(FormatFindings.DuplicateId.At(figures.Subject, element.Place, $"A bound of <{name}> of {figures.Subject} is stated twice; the first counts."));
            if (bound != "upper")
                lower ??= value;
            if (bound != "lower")
                upper ??= value;
        }

        GasLibBounds.CheckOrder(figures.Subject, node.Place, lower, upper, name + " (lower)", name + " (upper)", findings);
        return (lower, upper);
    }
}
