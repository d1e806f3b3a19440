using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Formats.Workbooks;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Excel;

/// <summary>Reads the sheet About: the rows between the one that begins with "field" and the next empty one.</summary>
internal sealed class AboutSheetReader(WorkbookSheetReader sheet, string file, FidelityReport report, FindingList findings)
{
    /// <summary>The head of the package; null where a finding of severity error stands in its way.</summary>
    internal PackageDescription? Read()
    {
        int before = findings.Errors;
        var fields = new DescriptionFields(PackageSheets.About, CellAddress.Place(file, PackageSheets.About, 0), findings);
        ReadFields(fields);
        return sheet.IsBroken || findings.Errors > before ? null : fields.Read(report);
    }

    private void ReadFields(DescriptionFields fields)
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
            if (value.Kind == WorkbookCellKind.Error)
                findings.Add(FormatFindings.WrongKind.At(PackageSheets.About, sheet.PlaceOf(2), $"The cell holds the error value {value.Text}."));
            else
                fields.Add(field, value.Printed(), sheet.PlaceOf(2), report);
        }

        if (!isInside && !sheet.IsBroken)
            findings.Add(FormatFindings.Missing.At(PackageSheets.About, sheet.PlaceOf(0), $"The sheet has no row that begins with '{PackageSheets.AboutHead[0]}'; the fields of the package stand below it.", $"Write {string.Join(", ", PackageSheets.AboutHead)} into the first three cells of a row, and the fields below."));
    }
}
