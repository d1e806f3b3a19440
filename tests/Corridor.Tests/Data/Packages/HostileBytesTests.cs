using System.Text;
using Corridor.Data.Packages;

namespace Corridor.Tests.Data.Packages;

/// <summary>Through the public reader: bytes in, rows and findings out.</summary>
public sealed class HostileBytesTests : IDisposable
{
    private readonly TemporaryPackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_sound_package_with_bytes_changed_anywhere_never_throws()
    {
        // The last seed once gave a finding without a sensible message.
        foreach (int seed in Enumerable.Range(0, 60).Append(2145241385))
        {
            var random = new Random(seed);
            if (Directory.Exists(_package.Folder))
                Directory.Delete(_package.Folder, recursive: true);
            PackageWriter.Write(new SystemGenerator(seed % 5).Full(rows: 2), _package.Folder);
            string[] files = [.. Directory.GetFiles(_package.Folder).Order(StringComparer.Ordinal)];
            for (int i = 0; i < 20; i++)
            {
                string file = files[random.Next(files.Length)];
                File.WriteAllBytes(file, Change(File.ReadAllBytes(file), random));
            }

            if (_package.Read() is { } system)
                PackageValidator.Validate(system, _package.Places, _package.Findings);
            _package.Findings.Items.ShouldAllBe(f => f.Place.Line >= 0 && f.Message.Length > 0 && f.Message.Length < 2000, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(127 * 1024)]
    [InlineData((128 * 1024) - 7)]
    [InlineData(256 * 1024)]
    public void Rows_across_the_ends_of_buffers_are_read_whole(int length)
    {
        // Rows of differing lengths with quoted line ends, so that each kind of byte falls on the end of a buffer somewhere.
        var text = new StringBuilder("id,name,iso\r\n");
        int rows = 0;
        while (text.Length < length + 3000)
        {
            text.Append('z').Append(rows).Append(",\"").Append('ж', rows % 41).Append("\"\"\r\n,").Append('x', rows % 7).Append("\",KZ\r\n");
            rows++;
        }

        _package.Write("zones.csv", text.ToString());
        _package.Replace("nodes.csv", ",kz", ",z0");
        IReadOnlyList<Corridor.Model.Network.Zone> zones = _package.Read()!.Zones;
        _package.Findings.Items.ShouldBeEmpty();
        zones.Count.ShouldBe(rows);
        for (int i = 0; i < rows; i++)
        {
            zones[i].Id.ShouldBe($"z{i}");
            zones[i].Name.ShouldBe(new string('ж', i % 41) + "\"\r\n," + new string('x', i % 7));
        }

        _package.Places.Of("zones", rows - 1).Line.ShouldBe(2 + (2 * (rows - 1)));
    }

    [Theory]
    [InlineData("id,iso\nkz,KZ", 1)]
    [InlineData("id,iso\rkz,KZ\rru,RU\r", 2)]
    [InlineData("\n\nid,iso\n\n,\nkz,KZ\n\n", 1)]
    [InlineData("id,iso\nkz,\"KZ\"", 1)]
    [InlineData(" id , iso \n kz , KZ \n", 1)]
    public void Line_ends_and_blanks_of_all_kinds(string text, int rows)
    {
        _package.Write("zones.csv", text);
        _package.Read()!.Zones.Select(z => z.Iso).ShouldBe(new[] { "KZ", "RU" }.Take(rows));
        _package.Findings.Items.ShouldBeEmpty();
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        List<byte> changed = [.. bytes];
        if (changed.Count == 0)
            return [0xFF];
        int at = random.Next(changed.Count);
        switch (random.Next(5))
        {
            case 0:
                changed[at] = (byte)random.Next(256);
                break;
            case 1:
                changed.RemoveRange(at, Math.Min(random.Next(40), changed.Count - at));
                break;
            case 2:
                changed.InsertRange(at, ",\"\n;NaN\r"u8[random.Next(8)..].ToArray());
                break;
            case 3:
                changed.InsertRange(at, changed.Skip(random.Next(changed.Count)).Take(60).ToArray());
                break;
            default:
                changed[at] = (byte)",\"\n1-"[random.Next(5)];
                break;
        }

        return [.. changed];
    }
}
