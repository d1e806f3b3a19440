using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>Laws, gas and settings: what must be known to repeat the study.</summary>
internal static class LawSection
{
    public static ReportSection Create(HydraulicContext context) => new("laws", "Laws and settings", "Laws, gas and settings", html =>
    {
        FrictionKind friction = Laws.Friction(context);
        EquationOfStateKind state = Laws.State(context);
        GasQuality gas = context.Network.Gas;
        using (html.Open("dl"))
        {
            Item(html, "Friction", $"{Capital(Laws.Name(friction))}: {Laws.Meaning(friction)}.");
            Item(html, "Equation of state", $"{Capital(Laws.Name(state))}: {Laws.Meaning(state)}.");
            Item(html, "Gas", $"{gas.Name}: {NumberText.Of(1e3 * gas.MolarMass)}\u00A0g/mol, {NumberText.Of(context.Units.NormDensity(gas))}\u00A0kg/m³ at norm conditions");
            Item(html, "Temperature", string.Create(CultureInfo.InvariantCulture, $"{context.Network.Temperature:0.##}\u00A0K ({context.Network.Temperature - 273.15:0.##}\u00A0°C) where nothing else is stated"));
            Item(html, "Norm conditions", $"Volumes {context.Units.NormConditions}");
            Item(html, "Pressures", "Absolute, in bar");
            if (context.Input.Source is { } source)
                Item(html, "Network", source);
            if (context.Input.Program is { } program)
                Item(html, "Made by", program);
        }
    })
    {
        Flows = true,
    };

    private static void Item(HtmlWriter html, string name, string value)
    {
        html.Leaf("dt", name);
        html.Leaf("dd", value);
        html.Line();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
