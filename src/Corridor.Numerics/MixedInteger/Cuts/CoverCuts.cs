using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>
/// Extended cover inequalities of rows seen as knapsacks over binary columns (E. Balas, Math. Program. 8 (1975) 146–164): if the items of
/// a minimal cover do not fit together, at most all but one of them and of the larger items can be taken.
/// </summary>
internal static class CoverCuts
{
    internal static void Separate(IntegerModel model, int rows, double[] x, List<Cut> cuts)
    {
        double[] dense = new double[model.ColumnCount];
        List<Item> items = [];
        for (int i = 0; i < rows; i++)
        {
            if (double.IsFinite(model.RowUpper[i]))
                Row(model, i, 1.0, model.RowUpper[i], x, dense, items, cuts);
            if (double.IsFinite(model.RowLower[i]))
                Row(model, i, -1.0, -model.RowLower[i], x, dense, items, cuts);
        }
    }

    private static void Row(
        IntegerModel model, int row, double sign, double capacity, double[] x, double[] dense, List<Item> items, List<Cut> cuts)
    {
        items.Clear();
        SparseMatrix a = model.ByRow;
        for (int k = a.ColumnStart[row]; k < a.ColumnStart[row + 1]; k++)
        {
            int j = a.RowIndex[k];
            double w = sign * a.Value[k];
            if (model.IsInteger[j] && model.Lower[j] == 0.0 && model.Upper[j] == 1.0)
            {
                // A negative weight is a positive one of 1 − x.
                if (w < 0.0)
                    capacity -= w;
                items.Add(new Item(j, Math.Abs(w), w < 0.0, w < 0.0 ? 1.0 - x[j] : x[j]));
                continue;
            }

            double least = w > 0.0 ? w * model.Lower[j] : w * model.Upper[j];
            if (double.IsInfinity(least))
                return;
            capacity -= least;
        }

        if (items.Count < 2 || capacity < 0.0)
            return;
        double tolerance = 1e-6 * Math.Max(1.0, capacity);
        items.Sort(static (p, q) =>
        {
            int order = ((1.0 - p.Value) * q.Weight).CompareTo((1.0 - q.Value) * p.Weight);
            return order != 0 ? order : p.Column.CompareTo(q.Column);
        });
        double weight = 0.0;
        int size = 0;
        while (size < items.Count && weight <= capacity + tolerance)
            weight += items[size++].Weight;
        if (weight <= capacity + tolerance)
            return;

        // Minimal: items that are not needed leave, those of least value first.
        List<Item> cover = items[..size];
        cover.Sort(static (p, q) =>
        {
            int order = p.Value.CompareTo(q.Value);
            return order != 0 ? order : p.Column.CompareTo(q.Column);
        });
        for (int k = 0; k < cover.Count;)
        {
            if (weight - cover[k].Weight > capacity + tolerance)
            {
                weight -= cover[k].Weight;
                cover.RemoveAt(k);
            }
            else
            {
                k++;
            }
        }

        int right = cover.Count - 1;
        double largest = 0.0;
        foreach (Item item in cover)
            largest = Math.Max(largest, item.Weight);
        foreach (Item item in items)
        {
            if (item.Weight >= largest && !cover.Contains(item))
                cover.Add(item);
        }

        double upper = right;
        List<int> columns = [];
        foreach (Item item in cover)
        {
            columns.Add(item.Column);
            dense[item.Column] = item.IsFlipped ? -1.0 : 1.0;
            if (item.IsFlipped)
                upper -= 1.0;
        }

        if (Cut.Of(model, dense, columns, upper, x) is { } cut)
            cuts.Add(cut);
        foreach (int j in columns)
            dense[j] = 0.0;
    }

    private readonly record struct Item(int Column, double Weight, bool IsFlipped, double Value);
}
