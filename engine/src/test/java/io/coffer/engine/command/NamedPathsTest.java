package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.EngineRun;
import io.coffer.engine.SeededVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup makes of the paths that it is given. */
class NamedPathsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private EngineRun engine;
  private Path real;
  private Path link;

  @BeforeEach
  void init() throws IOException {
    folder = folder.toRealPath();
    engine = new EngineRun(folder);
    engine.init();
    real = Files.createDirectories(folder.resolve("real/data")).getParent();
    Files.writeString(real.resolve("data/file"), "content");
    Files.writeString(real.resolve("beside"), "beside");
    link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
  }

  @Test
  void followsLinksBeforeTheLastName() throws IOException {
    assertSaved(0, link + "/data");
    assertThat(restored(link + "/data/file")).hasContent("content");
    assertThat(Files.isDirectory(restored(link + ""), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(restored(link + "/beside")).doesNotExist();
  }

  @Test
  void followsLinksThroughOtherLinks() throws IOException {
    Files.createSymbolicLink(folder.resolve("again"), link);
    assertSaved(0, folder + "/again/data/file");
    assertThat(restored(folder + "/again/data/file")).hasContent("content");
  }

  @Test
  void keepsALinkThatIsNamedItself() throws IOException {
    assertSaved(0, link.toString());
    assertThat(Files.readSymbolicLink(restored(link.toString()))).isEqualTo(Path.of("real"));
  }

  @Test
  void aSlashOrADotBehindALinkMeansTheFolder() throws IOException {
    for (String end : List.of("/", "/.", "/data/..")) {
      assertSaved(0, link + end);
      assertThat(restored(link + "/data/file")).hasContent("content");
      assertThat(restored(link + "/beside")).hasContent("beside");
    }
    JsonNode snapshot = JSON.readTree(engine.run("snapshots", "--json").output()).path(0);
    assertThat(snapshot.path("paths").path(0).asText()).isEqualTo(link.toString());
  }

  @Test
  void twoDotsLeadOutOfWhatALinkLeadsTo() throws IOException {
    Path inner = Files.createSymbolicLink(folder.resolve("inner"), real.resolve("data"));
    assertSaved(0, inner + "/../beside");
    assertThat(restored(real + "/beside")).hasContent("beside");
    assertSaved(0, folder + "/real/data/../beside");
  }

  @Test
  void aLinkAndWhatIsBehindItAreBothNamed() throws IOException {
    assertSaved(0, link.toString(), link + "/data");
    assertThat(restored(link + "/data/file")).hasContent("content");
  }

  @Test
  void savesWhatIsNamedBehindALinkInsideAnotherNamedFolder() throws IOException {
    Path outer = Files.createDirectories(folder.resolve("outer/deep")).getParent();
    Files.createSymbolicLink(outer.resolve("deep/link"), real);
    Files.writeString(outer.resolve("own"), "own");
    String behind = outer + "/deep/link/data/file";
    for (List<String> words :
        List.of(
            List.of(outer.toString(), behind),
            List.of(behind, outer.toString()),
            List.of(outer + "/", outer + "/deep", outer + "/deep/link/data", behind),
            List.of(outer.toString(), outer.toString(), outer + "/own", behind, behind))) {
      assertSaved(0, words.toArray(String[]::new));
      assertThat(restored(behind)).hasContent("content");
      assertThat(restored(outer + "/deep/link/beside")).as("as the stock tool").exists();
      assertThat(restored(outer + "/own")).hasContent("own");
      assertThat(savedPaths()).doesNotHaveDuplicates();
    }
  }

  @Test
  void savesALinkThatIsNamedWithASlashInsideAnotherNamedFolder() throws IOException {
    assertSaved(0, folder.toString(), link + "/");
    assertThat(restored(link + "/data/file")).hasContent("content");
    assertThat(restored(real + "/beside")).hasContent("beside");
  }

  @Test
  void aLinkInsideANamedFolderStaysOneIfNothingBehindItIsNamed() throws IOException {
    for (List<String> words :
        List.of(
            List.of(folder + "/link", folder + "/real"),
            List.of(folder + "/real", folder + "/link", folder + "/link"),
            List.of(real.getParent().toString(), link.toString()))) {
      assertSaved(0, words.toArray(String[]::new));
      assertThat(Files.readSymbolicLink(restored(link.toString()))).isEqualTo(Path.of("real"));
      assertThat(restored(real + "/data/file")).hasContent("content");
    }
  }

  @Test
  void aVolumeInsideANamedFolderIsAVolume() throws IOException {
    Path file = SeededVolume.write(real.resolve("image"), 9_000_000, 3);
    assertSaved(0, "--volume", file.toString());
    JsonNode both = assertSaved(0, "--volume", "--force", real.toString(), file.toString());
    assertThat(both.path("data_added").asLong()).as("the same blocks").isLessThan(100_000);
    assertThat(Files.mismatch(restored(file.toString()), file)).isEqualTo(-1);
    assertThat(restored(real + "/beside")).hasContent("beside");
  }

  @Test
  void tellsOfWhatIsNotThereAndSavesTheRest() throws IOException {
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    for (String missing :
        List.of(
            real + "/beside/x",
            folder + "/dangling/x",
            folder + "/missing",
            folder + "/missing/../real",
            real + "/beside/",
            real + "/\u0000")) {
      JsonNode summary = assertSaved(3, missing, real.toString());
      assertThat(summary.path("skipped").path(0).asText()).startsWith(missing + ": ");
      assertThat(restored(real + "/beside")).hasContent("beside");
    }
  }

  @Test
  void savesNoSnapshotWhenNothingIsThere() {
    for (String missing :
        List.of(real + "/beside/x", folder + "/missing", folder + "/real/nothing/there")) {
      EngineRun.Result result = engine.run("backup", missing, missing + "-too");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.error()).contains(missing + ": ").contains(missing + "-too: ");
    }
    assertThat(engine.run("snapshots").output()).isEmpty();
  }

  @Test
  void savesTheRestOfWhatCannotBeRead() throws IOException {
    JsonNode summary = assertSaved(3, "/proc/self/mem", real.toString());
    assertThat(summary.path("skipped").path(0).asText()).startsWith("/proc/self/mem: ");
    assertThat(restored(real + "/beside")).hasContent("beside");
  }

  @Test
  void filesWhoseSizeLiesAreReadToTheirEnd() throws IOException {
    for (String file : List.of("/proc/version", "/proc/filesystems", "/sys/kernel/uevent_seqnum")) {
      assertSaved(0, file);
      assertThat(restored(file)).hasSameBinaryContentAs(Path.of(file));
      assertThat(Files.size(restored(file))).isPositive();
    }
  }

  @Test
  void aVolumeWhoseSizeLiesIsToldAndTheRestSaved() throws IOException {
    Files.createFile(folder.resolve("empty"));
    assertSaved(0, "--volume", folder + "/empty");
    for (String file : List.of("/proc/version", "/proc/filesystems", "/sys/kernel/uevent_seqnum")) {
      JsonNode summary = assertSaved(3, "--volume", file, folder + "/empty");
      assertThat(summary.path("skipped").path(0).asText()).startsWith(file + ": it ");
      assertThat(restored(file)).doesNotExist();
      assertThat(restored(folder + "/empty")).isEmptyFile();
    }
  }

  @Test
  void aNamedFileIsAFileUnlessAskedForAsAVolume() throws IOException {
    Path file = SeededVolume.write(folder.resolve("named"), 9_000_000, 3);
    assertSaved(0, file.toString());
    assertThat(engine.run("backup", file.getParent().toString(), "--force").code()).isZero();
    JsonNode again = assertSaved(0, file.toString(), "--force");
    assertThat(again.path("data_blobs").asLong()).as("the same chunks in a folder").isLessThan(5);
    assertThat(assertSaved(0, "--volume", file.toString(), "--force").path("data_blobs").asLong())
        .as("blocks")
        .isGreaterThan(5);
    assertThat(Files.mismatch(restored(file.toString()), file)).isEqualTo(-1);
  }

  @Test
  void aLinkToAVolumeIsFollowedAndAPipeIsNone() throws IOException {
    Path file = SeededVolume.write(folder.resolve("image"), 700_000, 4);
    Path named = Files.createSymbolicLink(folder.resolve("disk"), file);
    assertSaved(0, "--volume", named.toString());
    assertThat(Files.mismatch(restored(named.toString()), file)).isEqualTo(-1);
    Path pipe = folder.resolve("pipe");
    io.coffer.engine.tree.SpecialFiles.create(pipe, io.coffer.engine.tree.NodeType.FIFO, 0);
    JsonNode summary = assertSaved(3, "--volume", named.toString(), pipe.toString());
    assertThat(summary.path("skipped").path(0).asText()).isEqualTo(pipe + ": a pipe is no volume");
  }

  @Test
  void savesThousandsOfNamedFiles() throws IOException {
    List<String> words = new ArrayList<>(List.of("backup"));
    for (int i = 0; i < 3000; i++) {
      words.add(Files.writeString(real.resolve("n" + i), "number " + i).toString());
    }
    assertThat(engine.run(words.toArray(String[]::new)).code()).isZero();
    assertThat(restored(real + "/n2999")).hasContent("number 2999");
  }

  private List<String> savedPaths() throws IOException {
    JsonNode all = JSON.readTree(engine.run("snapshots", "--json").output());
    return JSON.convertValue(all.path(all.size() - 1).path("paths"), List.class);
  }

  private JsonNode assertSaved(int code, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("backup", "--json"));
    all.addAll(List.of(words));
    EngineRun.Result result = engine.run(all.toArray(String[]::new));
    assertThat(result.code()).as(result.output() + result.error()).isEqualTo(code);
    List<String> lines = result.output().lines().toList();
    return JSON.readTree(lines.get(lines.size() - 1));
  }

  private Path restored(String path) throws IOException {
    Path target = Files.createTempDirectory(folder, "restored");
    assertThat(engine.run("restore", "latest", "--target", target.toString()).code()).isZero();
    return target.resolve(path.substring(1));
  }
}
