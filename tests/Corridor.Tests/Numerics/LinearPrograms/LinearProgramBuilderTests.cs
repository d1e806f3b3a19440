using Corridor.Numerics.LinearPrograms;

namespace Corridor.Tests.Numerics.LinearPrograms;

public sealed class LinearProgramBuilderTests
{
    [Fact]
    public void Entries_in_any_order_give_sorted_columns_with_duplicates_summed()
    {
        var builder = new LinearProgramBuilder();
        for (int i = 0; i < 3; i++)
            builder.AddRow(0, 1);
        for (int j = 0; j < 3; j++)
            builder.AddColumn(0, 1, j);
        builder.AddEntry(2, 0, 5);
        builder.AddEntry(1, 2, 1);
        builder.AddEntry(0, 0, 2);
        builder.AddEntry(2, 0, 1);
        builder.AddEntry(1, 2, -1);

        LinearProgram program = builder.Build();

        program.Matrix.ColumnStart.ShouldBe([0, 2, 2, 2]);
        program.Matrix.RowIndex.ShouldBe([0, 2]);
        program.Matrix.Value.ShouldBe([2.0, 6.0]);
    }

    [Fact]
    public void Entries_grouped_by_column_give_the_same_as_entries_out_of_order()
    {
        (int Row, int Column, double Value)[] entries = [(1, 0, 1.5), (0, 0, 2), (2, 2, 3), (2, 2, 4), (0, 4, -1)];
        LinearProgram grouped = Build(entries);
        LinearProgram mixed = Build([entries[4], entries[2], entries[0], entries[3], entries[1]]);

        grouped.Matrix.ColumnStart.ShouldBe(mixed.Matrix.ColumnStart);
        grouped.Matrix.RowIndex.ShouldBe(mixed.Matrix.RowIndex);
        grouped.Matrix.Value.ShouldBe(mixed.Matrix.Value);
        grouped.Matrix.ColumnStart.ShouldBe([0, 2, 2, 3, 3, 4]);
    }

    [Fact]
    public void A_column_added_after_entries_and_columns_without_entries_are_kept_apart()
    {
        var builder = new LinearProgramBuilder();
        builder.AddRow(0, 0);
        builder.AddColumn(0, 1, 0);
        builder.AddEntry(0, 0, 1);
        builder.AddColumn(0, 1, 0);
        builder.AddColumn(0, 1, 0);
        builder.AddEntry(0, 2, 7);

        builder.Build().Matrix.ColumnStart.ShouldBe([0, 1, 1, 2]);
    }

    [Fact]
    public void Later_changes_do_not_reach_a_program_already_built()
    {
        var builder = new LinearProgramBuilder { CostOffset = 3 };
        builder.AddRow(1, 2);
        builder.AddColumn(0, 1, 4);
        LinearProgram program = builder.Build();
        builder.SetRowBounds(0, 5, 6);
        builder.SetColumnBounds(0, -1, 9);
        builder.SetCost(0, 8);
        LinearProgram changed = builder.Build();

        program.RowLower[0].ShouldBe(1);
        program.ColumnUpper[0].ShouldBe(1);
        program.Cost[0].ShouldBe(4);
        program.CostOffset.ShouldBe(3);
        changed.RowLower[0].ShouldBe(5);
        changed.ColumnUpper[0].ShouldBe(9);
        changed.Cost[0].ShouldBe(8);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var builder = new LinearProgramBuilder();
        builder.AddRow(0, 1);
        builder.AddColumn(0, 1, 0);
        Should.Throw<ArgumentException>(() => builder.AddRow(double.NaN, 1));
        Should.Throw<ArgumentException>(() => builder.AddRow(2, 1));
        Should.Throw<ArgumentException>(() => builder.AddRow(double.PositiveInfinity, double.PositiveInfinity));
        Should.Throw<ArgumentException>(() => builder.AddColumn(0, double.NegativeInfinity, 0));
        Should.Throw<ArgumentException>(() => builder.AddColumn(0, 1, double.NaN));
        Should.Throw<ArgumentException>(() => builder.AddColumn(0, 1, double.PositiveInfinity));
        Should.Throw<ArgumentException>(() => builder.AddEntry(1, 0, 1));
        Should.Throw<ArgumentException>(() => builder.AddEntry(0, -1, 1));
        Should.Throw<ArgumentException>(() => builder.AddEntry(0, 0, double.PositiveInfinity));
        Should.Throw<ArgumentException>(() => builder.SetCost(1, 1));
        Should.Throw<ArgumentException>(() => builder.SetRowBounds(1, 0, 1));
        Should.Throw<ArgumentException>(() => builder.SetColumnBounds(0, 3, 2));
        Should.Throw<ArgumentException>(() => builder.CostOffset = double.NaN);
    }

    [Fact]
    public void Bounds_that_cross_by_rounding_are_closed()
    {
        var builder = new LinearProgramBuilder();
        builder.AddRow(1e6 + 1e-5, 1e6);
        LinearProgram program = builder.Build();
        program.RowUpper[0].ShouldBe(program.RowLower[0]);
    }

    private static LinearProgram Build((int Row, int Column, double Value)[] entries)
    {
        var builder = new LinearProgramBuilder();
        for (int i = 0; i < 3; i++)
            builder.AddRow(0, 1);
        for (int j = 0; j < 5; j++)
            builder.AddColumn(0, 1, j);
        foreach ((int row, int column, double value) in entries)
            builder.AddEntry(row, column, value);
        return builder.Build();
    }
}
