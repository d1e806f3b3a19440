namespace Corridor.Reporting.Maps;

/// <summary>Lays the figures of a run beside those of another one.</summary>
internal static class MapDifference
{
    public static MapModel Between(MapModel before, MapModel after, string title)
    {
        if (!before.Steps.Select(s => s.Name).SequenceEqual(after.Steps.Select(s => s.Name), StringComparer.Ordinal))
            throw new ArgumentException("Only runs over the same months can be compared on a map.", nameof(after));
        int steps = after.Steps.Count;
        Dictionary<string, MapPlace> placesBefore = before.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        Dictionary<string, MapFlow> flowsBefore = before.Flows.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var places = after.Places.Select(p => p with { CurtailedBefore = placesBefore.GetValueOrDefault(p.Id)?.Curtailed ?? new double[steps] }).ToList();
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < places.Count; i++)
            index[places[i].Id] = i;
        // Places and flows that only the first run has.
        foreach (MapPlace place in before.Places.Where(p => !index.ContainsKey(p.Id)))
        {
            index[place.Id] = places.Count;
            places.Add(place with { CurtailedBefore = place.Curtailed, Curtailed = new double[steps] });
        }

        List<MapFlow> flows = [.. after.Flows.Select(f => flowsBefore.TryGetValue(f.Id, out MapFlow? old)
            ? f with { Forward = f.Forward with { Before = old.Forward.Arriving }, Backward = f.Backward with { Before = old.Backward.Arriving } }
            : f with { Forward = f.Forward with { Before = new double[steps] }, Backward = f.Backward with { Before = new double[steps] } })];
        HashSet<string> known = [.. after.Flows.Select(f => f.Id)];
        foreach (MapFlow flow in before.Flows.Where(f => !known.Contains(f.Id)))
        {
            flows.Add(flow with
            {
                From = index[before.Places[flow.From].Id],
                To = index[before.Places[flow.To].Id],
                Forward = Vanished(flow.Forward, steps),
                Backward = Vanished(flow.Backward, steps),
            });
        }

        return after with { Title = title, Places = places, Flows = flows, IsDifference = true, Certificate = before.Certificate == after.Certificate ? after.Certificate : "not certified" };
    }

    private static MapDirection Vanished(MapDirection old, int steps) => new()
    {
        Arriving = new double[steps],
        Entering = new double[steps],
        Capacity = new double[steps],
        Before = old.Arriving,
    };
}
