using Corridor.Reporting.Maps;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Reporting.Maps;

public class LabelPlacerTests
{
    private static readonly MapBox Frame = new(0, 0, 400, 300);

    [Fact]
    public void Labels_never_overlap_nor_leave_the_frame()
    {
        Gen<LabelWish> wish =
            from kind in Gen.Elements(LabelKind.Place, LabelKind.Flow, LabelKind.Edge, LabelKind.Country)
            from x in Gen.Choose(-20, 420)
            from y in Gen.Choose(-20, 320)
            from length in Gen.Choose(1, 30)
            from priority in Gen.Choose(0, 100)
            select new LabelWish(kind, [new string('m', length), "short"], [new(x, y), new(x + 9, y)], 4, priority, x);
        Prop.ForAll(Gen.ListOf(wish, 60).ToArbitrary(), wishes =>
        {
            List<PlacedLabel> placed = new LabelPlacer(Frame, 12).Place(wishes, 100);
            return placed.TrueForAll(l => Frame.Contains(l.Box))
                && !placed.Exists(a => placed.Exists(b => !ReferenceEquals(a, b) && a.Box.Overlaps(b.Box)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_label_stands_beside_what_is_drawn_where_there_is_room()
    {
        var layout = new FlowLayout(SampleMaps.Model, MapFrame.For(SampleMaps.Model));
        var ink = new LabelInk(layout, new HashSet<string> { "gas" });
        MapPoint place = layout.At[0];
        var wish = new LabelWish(LabelKind.Place, ["Name of a place"], [place], 4, 1, 0);
        // To the right of the first place its line begins: without knowing of it that is the first choice.
        double blind = ink.Under(new LabelPlacer(layout.Frame.Box, 12).Place([wish], 1)[0].Box);
        blind.ShouldBeGreaterThan(0);
        ink.Under(new LabelPlacer(layout.Frame.Box, 12, ink).Place([wish], 1)[0].Box).ShouldBe(0);
    }

    [Fact]
    public void A_wrong_coordinate_among_hundreds_does_not_make_the_map_small()
    {
        MapFlow line = SampleMaps.Model.Flows.First(f => f.State == FlowState.InService);
        MapPlace at = SampleMaps.Model.Places[line.From];
        MapPlace[] places = [.. Enumerable.Range(0, 401).Select(i => at with { At = new MapCoordinate(100 + (i % 20), i == 400 ? -40 : 40 + (i / 20)) })];
        MapModel model = SampleMaps.Model with { Places = places, Flows = [.. Enumerable.Range(0, 400).Select(i => line with { From = i, To = i + 1 })] };
        var frame = MapFrame.For(model);
        frame.Box.Contains(frame.ToScreen(places[400].At)).ShouldBeFalse();
        frame.Box.Contains(frame.ToScreen(places[0].At)).ShouldBeTrue();
        frame.Kilometres.ShouldBeLessThan(6);
    }

    [Fact]
    public void The_more_important_label_gets_the_place_and_the_other_one_another()
    {
        LabelWish less = Wish("less", 1), more = Wish("more", 2);
        List<PlacedLabel> placed = new LabelPlacer(Frame, 12).Place([less, more], 10);
        placed.Select(l => l.Text).ShouldBe(["more", "less"]);
        placed[0].Box.Left.ShouldBe(204);
        placed[1].Box.Left.ShouldBeLessThan(200);
    }

    [Fact]
    public void Where_the_long_wording_does_not_fit_the_short_one_is_taken()
    {
        var wish = new LabelWish(LabelKind.Flow, [new string('m', 60), "38.8 bcm"], [new(200, 150)], 4, 1, 0);
        new LabelPlacer(Frame, 12).Place([wish], 10).ShouldHaveSingleItem().Text.ShouldBe("38.8 bcm");
    }

    [Fact]
    public void A_dense_corner_gets_leader_lines_and_then_drops_labels()
    {
        LabelWish[] wishes = [.. Enumerable.Range(0, 60).Select(i => Wish($"place {i}", 60 - i))];
        List<PlacedLabel> placed = new LabelPlacer(Frame, 12).Place(wishes, 100);
        placed.Count.ShouldBeLessThan(60);
        placed.Take(2).ShouldAllBe(l => l.Leader == null);
        placed.ShouldContain(l => l.Leader != null);
    }

    [Fact]
    public void Taken_room_is_kept_clear()
    {
        var placer = new LabelPlacer(Frame, 12);
        placer.Block(new MapBox(0, 0, 400, 300));
        placer.Place([Wish("anything", 1)], 10).ShouldBeEmpty();
    }

    private static LabelWish Wish(string text, double priority) => new(LabelKind.Place, [text], [new(200, 150)], 4, priority, 0);
}
