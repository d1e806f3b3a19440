using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Infeasibility;

/// <summary>What in a package cannot hold together, and the cheapest changes that would mend it; see <c>docs/mathematics/infeasibility.md</c>.</summary>
public sealed class InfeasibilityStudy
{
    private readonly DispatchProgram _program;
    private readonly CompiledNetwork _network;
    private readonly LinearProgram _linear;
    private readonly LimitReader _reader;
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    private InfeasibilityStudy(DispatchResult result)
    {
        _program = result.Source;
        _network = result.Network;
        _linear = result.Program;
        _reader = new LimitReader(_program);
    }

    /// <summary>Studies an infeasible result.</summary>
    /// <param name="result">A result of status infeasible, with its proof.</param>
    /// <param name="cancellation">Stops the search; what is known until then is returned.</param>
    /// <exception cref="ArgumentException">The result is not infeasible, or has no proof.</exception>
    public static InfeasibilityReport Run(DispatchResult result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Status != DispatchStatus.Infeasible || result.Solution.RowRay is not { } ray)
            throw new ArgumentException("The result is not proved infeasible.", nameof(result));
        return new InfeasibilityStudy(result).Run(ray, cancellation);
    }

    private InfeasibilityReport Run(double[] ray, CancellationToken cancellation)
    {
        var subset = InfeasibleSubset.Find(_linear, ray, cancellation: cancellation);
        var points = new List<(LimitPoint Point, double Amount)>();
        var nodes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Constraint member in subset.Members)
        {
            if (_reader.Read(member) is { } point)
                points.Add((point, BoundOf(member)));
            if (_reader.NodeOf(member) is { } node)
                nodes.Add(node);
        }

        return new InfeasibilityReport(Statements(points), subset.Irreducible, [.. nodes], Proposals(cancellation));
    }

    private List<RelaxationProposal> Proposals(CancellationToken cancellation)
    {
        List<(Constraint Constraint, LimitPoint Point)> all = [.. Constraints().Select(c => (c, _reader.Read(c))).Where(p => p.Item2 is not null).Select(p => (p.c, p.Item2!.Value))];
        RelaxationProposal?[] found =
        [
            Propose(all.Where(p => IsObligation(p.Point.Kind)), cancellation),
            Propose(all.Where(p => IsLimit(p.Point.Kind)), cancellation),
        ];
        if (found.All(f => f is null))
            found = [Propose(all.Where(p => IsObligation(p.Point.Kind) || IsLimit(p.Point.Kind)), cancellation)];
        return [.. found.OfType<RelaxationProposal>().OrderBy(p => p.Value)];
    }

    private RelaxationProposal? Propose(IEnumerable<(Constraint Constraint, LimitPoint Point)> candidates, CancellationToken cancellation)
    {
        (Constraint Constraint, LimitPoint Point)[] offered = [.. candidates.OrderBy(c => c.Point.Kind).ThenBy(c => c.Point.Element, StringComparer.Ordinal).ThenBy(c => c.Point.Period)];
        if (offered.Length == 0)
            return null;
        var relaxation = CheapestRelaxation.Find(_linear, [.. offered.Select(o => new Relaxable(o.Constraint, Weight(o.Point), Most(o.Constraint, o.Point)))], cancellation);
        if (relaxation is null || relaxation.Relaxations.Count == 0)
            return null;
        var points = offered.ToDictionary(o => o.Constraint, o => o.Point);
        return new RelaxationProposal(Statements([.. relaxation.Relaxations.Select(r => (points[r.Constraint], r.Amount))]), relaxation.Cost);
    }

    // What customers take is the last thing to change.
    private double Weight(LimitPoint point) => point.PerUnit * Value(point) * (point.Kind is LimitKind.Demand or LimitKind.FirmDemand ? 10 : 1);

    // An obligation cannot fall below nothing.
    private double Most(Constraint constraint, LimitPoint point) => IsObligation(point.Kind) ? Math.Max(0, BoundOf(constraint)) : double.PositiveInfinity;

    private static bool IsObligation(LimitKind kind) =>
        kind is LimitKind.SupplyMinimum or LimitKind.ConverterMinimum or LimitKind.ContractMinimum or LimitKind.StorageLeast or LimitKind.StorageLast or LimitKind.RuleRequirement
            or LimitKind.CapacityLeast or LimitKind.FirmDemand;

    private static bool IsLimit(LimitKind kind) => !IsObligation(kind) && kind is not (LimitKind.PowerFlow or LimitKind.AngleLimit or LimitKind.ContractOnly or LimitKind.Fleet or LimitKind.StorageFirst);

    /// <summary>What a unit is worth: the dearest curtailment of its carrier; it makes carriers comparable.</summary>
    private double Value(LimitPoint point)
    {
        if (point.Quantity == QuantityKind.Money)
            return 1;
        if (point.Quantity == QuantityKind.Tonnes)
            return ValueOfTonne;
        if (point.Quantity == QuantityKind.Activity)
        {
            CompiledConverter converter = _network.Converters.First(c => c.Id == point.Of);
            return Math.Max(1e-6, converter.Flows.Where(f => f.Ratio > 0).Select(f => f.Ratio * ValueOf(_network.Nodes[f.Node.Value].Carrier)).DefaultIfEmpty(1).Max());
        }

        return ValueOf(point.Of);
    }

    // It only ranks proposals.
    private const double ValueOfTonne = 100;

    private double ValueOf(string carrier)
    {
        if (!_values.TryGetValue(carrier, out double value))
        {
            value = _network.Demands.Where(d => _network.Nodes[d.Node.Value].Carrier == carrier).Select(d => d.CurtailmentCost?.Max() ?? 0).DefaultIfEmpty(0).Max();
            _values[carrier] = value = value > 0 ? value : 1;
        }

        return value;
    }

    private IEnumerable<Constraint> Constraints()
    {
        for (int i = 0; i < _linear.RowCount; i++)
        {
            if (double.IsFinite(_linear.RowLower[i]))
                yield return new Constraint(ConstraintSide.RowLower, i);
            if (double.IsFinite(_linear.RowUpper[i]))
                yield return new Constraint(ConstraintSide.RowUpper, i);
        }

        for (int j = 0; j < _linear.ColumnCount; j++)
        {
            if (_reader.IsLimit(j))
                yield return new Constraint(ConstraintSide.ColumnLower, j);
            if (double.IsFinite(_linear.ColumnUpper[j]))
                yield return new Constraint(ConstraintSide.ColumnUpper, j);
        }
    }

    private double BoundOf(Constraint constraint) => constraint.Side switch
    {
        ConstraintSide.RowLower => _linear.RowLower[constraint.Index],
        ConstraintSide.RowUpper => _linear.RowUpper[constraint.Index],
        ConstraintSide.ColumnLower => _reader.IsSigned(constraint.Index) ? -_linear.ColumnLower[constraint.Index] : _linear.ColumnLower[constraint.Index],
        _ => _linear.ColumnUpper[constraint.Index],
    };

    /// <summary>Adds up limits of the same figure over its periods, in the order of time and kind.</summary>
    private List<LimitStatement> Statements(IReadOnlyList<(LimitPoint Point, double Amount)> points)
    {
        var statements = new List<LimitStatement>();
        foreach (var group in points.GroupBy(p => (p.Point.Kind, p.Point.Element, p.Point.Column, p.Point.Year)))
        {
            LimitPoint one = group.First().Point;
            // The parts of one element in one period (cost steps) count as one limit.
            double[] amounts = [.. group.Select(p => p.Amount * p.Point.PerUnit)];
            int[] periods = [.. group.Select(p => p.Point.Period).Where(t => t >= 0)];
            DateTime first = periods.Length > 0 ? _network.Horizon.Periods[periods.Min()].Start : Start(one.Year), end = periods.Length > 0 ? _network.Horizon.Periods[periods.Max()].End : End(one.Year);
            statements.Add(new LimitStatement(one.Kind, one.Element, one.Table, one.Column, first, end, one.Adds ? amounts.Sum() : amounts.Max(), one.Quantity, one.Of));
        }

        return [.. statements.OrderBy(s => s.Kind).ThenBy(s => s.Element, StringComparer.Ordinal).ThenBy(s => s.First)];
    }

    private DateTime Start(int year) => _network.Horizon.Periods.First(p => year == 0 || p.Year == year).Start;

    private DateTime End(int year) => _network.Horizon.Periods.Last(p => year == 0 || p.Year == year).End;
}
