using Adapty.Kiota.Limits;

namespace Adapty.Kiota.Models;

public partial class OneTimePurchaseTransaction : ITransaction;
