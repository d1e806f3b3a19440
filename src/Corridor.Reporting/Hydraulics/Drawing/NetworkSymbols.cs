using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>
/// Symbols after the usual practice of flow diagrams (ISO 10628-2): a compressor is a circle with converging lines, a valve two triangles
/// tip to tip, a regulator the same with a dome, a resistor a box. Shape tells them apart; colour only helps.
/// </summary>
internal static class NetworkSymbols
{
    /// <summary>Half the size of the symbol of an element; 0 where it has none.</summary>
    public static double Size(GasElement element) => element switch
    {
        GasCompressorStation or GasPump => 10,
        GasControlValve => 8,
        GasValve => 6.5,
        GasResistor => 5,
        _ => 0,
    };

    /// <summary>Draws the symbol of an element around the origin, its direction to the right.</summary>
    public static void Element(HtmlWriter html, GasElement element, bool isClosed)
    {
        string state = isClosed ? " shut" : "";
        switch (element)
        {
            case GasCompressorStation or GasPump:
                html.Shape("circle", ("class", "cs" + state), ("r", "9"));
                html.Shape("path", ("class", "cs in" + state), ("d", "M-6.4-6.4L8.6-2.7M-6.4 6.4L8.6 2.7"));
                break;
            case GasControlValve:
                html.Shape("path", ("class", "cv" + state), ("d", "M-8-5v10l16-10v10z"));
                html.Shape("path", ("class", "cv" + state), ("d", "M0 0v-6M-4.5-6a4.5 4 0 0 1 9 0z"));
                break;
            case GasValve:
                html.Shape("path", ("class", "va" + state), ("d", "M-6.5-4.2v8.4l13-8.4v8.4z"));
                break;
            case GasResistor:
                html.Shape("path", ("class", "re"), ("d", "M-5-3h10v6h-10z"));
                break;
        }
    }

    /// <summary>Draws the mark of a node around the origin.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="injection">Its flow: entries are filled, exits hollow, others small.</param>
    /// <param name="isHeld">Whether its pressure is held: a square.</param>
    /// <param name="outside">−1 below its band, +1 above, else 0: a triangle around it.</param>
    public static void Node(HtmlWriter html, double injection, bool isHeld, int outside)
    {
        if (outside != 0)
            html.Shape("path", ("class", "lim"), ("d", outside < 0 ? "M-9-6h18l-9 16z" : "M-9 6h18l-9-16z"));
        string kind = injection > 0 ? "entry" : injection < 0 ? "exit" : "inner";
        if (isHeld)
            html.Shape("path", ("class", kind), ("d", "M-4-4h8v8h-8z"));
        else
            html.Shape("circle", ("class", kind), ("r", injection == 0 ? "2.2" : "4.5"));
    }
}
