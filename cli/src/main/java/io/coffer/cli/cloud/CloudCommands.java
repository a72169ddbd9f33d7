package io.coffer.cli.cloud;

import picocli.CommandLine.Command;

/** {@code coffer cloud ...}. */
@Command(
    name = "cloud",
    mixinStandardHelpOptions = true,
    subcommands = {
      CreateServerCommand.class,
      CreateDesktopCommand.class,
      ListServersCommand.class,
      TagServerCommand.class,
      UntagServerCommand.class,
      DeleteServerCommand.class,
      SeeAgentCommand.class,
      CreateTurboCommand.class,
      ListTurbosCommand.class,
      DeleteTurboCommand.class
    },
    description =
        "Keep servers, desktops and file systems that are files of this machine, to have something"
            + " to back up.")
public final class CloudCommands {}
