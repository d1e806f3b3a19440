using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>A program solved once, so that its variants can start from what is known of it; shared by the workspaces that solve them.</summary>
internal sealed class ResolveBase
{
    private readonly List<ResolvePoint> _points = [];
    private readonly InteriorPointSettings _settings;
    private LinearProgramSolution? _solution;

    internal ResolveBase(LinearProgram program, InteriorPointSettings settings)
    {
        settings.Validate();
        _settings = settings;
        Structure = new ResolveStructure(program);
    }

    internal ResolveStructure Structure { get; }

    /// <summary>Points on the way to the optimum, μ falling; none if there is no optimum.</summary>
    internal IReadOnlyList<ResolvePoint> Points => _points;

    /// <summary>The solution of the base; solved on the first call, and again only if that was cancelled.</summary>
    internal LinearProgramSolution Solve(ResolveWorkspace workspace, CancellationToken cancellationToken)
    {
        if (_solution is { StopReason: not StopReason.Cancelled })
            return _solution;
        _points.Clear();
        _solution = workspace.SolveBase(_points, cancellationToken);
        return _solution;
    }

    /// <summary>A workspace with so many threads within a solve.</summary>
    internal ResolveWorkspace NewWorkspace(int threads) => new(Structure, _settings with { Threads = threads });
}
