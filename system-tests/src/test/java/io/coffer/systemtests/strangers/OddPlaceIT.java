package io.coffer.systemtests.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Json;
import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.Launcher;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home that nobody would choose, and a caller whose language nobody thought of: another user of
 * the machine where that can be had, beside the stack of this one.
 */
@ExtendWith(WholeStack.class)
class OddPlaceIT {

  @TempDir private Path directory;
  private List<String> as = List.of();

  @Test
  void startsInAnyHomeBesideAnotherUsersStackAndKeepsEveryLetter(RunningStack other)
      throws Exception {
    Path home = Files.createDirectory(directory.resolve("a,b:c $d ${x} é %41 \"q`"));
    if (Nobody.mayUse(checkout())) {
      Nobody.give(directory);
      Nobody.give(home);
      as = Nobody.COMMAND;
    }
    int port = free();
    try {
      coffer(home, port, "up").ok();
      coffer(home, port, "vault", "create", "größe").ok();
      String vaults = coffer(home, port, "vault", "list", "-o", "json").ok().out();
      assertThat(Json.MAPPER.readTree(vaults).findValuesAsText("name")).containsExactly("größe");
      assertThat(other.coffer("vault", "list").ok().out()).doesNotContain("größe");
    } finally {
      coffer(home, port, "down").ok();
    }
    assertThat(other.isAlive("postgres") && other.isAlive("kafka")).isTrue();
  }

  @Test
  void saysWhichProcessesThereAre() throws Exception {
    Launched failed = coffer(directory.resolve("none"), free(), "up", "nonsense");
    assertThat(failed.exit()).isEqualTo(2);
    assertThat(failed.err()).contains("nonsense", "vault-service", "postgres");
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @Test
  void refusesAHomeThatTheServicesDoNotStartIn() throws Exception {
    Launched failed = coffer(directory.resolve("c++"), free(), "up");
    assertThat(failed.exit()).isNotZero();
    assertThat(failed.err()).contains("COFFER_HOME", "c++");
  }

  private Launched coffer(Path home, int port, String... arguments) {
    List<String> command = new ArrayList<>(as);
    command.addAll(List.of("env", "-u", "LANG", "-u", "LC_ALL"));
    command.add(checkout().resolve("coffer").toString());
    command.addAll(List.of(arguments));
    return Launcher.run(
        Map.of(
            "COFFER_HOME",
            home.toString(),
            "COFFER_PORT",
            Integer.toString(port),
            "COFFER_BUILD",
            "never",
            "COFFER_RESTART",
            "never",
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=tr -Duser.country=TR " + System.getProperty("coffer.stack.java", "")),
        command);
  }

  private static Path checkout() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
