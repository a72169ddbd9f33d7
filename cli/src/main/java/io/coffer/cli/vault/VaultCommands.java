package io.coffer.cli.vault;

import picocli.CommandLine.Command;

/** {@code coffer vault ...}. */
@Command(
    name = "vault",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListVaultsCommand.class,
      ShowVaultCommand.class,
      CreateVaultCommand.class,
      UpdateVaultCommand.class,
      DeleteVaultCommand.class,
      AddResourcesCommand.class,
      RemoveResourcesCommand.class,
      MigrateResourcesCommand.class,
      SummarizeVaultsCommand.class,
      PrintRecoveryKitCommand.class
    },
    description = "Work with vaults, which hold backups.")
public final class VaultCommands {}
