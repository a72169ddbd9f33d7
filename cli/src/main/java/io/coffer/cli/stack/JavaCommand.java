package io.coffer.cli.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the JVMs of a stack. No secret ever stands on them. */
final class JavaCommand {

  private static final int FIRST_THAT_WARNS_OF_NATIVE_ACCESS = 24;

  private JavaCommand() {}

  /** The java program that runs this one. */
  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> service(Service service, List<String> marks, Path application) {
    List<String> command = start(service.heapMegabytes(), marks);
    if (service.isByteMover()) {
      // The cipher is reached below its public wrapper, which costs most of its speed.
      command.add("--add-opens=java.base/com.sun.crypto.provider=ALL-UNNAMED");
    }
    command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
    return command;
  }

  /** A program of the class path of a staged build of this command. */
  static List<String> program(
      int heapMegabytes,
      List<String> marks,
      Path application,
      String main,
      List<String> arguments) {
    List<String> command = start(heapMegabytes, marks);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.addAll(List.of("-cp", application.resolve("*").toString(), main));
    command.addAll(arguments);
    return command;
  }

  private static List<String> start(int heapMegabytes, List<String> marks) {
    List<String> command = new ArrayList<>();
    command.add(program());
    command.addAll(marks);
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    // One request touches much code and heap in several processes: huge pages save it TLB misses.
    command.add("-XX:+UseTransparentHugePages");
    if (Runtime.version().feature() >= FIRST_THAT_WARNS_OF_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    return command;
  }
}
