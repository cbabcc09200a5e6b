using Adapty.Kiota.Cli;

return (int)await AdaptyTool.RunAsync(args, ToolHost.OfProcess());
