package io.coffer.cli.policy;

import picocli.CommandLine.Command;

/** {@code coffer policy ...}. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListPoliciesCommand.class,
      ShowPolicyCommand.class,
      CreatePolicyCommand.class,
      UpdatePolicyCommand.class,
      DeletePolicyCommand.class,
      ApplyPolicyCommand.class,
      RemovePolicyCommand.class,
      EvaluateVectorsCommand.class,
      ExplainCommand.class,
      ForecastCommand.class,
      CalendarCommand.class
    },
    description = "Work with policies, which make backups by themselves and delete old ones.")
public final class PolicyCommands {}
