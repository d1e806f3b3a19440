using Corridor.Numerics.QuadraticPrograms;

namespace Corridor.Studies.Solving;

/// <summary>Convex quadratic objectives by the interior-point method.</summary>
internal static class QuadraticMethod
{
    /// <summary>Solves; null where the objective is not convex, which a finding says.</summary>
    public static MethodResult? Run(MethodCall call)
    {
        var program = new QuadraticProgram(call.Program.Linear, call.Program.Problem.Quadratic!);
        try
        {
            return new MethodResult(QuadraticSolver.Solve(program, call.Settings, call.Iterations, call.Cancellation));
        }
        catch (NotConvexException notConvex)
        {
            call.Findings.Add(SolveFindings.IsNotConvex(call.Request.Path, call.Program.ColumnName(notConvex.Column), call.Program.Maximise));
            return null;
        }
    }
}
