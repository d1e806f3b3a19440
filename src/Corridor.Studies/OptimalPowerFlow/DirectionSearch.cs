using Corridor.Model.Findings;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>The end of the rounds for given directions.</summary>
/// <param name="Result">Its result.</param>
/// <param name="Line">The direct current line that runs both ways at once by most; −1 for none.</param>
/// <param name="IsForward">Whether more of it runs forward.</param>
internal readonly record struct DirectedEnd(OptimalFlowResult Result, int Line, bool IsForward);

/// <summary>
/// Direct current lines that lose in either direction are convex only as long as none runs both ways at once. Where one would, which burns power and pays
/// where power is worth less than nothing, its directions are tried apart: branch and bound (A. H. Land, A. G. Doig, Econometrica 28 (1960) 497–520).
/// </summary>
internal sealed class DirectionSearch(ActiveGrid active, FindingList findings, Func<int[], DirectedEnd> solve)
{
    /// <summary>Programs of directions solved at most.</summary>
    private const int MostCases = 200;

    /// <summary>Share of the gap that a certificate admits by which a case must stay below the best point to be looked into.</summary>
    private const double Share = 0.5;

    private readonly Stack<(int[] Directions, OptimalFlowResult Above)> _open = new();
    private readonly List<OptimalFlowResult> _cases = [];
    private OptimalFlowResult? _best;

    /// <summary>Runs it.</summary>
    public OptimalFlowResult Run()
    {
        DirectedEnd first = solve(new int[active.DcLines.Length]);
        if (first.Line < 0)
            return first.Result;
        Split(first, new int[active.DcLines.Length]);
        int solved = 1;
        while (_open.Count > 0 && solved < MostCases)
        {
            (int[] directions, OptimalFlowResult above) = _open.Pop();
            if (IsSettled(above))
            {
                _cases.Add(above);
                continue;
            }

            DirectedEnd end = solve(directions);
            solved++;
            OptimalFlowResult result = end.Result;
            if (result.Status == OptimalFlowStatus.Infeasible)
            {
                _cases.Add(result);
            }
            else if (result.Status == OptimalFlowStatus.Cancelled)
            {
                return result;
            }
            else if (result.Certificate is null)
            {
                // At a limit, or without an answer: what is above stands for it.
                if (_best is null)
                    return result;
                OptimalFlowResult soFar = Finish([.. _cases, above, .. _open.Select(o => o.Above)]);
                return soFar.Status != OptimalFlowStatus.Optimal && result.Status == OptimalFlowStatus.Limit ? soFar with { Status = OptimalFlowStatus.Limit } : soFar;
            }
            else if (end.Line < 0)
            {
                _cases.Add(result);
                if (IsBetter(result))
                    _best = result;
            }
            else if (IsSettled(result))
            {
                _cases.Add(result);
            }
            else
            {
                Split(end, directions);
            }
        }

        if (_open.Count > 0)
            findings.Add(OptimalFlowFindings.BurnsPower.At("grid " + active.Grid.Name, SourcePlace.None, $"After {solved} programs {_open.Count} directions of direct current lines are undecided.", OptimalFlowFindings.BurnsPower.Remedy));
        if (_best is not null)
            return Finish([.. _cases, .. _open.Select(o => o.Above)]);
        if (_open.Count > 0)
            return first.Result;
        return _cases[^1] with { Conflict = [.. _cases.SelectMany(c => c.Conflict).Distinct()], ConflictIsIrreducible = false, Cases = _cases, Directions = [], Proof = null };
    }

    private void Split(DirectedEnd end, int[] directions)
    {
        foreach (int direction in end.IsForward ? (ReadOnlySpan<int>)[-1, 1] : [1, -1])
        {
            int[] one = (int[])directions.Clone();
            one[end.Line] = direction;
            _open.Push((one, end.Result));
        }
    }

    /// <summary>Whether a point takes the place of the best: a cheaper one, but one that misses balances or limits only as long as there is no other.</summary>
    private bool IsBetter(OptimalFlowResult result) =>
        _best is null || (IsPoint(result) ? !IsPoint(_best) || result.Objective < _best.Objective : !IsPoint(_best) && result.Certificate!.Residual < _best.Certificate!.Residual);

    /// <summary>Whether a result keeps balances and limits.</summary>
    private static bool IsPoint(OptimalFlowResult result) => result.Certificate!.Residual <= OptimalFlowCertificate.ResidualLimit;

    /// <summary>Whether nothing noticeably cheaper than the best point can be found under a result's directions.</summary>
    private bool IsSettled(OptimalFlowResult result) =>
        _best is not null && IsPoint(_best) && result.Certificate!.Bound >= _best.Objective - (Share * OptimalFlowCertificate.GapLimit * (1.0 + Math.Abs(_best.Objective)));

    private OptimalFlowResult Finish(OptimalFlowResult[] cases)
    {
        OptimalFlowResult result = _best! with { Cases = cases };
        OptimalFlowCertificate certificate = CertificateCheck.Run(active.Grid, result);
        return result with { Status = certificate.Holds ? OptimalFlowStatus.Optimal : OptimalFlowStatus.NotCertified, Certificate = certificate };
    }
}
