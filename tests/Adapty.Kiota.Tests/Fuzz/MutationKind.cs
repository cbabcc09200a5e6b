namespace Adapty.Kiota.Tests.Fuzz;

/// <summary>
/// Damages that state no other fact. Null is not among them: where it may stand it has a meaning (an expiry of null is access
/// for life, a list of null is empty).
/// </summary>
internal enum MutationKind
{
    Dropped,
    Renamed,
    OtherCase,
    Duplicated,
    DuplicatedAsNull,
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
}
