package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.cli.home.Home;
import io.coffer.local.LocalStackException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIfSystemProperty(
    named = "user.name",
    matches = "root",
    disabledReason = "only root mounts a small disk")
class FullDiskIT {

  @TempDir private Path disk;

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  /** Full at the first file, while programs are copied, while the database is made. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "48k", "1m", "60m", "150m"})
  void namesTheDiskThatIsFull(String size) throws Exception {
    int mounted = run("mount", "-t", "tmpfs", "-o", "size=" + room(size), "tmpfs", disk.toString());
    assertThat(mounted).as("what mounting a disk said").isZero();
    if (size.equals("0")) {
      Files.write(disk.resolve("filler"), new byte[4096]);
    }
    Home home = new Home(Path.of("..").toAbsolutePath().normalize(), disk.resolve("home"));
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream());
    StackOptions plain = new StackOptions(null, null, null, null, "never");
    Set<String> ground = Set.of(Stack.POSTGRES, Stack.KAFKA);
    try {
      assertThatThrownBy(() -> new StackStart(home, plain, ground, quiet).run())
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining(disk.toString())
          .hasMessageMatching("(?s).*(No space left on device|is full).*");
    } finally {
      new ProcessTable(home).running().forEach(p -> p.process().signal("KILL"));
    }
  }

  private static String room(String size) {
    return size.equals("0") ? "4k" : size;
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
