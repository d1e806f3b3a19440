using System.Globalization;
using System.Text;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Studies.Hydraulics.Dispatch;
using Corridor.Tests.Architecture;

namespace Corridor.Tests.Studies.Hydraulics.Dispatch;

/// <summary>
/// docs/data/pipeline-capacities.md shows what the method makes of the bundled package. With the environment variable CORRIDOR_WRITE_DOCS set, the
/// tests write the tables between the marks instead of holding them.
/// </summary>
public sealed class PipelineCapacityDocumentTests
{
    /// <summary>Export over intake of the Amur gas processing plant: 38 of 42 bcm by design.</summary>
    private const double AmurYield = 38.0 / 42.0;

    private const string Line = "p-ru-power-of-siberia";
    private const string Crossing = "p-ru-cn-power-of-siberia";

    private static readonly LinePhysicsSettings Settings = new();

    private static readonly Lazy<EnergySystem> Eurasia = new(() =>
    {
        var findings = new FindingList();
        EnergySystem system = PackageReader.Read(Path.Combine(Repository.Root, "data", "eurasia"), findings).ShouldNotBeNull();
        findings.HasErrors.ShouldBeFalse();
        return system;
    });

    private static readonly Lazy<CapacityFromPhysics> Derived = new(() => CapacityFromPhysics.Derive(Eurasia.Value, null, Settings));

    // Line, published bcm a year at 20 °C, what is published, why ours differs by more than 5 %.
    private static readonly (string Id, double Published, string What, string Reason)[] Published =
    [
        (Line, 42, "intake of the Amur plant", ""),
        ("p-ru-kovykta-chayanda", 25, "the field's share", "the field gives 25 to 27; the pipe is the size of the trunk line"),
        (Crossing, 38, "contract, both sides' design", "powers of the stations are not published, so that the figure is an upper bound; design pressure 12 MPa"),
        ("p-ru-power-of-siberia-2", 50, "plan", "plan without published stations or pressure; reckoned at 9.8 MPa, with 11.8 MPa see below"),
        ("p-ru-mn-kyakhta", 50, "plan", "as Power of Siberia 2"),
        ("p-mn-cn-soyuz-vostok", 50, "feasibility study", "five stations reported, pressure not; at 11.8 MPa it would be 50, see below"),
        ("p-ru-tr-turkstream", 15.75, "design of a string", ""),
        ("p-ru-bg-turkstream-2", 15.75, "design of a string", ""),
        ("p-by-pl-yamal-europe", 33, "design of the Polish section", "design with reserve machines and months of repair; the pipe with all its stations could do more"),
        ("p-ru-de-nord-stream", 55, "design of both strings", "design at less than the pipe's pressure; 59 were carried in 2021"),
        ("p-tm-uz-cagp", 55, "designs of lines A, B, C", "powers of the stations are not published, so that the figure is an upper bound"),
        ("p-uz-kz-cagp", 55, "designs of lines A, B, C", "powers of the stations are not published, so that the figure is an upper bound"),
        ("p-kz-cn-cagp", 55, "designs of lines A, B, C; the operator in China says 60", "powers of the stations are not published, so that the figure is an upper bound"),
        ("p-kz-saryarka", 2.2, "design of stage I", "sized for the demand of the first stage and of Kokshetau and Petropavl later; the inlet is at the largest pressure here"),
        ("p-kz-saryarka-astana", 2.2, "design of stage I", "as before; the pressure with which it begins is that of the section before"),
    ];

    [Fact]
    public void Table_of_lines_is_what_the_code_finds() => Hold("lines", Lines());

    [Fact]
    public void Table_of_what_hangs_on_what_is_what_the_code_finds() => Hold("variants", Variants());

    [Fact]
    public void Power_of_siberia_follows_from_its_pipe_within_five_percent()
    {
        LineCapacity trunk = Capacity(Line);
        Yearly(trunk.OutflowPerDay).ShouldBe(42, 0.05 * 42);
        Export().ShouldBe(38, 0.05 * 38);
    }

    private static double Export() => Math.Min(Yearly(Capacity(Line).OutflowPerDay) * AmurYield, Yearly(Capacity(Crossing).OutflowPerDay));

    private static LineCapacity Capacity(string id) => Derived.Value.Capacities.Single(c => c.Capacity.Line.Id == id && c.Direction == 0).Capacity;

    private static double Yearly(double perDay) => perDay * 365 / 1000;

    private static string Lines()
    {
        var text = new StringBuilder("| line | km | inner mm × strings | bar | stations, MW | published | ours | deviation | held back by | what is published; why ours differs |\n|---|---|---|---|---|---|---|---|---|---|\n");
        double export = Export();
        text.Append(CultureInfo.InvariantCulture, $"| **Power of Siberia, export** | | | | | 38 | {export:0.0} | {Percent(export / 38)} | the trunk line | export; what arrives at the Amur plant times 38/42, the plant's design yield |\n");
        foreach ((string id, double published, string what, string reason) in Published)
        {
            LineCapacity capacity = Capacity(id);
            GasLine line = capacity.Line;
            double ours = Yearly(capacity.OutflowPerDay);
            string why = Math.Abs((ours / published) - 1) > 0.05 ? "; " + reason : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {line.Name} | {line.Length / 1000:0} | {line.Diameter * 1000:0.#} × {line.Strings}{(line.LoopShare > 0 ? $", {line.LoopShare * line.Length / 1000:0} km looped" : "")} | {line.PressureMax / 1e5:0.#} → {line.PressureMin / 1e5:0.#} | {Stations(line)} | {published:0.##} | {ours:0.0} | {Percent(ours / published)} | {Limit(capacity.Limit)} | {what}{why} |\n");
        }

        return text.ToString();
    }

    private static string Variants()
    {
        (string Id, string Change, Func<GasLine, GasLine> Variant)[] variants =
        [
            (Line, "without loops", l => l with { LoopShare = 0 }),
            (Line, "without loops, nine stations of 1,200 MW together", l => l with { LoopShare = 0, Stations = [.. Enumerable.Range(1, 9).Select(i => new LineStation($"s{i}", "", l.Length * i / 10, 1200e6 / 9, 2, 0.85))] }),
            (Line, "the whole expansion: 1,491 km of loops, 1,058 MW", l => l with { LoopShare = 1491.45 / 2158, Stations = [.. l.Stations.Select(s => s with { PowerMax = 1058e6 / 7 })] }),
            (Line, "a quarter of the machines in reserve", l => l with { Stations = [.. l.Stations.Select(s => s with { PowerMax = 0.75 * s.PowerMax })] }),
            (Line, "roughness 30 µm instead of 10", l => l with { Roughness = 30e-6 }),
            (Line, "hydraulic efficiency 1 instead of 0.95", l => l with { HydraulicEfficiency = 1 }),
            (Line, "gas 10 K warmer", l => l with { Temperature = l.Temperature + 10 }),
            (Line, "lean gas (0.565 instead of 0.61 of air)", l => l with { Gas = GasLineReader.Gas(0.565, Settings) }),
            ("p-mn-cn-soyuz-vostok", "11.8 instead of 9.8 MPa", l => l with { PressureMax = 118e5, PressureMin = 118e5 / 1.5 }),
            ("p-ru-tr-turkstream", "roughness 5 µm instead of 10", l => l with { Roughness = 5e-6 }),
            ("p-by-pl-yamal-europe", "four stations of seven", l => l with { Stations = [.. l.Stations.Where((_, i) => i % 2 == 0)] }),
        ];
        var text = new StringBuilder("| line | change | delivers, bcm a year | against the table |\n|---|---|---|---|\n");
        foreach ((string id, string change, Func<GasLine, GasLine> variant) in variants)
        {
            LineCapacity before = Capacity(id), after = LineCapacity.Of(variant(before.Line), Settings);
            text.Append(CultureInfo.InvariantCulture, $"| {before.Line.Name} | {change} | {Yearly(after.Outflow / before.Outflow * before.OutflowPerDay * Volume(before.Line, variant(before.Line))):0.0} | {Percent(after.Outflow / before.Outflow * Volume(before.Line, variant(before.Line)))} |\n");
        }

        return text.ToString();
    }

    // The same mass of a lighter gas is more cubic metres.
    private static double Volume(GasLine before, GasLine after) => before.Gas.MolarMass / after.Gas.MolarMass;

    private static string Stations(GasLine line)
    {
        if (line.Stations.Count == 0)
            return "none";
        return line.StationsWithoutPower > 0
            ? $"{line.Stations.Count}, unknown"
            : string.Create(CultureInfo.InvariantCulture, $"{line.Stations.Count}, {line.Stations.Sum(s => s.PowerMax!.Value) / 1e6:0}");
    }

    private static string Limit(LineLimit limit) => limit switch
    {
        LineLimit.StationPower => "power",
        LineLimit.StationRatio => "ratio",
        _ => "pressure at the end",
    };

    private static string Percent(double ratio)
    {
        double percent = 100 * (ratio - 1);
        return (percent < 0 ? "−" : "+") + Math.Abs(percent).ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    private static void Hold(string mark, string expected)
    {
        string path = Path.Combine(Repository.Root, "docs", "data", "pipeline-capacities.md");
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        string begin = $"<!-- {mark} -->\n", end = $"<!-- /{mark} -->";
        int start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, stop = text.IndexOf(end, StringComparison.Ordinal);
        stop.ShouldBeGreaterThan(start - 1, $"docs/data/pipeline-capacities.md has no marks '{mark}'");
        if (Environment.GetEnvironmentVariable("CORRIDOR_WRITE_DOCS") is not null)
            File.WriteAllText(path, text[..start] + expected + text[stop..]);
        else
            text[start..stop].ShouldBe(expected, "docs/data/pipeline-capacities.md differs from the code; run the test with CORRIDOR_WRITE_DOCS=1 to write it");
    }
}
