using Corridor.Model;
using Corridor.Model.Contracts;

namespace Corridor.Studies.Compilation;

/// <summary>
/// Who controls whom: a company counts as controlled by those that hold, directly or through controlled companies, 50 per cent or more of it
/// together (the rule of OFAC's guidance of 13 August 2014 on entities owned by blocked persons).
/// </summary>
internal sealed class OwnershipGraph
{
    private const double Control = 0.5;

    // Three sixths are a half, also where each is a binary fraction or is written with ten digits.
    private const double Rounding = 1e-9;
    private readonly ILookup<string, Ownership> _owners;

    public OwnershipGraph(EnergySystem system) => _owners = system.Ownerships.ToLookup(o => o.Owned);

    /// <summary>Whether a share [1] is control.</summary>
    public static bool IsControl(double share) => share >= Control - Rounding;

    /// <summary>Whether a company is an actor, or is controlled by it on a day.</summary>
    public bool Controls(string actor, string? company, DateOnly day) => company is not null && Controls(actor, company, day, []);

    private bool Controls(string actor, string company, DateOnly day, HashSet<string> seen)
    {
        if (actor == company)
            return true;
        if (!seen.Add(company))
            return false;
        double share = 0;
        foreach (Ownership link in _owners[company])
        {
            if (!(day < link.Start) && !(day >= link.End) && Controls(actor, link.Owner, day, seen))
                share += link.Share;
        }

        seen.Remove(company);
        return IsControl(share);
    }
}
