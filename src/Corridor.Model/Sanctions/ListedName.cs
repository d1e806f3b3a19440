namespace Corridor.Model.Sanctions;

/// <summary>A name under which a list knows somebody.</summary>
/// <param name="Text">The name as printed.</param>
/// <param name="IsPrimary">Whether it is the entry's own name rather than an alias.</param>
/// <param name="IsWeak">Whether the list itself calls it weak: an acronym, a nickname, a former name.</param>
public sealed record ListedName(string Text, bool IsPrimary, bool IsWeak);
