using System.Reflection;

namespace Corridor.Model.Schema;

/// <summary>Reads and initialises one property of a row without reflection per call.</summary>
internal abstract class ColumnAccessor
{
    internal abstract object? Get(Row row);

    internal abstract void Set(Row row, object? value);

    internal static ColumnAccessor For(Type rowType, PropertyInfo property)
    {
        Type type = typeof(ColumnAccessor<,>).MakeGenericType(rowType, property.PropertyType);
        return (ColumnAccessor)Activator.CreateInstance(type, property)!;
    }
}

/// <inheritdoc/>
/// <param name="property">The property; its setter may be an init accessor.</param>
internal sealed class ColumnAccessor<TRow, TValue>(PropertyInfo property) : ColumnAccessor
    where TRow : Row
{
    private readonly Func<TRow, TValue> _get = property.GetMethod!.CreateDelegate<Func<TRow, TValue>>();
    private readonly Action<TRow, TValue> _set = property.SetMethod!.CreateDelegate<Action<TRow, TValue>>();

    internal override object? Get(Row row) => _get((TRow)row);

    internal override void Set(Row row, object? value) => _set((TRow)row, (TValue)value!);
}
