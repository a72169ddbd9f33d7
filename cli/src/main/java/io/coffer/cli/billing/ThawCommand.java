package io.coffer.cli.billing;

import io.coffer.cli.output.OutputOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer billing thaw}. */
@Command(
    name = "thaw",
    mixinStandardHelpOptions = true,
    description = "End a reason; what is closed for another one stays closed.")
final class ThawCommand implements Callable<Integer> {

  @Mixin private Frozen frozen;
  @Mixin private OutputOption output;

  @Option(
      names = "--scene",
      paramLabel = "SCENE",
      defaultValue = "POLICE",
      converter = OperatorScene.class,
      description = "The reason that is over (default: ${DEFAULT-VALUE}).")
  private String scene;

  @Override
  public Integer call() throws Exception {
    return frozen.each(output, thing -> thing.thaw(scene));
  }
}
