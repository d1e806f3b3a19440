namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>What becomes of an attribute.</summary>
internal enum PyPsaFate
{
    /// <summary>It goes into the package.</summary>
    Active,

    /// <summary>It says nothing that a result depends on, and is left out.</summary>
    Descriptive,

    /// <summary>Results may depend on it, and it is left out: a warning where it differs from its default.</summary>
    NotCarried,

    /// <summary>It is the result of another run, and is not read.</summary>
    Result,
}
