namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// Flows after single outages by line outage distribution factors: p_l + f_lk p_k with f_lk = h_lk / (1 − h_kk), h_lk the flow on l of one unit from one end
/// of k to the other (A. J. Wood, B. F. Wollenberg, Power Generation, Operation, and Control, 2nd ed. 1996, section 11.3).
/// </summary>
internal sealed class OutageScreen
{
    /// <summary>Limits of one branch that a round adds at most.</summary>
    private const int PerBranch = 5;

    /// <summary>Outages that are worth a thread with factors of its own.</summary>
    private const int LeastShare = 100;

    /// <summary>1 − h_kk below this is an outage that leaves no equation for its ends.</summary>
    internal const double Singular = 1e-8;

    private readonly ActiveGrid _active;
    private readonly AngleSystem[] _systems;

    private OutageScreen(ActiveGrid active, AngleSystem[] systems, int[] secured, int[] splitting, int[] undetermined)
    {
        _active = active;
        _systems = systems;
        Secured = secured;
        Splitting = splitting;
        Undetermined = undetermined;
    }

    /// <summary>Outages that are looked at, as branches that take part; ascending.</summary>
    public int[] Secured { get; }

    /// <summary>Outages that split the grid.</summary>
    public int[] Splitting { get; }

    /// <summary>Outages after which the equations leave flows undetermined, though the grid hangs together.</summary>
    public int[] Undetermined { get; }

    /// <summary>Makes the screen; null where the susceptance matrix is singular.</summary>
    /// <param name="active">The grid.</param>
    /// <param name="outages">Outages asked for, as branches that take part.</param>
    /// <param name="threads">Threads, ≥ 1.</param>
    public static OutageScreen? Of(ActiveGrid active, IEnumerable<int> outages, int threads)
    {
        int[] asked = [.. outages.Distinct().Order()];
        var systems = new AngleSystem[Math.Min(threads, 1 + (asked.Length / LeastShare))];
        for (int t = 0; t < systems.Length; t++)
        {
            if (AngleSystem.Of(active) is not { } system)
                return null;
            systems[t] = system;
        }

        bool[] isBridge = GridBridges.Find(active);
        double[] angle = new double[active.Bus.Length];
        var secured = new List<int>();
        var splitting = new List<int>();
        var undetermined = new List<int>();
        foreach (int k in asked)
        {
            ActiveBranch branch = active.Branches[k];
            bool isSingular = false;
            if (!isBridge[k] && branch.Susceptance != 0.0)
            {
                systems[0].SolveTransfer(branch.From, branch.To, angle);
                isSingular = !(Math.Abs(1.0 - (branch.Susceptance * (angle[branch.From] - angle[branch.To]))) >= Singular);
            }

            (isBridge[k] ? splitting : isSingular ? undetermined : secured).Add(k);
        }

        return new OutageScreen(active, systems, [.. secured], [.. splitting], [.. undetermined]);
    }

    /// <summary>Limits that flows break after an outage, the most broken first.</summary>
    /// <param name="flow">Flow of each branch that takes part [p.u.].</param>
    /// <param name="tolerance">What may be broken [p.u.].</param>
    /// <param name="most">Greatest number of limits returned.</param>
    /// <param name="has">Limits that are there already.</param>
    public List<OutageLimit> Broken(double[] flow, double tolerance, int most, HashSet<(int Branch, int Outage)> has)
    {
        var found = new Worst[_systems.Length];
        int chunk = (Secured.Length + _systems.Length - 1) / _systems.Length;
        Parallel.For(0, _systems.Length, t => found[t] = Look(_systems[t], flow, tolerance, t * chunk, Math.Min(Secured.Length, (t + 1) * chunk), has));
        var ordered = found.SelectMany(f => f.Kept).OrderByDescending(f => f.By).ThenBy(f => f.Limit.Branch).ThenBy(f => f.Limit.Outage);
        var limits = new List<OutageLimit>();
        int[] ofBranch = new int[flow.Length];
        foreach ((OutageLimit limit, _) in ordered)
        {
            if (limits.Count == most)
                break;
            if (ofBranch[limit.Branch]++ < PerBranch)
                limits.Add(limit);
        }

        return limits;
    }

    private Worst Look(AngleSystem system, double[] flow, double tolerance, int begin, int end, HashSet<(int Branch, int Outage)> has)
    {
        var worst = new Worst(flow.Length);
        double[] angle = new double[_active.Bus.Length];
        for (int o = begin; o < end; o++)
        {
            int k = Secured[o];
            ActiveBranch outage = _active.Branches[k];
            if (outage.Susceptance == 0.0)
                continue;
            system.SolveTransfer(outage.From, outage.To, angle);
            double scale = 1.0 / (1.0 - (outage.Susceptance * (angle[outage.From] - angle[outage.To])));
            for (int l = 0; l < flow.Length; l++)
            {
                ActiveBranch branch = _active.Branches[l];
                double factor = branch.Susceptance * (angle[branch.From] - angle[branch.To]) * scale;
                double by = Math.Abs(flow[l] + (factor * flow[k])) - branch.EmergencyRating;
                if (by > tolerance && l != k && branch.Susceptance != 0.0 && !has.Contains((l, k)))
                    worst.Add(new OutageLimit(l, k, factor, branch.EmergencyRating), by);
            }
        }

        return worst;
    }

    /// <summary>The most broken limits of each branch; which they are does not depend on how outages are shared out.</summary>
    private sealed class Worst(int branches)
    {
        private readonly List<(OutageLimit Limit, double By)>?[] _kept = new List<(OutageLimit, double)>?[branches];

        public IEnumerable<(OutageLimit Limit, double By)> Kept => _kept.Where(k => k is not null).SelectMany(k => k!);

        public void Add(OutageLimit limit, double by)
        {
            List<(OutageLimit Limit, double By)> kept = _kept[limit.Branch] ??= [];
            int at = kept.Count;
            while (at > 0 && kept[at - 1].By < by)
                at--;
            if (at == PerBranch)
                return;
            kept.Insert(at, (limit, by));
            if (kept.Count > PerBranch)
                kept.RemoveAt(PerBranch);
        }
    }
}
