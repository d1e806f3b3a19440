using System.Globalization;
using System.Text;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Corridor.Data.Scenarios;

/// <summary>
/// Reads a YAML document as a tree with places, within bounds: size, depth and number of values. Anchors and aliases are refused, so that
/// a small file cannot unfold into a large one.
/// </summary>
internal sealed class YamlTree
{
    internal const int LargestFile = 1 << 20;
    private const int MostNodes = 50_000;
    private const int Deepest = 12;

    private readonly string _file;
    private readonly FindingList _findings;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(string file, string text, FindingList findings)
    {
        (_file, _findings) = (file, findings);
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <summary>Reads the document; null with a finding if that cannot be.</summary>
    internal static YamlNode? Read(string file, ReadOnlySpan<byte> bytes, FindingList findings)
    {
        if (bytes.Length > LargestFile)
        {
            findings.Add(ScenarioFindings.TooLarge.At(file, new SourcePlace(file), string.Create(CultureInfo.InvariantCulture, $"The file has more than {LargestFile} bytes.")));
            return null;
        }

        if (Decode(file, bytes, findings) is not { } text)
            return null;
        YamlTree? tree = null;
        try
        {
            tree = new YamlTree(file, text, findings);
            return tree.ReadDocument();
        }
        catch (YamlException problem)
        {
            findings.Add(ScenarioFindings.NotYaml.At(file, PlaceOf(file, problem.Start), Sentence(problem), Hint(text, problem)));
            return null;
        }
        catch (InvalidOperationException) when (tree is not null)
        {
            // The parser's own way with a text that ends where it expects more.
            findings.Add(ScenarioFindings.NotYaml.At(file, PlaceOf(file, tree._scanner.CurrentPosition), "The file is not YAML: it breaks off, or something stands where nothing of the kind can.", "Look for a missing colon, quotation mark or bracket here or before."));
            return null;
        }
        catch (RefusedException refused)
        {
            findings.Add(refused.Finding);
            return null;
        }
    }

    private static string? Decode(string file, ReadOnlySpan<byte> bytes, FindingList findings)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException problem)
        {
            int line = 1 + bytes[..Math.Clamp(problem.Index, 0, bytes.Length)].Count((byte)'\n');
            findings.Add(ScenarioFindings.Encoding.At(file, new SourcePlace(file, line), "The file is not encoded in UTF-8."));
            return null;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t'))
            {
                int line = 1 + text.AsSpan(0, i).Count('\n');
                findings.Add(ScenarioFindings.Encoding.At(file, new SourcePlace(file, line), string.Create(CultureInfo.InvariantCulture, $"The file holds the control character U+{(int)text[i]:X4}; it may be no text at all.")));
                return null;
            }
        }

        return text;
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _findings.Add(ScenarioFindings.MissingKey.At(_file, new SourcePlace(_file, 1), "The file is empty.", "Write at least 'title' and 'changes'."));
            return null;
        }

        _parser.Consume<DocumentStart>();
        YamlNode root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _) && _parser.Current is { } next)
            throw Refuse(ScenarioFindings.Unsupported, next.Start, "A second document begins here.");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        if (_parser.Current is not { } at)
            throw new YamlException("The document ends where a value is expected.");
        if (at is AnchorAlias)
            throw Refuse(ScenarioFindings.Unsupported, at.Start, "An alias stands here.");
        if (at is NodeEvent { Anchor.IsEmpty: false })
            throw Refuse(ScenarioFindings.Unsupported, at.Start, "An anchor stands here.");
        if (at is NodeEvent { Tag.IsEmpty: false })
            throw Refuse(ScenarioFindings.Unsupported, at.Start, "A tag stands here.");
        if (++_nodes > MostNodes || depth > Deepest)
            throw Refuse(ScenarioFindings.TooLarge, at.Start, depth > Deepest ? "Values are nested too deep." : "The file has too many values.");
        SourcePlace place = PlaceOf(_file, at.Start);
        if (_parser.TryConsume<Scalar>(out Scalar? scalar) && scalar is not null)
            return new YamlText(place, scalar.Value, scalar.Style == ScalarStyle.Plain);
        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
                items.Add(ReadNode(depth + 1));
            return new YamlList(place, items);
        }

        _parser.Consume<MappingStart>();
        return ReadMap(place, depth);
    }

    private YamlMap ReadMap(SourcePlace place, int depth)
    {
        var entries = new List<(YamlText, YamlNode)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Mark mark = _parser.Current?.Start ?? Mark.Empty;
            if (ReadNode(depth + 1) is not YamlText key)
                throw Refuse(ScenarioFindings.NotYaml, mark, "A key is a list or a map.");
            YamlNode value = ReadNode(depth + 1);
            if (keys.Add(key.Value))
                entries.Add((key, value));
            else
                _findings.Add(ScenarioFindings.DuplicateKey.At(_file, key.Place, $"'{Short(key.Value)}' stands in this map already."));
        }

        return new YamlMap(place, entries);
    }

    /// <summary>The beginning of a long text.</summary>
    internal static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private RefusedException Refuse(FindingKind kind, Mark mark, string message) => new(kind.At(_file, PlaceOf(_file, mark), message));

    private static SourcePlace PlaceOf(string file, Mark mark) => new(file, (int)Math.Max(1L, mark.Line), (int)Math.Max(1L, mark.Column));

    private static string Sentence(YamlException problem)
    {
        // The parser's own words, without the place that it puts in front of them.
        string text = problem.Message;
        int colon = text.IndexOf("): ", StringComparison.Ordinal);
        text = Short((colon >= 0 && text.StartsWith('(') ? text[(colon + 3)..] : text).TrimEnd('.'));
        return $"The file is not YAML: {text}.";
    }

    private static string? Hint(string text, YamlException problem)
    {
        string? line = text.Split('\n').ElementAtOrDefault((int)Math.Max(0, problem.Start.Line - 1));
        return line?.Contains('\t', StringComparison.Ordinal) == true ? "Indent with blanks: YAML allows no tabs there."
            : problem.Message.Contains("mapping", StringComparison.Ordinal) ? "Put a text that holds ': ' into quotation marks, and write each key of a map in the same column."
            : null;
    }

    private sealed class RefusedException(Finding finding) : Exception(finding.Message)
    {
        public Finding Finding { get; } = finding;
    }
}
