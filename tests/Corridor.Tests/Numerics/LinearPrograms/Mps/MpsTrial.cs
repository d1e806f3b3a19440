using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

/// <summary>How a damaged file ended.</summary>
internal enum MpsEnd
{
    /// <summary>The reader said what is wrong.</summary>
    Findings,

    /// <summary>Solved, and checked again here.</summary>
    Optimal,

    /// <summary>Proved without a solution, and checked again here.</summary>
    Proved,

    /// <summary>The solver stopped at a limit.</summary>
    Limit,

    /// <summary>The solver stopped because the arithmetic allowed no further progress, and said so.</summary>
    Difficulty,

    /// <summary>A quadratic objective, which is another method's.</summary>
    Quadratic,
}

/// <summary>Reads and solves one damaged file; anything but one of the ends is an exception.</summary>
internal static class MpsTrial
{
    private static readonly InteriorPointSettings Settings = new() { IterationLimit = 150, TimeLimit = TimeSpan.FromSeconds(5) };

    /// <summary>Of the content of a file.</summary>
    public static MpsEnd Of(byte[] content)
    {
        var findings = new MpsFindings();
        using var stream = new MemoryStream(content);
        return Of(MpsReader.Read(stream, findings), findings);
    }

    /// <summary>Of a file on the disk, compressed or not.</summary>
    public static MpsEnd OfFile(string path)
    {
        var findings = new MpsFindings();
        return Of(MpsReader.ReadFile(path, findings), findings);
    }

    private static MpsEnd Of(MpsProblem? problem, MpsFindings findings)
    {
        if (problem is null)
        {
            if (findings.Errors == 0 || !findings.Items.Any(f => f.IsError && f.Message.Length > 0))
                throw new InvalidOperationException("no problem, and no finding that says why");
            return MpsEnd.Findings;
        }

        if (findings.Errors > 0)
            throw new InvalidOperationException("a problem in spite of errors");
        if (problem.Quadratic is not null)
            return MpsEnd.Quadratic;
        LinearProgram program = problem.Program;
        LinearProgramSolution s = InteriorPointSolver.Solve(program, Settings);
        switch (s.StopReason)
        {
            case StopReason.Optimal:
                if (!(CertificateChecker.Check(program, s.Primal, s.RowDual).Residuals.Worst <= Settings.Tolerance))
                    throw new InvalidOperationException("an optimum that is none");
                return MpsEnd.Optimal;
            case StopReason.PrimalInfeasible:
                if (s.RowRay is null || !CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay))
                    throw new InvalidOperationException("infeasible without a proof");
                return MpsEnd.Proved;
            case StopReason.DualInfeasible:
                if (s.ColumnRay is null || !CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay))
                    throw new InvalidOperationException("unbounded without a proof");
                return MpsEnd.Proved;
            default:
                return s.StopReason == StopReason.NumericalDifficulty ? MpsEnd.Difficulty : MpsEnd.Limit;
        }
    }
}
