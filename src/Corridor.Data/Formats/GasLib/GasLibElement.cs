using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GasLib;

/// <summary>An element of a GasLib file as written, with the place where it starts. Names are without prefix, as GasLib's files differ in it.</summary>
public sealed class GasLibElement
{
    private static readonly List<GasLibElement> NoChildren = [];
    private List<GasLibElement> _children = NoChildren;

    internal GasLibElement(string name, IReadOnlyDictionary<string, string> attributes, SourcePlace place)
    {
        Name = name;
        Attributes = attributes;
        Place = place;
    }

    /// <summary>Local name, such as pipe.</summary>
    public string Name { get; }

    /// <summary>Attributes by local name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>Where it starts.</summary>
    public SourcePlace Place { get; }

    /// <summary>Text between its tags, trimmed; empty where there is none.</summary>
    public string Text { get; internal set; } = string.Empty;

    /// <summary>The elements within, in order.</summary>
    public IReadOnlyList<GasLibElement> Children => _children;

    /// <summary>An attribute; null where there is none.</summary>
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>The first element within that has a name; null where there is none.</summary>
    public GasLibElement? Child(string name)
    {
        foreach (GasLibElement child in _children)
        {
            if (child.Name == name)
                return child;
        }

        return null;
    }

    internal void Add(GasLibElement child)
    {
        if (ReferenceEquals(_children, NoChildren))
            _children = [];
        _children.Add(child);
    }
}
