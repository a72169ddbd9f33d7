package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import picocli.CommandLine.Command;

/** {@code coffer down}. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "End all processes of the stack; what is stored stays.")
public final class DownCommand implements Runnable {

  @Override
  public void run() {
    new StackStop(Home.ofEnvironment(), System.out).run();
  }
}
