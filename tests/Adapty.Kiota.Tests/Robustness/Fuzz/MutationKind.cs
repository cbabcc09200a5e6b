namespace Adapty.Kiota.Tests.Robustness.Fuzz;

/// <summary>What happens to a member. Where a damage states another fact than before, <see cref="FuzzTests"/> says so.</summary>
internal enum MutationKind
{
    Dropped,
    Renamed,
    OtherCase,
    Duplicated,
    DuplicatedAsNull,
    Null,
    InAnArray,
    InAnObject,
    EmptyString,
    Garbage,
    Number,
    HugeNumber,
    Boolean,
    EmptyArray,
    EmptyObject,
    Quoted,
    Truncated,
}
