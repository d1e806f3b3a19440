using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Reads costs of units and direct current lines: polynomials (model 2, highest power first) and points (model 1).</summary>
internal sealed class MatpowerCosts(MatpowerCase mpc, MatpowerFigures figures, FindingList findings)
{
    private const double Points = 1.0;
    private const double Polynomial = 2.0;
    private const int MostCoefficients = 40;

    /// <summary>Costs of the units, in the order of the table; empty where the case has none.</summary>
    internal IReadOnlyList<GridCost?> OfUnits()
    {
        if (mpc.GenCost is not { } table)
            return [];
        int units = mpc.Gen.Rows;
        if (table.Rows == 2 * units && units > 0)
            findings.Add(FormatFindings.NotCarried.At("gencost", table.Place(units), string.Create(CultureInfo.InvariantCulture, $"The last {units} rows are costs of reactive power, which are not modelled.")));
        else if (table.Rows != units)
            findings.Add(FormatFindings.Contradiction.At("gencost", table.Place(0), string.Create(CultureInfo.InvariantCulture, $"The table has {table.Rows} rows for {units} units; as many, or twice as many, are expected.")));
        return Read(table, Math.Min(units, table.Rows));
    }

    /// <summary>Costs of the direct current lines; empty where the case has none.</summary>
    internal IReadOnlyList<GridCost?> OfDcLines()
    {
        if (mpc.DcLineCost is not { } table || mpc.DcLine is not { } lines)
            return [];
        if (table.Rows != lines.Rows)
            findings.Add(FormatFindings.Contradiction.At("dclinecost", table.Place(0), string.Create(CultureInfo.InvariantCulture, $"The table has {table.Rows} rows for {lines.Rows} lines.")));
        return Read(table, Math.Min(lines.Rows, table.Rows));
    }

    private List<GridCost?> Read(MatpowerTable table, int rows)
    {
        var costs = new List<GridCost?>(rows);
        for (int i = 0; i < rows; i++)
            costs.Add(Row(table, i));
        return costs;
    }

    private GridCost? Row(MatpowerTable table, int row)
    {
        double model = table[row, MatpowerColumns.CostModel];
        double count = table[row, MatpowerColumns.CostCount];
        if (model is not (Points or Polynomial))
        {
            figures.Report(FormatFindings.OutOfRange, table, row, MatpowerColumns.CostModel, "The cost model must be 1 (points) or 2 (polynomial).");
            return null;
        }

        int width = model == Points ? 2 : 1;
        int room = (table.Columns - MatpowerColumns.CostFirst) / width;
        if (!(count >= (model == Points ? 2.0 : 0.0) && count <= room) || count != Math.Floor(count))
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"The number of {(model == Points ? "points must be a whole number from 2" : "coefficients must be a whole number from 0")} to {room}, for which the table has room.");
            figures.Report(FormatFindings.OutOfRange, table, row, MatpowerColumns.CostCount, message);
            return null;
        }

        int n = (int)count;
        if (model == Polynomial && n > MostCoefficients)
        {
            figures.Report(FormatFindings.OutOfRange, table, row, MatpowerColumns.CostCount, string.Create(CultureInfo.InvariantCulture, $"A polynomial may have {MostCoefficients} coefficients at most."));
            return null;
        }

        for (int c = MatpowerColumns.CostFirst + (n * width); c < table.Columns; c++)
        {
            if (table[row, c] != 0.0)
            {
                figures.Report(FormatFindings.NoEffect, table, row, c, "The figure stands beyond the number of coefficients or points that the row states; it has no effect.");
                break;
            }
        }

        var cost = new GridCost
        {
            StartUp = figures.Finite(table, row, MatpowerColumns.StartUp),
            ShutDown = figures.Finite(table, row, MatpowerColumns.ShutDown),
        };
        return model == Points ? cost with { Points = PointsOf(table, row, n) } : cost with { Polynomial = PolynomialOf(table, row, n) };
    }

    private double[] PolynomialOf(MatpowerTable table, int row, int count)
    {
        var coefficients = new double[Math.Max(count, 1)];
        for (int k = 0; k < count; k++)
            coefficients[count - 1 - k] = figures.Finite(table, row, MatpowerColumns.CostFirst + k);
        return coefficients;
    }

    private (double Output, double Cost)[] PointsOf(MatpowerTable table, int row, int count)
    {
        var points = new (double Output, double Cost)[count];
        for (int k = 0; k < count; k++)
        {
            int column = MatpowerColumns.CostFirst + (2 * k);
            points[k] = (figures.Finite(table, row, column), figures.Finite(table, row, column + 1));
            if (k > 0 && points[k].Output <= points[k - 1].Output)
                figures.Report(FormatFindings.Contradiction, table, row, column, "The outputs of the points must rise.");
            else if (k > 0 && !(Math.Abs((points[k].Cost - points[k - 1].Cost) / (points[k].Output - points[k - 1].Output)) <= ForeignFigure.Greatest))
                figures.Report(FormatFindings.OutOfRange, table, row, column + 1, "The cost rises more steeply than any of a power grid: two points are too close to each other.");
        }

        return points;
    }
}
