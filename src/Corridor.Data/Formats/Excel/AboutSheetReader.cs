using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.Excel;

/// <summary>Reads the sheet About: the rows between the one that begins with "field" and the next empty one.</summary>
internal sealed class AboutSheetReader(WorkbookSheetReader sheet, FidelityReport report, FindingList findings)
{
    private readonly Dictionary<string, (string Text, SourcePlace Place)> _values = new(StringComparer.Ordinal);

    /// <summary>The head of the package; null where a finding of severity error stands in its way.</summary>
    internal PackageDescription? Read()
    {
        int before = findings.Errors;
        ReadFields();
        if (sheet.IsBroken || findings.Errors > before)
            return null;
        if (Text("form") is { } form && form != PackageSheets.Form)
            findings.Add(FormatFindings.UnknownFormat.At(PackageSheets.About, Place("form"), $"The workbook is of the form '{form}'; '{PackageSheets.Form}' is read.", "Read it with the version of the program that wrote it."));
        string? name = Text("name");
        if (name is null)
            Missing("name", "Fill it, such as my-package.");
        string currency = Money();
        (DateOnly? from, DateOnly? to) = (Day("from"), Day("to"));
        if (from >= to)
            findings.Add(FormatFindings.Contradiction.At(PackageSheets.About, Place("to"), "'to' is the first day after the horizon and must be later than 'from'."));
        foreach (string field in _values.Keys.Where(f => f != "form"))
            report.Exact(PackageSheets.About, field, "package." + field);
        return findings.Errors > before ? null : new PackageDescription
        {
            Name = name!,
            Title = Text("title"),
            Description = Text("description"),
            Version = Text("version"),
            Licence = Text("licence"),
            Currency = currency,
            From = from,
            To = to,
        };
    }

    private void ReadFields()
    {
        bool isInside = false;
        int last = 0;
        while (sheet.Read())
        {
            string field = sheet.Cell(1).Printed().Trim();
            if (!isInside)
            {
                isInside = field == PackageSheets.AboutHead[0];
                last = sheet.Row;
                continue;
            }

            if (field.Length == 0 || sheet.Row > last + 1)
                return;
            last = sheet.Row;
            WorkbookCell value = sheet.Cell(2);
            if (!PackageSheets.Fields.Any(f => f.Name == field))
            {
                findings.Add(FormatFindings.NoEffect.At(PackageSheets.About, sheet.PlaceOf(1), $"'{Shown.Text(field)}' is no field of a package; it has no effect.", Suggestion.Ask(field, PackageSheets.Fields.Select(f => f.Name))));
                report.Dropped(PackageSheets.About, Shown.Text(field), "no field of a package");
            }
            else if (value.Kind == WorkbookCellKind.Error)
            {
                findings.Add(FormatFindings.WrongKind.At(PackageSheets.About, sheet.PlaceOf(2), $"The cell holds the error value {value.Text}."));
            }
            else if (value.Printed() is { Length: > 0 } text && !_values.TryAdd(field, (text, sheet.PlaceOf(2))))
            {
                findings.Add(FormatFindings.DuplicateId.At(PackageSheets.About, sheet.PlaceOf(1), $"A second row states '{field}'."));
            }
        }

        if (!isInside && !sheet.IsBroken)
            findings.Add(FormatFindings.Missing.At(PackageSheets.About, sheet.PlaceOf(0), $"The sheet has no row that begins with '{PackageSheets.AboutHead[0]}'; the fields of the package stand below it.", $"Write {string.Join(", ", PackageSheets.AboutHead)} into the first three cells of a row, and the fields below."));
    }

    private string? Text(string field) => _values.TryGetValue(field, out (string Text, SourcePlace Place) value) ? value.Text : null;

    private SourcePlace Place(string field) => _values.TryGetValue(field, out (string Text, SourcePlace Place) value) ? value.Place : sheet.PlaceOf(0);

    private void Missing(string field, string hint) => findings.Add(FormatFindings.Missing.At(PackageSheets.About, Place(field), $"The field '{field}' is missing or empty.", hint));

    private string Money()
    {
        if (Text("currency") is not { } text)
        {
            Missing("currency", "Fill it with the code of the money of account, such as USD.");
            return "";
        }

        if (Currency.TryParse(text.Trim(), out Currency currency, out UnitProblem? problem))
            return currency.Code;
        findings.Add(FormatFindings.UnknownUnit.At(PackageSheets.About, Place("currency"), problem.Message, problem.Hint));
        return "";
    }

    private DateOnly? Day(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        findings.Add(FormatFindings.WrongKind.At(PackageSheets.About, Place(field), $"'{Shown.Text(text)}' is no date.", "Write year-month-day, such as 2025-10-01."));
        return null;
    }
}
