using Adapty.Kiota.Requests;

namespace Adapty.Kiota.Models;

public partial class SubscriptionTransaction : ITransaction;
