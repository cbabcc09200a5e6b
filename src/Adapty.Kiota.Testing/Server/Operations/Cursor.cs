using System.Globalization;
using System.Text;

namespace Adapty.Kiota.Testing.Server.Operations;

/// <summary>
/// Where a page of one user's transactions ended. Made of the place in the history, so that transactions that come in between
/// two pages shift nothing.
/// </summary>
internal static class Cursor
{
    public static string Write(int place, string profileId) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place}:{profileId}")));

    /// <summary>The place before which the next page begins.</summary>
    public static int Read(string cursor, string profileId, int count)
    {
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var place, var owner]
            && owner == profileId
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            && before < count)
        {
            return before;
        }

        throw new RefusalException(400, AdaptyErrorCodes.InvalidCursor, "cursor", "The cursor is not valid.");
    }
}
