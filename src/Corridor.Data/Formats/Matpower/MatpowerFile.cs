using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower.Language;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Reads MATPOWER case files (<c>.m</c>, versions 1 and 2), the statements that compute with their figures included.</summary>
public static class MatpowerFile
{
    private const double LeastBase = 1e-9;
    private const double GreatestBase = 1e12;
    private static readonly string[] FirstVersion = ["baseMVA", "bus", "gen", "branch", "areas", "gencost"];
    private static readonly string[] Known = ["version", "baseMVA", "bus", "gen", "branch", "gencost", "dcline", "dclinecost", "bus_name", "gentype", "genfuel"];

    /// <summary>Reads a case file.</summary>
    /// <param name="path">Path of the file; at most 256 MiB.</param>
    /// <param name="findings">Takes what is wrong (G…), with line and column.</param>
    /// <returns>The case; null where a finding of severity error stands in its way.</returns>
    public static MatpowerCase? Read(string path, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(findings);
        string name = ForeignText.OneLine(Path.GetFileName(path));
        if (FormatRecognition.IsAnother(path, "matpower", "MATPOWER case", findings))
            return null;
        return InputFile.Bytes(path, name, findings) is { } bytes ? Read(bytes, name, findings) : null;
    }

    /// <summary>Reads the text of a case file.</summary>
    /// <param name="text">The text, in UTF-8 or Latin-1.</param>
    /// <param name="name">How findings name it.</param>
    /// <param name="findings">Takes what is wrong (G…), with line and column.</param>
    /// <returns>The case; null where a finding of severity error stands in its way.</returns>
    public static MatpowerCase? Read(ReadOnlyMemory<byte> text, string name, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(findings);
        int before = findings.Errors;
        var scope = new MatpowerScope(new MatpowerText(text, name), findings);
        var statements = new MatpowerStatements(scope);
        statements.Run();
        bool isFirst = statements.Outputs.Count > 1;
        string structure = statements.Outputs.Count == 1 ? statements.Outputs[0] : "mpc";
        string Variable(string member)
        {
            int at = isFirst ? Array.IndexOf(FirstVersion, member) : -1;
            return isFirst ? (at >= 0 && at < statements.Outputs.Count ? statements.Outputs[at] : "") : structure + "." + member;
        }

        if (findings.Errors > before)
            return null;
        MatpowerTable? Table(string member, int least, bool isDemanded) => TableOf(scope, member, Variable(member), least, isDemanded);
        MatpowerTable? bus = Table("bus", MatpowerColumns.LeastBus, true);
        MatpowerTable? gen = Table("gen", MatpowerColumns.LeastGen, true);
        MatpowerTable? branch = Table("branch", MatpowerColumns.LeastBranch, true);
        MatpowerTable? gencost = Table("gencost", MatpowerColumns.LeastCost, false);
        MatpowerTable? dcline = Table("dcline", MatpowerColumns.LeastDcLine, false);
        MatpowerTable? dclinecost = Table("dclinecost", MatpowerColumns.LeastCost, false);
        double? baseMva = BaseMva(scope, Variable("baseMVA"));
        int version = isFirst ? 1 : Version(scope, Variable("version"));
        var changed = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] busNames = Texts(scope, "bus_name", Variable("bus_name"), bus, changed);
        string[] types = Texts(scope, "gentype", Variable("gentype"), gen, changed);
        string[] fuels = Texts(scope, "genfuel", Variable("genfuel"), gen, changed);
        if (findings.Errors > before || bus is null || gen is null || branch is null || baseMva is null)
            return null;
        return new MatpowerCase
        {
            Name = ForeignText.OneLine(statements.FunctionName.Length > 0 ? statements.FunctionName : Path.GetFileNameWithoutExtension(name)),
            File = name,
            Version = version,
            BaseMva = baseMva.Value,
            Bus = bus,
            Gen = gen,
            Branch = branch,
            GenCost = gencost,
            DcLine = dcline,
            DcLineCost = dclinecost,
            BusNames = busNames,
            GenTypes = types,
            GenFuels = fuels,
            ChangedTexts = changed,
            Licence = text.Span.IndexOf("creativecommons.org/licenses/by/4.0"u8) >= 0 ? "CC-BY-4.0" : null,
            Others = isFirst ? [] : Others(scope, structure + "."),
        };
    }

    private static MatpowerTable? TableOf(MatpowerScope scope, string member, string variable, int least, bool isDemanded)
    {
        MatpowerText text = scope.Text;
        MatpowerValue? value = scope.Find(variable);
        if (value is null)
        {
            if (isDemanded)
                scope.Findings.Add(FormatFindings.Missing.At(text.File, new SourcePlace(text.File), $"The case has no table '{member}'.", "A MATPOWER case needs baseMVA, bus, gen and branch."));
            return null;
        }

        if (value.Figures is null)
        {
            scope.Findings.Add(FormatFindings.WrongKind.At(member, text.Place(value.Offset), $"The table '{member}' must hold numbers."));
            return null;
        }

        if (value.Rows == 0 && !isDemanded)
            return null;
        if (value.Rows > 0 && value.Columns < least)
        {
            scope.Findings.Add(FormatFindings.RowLength.At(member, text.Place(value.RowOffsets is [int first, ..] ? first : value.Offset), $"The table '{member}' has {value.Columns} columns; at least {least} are needed."));
            return null;
        }

        return new MatpowerTable(member, value, text);
    }

    private static double? BaseMva(MatpowerScope scope, string variable)
    {
        string file = scope.Text.File;
        if (scope.Find(variable) is not { } value)
        {
            scope.Findings.Add(FormatFindings.Missing.At(file, new SourcePlace(file), "The case states no baseMVA.", "A MATPOWER case needs baseMVA, bus, gen and branch."));
            return null;
        }

        if (value.IsScalar && value.Figures![0] is >= LeastBase and <= GreatestBase)
            return value.Figures[0];
        scope.Findings.Add(FormatFindings.OutOfRange.At("baseMVA", scope.Text.Place(value.Offset), "The base power must be a single positive number, from 1e-9 to 1e12."));
        return null;
    }

    private static int Version(MatpowerScope scope, string variable)
    {
        if (scope.Find(variable) is not { } value)
            return 2;
        string text = value.Text ?? (value.IsScalar ? value.Figures![0].ToString(CultureInfo.InvariantCulture) : "");
        if (text is "1" or "2")
            return text[0] - '0';
        scope.Findings.Add(FormatFindings.UnknownFormat.At("version", scope.Text.Place(value.Offset), $"The version of the case format is {(text.Length == 0 ? "not a text" : $"'{text}'")}; '1' and '2' are read."));
        return 2;
    }

    private static string[] Texts(MatpowerScope scope, string member, string variable, MatpowerTable? table, Dictionary<string, int> changes)
    {
        if (scope.Find(variable) is not { } value || table is null)
            return [];
        if (value.Cells is null || value.Cells.Any(c => c.Text is null))
        {
            scope.Findings.Add(FormatFindings.NoEffect.At(variable, scope.Text.Place(value.Offset), $"'{variable}' is no cell array of texts; it has no effect."));
            return [];
        }

        if (value.Cells.Count == table.Rows)
            return Plain(scope, member, variable, value, changes);
        scope.Findings.Add(FormatFindings.NoEffect.At(variable, scope.Text.Place(value.Offset), $"'{variable}' has {value.Cells.Count} texts for {table.Rows} rows; it has no effect."));
        return [];
    }

    /// <summary>The texts as a cell of a package can hold them; a finding where that changes any.</summary>
    private static string[] Plain(MatpowerScope scope, string member, string variable, MatpowerValue value, Dictionary<string, int> changes)
    {
        IReadOnlyList<MatpowerValue> cells = value.Cells!;
        var texts = new string[cells.Count];
        int changed = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = ForeignText.OneLine(cells[i].Text!);
            if (texts[i] != cells[i].Text!.Trim())
                changed++;
        }

        changes[member] = changed;
        if (changed > 0)
            scope.Findings.Add(FormatFindings.NoEffect.At(variable, scope.Text.Place(value.Offset), string.Create(CultureInfo.InvariantCulture, $"{changed} texts of '{variable}' hold control characters or are too long for a cell; blanks stand in their place, or the rest is cut off.")));
        return texts;
    }

    private static List<(string Name, SourcePlace Place)> Others(MatpowerScope scope, string prefix)
    {
        var others = new List<(string Name, SourcePlace Place)>();
        foreach ((string name, MatpowerValue value) in scope.Values)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && Array.IndexOf(Known, name[prefix.Length..]) < 0)
                others.Add((name[prefix.Length..], scope.Text.Place(value.Offset)));
        }

        return others;
    }
}
