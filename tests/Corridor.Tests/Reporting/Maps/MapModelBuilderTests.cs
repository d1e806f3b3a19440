using Corridor.Model.Time;
using Corridor.Reporting.Maps;
using Corridor.Reporting.Summaries;

namespace Corridor.Tests.Reporting.Maps;

public class MapModelBuilderTests
{
    [Fact]
    public void Flows_add_up_to_those_of_the_summary()
    {
        Dictionary<string, RouteSummary> routes = RunSummaryBuilder.Build(SampleMaps.Report, SampleRun.Timing).Routes.ToDictionary(r => r.Id);
        foreach (MapFlow flow in SampleMaps.Model.Flows)
        {
            flow.Forward.Total.ShouldBe(routes[flow.Id].Forward!.Value, 1e-9);
            flow.Forward.Utilisation(-1)!.Value.ShouldBe(routes[flow.Id].Utilisation!.Value, 1e-9);
        }
    }

    [Fact]
    public void What_the_border_region_lacks_is_marked_there()
    {
        MapPlace border = SampleMaps.Model.Places.Single(p => p.Id == "border-gas");
        border.Curtailed.Length.ShouldBe(12);
        border.Curtailed.Sum().ShouldBe(0.2, 1e-5);
        SampleMaps.Model.Places.Single(p => p.Id == "aa-gas").Curtailed.Sum().ShouldBe(0);
    }

    [Fact]
    public void Weeks_are_shared_out_to_months_by_days()
    {
        var steps = new MapSteps(new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 1), TimeStep.Week));
        steps.Steps.ShouldBe([new MapStep("January 2025", 31), new MapStep("February 2025", 28)]);
        // One a day, whatever the periods are.
        steps.Sum(_ => 1, 2).ShouldBe([62.0, 56.0]);
    }

    [Fact]
    public void Long_spans_go_by_years()
    {
        var steps = new MapSteps(new Horizon(new DateOnly(2025, 7, 1), new DateOnly(2030, 1, 1), TimeStep.Month));
        steps.Steps[0].ShouldBe(new MapStep("2025", 184));
        steps.Steps.Count.ShouldBe(5);
    }

    [Fact]
    public void A_line_not_yet_built_is_planned_and_empty()
    {
        MapFlow second = SampleMaps.Wider.Flows.Single(f => f.Id == "second");
        second.State.ShouldBe(FlowState.Planned);
        second.Forward.Total.ShouldBe(0);
    }

    [Fact]
    public void Places_without_coordinates_are_counted_not_invented()
    {
        MapModel model = MapModelBuilder.Build(SampleRun.Report);
        model.CanBeDrawn.ShouldBeFalse();
        model.FlowsWithoutPlace.ShouldBe(2);
        Should.Throw<ArgumentException>(() => SampleMaps.Write(model));
    }

    [Fact]
    public void A_difference_keeps_both_figures()
    {
        MapModel change = MapModelBuilder.Difference(SampleMaps.Model, SampleMaps.Wider, "A wider line");
        MapFlow line = change.Flows.Single(f => f.Id == "b-border");
        line.Forward.Before!.Sum().ShouldBe(1.8, 1e-5);
        line.Forward.Total.ShouldBe(2, 1e-5);
        line.Forward.Shown(-1).ShouldBe(0.2, 1e-5);
        change.Places.Single(p => p.Id == "border-gas").CurtailedBefore!.Sum().ShouldBe(0.2, 1e-5);
    }

    [Fact]
    public void A_flow_that_only_the_first_run_has_goes_to_nothing()
    {
        MapModel change = MapModelBuilder.Difference(SampleMaps.Wider, SampleMaps.Model with { Flows = [SampleMaps.Model.Flows[0]] }, "One line less");
        MapFlow gone = change.Flows.Single(f => f.Id == "b-border");
        gone.Forward.Total.ShouldBe(0);
        gone.Forward.Before!.Sum().ShouldBe(2, 1e-5);
        SampleMaps.Write(change).ShouldContain("less gone");
    }

    [Fact]
    public void Runs_over_different_months_are_not_compared() =>
        Should.Throw<ArgumentException>(() => MapModelBuilder.Difference(SampleMaps.Model, SampleMaps.Wider with { Steps = [new MapStep("May 2025", 31)] }, "x"));
}
