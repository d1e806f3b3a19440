namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>What the cells of an attribute hold.</summary>
internal enum PyPsaKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>True or false; kept as 1 or 0.</summary>
    Flag,
}
