using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Adapty.Kiota.Cli.Commands.Profiles.Export;

/// <summary>One id of the input, as it was given.</summary>
/// <param name="Kind"><see cref="Customer"/> or <see cref="Profile"/>.</param>
/// <param name="Text">The id.</param>
internal readonly record struct ExportId(string Kind, string Text)
{
    public const string Customer = "customer_user_id";
    public const string Profile = "profile_id";

    /// <exception cref="ArgumentException">The id is not fit for a header.</exception>
    public ProfileKey Key => Kind == Profile ? ProfileKey.ForProfile(Text) : ProfileKey.ForCustomer(Text);

    /// <summary>
    /// What is remembered of an id: a million of them take 16 bytes each, whatever their length. Also what decides its shard, so it is
    /// the same on every machine.
    /// </summary>
    public UInt128 Hash
    {
        get
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}:{Text}"), hash);
            return BinaryPrimitives.ReadUInt128BigEndian(hash);
        }
    }
}
