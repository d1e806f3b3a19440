using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.MixedInteger;

/// <summary>Recomputes what is claimed of a point from the problem as given and the point alone. It shares no code with the search.</summary>
public static class MixedIntegerChecker
{
    /// <summary>Objective and violations of a point.</summary>
    /// <param name="program">The problem as given.</param>
    /// <param name="primal">x, one value a column.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public static MixedIntegerPointReport Check(MixedIntegerProgram program, ReadOnlySpan<double> primal)
    {
        LinearProgram lp = program.Program;
        CertificateReport report = CertificateChecker.Check(lp, primal, new double[lp.RowCount]);
        double integrality = 0.0;
        for (int j = 0; j < primal.Length; j++)
        {
            if (program.IsInteger[j])
                integrality = Math.Max(integrality, Math.Abs(primal[j] - Math.Round(primal[j])));
        }

        ResidualReport r = report.Residuals;
        return new MixedIntegerPointReport
        {
            Objective = report.Objective,
            Integrality = integrality,
            RowInfeasibility = r.RowInfeasibility,
            BoundViolation = r.BoundViolation,
            RelativeInfeasibility = Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation),
        };
    }
}
