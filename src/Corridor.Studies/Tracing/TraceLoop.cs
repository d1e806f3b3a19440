using Corridor.Numerics.FixedPoints;

namespace Corridor.Studies.Tracing;

/// <summary>
/// Mixes vertices that feed each other. Each manner of column has its own equations: origins follow every link; what never was in a country
/// ends at its vertices; what crossed no border ends at the links over borders.
/// </summary>
internal sealed class TraceLoop(TraceColumns columns, int seeds)
{
    private readonly List<(int Column, double Weight, int Route)[]> _links = [];
    private readonly List<List<(int Column, double Weight, int Route)>> _open = [];
    private readonly List<Mixture> _members = [];
    private readonly List<int> _countries = [];

    /// <summary>Begins a loop of so many members.</summary>
    public void Begin(int count)
    {
        _members.Clear();
        _countries.Clear();
        _links.Clear();
        _open.Clear();
        for (int i = 0; i < count; i++)
            _open.Add([]);
    }

    /// <summary>A link between two members.</summary>
    public void Inside(int target, int source, double weight, int route) => _open[target].Add((source, weight, route));

    /// <summary>A member, in order, with what comes from outside the loop.</summary>
    public void Member(int index, Mixture mixture, int country)
    {
        _members.Add(mixture);
        _countries.Add(country);
        _links.Add([.. _open[index]]);
        foreach ((_, double weight, int route) in _links[index])
        {
            if (route >= 0)
                mixture.Main[columns.RouteStart + route] += weight;
        }
    }

    /// <summary>Nothing is known of the members.</summary>
    public void Forget()
    {
        foreach (Mixture member in _members)
            member.Clear();
    }

    /// <summary>Solves the equations.</summary>
    public void Solve()
    {
        int[] active = [.. Enumerable.Range(0, seeds).Where(z => _members.Exists(m => m.Block(z) is not null))];
        HashSet<int> inside = [.. _countries.Where(c => c >= 0)];
        bool solved = Solve(
            [.. _links.Select(row => row.Select(l => (l.Column, l.Weight)).ToArray())],
            [.. Enumerable.Range(0, columns.Origins), .. Outside(inside).Select(c => columns.AvoidStart + c)], [0, .. Outside(inside).Select(c => 1 + c)], active);
        foreach (int country in inside)
        {
            // At the vertices of the country nothing is left, whatever comes in.
            for (int i = 0; i < _members.Count; i++)
            {
                if (_countries[i] == country)
                    _members[i].Enter(country);
            }

            solved &= Solve(
                [.. _links.Select((row, i) => _countries[i] == country ? [] : row.Select(l => (l.Column, l.Weight)).ToArray())], [columns.AvoidStart + country], [1 + country], active);
        }

        solved &= Solve(
            [.. _links.Select(row => row.Where(l => l.Route < 0).Select(l => (l.Column, l.Weight)).ToArray())],
            [.. Enumerable.Range(columns.RouteStart, columns.Routes)], [columns.BlockLength - 1], active);
        if (!solved)
        {
            Forget();
            return;
        }

        foreach (Mixture member in _members)
            member.Traced = true;
    }

    private IEnumerable<int> Outside(HashSet<int> inside) => Enumerable.Range(0, columns.Countries).Where(c => !inside.Contains(c));

    private bool Solve((int Column, double Weight)[][] weights, int[] main, int[] block, int[] active)
    {
        var rows = new double[_members.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[main.Length + (active.Length * block.Length)];
            int j = 0;
            foreach (int column in main)
                rows[i][j++] = _members[i].Main[column];
            foreach (int seed in active)
            {
                foreach (int column in block)
                    rows[i][j++] = _members[i].Block(seed)?[column] ?? 0;
            }
        }

        if (!LinearFixedPoint.TrySolve(weights, rows))
            return false;
        for (int i = 0; i < rows.Length; i++)
        {
            int j = 0;
            foreach (int column in main)
                _members[i].Main[column] = rows[i][j++];
            foreach (int seed in active)
            {
                double[] target = _members[i].Require(seed);
                foreach (int column in block)
                    target[column] = rows[i][j++];
            }
        }

        return true;
    }
}
