using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasJson;

/// <summary>Reads the files of a folder in turn: parameters, boundary conditions, network, initial state, disruptions.</summary>
internal sealed class GasJsonReader(string folder, GasJsonOptions options, FindingList findings)
{
    // The programs of the format take these figures; with them a file's gas has the specific gas constant that its published results have.
    private const double MolarMassOfAir = 0.02896;
    private const double GasConstantOfFormat = 8.314;
    private const double GasConstant = 8.31446261815324;

    internal GasJsonCase? Read()
    {
        int before = findings.Errors;
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        JsonTree? network = Demand(options.Network);
        JsonTree? conditions = Demand(options.BoundaryConditions);
        GasJsonParameters? parameters = Parameters();
        if (network is null || conditions is null || parameters is null)
            return null;

        GasQuality gas = GasOf(parameters);
        var units = new GasJsonUnits(parameters.IsStandardUnits, GasConstantOfFormat / (MolarMassOfAir * parameters.SpecificGravity));
        var boundary = GasJsonBoundary.Read(conditions, options.BoundaryConditions, units, parameters.Start ?? 0, findings);
        var reader = new GasJsonNetworkReader(options, units, boundary, findings);
        if (!reader.Read(network))
            return null;
        boundary.ReportUnused(reader);
        GasJsonState? state = Optional(options.InitialState) is { } initial ? new GasJsonStateReader(options.InitialState, findings).Read(initial) : null;
        IReadOnlyList<GasJsonDisruption> disruptions = Optional("disruptions.json") is { } list ? new GasJsonDisruptionReader("disruptions.json", reader, units, findings).Read(list) : [];
        if (findings.Errors > before)
            return null;
        if (state is not null)
            findings.Add(FormatFindings.LeftOut.At(options.InitialState, new SourcePlace(options.InitialState), $"The state of {options.InitialState} is not needed: a run over time starts from the steady state of its first instant."));
        findings.Add(FormatFindings.Assumption.At(name, new SourcePlace(options.Parameters), "The format states no equation of state; its programs take the ideal gas where none is asked for, and so does this reader.", "Ask for another with an option, such as full-cnga."));
        return new GasJsonCase
        {
            Network = new GasNetwork
            {
                Name = name,
                Nodes = reader.Nodes,
                Elements = reader.Elements,
                Gas = gas,
                Temperature = parameters.Temperature,
                Friction = FrictionKind.Fixed,
                EquationOfState = EquationOfStateKind.Ideal,
            },
            Parameters = parameters,
            Schedule = boundary.IsSchedule ? boundary.ScheduleOf(reader, parameters) : null,
            InitialState = state is not null && parameters.IsStandardUnits ? GasJsonStateUnits.ToSi(state, units) : state,
            Disruptions = disruptions,
        };
    }

    private static GasQuality GasOf(GasJsonParameters parameters) => new()
    {
        Name = "natural gas",
        MolarMass = MolarMassOfAir * parameters.SpecificGravity * (GasConstant / GasConstantOfFormat),
        SpecificGravity = parameters.SpecificGravity,
        IsentropicExponent = parameters.HeatCapacityRatio,
    };

    private GasJsonParameters? Parameters()
    {
        string file = options.Parameters;
        if (Demand(file) is not { } root)
            return null;
        JsonTree? inner = root.IsObject ? root["params"] ?? root["simulation_params"] : null;
        if (inner is not { IsObject: true })
        {
            findings.Add(FormatFindings.Missing.At(file, new SourcePlace(file, root.Line, root.Column), $"{file} has no object 'params' or 'simulation_params'.", "Add \"params\": {…} with temperature, gas specific gravity and units."));
            return null;
        }

        int before = findings.Errors;
        var fields = new JsonFields(inner, file, file, findings);
        var outer = new JsonFields(root, file, file, findings);
        outer.Know("params", "simulation_params");
        ReportNotTaken(outer);
        double? units = Find(fields, "unit");
        if (units is not (null or 0 or 1))
            findings.Add(FormatFindings.UnknownUnit.At(file, fields.Place, "'units' must be 0 (SI) or 1 (standard)."));
        if (units is null)
            findings.Add(FormatFindings.Assumption.At(file, fields.Place, $"{file} does not state its units; SI is taken.", "Add \"units (SI = 0, standard = 1)\"."));
        var parameters = new GasJsonParameters
        {
            Temperature = Stated(Find(fields, "temperature"), 288.706, "temperature", "288.706 K"),
            SpecificGravity = Stated(Find(fields, "specific gravity", "specific_gravity"), 0.6, "gas specific gravity", "0.6"),
            HeatCapacityRatio = Stated(Find(fields, "heat capacity ratio", "heat_capacity_ratio"), 1.4, "specific heat capacity ratio", "1.4"),
            IsStandardUnits = units is 1,
            Start = Find(fields, "initial time"),
            End = Find(fields, "final time"),
            TimeStep = Find(fields, "discretization time step"),
            CourantNumber = Find(fields, "courant"),
            OutputInterval = Find(fields, "output dt"),
            OutputDistance = Find(fields, "output dx"),
        };
        // Scales of the programs of the format, which do not change a solution.
        _ = Find(fields, "nominal_length", "nominal length");
        _ = Find(fields, "nominal_velocity", "nominal velocity");
        _ = Find(fields, "nominal_pressure", "nominal pressure");
        _ = Find(fields, "nominal_density", "nominal density");
        _ = Find(fields, "nominal_mass_flow", "nominal mass flow");
        _ = Find(fields, "save final state");
        ReportNotTaken(fields);
        Positive(parameters.Temperature, "The temperature [K]", fields);
        Positive(parameters.SpecificGravity, "The gas specific gravity", fields);
        Positive(parameters.TimeStep ?? 1, "The time step", fields);
        Positive(parameters.OutputInterval ?? 1, "The time between outputs", fields);
        Positive(parameters.OutputDistance ?? 1, "The distance between outputs", fields);
        if (parameters.HeatCapacityRatio <= 1)
            findings.Add(FormatFindings.OutOfRange.At(file, fields.Place, "The specific heat capacity ratio must be above 1."));
        if (parameters.End < (parameters.Start ?? 0))
            findings.Add(FormatFindings.Contradiction.At(file, fields.Place, "The final time lies before the initial time."));
        return findings.Errors > before ? null : parameters;
    }

    private double Stated(double? value, double otherwise, string what, string text)
    {
        if (value is { } stated)
            return stated;
        findings.Add(FormatFindings.Assumption.At(options.Parameters, new SourcePlace(options.Parameters), $"{options.Parameters} does not state the {what}; {text} is taken, as the programs of the format do."));
        return otherwise;
    }

    private void Positive(double value, string what, JsonFields fields)
    {
        if (value <= 0)
            findings.Add(FormatFindings.OutOfRange.At(options.Parameters, fields.Place, $"{what} must be above zero."));
    }

    /// <summary>The number whose name holds one of the words; the names carry units and remarks that differ from file to file.</summary>
    private static double? Find(JsonFields fields, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            foreach ((string name, JsonTree _) in fields.NotTaken())
            {
                if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                    return fields.Number(name);
            }
        }

        return null;
    }

    private static void ReportNotTaken(JsonFields fields)
    {
        foreach ((string name, JsonTree value) in fields.NotTaken())
            fields.Report(FormatFindings.NoEffect, value, name, $"'{name}' of {fields.Subject} is not known.");
    }

    private JsonTree? Demand(string file)
    {
        string path = Path.Combine(folder, file);
        if (File.Exists(path))
            return InputFile.Json(path, file, findings);
        findings.Add(FormatFindings.MissingFile.At(file, new SourcePlace(file), $"The folder has no {file}.", "A network of this format needs network.json, bc.json and params.json."));
        return null;
    }

    private JsonTree? Optional(string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? InputFile.Json(path, file, findings) : null;
    }
}
