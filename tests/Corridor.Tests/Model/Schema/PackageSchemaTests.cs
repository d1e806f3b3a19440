using System.Reflection;
using System.Text.RegularExpressions;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Tests.Model.Schema;

/// <summary>The attributes of the records make a schema that reader, writer and documents can rely on.</summary>
public sealed partial class PackageSchemaTests
{
    public static TheoryData<string> Tables() => [.. PackageSchema.Tables.Select(t => t.Name)];

    [Fact]
    public void Every_record_with_a_table_is_a_table_of_the_system()
    {
        IEnumerable<Type> records = typeof(Row).Assembly.GetTypes().Where(t => t.GetCustomAttribute<TableAttribute>() is not null);
        PackageSchema.Tables.Select(t => t.RowType).ShouldBe(records, ignoreOrder: true);
        PackageSchema.Tables.Select(t => t.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Columns_are_named_once_in_snake_case_and_end_with_the_remarks(string table)
    {
        IReadOnlyList<ColumnSchema> columns = PackageSchema.Table(table).Columns;
        columns.Select(c => c.Name).ShouldBeUnique();
        columns.ShouldAllBe(c => Snake().IsMatch(c.Name));
        columns.TakeLast(3).Select(c => c.Name).ShouldBe(["source", "basis", "note"]);
        columns.Select(c => c.Index).ShouldBe(Enumerable.Range(0, columns.Count));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_public_property_is_a_column(string table)
    {
        Type type = PackageSchema.Table(table).RowType;
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<ColumnAttribute>() is null)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Quantities_have_a_unit_and_rows_have_a_key(string table)
    {
        TableSchema schema = PackageSchema.Table(table);
        schema.Key.Count.ShouldBeInRange(1, 4);
        schema.Key.ShouldAllBe(c => c.Required);
        foreach (ColumnSchema column in schema.Columns)
        {
            if (column.UnitColumn is { } unit)
                schema.Column(unit).ShouldNotBeNull($"{table}.{column.Name} has no {unit}");
            if (column.Kind is ColumnKind.Length or ColumnKind.Pressure or ColumnKind.Power)
                column.StandardUnit.ShouldNotBeNull($"{table}.{column.Name}");
            if (column.Unit is not null && column.StandardUnit is null)
                new[] { "deg", "million", "million/d", "1/d", "kg/GJ_net", "kg/MWh", "Mvar" }.ShouldContain(column.Unit, $"{table}.{column.Name}");
            if (column.References is { } reference)
                Should.NotThrow(() => PackageSchema.TargetsOf(reference), $"{table}.{column.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_new_row_is_empty_but_for_its_defaults(string table)
    {
        TableSchema schema = PackageSchema.Table(table);
        Row row = schema.NewRow();
        foreach (ColumnSchema column in schema.Columns.Where(c => c.Kind == ColumnKind.TextList))
            ((IReadOnlyList<string>)column.Get(row)!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CapVolume", "cap_volume")]
    [InlineData("Chp", "chp")]
    [InlineData("HeadsOfAgreement", "heads_of_agreement")]
    public void Names_are_stored_in_snake_case(string name, string stored) => SnakeCase.From(name).ShouldBe(stored);

    [Fact]
    public void Unions_are_what_they_say()
    {
        PackageSchema.TargetsOf("arcs").Select(t => t.Name).ShouldBe(["pipelines", "power_lines", "transports"]);
        PackageSchema.TargetsOf("assets").Count.ShouldBe(7);
        Should.Throw<ArgumentException>(() => PackageSchema.TargetsOf("profiles"));
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Snake();
}
