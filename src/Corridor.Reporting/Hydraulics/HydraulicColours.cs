using System.Globalization;
using System.Text;
using Corridor.Reporting.Look;

namespace Corridor.Reporting.Hydraulics;

/// <summary>Colours of lines that stand for places, regions or quantities of a gas network, as variables of the page for both themes.</summary>
internal static class HydraulicColours
{
    // Okabe and Ito (2008) without the yellow, which fades on white, and without red, which means people without energy.
    private static readonly string[] Lines = ["#0072B2", "#D55E00", "#009E73", "#882255", "#8A6D00", "#56B4E9", "#4D4D4D", "#CC79A7"];

    /// <summary>Number of colours that differ.</summary>
    public static int Count => Lines.Length;

    /// <summary>The colour of a line, as CSS.</summary>
    /// <param name="index">Its number, from 0; they repeat.</param>
    public static string Line(int index) => string.Create(CultureInfo.InvariantCulture, $"var(--line-{index % Lines.Length})");

    /// <summary>The variables of both themes.</summary>
    public static string Variables()
    {
        var light = new StringBuilder();
        var dark = new StringBuilder();
        for (int i = 0; i < Lines.Length; i++)
        {
            light.Append(CultureInfo.InvariantCulture, $"--line-{i}:{Lines[i]};");
            dark.Append(CultureInfo.InvariantCulture, $"--line-{i}:{Palette.OnDark(Lines[i])};");
        }

        return $":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n@media screen{{:root[data-theme=dark]{{{dark}}}}}\n";
    }
}
