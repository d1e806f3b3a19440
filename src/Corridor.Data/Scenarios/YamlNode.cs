using Corridor.Model.Findings;

namespace Corridor.Data.Scenarios;

/// <summary>A node of a YAML document, with its place.</summary>
internal abstract record YamlNode(SourcePlace Place)
{
    /// <summary>What it is, for messages.</summary>
    internal abstract string Shape { get; }
}

/// <summary>A text; plain if it stands without quotation marks.</summary>
internal sealed record YamlText(SourcePlace Place, string Value, bool Plain) : YamlNode(Place)
{
    /// <inheritdoc/>
    internal override string Shape => IsNull ? "nothing" : "a text";

    /// <summary>Whether nothing stands there.</summary>
    internal bool IsNull => Plain && Value is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record YamlList(SourcePlace Place, List<YamlNode> Items) : YamlNode(Place)
{
    /// <inheritdoc/>
    internal override string Shape => "a list";
}

/// <summary>A map; keys are texts and different.</summary>
internal sealed record YamlMap(SourcePlace Place, List<(YamlText Key, YamlNode Value)> Entries) : YamlNode(Place)
{
    /// <inheritdoc/>
    internal override string Shape => "a map";
}
