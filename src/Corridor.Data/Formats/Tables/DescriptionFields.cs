using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.Tables;

/// <summary>The head of a package as named texts, for formats that have nothing but tables.</summary>
internal sealed class DescriptionFields(string part, SourcePlace place, FindingList findings)
{
    /// <summary>Form of the file; goes up when a reader of the former could not read it.</summary>
    internal const string Form = "corridor package 1";

    private const string FormField = "form";

    private readonly Dictionary<string, (string Text, SourcePlace Place)> _values = new(StringComparer.Ordinal);

    /// <summary>Fields and what they say.</summary>
    internal static IReadOnlyList<(string Name, string Meaning)> All { get; } =
    [
        (FormField, "form of this file; leave it as it is"),
        ("name", "short name: lower case letters, digits, '-'"),
        ("title", "title for people"),
        ("description", "what the package is about, in a paragraph"),
        ("version", "version of the data"),
        ("licence", "licence of the package, an SPDX identifier such as CC-BY-4.0"),
        ("currency", "money of account (ISO 4217): costs, prices and the objective are stated in it"),
        ("from", "first day of the usual horizon, yyyy-mm-dd"),
        ("to", "first day after that horizon, yyyy-mm-dd"),
        ("licence_title", "title of the licence for people"),
        ("licence_path", "where the licence is written: an address, or a file of the package"),
    ];

    /// <summary>The text of a field; empty where it is not stated.</summary>
    internal static string Write(string field, PackageDescription head, FidelityReport report, string target)
    {
        string text = (field switch
        {
            FormField => Form,
            "name" => head.Name,
            "title" => head.Title,
            "description" => head.Description,
            "version" => head.Version,
            "licence" => head.Licence,
            "licence_title" => head.LicenceTitle,
            "licence_path" => head.LicencePath,
            "currency" => head.Currency,
            "from" => DayText(head.From),
            "to" => DayText(head.To),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        }) ?? "";
        report.Exact("package", field, target, text.Length == 0 || field == FormField ? 0 : 1);
        return text;
    }

    /// <summary>Takes a field that the file states.</summary>
    internal void Add(string field, string text, SourcePlace at, FidelityReport report)
    {
        if (!All.Any(f => f.Name == field))
        {
            findings.Add(FormatFindings.NoEffect.At(part, at, $"'{Shown.Text(field)}' is no field of a package; it has no effect.", Suggestion.Ask(field, All.Select(f => f.Name))));
            report.Dropped(part, Shown.Text(field), "no field of a package");
        }
        else if (text.Length > 0 && !_values.TryAdd(field, (text, at)))
        {
            findings.Add(FormatFindings.DuplicateId.At(part, at, $"A second row states '{field}'."));
        }
    }

    /// <summary>The head of the package; null where a finding of severity error stands in its way.</summary>
    internal PackageDescription? Read(FidelityReport report)
    {
        int before = findings.Errors;
        if (Text(FormField) is { } form && form != Form)
            findings.Add(FormatFindings.UnknownFormat.At(part, Place(FormField), $"The file is of the form '{Shown.Text(form)}'; '{Form}' is read.", "Read it with the version of the program that wrote it."));
        string? name = Text("name");
        if (name is null)
            Missing("name", "Fill it, such as my-package.");
        string currency = Money();
        (DateOnly? from, DateOnly? to) = (Day("from"), Day("to"));
        if (from >= to)
            findings.Add(FormatFindings.Contradiction.At(part, Place("to"), "'to' is the first day after the horizon and must be later than 'from'."));
        foreach (string field in _values.Keys.Where(f => f != FormField))
            report.Exact(part, field, "package." + field);
        return findings.Errors > before ? null : new PackageDescription
        {
            Name = name!,
            Title = Text("title"),
            Description = Text("description"),
            Version = Text("version"),
            Licence = Text("licence"),
            LicenceTitle = Text("licence_title"),
            LicencePath = Text("licence_path"),
            Currency = currency,
            From = from,
            To = to,
        };
    }

    private static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string? Text(string field) => _values.TryGetValue(field, out (string Text, SourcePlace Place) value) ? value.Text : null;

    private SourcePlace Place(string field) => _values.TryGetValue(field, out (string Text, SourcePlace Place) value) ? value.Place : place;

    private void Missing(string field, string hint) => findings.Add(FormatFindings.Missing.At(part, Place(field), $"The field '{field}' is missing or empty.", hint));

    private string Money()
    {
        if (Text("currency") is not { } text)
        {
            Missing("currency", "Fill it with the code of the money of account, such as USD.");
            return "";
        }

        if (Currency.TryParse(text.Trim(), out Currency currency, out UnitProblem? problem))
            return currency.Code;
        findings.Add(FormatFindings.UnknownUnit.At(part, Place("currency"), problem.Message, problem.Hint));
        return "";
    }

    private DateOnly? Day(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        findings.Add(FormatFindings.WrongKind.At(part, Place(field), $"'{Shown.Text(text)}' is no date.", "Write year-month-day, such as 2025-10-01."));
        return null;
    }
}
