namespace Corridor.Numerics.Simplex;

/// <summary>A row of B⁻¹ and of B⁻¹N.</summary>
internal sealed class RowPricing(SimplexState state)
{
    /// <summary>Rows of the inverse with a smaller part of nonzeros are multiplied row by row.</summary>
    private const double SparsePart = 0.25;

    /// <summary>The row of B⁻¹.</summary>
    internal readonly IndexedVector Inverse = new(state.Form.RowCount);

    /// <summary>Its products with all nonbasic columns; those of basic ones are not meaningful.</summary>
    internal readonly IndexedVector Row = new(state.Form.VariableCount);

    /// <summary>Both for the basic variable of a row.</summary>
    internal void Compute(int row)
    {
        Inverse.Clear();
        Inverse.Add(row, 1.0);
        state.Factor.Btran(Inverse);
        Multiply();
    }

    /// <summary>The products of <see cref="Inverse"/>.</summary>
    internal void Multiply()
    {
        SimplexForm form = state.Form;
        Row.Clear();
        double[] y = Inverse.Value;
        if (Inverse.Count > SparsePart * form.RowCount)
        {
            for (int v = 0; v < form.VariableCount; v++)
            {
                if (state.Status[v] == BasisStatus.Basic)
                    continue;
                double sum = form.Dot(v, y);
                if (Math.Abs(sum) >= IndexedVector.Tiny)
                    Row.Add(v, sum);
            }

            return;
        }

        for (int k = 0; k < Inverse.Count; k++)
        {
            int i = Inverse.Index[k];
            double yi = y[i];
            for (int e = form.RowStart[i]; e < form.RowStart[i + 1]; e++)
                Row.Add(form.RowVariable[e], yi * form.RowValue[e]);
        }

        Row.Pack();
    }
}
