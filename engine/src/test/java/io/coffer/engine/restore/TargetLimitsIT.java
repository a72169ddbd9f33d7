package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.EngineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What a target has no room for, or the user no right to, keeps nothing else from coming back. */
class TargetLimitsIT {
  private static final int SMALL = 60;
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;
  private EngineRun engine;
  private Path source;
  private Path target;

  @BeforeEach
  void create() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    source = Files.createDirectories(folder.resolve("source/inner")).getParent();
    target = Files.createDirectory(folder.resolve("target"));
    for (int i = 0; i < SMALL; i++) {
      Files.writeString(small(source, i), "content " + i);
    }
    Files.createLink(source.resolve("twin"), small(source, 1));
  }

  @Test
  @EnabledIfSystemProperty(
      named = "user.name",
      matches = "root",
      disabledReason = "only root mounts a small disk")
  void aFullDisk() throws Exception {
    write("huge", 12); // all threads work on it
    write("inner/large", 7); // one thread does
    backUp();
    String mount =
        "mount -t tmpfs -o size=4m,nr_inodes=1000 small '%1$s' && \"$@\"; code=$?;"
            + " cp -a '%1$s/.' '%1$s-kept'; exit $code";
    assertRestored(3, "unshare", "-m", "sh", "-c", mount.formatted(target), "sh");
    Path kept = target.resolveSibling("target-kept");
    assertSmallOnes(kept);
    for (String name : List.of("huge", "inner/large")) {
      assertThat(engine.told()).contains(name + ": no space left on device");
      assertThat(below(kept, name)).doesNotExist();
    }
    assertThat(Files.getLastModifiedTime(below(kept, "inner")))
        .isEqualTo(Files.getLastModifiedTime(source.resolve("inner")));
  }

  @Test
  void aLimitOfTheSizeOfFiles() throws Exception {
    write("huge", 12);
    write("inner/large", 7);
    backUp();
    assertRestored(3, "sh", "-c", "ulimit -f 8192; \"$@\"", "sh"); // 4 MB
    assertSmallOnes(target);
    assertThat(engine.told())
        .contains("huge: file too large")
        .contains("inner/large: file too large");
    assertThat(below(target, "huge")).doesNotExist();
  }

  @Test
  @EnabledIfSystemProperty(
      named = "user.name",
      matches = "root",
      disabledReason = "only root has files of others to give away")
  void noRightToGiveFilesAway() throws Exception {
    for (Path path : List.of(small(source, 3), source.resolve("inner"))) {
      Files.setAttribute(path, "unix:uid", 4321);
    }
    Files.setAttribute(small(source, 3), "unix:mode", 06755);
    backUp();
    assertRestored(3, "setpriv", "--bounding-set=-chown");
    assertSmallOnes(target);
    Path denied = small(below(target, ""), 3);
    assertThat(engine.told())
        .contains(denied + ": its owner cannot be set: ")
        .contains(below(target, "inner") + ": its owner cannot be set: ");
    assertThat((int) Files.getAttribute(denied, "unix:mode") & 07777)
        .as("it does not run as somebody else")
        .isEqualTo(0755);
  }

  @Test
  @EnabledIfSystemProperty(
      named = "user.name",
      matches = "root",
      disabledReason = "who is not root becomes nobody else")
  void anOrdinaryUser() throws Exception {
    Files.setAttribute(small(source, 3), "unix:uid", 4321);
    backUp();
    int nobody = 65534;
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Files.setAttribute(temporary, "unix:uid", nobody);
    Files.setAttribute(target, "unix:uid", nobody);
    assertRestored(
        0,
        "env",
        "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary,
        "setpriv",
        "--reuid=" + nobody,
        "--regid=" + nobody,
        "--clear-groups",
        "--inh-caps=+dac_read_search",
        "--ambient-caps=+dac_read_search");
    assertSmallOnes(target);
    assertThat(Files.getAttribute(small(below(target, ""), 3), "unix:uid")).isEqualTo(nobody);
  }

  private void backUp() {
    assertThat(engine.run("backup", source.toString()).code()).isZero();
  }

  private void write(String name, int megabytes) throws IOException {
    byte[] bytes = new byte[megabytes * MEGABYTE];
    new Random(megabytes).nextBytes(bytes);
    Files.write(source.resolve(name), bytes);
  }

  private void assertRestored(int code, String... before) throws Exception {
    List<String> words = new ArrayList<>(List.of("restore", "latest", "--no-lock"));
    words.addAll(List.of("--target", target.toString()));
    Process process = engine.start(List.of(before), List.of(), words.toArray(String[]::new));
    assertThat(process.waitFor()).as(engine.told()).isEqualTo(code);
    assertThat(engine.told()).doesNotContain("Exception");
  }

  private void assertSmallOnes(Path root) throws IOException {
    for (int i = 0; i < SMALL; i++) {
      assertThat(small(below(root, ""), i)).hasContent("content " + i);
    }
    assertThat(Files.isSameFile(below(root, "twin"), small(below(root, ""), 1))).isTrue();
    assertThat(Files.exists(below(root, "inner"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  private static Path small(Path tree, int number) {
    return tree.resolve(number % 2 == 0 ? "inner" : "").resolve("f" + number);
  }

  private Path below(Path root, String name) {
    return root.resolve(Path.of("/").relativize(source)).resolve(name);
  }
}
