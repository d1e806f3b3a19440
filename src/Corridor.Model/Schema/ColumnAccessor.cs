using System.Reflection;

namespace Corridor.Model.Schema;

/// <summary>Reads and initialises one property of a row without reflection per call.</summary>
internal abstract class ColumnAccessor
{
    internal abstract object? Get(Row row);

    internal abstract void Set(Row row, object? value);

    internal static ColumnAccessor For(Type rowType, PropertyInfo property)
    {
        // Without arguments: for a constructor with some, the runtime would make code for every pair of types.
        var accessor = (ColumnAccessor)Activator.CreateInstance(typeof(ColumnAccessor<,>).MakeGenericType(rowType, property.PropertyType))!;
        accessor.Bind(property);
        return accessor;
    }

    /// <summary>Names the property, once; its setter may be an init accessor.</summary>
    protected abstract void Bind(PropertyInfo property);
}

/// <inheritdoc/>
internal sealed class ColumnAccessor<TRow, TValue> : ColumnAccessor
    where TRow : Row
{
    private Func<TRow, TValue> _get = null!;
    private Action<TRow, TValue> _set = null!;

    internal override object? Get(Row row) => _get((TRow)row);

    internal override void Set(Row row, object? value) => _set((TRow)row, (TValue)value!);

    protected override void Bind(PropertyInfo property)
    {
        _get = property.GetMethod!.CreateDelegate<Func<TRow, TValue>>();
        _set = property.SetMethod!.CreateDelegate<Action<TRow, TValue>>();
    }
}
