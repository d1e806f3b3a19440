using System.Globalization;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Backtest;

namespace Corridor.Reporting.Backtest;

/// <summary>A backtest on a screen: the finding, the table, the causes.</summary>
public static class BacktestView
{
    private const int NameWidth = 42;

    /// <summary>Writes a backtest.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="result">A backtest of a certified result.</param>
    public static void Write(Screen screen, BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(result);
        screen.Write(Finding(result), TextStyle.Heading);
        screen.Line();
        TextTable table = new TextTable().Text("route or market", NameWidth).Text("unit").Number("modelled").Number("reported").Number("deviation").Text("confidence");
        foreach (RouteComparison route in result.Routes)
        {
            table.Row(
                Math.Abs(route.Deviation) > DeviationText.Large ? TextStyle.Caution : TextStyle.Plain,
                Name(route), UnitText.Of(route.Unit), Amount(route.Modelled, route), Amount(route.Reported, route), DeviationText.Of(route.Deviation), Confidence(route));
        }

        table.Write(screen);
        screen.Line();
        foreach (RouteComparison route in result.Routes.Where(r => Math.Abs(r.Deviation) > DeviationText.Notable))
            screen.Write($"{route.Name}, {DeviationText.Of(route.Deviation)}: {route.Cause ?? "no cause is named."}", route.Cause is null ? TextStyle.Caution : TextStyle.Plain, 2);
        foreach (RouteComparison route in result.Routes.Where(r => r.Parts.Count > 0))
        {
            foreach (PartComparison part in route.Parts)
                screen.Write($"{route.Name}, {part.Start.ToString("O", CultureInfo.InvariantCulture)} to {part.End.ToString("O", CultureInfo.InvariantCulture)}: {NumberText.Of(part.Modelled)} modelled, {NumberText.Of(part.Reported)} {UnitText.Of(route.Unit)} reported, {DeviationText.Of(part.Deviation)}.", TextStyle.Quiet, 2);
        }

        if (result.NotReported.Count > 0)
            screen.Write($"Without a reported figure of the year: {string.Join("; ", result.NotReported.Select(r => r.Name))}.", TextStyle.Quiet, 2);
    }

    /// <summary>The sentence that tells the whole.</summary>
    /// <param name="result">Any backtest.</param>
    public static string Finding(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int large = result.Above(DeviationText.Large);
        string tail = large == 0 ? "none is off by more than 25\u00A0%" : $"{NumberText.Count(large)} of them off by more than 25\u00A0%";
        return string.Create(CultureInfo.InvariantCulture, $"{result.Year}: median absolute deviation {DeviationText.Unsigned(result.MedianAbsDeviation)} over {result.Routes.Count} routes and markets ({DeviationText.Unsigned(result.MedianAbsDeviationOfFlows)} without those that carried nothing); {tail}.");
    }

    /// <summary>Writes what the routes of a year hang on.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="result">Any sensitivity.</param>
    public static void Write(Screen screen, SensitivityResult result)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(result);
        screen.Line();
        screen.Write($"Of {NumberText.Count(result.Parameters)} parameters, moved one at a time, each route hangs most on", TextStyle.Heading);
        TextTable table = new TextTable().Text("route or market", 30).Text("parameter", 44).Text("move").Number("modelled").Number("then");
        foreach (RouteSensitivity route in result.Routes)
        {
            if (route.Moves.Count == 0 || Math.Abs(route.Moves[0].Modelled - route.Modelled) <= 1e-6 * (1 + route.Reported))
                table.Row(route.Name, "none moves it", "", NumberText.Of(route.Modelled, 1 + route.Reported), "");
            else
                table.Row(route.Name, route.Moves[0].Parameter, route.Moves[0].Move, NumberText.Of(route.Modelled, 1 + route.Reported), NumberText.Of(route.Moves[0].Modelled, 1 + route.Reported));
        }

        table.Write(screen);
        if (result.Failed.Count > 0)
            screen.Write($"Without a certified result: {string.Join("; ", result.Failed)}.", TextStyle.Caution, 2);
    }

    /// <summary>The name of a route, with the months where the span is shorter than the year.</summary>
    internal static string Name(RouteComparison route) => route.IsPart
        ? $"{route.Name}, {route.Start.ToString("MMM", CultureInfo.InvariantCulture)}–{route.End.AddDays(-1).ToString("MMM", CultureInfo.InvariantCulture)}"
        : route.Name;

    /// <summary>An amount of a route; what is a millionth of it is rounding.</summary>
    internal static string Amount(double value, RouteComparison route) => NumberText.Of(value, 1 + Math.Abs(route.Reported));

    /// <summary>How far the reported figure may be trusted, in a word.</summary>
    internal static string Confidence(RouteComparison route) => Model.Schema.SnakeCase.From(route.Confidence.ToString());
}
