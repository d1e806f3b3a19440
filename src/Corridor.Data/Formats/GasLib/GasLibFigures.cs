using System.Globalization;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasLib;

/// <summary>Takes the figures within one element of a file, in SI units, and reports what is wrong with them and which were not taken.</summary>
internal sealed class GasLibFigures(GasLibElement owner, string subject, FindingList findings)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    internal string Subject => subject;

    internal SourcePlace Place => owner.Place;

    /// <summary>A figure; null where there is none or it is wrong, which is reported.</summary>
    internal double? Take(string name, GasLibDimension dimension)
    {
        _taken.Add(name);
        return owner.Child(name) is { } child ? Value(child, dimension) : null;
    }

    /// <summary>A figure of which absence is reported.</summary>
    internal double? Demand(string name, GasLibDimension dimension)
    {
        if (owner.Child(name) is null)
            findings.Add(FormatFindings.Missing.At(subject, owner.Place, $"{subject} has no <{name}>.", Suggestion.Ask(name, owner.Children.Select(c => c.Name))));
        return Take(name, dimension);
    }

    /// <summary>A figure > 0 of which absence and wrongness are reported.</summary>
    internal double? DemandPositive(string name, GasLibDimension dimension)
    {
        double? value = Demand(name, dimension);
        if (value is not <= 0)
            return value;
        Report(FormatFindings.OutOfRange, name, string.Create(CultureInfo.InvariantCulture, $"<{name}> of {subject} is {value}; it must be above zero."));
        return null;
    }

    /// <summary>A figure ≥ 0; null where there is none or it is wrong, which is reported.</summary>
    internal double? NonNegative(string name, GasLibDimension dimension)
    {
        double? value = Take(name, dimension);
        if (value is not < 0)
            return value;
        Report(FormatFindings.OutOfRange, name, string.Create(CultureInfo.InvariantCulture, $"<{name}> of {subject} is {value}; it must not be negative."));
        return null;
    }

    /// <summary>A list of coefficients name_1 to name_n; null where one is missing or wrong, which is reported.</summary>
    internal double[]? Coefficients(string name, int count)
    {
        double[] values = new double[count];
        bool isWhole = true;
        for (int i = 0; i < count; i++)
        {
            double? value = Demand(string.Create(CultureInfo.InvariantCulture, $"{name}_{i + 1}"), GasLibDimension.None);
            values[i] = value ?? 0;
            isWhole &= value is not null;
        }

        return isWhole ? values : null;
    }

    /// <summary>Whether there is an element of a name.</summary>
    internal bool Has(string name) => owner.Child(name) is not null;

    /// <summary>Marks elements as known although nothing is made of them.</summary>
    internal void Know(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            _taken.Add(name);
    }

    /// <summary>Names of the elements that nobody took.</summary>
    internal IEnumerable<string> NotTaken() => owner.Children.Select(c => c.Name).Where(n => !_taken.Contains(n));

    /// <summary>The value of an element in SI units; null where it is wrong, which is reported.</summary>
    internal double? Value(GasLibElement element, GasLibDimension dimension)
    {
        if (element["value"] is not { } text)
        {
            findings.Add(FormatFindings.Missing.At(subject, element.Place, $"<{element.Name}> of {subject} has no attribute 'value'."));
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            findings.Add(FormatFindings.WrongKind.At(subject, element.Place, $"<{element.Name}> of {subject} has the value '{Shortened(text)}'; a number is expected.", "Write digits with a point as decimal mark."));
            return null;
        }

        if (!double.IsFinite(number))
        {
            findings.Add(FormatFindings.NotFinite.At(subject, element.Place, $"<{element.Name}> of {subject} has the value '{Shortened(text)}'; a finite number is expected."));
            return null;
        }

        if (dimension == GasLibDimension.None)
            return number;
        if (element["unit"] is not { Length: > 0 } unit)
        {
            // Nothing is nothing in every unit, but for temperatures and pressures above that of the air.
            if (number == 0 && dimension is not (GasLibDimension.Temperature or GasLibDimension.Pressure))
                return 0;
            findings.Add(FormatFindings.MissingUnit.At(subject, element.Place, $"<{element.Name}> of {subject} has no unit.", $"Write one of {string.Join(", ", GasLibUnits.Of(dimension))}."));
            return null;
        }

        if (GasLibUnits.Map(dimension, unit) is { } map)
            return number * map.Factor + map.Offset;
        findings.Add(FormatFindings.UnknownUnit.At(subject, element.Place, $"<{element.Name}> of {subject} has the unit '{Shortened(unit)}'.", $"Write one of {string.Join(", ", GasLibUnits.Of(dimension))}."));
        return null;
    }

    private static string Shortened(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private void Report(FindingKind kind, string name, string message) => findings.Add(kind.At(subject, owner.Child(name)?.Place ?? owner.Place, message));
}
