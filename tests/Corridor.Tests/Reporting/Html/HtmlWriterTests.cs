using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Corridor.Reporting.Html;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Reporting.Html;

public sealed class HtmlWriterTests
{
    [Fact]
    public void AnyTextComesBackFromTheParser()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            // The parser itself turns carriage returns into line feeds; control characters have no place in HTML.
            string clean = string.Concat((text ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF')));
            var writer = new StringWriter();
            new HtmlWriter(writer).Leaf("p", clean, ("title", clean.Length == 0 ? null : clean));
            IElement parsed = new HtmlParser().ParseDocument("<!DOCTYPE html><title>t</title>" + writer).QuerySelector("p")!;
            parsed.TextContent.ShouldBe(clean);
            (parsed.GetAttribute("title") ?? "").ShouldBe(clean);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ControlCharactersBecomeVisible()
    {
        var writer = new StringWriter();
        new HtmlWriter(writer).Text("a\0b\u001bc\nd");
        writer.ToString().ShouldBe("a\uFFFDb\uFFFDc\nd");
    }

    [Fact]
    public void AttributesWithoutValueAreLeftOutOrBare()
    {
        var writer = new StringWriter();
        var html = new HtmlWriter(writer);
        using (html.Open("details", ("open", ""), ("class", null), ("id", "a\"b")))
            html.Void("br");
        writer.ToString().ShouldBe("<details open id=\"a&quot;b\"><br></details>");
        html.Depth.ShouldBe(0);
    }

    [Fact]
    public void ElementsCloseInTheOrderInWhichTheyWereOpened()
    {
        var html = new HtmlWriter(new StringWriter());
        HtmlWriter.Element outer = html.Open("p");
        html.Open("b");
        Should.Throw<InvalidOperationException>(outer.Dispose);
    }

    [Fact]
    public void IdsOfDifferentRowsDiffer()
    {
        HtmlWriter.Id("s", "nodes", "kz-oral").ShouldBe("s-nodes-kz-oral");
        HtmlWriter.Id("s", "a b").ShouldBe("s-a_20b");
        HtmlWriter.Id("s", "a_b").ShouldNotBe(HtmlWriter.Id("s", "a_5fb"));
    }
}
