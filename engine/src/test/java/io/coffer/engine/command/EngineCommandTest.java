package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.EngineRun;
import io.coffer.engine.SeededVolume;
import io.coffer.engine.store.Repository;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private EngineRun engine;
  private Path volume;

  @BeforeEach
  void init() throws IOException {
    engine = new EngineRun(folder);
    engine.init();
    volume = SeededVolume.write(folder.resolve("vol"), 5_000_000, 1);
  }

  @Test
  void readsExactlyTheChangedExtents() throws IOException {
    engine.run("backup", "--volume", volume.toString());
    try (FileChannel channel = FileChannel.open(volume, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}), 262_142);
      channel.write(ByteBuffer.wrap("end".getBytes()), 5_000_000);
    }
    Path extents = Files.writeString(folder.resolve("extents"), "262142 5\n900000 100\n");
    JsonNode summary =
        json(
            engine.run(
                "backup", volume.toString(), "--json", "--changed-extents", extents.toString()));
    assertThat(summary.path("bytes_read").asLong()).isEqualTo(5 + 100 + 3);
    Path target = folder.resolve("target");
    assertThat(engine.run("restore", "latest", "--target", target.toString()).code()).isZero();
    Path restored = target.resolve(Path.of("/").relativize(volume));
    assertThat(Files.mismatch(restored, volume)).isEqualTo(-1);
  }

  @Test
  void readsAnUnchangedFileOnlyByForce() throws IOException {
    engine.run("backup", volume.toString());
    assertThat(json(engine.run("backup", volume.toString(), "--json")).path("bytes_read").asLong())
        .isZero();
    JsonNode forced = json(engine.run("backup", volume.toString(), "--json", "--force"));
    assertThat(forced.path("bytes_read").asLong()).isPositive();
  }

  @Test
  void listsSnapshotsAsTheStockToolDoes() throws IOException {
    engine.run("backup", volume.toString(), "--tag", "a", "--host", "here");
    JsonNode ours = json(engine.run("snapshots", "--json"));
    JsonNode theirs = JSON.readTree(engine.restic().run("snapshots", "--json"));
    assertThat(ours).isEqualTo(theirs);
  }

  /** As on a full disk; half a list is no list. */
  @Test
  void tellsWhenWhatItTellsCannotBeWritten() {
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            });
    for (String words : List.of("backup " + volume, "snapshots", "snapshots --json", "check")) {
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      List<String> line = new ArrayList<>(List.of(words.split(" ")));
      line.addAll(engine.options());
      InputStream none = InputStream.nullInputStream();
      assertThat(EngineCommand.run(line, none, full, new PrintStream(told))).isEqualTo(3);
      assertThat(told.toString()).contains("output").contains("cannot be written");
    }
  }

  @Test
  void initMakesNothingAmongTheFilesOfAnotherRepository() throws IOException {
    engine.run("backup", volume.toString());
    Path config = engine.repository().resolve("config");
    Files.delete(config);
    for (String type : List.of("keys", "snapshots")) {
      EngineRun.Result result = engine.run("init");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.error()).contains(type).contains("config is missing");
      assertThat(config).doesNotExist();
      deleteAll(engine.repository().resolve(type));
    }
    assertThat(engine.run("init").code()).isZero();
  }

  private static void deleteAll(Path files) throws IOException {
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void sessionAnswersOneLineForEachCommand() throws IOException {
    String lines =
        "backup '" + volume + "'\nsnapshots\nrestore nothing --target x\ncheck --read-data\n";
    EngineRun.Result result = engine.run(new ByteArrayInputStream(lines.getBytes()), "session");
    List<String> answers = result.output().lines().toList();
    assertThat(answers).hasSize(4);
    assertThat(JSON.readTree(answers.get(0)).path("ok").asBoolean()).isTrue();
    assertThat(JSON.readTree(answers.get(1)).path("snapshots")).hasSize(1);
    assertThat(answers.get(2)).isEqualTo("{\"ok\":false,\"error\":\"no snapshot nothing\"}");
    assertThat(JSON.readTree(answers.get(3)).path("clean").asBoolean()).isTrue();
  }

  @Test
  void sessionOpensTheRepositoryThatIsThereNow() {
    String lines = "backup '" + volume + "'\n";
    InputStream first = new ByteArrayInputStream(lines.getBytes());
    InputStream second =
        new ByteArrayInputStream(lines.getBytes()) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            if (pos == 0) {
              replaceRepository();
            }
            return super.read(into, offset, length);
          }
        };
    EngineRun.Result session = engine.run(new SequenceInputStream(first, second), "session");
    assertThat(session.output().lines()).hasSize(2).allMatch(line -> line.contains("\"ok\":true"));
    assertThat(engine.run("check", "--read-data").error()).isEmpty();
    assertThat(engine.run("snapshots").output().lines()).hasSize(1);
  }

  @Test
  void sessionKeepsTheIndexOfTheLastRepositoryAlone() throws IOException {
    EngineRun other = new EngineRun(Files.createDirectory(folder.resolve("other")));
    other.init();
    engine.run("backup", volume.toString());
    Repositories repositories = new Repositories();
    Repository first = repositories.open(arguments(engine));
    first.refresh();
    assertThat(first.index().size()).isPositive();
    repositories.open(arguments(other));
    assertThat(first.index().size()).isZero();
    assertThat(repositories.open(arguments(engine))).isSameAs(first);
  }

  private Arguments arguments(EngineRun of) {
    return Arguments.parse(
        new SnapshotsVerb().syntax(),
        List.of(
            "-r",
            of.repository().toString(),
            "--password-file",
            of.repository().resolveSibling("password").toString()));
  }

  private void replaceRepository() {
    assertThat(engine.repository().toFile().renameTo(folder.resolve("aside").toFile())).isTrue();
    assertThat(engine.run("init").code()).isZero();
  }

  @Test
  void aSnapshotHasOnlyATimeThatItCanKeep() throws IOException {
    for (String odd : List.of("+12345-01-01T00:00:00Z", "-0001-12-31T23:59:59Z", "0", "1 2")) {
      EngineRun.Result result = engine.run("backup", volume.toString(), "--time=" + odd);
      assertThat(result.code()).as(odd).isEqualTo(2);
      assertThat(result.error()).contains("--time");
    }
    for (String time :
        List.of(
            "1900-01-01T00:00:00+00:53",
            "9999-12-31T23:59:59.5-11:30",
            "0000-01-01T00:00:00Z",
            "2026-01-31 12:00:00")) {
      assertThat(engine.run("backup", volume.toString(), "--time=" + time).code()).isZero();
    }
    assertThat(engine.run("check", "--read-data").code()).isZero();
    assertThat(json(engine.run("snapshots", "--json"))).hasSize(4);
    engine.restic().check();
  }

  @Test
  void aLocalTimeOfLongAgoIsTheSameInstant() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    try {
      String time = "--time=1850-06-01 12:00:00";
      EngineRun.Result result = engine.run("backup", volume.toString(), time);
      assertThat(result.code()).as(result.error()).isZero();
    } finally {
      TimeZone.setDefault(zone);
    }
    String kept = json(engine.run("snapshots", "--json")).path(0).path("time").asText();
    assertThat(OffsetDateTime.parse(kept).toInstant()).isEqualTo("1850-06-01T11:06:32Z");
    engine.restic().check();
  }

  @Test
  void tellsAWrongPasswordInWords() throws IOException {
    Files.writeString(folder.resolve("password"), "other");
    EngineRun.Result result = engine.run("snapshots");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.error()).contains("wrong password");
  }

  @Test
  void tellsAWrongCommandLine() {
    assertThat(engine.run("backup").code()).isEqualTo(2);
    assertThat(engine.run("frobnicate").error()).contains("unknown command frobnicate");
    assertThat(engine.run("prune", "--grace", "soon").error()).contains("--grace");
  }

  private JsonNode json(EngineRun.Result result) throws IOException {
    assertThat(result.error()).isEmpty();
    List<String> lines = result.output().lines().toList();
    return JSON.readTree(lines.get(lines.size() - 1));
  }
}
