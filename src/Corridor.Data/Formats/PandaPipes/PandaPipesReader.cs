using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.PandaPipes;

/// <summary>Reads a file: unwraps the tables, the fluid and the options, and lets <see cref="PandaPipesMapping"/> make a network of them.</summary>
internal sealed class PandaPipesReader(string file, FindingList findings)
{
    private const double PascalPerBar = 1e5;

    // Parts that describe the program, drawings, tables of results, or names of kinds.
    private static readonly HashSet<string> Indifferent = new(StringComparer.Ordinal)
    {
        "component_list", "converged", "hyd_flag", "name", "version", "format_version", "std_type", "std_types", "pipe_geodata", "user_pf_options", "fluid", "OPF_converged",
        "sol_vec", "internal_results", "bus_geodata", "component_registry",
    };

    private readonly PandaPipesDocument _document = new(file, findings);

    internal PandaPipesCase? Read(JsonTree root)
    {
        string? kind = PandaPipesDocument.ClassOf(root);
        if (kind != "pandapipesNet" || _document.Content(root, _document.At(root)) is not { IsObject: true } net)
        {
            findings.Add(FormatFindings.UnknownFormat.At(file, _document.At(root), kind is null ? "The file holds no network of pandapipes ('_class' is missing)." : $"The file holds a '{kind}'; a 'pandapipesNet' is expected."));
            return null;
        }

        Dictionary<string, PandaPipesFrame> tables = Tables(net);
        if (!tables.TryGetValue("junction", out PandaPipesFrame? junctions) || junctions.Count == 0)
        {
            findings.Add(FormatFindings.Empty.At(file, _document.At(net), "The network has no junctions."));
            return null;
        }

        double temperature = Temperature(tables, junctions);
        double greatest = GreatestPressure(tables, junctions);
        GasQuality? gas = null;
        if (net["fluid"] is { } fluid)
            gas = new PandaPipesFluid(_document, findings).Read(fluid, temperature, greatest);
        else
            findings.Add(FormatFindings.Missing.At("fluid", _document.At(net), "The network has no fluid."));
        FrictionKind friction = Friction(net);
        var mapping = new PandaPipesMapping(_document, tables, StandardTypes(net), findings);
        mapping.Map();
        if (gas is null)
            return null;
        return new PandaPipesCase
        {
            Network = new GasNetwork
            {
                Name = net["name"]?.Text is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(file),
                Nodes = mapping.Nodes(),
                Elements = mapping.Elements,
                Gas = gas,
                Temperature = temperature,
                Friction = friction,
                EquationOfState = EquationOfStateKind.Linear,
            },
            Tables = tables,
            Junctions = mapping.JunctionNodes,
            Elements = mapping.ElementRows,
        };
    }

    private Dictionary<string, PandaPipesFrame> Tables(JsonTree net)
    {
        var tables = new Dictionary<string, PandaPipesFrame>(StringComparer.Ordinal);
        foreach ((string name, JsonTree value) in net.Members)
        {
            if (PandaPipesDocument.ClassOf(value) == "DataFrame")
            {
                if (name.StartsWith("res_", StringComparison.Ordinal) || name.StartsWith("_empty", StringComparison.Ordinal))
                    continue;
                if (_document.Frame(name, value) is not { } frame)
                    continue;
                if (!tables.TryAdd(name, frame))
                    findings.Add(FormatFindings.DuplicateId.At(name, _document.At(value), $"There are two tables '{name}'."));
            }
            else if (!Indifferent.Contains(name) && !name.StartsWith('_'))
            {
                findings.Add(FormatFindings.NoEffect.At(name, _document.At(value), $"'{name}' of the network is not known."));
            }
        }

        return tables;
    }

    private double Temperature(Dictionary<string, PandaPipesFrame> tables, PandaPipesFrame junctions)
    {
        var found = new List<double>();
        for (int row = 0; row < junctions.Count; row++)
        {
            if (junctions.Number(row, "tfluid_k") is > 0 and { } value)
                found.Add(value);
        }

        if (found.Count == 0 && tables.TryGetValue("ext_grid", out PandaPipesFrame? grids) && grids.Count > 0 && grids.Number(0, "t_k") is > 0 and { } grid)
            found.Add(grid);
        if (found.Count == 0)
        {
            findings.Add(FormatFindings.Assumption.At("junction", junctions.Place, "The file states no temperature of the gas; 293.15 K is taken.", "State tfluid_k of the junctions."));
            return 293.15;
        }

        double first = found[0];
        double least = found.Min();
        double greatest = found.Max();
        if (greatest - least > 1e-6)
            findings.Add(FormatFindings.Assumption.At("junction", junctions.Place, string.Create(CultureInfo.InvariantCulture, $"The temperatures of the junctions differ, from {least} to {greatest} K; the gas is taken to have {first} K, that of the first.")));
        return first;
    }

    private static double GreatestPressure(Dictionary<string, PandaPipesFrame> tables, PandaPipesFrame junctions)
    {
        double greatest = 0;
        for (int row = 0; row < junctions.Count; row++)
            greatest = Math.Max(greatest, junctions.Number(row, "pn_bar") ?? 0);
        if (tables.TryGetValue("ext_grid", out PandaPipesFrame? grids))
        {
            for (int row = 0; row < grids.Count; row++)
                greatest = Math.Max(greatest, grids.Number(row, "p_bar") ?? 0);
        }

        return greatest + PandaPipesFluid.NormPressure / PascalPerBar;
    }

    private FrictionKind Friction(JsonTree net)
    {
        JsonTree? options = net["user_pf_options"] is { } tree ? _document.Content(tree, _document.At(tree, "user_pf_options")) : null;
        JsonTree? model = options is { IsObject: true } ? options["friction_model"] : null;
        switch (model?.Text?.ToLowerInvariant())
        {
            case "nikuradse":
                return FrictionKind.Nikuradse;
            case "colebrook" or "prandtl-colebrook":
                return FrictionKind.Colebrook;
            case "hofer":
                return FrictionKind.Hofer;
            case null:
                findings.Add(FormatFindings.Assumption.At(file, _document.At(net), "The file states no friction law (user_pf_options.friction_model); Nikuradse's is taken, as pandapipes does.", "Ask for another with an option, such as colebrook."));
                return FrictionKind.Nikuradse;
            default:
                findings.Add(FormatFindings.Assumption.At(file, _document.At(model, "friction_model"), $"The friction law '{model.Text}' is not known; Prandtl–Colebrook is taken, which explicit laws approximate.", "Ask for another with an option."));
                return FrictionKind.Colebrook;
        }
    }

    private JsonTree? StandardTypes(JsonTree net)
    {
        JsonTree? types = net["std_types"] ?? net["std_type"];
        return types is null ? null : _document.Content(types, _document.At(types));
    }
}
