package io.coffer.cli.billing;

import io.coffer.cli.output.OutputOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer billing freeze}. */
@Command(
    name = "freeze",
    mixinStandardHelpOptions = true,
    description =
        "Close vaults and instances for a reason: nothing begins in them and nothing is deleted from"
            + " them until the reason is over.")
final class FreezeCommand implements Callable<Integer> {

  @Mixin private Frozen frozen;
  @Mixin private OutputOption output;

  @Option(
      names = "--scene",
      paramLabel = "SCENE",
      defaultValue = "POLICE",
      converter = OperatorScene.class,
      description =
          "The reason: POLICE, ILLEGAL, VERIFY, PARTNER, PARTNER_ARREAR or another word"
              + " (default: ${DEFAULT-VALUE}).")
  private String scene;

  @Option(
      names = "--releasable",
      description = "They may be deleted while the reason lasts, if nobody pays for them.")
  private boolean releasable;

  @Override
  public Integer call() throws Exception {
    return frozen.each(output, thing -> thing.freeze(scene, releasable));
  }
}
