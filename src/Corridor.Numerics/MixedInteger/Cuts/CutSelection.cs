namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>Chooses the deepest cuts that are not nearly parallel to each other.</summary>
internal static class CutSelection
{
    private const double MostParallel = 0.9;

    internal static List<Cut> Choose(List<Cut> cuts, int most)
    {
        int[] order = new int[cuts.Count];
        var keys = new (double Efficacy, int Index)[cuts.Count];
        for (int k = 0; k < order.Length; k++)
        {
            order[k] = k;
            keys[k] = (-cuts[k].Efficacy, k);
        }

        Array.Sort(keys, order);
        List<Cut> chosen = [];
        foreach (int k in order)
        {
            if (chosen.Count == most)
                break;
            Cut cut = cuts[k];
            bool isNew = true;
            foreach (Cut other in chosen)
            {
                if (cut.Parallelism(other) <= MostParallel)
                    continue;
                isNew = false;
                break;
            }

            if (isNew)
                chosen.Add(cut);
        }

        return chosen;
    }
}
