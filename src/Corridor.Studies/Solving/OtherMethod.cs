using Corridor.Numerics.ExternalSolvers;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.Solving;

/// <summary>Linear programs by another, installed solver.</summary>
internal static class OtherMethod
{
    public static MethodResult Run(SolverProgram other, MethodCall call)
    {
        try
        {
            ExternalAnswer answer = ExternalSolver.Solve(other, call.Program.Linear, new ExternalSettings { Threads = call.Request.Threads, TimeLimit = call.TimeLeft }, call.Cancellation);
            return new MethodResult(answer.Solution) { Words = answer.Words };
        }
        catch (ExternalSolverException failed)
        {
            // There is no point, and nothing is claimed.
            return new MethodResult(MethodResult.NoPoint(call.Program.Linear, StopReason.NumericalDifficulty)) { Words = failed.Message, Failed = true };
        }
    }
}
