using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Corridor.Reporting.Maps;

namespace Corridor.Tests.Reporting.Maps;

public partial class MapViewTests
{
    private static readonly string Html = SampleMaps.Write(SampleMaps.Model);
    private static readonly XElement Figure = XElement.Parse(Html);

    [Fact]
    public void The_fragment_is_well_formed_and_the_same_each_time() => SampleMaps.Write(SampleMaps.Model).ShouldBe(Html);

    [Fact]
    public void The_small_map_is_drawn_as_it_was()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Reporting", "Maps", "small-map.html");
        if (Environment.GetEnvironmentVariable("CORRIDOR_WRITE_GOLDEN") == "1")
        {
            path = Path.Combine(Path.GetDirectoryName(SourceFile())!, "small-map.html");
            File.WriteAllText(path, SampleMaps.Write(SampleMaps.Rounded));
        }

        SampleMaps.Write(SampleMaps.Rounded).ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), "If the drawing was meant to change, look at it and renew small-map.html.");
    }

    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    [Fact]
    public void Hostile_names_stay_text()
    {
        MapModel hostile = SampleMaps.Model with { Title = "</script><b a='\"'>&\u0001", Places = [.. SampleMaps.Model.Places.Select(p => p with { Name = "<i>&\"'</script>" })] };
        XElement figure = XElement.Parse(SampleMaps.Write(hostile));
        figure.Descendants().ShouldAllBe(e => e.Name.LocalName != "b" || e.Parent!.Name.LocalName == "li");
        figure.Descendants("script").ShouldHaveSingleItem();
    }

    [Fact]
    public void Widths_are_those_of_the_scale_and_flows_say_what_they_are()
    {
        XElement flow = Flows().First();
        flow.Attribute("style")!.Value.ShouldBe("--w:17");
        flow.Elements().First().Value.ShouldStartWith("Line A to B: Country A to B, main part, 23.8\u00A0bcm");
        XElement full = Flows().Single(f => f.Value.StartsWith("Line to the border region", StringComparison.Ordinal));
        full.Attribute("class")!.Value.ShouldBe("f u9 full");
        full.Value.ShouldContain("100\u00A0% of capacity");
    }

    [Fact]
    public void A_shortage_is_a_hatched_mark_with_its_amount()
    {
        XElement mark = Figure.Descendants().Single(e => e.Attribute("data-s") is not null);
        mark.Attribute("fill")!.Value.ShouldBe("url(#map-x)");
        mark.Value.ShouldContain("0.200\u00A0bcm at 20\u00A0°C not served");
    }

    [Fact]
    public void Planned_lines_are_dotted_and_unused_ones_thin()
    {
        string wider = SampleMaps.Write(SampleMaps.Wider);
        wider.ShouldContain("class=\"f plan\"");
        XElement.Parse(wider).Descendants().Any(e => e.Value.EndsWith("Second line: B, main part to B, border region, planned", StringComparison.Ordinal) || e.Value.Contains(", planned", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void The_figures_by_month_add_up_to_the_span()
    {
        using JsonDocument json = JsonDocument.Parse(Figure.Elements("script").Single().Value);
        json.RootElement.GetProperty("steps").GetArrayLength().ShouldBe(12);
        JsonElement line = json.RootElement.GetProperty("flows")[0];
        line.GetProperty("v").EnumerateArray().Sum(v => v.GetDouble()).ShouldBe(SampleMaps.Model.Flows[0].Forward.Total, 0.01);
        line.GetProperty("u").GetArrayLength().ShouldBe(13);
    }

    [Fact]
    public void No_labels_of_a_layer_and_family_overlap()
    {
        XElement[] layers = [.. Figure.Descendants().Where(e => e.Attribute("class")?.Value is "lw" or "lm" or "ln")];
        layers.Length.ShouldBe(3);
        foreach (XElement layer in layers)
        {
            MapBox[] boxes = [.. layer.Elements().First().Elements().Select(Box)];
            boxes.ShouldNotBeEmpty();
            for (int i = 0; i < boxes.Length; i++)
            {
                for (int j = 0; j < i; j++)
                    boxes[i].Overlaps(boxes[j]).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Ids_start_with_that_of_the_map_and_are_unique()
    {
        string[] ids = [.. Figure.DescendantsAndSelf().Select(e => e.Attribute("id")?.Value).OfType<string>()];
        ids.ShouldBeUnique();
        ids.ShouldAllBe(i => i == "map" || i.StartsWith("map-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_script_is_small_and_asks_no_network()
    {
        MapView.Script.Length.ShouldBeLessThan(15 * 1024);
        foreach (string token in new[] { "fetch", "XMLHttpRequest", "import", "http", "WebSocket", "sendBeacon", ".src", "eval", "innerHTML", "Function(" })
            MapView.Script.ShouldNotContain(token);
        MapView.Css.ShouldNotContain("url(");
        MapView.Css.ShouldNotContain("@import");
    }

    [Fact]
    public void The_style_sheet_has_the_colours_of_the_house()
    {
        MapView.Css.ShouldContain("--land:#F4F2EC");
        for (int i = 0; i < UtilisationRamp.Colours.Count; i++)
            MapView.Css.ShouldContain($"--u{i}:{UtilisationRamp.Colours[i]}");
        Figure.Descendants().Any(e => e.Attribute("style")?.Value == "--c:" + Corridor.Reporting.Look.Palette.Gas).ShouldBeTrue();
    }

    [Fact]
    public void A_difference_has_signs_instead_of_utilisation()
    {
        string html = SampleMaps.Write(MapModelBuilder.Difference(SampleMaps.Model, SampleMaps.Wider, "A wider line"));
        XElement figure = XElement.Parse(html);
        figure.Attribute("class")!.Value.ShouldBe("cmap diff");
        html.ShouldContain("+0.200\u00A0bcm");
        html.ShouldContain("more than before");
        html.ShouldNotContain("by-use");
    }

    [Fact]
    public void A_difference_opens_with_the_carrier_that_changes_most()
    {
        MapModel before = SampleMaps.Model;
        MapCarrier other = before.Carriers.First(c => c.Energy is not null && c.Family != before.Carriers[0].Family);
        // Of the other carrier a thousand units more flow on one line.
        MapFlow more = before.Flows[0] with { Id = "more", Carrier = other.Id };
        MapModel after = before with { Flows = [.. before.Flows, more with { Forward = more.Forward with { Arriving = [.. more.Forward.Arriving.Select(_ => 1000.0)] } }] };

        string html = SampleMaps.Write(MapModelBuilder.Difference(before, after, "More"));

        html.ShouldContain($"class=\"x{before.Carriers.ToList().IndexOf(other)}\" checked");
        html.ShouldNotContain("class=\"x0\" checked");
    }

    [GeneratedRegex("[0-9.-]+")]
    private static partial Regex NumberPattern();

    private static MapBox Box(XElement label)
    {
        double[] n = [.. NumberPattern().Matches(label.Attribute("data-b")!.Value).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];
        return new MapBox(n[0], n[1], n[2], n[3]);
    }

    private static IEnumerable<XElement> Flows() => Figure.Descendants().Where(e => e.Attribute("data-i") is not null);
}
