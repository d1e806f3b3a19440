using Corridor.Numerics.SparseLu;

namespace Corridor.Tests.Numerics.SparseLu;

public sealed class TripletPatternTests
{
    [Fact]
    public void Triplets_of_one_place_share_a_slot_and_add_up()
    {
        int[] rows = [2, 0, 2, 1, 2];
        int[] columns = [1, 0, 1, 2, 0];
        var pattern = TripletPattern.Build(3, 3, rows, columns);
        pattern.ColumnStart.ShouldBe([0, 2, 3, 4]);
        pattern.RowIndex.ShouldBe([0, 2, 2, 1]);
        pattern.Slot.ShouldBe([2, 0, 2, 3, 1]);
        var values = new double[pattern.NonzeroCount];
        pattern.Assemble([1, 2, 4, 8, 16], values);
        values.ShouldBe([2, 16, 5, 8]);
    }

    [Fact]
    public void Triplets_outside_the_matrix_are_refused()
    {
        Should.Throw<ArgumentException>(() => TripletPattern.Build(2, 2, [2], [0]));
        Should.Throw<ArgumentException>(() => TripletPattern.Build(2, 2, [0], [-1]));
        Should.Throw<ArgumentException>(() => TripletPattern.Build(2, 2, [0, 1], [0]));
    }
}
