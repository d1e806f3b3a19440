namespace Corridor.Model.Schema;

/// <summary>A row that is known by a stable id.</summary>
public abstract record Entity : Row
{
    /// <summary>Stable id: lower case letters, digits, '-' and '.', as in <c>kz-petropavl-gas</c>.</summary>
    [Column("id", "stable id: lower case letters, digits, - and .", Required = true, Key = true)]
    public required string Id { get; init; }

    /// <summary>Name for people, in English.</summary>
    [Column("name", "name for people, in English")]
    public string? Name { get; init; }
}
