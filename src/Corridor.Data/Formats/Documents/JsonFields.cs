using System.Globalization;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Documents;

/// <summary>Takes the members of one JSON object and reports what is wrong with them, and which were not taken.</summary>
internal sealed class JsonFields
{
    private readonly JsonTree _owner;
    private readonly string _file;
    private readonly FindingList _findings;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <param name="owner">The object.</param>
    /// <param name="subject">What it describes, for findings.</param>
    /// <param name="file">How findings name the file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    internal JsonFields(JsonTree owner, string subject, string file, FindingList findings)
    {
        (_owner, Subject, _file, _findings) = (owner, subject, file, findings);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, JsonTree value) in owner.Members)
        {
            if (!seen.Add(name))
                Report(FormatFindings.DuplicateId, value, name, $"{subject} has two members '{name}'; the first counts.");
        }
    }

    internal string Subject { get; }

    /// <summary>Place of the object.</summary>
    internal SourcePlace Place => new(_file, _owner.Line, _owner.Column);

    /// <summary>Place of a value within the same file.</summary>
    internal SourcePlace At(JsonTree value, string? field = null) => new(_file, value.Line, value.Column, field);

    /// <summary>The first member that has one of the names; null where there is none or it is null.</summary>
    internal JsonTree? Take(params ReadOnlySpan<string> names)
    {
        JsonTree? found = null;
        foreach (string name in names)
        {
            if (_owner[name] is not { } value)
                continue;
            _taken.Add(name);
            if (!value.IsNull)
                found ??= value;
        }

        return found;
    }

    /// <summary>A number; null where there is none, or it is wrong, which is reported.</summary>
    internal double? Number(params ReadOnlySpan<string> names) => Take(names) is { } value ? Finite(value, names[0]) : null;

    /// <summary>A number of which wrongness or absence is reported.</summary>
    internal double? DemandNumber(params ReadOnlySpan<string> names)
    {
        if (Take(names) is { } value)
            return Finite(value, names[0]);
        ReportMissing(names);
        return null;
    }

    /// <summary>A number > 0 of which wrongness or absence is reported.</summary>
    internal double? DemandPositive(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } value)
        {
            ReportMissing(names);
            return null;
        }

        double? number = Finite(value, names[0]);
        if (number is <= 0)
        {
            Report(FormatFindings.OutOfRange, value, names[0], string.Create(CultureInfo.InvariantCulture, $"'{names[0]}' of {Subject} is {number}; it must be above zero."));
            return null;
        }

        return number;
    }

    /// <summary>A number ≥ 0; null where there is none, or it is wrong, which is reported.</summary>
    internal double? NonNegative(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } value)
            return null;
        double? number = Finite(value, names[0]);
        if (number is < 0)
        {
            Report(FormatFindings.OutOfRange, value, names[0], string.Create(CultureInfo.InvariantCulture, $"'{names[0]}' of {Subject} is {number}; it must not be negative."));
            return null;
        }

        return number;
    }

    /// <summary>A text, or a whole number as text, as ids are written; null where there is none.</summary>
    internal string? Id(params ReadOnlySpan<string> names) => Take(names) is { } value ? IdOf(value, names[0]) : null;

    /// <summary>An id of which absence is reported.</summary>
    internal string? DemandId(params ReadOnlySpan<string> names)
    {
        if (Take(names) is { } value)
            return IdOf(value, names[0]);
        ReportMissing(names);
        return null;
    }

    /// <summary>A value as an id: a text, or a whole number.</summary>
    internal string? IdOf(JsonTree value, string name)
    {
        if (value.Text is { Length: > 0 } text)
            return text;
        if (value.IsNumber && value.Number == Math.Floor(value.Number) && Math.Abs(value.Number) < 1e15)
            return ((long)value.Number).ToString(CultureInfo.InvariantCulture);
        Report(FormatFindings.WrongKind, value, name, $"'{name}' of {Subject} is {value.Describe()}; an id is expected, a text or a whole number.");
        return null;
    }

    /// <summary>A value as a finite number; reported where it is none.</summary>
    internal double? Finite(JsonTree value, string name)
    {
        if (!value.IsNumber)
        {
            Report(FormatFindings.WrongKind, value, name, $"'{name}' of {Subject} is {value.Describe()}; a number is expected.");
            return null;
        }

        if (double.IsFinite(value.Number))
            return value.Number;
        Report(FormatFindings.NotFinite, value, name, $"'{name}' of {Subject} is too large to be a number.");
        return null;
    }

    /// <summary>Marks members as known although nothing is made of them.</summary>
    internal void Know(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            _taken.Add(name);
    }

    /// <summary>Names of the members that nobody took, in order.</summary>
    internal IEnumerable<(string Name, JsonTree Value)> NotTaken() => _owner.Members.Where(m => !_taken.Contains(m.Name));

    internal void Report(FindingKind kind, JsonTree value, string? field, string message, string? hint = null) =>
        _findings.Add(kind.At(Subject, At(value, field), message, hint));

    private void ReportMissing(ReadOnlySpan<string> names)
    {
        string near = Suggestion.Ask(names[0], NotTaken().Select(m => m.Name)) ?? $"Add \"{names[0]}\".";
        string others = names.Length > 1 ? $" (or '{string.Join("', '", names[1..].ToArray())}')" : "";
        _findings.Add(FormatFindings.Missing.At(Subject, Place, $"{Subject} has no '{names[0]}'{others}.", near));
    }
}
