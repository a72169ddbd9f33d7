package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.cli.output.OutputOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Show the processes of the stack; exit code 1 unless all of them are ready.")
public final class StatusCommand implements Callable<Integer> {

  @Mixin private OutputOption output;

  @Override
  public Integer call() {
    Home home = Home.ofEnvironment();
    Readiness readiness = new Readiness(home);
    List<StackProcess> running = new ProcessTable(home).running();
    Restarts restarts = Restarts.read(home);
    List<Map<String, Object>> rows = new ArrayList<>();
    boolean complete = true;
    for (String name : expected(running)) {
      StackProcess process =
          running.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
      String state = process == null ? "down" : readiness.isReady(process) ? "ready" : "not ready";
      complete &= state.equals("ready");
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", name);
      row.put("state", state);
      row.put("pid", process == null ? null : process.pid());
      row.put("port", process == null ? null : process.port());
      row.put(
          "memory_mb",
          process == null ? null : process.proportionalSetSize().map(b -> b >> 20).orElse(null));
      row.put("restarts", restarts.count(name));
      row.put("next_start", process == null ? restarts.nextStart(name).orElse(null) : null);
      row.put("log", home.log(name).toString());
      rows.add(row);
    }
    output.rows(rows, "name", "state", "pid", "port", "memory_mb", "restarts", "next_start", "log");
    return complete ? 0 : 1;
  }

  private static List<String> expected(List<StackProcess> running) {
    List<String> names = new ArrayList<>(Stack.processes());
    running.stream().map(StackProcess::name).filter(n -> !names.contains(n)).forEach(names::add);
    return names;
  }
}
