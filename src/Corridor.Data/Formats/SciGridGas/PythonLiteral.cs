namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Kinds of Python literals.</summary>
public enum PythonKind
{
    /// <summary><c>None</c>.</summary>
    None,

    /// <summary><c>True</c> or <c>False</c>.</summary>
    Boolean,

    /// <summary>A whole or decimal number; <c>nan</c> and <c>inf</c> as well.</summary>
    Number,

    /// <summary>A text in single or double quotation marks.</summary>
    Text,

    /// <summary>A list, tuple or set.</summary>
    List,

    /// <summary>A dict.</summary>
    Map,
}

/// <summary>A value as a Python program prints it.</summary>
public sealed class PythonLiteral
{
    /// <summary>What it is.</summary>
    public required PythonKind Kind { get; init; }

    /// <summary>Offset of its first character in the cell.</summary>
    public required int Offset { get; init; }

    /// <summary>The number; 1 for <c>True</c>, 0 for <c>False</c>, NaN for everything else.</summary>
    public double Number { get; init; } = double.NaN;

    /// <summary>The text without its quotation marks, or the number as printed; empty for lists and dicts.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of a list, or of a dict in the order of <see cref="Keys"/>.</summary>
    public IReadOnlyList<PythonLiteral> Items { get; init; } = [];

    /// <summary>The keys of a dict.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether nothing is stated: <c>None</c>, <c>nan</c>, an empty text, or a list that prints nothing.</summary>
    public bool IsAbsent => Kind == PythonKind.None || (Kind == PythonKind.Number && double.IsNaN(Number)) || (Kind == PythonKind.Text && Text.Length == 0) || (Kind is PythonKind.List or PythonKind.Map && Items.All(i => i.IsAbsent) && string.IsNullOrWhiteSpace(Printed()));

    /// <summary>The value on one line, lists with commas between their values.</summary>
    public string Printed() => Kind is PythonKind.List or PythonKind.Map ? string.Join(", ", Items.Select(i => i.Printed())) : Text;
}
