using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Corridor.Cli.Commands;

/// <summary>The usual help, and examples below it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _usual;
    private readonly string[] _examples;

    public HelpWithExamples(HelpAction usual, string[] examples)
    {
        _usual = usual;
        _usual.MaxWidth = 100;
        _examples = examples;
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = _usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in _examples)
            output.WriteLine("  " + example);
        output.WriteLine();
        return code;
    }
}
