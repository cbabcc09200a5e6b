namespace Adapty.Kiota.Testing.State;

internal static class ListExtensions
{
    /// <summary>Replaces the first item that matches, or adds the new one if none does.</summary>
    public static void Set<T>(this List<T> items, T item, Predicate<T> matches)
    {
        var index = items.FindIndex(matches);
        if (index < 0)
            items.Add(item);
        else
            items[index] = item;
    }
}
