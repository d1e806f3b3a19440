using System.CommandLine;
using System.CommandLine.Invocation;

namespace Corridor.Cli.Commands;

/// <summary>Prints the version of the code.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine("corridor " + CommandTree.CodeVersion);
        return ExitCode.Fine;
    }
}
