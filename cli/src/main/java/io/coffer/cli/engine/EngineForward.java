package io.coffer.cli.engine;

import io.coffer.engine.command.EngineCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code coffer engine ...}: everything behind it goes to the engine as it is. */
@Command(
    name = "engine",
    description =
        "Work on a repository directly, without a stack: init, backup, restore, check, ...")
public final class EngineForward implements Callable<Integer> {

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    return EngineCommand.runProcess(arguments);
  }
}
