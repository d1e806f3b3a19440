using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.Excel;

/// <summary>What people and programs do to a workbook becomes a finding with the cell, or is counted.</summary>
public class ExcelFindingTests
{
    [Fact]
    public void A_workbook_written_by_hand_is_read()
    {
        var draft = new WorkbookDraft();
        EnergySystem system = draft.Import().ShouldNotBeNull().System;
        draft.Findings.Items.ShouldBeEmpty();
        (system.Nodes.Count, system.Pipelines[0].Length!.Value.In(Corridor.Model.Units.UnitTable.Get("km")), system.Demands[0].Protected).ShouldBe((2, 1500.0, true));
        system.Supplies[0].Start.ShouldBe(new DateOnly(2020, 1, 1));
    }

    [Theory]
    [InlineData("nodes", 3, 4, "1,5", "G008", "[nodes!D3]", "'1,5' is no number")]
    [InlineData("nodes", 3, 4, "east", "G008", "[nodes!D3]", "'east' is no number")]
    [InlineData("nodes", 3, 1, "KZ North", "G008", "[nodes!A3]", "is no id")]
    [InlineData("nodes", 4, 3, "", "G007", "[nodes!C4]", "zone (zone of the node) is empty")]
    [InlineData("nodes", 1, 2, "carier", "G007", "[nodes!1]", "'carrier'")]
    [InlineData("supplies", 3, 4, "bcm/year", "G012", "[supplies!D3]", "ambiguous")]
    [InlineData("supplies", 3, 4, "", "G011", "[supplies!C3]", "no rate_unit")]
    [InlineData("supplies", 3, 5, "1.10.2025", "G008", "[supplies!E3]", "'1.10.2025' is no date")]
    [InlineData("supplies", 3, 5, 20251001.0, "G008", "[supplies!E3]", "20251001")]
    [InlineData("supplies", 3, 3, true, "G008", "[supplies!C3]", "truth value")]
    [InlineData("demands", 3, 3, "homes", "G008", "[demands!C3]", "'homes' is no sector")]
    [InlineData("demands", 3, 6, "yes", "G008", "[demands!F3]", "neither true nor false")]
    [InlineData("pipelines", 2, 4, "[kg]", "G012", "[pipelines!D2]", "mass")]
    [InlineData("pipelines", 2, 4, "[furlong]", "G012", "[pipelines!D2]", "furlong")]
    [InlineData("nodes", 2, 4, "[rad]", "G012", "[nodes!D2]", "only be in deg")]
    [InlineData("About", 2, 1, "nom", "G007", "[About]", "'name'")]
    [InlineData("About", 3, 2, "US dollars", "G012", "[About!B3]", "US dollars")]
    public void A_wrong_cell_is_named(string sheet, int row, int column, object value, string code, string cell, string word)
    {
        var draft = new WorkbookDraft().Set(sheet, row, column, value);
        draft.Import().ShouldBeNull();
        Finding found = draft.Findings.Items.First(f => f.Severity == Severity.Error);
        (found.Code, WorkbookDraft.CellOf(found)).ShouldBe((code, cell), found.ToString());
        found.Message.ShouldContain(word);
    }

    [Fact]
    public void A_decimal_comma_is_explained()
    {
        new WorkbookDraft().Set("nodes", 3, 4, "1,5").Single().Hint.ShouldBe("Write 1.5: the decimal mark is a point.");
    }

    [Fact]
    public void A_unit_in_the_head_converts_its_column()
    {
        var draft = new WorkbookDraft().Set("pipelines", 2, 4, "[m]");
        draft.Import().ShouldNotBeNull().System.Pipelines[0].Length!.Value.In(Corridor.Model.Units.UnitTable.Get("km")).ShouldBe(1.5, 1e-12);
        draft.Findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_sheet_without_units_is_read_in_the_standard_ones_and_says_so()
    {
        var draft = new WorkbookDraft();
        draft["pipelines"].RemoveAt(1);
        Finding found = draft.Single();
        (found.Code, found.Severity).ShouldBe(("G017", Severity.Information));
        found.Message.ShouldContain("length [km]");
        draft.Import()!.Fidelity.Count(FidelityKind.Defaulted).ShouldBe(1);
    }

    [Fact]
    public void The_number_of_a_day_in_a_column_of_dates_is_taken_and_counted()
    {
        ImportResult read = new WorkbookDraft().Set("supplies", 3, 5, 45931.0).Import().ShouldNotBeNull();
        read.System.Supplies[0].Start.ShouldBe(new DateOnly(2025, 10, 1));
        read.Fidelity.Count(FidelityKind.Approximated).ShouldBe(1);
    }

    [Fact]
    public void A_real_date_is_taken_and_a_date_in_the_place_of_a_number_is_refused()
    {
        var draft = new WorkbookDraft().Set("supplies", 3, 5, 45931.0);
        ImportResult read = draft.Import(x => x.Replace("s=\"0\"><v>45931</v>", "t=\"d\"><v>2025-10-01</v>", StringComparison.Ordinal)).ShouldNotBeNull();
        read.System.Supplies[0].Start.ShouldBe(new DateOnly(2025, 10, 1));
        read.Fidelity.IsExact.ShouldBeTrue();
        Finding found = new WorkbookDraft().Single(x => x.Replace("s=\"0\"><v>69.1</v>", "t=\"d\"><v>2025-10-01</v>", StringComparison.Ordinal));
        (found.Code, WorkbookDraft.CellOf(found)).ShouldBe(("G008", "[nodes!D3]"));
        found.Message.ShouldContain("the date 2025-10-01; a number is expected");
    }

    [Fact]
    public void Numbers_as_texts_and_numbers_in_the_place_of_texts_are_counted()
    {
        ImportResult read = new WorkbookDraft().Set("nodes", 3, 4, "69.1").Set("zones", 1, 3, "name").Set("zones", 3, 3, 2025.0).Import().ShouldNotBeNull();
        (read.System.Nodes[0].Lon, read.System.Zones[0].Name).ShouldBe((69.1, "2025"));
        read.Fidelity.Count(FidelityKind.Approximated).ShouldBe(2);
    }

    [Fact]
    public void The_value_saved_with_a_formula_is_taken_and_counted()
    {
        var draft = new WorkbookDraft();
        ImportResult read = draft.Import(x => x.Replace("<v>69.1</v>", "<f>B1+1</f><v>69.1</v>", StringComparison.Ordinal)).ShouldNotBeNull();
        read.System.Nodes[0].Lon.ShouldBe(69.1);
        FidelityEntry entry = read.Fidelity.Entries.Single(e => e.Kind == FidelityKind.Approximated);
        (entry.Part, entry.Attribute, entry.Examples[0]).ShouldBe(("nodes", "lon", "D3"));
        Finding found = draft.Single(x => x.Replace("s=\"0\"><v>69.1</v>", "t=\"e\"><f>1/0</f><v>#DIV/0!</v>", StringComparison.Ordinal));
        (found.Code, WorkbookDraft.CellOf(found)).ShouldBe(("G008", "[nodes!D3]"));
    }

    [Fact]
    public void A_workbook_needs_the_sheet_About()
    {
        Finding found = new WorkbookDraft().Without("About").Single();
        (found.Code, found.Severity).ShouldBe(("G007", Severity.Error));
        var empty = new WorkbookDraft();
        empty["About"].RemoveAt(0);
        empty.Single().Message.ShouldContain("no row that begins with 'field'");
    }

    [Fact]
    public void Two_sheets_of_one_table_are_refused_and_other_sheets_reported()
    {
        var draft = new WorkbookDraft();
        draft["nodes (2)"].Add(["id"]);
        Finding copy = draft.Single();
        (copy.Code, copy.Hint).ShouldBe(("G015", "Did you mean 'nodes'?"));
        draft.Import().ShouldNotBeNull().Fidelity.Count(FidelityKind.Dropped).ShouldBe(1);
        draft.Single(x => x.Replace("\"nodes (2)\"", "\"NODES\"", StringComparison.Ordinal)).Code.ShouldBe("G013");
    }

    [Fact]
    public void Columns_twice_unknown_or_without_a_name_are_reported()
    {
        new WorkbookDraft().Set("nodes", 1, 5, "lon").Single().Code.ShouldBe("G013");
        Finding unknown = new WorkbookDraft().Set("nodes", 1, 5, "latt").Single();
        (unknown.Code, WorkbookDraft.CellOf(unknown), unknown.Hint).ShouldBe(("G015", "[nodes!E1]", "Did you mean 'lat'?"));
        Finding stray = new WorkbookDraft().Set("nodes", 4, 7, "?").Single();
        (stray.Code, WorkbookDraft.CellOf(stray)).ShouldBe(("G015", "[nodes!G4]"));
        Finding inside = new WorkbookDraft().Set("nodes", 1, 4, null).Single();
        (inside.Code, WorkbookDraft.CellOf(inside)).ShouldBe(("G015", "[nodes!D3]"));
    }

    [Fact]
    public void Of_merged_cells_only_the_first_has_a_value()
    {
        var draft = new WorkbookDraft().Set("nodes", 4, 3, null);
        Finding found = draft.Single(x => x.Contains("kz-north", StringComparison.Ordinal) ? x.Replace("</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"C3:C4\"/></mergeCells>", StringComparison.Ordinal) : x);
        (found.Code, WorkbookDraft.CellOf(found)).ShouldBe(("G007", "[nodes!C4]"));
        found.Hint!.ShouldContain("merged");
    }

    [Fact]
    public void A_declared_extent_of_a_million_rows_costs_nothing()
    {
        var draft = new WorkbookDraft();
        draft.Import(x => x.Replace("<sheetViews>", "<dimension ref=\"A1:XFD1048576\"/><sheetViews>", StringComparison.Ordinal)).ShouldNotBeNull();
        draft.Findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Blank_rows_are_passed_over_and_a_sheet_without_rows_is_an_empty_table()
    {
        var draft = new WorkbookDraft();
        draft["nodes"].Insert(3, ["  "]);
        draft["nodes"].Insert(0, []);
        draft["storages"].Add([]);
        draft.Import().ShouldNotBeNull().System.Nodes.Count.ShouldBe(2);
        draft.Findings.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_like_a_formula_is_a_warning()
    {
        var draft = new WorkbookDraft().Set("zones", 1, 3, "name").Set("zones", 3, 3, "=1+1\nx");
        Finding found = draft.Single();
        (found.Code, found.Severity, WorkbookDraft.CellOf(found)).ShouldBe(("G027", Severity.Warning, "[zones!C3]"));
        found.Message.ShouldContain("'=1+1 x'");
        draft.Import()!.System.Zones[0].Name.ShouldBe("=1+1\nx");
    }

    [Fact]
    public void Many_broken_rows_end_the_reading_of_a_sheet()
    {
        var draft = new WorkbookDraft();
        for (int i = 0; i < 1000; i++)
            draft["nodes"].Add(["Bad Id", "gas", "kz"]);
        draft.Import().ShouldBeNull();
        (draft.Findings.Count("G008"), draft.Findings.Count("G028")).ShouldBe((200, 1));
    }

    [Fact]
    public void A_sheet_that_unpacks_to_far_more_than_its_packed_size_is_refused()
    {
        var draft = new WorkbookDraft();
        draft.Import(x => x.Replace("</sheetData>", new string(' ', 6 << 20) + "</sheetData>", StringComparison.Ordinal)).ShouldBeNull();
        draft.Findings.Items.ShouldAllBe(f => f.Code == "G028");
    }

    [Theory]
    [InlineData("nodes", 3, 1, null, "G007")]
    [InlineData("nodes", 3, 5, 100.0, null)]
    public void An_empty_key_is_missing_and_ranges_are_for_the_check(string sheet, int row, int column, object? value, string? code)
    {
        var draft = new WorkbookDraft().Set(sheet, row, column, value);
        draft.Import();
        draft.Findings.Items.Select(f => f.Code).ShouldBe(code is null ? [] : [code]);
    }
}
