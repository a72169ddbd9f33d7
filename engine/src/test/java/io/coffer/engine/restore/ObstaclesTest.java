package io.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.EngineRun;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.tree.Metadata;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands against one file does not keep the others from being restored. */
class ObstaclesTest {
  @TempDir Path folder;
  private EngineRun engine;
  private Path source;
  private Path target;

  @BeforeEach
  void create() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    source = Files.createDirectory(folder.resolve("source"));
    target = folder.resolve("target");
    for (int i = 0; i < 150; i++) {
      Files.writeString(source.resolve("f" + i), "content " + i);
    }
    Files.createSymbolicLink(source.resolve("link"), Path.of("f0"));
    Files.createLink(source.resolve("twin"), source.resolve("f1"));
    assertThat(engine.run("backup", source.toString()).code()).isZero();
  }

  @Test
  void foldersThatAreNotEmptyAreToldAndTheRestIsRestored() throws IOException {
    for (String name : List.of("f1", "f2", "link")) {
      Files.createDirectories(below(name));
      Files.writeString(below(name).resolve("mine"), "mine");
    }
    Files.createDirectories(below("f3"));
    EngineRun.Result result = engine.run("restore", "latest", "--target", target.toString());
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.error())
        .contains(below("f1") + ": ", below("f2") + ": ", below("link") + ": ", "not empty");
    assertThat(result.error()).doesNotContain("Exception");
    for (int i = 3; i < 150; i++) {
      assertThat(below("f" + i)).hasContent("content " + i);
    }
    assertThat(below("twin")).hasContent("content 1");
    for (String name : List.of("f1", "f2", "link")) {
      assertThat(below(name).resolve("mine")).hasContent("mine");
    }
  }

  @Test
  void allAreCountedAndTheFirstHundredNamed() throws IOException {
    for (int i = 10; i < 130; i++) {
      Files.createDirectories(below("f" + i).resolve("mine"));
    }
    JsonNode summary =
        new ObjectMapper()
            .readTree(
                engine.run("restore", "latest", "--json", "--target", target.toString()).output());
    assertThat(summary.path("obstacles").path("count").asInt()).isEqualTo(120);
    assertThat(summary.path("obstacles").path("first")).hasSize(100);
    assertThat(summary.path("obstacles").path("first").get(0).path("cause").asText()).isNotBlank();
    assertThat(below("f140")).hasContent("content 140");
  }

  @Test
  void whatTheSnapshotDoesNotHoldStays() throws IOException {
    Files.createDirectories(target);
    Path stranger = Files.createDirectories(below("stranger/deep"));
    assertThat(engine.run("restore", "latest", "--target", target.toString()).code()).isZero();
    Files.delete(below("f7"));
    Files.createDirectory(below("f7"));
    assertThat(engine.run("restore", "latest", "--target", target.toString()).code()).isZero();
    assertThat(stranger).isDirectory();
    assertThat(below("f7")).hasContent("content 7");
  }

  @Test
  void aNameThatIsTooLongForTheTargetIsTold() throws IOException {
    TreeVault vault = new TreeVault(folder.resolve("other"));
    Metadata metadata = Metadata.synthetic(0644, OffsetDateTime.parse("2020-01-02T03:04:05Z"));
    List<Node> nodes =
        List.of(
            Node.file("a", metadata, 0, List.of()),
            Node.file("n".repeat(300), metadata, 0, List.of()),
            Node.file("z", metadata, 0, List.of()));
    BlobId tree = vault.save(saver -> saver.saveTree(TreeFile.encode(nodes)));
    TreeRestore.Outcome outcome = vault.restore(TreeVault.of(tree), target);
    assertThat(outcome.obstacles().count()).isEqualTo(1);
    assertThat(outcome.warnings().get(0)).contains("nnn: ").contains("too long");
    assertThat(target.resolve("a")).exists();
    assertThat(target.resolve("z")).exists();
  }

  /** Which root does without trying: it is for the builds of others. */
  @Test
  void anOrdinaryUserRestoresReadOnlyFilesAndFoldersTwice() throws Exception {
    Path closed = Files.createDirectories(source.resolve("closed/inner")).getParent();
    Path file = Files.writeString(closed.resolve("inner/file"), "read only");
    for (Path path : List.of(file, closed.resolve("inner"), closed)) {
      Files.setAttribute(path, "unix:mode", path == file ? 0444 : 0555);
    }
    EngineRun.Result saved = engine.run("backup", source.toString());
    assertThat(saved.code()).isZero();
    for (int time = 0; time < 2; time++) {
      EngineRun.Result result = engine.run("restore", "latest", "--target", target.toString());
      assertThat(result.code()).as(result.error()).isZero();
      assertThat(below("closed/inner/file")).hasContent("read only");
      assertThat((int) Files.getAttribute(below("closed"), "unix:mode") & 07777).isEqualTo(0555);
    }
    for (Path path :
        List.of(closed, closed.resolve("inner"), below("closed"), below("closed/inner"))) {
      Files.setAttribute(path, "unix:mode", 0755); // for who cleans up
    }
  }

  private Path below(String name) {
    return target.resolve(Path.of("/").relativize(source)).resolve(name);
  }
}
