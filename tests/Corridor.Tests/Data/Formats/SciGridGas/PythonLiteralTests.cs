using Corridor.Data.Formats.SciGridGas;

namespace Corridor.Tests.Data.Formats.SciGridGas;

public sealed class PythonLiteralTests
{
    [Fact]
    public void A_dict_of_every_kind_is_read()
    {
        PythonLiteral value = PythonLiteralParser.Parse("""{'a': 1.5e-3, "b": [None, True, 'O\'Hare'], 'c': ("['DZ','XX']", -2), 'd': {}, 'e': nan, 'f': '\u00e9'}""", out _).ShouldNotBeNull();
        value.Keys.ShouldBe(["a", "b", "c", "d", "e", "f"]);
        value.Items[0].Number.ShouldBe(0.0015);
        value.Items[1].Items.Select(i => i.Kind).ShouldBe([PythonKind.None, PythonKind.Boolean, PythonKind.Text]);
        value.Items[1].Items[2].Text.ShouldBe("O'Hare");
        value.Items[2].Printed().ShouldBe("['DZ','XX'], -2");
        value.Items[3].IsAbsent.ShouldBeTrue();
        value.Items[4].IsAbsent.ShouldBeTrue();
        value.Items[5].Text.ShouldBe("é");
    }

    [Fact]
    public void Escaped_control_characters_do_not_reach_a_package_and_a_list_that_prints_nothing_is_absent()
    {
        PythonLiteral value = PythonLiteralParser.Parse("""{'a\x01b': 'c\x07d', 'e': ['\x02']}""", out _).ShouldNotBeNull();
        value.Keys[0].ShouldBe("a b");
        value.Items[0].Text.ShouldBe("c d");
        value.Items[1].IsAbsent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{'a': 1", 7)]
    [InlineData("{'a' 1}", 5)]
    [InlineData("{'a': 1e301}", 6)]
    [InlineData("['a' 'b']", 5)]
    [InlineData("{'a': open}", 6)]
    [InlineData("'never closed", 0)]
    [InlineData("[1] 2", 4)]
    [InlineData("{'a': 1, 'a': 2}", 9)]
    [InlineData("{[1]: 2}", 1)]
    [InlineData("'\\x4", 1)]
    [InlineData("", 0)]
    public void What_is_broken_has_a_place(string text, int offset)
    {
        PythonLiteralParser.Parse(text, out PythonLiteralParser parser).ShouldBeNull();
        parser.ProblemOffset.ShouldBe(offset);
        parser.Problem.ShouldNotBeEmpty();
    }

    [Fact]
    public void Nesting_is_limited()
    {
        PythonLiteralParser.Parse(new string('[', 100_000), out PythonLiteralParser parser).ShouldBeNull();
        parser.IsTooDeep.ShouldBeTrue();
        parser.ProblemOffset.ShouldBe(PythonLiteralParser.Deepest);
        PythonLiteralParser.Parse(new string('[', PythonLiteralParser.Deepest) + new string(']', PythonLiteralParser.Deepest), out _).ShouldNotBeNull();
    }
}
