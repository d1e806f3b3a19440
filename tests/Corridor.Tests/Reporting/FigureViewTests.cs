using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Reporting.Terminal;

namespace Corridor.Tests.Reporting;

public class FigureViewTests
{
    private static readonly EnergySystem System = SampleSystem.Create() with
    {
        Pipelines = [SampleSystem.Create().Pipelines[0] with { Basis = Basis.Reported, Note = "Row's own note." }],
        Sources = [new SourceDocument { Id = "s", Title = "Book of the row" }, new SourceDocument { Id = "c", Title = "Book of the claim" }, new SourceDocument { Id = "d", Title = "Book of the date" }],
        Claims = [new Claim { Id = "k", Table = "pipelines", Subject = "a-b", Column = "capacity", AsPrinted = "30", Confidence = Confidence.High, InUse = true, Source = "c", Basis = Basis.Assumed, Reason = "It is newer." }],
        DatedValues = [new DatedValue { Table = "pipelines", Subject = "a-b", Column = "tariff", Start = new DateOnly(2026, 1, 1), Value = "12", Source = "d", Basis = Basis.Estimated, Note = "Index of prices." }],
    };

    [Fact]
    public void A_figure_shows_the_claim_in_use_not_the_basis_of_its_row()
    {
        string text = Render("pipelines", "a-b");
        string capacity = text[text.IndexOf("capacity:", StringComparison.Ordinal)..].Split("\n\n")[0];
        capacity.ShouldContain("Claim in use: Book of the claim (assumed)");
        capacity.ShouldNotContain("Book of the row");
        capacity.ShouldNotContain("reported");
    }

    [Fact]
    public void A_figure_without_claim_shows_its_rows_source_and_the_note_stands_once()
    {
        string text = Render("pipelines", "a-b");
        text.ShouldContain("Source: Book of the row (row: reported)");
        text.Split("Row's own note.").Length.ShouldBe(2);
    }

    [Fact]
    public void A_dated_value_shows_its_own_source_basis_and_note()
    {
        string text = Render("pipelines", "a-b");
        text.ShouldContain("(estimated)");
        text.ShouldContain("Book of the date");
        text.ShouldContain("Index of prices.");
    }

    [Fact]
    public void Cells_that_are_no_numbers_are_listed()
    {
        string text = Render("contracts", "supply-ab");
        foreach (string cell in new[] { "seller", "buyer", "delivery", "channels", "start", "2020-01-01", "2040-01-01" })
            text.ShouldContain(cell);
        Render("pipelines", "a-b").ShouldContain("aa-gas");
    }

    private static string Render(string table, string id)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        FigureView.Write(new Screen(writer, false), System, PackageSchema.Find(table)!, id);
        return writer.ToString();
    }
}
