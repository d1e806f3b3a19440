using Corridor.Tests.Architecture;

namespace Corridor.Tests.Data.Formats;

/// <summary>Small files of each format: the invented examples of the repository, and a pandapipes network written here.</summary>
internal static class FormatSamples
{
    internal static string Valley { get; } = Path.Combine(Repository.Root, "data", "examples", "gas-valley", "valley.net");

    internal static string Ring { get; } = Path.Combine(Repository.Root, "data", "examples", "gas-ring");

    /// <summary>Five junctions: a pipe, a valve, a pump, a compressor, a regulator, a fluid with a linear compressibility.</summary>
    internal static string PandaPipes { get; } = Net(
        Frame("junction", """["name","pn_bar","tfluid_k","height_m","in_service","p_stanet"]""", "[0,1,2,3,4,5]", """
            [["a",5,283.15,0,true,5.0],["b",5,283.15,100,true,4.5],["c",5,283.15,0,true,null],["d",5,283.15,0,true,null],["e",5,283.15,0,true,null],["f",5,283.15,0,true,null]]
            """),
        Frame("pipe", """["name","from_junction","to_junction","std_type","length_km","diameter_m","k_mm","loss_coefficient","in_service","v_stanet"]""", "[0]", """[["p",0,1,null,2.5,0.1,0.1,3.0,true,1.5]]"""),
        Frame("valve", """["from_junction","to_junction","diameter_m","opened","loss_coefficient"]""", "[0]", "[[1,2,0.1,false,0.0]]"),
        Frame("pump", """["from_junction","to_junction","std_type","in_service"]""", "[0]", """[[1,3,"P9",true]]"""),
        Frame("compressor", """["from_junction","to_junction","pressure_ratio","in_service"]""", "[0]", "[[3,4,1.25,true]]"),
        Frame("press_control", """["from_junction","to_junction","controlled_junction","controlled_p_bar","control_active","loss_coefficient","in_service"]""", "[0]", "[[4,5,5,4.0,true,0.0,true]]"),
        Frame("ext_grid", """["junction","p_bar","t_k","in_service","type"]""", "[0]", """[[0,5.0,283.15,true,"pt"]]"""),
        Frame("sink", """["junction","mdot_kg_per_s","scaling","in_service"]""", "[0,1]", "[[5,0.02,0.5,true],[5,7.0,1.0,false]]"),
        Frame("source", """["junction","mdot_kg_per_s","scaling","in_service"]""", "[0]", "[[2,0.004,1.0,true]]"));

    /// <summary>A network with these parts, its fluid and one standard type of pump.</summary>
    internal static string Net(params string[] parts) =>
        "{\n\"_module\": \"pandapipes.pandapipes_net\", \"_class\": \"pandapipesNet\", \"_object\": {\n" + Fluid("""{"slope": -0.002, "offset": 1}""") + ",\n\"name\": \"sample\",\n"
        + """
          "std_types": {"pump": {"P9": {"_class": "PumpStdType", "_object": "{\"name\": \"P9\", \"reg_par\": {\"_class\": \"array\", \"_object\": [-0.001, -0.01, 0.5]}}"}}},
          "user_pf_options": {"friction_model": "colebrook"},
          """ + string.Join(",\n", parts) + "\n}}\n";

    /// <summary>A table in the orientation 'split', its content a text that holds JSON, as pandapipes writes it.</summary>
    internal static string Frame(string name, string columns, string index, string rows)
    {
        string content = $$"""{"columns":{{columns}},"index":{{index}},"data":{{rows.Trim()}}}""";
        return $$"""  "{{name}}": {"_module": "pandas.core.frame", "_class": "DataFrame", "_object": {{Quoted(content)}}, "orient": "split"}""";
    }

    private static string Fluid(string compressibility)
    {
        string Property(string content) => "{\"_class\": \"FluidProperty\", \"_object\": " + Quoted(content) + "}";
        string properties = "{\"density\": " + Property("""{"value": 0.8}""") + ", \"viscosity\": " + Property("""{"x": [273.15, 293.15], "y": [1.0e-5, 1.2e-5]}""") + ", \"compressibility\": " + Property(compressibility) + "}";
        string all = "{\"name\": \"gas\", \"fluid_type\": \"gas\", \"is_gas\": true, \"all_properties\": " + properties + "}";
        return "\"fluid\": {\"_class\": \"Fluid\", \"_object\": " + Quoted(all) + "}";
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal) + "\"";
}
