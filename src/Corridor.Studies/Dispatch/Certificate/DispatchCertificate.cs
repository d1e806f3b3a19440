namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>What an independent check of a dispatch result found. Relative residuals are ≥ 0, +∞ where nothing could be compared.</summary>
public sealed record DispatchCertificate
{
    /// <summary>Largest number of failures that are put in words.</summary>
    public const int LargestFailureCount = 50;

    /// <summary>Largest relative residual that passes.</summary>
    public required double Tolerance { get; init; }

    /// <summary>How the solve ended, as the result says.</summary>
    public required DispatchStatus Status { get; init; }

    /// <summary>Everything that was checked, in a fixed order.</summary>
    public required IReadOnlyList<CertificateItem> Items { get; init; }

    /// <summary>What failed, in plain words, worst first; at most <see cref="LargestFailureCount"/>, one for an element and item.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>Number of failures, those without words included.</summary>
    public required int FailureCount { get; init; }

    /// <summary>Worst relative residual of the balances.</summary>
    public double Balance => Worst(CertificateGroup.Balance);

    /// <summary>Worst relative residual of the limits.</summary>
    public double Bounds => Worst(CertificateGroup.Bounds);

    /// <summary>Worst relative dual infeasibility.</summary>
    public double Dual => Worst(CertificateGroup.Dual);

    /// <summary>Worst relative gap.</summary>
    public double Gap => Worst(CertificateGroup.Gap);

    /// <summary>Worst relative difference of the objective and its parts.</summary>
    public double Objective => Worst(CertificateGroup.Objective);

    /// <summary>Whether the result may be shown: status optimal, and every item within the tolerance.</summary>
    public bool Certified => Status == DispatchStatus.Optimal && Items.Count > 0 && FailureCount == 0 && Items.All(i => i.Passed);

    /// <summary>The item of a name, or null.</summary>
    public CertificateItem? Find(string name) => Items.FirstOrDefault(i => i.Name == name);

    private double Worst(CertificateGroup group)
    {
        double worst = Items.Count == 0 ? double.PositiveInfinity : 0;
        foreach (CertificateItem item in Items)
        {
            if (item.Group == group)
                worst = Math.Max(worst, item.Relative);
        }

        return worst;
    }
}
