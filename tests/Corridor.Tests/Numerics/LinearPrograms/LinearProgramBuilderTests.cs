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

    [Fact]
    public void Arrays_give_the_same_as_single_elements()
    {
        int[] rows = [2, 0, 1, 2, 2, 1];
        int[] columns = [0, 0, 2, 0, 1, 2];
        double[] values = [5, 2, 1, 1, -3, -1];
        var single = new LinearProgramBuilder();
        var triplets = new LinearProgramBuilder();
        var byColumn = new LinearProgramBuilder(1, 1, 1);
        for (int i = 0; i < 3; i++)
            single.AddRow(i, 4);
        for (int j = 0; j < 3; j++)
            single.AddColumn(-j, 1, j);
        foreach (LinearProgramBuilder builder in new[] { triplets, byColumn })
        {
            builder.AddRows([0, 1], [4, 4]).ShouldBe(0);
            builder.AddRows([2], [4]).ShouldBe(2);
            builder.AddColumns([0], [1], [0]).ShouldBe(0);
            builder.AddColumns([-1, -2], [1, 1], [1, 2]).ShouldBe(1);
        }

        for (int k = 0; k < rows.Length; k++)
            single.AddEntry(rows[k], columns[k], values[k]);
        triplets.AddEntries(rows, columns, values);
        byColumn.AddEntries(0, [2, 0, 2], [5, 2, 1]);
        byColumn.AddEntries(1, [2], [-3]);
        byColumn.AddEntries(2, [1, 1], [1, -1]);

        LinearProgram expected = single.Build();
        expected.Matrix.ColumnStart.ShouldBe([0, 2, 3, 3]);
        foreach (LinearProgram program in new[] { triplets.Build(), triplets.BuildAndClear(), byColumn.Build(), byColumn.BuildAndClear() })
        {
            program.Matrix.ColumnStart.ShouldBe(expected.Matrix.ColumnStart);
            program.Matrix.RowIndex.ShouldBe(expected.Matrix.RowIndex);
            program.Matrix.Value.ShouldBe(expected.Matrix.Value);
            program.Cost.ShouldBe(expected.Cost);
            program.ColumnLower.ShouldBe(expected.ColumnLower);
            program.ColumnUpper.ShouldBe(expected.ColumnUpper);
            program.RowLower.ShouldBe(expected.RowLower);
            program.RowUpper.ShouldBe(expected.RowUpper);
        }
    }

    [Fact]
    public void A_builder_that_gave_its_arrays_away_begins_anew()
    {
        var builder = new LinearProgramBuilder { CostOffset = 2 };
        builder.AddRow(0, 1);
        builder.AddColumn(0, 1, 5);
        builder.AddEntry(0, 0, 3);
        LinearProgram first = builder.BuildAndClear();
        builder.AddRow(7, 8);
        builder.AddColumn(0, 2, 6);
        builder.AddEntry(0, 0, 4);
        LinearProgram second = builder.BuildAndClear();

        (first.CostOffset, first.RowLower[0], first.Cost[0], first.Matrix.Value[0]).ShouldBe((2.0, 0.0, 5.0, 3.0));
        (second.CostOffset, second.RowLower[0], second.Cost[0], second.Matrix.Value[0]).ShouldBe((0.0, 7.0, 6.0, 4.0));
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused_and_nothing_of_them_is_added()
    {
        var builder = new LinearProgramBuilder();
        Should.Throw<ArgumentException>(() => builder.AddRows([0, 1], [1]));
        Should.Throw<ArgumentException>(() => builder.AddRows([0, 1], [1, 0]));
        Should.Throw<ArgumentException>(() => builder.AddColumns([0], [1], [double.NaN]));
        (builder.RowCount, builder.ColumnCount).ShouldBe((0, 0));
        builder.AddRows([0], [1]);
        builder.AddColumns([0], [1], [1]);
        Should.Throw<ArgumentException>(() => builder.AddEntries(0, [0, 1], [1, 1]));
        Should.Throw<ArgumentException>(() => builder.AddEntries([0, 0], [0, 1], [1, 1]));
        Should.Throw<ArgumentException>(() => builder.AddEntries([0], [0], [double.NaN]));
        builder.Build().NonzeroCount.ShouldBe(0);
    }
}
