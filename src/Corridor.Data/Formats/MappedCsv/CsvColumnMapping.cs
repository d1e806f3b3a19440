namespace Corridor.Data.Formats.MappedCsv;

/// <summary>Where a column of a table comes from.</summary>
/// <param name="Target">Column of the table.</param>
/// <param name="Source">Column of the file; null for a constant.</param>
/// <param name="Constant">The same text for every row; null where it comes from the file.</param>
internal sealed record CsvColumnMapping(string Target, string? Source, string? Constant)
{
    /// <summary>Whether ids are made of the texts: lower case, hyphens, no diacritics.</summary>
    public bool MakesIds { get; init; }

    /// <summary>Put in front of an id with a hyphen.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Unit of the file's figures; null for that of the column or row.</summary>
    public string? Unit { get; init; }

    /// <summary>The figures are multiplied by it.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Texts of the file and what they stand for; empty for texts taken as they are.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
