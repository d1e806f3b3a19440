using System.Text.RegularExpressions;
using Corridor.Model.Findings;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Tests.Reporting;

public partial class SummaryViewTests
{
    private const string Expected = """
        sample, base: 2025-01-01 to 2026-01-01 (not included), 12 months
        Short: B, border region lacks 0.200 of 2.00 bcm at 20 °C of natural gas, of it 0.200 of protected
          customers, 2025-01-01 to 2025-12-31 (12 months); at its limit: Line to the border region.
        Cost of the system: 1.96 billion USD: curtailment 1.00 billion, supply 721 million,
          transport 240 million.

        Who is supplied  demand  served  short   own  import  export  plants  price  by way of
        Natural gas, bcm at 20 °C; price USD per 1000 m³ at 20 °C
         Country B         22.0    21.8  0.200     0    23.8       0    2.00    491  Country A 23.8
         Country A            0       0      0  24.0       0    24.0       0   30.0
        Electricity, TWh; price USD per MWh
         Country B         10.0    10.0      0  10.0       0       0       0   8.08
         own: supplies, converters. plants: what plants, refineries and terminals of the model take; demand
         leaves it out. Neither served nor short: given up for its price. by way of: the neighbour it came
         over, not where it was produced. Losses and fuel of routes are left out.

        Who supplies whom  own  produced in    through     HHI  route
        Natural gas
         Country B         0 %  Country A 100  –        10 000  100 %
        Electricity
         Country B         0 %  Country A 100  –        10 000  100 %
         Shares in % of what is used, plants included, by proportional sharing. through: third countries
         passed; HHI: 10 000 is one supplier; route: largest route of entry. More: --json, v_origins_yearly.

        Contracts  taken   ACQ  min. to pay  shortfall  unit          price
        A to B      23.8  22.0         17.6          0  bcm at 20 °C    200  USD/1000 m³

        Why: most valuable bottlenecks  capacity  unit          worth  a unit       value, million
        Line to the border region           1.80  bcm at 20 °C   4960  USD/1000 m³            8930

        Rules that bind: 0 of 1: none changes the result.
        Payment channels at their limit: 0 of 1.

        Border regions    carrier      demand  served  short  of it protected  unit          days short
        B, border region  natural gas    2.00    1.80  0.200            0.200  bcm at 20 °C         365
          B, border region, natural gas: over the whole span 1800 mcm at 20 °C of 2000 served. Households
            (protected) lack 200 mcm at 20 °C on 365 days, 10.0 % at worst. Days are those of whole months.
            Nothing helped. One more unit would have been worth most from Line to the border region
            (4960 USD/1000 m³).

        Certified from the package; residuals: balance #, bounds #, dual #, gap #.
        LP # × #; read 0.1, compile 0.2, solve 0.3, check 0.4, write 0.5, total 1.5 s.
        No warnings.
        Files: runs/x/

        """;

    [Fact]
    public void The_summary_reads_answer_who_why_certificate()
    {
        string text = Render(colours: false, SampleRun.Summary);
        // What depends on the solver's last digits and on the form of the program is masked.
        text = Residual().Replace(text, "$1#");
        text = Size().Replace(text, "LP # × #;");
        text.Replace('\u00A0', ' ').ShouldBe(Expected);
    }

    [Fact]
    public void A_number_and_its_unit_are_never_torn_apart() =>
        Render(false, SampleRun.Summary).ShouldContain("0.200 of 2.00\u00A0bcm at 20\u00A0°C");

    [Theory]
    [InlineData("2025-01-01", "2026-01-01", null)]
    [InlineData("2025-04-01", "2026-04-01", null)]
    [InlineData("2024-01-01", "2027-01-01", "36 months")]
    [InlineData("2025-01-01", "2025-02-01", "1 month")]
    [InlineData("2025-01-01", "2025-04-11", "100 days")]
    public void Sums_over_no_year_are_not_read_as_annual(string from, string to, string? span)
    {
        RunSummary summary = SampleRun.Summary with { Horizon = new HorizonSummary(from, to, "month", 1) };
        summary.Horizon.InWords.ShouldBe(span);
        string text = Render(false, summary).Replace('\u00A0', ' ');
        text.Contains($"bcm at 20 °C in {span};", StringComparison.Ordinal).ShouldBe(span is not null);
        text.Contains($"Contracts in {span}", StringComparison.Ordinal).ShouldBe(span is not null);
    }

    [Theory]
    [InlineData(10, "10 hours")]
    [InlineData(48, "2 days")]
    [InlineData(8760, null)]
    public void Stated_periods_are_as_long_as_their_hours_not_as_the_days_that_they_touch(double hours, string? span) =>
        new HorizonSummary("2013-01-01", "2013-01-02", "period", 4) { StatedHours = hours }.InWords.ShouldBe(span);

    [Fact]
    public void One_warning_is_singular_and_shown()
    {
        var findings = new FindingList();
        findings.Add(new Finding("W1", Severity.Warning, "nodes x", new SourcePlace("nodes.csv", 3, 4), "Odd.", null));
        using var writer = new StringWriter { NewLine = "\n" };
        SummaryView.Write(new Screen(writer, false), SampleRun.Summary with { Findings = new FindingSummary(0, 1) }, SampleRun.Report.System, null, findings);
        writer.ToString().ShouldContain("1\u00A0warning (corridor check tells more):\n  W1  nodes x: Odd.\n");
    }

    [Fact]
    public void No_line_is_wider_than_the_screen()
    {
        foreach (int width in new[] { 60, 80, 100, 200 })
        {
            using var writer = new StringWriter();
            SummaryView.Write(new Screen(writer, false, width), SampleRun.Summary, SampleRun.Report.System, "runs/a-name-that-is-long");
            foreach (string line in writer.ToString().Split('\n'))
                Screen.Cells(line).ShouldBeLessThanOrEqualTo(Math.Clamp(width, 96, 100), line);
        }
    }

    [Fact]
    public void Colour_only_adds_to_the_words()
    {
        string plain = Render(colours: false, SampleRun.Summary), coloured = Render(colours: true, SampleRun.Summary);
        plain.ShouldNotContain("\u001b");
        coloured.ShouldContain("\u001b[");
        Escape().Replace(coloured, "").ShouldBe(plain);
    }

    [Fact]
    public void A_result_that_failed_its_check_is_not_shown()
    {
        string text = Render(false, RunSummaryBuilder.Build(SampleRun.Refused, SampleRun.Timing));
        text.ShouldContain("No certified result");
        text.ShouldContain("the balance of bb-gas is off");
        text.ShouldNotContain("Country B");
    }

    [Fact]
    public void Text_of_a_package_cannot_steer_the_terminal()
    {
        Screen.Printable("a\u001b]0;title\u0007b\nc").ShouldBe("a\uFFFD]0;title\uFFFDb c");
        Screen.Fit("Ljubljana und Umgebung", 10).ShouldBe("Ljubljana…");
        Screen.Cells(Screen.Fit("中国西部天然气管道", 9)).ShouldBeLessThanOrEqualTo(9);
    }

    [Fact]
    public void Findings_state_code_place_message_and_hint_gravest_first()
    {
        var findings = new FindingList();
        findings.Add(new Finding("W1", Severity.Warning, "nodes x", new SourcePlace("nodes.csv", 3, 4), "Odd.", null));
        findings.Add(new Finding("E1", Severity.Error, "nodes y", new SourcePlace("nodes.csv", 14, 3), "No carrier 'gass'.", "Did you mean gas?"));
        using var writer = new StringWriter();
        FindingsView.Write(new Screen(writer, false), findings);
        writer.ToString().ShouldBe("""
            error       E1  nodes.csv:14:3  nodes y
                        No carrier 'gass'.
                        → Did you mean gas?
            warning     W1  nodes.csv:3:4  nodes x
                        Odd.

            """);
    }

    private static string Render(bool colours, RunSummary summary)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        SummaryView.Write(new Screen(writer, colours), summary, SampleRun.Report.System, "runs/x");
        return writer.ToString();
    }

    [GeneratedRegex(@"((?:balance|bounds|dual|gap) )[0-9.e\-–]+(?<!\.)")]
    private static partial Regex Residual();

    [GeneratedRegex(@"LP [0-9\u2009]+ × [0-9\u2009]+;")]
    private static partial Regex Size();

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escape();
}
