using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace Adapty.Kiota.Load.Scale;

/// <summary>
/// What Adapty says of every user, and since when its webhook has been on the way: in memory that all processes of the run share.
/// The clock is <see cref="Stopwatch"/>'s, which is the same for all of them.
/// </summary>
internal sealed class Truth : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _users;

    /// <param name="path">A file of eight bytes for each user.</param>
    /// <param name="users">How many there are.</param>
    public Truth(string path, int users)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, sizeof(long) * (long)users);
        _users = _file.CreateViewAccessor();
        Count = users;
    }

    public int Count { get; }

    public static string Id(int user) => $"user-{user}";

    public (bool HasPremium, long Since) this[int user]
    {
        get
        {
            var value = _users.ReadInt64(sizeof(long) * (long)user);
            return ((value & 1) != 0, value >> 1);
        }
    }

    /// <summary>A webhook is about to be sent.</summary>
    public void Set(int user, bool hasPremium) =>
        _users.Write(sizeof(long) * (long)user, (Stopwatch.GetTimestamp() << 1) | (hasPremium ? 1L : 0L));

    public void Dispose()
    {
        _users.Dispose();
        _file.Dispose();
    }
}
