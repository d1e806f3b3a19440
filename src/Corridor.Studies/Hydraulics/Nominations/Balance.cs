using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// The sums of a nomination. Metered nominations are rounded, so that entries and exits differ by a little; what is within the tolerance is shared out
/// among the entries of the connected network in proportion to their flows.
/// </summary>
internal static class Balance
{
    /// <summary>Makes up for rounding in the fixed injections of each connected part.</summary>
    /// <returns>The greatest difference found [kg/s], whether or not it was made up for.</returns>
    internal static double Repair(NominationModel model, double tolerance)
    {
        var parts = new Parts(model.NodeCount);
        for (int e = 0; e < model.ElementCount; e++)
        {
            if (model.Laws[e].Element.InService)
                parts.Join(model.From[e], model.To[e]);
        }

        int[] part = parts.Number(out int count);
        double[] entries = new double[count];
        double[] sum = new double[count];
        bool[] isFree = new bool[count];
        for (int i = 0; i < part.Length; i++)
        {
            isFree[part[i]] |= model.InjectionMin[i] != model.InjectionMax[i];
            double fixedFlow = model.InjectionMin[i];
            if (isFree[part[i]] || double.IsInfinity(fixedFlow))
                continue;
            sum[part[i]] += fixedFlow;
            entries[part[i]] += Math.Max(0.0, fixedFlow);
        }

        double greatest = 0.0;
        for (int k = 0; k < count; k++)
        {
            if (!isFree[k] && Math.Abs(sum[k]) > Math.Abs(greatest))
                greatest = sum[k];
        }

        for (int i = 0; i < part.Length; i++)
        {
            int k = part[i];
            if (isFree[k] || sum[k] == 0.0 || model.InjectionMin[i] <= 0.0 || Math.Abs(sum[k]) > tolerance * entries[k])
                continue;
            model.InjectionMin[i] *= 1.0 - (sum[k] / entries[k]);
            model.InjectionMax[i] = model.InjectionMin[i];
        }

        return greatest;
    }
}
