using System.Globalization;
using System.Text;
using System.Text.Json;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PandaPipes;

/// <summary>
/// The layers of a pandapipes file: objects marked with <c>_class</c> whose content stands in <c>_object</c>, often as a text that holds another JSON document.
/// </summary>
internal sealed class PandaPipesDocument(string file, FindingList findings)
{
    // Whole numbers as indices; larger ones would not be exact.
    private const double LargestIndex = 1e15;

    internal string File => file;

    internal static string? WholeNumber(JsonTree cell) =>
        cell.IsNumber && cell.Number == Math.Floor(cell.Number) && Math.Abs(cell.Number) < LargestIndex ? ((long)cell.Number).ToString(CultureInfo.InvariantCulture) : null;

    internal SourcePlace At(JsonTree tree, string? field = null) => new(file, tree.Line, tree.Column, field);

    /// <summary>The class of a marked object; null where it is none.</summary>
    internal static string? ClassOf(JsonTree tree) => tree.IsObject ? tree["_class"]?.Text : null;

    /// <summary>The content of a marked object, or the value itself where it is not marked; null where the content is no JSON document, which is reported.</summary>
    internal JsonTree? Content(JsonTree tree, SourcePlace place)
    {
        if (!tree.IsObject || tree["_object"] is not { } inner)
            return tree;
        return inner.Text is { } text ? InputFile.Json(Encoding.UTF8.GetBytes(text), place, findings) : inner;
    }

    /// <summary>A table in the orientation 'split'; null where it is none, which is reported.</summary>
    internal PandaPipesFrame? Frame(string name, JsonTree tree)
    {
        SourcePlace place = At(tree, name);
        if (tree["orient"]?.Text is { } orient && orient != "split")
        {
            findings.Add(FormatFindings.WrongKind.At(name, place, $"The table '{name}' is written in the orientation '{orient}'; 'split' is expected.", "Save the network again with a current version of its program."));
            return null;
        }

        if (Content(tree, place) is not { IsObject: true } content || content["columns"] is not { IsArray: true } columns || content["data"] is not { IsArray: true } data || content["index"] is not { IsArray: true } index)
        {
            findings.Add(FormatFindings.Missing.At(name, place, $"The table '{name}' lacks one of 'columns', 'index' and 'data'."));
            return null;
        }

        if (index.Elements.Count != data.Elements.Count)
        {
            findings.Add(FormatFindings.Contradiction.At(name, place, string.Create(CultureInfo.InvariantCulture, $"The table '{name}' has {index.Elements.Count} indices and {data.Elements.Count} rows; as many of each are expected.")));
            return null;
        }

        int width = columns.Elements.Count;
        for (int row = 0; row < data.Elements.Count; row++)
        {
            JsonTree cells = data.Elements[row];
            if (!cells.IsArray || cells.Elements.Count != width)
            {
                findings.Add(FormatFindings.Contradiction.At(name, place, string.Create(CultureInfo.InvariantCulture, $"Row {row} of the table '{name}' does not have {width} cells.")));
                return null;
            }
        }

        return new PandaPipesFrame(name, [.. columns.Elements.Select(TextOf)], [.. index.Elements.Select(TextOf)], data.Elements, place);
    }

    /// <summary>A list of finite numbers, marked as an array or not; null where it is none.</summary>
    internal double[]? Numbers(JsonTree? tree, SourcePlace place)
    {
        if (tree is null || Content(tree, place) is not { IsArray: true } list || list.Elements.Any(e => !e.IsNumber || !double.IsFinite(e.Number)))
            return null;
        return [.. list.Elements.Select(e => e.Number)];
    }

    private static string TextOf(JsonTree tree) => tree.Text ?? WholeNumber(tree) ?? (tree.Kind is JsonTokenType.Number ? tree.Number.ToString("R", CultureInfo.InvariantCulture) : tree.Describe());
}
