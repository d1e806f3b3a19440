namespace Corridor.Numerics.SparseLu;

/// <summary>
/// Vectors x and y with A x ≈ 0 and Aᵀy ≈ 0 by inverse iteration, x ← A⁻¹A⁻ᵀx in the matrix with rows and columns scaled to greatest entries of 1
/// (G. Peters, J. H. Wilkinson, "Inverse iteration, ill-conditioned equations and Newton's method", SIAM Review 21 (1979) 339–360). The factors
/// may have had zero pivots replaced by tiny ones.
/// </summary>
internal sealed class NullVectors
{
    /// <summary>Elements that weigh less than this share of the heaviest are rounding.</summary>
    private const double LeastWeight = 1e-10;

    private readonly LuAnalysis _analysis;
    private readonly double[] _values;
    private readonly double[] _rowSize;
    private readonly double[] _columnSize;
    private readonly double[] _x;
    private readonly double[] _y;

    private NullVectors(LuFactor factor, ReadOnlySpan<double> values)
    {
        _analysis = factor.Analysis;
        _values = values.ToArray();
        int n = _analysis.Size;
        _rowSize = new double[n];
        _columnSize = new double[n];
        _x = new double[n];
        _y = new double[n];
        RowScaling.Greatest(_analysis.RowIndex.AsSpan(0, _values.Length), _values, _rowSize);
        for (int j = 0; j < n; j++)
        {
            _rowSize[j] = _rowSize[j] > 0.0 ? _rowSize[j] : 1.0;
            for (int p = _analysis.ColumnStart[j]; p < _analysis.ColumnStart[j + 1]; p++)
            {
                double size = _rowSize[_analysis.RowIndex[p]] > 0.0 ? _rowSize[_analysis.RowIndex[p]] : 1.0;
                _columnSize[j] = Math.Max(_columnSize[j], Math.Abs(_values[p]) / size);
            }

            _columnSize[j] = _columnSize[j] > 0.0 ? _columnSize[j] : 1.0;
        }
    }

    /// <summary>Iterates.</summary>
    /// <param name="factor">Factors of the matrix.</param>
    /// <param name="values">The matrix, of one row at least.</param>
    internal static NullVectors Find(LuFactor factor, ReadOnlySpan<double> values)
    {
        var vectors = new NullVectors(factor, values);
        vectors.Iterate(factor);
        return vectors;
    }

    /// <summary>Whether the combination of columns vanishes in each row up to a share of its terms: entries that differ by that share make the matrix singular.</summary>
    /// <param name="tolerance">The share.</param>
    internal bool ColumnsDepend(double tolerance)
    {
        int n = _x.Length;
        var sum = new double[n];
        var terms = new double[n];
        for (int j = 0; j < n; j++)
        {
            for (int p = _analysis.ColumnStart[j]; p < _analysis.ColumnStart[j + 1]; p++)
            {
                double term = _values[p] * _x[j];
                sum[_analysis.RowIndex[p]] += term;
                terms[_analysis.RowIndex[p]] += Math.Abs(term);
            }
        }

        bool depend = true;
        for (int i = 0; i < n; i++)
            depend &= Math.Abs(sum[i]) <= tolerance * terms[i];
        return depend;
    }

    /// <summary>Whether the combination of rows vanishes in each column up to a share of its terms.</summary>
    /// <param name="tolerance">The share.</param>
    internal bool RowsDepend(double tolerance)
    {
        bool depend = true;
        for (int j = 0; j < _x.Length; j++)
        {
            double sum = 0.0;
            double terms = 0.0;
            for (int p = _analysis.ColumnStart[j]; p < _analysis.ColumnStart[j + 1]; p++)
            {
                double term = _values[p] * _y[_analysis.RowIndex[p]];
                sum += term;
                terms += Math.Abs(term);
            }

            depend &= Math.Abs(sum) <= tolerance * terms;
        }

        return depend;
    }

    /// <summary>The column that weighs most.</summary>
    internal int HeaviestColumn()
    {
        int heaviest = 0;
        for (int j = 1; j < _x.Length; j++)
        {
            if (Math.Abs(_x[j]) * _columnSize[j] > Math.Abs(_x[heaviest]) * _columnSize[heaviest])
                heaviest = j;
        }

        return heaviest;
    }

    /// <summary>Names what depends.</summary>
    /// <param name="tolerance">Share of its terms that a vanishing sum may have; rows or columns that do not vanish are not named.</param>
    internal LuSingularity Describe(double tolerance)
    {
        (List<int> columns, List<double> columnWeights) = ColumnsDepend(tolerance) ? Sorted(_x, _columnSize) : ([], []);
        (List<int> rows, List<double> rowWeights) = RowsDepend(tolerance) ? Sorted(_y, _rowSize) : ([], []);
        return new LuSingularity(false, columns.Count > 0 ? columns[0] : -1, rows.Count > 0 ? rows[0] : -1, columns, columnWeights, rows, rowWeights);
    }

    private static (List<int> Indices, List<double> Weights) Sorted(double[] vector, double[] size)
    {
        List<int> indices = [];
        for (int i = 0; i < vector.Length; i++)
        {
            if (vector[i] != 0.0)
                indices.Add(i);
        }

        double Weight(int i) => Math.Abs(vector[i]) * size[i];
        indices.Sort((a, b) => Weight(a) == Weight(b) ? a.CompareTo(b) : Weight(b).CompareTo(Weight(a)));
        return (indices, indices.ConvertAll(i => vector[i]));
    }

    private void Iterate(LuFactor factor)
    {
        int n = _x.Length;
        for (int i = 0; i < n; i++)
            _x[i] = _rowSize[i] * (1.0 + (i % 7 / 7.0));
        for (int step = 0; step < 3; step++)
        {
            if (step > 0)
            {
                for (int i = 0; i < n; i++)
                    _x[i] = _y[i] * _rowSize[i] * _rowSize[i];
            }

            factor.SolveUnchecked(_x);
            Normalise(_x, _columnSize, 0.0);
            for (int j = 0; j < n; j++)
                _y[j] = _x[j] * _columnSize[j] * _columnSize[j];
            factor.SolveTransposedUnchecked(_y);
            Normalise(_y, _rowSize, 0.0);
        }

        Normalise(_x, _columnSize, LeastWeight);
        Normalise(_y, _rowSize, LeastWeight);
    }

    /// <summary>Divides by the heaviest element's weight; what weighs too little becomes zero.</summary>
    private static void Normalise(double[] vector, double[] size, double least)
    {
        double heaviest = 0.0;
        for (int i = 0; i < vector.Length; i++)
            heaviest = Math.Max(heaviest, Math.Abs(vector[i]) * size[i]);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] /= heaviest;
            if (Math.Abs(vector[i]) * size[i] < least)
                vector[i] = 0.0;
        }
    }
}
