using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Reads the solution of the linear program back into the elements of the network.</summary>
internal sealed class ResultReader
{
    private readonly DispatchProgram _program;
    private readonly ProgramLayout _layout;
    private readonly CompiledNetwork _network;
    private readonly LinearProgramSolution _solution;
    private readonly double[] _days;

    private ResultReader(DispatchProgram program, LinearProgramSolution solution)
    {
        _program = program;
        _layout = program.Layout;
        _network = program.Layout.Network;
        _solution = solution;
        _days = [.. _network.Horizon.Periods.Select(p => p.Days)];
    }

    public static DispatchResult Read(DispatchProgram program, LinearProgramSolution solution) => new ResultReader(program, solution).Read();

    private DispatchResult Read()
    {
        SupplyResult[] supplies = [.. Enumerable.Range(0, _network.Supplies.Count).Select(Supply)];
        DemandResult[] demands = [.. Enumerable.Range(0, _network.Demands.Count).Select(Demand)];
        ArcResult[] arcs = [.. Enumerable.Range(0, _network.Arcs.Count).Select(Arc)];
        StorageResult[] storages = [.. Enumerable.Range(0, _network.Storages.Count).Select(Storage)];
        ConverterResult[] converters = [.. Enumerable.Range(0, _network.Converters.Count).Select(Converter)];
        ContractResult[] contracts = [.. Enumerable.Range(0, _network.Contracts.Count).Select(Contract)];
        RuleResult[] rules = [.. Enumerable.Range(0, _network.Rules.Count).Select(Rule)];
        double[][] measures = [.. Enumerable.Range(0, _network.Measures.Count).Select(m => Series(_program.Measures.Slot(m)))];
        CapacityResult[] capacities = [.. Enumerable.Range(0, _network.Expansions.Count).Select(Capacity)];
        return new DispatchResult
        {
            Network = ChosenCapacities.Apply(_network, [.. capacities.Select(c => c.Capacity)]),
            Status = Status(_solution.StopReason),
            Program = _program.LinearProgram,
            Quadratic = _program.Quadratic,
            Solution = _solution,
            Source = _program,
            RowName = _layout.Names.Of,
            Objective = _solution.Objective,
            NodalPrice = [.. Enumerable.Range(0, _network.Nodes.Count).Select(Price)],
            Supplies = supplies,
            Demands = demands,
            Arcs = arcs,
            Storages = storages,
            Converters = converters,
            Contracts = contracts,
            Rules = rules,
            Channels = [.. Enumerable.Range(0, _network.Channels.Count).Select(c => Channel(c, contracts))],
            Measures = measures,
            Capacities = capacities,
            Parts = new PartsReader(_network, _days).Read(supplies, demands, arcs, storages, converters, contracts, measures, Penalties()) with { Capacities = Invested(capacities) },
        };
    }

    private static DispatchStatus Status(StopReason reason) => reason switch
    {
        StopReason.Optimal => DispatchStatus.Optimal,
        StopReason.PrimalInfeasible => DispatchStatus.Infeasible,
        StopReason.IterationLimit or StopReason.TimeLimit or StopReason.Cancelled => DispatchStatus.Limit,
        _ => DispatchStatus.Failed,
    };

    private double[] Series(int slot)
    {
        var values = new double[_days.Length];
        if (slot < 0)
            return values;
        for (int t = 0; t < values.Length; t++)
            values[t] = _solution.Primal[_layout.Column(slot, t)];
        return values;
    }

    // Saving from one more unit of an upper limit, per unit of account: −reduced cost / days, where positive.
    // Where minus the column is what is limited (sign −1), of its lower limit.
    private double[] Shadow(int slot, int sign = 1)
    {
        var values = new double[_days.Length];
        if (slot < 0)
            return values;
        for (int t = 0; t < values.Length; t++)
            values[t] = Math.Max(0, -sign * _solution.ReducedCost[_layout.Column(slot, t)]) / _days[t];
        return values;
    }

    // The same for a limit that scales with a capacity to be chosen: −dual / days.
    private double[] Rent(int row)
    {
        var values = new double[_days.Length];
        for (int t = 0; t < values.Length && row >= 0; t++)
            values[t] = Math.Max(0, -_solution.RowDual[_layout.Row(row, t)]) / _days[t];
        return values;
    }

    private CapacityResult Capacity(int e)
    {
        int column = _layout.LongColumn(_program.Expansions.Column(e));
        return new CapacityResult(Math.Max(0, _solution.Primal[column]), -_solution.ReducedCost[column]);
    }

    private double Invested(CapacityResult[] capacities)
    {
        double sum = 0;
        for (int e = 0; e < capacities.Length; e++)
            sum += _network.Expansions[e].Cost * (capacities[e].Capacity - _network.Expansions[e].Installed);
        return sum;
    }

    private double[] Price(int node)
    {
        var prices = new double[_days.Length];
        for (int t = 0; t < prices.Length; t++)
            prices[t] = _solution.RowDual[_layout.Row(node, t)] / _days[t];
        return prices;
    }

    private SupplyResult Supply(int s)
    {
        CompiledSupply supply = _network.Supplies[s];
        double[][] steps = [.. Enumerable.Range(0, supply.Steps.Count).Select(k => Series(_program.Supplies.Slot(s, k)))];
        double[][] shadows = [.. Enumerable.Range(0, supply.Steps.Count).Select(k => supply.Expansion < 0 ? Shadow(_program.Supplies.Slot(s, k)) : Rent(_program.Supplies.LimitRow(s, k)))];
        var shadow = new double[_days.Length];
        for (int t = 0; t < shadow.Length; t++)
        {
            for (int k = 0; k < steps.Length; k++)
                shadow[t] += supply.Steps[k].Share * shadows[k][t];
        }

        return new SupplyResult(Sum(steps), steps, shadow);
    }

    private DemandResult Demand(int d)
    {
        CompiledDemand demand = _network.Demands[d];
        double[] curtailed = Series(_program.Demands.CurtailmentSlot(d));
        double[][] givenUp = [.. Enumerable.Range(0, demand.Steps.Count).Select(k => Series(_program.Demands.StepSlot(d, k)))];
        var served = new double[_days.Length];
        for (int t = 0; t < served.Length; t++)
            served[t] = demand.Rate[t] - curtailed[t] - givenUp.Sum(g => g[t]);
        return new DemandResult(served, curtailed, givenUp);
    }

    private ArcResult Arc(int a)
    {
        double[]? Spot(int direction)
        {
            if (!_program.Contracts.IsSplit(a, direction))
                return null;
            return Series(_program.Contracts.SpotSlot(a, direction));
        }

        double[] Saving(int direction)
        {
            double[] saving = ArcShadow(a, direction);
            return _network.Arcs[a].Expansion < 0 ? saving : Sum([saving, Rent(_program.Arcs.LimitRow(a, direction))]);
        }

        return new ArcResult(
            [ArcFlow(a, 0), ArcFlow(a, 1)],
            [Spot(0), Spot(1)],
            [Saving(0), Saving(1)]);
    }

    // A signed column is the forward flow above zero, and the backward flow below.
    private double[] ArcFlow(int a, int direction)
    {
        double[] flow = Series(_program.Arcs.Slot(a, direction));
        for (int t = 0; t < flow.Length && _program.Arcs.IsSigned(a); t++)
            flow[t] = Math.Max(0, direction == 0 ? flow[t] : -flow[t]);
        return flow;
    }

    private double[] ArcShadow(int a, int direction) => Shadow(_program.Arcs.Slot(a, direction), direction == 1 && _program.Arcs.IsSigned(a) ? -1 : 1);

    private StorageResult Storage(int s)
    {
        double[] level = Series(_program.Storages.LevelSlot(s));
        return new StorageResult(
            Series(_program.Storages.InjectionSlot(s)), Series(_program.Storages.WithdrawalSlot(s)), level, FirstLevel(s) ?? level[^1]);
    }

    private double? FirstLevel(int s)
    {
        CompiledStorage storage = _network.Storages[s];
        return storage.Expansion < 0 ? storage.FirstLevel : storage.FirstLevel * Capacity(storage.Expansion).Capacity / _network.Expansions[storage.Expansion].Stated;
    }

    private ConverterResult Converter(int c) => new(
        Series(_program.Converters.ActivitySlot(c)),
        [.. Enumerable.Range(0, _network.Converters[c].Flows.Count).Select(f => _program.Converters.DisposalSlot(c, f) is >= 0 and int slot ? Series(slot) : null)]);

    private ContractResult Contract(int k)
    {
        CompiledContract contract = _network.Contracts[k];
        double[][] parts = [.. Enumerable.Range(0, contract.Parts).Select(part => Series(_program.Contracts.DeliverySlot(k, part)))];
        double[] delivered = Sum(parts);
        var years = new List<ContractYearResult>();
        for (int y = 0; y < contract.Years.Count; y++)
        {
            double total = 0;
            for (int t = 0; t < delivered.Length; t++)
                total += _network.Horizon.Periods[t].Year == contract.Years[y].Year ? _days[t] * delivered[t] : 0;
            double Item(int item) => _solution.Primal[_layout.LongColumn(_program.Ledgers.Column(k, y, item))];
            years.Add(LedgerPart.HasLedger(contract)
                ? new ContractYearResult(contract.Years[y].Year, total, Item(0), Item(1), Item(2), Item(3), Item(4))
                : new ContractYearResult(contract.Years[y].Year, total, 0, 0, total, 0, 0));
        }

        return new ContractResult(delivered, parts, years);
    }

    private ChannelResult Channel(int c, ContractResult[] contracts)
    {
        var used = new double[_days.Length];
        for (int k = 0; k < contracts.Length; k++)
        {
            for (int part = 0; part < _network.Contracts[k].Channels.Count; part++)
            {
                if (_network.Contracts[k].Channels[part] != c)
                    continue;
                for (int t = 0; t < used.Length; t++)
                    used[t] += _network.Contracts[k].Price[t] * contracts[k].ByChannel[part][t];
            }
        }

        double shadow = 0;
        if (_program.Contracts.ChannelRow(c) is >= 0 and int row)
        {
            for (int t = 0; t < used.Length; t++)
                shadow = Math.Max(shadow, -_solution.RowDual[_layout.Row(row, t)] / _days[t]);
        }

        return new ChannelResult(used, shadow);
    }

    // A rule binds where relaxing it would save more than a millionth of the typical price.
    private RuleResult Rule(int r)
    {
        CompiledRule rule = _network.Rules[r];
        double shadow = 0, violation = 0, sign = rule.Effect == Model.Rules.RuleEffect.Require ? 1 : -1;
        if (_program.Rules.RateRow(r) is >= 0 and int rateRow)
        {
            for (int t = 0; t < _days.Length; t++)
                shadow = Math.Max(shadow, sign * _solution.RowDual[_layout.Row(rateRow, t)] / _days[t]);
        }

        if (_program.Rules.ViolationSlot(r) is >= 0 and int slot)
            violation += Series(slot).Select((v, t) => v * _days[t]).Sum();
        foreach ((int row, int column) in _program.Rules.Volumes(r))
        {
            shadow = Math.Max(shadow, sign * _solution.RowDual[_layout.LongRow(row)]);
            if (column >= 0)
                violation += _solution.Primal[_layout.LongColumn(column)];
        }

        if (rule.Effect == Model.Rules.RuleEffect.Forbid)
            shadow = ForbidShadow(rule);
        bool binding = rule.Effect is Model.Rules.RuleEffect.Levy or Model.Rules.RuleEffect.CapPrice ? Touches(rule) : shadow > BindingThreshold;
        return new RuleResult(binding, shadow, violation);
    }

    private const double BindingThreshold = 1e-3;

    private double ForbidShadow(CompiledRule rule)
    {
        double shadow = 0;
        foreach (FlowReference flow in rule.Flows)
        {
            foreach (double[] values in Read(flow, ArcShadow, slot => Shadow(slot)))
            {
                for (int t = 0; t < values.Length; t++)
                    shadow = Math.Max(shadow, rule.Active[t] > 0 ? values[t] : 0);
            }
        }

        return shadow;
    }

    // A levy or price cap takes effect if any flow that it matches is used while it is in force.
    private bool Touches(CompiledRule rule) => rule.Flows.SelectMany(flow => Read(flow, ArcFlow, Series))
        .Any(flow => flow.Where((v, t) => rule.Active[t] > 0 && v > 1e-6).Any());

    // One series for each column of a flow; of an arc one for the direction.
    private IEnumerable<double[]> Read(FlowReference flow, Func<int, int, double[]> ofArc, Func<int, double[]> ofSlot) => flow.Kind switch
    {
        FlowKind.ArcForward => [ofArc(flow.Element, 0)],
        FlowKind.ArcBackward => [ofArc(flow.Element, 1)],
        _ => _program.Rules.Slots(flow).Where(s => s >= 0).Select(ofSlot),
    };

    private double Penalties()
    {
        double sum = 0;
        for (int r = 0; r < _network.Rules.Count; r++)
        {
            if (_network.Rules[r].Penalty is not { } penalty)
                continue;
            if (_program.Rules.ViolationSlot(r) is >= 0 and int slot)
                sum += penalty * Series(slot).Select((v, t) => v * _days[t]).Sum();
            foreach ((_, int column) in _program.Rules.Volumes(r))
                sum += penalty * (column < 0 ? 0 : _solution.Primal[_layout.LongColumn(column)]);
        }

        return sum;
    }

    private static double[] Sum(double[][] parts)
    {
        var sum = new double[parts[0].Length];
        foreach (double[] part in parts)
        {
            for (int t = 0; t < sum.Length; t++)
                sum[t] += part[t];
        }

        return sum;
    }
}
