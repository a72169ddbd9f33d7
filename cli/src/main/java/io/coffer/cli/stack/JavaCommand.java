package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines of the JVMs of a stack, which all work in its home: {@code :} ends an entry of
 * a class path and {@code ,} one of Kafka's directories, so that both are named from there. No
 * secret ever stands on them.
 */
final class JavaCommand {

  private static final int FIRST_THAT_WARNS_OF_NATIVE_ACCESS = 24;

  /** The same for every caller, whatever its language, its encoding and its time zone. */
  private static final List<String> SAME_EVERYWHERE =
      List.of(
          "-Duser.language=en",
          "-Duser.country=",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  private JavaCommand() {}

  /** The java program that runs this one. */
  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A service; {@code name} is the process's, for what it leaves while it runs. */
  static List<String> service(
      Home home, StackService service, String name, List<String> marks, Path application) {
    List<String> command = start(home, name, service.heapMegabytes(), marks);
    if (service.isByteMover()) {
      // The cipher is reached below its public wrapper, which costs most of its speed.
      command.add("--add-opens=java.base/com.sun.crypto.provider=ALL-UNNAMED");
    }
    command.addAll(List.of("-jar", home.fromWithin(application.resolve("quarkus-run.jar"))));
    return command;
  }

  /** A program of the class path of a staged build of this command. */
  static List<String> program(
      Home home,
      String name,
      int heapMegabytes,
      List<String> marks,
      Path application,
      String main,
      List<String> arguments) {
    List<String> command = start(home, name, heapMegabytes, marks);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS X");
    command.addAll(List.of("-cp", home.fromWithin(application) + "/*", main));
    command.addAll(arguments);
    return command;
  }

  private static List<String> start(Home home, String name, int heapMegabytes, List<String> marks) {
    List<String> command = new ArrayList<>();
    command.add(program());
    command.addAll(marks);
    command.addAll(SAME_EVERYWHERE);
    // Users of one machine do not meet in its temporary directory.
    command.add("-Djava.io.tmpdir=" + home.fromWithin(home.temporary(name)));
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
