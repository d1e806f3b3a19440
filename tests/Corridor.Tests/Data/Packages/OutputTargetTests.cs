using System.Diagnostics;
using System.Net.Sockets;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;

namespace Corridor.Tests.Data.Packages;

public sealed class OutputTargetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-target-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public void A_pipe_is_refused_and_stays_also_behind_a_link()
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no pipes with names in folders.");
        string pipe = Path.Combine(_folder, "pipe"), link = Path.Combine(_folder, "link");
        using (Process made = Process.Start("mkfifo", [pipe]))
            made.WaitForExit();
        File.CreateSymbolicLink(link, "pipe");
        foreach (string path in (string[])[pipe, link])
        {
            Should.Throw<IOException>(() => OutputFile.Save(path, stream => stream.WriteByte(1))).Message.ShouldContain("no regular file");
            OutputTarget.Refusal(path)!.ShouldContain("Name another file.");
        }

        Directory.EnumerateFileSystemEntries(_folder).Count().ShouldBe(2);
    }

    [SkippableFact]
    public void A_socket_and_a_folder_are_refused_and_an_empty_file_is_not()
    {
        Skip.If(OperatingSystem.IsWindows(), "Sockets are no entries of folders.");
        string path = Path.Combine(_folder, "s");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        OutputTarget.Refusal(path).ShouldNotBeNull();
        OutputTarget.Refusal(_folder)!.ShouldContain("a folder");
        string empty = Path.Combine(_folder, "empty");
        File.WriteAllText(empty, "");
        OutputTarget.Refusal(empty).ShouldBeNull();
        OutputTarget.Refusal(Path.Combine(_folder, "new")).ShouldBeNull();
    }

    [SkippableFact]
    public void A_link_stays_and_its_target_is_replaced()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right of their own.");
        string real = Directory.CreateDirectory(Path.Combine(_folder, "real", "deep")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(_folder, "way"), real);
        // What ".." means is told by where the link really stands, not by the way to it.
        File.CreateSymbolicLink(Path.Combine(real, "link"), "../file");
        string file = Path.Combine(_folder, "real", "file"), link = Path.Combine(_folder, "way", "link");
        File.WriteAllText(file, "old");
        OutputFile.Save(link, stream => stream.Write("new"u8));
        File.ReadAllText(file).ShouldBe("new");
        new FileInfo(link).LinkTarget.ShouldBe("../file");
        File.Exists(Path.Combine(_folder, "file")).ShouldBeFalse();
    }

    [SkippableFact]
    public void Links_in_a_circle_are_told()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right of their own.");
        string path = Path.Combine(_folder, "a");
        File.CreateSymbolicLink(path, "b");
        File.CreateSymbolicLink(Path.Combine(_folder, "b"), "a");
        OutputTarget.Refusal(path)!.ShouldContain("circle");
    }
}
