using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Studies.Comparison;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Comparison;

public sealed class InputDifferenceTests
{
    private static EnergySystem System { get; } = Empty with
    {
        Supplies = [Field("a", 100, 10)],
        Demands = [Town("b", 50)],
        Pipelines = [Line(80), Line(20, id: "other")],
        DatedValues = [new DatedValue { Table = "pipelines", Subject = "line", Column = "capacity", Start = new DateOnly(2025, 1, 1), Value = "70" }],
    };

    [Fact]
    public void A_package_does_not_differ_from_itself_or_from_its_copy()
    {
        InputDifference.Between(System, System).ShouldBeEmpty();
        InputDifference.Between(System, System with { Pipelines = [.. System.Pipelines.Select(p => p with { })], Zones = [.. System.Zones] }).ShouldBeEmpty();
    }

    [Fact]
    public void Cells_rows_and_units_are_told()
    {
        EnergySystem after = System with
        {
            Pipelines = [System.Pipelines[0] with { Capacity = Mcm(90), Start = new DateOnly(2025, 3, 1) }, Line(5, id: "new")],
            Demands = [System.Demands[0] with { Note = "a remark", Name = "Town" }],
        };

        IReadOnlyList<RowDifference> differences = InputDifference.Between(System, after);

        differences.Select(d => (d.Table, d.Key, d.Kind, d.Acts)).ShouldBe(
        [
            ("demands", "town-b", RowDifferenceKind.Changed, false),
            ("pipelines", "line", RowDifferenceKind.Changed, true),
            ("pipelines", "other", RowDifferenceKind.Removed, true),
            ("pipelines", "new", RowDifferenceKind.Added, true),
        ]);
        differences[1].Fields.ShouldBe([new FieldDifference("capacity", "80 mcm@20C/d", "90 mcm@20C/d"), new FieldDifference("start", "", "2025-03-01")]);
        differences[3].Fields.ShouldContain(new FieldDifference("capacity", "", "5 mcm@20C/d"));
    }

    [Fact]
    public void Rows_with_several_key_columns_are_matched_by_all_of_them()
    {
        EnergySystem after = System with { DatedValues = [System.DatedValues[0] with { Value = "60" }, System.DatedValues[0] with { Start = new DateOnly(2025, 6, 1), Value = "0" }] };

        IReadOnlyList<RowDifference> differences = InputDifference.Between(System, after);

        differences.Select(d => d.Kind).ShouldBe([RowDifferenceKind.Changed, RowDifferenceKind.Added]);
        differences[0].Fields.ShouldHaveSingleItem().ShouldBe(new FieldDifference("value", "70", "60"));
    }
}
