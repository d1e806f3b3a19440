using System.CommandLine;
using System.Globalization;
using Corridor.Model.Time;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor backtest PKG</c>: compares modelled with reported volumes of a year.</summary>
internal static class BacktestCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it, with backtest_routes and observations." };
        var year = new Option<int[]>("--year") { Description = "Calendar year with observations; several only with --page.", HelpName = "YEAR", Required = true, AllowMultipleArgumentsPerToken = true };
        var step = new Option<string>("--step") { Description = "Length of the periods.", HelpName = "day|month", DefaultValueFactory = _ => "month" };
        step.AcceptOnlyFromAmong("day", "month");
        var folder = new Option<string?>("--out") { Description = "Folder of the files; runs/<package>-backtest-<from>-<to>-<step> where left out. An older one there is replaced.", HelpName = "DIR" };
        var sensitivity = new Option<bool>("--sensitivity") { Description = "Move each parameter, dispatch again, and tell on which each route hangs. Takes minutes." };
        var page = new Option<string?>("--page") { Description = "Markdown page whose tables are written anew, between their marks.", HelpName = "FILE" };
        var threads = new Option<int>("--threads") { Description = "Threads of the solver; the result does not depend on them.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) || n is < 1 or > 1024))
                result.AddError($"--threads is a whole number from 1 to 1024, not '{result.Tokens[0].Value}'.");
        });
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON, and nothing else, on standard output." };
        var command = new Command("backtest", "Compare modelled with reported volumes of a year, route by route.") { package, year, step, folder, sensitivity, page, threads, json };
        CommandTree.WithExamples(
            command,
            "corridor backtest data/eurasia --year 2025                modelled against reported, with causes",
            "corridor backtest data/eurasia --year 2024 --json         for programs",
            "corridor backtest mine --year 2025 --sensitivity          on which parameter each route hangs",
            "Exit codes: 0 fine, 1 errors in the package, 2 usage, 3 no certified result.");
        command.SetAction(parsed => new BacktestPipeline(session, new BacktestRequest(
            parsed.GetRequiredValue(package),
            [.. parsed.GetRequiredValue(year).Distinct()],
            Enum.Parse<TimeStep>(parsed.GetValue(step)!, ignoreCase: true),
            parsed.GetValue(folder),
            parsed.GetValue(page),
            parsed.GetValue(threads),
            parsed.GetValue(sensitivity),
            parsed.GetValue(json))).Execute());
        return command;
    }
}
