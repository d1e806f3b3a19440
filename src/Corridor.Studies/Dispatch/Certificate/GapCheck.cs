using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.QuadraticPrograms;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>What the program's duals prove, recomputed on the program as solved; the only check that looks at the program's matrix.</summary>
internal static class GapCheck
{
    public static void Run(DispatchResult result, CheckSheet sheet)
    {
        ItemRecorder primal = sheet.Begin(CertificateGroup.Bounds, "program", b =>
            $"the {b.Element} of the linear program are violated by {CheckSheet.Number(b.Violation)}");
        ItemRecorder dual = sheet.Begin(CertificateGroup.Dual, "dual", b =>
            $"the duals of the linear program are infeasible by {CheckSheet.Number(b.Violation)}");
        ItemRecorder gap = sheet.Begin(CertificateGroup.Gap, "gap", b =>
            $"the objective is {CheckSheet.Number(b.Value)}, but the duals prove only {CheckSheet.Number(b.Limit)}");
        CertificateReport report = result.Quadratic is { } quadratic
            ? QuadraticCertificate.Check(quadratic, result.Solution.Primal, result.Solution.RowDual)
            : CertificateChecker.Check(result.Program, result.Solution.Primal, result.Solution.RowDual);
        ResidualReport residuals = report.Residuals;
        primal.Given("rows", Breach.WholeHorizon, 0, 0, residuals.RowInfeasibility, residuals.RelativeRowInfeasibility);
        primal.Given("columns", Breach.WholeHorizon, 0, 0, residuals.BoundViolation, residuals.RelativeBoundViolation);
        dual.Given("linear program", Breach.WholeHorizon, 0, 0, residuals.DualInfeasibility, residuals.RelativeDualInfeasibility);
        gap.Given("linear program", Breach.WholeHorizon, report.Objective, report.DualObjective, residuals.Gap, residuals.RelativeGap);
    }
}
