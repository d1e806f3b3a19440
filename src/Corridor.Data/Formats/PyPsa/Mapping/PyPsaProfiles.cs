using System.Collections;
using Corridor.Model.Time;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Values of profiles, kept as numbers beside stamps that they share; a row is made when it is asked for.</summary>
internal sealed class PyPsaProfiles : IReadOnlyList<ProfilePoint>
{
    private readonly List<(string Id, IReadOnlyList<string> Stamps, double[] Values, int First)> _blocks = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public ProfilePoint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            int low = 0;
            int high = _blocks.Count - 1;
            while (low < high)
            {
                int middle = (low + high + 1) / 2;
                if (_blocks[middle].First <= index)
                    low = middle;
                else
                    high = middle - 1;
            }

            (string id, IReadOnlyList<string> stamps, double[] values, int first) = _blocks[low];
            return new ProfilePoint { Profile = id, Time = stamps[index - first], Value = values[index - first] };
        }
    }

    /// <summary>Adds a profile.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="stamps">Instants; shared.</param>
    /// <param name="values">Values from each instant; kept.</param>
    public void Add(string id, IReadOnlyList<string> stamps, double[] values)
    {
        _blocks.Add((id, stamps, values, Count));
        Count += values.Length;
    }

    /// <inheritdoc/>
    public IEnumerator<ProfilePoint> GetEnumerator()
    {
        foreach ((string id, IReadOnlyList<string> stamps, double[] values, _) in _blocks)
        {
            for (int t = 0; t < values.Length; t++)
                yield return new ProfilePoint { Profile = id, Time = stamps[t], Value = values[t] };
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
