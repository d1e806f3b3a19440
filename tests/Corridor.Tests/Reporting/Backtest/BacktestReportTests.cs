using System.Text.Json;
using Corridor.Model.Provenance;
using Corridor.Reporting.Backtest;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Backtest;

namespace Corridor.Tests.Reporting.Backtest;

public sealed class BacktestReportTests
{
    private static readonly RouteComparison Line = new()
    {
        Id = "r",
        Name = "A line with a name that is much longer than any column of a table can be",
        Carrier = "gas",
        Unit = "bcm@20C",
        Start = new DateOnly(2025, 1, 1),
        End = new DateOnly(2026, 1, 1),
        Modelled = 3.3,
        Reported = 3,
        Deviation = 0.1000001,
        Source = "s",
        AsReported = 3,
        AsReportedUnit = "bcm@20C",
        Confidence = Confidence.Low,
        Cause = "the cause",
        Parts = [new PartComparison(new DateOnly(2025, 6, 1), new DateOnly(2025, 7, 1), 0.27, 0.25, 0.08, "s")],
    };

    private static readonly BacktestResult Result = new() { Year = 2025, Routes = [Line, Line with { Id = "q", Cause = null, Deviation = -0.3 }, Line with { Id = "p", Deviation = 0.05, Cause = "not told" }], NotReported = [("silent", "The silent line")] };

    [Fact]
    public void Json_has_the_keys_that_are_promised()
    {
        using JsonDocument json = JsonDocument.Parse(BacktestJson.Write(Result));
        json.RootElement.EnumerateObject().Select(p => p.Name).Take(3).ShouldBe(["year", "routes", "median_abs_deviation"]);
        JsonElement route = json.RootElement.GetProperty("routes")[0];
        route.EnumerateObject().Select(p => p.Name).Take(6).ShouldBe(["id", "unit", "modelled", "reported", "deviation", "source"]);
        route.GetProperty("deviation").GetDouble().ShouldBe(0.1000001);
        json.RootElement.GetProperty("median_abs_deviation").GetDouble().ShouldBe(0.1000001);
        route.GetProperty("parts")[0].GetProperty("from").GetString().ShouldBe("2025-06-01");
    }

    [Fact]
    public void Json_without_routes_has_no_median()
    {
        using JsonDocument json = JsonDocument.Parse(BacktestJson.Write(Result with { Routes = [] }));
        json.RootElement.GetProperty("median_abs_deviation").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(0.1234, "+12 %")]
    [InlineData(-0.0312, "−3.1 %")]
    [InlineData(0.0996, "+10 %")]
    [InlineData(-0.0004, "0 %")]
    [InlineData(6.31, "+631 %")]
    [InlineData(double.NaN, "–")]
    public void Deviations_are_signed(double share, string text) => DeviationText.Of(share).Replace('\u00A0', ' ').ShouldBe(text);

    [Fact]
    public void The_screen_keeps_to_100_columns_and_tells_causes_above_ten_percent()
    {
        using var writer = new StringWriter();
        BacktestView.Write(new Screen(writer, colours: false), Result);
        string text = writer.ToString();
        text.Split('\n').ShouldAllBe(l => Screen.Cells(l) <= 100);
        text.ShouldContain("the cause");
        text.ShouldContain("no cause is named");
        text.ShouldNotContain("not told");
        text.ShouldContain("The silent line");
    }

    [Fact]
    public void A_part_of_a_page_is_replaced_and_the_rest_left_alone()
    {
        string page = BacktestPage.Replace("# Title\n\nwords\n", "part", "one\n");
        page.ShouldBe("# Title\n\nwords\n\n<!-- part -->\none\n<!-- /part -->\n");
        BacktestPage.Replace(page + "after\n", "part", "two\n").ShouldBe("# Title\n\nwords\n\n<!-- part -->\ntwo\n<!-- /part -->\nafter\n");
    }

    [Fact]
    public void A_page_names_the_months_of_a_span_that_is_no_year() =>
        BacktestPage.Comparison(Result with { Routes = [Line with { Name = "Line", End = new DateOnly(2025, 11, 1) }] }).ShouldContain("| Line, Jan–Oct |");
}
