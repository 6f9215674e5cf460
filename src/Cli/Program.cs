using Elizon.Cli;

return await ElizonCommand.Run(args, World.OfThisMachine());
