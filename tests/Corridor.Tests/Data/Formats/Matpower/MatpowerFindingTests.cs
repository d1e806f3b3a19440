using Corridor.Data.Formats.Matpower;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.Matpower;

/// <summary>What is wrong with a case has its code and its exact place.</summary>
public sealed class MatpowerFindingTests
{
    [Theory]
    [InlineData("mpc.bus(2, 3) = foo(3);", "G023", "8:17", "'foo'")]
    [InlineData("x = foo(3);\nmpc.bus(2, 3) = x;", "G015", "8:5", "'foo'")]
    [InlineData("mpc = scale_load(2, mpc);", "G023", "8:21", "'mpc'")]
    [InlineData("for i = 1:2\n  mpc.bus(i, 3) = 0;\nend", "G023", "8:1", "for")]
    [InlineData("if true, x = 3; end", "G015", "8:1", "if")]
    [InlineData("disp('hello')", "G015", "8:1", "disp")]
    [InlineData("mpc.note = strcat('a', 'b');", "G015", "8:12", "strcat")]
    [InlineData("mpc.bus(2, 3) = [1 2", "G005", "8:17", "not closed")]
    [InlineData("mpc.note = 'abc", "G005", "8:12", "not closed")]
    [InlineData("mpc.bus(2, 3) = 1.2.3;", "G005", "8:20", "end of the statement")]
    [InlineData("mpc.bus(9, 99) = 4 +;", "G005", "8:21", "expected")]
    [InlineData("mpc.bus(0, 3) = 4;", "G005", "8:1", "0")]
    [InlineData("mpc.bus(:, 3) = [1; 2; 3];", "G005", "8:1", "3 × 1")]
    [InlineData("mpc.x = [1,,2];", "G005", "8:12", "','")]
    [InlineData("mpc.x = 3i;", "G005", "8:10", "complex")]
    [InlineData("mpc.x = zeros(1e5, 1e5);", "G028", "8:9", "")]
    [InlineData("mpc.branch = [mpc.branch; 1 2 3];", "G029", "8:27", "3 figures")]
    [InlineData("mpc.bus_name = {'a'};", "G015", "8:1", "1 texts")]
    public void A_statement_that_cannot_be_run(string statement, string code, string place, string word)
    {
        MatpowerSamples.Read(MatpowerSamples.Pair(after: statement), out FindingList findings);
        Finding found = findings.Items[0];
        (found.Code, found.Place.ToString()).ShouldBe((code, "case.m:" + place));
        found.Message.ShouldContain(word);
    }

    [Fact]
    public void A_value_that_was_not_understood_is_never_replaced_by_an_old_one()
    {
        MatpowerSamples.Grid(MatpowerSamples.Pair(after: "x = 2;\nx = foo(3);\nmpc.bus(2, 3) = x;"), out FindingList findings).ShouldBeNull();
        findings.Items.Select(f => (f.Code, f.Place.ToString())).ShouldBe([("G015", "case.m:9:5"), ("G023", "case.m:10:17")]);
    }

    [Theory]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 1 1 50 20 0 0 1 1 0 20 1 1.1 0.9", "G013", "4:44", "first at case.m:4:12")]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 7 50 20 0 0 1 1 0 20 1 1.1 0.9", "G010", "4:46", "type")]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2.5 1 50 20 0 0 1 1 0 20 1 1.1 0.9", "G010", "4:44", "whole")]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 1 NaN 20 0 0 1 1 0 20 1 1.1 0.9", "G009", "4:48", "Pd")]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 0.8 0.9", "G016", "4:69", "voltage")]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 Inf Inf", "G009", "4:73", "finite")]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 1.1", "G029", "4:44", "12 figures")]
    [InlineData("1 3 0 0 0 0 1 1 0 20 1 1.1; 2 1 50 20 0 0 1 1 0 20 1 1.1", "G029", "4:12", "at least 13")]
    [InlineData("1 3 0 0 0 0 1 -1 0 20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 1.1 0.9", "G010", "4:26", "positive")]
    [InlineData("1 3 0 0 0 0 1 1 0 -20 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 20 1 1.1 0.9", "G010", "4:30", "baseKV")]
    [InlineData("", "G022", "0", "no buses")]
    public void A_bus_that_cannot_be(string bus, string code, string place, string word) => Check(MatpowerSamples.Pair(bus: bus), code, place, word);

    [Theory]
    [InlineData("3 50 0 30 -30 1 100 1 100 0", "G014", "5:12", "bus 3")]
    [InlineData("1 50 0 30 -30 1 100 1 10 20", "G016", "5:37", "Pmin")]
    [InlineData("1 50 0 -30 30 1 100 1 100 0", "G016", "5:23", "Qmin")]
    [InlineData("1 50 0 30 -30 0 100 1 100 0", "G010", "5:26", "Vg")]
    [InlineData("1 50 0 30 -30 1 100 1 100 0; 1 50 0 30 -30 1 100 1 100 0", "G016", "7:16", "1 rows for 2 units")]
    public void A_unit_that_cannot_be(string gen, string code, string place, string word) => Check(MatpowerSamples.Pair(gen: gen), code, place, word);

    [Theory]
    [InlineData("1 5 0.1 0.2 0 0 0 0 0 0 1 -360 360", "G014", "6:17", "bus 5")]
    [InlineData("1 1 0.1 0.2 0 0 0 0 0 0 1 -360 360", "G016", "6:17", "itself")]
    [InlineData("1 2 0 0 0 0 0 0 0 0 1 -360 360", "G010", "6:21", "other than 0")]
    [InlineData("1 2 0 0.1 0 -5 0 0 0 0 1 -360 360", "G010", "6:27", "rateA")]
    [InlineData("1 2 0 0.1 0 0 0 0 -1 0 1 -360 360", "G010", "6:33", "ratio")]
    [InlineData("1 2 0 0.1 0 0 0 0 0 0 1 30 -30", "G016", "6:39", "least difference")]
    [InlineData("1 2 0 Inf 0 0 0 0 0 0 1 30 -30", "G009", "6:21", "finite")]
    public void A_branch_that_cannot_be(string branch, string code, string place, string word) => Check(MatpowerSamples.Pair(branch: branch), code, place, word);

    [Theory]
    [InlineData("3 0 0 2 10 0", "G010", "7:16", "model")]
    [InlineData("2 0 0 9 10 0", "G010", "7:22", "from 0 to 2")]
    [InlineData("1 0 0 2 10 0 10 5", "G016", "7:29", "rise")]
    [InlineData("1 0 0 1 10 0", "G010", "7:22", "from 2 to 1")]
    [InlineData("2 0 0 2 1e31 0", "G010", "7:24", "larger than any")]
    [InlineData("1 0 0 2 0 0 1e-300 1e9", "G010", "7:35", "too close")]
    public void A_cost_that_cannot_be(string cost, string code, string place, string word) => Check(MatpowerSamples.Pair(gencost: cost), code, place, word);

    [Fact]
    public void Too_high_a_polynomial() => Check(MatpowerSamples.Pair(gencost: "2 0 0 41" + string.Concat(Enumerable.Repeat(" 1", 41))), "G010", "7:22", "40 coefficients");

    [Theory]
    [InlineData("mpc.baseMVA = 1e-300;", "8:1", "base power")]
    [InlineData("mpc.bus(2, 10) = 1e200;", "4:64", "larger than any")]
    [InlineData("mpc.bus(2, 3) = 1e307;", "4:48", "larger than any")]
    public void Figures_that_would_overflow_where_units_are_converted(string statement, string place, string word) => Check(MatpowerSamples.Pair(after: statement), "G010", place, word);

    [Fact]
    public void Costs_of_reactive_power_and_rows_out_of_service_at_missing_buses_are_told()
    {
        MatpowerSamples.Grid(MatpowerSamples.Pair(gencost: "2 0 0 2 10 0; 2 0 0 2 5 0", branch: "1 2 0.1 0.2 0 0 0 0 0 0 1; 1 8 0.1 0.2 0 0 0 0 0 0 0"), out FindingList findings).ShouldNotBeNull();
        findings.Items.Select(f => f.Code).ShouldBe(["G026", "G021"]);
    }

    [Theory]
    [InlineData("", "no table 'bus'")]
    [InlineData("function mpc = a\nmpc.version = '2';\n", "no table 'bus'")]
    [InlineData("hello world", "assignment")]
    public void A_text_that_is_no_case(string text, string word)
    {
        MatpowerSamples.Read(text, out FindingList findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Message.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_missing()
    {
        var findings = new FindingList();
        MatpowerFile.Read("nowhere.m", findings).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G001");
    }

    private static void Check(string text, string code, string place, string word)
    {
        MatpowerSamples.Grid(text, out FindingList findings).ShouldBeNull();
        Finding found = findings.Items.First(f => f.Severity == Severity.Error);
        (found.Code, found.Place.ToString()).ShouldBe((code, place == "0" ? "case.m" : "case.m:" + place));
        found.Message.ShouldContain(word);
    }
}
